// <open-letter> as a React component, with its events as props. A server renders the element, and the props work on
// such a page, too: React itself attaches no events of custom elements when it hydrates.

import { createElement, useEffect, useRef } from "react";
import "./index.js";

const EVENTS = { onReady: "ready", onCount: "count", onError: "error", onSign: "sign", onSigned: "signed" };
const attribute = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function OpenLetter({ children, ...props }) {
  const element = useRef(null);
  const handlers = useRef(props);
  handlers.current = props;
  useEffect(() => {
    const { current } = element;
    const listening = Object.entries(EVENTS).map(([prop, name]) => {
      const listener = (event) => handlers.current[prop]?.(event);
      current.addEventListener(`open-letter-${name}`, listener);
      return () => current.removeEventListener(`open-letter-${name}`, listener);
    });
    return () => listening.forEach((end) => end());
  }, []);
  const attributes = Object.entries(props).filter(([name, value]) => !(name in EVENTS) && value != null && value !== false);
  const given = Object.fromEntries(attributes.map(([name, value]) => [attribute(name), value]));
  return createElement("open-letter", { ...given, ref: element }, children);
}

// What loader and glue take from the browser. A page may have a variable of its own by such a name (`var URL =
// "https://…"`, `function Event() {}`): then the browser's is had where the page's does not stand. Whatever can't be had
// so is in NEEDED, and the console names it. What a page declares by `let`, `const` or `class` leaves the window's as it
// is: the bundler has every other global asked for there.

import { page, plain } from "./own.js";

/** By its older name in the standard (URL, 6). */
export const URL = typeof window.webkitURL === "function" ? window.webkitURL : window.URL;
export const Symbol = Object.getOwnPropertySymbols(Object.getPrototypeOf([]))[0].constructor;
export const Promise = (async () => {})().constructor;
export const CustomEvent = page.createEvent("CustomEvent").constructor;
export const Event = Object.getPrototypeOf(CustomEvent);
export const HTMLElement = Object.getPrototypeOf(plain.constructor);
export const Element = Object.getPrototypeOf(HTMLElement);
export const Window = Object.getPrototypeOf(window).constructor;
export const CSSStyleSheet = page.styleSheets[0]?.constructor ?? window.CSSStyleSheet;
/** All that is asked of it is whether the browser knows a property. */
export const CSS = { supports: (property) => property in plain.style };
export let { Response } = window;

/** Takes the browser's own from an answer that it has given. */
export const learn = (answer) => (Response = answer.constructor);

// Each by a member of its prototype or, where it has none, of itself; functions by their names.
const NEEDED =
  "AbortController.abort Array.map CSSStyleSheet.replaceSync DataView.buffer Date.getTime Headers.get HTMLInputElement.value " +
  "HTMLSelectElement.value IntersectionObserver.observe Intl.DateTimeFormat JSON.parse KeyboardEvent.key Map.get " +
  "MutationObserver.observe Object.valueOf Reflect.get Request.url Response.json ShadowRoot.host " +
  "TextDecoder.decode TextEncoder.encode URLSearchParams.get Uint8Array.buffer WebAssembly.instantiate " +
  "clearInterval clearTimeout fetch queueMicrotask setInterval setTimeout";

/** What the browser does not have, or the page has something of its own for; `undefined` if all is there. */
export function lacking() {
  for (const entry of NEEDED.split(" ")) {
    const [name, member] = entry.split(".");
    const found = window[name];
    if (found == null) return `this browser has no ${name}`;
    if (member ? !(member in Object(found.prototype ?? found)) : typeof found !== "function") {
      return `this page has a variable ${name} of its own, where the browser's is needed: give it another name`;
    }
  }
}

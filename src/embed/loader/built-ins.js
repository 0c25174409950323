// The built-ins that loader and glue use. A page may declare a variable with the name of one (`var URL = "https://…"`,
// `function Event() {}`): then this file finds the browser's own through other objects. Those that can only be read
// from the window are in NEEDED, and the console names the missing ones. A page's `let`, `const` and `class` leave the
// window's properties alone: the bundler makes every other global a property of `window`.

import { page, plain } from "./own.js";

/** Through the alias that the standard keeps (URL, 6). */
export const URL = typeof window.webkitURL === "function" ? window.webkitURL : window.URL;
export const Symbol = Object.getOwnPropertySymbols(Object.getPrototypeOf([]))[0].constructor;
export const Promise = (async () => {})().constructor;
export const CustomEvent = page.createEvent("CustomEvent").constructor;
export const Event = /* @__PURE__ */ Object.getPrototypeOf(CustomEvent);
export const HTMLElement = Object.getPrototypeOf(plain.constructor);
export const Element = /* @__PURE__ */ Object.getPrototypeOf(HTMLElement);
export const Window = /* @__PURE__ */ Reflect.get(Object.getPrototypeOf(window), "constructor");
export const CSSStyleSheet = page.styleSheets[0]?.constructor ?? window.CSSStyleSheet;
/** The code only asks whether the browser knows a property. */
export const CSS = { supports: (property) => property in plain.style };

// Each entry names a member of the built-in's prototype or, where it has none, of itself; functions stand alone.
const NEEDED =
  "AbortController.abort Array.map CSSStyleSheet.replaceSync DataView.buffer Date.getTime Headers.get HTMLInputElement.value " +
  "HTMLSelectElement.value IntersectionObserver.observe Intl.DateTimeFormat JSON.parse KeyboardEvent.key Map.get " +
  "MutationObserver.observe Object.valueOf Reflect.get ShadowRoot.host " +
  "TextDecoder.decode TextEncoder.encode URLSearchParams.get Uint8Array.buffer WebAssembly.instantiate " +
  "clearInterval clearTimeout fetch queueMicrotask setInterval setTimeout";

/** The first built-in that the browser lacks or the page has replaced; `undefined` if all are available. */
export function lacking() {
  for (const entry of NEEDED.split(" ")) {
    const [name, member] = entry.split(".");
    const found = window[name];
    if (found == null) return `this browser has no ${name}`;
    if (member ? !(member in Object(found.prototype ?? found)) : typeof found !== "function") {
      return `this page has a variable ${name} of its own: give it another name`;
    }
  }
}

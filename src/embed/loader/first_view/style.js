// The widget's stylesheet: one file and one object for all elements of the page. It is constructed, and so needs no
// `style-src`.

import { CSSStyleSheet } from "../built-ins.js";
import { get } from "../engine/engine.js";
import { STYLE } from "release";

let sheet;
let loading;

/** The stylesheet, empty until it has loaded. `undefined`, if the page has replaced what that needs. */
export function styleSheet() {
  try {
    sheet ??= new CSSStyleSheet();
  } catch {} // the element reports it
  return sheet;
}

/** Loads the stylesheet; a later call tries again. */
export function style() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  styleSheet()?.replaceSync(await (await get(STYLE)).text());
}

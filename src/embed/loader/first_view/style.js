// The widget's stylesheet: one file and one object for all elements of the page. It is constructed, and so needs no
// `style-src`.

import { CSSStyleSheet } from "../built-ins.js";
import { get, reportReplaced } from "../engine/engine.js";
import { STYLE } from "release";

// Styles until the file has loaded: the host's content is a block, and without content the element keeps the room of a
// letter, so that the page does not jump. A frame may grow with its page: room of the frame's own height would make
// both grow without end.
const BARE =
  `:host{display:flow-root;--_room:${window === top ? "100vh" : "30em"}}:host([hidden]){display:none}` +
  ":host>.waiting{display:grid;grid-template-columns:minmax(0,var(--open-letter-measure,38rem));min-block-size:var(--_room)}";
let sheets;
let loading;

/** The stylesheet, for all roots. None, if the page has replaced what that needs. */
export function styleSheets() {
  if (!sheets) {
    sheets = [];
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(BARE);
      sheets = [sheet];
    } catch {
      reportReplaced();
    }
  }
  return sheets;
}

/** Loads the file; a later call tries again. */
export function style() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const text = await (await get(STYLE)).text();
  styleSheets()[0]?.replaceSync(BARE + text);
}

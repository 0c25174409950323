// The form's stylesheet: one object for all elements of the page.

import { adopt } from "../glue/adopt.js";

let sheet;

/** Adds it to a shadow root's. */
export function style(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync("__OPEN_LETTER_FORM_STYLE__");
  }
  adopt(root, [sheet]);
}

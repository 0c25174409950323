// What the form to sign needs besides its part of the module, which contains English and the stylesheet. Each other
// language is a small file.

import { adopt } from "./adopt.js";

let get, sheet;

/** Takes the loader's function that loads a file. */
export const provideForm = (load) => (get = load);

/** The texts in the language with that tag. */
export async function formTexts(tag) {
  // A hash, then the languages, with integrity in the pinned script.
  const [hash, ...files] = "__OPEN_LETTER_SIGN_TEXTS__".split(" ");
  const [, integrity] = files.map((file) => file.split(":")).find(([language]) => language === tag);
  return (await get([`open-letter-sign-${tag}-${hash}.json`, integrity])).json();
}

/** Adds the stylesheet to the shadow root's. */
export function formStyle(root, css) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  adopt(root, [sheet]);
}

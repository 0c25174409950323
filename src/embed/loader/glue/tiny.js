// Some hosts set a wrapper's font-size to zero, to close gaps between columns.

/** Smaller type, in CSS pixels, is unreadable: the stylesheet (tokens.css) takes the root's size instead. */
const LEAST = 9;
let hasWarned = false;

/** Warns the webmaster once. */
export function sayIfTiny(element) {
  if (hasWarned || parseFloat(getComputedStyle(element).fontSize) >= LEAST) return;
  hasWarned = true;
  console.warn(`open-letter: the letter inherits a font-size below ${LEAST}px, and takes the page's: --open-letter-font-size sets another`);
}

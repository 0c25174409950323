// Hosts make the type of a wrapper nothing against gaps between columns.

/** Type below this, in CSS pixels, nobody reads: the stylesheet (tokens.css) takes the root's. */
const LEAST = 9;
let isSaid = false;

/** Tells the webmaster where that happens, once. */
export function sayIfTiny(element) {
  if (isSaid || parseFloat(getComputedStyle(element).fontSize) >= LEAST) return;
  isSaid = true;
  console.warn(`open-letter: the letter inherits a font-size below ${LEAST}px, and takes the page's: --open-letter-font-size sets another`);
}

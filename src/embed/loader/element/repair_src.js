// Addresses as word processors and editors leave them.

import { warn } from "../say.js";

// White space, and quotation marks of all kinds. By their numbers: what a page in a Chinese encoding includes is read in
// that, and a script that is not ASCII is then another one.
const MARK = /[\s"'`\u00b4\u00ab\u00bb\u2018-\u201f\u2033\u2039\u203a]/;

/** What is meant by an address: without what can't be a part of it. */
export function meant(src) {
  let [start, end] = [0, src.length];
  while (start < end && MARK.test(src[start])) start++;
  while (start < end && MARK.test(src[end - 1])) end--;
  return src.slice(start, end).replaceAll("&amp;", "&");
}

/** Takes from the element's `src` what can't be meant, and says so. */
export function mend(element) {
  const src = element.getAttribute("src") ?? "";
  const mended = meant(src);
  if (mended === src.trim() || !mended) return;
  warn(`open-letter: the address ${src} is read as ${mended}: write it between straight quotation marks`);
  element.setAttribute("src", mended);
}

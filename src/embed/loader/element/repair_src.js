// Repairs addresses that word processors and editors have changed.

import { warn } from "../say.js";

// White space, and quotation marks of all kinds. They are escaped because a browser reads an included script in the
// encoding of the page, and other encodings than UTF-8 would change characters beyond ASCII.
const MARK = /[\s"'`\u00b4\u00ab\u00bb\u2018-\u201f\u2033\u2039\u203a]/;

/** The address that is meant: without characters around it that can't belong to it. */
export function meant(src) {
  let [start, end] = [0, src.length];
  while (start < end && MARK.test(src[start])) start++;
  while (start < end && MARK.test(src[end - 1])) end--;
  return src.slice(start, end).replaceAll("&amp;", "&");
}

/** Repairs the element's `src`, and warns about it. */
export function repairSrc(element) {
  const src = element.getAttribute("src") ?? "";
  const repaired = meant(src);
  if (repaired === src.trim() || !repaired) return;
  warn(`open-letter: the address ${src} is read as ${repaired}: write it between straight quotation marks`);
  element.setAttribute("src", repaired);
}

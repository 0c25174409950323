// Addresses as word processors and editors leave them.

const QUOTES = /^[\s"'`´«»‘’‚‛“”„‟‹›″]+|[\s"'`´«»‘’‚‛“”„‟‹›″]+$/g;

/** Takes from the element's `src` what can't be meant, and says so. */
export function mend(element) {
  const src = element.getAttribute("src") ?? "";
  const meant = src.replace(QUOTES, "").replaceAll("&amp;", "&");
  if (meant === src.trim() || !meant) return;
  console.warn(`open-letter: the address ${src} is read as ${meant}: write it between straight quotation marks`);
  element.setAttribute("src", meant);
}

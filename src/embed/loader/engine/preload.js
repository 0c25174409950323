// The letter on its way while the engine is: the engine's own request is then served by this one.

import { page } from "../own.js";

/** Begins to fetch the element's letter, at that address. The link goes when the letter is there, or can't be had. */
export function preload(element, address) {
  if (!element.src.trim() || !address) return;
  const link = page.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.referrerPolicy = "strict-origin-when-cross-origin";
  link.href = address;
  page.head?.append(link);
  for (const end of ["open-letter-ready", "open-letter-error"]) {
    element.addEventListener(end, () => link.remove());
  }
}

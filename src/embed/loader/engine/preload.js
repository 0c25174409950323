// Loads the letter while the engine loads: the engine's own request is then served from this one.

import { page } from "../own.js";

/** Begins to load the element's letter from that address. The link is removed when the letter loads or fails. */
export function preload(element, address) {
  if (!element.src.trim() || !address) return;
  const link = page.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.fetchPriority = "low";
  link.referrerPolicy = "strict-origin-when-cross-origin";
  link.href = address;
  page.head?.append(link);
  for (const end of ["open-letter-ready", "open-letter-error"]) {
    element.addEventListener(end, () => link.remove());
  }
}

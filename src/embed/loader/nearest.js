import { call } from "./own.js";

/** The language of the text around an element, across shadow roots. */
export function nearest(element) {
  const holder = element.closest("[lang]");
  if (holder) return call(holder, "getAttribute", "lang");
  const root = element.getRootNode();
  return root === document ? undefined : root.host && nearest(root.host);
}

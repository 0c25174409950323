import { page } from "../own.js";

/**
 * Imports a module. If the host page's referrer policy sends its full address, WebKit sends it with every import, but
 * not with a preload.
 */
export function importModule(url) {
  const link = page.createElement("link");
  link.rel = "modulepreload";
  link.referrerPolicy = "strict-origin-when-cross-origin";
  link.href = url;
  page.head?.append(link);
  return import(url).finally(() => link.remove());
}

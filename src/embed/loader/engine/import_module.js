import { page } from "../own.js";

/**
 * Imports a module. Where the host page lets its whole address out, WebKit tells it with every import, but not with a
 * preload.
 */
export function bring(url) {
  const link = page.createElement("link");
  link.rel = "modulepreload";
  link.referrerPolicy = "strict-origin-when-cross-origin";
  link.href = url;
  page.head?.append(link);
  return import(url).finally(() => link.remove());
}

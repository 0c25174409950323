import { parse } from "./url.js";

const SCHEME = /^\s*(https?|mailto):/i;

/** The URL of a reference, if the engine accepts it as a link too (src/model/link.rs); otherwise an empty text. */
export function link(reference, base) {
  const { protocol, username, password, href } = parse(reference, base) ?? {};
  const isFit = SCHEME.test(protocol) && !username && !password && /^[^:]*([/?#\\]|$)/.test(reference.replace(SCHEME, ""));
  return isFit ? href : "";
}

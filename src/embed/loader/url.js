import { URL } from "./built-ins.js";

/** The URL that a reference means at that base; `undefined` if it is none. */
export function parse(reference, base) {
  try {
    return new URL(reference, base);
  } catch {}
}

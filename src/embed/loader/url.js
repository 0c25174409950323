import { URL } from "./built-ins.js";

/** The URL of a reference at that base; `undefined` if it is not valid. */
export function parse(reference, base) {
  try {
    return new URL(reference, base);
  } catch {}
}

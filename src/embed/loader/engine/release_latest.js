// The release, as open-letter.js knows it: by its files' names.

import { beside } from "./address.js";
import { bring } from "./import_module.js";

export const WASM = ["__OPEN_LETTER_WASM__"];
export const LATER = ["__OPEN_LETTER_LATER__"];
export const TEXTS = "__OPEN_LETTER_TEXTS__";
export const isPinned = false;

/** The glue. */
export const glue = () => bring(beside("__OPEN_LETTER_GLUE__"));

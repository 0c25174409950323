// The files of the release, by name, for open-letter.js.

import { beside } from "./address.js";
import { importModule } from "./import_module.js";

export const WASM = ["__OPEN_LETTER_WASM__"];
export const STYLE = ["__OPEN_LETTER_STYLE__"];
export const LATER = ["__OPEN_LETTER_LATER__"];
export const TEXTS = "__OPEN_LETTER_TEXTS__";
export const isPinned = false;

export const glue = () => importModule(beside("__OPEN_LETTER_GLUE__"));

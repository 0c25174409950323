// The release, as the pinned script knows it: by its bytes. The bundler puts this in the place of release_latest.js.

import { mount, start } from "open-letter-glue";

export const WASM = ["__OPEN_LETTER_WASM__", "__OPEN_LETTER_WASM_INTEGRITY__"];
export const LATER = ["__OPEN_LETTER_LATER__", "__OPEN_LETTER_LATER_INTEGRITY__"];
export const TEXTS = "__OPEN_LETTER_TEXTS_INTEGRITY__";
export const isPinned = true;

/** The glue, which is in the script. */
export const glue = async () => ({ mount, start });

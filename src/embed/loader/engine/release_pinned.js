// The files of the release, by their bytes, for the pinned script. The bundler replaces release_latest.js with this.

import { forReader, mount, settled, start } from "open-letter-glue";

export const WASM = ["__OPEN_LETTER_WASM__", "__OPEN_LETTER_WASM_INTEGRITY__"];
export const STYLE = ["__OPEN_LETTER_STYLE__", "__OPEN_LETTER_STYLE_INTEGRITY__"];
export const LATER = ["__OPEN_LETTER_LATER__", "__OPEN_LETTER_LATER_INTEGRITY__"];
export const TEXTS = "__OPEN_LETTER_TEXTS_INTEGRITY__";
export const isPinned = true;

/** The script contains the glue. */
export const glue = async () => ({ forReader, mount, settled, start });

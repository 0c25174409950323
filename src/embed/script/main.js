// open-letter.js: defines the element once, however often it is included, and takes up the page's tags.

import { OpenLetterElement } from "./element.js";
import { watch } from "./tags.js";

if (!customElements.get("open-letter")) {
  customElements.define("open-letter", OpenLetterElement);
  watch();
}

// open-letter.js: defines the element once, however often the script is included, and handles the page's tags.

import { Symbol } from "./built-ins.js";
import { OpenLetterElement } from "./element/element.js";
import { complain } from "./engine/engine.js";
import { serveOther } from "./engine/serve_other.js";
import { follow } from "./frame/host.js";
import { watch } from "./tags.js";

try {
  const defined = customElements.get("open-letter");
  if (defined) {
    defined[Symbol.for("open-letter.engine")]?.(serveOther);
  } else {
    customElements.define("open-letter", OpenLetterElement);
    watch();
    follow();
  }
} catch (error) {
  complain(error);
}

// Importing this defines <open-letter>. On a server it does nothing. The bundler puts the package's files where it puts
// all others; the loader learns their addresses here.

import { FILES, LOADER } from "./files.js";

if (typeof document !== "undefined" && !customElements.get("open-letter") && !window[Symbol.for("open-letter.files")]) {
  window[Symbol.for("open-letter.files")] = FILES;
  document.head.append(Object.assign(document.createElement("script"), { src: LOADER, async: true, crossOrigin: "anonymous" }));
}

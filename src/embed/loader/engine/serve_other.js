// The class of an earlier release, from a cache, may have no stylesheet: its engine had it inside.

import { start } from "./engine.js";
import { styleSheet } from "../first_view/style.js";

/** Starts the engine of this release for the elements of another, and brings the stylesheet. */
export async function serveOther(stopped) {
  const engine = await start(stopped);
  const mount = (host, root, ...others) => {
    const sheets = [...root.adoptedStyleSheets];
    if (!sheets.includes(styleSheet())) root.adoptedStyleSheets = [...sheets, styleSheet()];
    return engine.mount(host, root, ...others);
  };
  return { ...engine, mount };
}

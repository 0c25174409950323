// node svelte.compile.mjs: compiles Campaign.svelte for the server and for the browser.

import { readFileSync, writeFileSync } from "node:fs";
import { compile } from "svelte/compiler";

for (const generate of ["client", "server"]) {
  const { js } = compile(readFileSync("Campaign.svelte", "utf8"), { filename: "Campaign.svelte", generate, dev: true });
  writeFileSync(`Campaign.${generate}.js`, js.code);
}

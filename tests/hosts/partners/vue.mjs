// node vue.mjs <page.vue>: compiles a page for the browser and for a server, with Vue's own settings. Every error is one.
import { compileTemplate, parse } from "vue/compiler-sfc";
import { readFileSync } from "node:fs";

const { descriptor, errors } = parse(readFileSync(process.argv[2], "utf8"));
if (errors.length) throw errors[0];
for (const ssr of [false, true]) {
  const options = { source: descriptor.template.content, filename: "page.vue", id: "page", ssr, ssrCssVars: [] };
  const { code, errors } = compileTemplate(options);
  if (errors.length) throw errors[0];
  if (code.includes("resolveComponent")) throw new Error(`a component is missing: ${code}`);
}

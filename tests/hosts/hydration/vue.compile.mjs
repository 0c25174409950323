// node vue.compile.mjs: compiles Campaign.vue for the server and for the browser.

import { compileScript, parse } from "vue/compiler-sfc";
import { readFileSync, writeFileSync } from "node:fs";

const compilerOptions = { isCustomElement: (tag) => tag === "open-letter" };
const { descriptor } = parse(readFileSync("Campaign.vue", "utf8"), { templateParseOptions: compilerOptions });
for (const [name, ssr] of [["client", false], ["server", true]]) {
  const templateOptions = { ssr, ssrCssVars: [], compilerOptions };
  const { content } = compileScript(descriptor, { id: "letter", inlineTemplate: true, templateOptions });
  writeFileSync(`Campaign.${name}.ts`, content);
}

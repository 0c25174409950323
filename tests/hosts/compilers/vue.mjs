// node vue.mjs <component.vue> <options.mjs>: prints the output of Vue's compiler, with the options from the Vite
// configuration.
import { compileScript, parse } from "@vue/compiler-sfc";
import { readFileSync } from "node:fs";

const { default: config } = await import(process.argv[3]);
const [{ template }] = config.plugins;
const { descriptor, errors } = parse(readFileSync(process.argv[2], "utf8"), {
  filename: process.argv[2],
  templateParseOptions: template.compilerOptions,
});
if (errors.length) throw errors[0];
console.log(compileScript(descriptor, { id: "letter", inlineTemplate: true, templateOptions: template }).content);

// node svelte.mjs <Component.svelte>: prints the output of Svelte's compiler. A warning is an error.
import { readFileSync } from "node:fs";
import { compile } from "svelte/compiler";

const { js, warnings } = compile(readFileSync(process.argv[2], "utf8"), { filename: process.argv[2] });
if (warnings.length) throw new Error(warnings.map(({ message }) => message).join("\n"));
console.log(js.code);

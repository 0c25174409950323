// node angular.mjs <page.html>: reads a page as Angular's compiler does. Every error is one.
import { parseTemplate } from "@angular/compiler";
import { readFileSync } from "node:fs";

const { errors } = parseTemplate(readFileSync(process.argv[2], "utf8"), process.argv[2]);
if (errors) throw new Error(errors.map(({ msg }) => msg).join("\n"));

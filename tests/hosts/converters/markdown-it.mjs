// What Eleventy, VitePress and others make of Markdown: standard input to HTML.
import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";

console.log(new MarkdownIt({ html: true, linkify: true, typographer: true }).render(readFileSync(0, "utf8")));

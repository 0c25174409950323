// node extract.mjs <page.html>…: prints as JSON what reader modes make of each page.

import { isProbablyReaderable, Readability } from "@mozilla/readability";
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const read = (path) => {
  const { document } = new JSDOM(readFileSync(path, "utf8"), { url: "https://letters.example/" }).window;
  const offered = isProbablyReaderable(document);
  const { title, textContent, lang, dir } = new Readability(document).parse();
  return { offered, title, text: textContent, lang, dir };
};
console.log(JSON.stringify(process.argv.slice(2).map(read)));

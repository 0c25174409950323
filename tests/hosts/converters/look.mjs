// node look.mjs: what a browser makes of pages. Standard input: a JSON array of {html, texts}. Standard output: for each
// page, an array of faults.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const inOneLine = (text) => text.replace(/\s+/g, " ").trim();
/** Converters make quotation marks, dashes and dots typographic. */
const plain = (text) => inOneLine(text).replace(/[“”«»„]/g, '"').replace(/[‘’]/g, "'").replace(/–|—|-+/g, "-").replace(/…/g, "...");

const faults = ({ html, texts }) => {
  const { document } = new JSDOM(`<!doctype html><meta charset="utf-8"><body><main>${html}</main>`).window;
  const letters = [...document.querySelectorAll("[data-open-letter], open-letter, script[data-letter], iframe")];
  if (letters.length !== 1) return [`${letters.length} letters`];
  const found = [];
  const count = (text, wanted) => text.split(wanted).length - 1;
  const [inside, all] = [letters[0], document.body].map((node) => plain(node.textContent));
  for (const text of texts.map(plain)) {
    if (count(inside, text) !== 1) found.push(`${count(inside, text)} times in the letter: ${text}`);
    if (count(all, text) !== 1) found.push(`${count(all, text)} times on the page: ${text}`);
  }
  // What follows the letter on the page is not a part of it.
  if (inside.includes("After the letter.") || !all.includes("After the letter.")) found.push("the page goes on in the letter");
  // It is where it was pasted.
  const main = document.querySelector("main");
  const [before, after] = ["Before the letter.", "After the letter."].map((text) => {
    const texts = document.createTreeWalker(main, 4);
    while (texts.nextNode()) if (texts.currentNode.data.includes(text)) return texts.currentNode;
  });
  const follows = (one, other) => !!one && !!(one.compareDocumentPosition(other) & 4);
  if (!follows(before, letters[0]) || !follows(letters[0], after)) found.push("it was moved");
  return found;
};

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(faults)));

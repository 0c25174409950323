// Finds the first view of a letter: a file beside it, in the language that the engine would choose.

import { nearest } from "../nearest.js";
import { parse } from "../url.js";

const BYTES = 2e6;
const files = new Map();

/** Resolves to an element's first view of the letter at that address: the file and its base. Else to nothing. */
export async function find(element, letter) {
  const own = await file(parse(letter));
  const lang = nearest(element);
  const best = lang && own && closest(lang, own.view.languages);
  if (!best || best.lang === own.view.lang) return own;
  return (await file(parse(best.src, own.base))) ?? own;
}

// The page asks once for each.
function file(letter) {
  if (!/\.json$/.test(letter?.pathname)) return;
  letter.pathname = letter.pathname.replace(/json$/, "view.json");
  const { href } = letter;
  if (!files.has(href)) files.set(href, read(href).catch(() => {}));
  return files.get(href);
}

async function read(address) {
  const answer = await fetch(address, { referrerPolicy: "strict-origin-when-cross-origin" });
  if (!answer.ok) return;
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let [left, text, piece] = [BYTES, ""];
  while ((piece = (await reader.read()).value)) {
    if ((left -= piece.length) < 0) return reader.cancel();
    text += decoder.decode(piece, { stream: true });
  }
  const view = JSON.parse(text);
  if (view.view === 1 && view.tree) return { view, base: answer.url };
}

// As the engine chooses a translation: LanguageTag::lookup in src/model/language_tag.rs.
function closest(lang, offered) {
  const like = (tag) => offered.find((other) => other.lang.toLowerCase() === tag);
  const wanted = lang.toLowerCase();
  for (let range = wanted; range; range = range.replace(/(^|-)[^-]*$/, "")) {
    if (like(range)) return like(range);
  }
  return offered.find((other) => other.lang.split("-")[0].toLowerCase() === wanted.split("-")[0]);
}

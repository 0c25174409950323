// Finds the first view of a letter: a file beside it, in the language that the engine would choose.

import { json } from "../json.js";
import { nearest } from "../nearest.js";
import { parse } from "../url.js";

const BYTES = 2e6;
const files = {};

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
  return (files[letter] ??= read(letter.href).catch(() => {}));
}

async function read(address) {
  const answer = await fetch(address, { referrerPolicy: "strict-origin-when-cross-origin" });
  if (!answer.ok) return;
  const view = await json(answer, BYTES);
  if (view.view === 1 && view.tree) return { view, base: answer.url };
}

// As the engine chooses a translation: LanguageTag::lookup in src/model/language_tag.rs.
function closest(lang, offered) {
  const cut = (tag, subtags) => tag.toLowerCase().split("-", subtags).join();
  const like = (subtags, own) => offered.find((other) => cut(other.lang, own) === cut(lang, subtags));
  for (let subtags = 9; subtags; subtags--) {
    if (like(subtags, 9)) return like(subtags, 9);
  }
  return like(1, 1);
}

// The names and numbers already written in the text that the engine takes over: a first view, or a published page.
// Browsers, and their versions, differ in their language data: a number that changes keeps the form that the page gave
// it.

import { leadFocus } from "./focus.js";
import { moveForm } from "./signing.js";
import { sayIfTiny } from "./tiny.js";

let lang, thousand, greatest, words;

/**
 * Remembers how the text is written that the engine takes over. It is inside the element on a published page; otherwise
 * it is in the root.
 */
function keep(root) {
  sayIfTiny(root.host);
  const article = root.host.querySelector("[data-numbers]") ?? root.querySelector("[data-numbers]");
  if (!article) return;
  lang = article.lang;
  // The digits of every script are consecutive: 1000 and the longest number show all others.
  [, thousand, greatest] = article.dataset.numbers.match(/^(.*\p{Nd})\/(.*\p{Nd})$/u) ?? [];
  const written = [...article.querySelectorAll("time,[part=languages] [lang]")];
  words = new Map(written.map((node) => [node.dateTime || node.lang, node.textContent]));
}

/** The day of that date (ISO 8601), or the name of the language with that tag, as the page writes it. */
export const word = (of, key) => (of === lang ? words.get(key) : undefined);

/** The number, as the page writes numbers in that language. */
export function written(of, number) {
  if (of !== lang || !greatest) return;
  const marks = [...(number < 1e4 ? thousand : greatest)];
  const zero = marks.at(-1).codePointAt();
  const digits = [...`${number}`];
  let text = "";
  while (digits.length && marks.length) {
    const mark = marks.pop();
    const isDigit = [0, 1].includes(mark.codePointAt() - zero);
    text = (isDigit ? String.fromCodePoint(zero + +digits.pop()) : mark) + text;
  }
  return text;
}

/** A view was added to that place, last: an open form and the focus go there. */
function lead(place) {
  moveForm(place);
  leadFocus(place);
}

/** The functions that the module calls directly, without the glue. */
export const page = { keep, lead };

// What the page that the widget takes over has written already: browsers differ in what they know of a language, by
// their age too, and a number that changes is still written as the page wrote it.

let lang, thousand, greatest, words;

/** Keeps how the text that was published with the page is written, while it still stands in that root. */
function keep(root) {
  const article = root.querySelector("[data-numbers]");
  if (!article) return;
  lang = article.lang;
  // The digits of every script follow each other: 1000 and the longest number that there is tell the others.
  [, thousand, greatest] = article.dataset.numbers.match(/^(.*\p{Nd})\/(.*\p{Nd})$/u) ?? [];
  const written = [...article.querySelectorAll("time,[hreflang]")];
  words = new Map(written.map((node) => [node.dateTime || node.hreflang, node.textContent]));
}

/** The day of that date (ISO 8601), or the language with that tag, as a page in that language has it. */
export const word = (of, key) => (of === lang ? words.get(key) : undefined);

/** The number, as a page in that language writes it. */
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

/** What the module calls by itself, without the glue. */
export const page = { keep };

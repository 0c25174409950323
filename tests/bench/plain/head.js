import { button, element, link } from "./dom.js";

const STATUS = {
  closed: "Signing is closed",
  delivered: "This letter has been delivered",
  answered: "This letter has been answered",
};

/** The letter's head: what it is, and its progress. */
export function head(letter, { src, level, translate }) {
  return element(
    "div",
    { class: "head" },
    element(`h${level}`, { part: "title" }, letter.title),
    letter.date && date(letter.date, letter.lang, "date"),
    languages(letter, src, translate),
    STATUS[letter.status] && element("p", { class: "status" }, STATUS[letter.status]),
    letter.summary && element("p", { part: "summary" }, letter.summary),
    updates(letter, src, level + 1),
    element("div", { class: "state" }, count(letter), sign(letter, src)),
  );
}

function date(day, lang, part) {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" });
  return element("time", { datetime: day, part }, format.format(new Date(day)));
}

function languages({ translations = [], lang }, src, translate) {
  if (translations.length < 2) return null;
  const buttons = translations.map((other) => {
    const name = new Intl.DisplayNames(other.lang, { type: "language" }).of(other.lang);
    const current = other.lang === lang ? "true" : null;
    const choose = () => translate(new URL(other.src, src).href);
    return button({ lang: other.lang, title: other.title, "aria-current": current }, choose, name);
  });
  return element("div", { part: "languages", role: "group", "aria-label": "Languages" }, buttons);
}

function updates({ updates = [], lang }, src, level) {
  if (!updates.length) return null;
  const items = updates.map(({ date: day, text, url }) => {
    const more = url ? [" ", link(url, src, "Read more")] : [];
    return element("li", {}, day ? [date(day, lang), " "] : [], text, more);
  });
  return element("div", { class: "updates" }, element(`h${Math.min(level, 6)}`, { part: "heading", class: "updates-heading" }, "Updates"), element("ul", {}, items));
}

function count({ signatures: { count, goal } = {}, signatories = [], status, lang }) {
  const [write, known] = [(number) => number.toLocaleString(lang), count != null];
  const text = known && goal ? `${write(count)} of ${write(goal)}` : "";
  const attributes = { part: "progress", value: text && Math.min(count, goal), max: text && goal, "aria-label": text };
  const names = signatories.filter(({ initiator }) => !initiator && (!status || status === "open")).slice(-3).reverse();
  const latest = element("span", {}, names.map(({ name }) => name).join(", "));
  return [
    element(
      "p",
      { part: "count", "data-empty": !known },
      element("span", { class: "number" }, known && write(count)),
      element("span", { class: "unit" }, known && (count === 1 ? " signature" : " signatures")),
    ),
    element(
      "div",
      { class: "progress", "data-empty": !text },
      element("progress", attributes),
      element("span", { "aria-hidden": "true" }, text),
    ),
    element("p", { part: "latest", "data-empty": !names.length }, element("span", { class: "label" }, "Latest:"), " ", latest),
    element("p", { class: "stale" }),
    element("p", { class: "spoken", role: "status" }),
  ];
}

function sign({ sign, status }, src) {
  if (!sign || (status && status !== "open")) return null;
  return element("a", { part: "sign", href: new URL(sign.url, src).href }, sign.label ?? "Add your name");
}

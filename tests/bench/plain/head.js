import { button, element, link } from "./dom.js";

const STATUS = {
  closed: "Signing is closed",
  delivered: "This letter has been delivered",
  answered: "This letter has been answered",
};

/** What the letter is, and how it fares. */
export function head(letter, { src, level, translate }) {
  return element(
    "header",
    { class: "head" },
    element(`h${level}`, { part: "title" }, letter.title),
    letter.date && date(letter.date, letter.lang, "date"),
    languages(letter, src, translate),
    STATUS[letter.status] && element("p", { class: "status" }, STATUS[letter.status]),
    letter.summary && element("p", { part: "summary" }, letter.summary),
    updates(letter, src),
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

function updates({ updates = [], lang }, src) {
  if (!updates.length) return null;
  const items = updates.map(({ date: day, text, url }) => {
    const more = url ? [" ", link(url, src, "Read more")] : [];
    return element("li", {}, day ? [date(day, lang), " "] : [], text, more);
  });
  return element("div", { class: "updates" }, element("p", { class: "updates-heading" }, "Updates"), element("ul", {}, items));
}

function count({ signatures: { count, goal } = {}, lang }) {
  if (count == null) return null;
  const number = element("span", { class: "number" }, count.toLocaleString(lang));
  const unit = element("span", { class: "unit" }, count === 1 ? " signature" : " signatures");
  if (!goal) return element("p", { part: "count" }, number, unit);
  const told = `${count.toLocaleString(lang)} of ${goal.toLocaleString(lang)}`;
  const bar = element("progress", { part: "progress", value: Math.min(count, goal), max: goal, "aria-label": told });
  const progress = element("div", { class: "progress" }, bar, element("span", { "aria-hidden": "true" }, told));
  return [element("p", { part: "count" }, number, unit), progress];
}

function sign({ sign, status }, src) {
  if (!sign || (status && status !== "open")) return null;
  return element("a", { part: "sign", href: new URL(sign.url, src).href }, sign.label ?? "Add your name");
}

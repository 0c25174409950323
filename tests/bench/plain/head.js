import { button, element, link } from "./dom.js";

const STATUS = {
  closed: "Signing is closed",
  delivered: "This letter has been delivered",
  answered: "This letter has been answered",
};

/** What comes before the addressees: what it is, its progress, what readers do, and what it is about. */
export function head(letter, { src, level, translate }, share) {
  const [number, ...beside] = count(letter);
  return [
    element(
      "div",
      { class: "head" },
      element(`h${level}`, { part: "title" }, letter.title),
      letter.date && date(letter.date, letter.lang, "date"),
      initiators(letter),
    ),
    element(
      "div",
      { class: "state" },
      number,
      STATUS[letter.status] && element("p", { class: "status" }, STATUS[letter.status]),
      sign(letter, src),
      beside,
      languages(letter, src, translate),
      share,
    ),
    element("div", { class: "summary" }, summary(letter), updates(letter, src, level + 1)),
  ];
}

function initiators({ signatories = [] }) {
  const names = signatories.filter(({ initiator }) => initiator).map(({ name }) => name);
  if (!names[0]) return null;
  const isolated = names.slice(0, 3).map((name, index) => [index ? ", " : " ", element("bdi", { translate: "no" }, name)]);
  const others = names.length > 3 && [" ", element("span", { class: "number" }, `+${names.length - 3}`)];
  return element("p", { class: "initiator" }, element("span", { class: "label" }, "From:"), isolated, others);
}

function summary({ summary: text }) {
  if (!text) return null;
  const [lead] = text.length > 200 ? (text.match(/^.{40,}?[.!?](?= )/) ?? []) : [];
  if (!lead) return element("p", { part: "summary" }, text);
  return element("details", { part: "summary" }, element("summary", {}, lead), element("span", {}, text.slice(lead.length)));
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
  const [heading, list] = [
    element(`h${Math.min(level, 6)}`, { part: "heading", class: "updates-heading" }, "Updates"),
    element("ul", {}, items),
  ];
  if (updates.map(({ text }) => text).join("").length <= 80) return element("div", { class: "updates" }, heading, list);
  const [last] = updates.map(({ date }) => date ?? "").sort().slice(-1);
  return element("details", { class: "updates" }, element("summary", {}, heading, last && date(last, lang)), list);
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
      element("span", {}),
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
    element("p", { class: "age" }, element("span", { class: "updated" }), element("span", { class: "stale" })),
    element("p", { class: "spoken", role: "status" }),
  ];
}

function sign({ sign, status }, src) {
  if (!sign || (status && status !== "open")) return null;
  return element("a", { part: "sign", href: new URL(sign.url, src).href }, sign.label ?? "Add your name");
}

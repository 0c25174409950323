import { button, element, link } from "./dom.js";

/** As many names as a first view has. */
const FIRST = 40;

/** The signatories, with filters if there are both organisations and persons. */
export function roll({ signatories = [], lang }, { src, level }) {
  if (!signatories.length) return null;
  const number = (kind) => signatories.filter((signatory) => signatory.kind === kind).length;
  const [organisations, persons] = [number("organisation"), number("person")];
  const rows = element("ol", { "data-kind": "all" }, signatories.slice(0, FIRST).map((signatory) => row(signatory, src)));
  const all = organisations + persons === signatories.length;
  const breakdown = [count(organisations, "organisation", lang), count(persons, "person", lang)].filter(Boolean);
  const header = element(
    "header",
    {},
    element(`h${Math.min(level + 1, 6)}`, { part: "heading" }, "Signatories"),
    all && breakdown.length && element("p", { class: "breakdown" }, breakdown.join(" and ")),
    organisations && persons && filters(rows, [signatories.length, organisations, persons], lang),
  );
  return element("section", { part: "roll" }, header, rows);
}

const count = (number, noun, lang) => number && `${number.toLocaleString(lang)} ${noun}${number === 1 ? "" : "s"}`;

function filters(rows, numbers, lang) {
  const kinds = ["all", "organisation", "person"];
  const buttons = ["All ", "Organisations ", "Persons "].map((label, index) => {
    const choose = () => {
      rows.dataset.kind = kinds[index];
      buttons.forEach((each, other) => each.setAttribute("aria-pressed", other === index));
    };
    const number = element("span", { class: "number" }, numbers[index].toLocaleString(lang));
    return button({ class: kinds[index], "aria-pressed": index === 0 }, choose, label, number);
  });
  return element("div", { part: "filters", role: "group", "aria-label": "Show" }, buttons);
}

function row(signatory, src) {
  const { name, kind, initiator, role, organisation, country, note, url, lang, verified, comment } = signatory;
  const part = ["signatory", kind, initiator && "initiator"].filter(Boolean).join(" ");
  const before = (role ? `, ${role}` : "") + (organisation ? ", " : "");
  const after = (country ? `, ${country}` : "") + (note ? ` (${note})` : "");
  // One text node if nothing comes between.
  const detail = organisation ? [before, element("bdi", { translate: "no" }, organisation), after] : before + after;
  const marks = [initiator && "Initiator", verified && "verified"].filter(Boolean).join(", ");
  return element(
    "li",
    { part },
    element("bdi", { class: "name", translate: "no", lang }, link(url, src, name)),
    element("span", { class: "detail" }, detail),
    marks && " ",
    marks && element("small", { class: "mark" }, marks),
    comment && element("q", { class: "comment", dir: "auto" }, comment),
  );
}


import { button, element, link } from "./dom.js";
import { head } from "./head.js";
import { roll } from "./roll.js";
import { text } from "./text.js";

/** The whole letter. */
export function letter(letter, options) {
  return element(
    "article",
    { part: "letter", lang: letter.lang, dir: /^(ar|fa|he|ur)/.test(letter.lang) ? "rtl" : "ltr", "data-theme": "auto" },
    head(letter, options, share(letter)),
    addressees(letter),
    text(letter, options),
    roll(letter, options),
    foot(letter, options),
  );
}

function addressees({ addressees = [] }) {
  if (!addressees.length) return null;
  const member = ({ name, office, organisation }) => {
    const before = (office ? `, ${office}` : "") + (organisation ? ", " : "");
    const detail = [before, organisation && element("bdi", { translate: "no" }, organisation)];
    return element("li", { part: "addressee" }, element("bdi", { class: "name", translate: "no" }, name), element("span", { class: "detail" }, detail));
  };
  const all = addressees.flatMap(({ members }) => members);
  const isFolded = all.length >= 4;
  const group = ({ heading, members }, index) =>
    element(
      "div",
      { part: "addressee-group" },
      heading && !(isFolded && !index) && element("p", { class: "group-heading" }, heading),
      element("ul", {}, members.map(member)),
    );
  if (!isFolded) return element("div", { part: "addressees" }, addressees.map(group));
  const first = element("bdi", { class: "name", translate: "no" }, all[0].name);
  const others = element("span", { class: "number" }, `+${all.length - 1}`);
  const label = element("span", { class: "group-heading" }, addressees[0].heading ?? "To:");
  const line = element("summary", {}, label, " ", element("span", { class: "addressee" }, first, " ", others));
  return element("details", { part: "addressees" }, line, addressees.map(group));
}

function share({ title, url }) {
  const status = element("span", { role: "status" });
  const field = element("input", { type: "text", readonly: "", dir: "ltr" });
  const byHand = element("label", { class: "by-hand", "data-empty": "true" }, element("span", {}, "Copy this address:"), field);
  const act = async () => {
    const address = url ?? document.baseURI;
    try {
      if (navigator.share) return await navigator.share({ title, url: address });
      await navigator.clipboard.writeText(address);
      status.textContent = "Link copied";
    } catch {
      byHand.dataset.empty = "false";
      field.value = address;
      field.select();
    }
  };
  return element("div", { part: "share" }, button({}, act, "Share"), status, byHand);
}

function foot(letter, { src }) {
  const links = { withdraw: "Withdraw my name", contact: "Contact", privacy: "Privacy" };
  const items = Object.keys(links).filter((key) => letter[key]);
  if (!items.length) return null;
  return element("ul", { class: "foot" }, items.map((key) => element("li", {}, link(letter[key], src, links[key]))));
}

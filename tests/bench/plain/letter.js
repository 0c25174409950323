import { button, element, link } from "./dom.js";
import { head } from "./head.js";
import { roll } from "./roll.js";
import { text } from "./text.js";

/** The whole letter. */
export function letter(letter, options) {
  return element(
    "article",
    { part: "letter", lang: letter.lang, dir: /^(ar|fa|he|ur)/.test(letter.lang) ? "rtl" : "ltr", "data-theme": "auto" },
    head(letter, options),
    addressees(letter),
    text(letter, options),
    roll(letter, options),
    share(letter),
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
  const group = ({ heading, members }) =>
    element(
      "div",
      { part: "addressee-group" },
      heading && element("p", { class: "group-heading" }, heading),
      element("ul", {}, members.map(member)),
    );
  return element("div", { part: "addressees" }, addressees.map(group));
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

// Builds the elements of a first view. The file is as hostile as any letter: only these tags, attributes, classes and
// parts are built, and addresses pass one check. No HTML is parsed.

import { ATTRIBUTES, NAMES, TAGS } from "./words.js";
import { link } from "../link.js";
import { page } from "../own.js";

const NODES = 20000;
const DEPTH = 32;
/** The words of the attribute `show`. */
const SHOW = NAMES.slice(0, 10);

const named = (value) => value.split(" ").filter((word) => NAMES.includes(word)).join(" ");
const like = (pattern) => (value) => (pattern.test(value) ? value : "");

/** What is left of an attribute's value. */
const CHECKS = {
  class: named,
  part: named,
  href: link,
  src: (reference, base) => like(/^http/)(link(reference, base)),
  type: like(/^(button|search|text)$/),
  role: like(/^(group|status)$/),
};

/**
 * The element of that tree, for the settings of an element of the page. References resolve against `base`. Throws, if
 * the tree is too large, or none.
 */
export function build(tree, base, { show, headingLevel, theme, look, partner }) {
  let count = 0;
  const words = show.split(/\s/).filter((word) => SHOW.includes(word));
  const shows = (part) => !words[0] || words.includes(part);

  function make(item, depth) {
    if (++count > NODES || depth > DEPTH) throw item;
    if (typeof item === "string") return item;
    const [tag, attributes, ...children] = item;
    if (attributes.show && !shows(attributes.show)) return [];
    const isKnown = TAGS.includes(tag);
    const element = isKnown ? page.createElement(levelled(tag, depth)) : page.createDocumentFragment();
    if (isKnown) {
      // For links and pictures. On other elements these are no attributes.
      element.referrerPolicy = "strict-origin-when-cross-origin";
      element.rel = "noopener";
      if (/^(button|input|select)$/.test(tag)) element.setAttribute("aria-disabled", true);
      for (const name of ATTRIBUTES) {
        const value = attributes[name];
        if (typeof value === "string") element.setAttribute(name, CHECKS[name]?.(value, base) ?? value);
      }
    }
    element.append(...children.flatMap((child) => make(child, depth + 1)));
    return element;
  }

  // The tree is for a title of level 2.
  function levelled(tag, depth) {
    if (!depth) return shows("title") || shows("body") ? "article" : "div";
    const level = /^h\d/.test(tag) && tag[1] - 2 + headingLevel - (tag[1] > 2 && !shows("title"));
    return level ? `h${Math.min(level, 6)}` : tag;
  }

  const root = make(tree, 0);
  root.dataset.theme = theme;
  if (look) root.dataset.look = look;
  const id = encodeURIComponent(partner.trim());
  if (id) {
    for (const sign of root.querySelectorAll("[part=sign][href^=http]")) {
      sign.search += `${sign.search && "&"}partner=${id}`;
    }
  }
  return root;
}

import { element, link } from "./dom.js";

/** Salutation, body and closing. */
export function text(letter, { src, level }) {
  const plain = (part) => letter[part] && element("p", { part }, letter[part]);
  const blocks = letter.body.map((content) => block(content, src, level + 1));
  return [plain("salutation"), element("div", { part: "body" }, blocks), plain("closing")];
}

function block(block, src, level) {
  const { heading, quote, list, ordered } = block;
  if (heading) return element(`h${Math.min(level, 6)}`, { part: "heading" }, spans(heading, src));
  if (quote) return element("blockquote", { part: "quote" }, quote.map((each) => paragraph(each, src)));
  if (!list) return paragraph(block, src);
  const items = list.map((item) => element("li", {}, spans(item, src)));
  return element(ordered ? "ol" : "ul", { part: "list" }, items);
}

const paragraph = (content, src) => element("p", { part: "paragraph" }, spans(content, src));

function spans(content, src) {
  if (typeof content === "string") return content;
  if (Array.isArray(content)) return content.map((each) => spans(each, src));
  if (content.link) return link(content.link, src, spans(content.text, src));
  const tag = content.strong ? "strong" : "em";
  return element(tag, {}, spans(content[tag], src));
}

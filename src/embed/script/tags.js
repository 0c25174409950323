// Finds the places where a page wants a letter without writing <open-letter>, now and later.

import { ATTRIBUTES } from "./attributes.js";

const SELECTOR = "script[data-letter],[data-open-letter]";
const TAKEN = Symbol.for("open-letter");
// A consent manager holds a script back by giving it another type.
const RUNS = /^$|^module$|javascript$/i;

/** Takes up every tag in the document, and each that is inserted. */
export function watch() {
  scan(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches(SELECTOR)) take(node);
        scan(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
}

const scan = (root) => root.querySelectorAll(SELECTOR).forEach(take);

function take(tag) {
  if (tag[TAKEN] || (tag.localName === "script" && !RUNS.test(tag.type))) return;
  tag[TAKEN] = true;
  const letter = document.createElement("open-letter");
  const src = tag.dataset.letter ?? tag.dataset.openLetter;
  if (src) letter.setAttribute("src", src);
  for (const name of ATTRIBUTES) {
    const value = tag.getAttribute(`data-${name}`);
    if (value !== null && name !== "src") letter.setAttribute(name, value);
  }
  if (tag.localName !== "script") {
    letter.append(...tag.childNodes);
    tag.append(letter);
  } else if (document.head?.contains(tag)) {
    console.warn("open-letter: the tag stands in <head>, so the letter is at the start of <body>; put it where the letter belongs");
    whenBody(() => document.body.prepend(letter));
  } else {
    tag.after(letter);
  }
}

function whenBody(act) {
  if (document.body) return act();
  document.addEventListener("DOMContentLoaded", act, { once: true });
}

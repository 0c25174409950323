// Finds the places where a page wants a letter without writing <open-letter>, now and later.

import { ATTRIBUTES } from "./element/attributes.js";

const SELECTOR = "script[data-letter],[data-open-letter]";
/** What a tag was taken up by. */
const TAKEN = Symbol.for("open-letter");
// A consent manager holds a script back by giving it another type.
const RUNS = /^$|^module$|javascript$/i;
// What may be set on a tag after it was inserted.
const WATCHED = ["type", "data-letter", "data-open-letter", ...ATTRIBUTES.map((name) => `data-${name}`)];

/** Takes up every tag in the document, and each that is inserted. */
export function watch() {
  scan(document);
  new MutationObserver((records) => {
    for (const { target, addedNodes, attributeName } of records) {
      if (attributeName && target.matches(SELECTOR)) target[TAKEN] ? follow(target, attributeName) : take(target);
      for (const node of addedNodes) {
        if (node.matches?.(SELECTOR)) take(node);
        scan(node);
      }
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: WATCHED });
  if (document.readyState === "complete") sayIfUnused();
  else addEventListener("load", sayIfUnused, { once: true });
}

// Texts and comments have nothing below them.
const scan = (root) => root.querySelectorAll?.(SELECTOR).forEach(take);

function take(tag) {
  const isScript = tag.localName === "script";
  if (tag[TAKEN] || (isScript && !RUNS.test(tag.type))) return;
  const letter = document.createElement("open-letter");
  for (const name of ATTRIBUTES) set(letter, name, value(tag, name));
  // A page that copies a tag with all around it copies its letter too.
  const there = isScript ? tag.nextElementSibling : tag.firstElementChild;
  if (there?.localName === "open-letter" && isAlike(there, letter)) {
    tag[TAKEN] = there;
    return;
  }
  tag[TAKEN] = letter;
  if (!isScript) {
    letter.append(...tag.childNodes);
    tag.append(letter);
  } else if (document.head?.contains(tag)) {
    console.warn("open-letter: the tag is in <head>, the letter at the start of <body>: move it");
    whenBody(() => document.body.prepend(letter));
  } else {
    tag.after(letter);
  }
}

function follow(tag, attribute) {
  const name = /letter$/.test(attribute) ? "src" : attribute.slice("data-".length);
  if (ATTRIBUTES.includes(name)) set(tag[TAKEN], name, value(tag, name));
}

const value = (tag, name) =>
  name === "src" ? (tag.dataset.letter ?? tag.dataset.openLetter) : tag.getAttribute(`data-${name}`);

function set(letter, name, value) {
  if (value) letter.setAttribute(name, value);
  else letter.removeAttribute(name);
}

const isAlike = (one, other) => ATTRIBUTES.every((name) => one.getAttribute(name) === other.getAttribute(name));

function whenBody(act) {
  if (document.body) return act();
  document.addEventListener("DOMContentLoaded", act, { once: true });
}

// Editors strip attributes that they don't know. A script that stands there for frames has nothing to show itself.
function sayIfUnused() {
  if (document.querySelector("open-letter,iframe[src*='embed.html']")) return;
  console.info('open-letter: no letter stands on this page yet: write <open-letter src="…">');
}

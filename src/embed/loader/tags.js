// Finds the places where a page wants a letter without writing <open-letter>, now and later, and sees to it that the
// letter stays there: a page that is morphed into the HTML that its server has (Turbo, Livewire, htmx) loses what the
// server does not know of, and keeps the tag.

import { ATTRIBUTES } from "./element/attributes.js";
import { Symbol } from "./built-ins.js";
import { contentOf } from "./element/element.js";
import { isFrame } from "./frame/host.js";
import { meant } from "./element/repair_src.js";
import { ask, call, listen, page } from "./own.js";
import { runs } from "./runs.js";
import { info, warn } from "./say.js";

// Not a form: its fields stand in for what an element says of itself.
const SELECTOR = "script[data-letter],[data-open-letter]:not(form)";
/** What a tag was taken up by. */
const TAKEN = Symbol.for("open-letter");
/** The mark of a letter that a tag has made. It is copied with it. */
const MADE = "data-of-tag";
// What may be set on a tag after it was inserted.
const WATCHED = ["type", "data-letter", "data-open-letter", ...ATTRIBUTES.map((name) => `data-${name}`)];
/** At most once in so long is a letter put back: a page that takes it away each time must not hang. */
const AGAIN_MS = 1000;

/** The tags on the page. */
const taken = new Map();
let restoring;

/** Takes up every tag in the document, and each that is inserted. */
export function watch() {
  page.querySelectorAll(SELECTOR).forEach(take);
  new MutationObserver((records) => {
    for (const { target, addedNodes, attributeName } of records) {
      if (attributeName && call(target, "matches", SELECTOR)) target[TAKEN] ? follow(target, attributeName) : take(target);
      for (const node of addedNodes) {
        // Texts and comments have nothing below them.
        if (ask(node, "nodeType") !== 1) continue;
        if (call(node, "matches", SELECTOR)) take(node);
        call(node, "querySelectorAll", SELECTOR).forEach(take);
      }
    }
    restore();
  }).observe(document, { childList: true, subtree: true, attributeFilter: WATCHED });
  if (page.readyState === "complete") sayIfUnused();
  else listen("load", sayIfUnused, { once: true });
}

function take(tag) {
  const isScript = tag.localName === "script";
  if (isScript && !runs(tag)) return;
  if (!taken.has(tag)) taken.set(tag, { last: 0 });
  if (tag[TAKEN]) return;
  // A page that copies a tag with all around it copies its letter too.
  const there = (isScript ? [tag.nextElementSibling] : [...tag.children]).find((near) => isLetterOf(tag, near));
  const letter = (tag[TAKEN] = there ?? page.createElement("open-letter"));
  for (const name of ATTRIBUTES) {
    const said = value(tag, name);
    // A host may have set more on its letter since, and the loader has mended the address.
    if (said && meant(said) !== letter.getAttribute(name)) set(letter, name, said);
  }
  letter.setAttribute(MADE, "");
  if (isInHead(tag)) warn("open-letter: the tag is in <head>, the letter at the start of <body>: move it");
  if (!isScript || !there) place(tag);
}

const isInHead = (tag) => tag.localName === "script" && page.head?.contains(tag);

function place(tag) {
  const letter = tag[TAKEN];
  if (tag.localName !== "script") return hold(tag, letter);
  if (!isInHead(tag)) return tag.after(letter);
  const { body } = page;
  if (!body) return page.addEventListener("DOMContentLoaded", () => place(tag), { once: true });
  // Another page of an application keeps the head, and this tag in it, and is not to get the letter.
  const its = taken.get(tag);
  if (its && (its.body ??= body) === body) body.prepend(letter);
}

// The children of a `div` stay where they are, for a framework may own them, and the letter stands beside them: the
// slots of a shadow root say which of the two shows. What can't have one (a list's item, a cell) gives its children to
// the letter; so does an element of the host's own making, which has one of its own.
function hold(tag, letter) {
  try {
    if (tag.localName.includes("-")) throw tag;
    contentOf(letter).within(tag);
  } catch {
    letter.replaceChildren(...[...tag.childNodes].filter((node) => node !== letter));
  }
  tag.append(letter);
}

// Whether children have come to a tag that gives them to its letter.
const isBeside = (tag) =>
  tag.localName !== "script" && !tag[TAKEN].slot && tag[TAKEN].parentNode === tag && tag.childNodes.length > 1;

// Puts back what a page has taken away.
function restore() {
  for (const [tag, its] of taken) {
    if (!tag.isConnected) {
      taken.delete(tag);
    } else if (!tag[TAKEN].isConnected || isBeside(tag)) {
      const wait = its.last + AGAIN_MS - Date.now();
      if (wait > 0) {
        restoring ??= setTimeout(() => {
          restoring = undefined;
          restore();
        }, wait);
      } else {
        its.last = Date.now();
        place(tag);
      }
    }
  }
}

function follow(tag, attribute) {
  const name = /letter$/.test(attribute) ? "src" : attribute.slice("data-".length);
  if (ATTRIBUTES.includes(name)) set(tag[TAKEN], name, value(tag, name));
}

const value = (tag, name) =>
  name === "src"
    ? (tag.getAttribute("data-letter") ?? tag.getAttribute("data-open-letter"))
    : tag.getAttribute(`data-${name}`);

function set(letter, name, value) {
  if (value) letter.setAttribute(name, value);
  else letter.removeAttribute(name);
}

// One that a tag has made, and no other tag on the page has; or that says the same as the tag, as copies of earlier
// releases do.
const isLetterOf = (tag, element) =>
  element?.localName === "open-letter" &&
  ![...taken.keys()].some((other) => other[TAKEN] === element && other.isConnected) &&
  (element.hasAttribute(MADE) ||
    ATTRIBUTES.every((name) => meant(element.getAttribute(name) ?? "") === meant(value(tag, name) ?? "")));

// Editors strip attributes that they don't know. A script that stands there for frames has nothing to show itself.
function sayIfUnused() {
  if (page.querySelector("open-letter") || [...page.querySelectorAll("iframe")].some(isFrame)) return;
  info('open-letter: no letter stands on this page yet: write <open-letter src="\u2026">');
}

// Finds the tags that ask for a letter without writing <open-letter>, now and later, and keeps the letter there: a page
// that is morphed into its server's HTML (Turbo, Livewire, htmx) loses elements unknown to the server, and keeps the
// tag.

import { ATTRIBUTES } from "./element/attributes.js";
import { Symbol } from "./built-ins.js";
import { contentOf } from "./element/element.js";
import { isFrame } from "./frame/host.js";
import { meant } from "./element/repair_src.js";
import { ask, call, listen, page } from "./own.js";
import { runs } from "./runs.js";
import { info, warn } from "./say.js";

// Not a form, because its fields replace the form's own properties.
const SELECTOR = "script[data-letter],[data-open-letter]:not(form)";
/** The property of a tag that holds its letter. */
const TAKEN = Symbol.for("open-letter");
/** The mark of a letter made by a tag. Copies of the letter have it too. */
const MADE = "data-of-tag";
// Attributes that may change after the tag was inserted.
const WATCHED = ["type", "data-letter", "data-open-letter", ...ATTRIBUTES.map((name) => `data-${name}`)];
/** Puts a letter back at most once in this time: a page that removes it each time must not hang. */
const AGAIN_MS = 1000;
const WRITE = 'write <open-letter src="\u2026">';

/** The tags on the page, with the time when each letter was last put back. */
const taken = new Map();
let restoring;

/** Handles every tag in the document, and each that is inserted later. */
export function watch() {
  page.querySelectorAll(SELECTOR).forEach(take);
  restore();
  new MutationObserver((records) => {
    for (const { target, addedNodes, attributeName } of records) {
      if (attributeName && call(target, "matches", SELECTOR)) target[TAKEN] ? follow(target, attributeName) : take(target);
      for (const node of addedNodes) {
        // Texts and comments have no children.
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
  // A page may copy a tag with its surroundings, and so its letter.
  const there = (isScript ? [tag.nextElementSibling] : [...tag.children]).find((near) => isLetterOf(tag, near));
  const letter = (tag[TAKEN] = there ?? page.createElement("open-letter"));
  for (const name of ATTRIBUTES) {
    const said = value(tag, name);
    // A host may have set more attributes on its letter since, and the loader may have repaired the address.
    if (said && meant(said) !== letter.getAttribute(name)) set(letter, name, said);
  }
  letter.setAttribute(MADE, "");
  if (!isScript || !there) place(tag);
}

// React moves a script with `async` into the head, its server to the top. It marks the script when its page starts.
function sayIfMoved(tag, its) {
  if (its.said || (!isInHead(tag) && !/__reactM/.test(Object.keys(tag)))) return;
  its.said = true;
  warn(`open-letter: the tag is in <head>, or was moved: ${WRITE}`);
}

const isInHead = (tag) => tag.localName === "script" && page.head?.contains(tag);

function place(tag) {
  const letter = tag[TAKEN];
  if (tag.localName !== "script") return hold(tag, letter);
  if (!isInHead(tag)) return tag.after(letter);
  const { body } = page;
  if (!body) return page.addEventListener("DOMContentLoaded", () => place(tag), { once: true });
  // In an application, the next page keeps the head, with this tag in it, but must not get the letter.
  const its = taken.get(tag);
  if (its && (its.body ??= body) === body) body.prepend(letter);
}

// The children of a `div` stay where they are, because a framework may own them. The letter is their sibling, and the
// slots of a shadow root decide which is shown. An element that can't have a shadow root (a list item, a cell) moves
// its children into the letter; so does a custom element, which has a shadow root of its own.
function hold(tag, letter) {
  try {
    if (tag.localName.includes("-")) throw tag;
    contentOf(letter).within(tag);
  } catch {
    letter.replaceChildren(...[...tag.childNodes].filter((node) => node !== letter));
  }
  tag.append(letter);
}

// Whether a tag that moves its children into the letter has new ones.
const isBeside = (tag) =>
  tag.localName !== "script" && !tag[TAKEN].slot && tag[TAKEN].parentNode === tag && tag.childNodes.length > 1;

// Puts back letters that the page has removed.
function restore() {
  for (const [tag, its] of taken) {
    if (!tag.isConnected) {
      taken.delete(tag);
      continue;
    }
    sayIfMoved(tag, its);
    if (!tag[TAKEN].isConnected || isBeside(tag)) {
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

// A letter that a tag has made and that no other tag on the page has; or one with the same attributes as the tag, as in
// copies from earlier releases.
const isLetterOf = (tag, element) =>
  element?.localName === "open-letter" &&
  ![...taken.keys()].some((other) => other[TAKEN] === element && other.isConnected) &&
  (element.hasAttribute(MADE) ||
    ATTRIBUTES.every((name) => meant(element.getAttribute(name) ?? "") === meant(value(tag, name) ?? "")));

// Editors remove attributes that they don't know. A script that is there for frames shows nothing itself.
function sayIfUnused() {
  if (page.querySelector("open-letter") || [...page.querySelectorAll("iframe")].some(isFrame)) return;
  info(`open-letter: this page has no letter yet: ${WRITE}`);
}

// What stands in the letter's place before it: the host's content, or the text that was published with the page. Where
// that is a text, who has begun to read it is not disturbed: the letter waits until nobody looks.

import { leadFocus } from "./focus.js";
import { ask, call, listen, page } from "../own.js";
import { sayIfTiny } from "./tiny.js";

/** More characters than this are a text that people read; fewer are a link to one. */
const TEXT = 500;
const PARSED = "DOMContentLoaded";
/** The slot of an element that stands beside its content. */
const BESIDE = "open-letter";
const EVENTS = ["scroll", "selectionchange", "focusout", "resize", PARSED];

let hasScrolled = false;
page.addEventListener("scroll", () => (hasScrolled = true), true);

const isParsing = () => page.readyState === "loading";

/** The content of one element, and the place of its letter. */
export class Content {
  #own;
  /** What has the content in it: the element, or the tag that it stands in. */
  #element;
  #slot;
  #changed;
  #isPublished;
  #isCovered = false;
  #check = () => {
    if (!this.#isRead()) this.#exchange();
  };

  /** The shadow root: the one that came with the page (declarative shadow DOM), or a new one. */
  root;
  /** What the address of the letter is relative to: the page's base when it was set. The engine asks for it. */
  baseURI;
  /** Where the letter is shown. */
  place = page.createElement("div");

  constructor(element, changed) {
    const published = element.attachInternals().shadowRoot;
    const root = (this.root = published ?? element.attachShadow({ mode: "open" }));
    this.#own = this.#element = element;
    this.#changed = changed;
    this.#slot = root.querySelector("slot") ?? page.createElement("slot");
    this.#showText(!!published);
    if (!this.#slot.isConnected) root.append(this.#slot);
    root.append(this.place);
    this.#slot.addEventListener("slotchange", () => {
      this.#adopt();
      changed();
    });
  }

  /** From now on, the content is what stands in that tag, beside the element. Throws where a tag can't have slots. */
  within(tag) {
    if (this.#element === tag) return;
    const root = tag.shadowRoot ?? tag.attachShadow({ mode: "open" });
    const slot = (name) => root.querySelector(`slot[name="${name}"]`);
    if (!slot(BESIDE)) {
      if (root.firstChild) throw tag;
      for (const name of ["", BESIDE]) root.append(Object.assign(page.createElement("slot"), { name }));
    }
    const { hidden } = this.#slot;
    this.#own.slot = BESIDE;
    this.#element = tag;
    this.#slot = slot("");
    this.#slot.hidden = hidden;
    this.#slot.addEventListener("slotchange", this.#changed);
    this.#changed();
  }

  // Where the class was there before the parser, or the browser knows no declarative shadow DOM, a published text is
  // still in its template.
  #adopt() {
    const template = this.#element.querySelector(":scope > template[shadowrootmode]");
    if (!template) return;
    if (isParsing()) return listen(PARSED, () => this.#adopt(), { once: true });
    template.remove();
    if (this.#isCovered) return;
    this.root.prepend(template.content);
    this.#showText(true);
  }

  #showText(isPublished) {
    this.#isPublished = this.#slot.hidden = this.place.hidden = isPublished;
  }

  /** Whether there is any. */
  get isThere() {
    return this.#isPublished || this.#slot.assignedNodes().some((node) => ask(node, "nodeType") === 1 || node.data.trim());
  }

  /** Whether the letter has taken its place: set by the engine with each of its views. */
  get hidden() {
    return this.#isCovered;
  }

  set hidden(isCovered) {
    leadFocus(this.place);
    if (isCovered === this.#isCovered) return;
    this.#isCovered = isCovered;
    this.#rest();
    if (!isCovered) {
      this.#showText(this.#isPublished);
    } else if (this.#isRead()) {
      this.place.hidden = true;
      for (const name of EVENTS) listen(name, this.#check, true);
    } else {
      this.#exchange();
    }
  }

  // A page's own text is exchanged for one of the same size: nothing moves, and only what is marked would be lost.
  #isRead() {
    const element = this.#element;
    // What the parser has not come to could not be taken away.
    if (this.#isPublished ? isParsing() : element.textContent.length < TEXT) return this.#isPublished;
    if (element.matches(":focus-within")) return true;
    const selection = getSelection();
    if (selection?.type === "Range" && selection.containsNode(element, true)) return true;
    const { top, bottom } = element.getBoundingClientRect();
    return !this.#isPublished && (hasScrolled || scrollY > 0) && bottom > 0 && top < innerHeight;
  }

  #exchange() {
    this.#rest();
    const { bottom } = this.#element.getBoundingClientRect();
    sayIfTiny(this.#element);
    if (this.#isPublished) this.root.replaceChildren(this.#slot, this.place);
    this.#showText(false);
    this.#slot.hidden = true;
    // What is below keeps its place where the browser does not see to that itself.
    if (bottom <= 0 && !("overflowAnchor" in this.place.style)) {
      scrollBy(0, this.#element.getBoundingClientRect().bottom - bottom);
    }
  }

  #rest() {
    for (const name of EVENTS) call(window, "removeEventListener", name, this.#check, true);
  }
}

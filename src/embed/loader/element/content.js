// The content that is shown before the letter: the host's own, or the text published with the page. If the reader has
// begun to read that content, the letter waits until it is out of view.

import { ask, call, listen, page } from "../own.js";

/** Content longer than this, in characters, is a text to read; shorter content is a link to one. */
const TEXT = 500;
const PARSED = "DOMContentLoaded";
/** The slot for an element that is a sibling of its content. */
const BESIDE = "open-letter";
const EVENTS = ["scroll", "selectionchange", "focusout", "resize", PARSED];

let hasScrolled = false;
page.addEventListener("scroll", () => (hasScrolled = true), true);

const isParsing = () => page.readyState === "loading";

/** The content of one element, and the place for its letter. */
export class Content {
  #own;
  /** The parent of the content: the element, or the tag around it. */
  #element;
  #slot;
  #changed;
  #isInRoot;
  #isCovered = false;
  #check = ({ relatedTarget }) => {
    if (!this.#isRead(relatedTarget)) this.#replaceContent();
  };

  /** The shadow root: the one that came with the page (declarative shadow DOM), or a new one. */
  root;
  /** The base URL for the letter's address: the page's base when the address was set. The engine reads it. */
  baseURI;
  /** Called when the engine has shown a letter. */
  shown = () => {};
  /** The letter is shown here. */
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

  /** Takes the children of that tag, the element's siblings, as the content. Throws if the tag can't have slots. */
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

  // If the class was defined before the parser came here, or the browser lacks declarative shadow DOM, a published text
  // is still in its template.
  #adopt() {
    const template = this.#element.querySelector(":scope > template[shadowrootmode]");
    if (!template) return;
    if (isParsing()) return listen(PARSED, () => this.#adopt(), { once: true });
    template.remove();
    if (this.#isCovered) return;
    this.root.prepend(template.content);
    this.#showText(true);
  }

  #showText(isInRoot) {
    this.#isInRoot = this.#slot.hidden = this.place.hidden = isInRoot;
  }

  // Whether `publish` has written the content as the letter's own page: in the element or, by release 0.1.0, in the root.
  get #isPublished() {
    return this.#isInRoot || !!this.#element.querySelector(":scope > div > div > [data-static]");
  }

  /** Whether it is a text to read. */
  get isText() {
    return this.#isPublished || this.#element.textContent.length >= TEXT;
  }

  /** Whether there is any content. */
  get isThere() {
    return this.#isInRoot || this.#slot.assignedNodes().some((node) => ask(node, "nodeType") === 1 || node.data.trim());
  }

  /** Whether the letter has replaced the content: the engine sets this with each of its views. */
  get hidden() {
    return this.#isCovered;
  }

  set hidden(isCovered) {
    if (isCovered) this.shown();
    if (isCovered === this.#isCovered) return;
    this.#isCovered = isCovered;
    this.#stopListening();
    if (!isCovered) {
      this.#showText(this.#isInRoot);
    } else if (this.#isRead()) {
      this.place.hidden = true;
      for (const name of EVENTS) listen(name, this.#check, true);
    } else {
      this.#replaceContent();
    }
  }

  // A published text is replaced by one of the same size: nothing moves, and only a selection would be lost. While the
  // focus moves, the event knows what gets it. In a window behind another, WebKit doesn't match `:focus-within`; inside
  // another shadow root, the page doesn't know what has the focus.
  #isRead(focused = page.activeElement) {
    const element = this.#element;
    const isPublished = this.#isPublished;
    // What the parser has not reached yet can't be removed.
    if (isPublished ? isParsing() : !this.isText) return isPublished;
    if (element.contains(focused) || element.matches(":focus-within")) return true;
    const selection = getSelection();
    if (selection?.type === "Range" && selection.containsNode(element, true)) return true;
    return !isPublished && (hasScrolled || scrollY > 0) && this.#bottom > 0 && element.getBoundingClientRect().top < innerHeight;
  }

  #replaceContent() {
    this.#stopListening();
    // Asking for it makes the browser lay the page out at once.
    const bottom = "overflowAnchor" in this.place.style || this.#bottom;
    if (this.#isInRoot) this.root.replaceChildren(this.#slot, this.place);
    this.#showText(false);
    this.#slot.hidden = true;
    // Keeps what is below in its place where the browser doesn't do that.
    if (bottom <= 0) scrollBy(0, this.#bottom - bottom);
  }

  get #bottom() {
    return this.#element.getBoundingClientRect().bottom;
  }

  #stopListening() {
    for (const name of EVENTS) call(window, "removeEventListener", name, this.#check, true);
  }
}

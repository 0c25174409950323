// What stands in the letter's place before it: the host's content, or the text that was published with the page. Where
// that is a text, who has begun to read it is not disturbed: the letter waits until nobody looks.

import { leadFocus } from "./focus.js";

/** More characters than this are a text that people read; fewer are a link to one. */
const TEXT = 500;
const EVENTS = ["scroll", "selectionchange", "focusout", "resize"];

let hasScrolled = false;
addEventListener("scroll", () => (hasScrolled = true), { capture: true, passive: true, once: true });

/** The content of one element, and the place of its letter. */
export class Content {
  #element;
  #slot;
  #published;
  #isCovered = false;
  #check = () => {
    if (!this.#isRead()) this.#exchange();
  };

  /** Where the letter is shown. */
  place = document.createElement("div");

  /** Takes over a shadow root that came with the page (declarative shadow DOM), or fills an empty one. */
  constructor(element, root, changed) {
    this.#element = element;
    this.#slot = root.querySelector("slot") ?? document.createElement("slot");
    this.#publish([...root.children]);
    if (!this.#slot.isConnected) root.append(this.#slot);
    root.append(this.place);
    this.#slot.addEventListener("slotchange", () => {
      this.#adopt(root);
      changed();
    });
  }

  // Where the class was there before the parser, or the browser knows no declarative shadow DOM, a published text is
  // still in its template.
  #adopt(root) {
    const template = this.#element.querySelector(":scope > template[shadowrootmode]");
    if (!template) return;
    const children = [...template.content.children];
    template.remove();
    if (this.#isCovered) return;
    this.#publish(children);
    root.prepend(...this.#published);
    this.#slot.hidden = true;
  }

  #publish(children) {
    this.#published = children.filter((child) => child.localName !== "slot");
    this.place.hidden = this.#published.length > 0;
  }

  /** Whether there is any. */
  get isThere() {
    const { childElementCount, textContent } = this.#element;
    return this.#published.length > 0 || childElementCount > 0 || textContent.trim() !== "";
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
      this.#slot.hidden = this.place.hidden = this.#published.length > 0;
    } else if (this.#isRead()) {
      this.place.hidden = true;
      for (const name of EVENTS) addEventListener(name, this.#check, { capture: true, passive: true });
    } else {
      this.#exchange();
    }
  }

  // A page's own text is exchanged for one of the same size: nothing moves, and only what is marked would be lost.
  #isRead() {
    const element = this.#element;
    if (!this.#published.length && element.textContent.length < TEXT) return false;
    if (element.matches(":focus-within")) return true;
    const selection = getSelection();
    if (selection?.type === "Range" && selection.containsNode(element, true)) return true;
    const { top, bottom } = element.getBoundingClientRect();
    return !this.#published.length && (hasScrolled || scrollY > 0) && bottom > 0 && top < innerHeight;
  }

  #exchange() {
    this.#rest();
    const { bottom } = this.#element.getBoundingClientRect();
    this.#slot.hidden = true;
    for (const node of this.#published.splice(0)) node.remove();
    this.place.hidden = false;
    // What is below keeps its place where the browser does not see to that itself.
    if (bottom <= 0 && !CSS.supports("overflow-anchor", "auto")) {
      scrollBy(0, this.#element.getBoundingClientRect().bottom - bottom);
    }
  }

  #rest() {
    for (const name of EVENTS) removeEventListener(name, this.#check, { capture: true });
  }
}

// The form's place: below the first link to sign. The links tell assistive technology what they open.

import { style } from "./style.js";
import { page } from "own";

const SIGN = "[part~=sign]";

export class Place {
  #root;
  #closing;
  /** What is put there. */
  holder = page.createElement("div");

  /** The place in that root. `closed` is called when the letter that the form is in is closed for signing. */
  constructor(root, closed) {
    this.#root = root;
    this.#closing = new MutationObserver(closed);
    this.holder.className = "form-place";
    root.addEventListener("keydown", this.#space);
    style(root);
    this.#mark();
  }

  /** Whether the form is on the page. */
  get isOpen() {
    return this.holder.isConnected;
  }

  /** The letter. */
  get article() {
    return this.#root.querySelector("[part~=letter]");
  }

  /** Puts the form into a view of the letter. */
  put(view) {
    view.querySelector(SIGN)?.parentElement.after(this.holder);
    this.#mark();
    this.#closing.disconnect();
    this.#closing.observe(view.closest?.("[part~=letter]") ?? this.article, { attributeFilter: ["data-closed"] });
  }

  /** Moves an open form into a new view, with the focus if that is in the form. */
  move(view) {
    const { activeElement } = this.#root;
    if (this.isOpen) this.put(view);
    this.#mark();
    if (this.holder.contains(activeElement)) activeElement.focus();
  }

  /** Takes the form off the page; the link has the focus then. */
  close() {
    this.holder.remove();
    this.#mark();
    this.#root.querySelector(SIGN)?.focus();
  }

  /** Ends all this. */
  end() {
    this.#closing.disconnect();
    this.#root.removeEventListener("keydown", this.#space);
    this.holder.remove();
  }

  // Tells assistive technology that the links to sign open a form, and whether it is open.
  #mark() {
    for (const link of this.#root.querySelectorAll(SIGN)) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-expanded", this.isOpen);
    }
  }

  // Space clicks a link to sign, as it clicks buttons.
  #space = (event) => {
    if (event.key !== " " || !event.target.matches(SIGN)) return;
    event.preventDefault();
    event.target.click();
  };
}

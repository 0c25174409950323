// The first view of one element: what readers see before the engine runs, and where it can't.

import { build } from "./build.js";
import { find } from "./find.js";
import { style } from "./style.js";
import { CustomEvent, Promise } from "../built-ins.js";
import { link } from "../link.js";
import { page } from "../own.js";

export class FirstView {
  #element;
  #content;
  #root;
  #found;
  #isOver = false;
  /** The buttons and links that the reader has pressed. */
  #pressed = [];

  constructor(element, content) {
    this.#element = element;
    this.#content = content;
  }

  /** Whether it is what the reader sees. */
  get isShown() {
    return !!this.#root && !this.#isOver;
  }

  /** Shows the first view of that letter, if there is one. Resolves once the browser has painted it. */
  async show(letter) {
    const [found] = await Promise.all([find(this.#element, letter), style()]);
    const { place, isText } = this.#content;
    if (!found || this.#isOver || isText || !this.#element.isConnected) return;
    const root = build(found.view.tree, found.base, this.#element);
    place.className = "";
    place.replaceChildren(root);
    root.addEventListener("click", this.#click);
    this.#root = root;
    this.#found = found;
    this.#content.hidden = true;
    await painted();
  }

  #click = (event) => {
    const { target } = event;
    const button = target.closest("button");
    if (button) this.#pressed.push(button);
    const sign = target.closest("[part=sign]");
    if (!sign) return;
    // The form opens when the engine arrives; a second click would close it.
    if (this.#found.view.form) {
      event.preventDefault();
      if (!this.#pressed.includes(sign)) this.#pressed.push(sign);
      return;
    }
    const asked = { bubbles: true, composed: true, cancelable: true, detail: { url: sign.href } };
    if (!this.#element.dispatchEvent(new CustomEvent("open-letter-sign", asked))) event.preventDefault();
  };

  /** The engine has taken over. What the reader has begun to do is done now. */
  end() {
    this.#isOver = true;
    this.#root?.removeEventListener("click", this.#click);
    // Not while the engine is at work.
    setTimeout(() => this.#press());
  }

  /** The engine can't run: controls go, languages become links, and the count gets its date. */
  remain() {
    if (!this.isShown) return;
    const { view, base } = this.#found;
    const root = this.#root;
    for (const control of root.querySelectorAll("[part=filters],[part=share],.tools")) control.remove();
    for (const button of root.querySelectorAll("[part=languages] button")) {
      const there = page.createElement("a");
      there.href = link(view.languages?.find(({ lang }) => lang === button.lang)?.page ?? "", base);
      there.textContent = button.textContent;
      there.lang = there.hreflang = button.lang;
      button.replaceWith(there);
    }
    const date = root.querySelector(".stale");
    if (date) date.textContent = view.dated ?? "";
    // The form needs the engine too: its link leads on.
    view.form = false;
    this.#press();
  }

  #press() {
    this.#pressed.splice(0).forEach((pressed) => pressed.click());
  }
}

/** Resolves after the next frame; soon, if the page is hidden and has none. */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });

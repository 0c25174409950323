// The class of <open-letter>. It owns the shadow root and the element's life; the engine owns what is shown there.

import { ATTRIBUTES, VALUES } from "./attributes.js";
import { CustomEvent, HTMLElement, Promise, Symbol } from "../built-ins.js";
import { Content } from "./content.js";
import { FirstView } from "../first_view/first_view.js";
import { styleSheets } from "../first_view/style.js";
import { complain, forReader, isRunning, load, reportReplaced, settled, take } from "../engine/engine.js";
import { keepKeys } from "./keys.js";
import { repairSrc } from "./repair_src.js";
import { preload } from "../engine/preload.js";
import { notice } from "./notice.js";
import { parse } from "../url.js";

const NEAR = { rootMargin: "400px" };

/** The engine starts after this time even if the first view has not loaded. */
const PATIENCE_MS = 5000;

/** Gives the content of an element to the tag that makes it. */
export let contentOf;

export class OpenLetterElement extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  /** The release, for finding the cause of a fault. */
  static version = "__OPEN_LETTER_VERSION__";
  /** The loader of another release calls this when it finds the element already defined. */
  static [Symbol.for("open-letter.engine")] = take;

  static {
    contentOf = (element) => element.#content;
  }

  /** The elements that the engine serves. */
  static #served = [];

  #content = new Content(this, () => {
    this.#place.className = "";
    this.#mounted?.content_changed();
  });
  #root = this.#content.root;
  #place = this.#content.place;
  #first = new FirstView(this, this.#content);
  #mounted = null;
  #starting = null;
  #scheduled = false;
  #observer = null;
  #near = false;
  #updates = [];
  #failure = null;
  #isReady = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = styleSheets();
    keepKeys(this.#root);
    this.#content.shown = () => this.#mounted && this.#first.end();
    this.addEventListener("open-letter-error", reportReplaced);
    // Without a letter, the first view stays alone.
    this.addEventListener("open-letter-error", () => this.letter || this.#first.remain());
    this.addEventListener("open-letter-ready", () => (this.#isReady = true));
  }

  connectedCallback() {
    for (const name of PROPERTIES) this.#upgrade(name);
    this.#schedule();
  }

  disconnectedCallback() {
    this.#schedule();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    // A router may change the page's address later: that does not change which letter is meant.
    if (name === "src") this.#content.baseURI = this.baseURI;
    this.#schedule();
  }

  /** The `letter.json` that is shown, or null. */
  get letter() {
    return this.#mounted?.letter ?? null;
  }

  /** Resolves with the element when the letter that its attributes name is shown. Never rejects. */
  get ready() {
    const wait = async () => {
      // Changed attributes take effect first.
      await null;
      if (!this.#isReady) await new Promise((resolve) => this.addEventListener("open-letter-ready", resolve, { once: true }));
      return this;
    };
    return wait();
  }

  /** Loads the count now. Resolves when the answer is in, or when none will come. */
  async update() {
    // First waits for the insertion or the changed attributes to take effect.
    await null;
    await this.#starting;
    if (!this.#mounted) return;
    await new Promise((resolve) => {
      this.#updates.push(resolve);
      Promise.resolve(this.#mounted.update()).then(resolve);
    });
  }

  /** The count that is shown, or null. */
  get count() {
    return this.#mounted?.count ?? null;
  }

  // Moving an element removes and inserts it within one task: only its place after that counts. Several changed
  // attributes also make one change.
  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#soon();
  }

  async #soon() {
    await null;
    this.#scheduled = false;
    try {
      this.#settle();
    } catch (error) {
      this.#fail(error);
    }
  }

  #settle() {
    if (!this.isConnected) return this.#end();
    const { baseURI } = this.#content;
    repairSrc(this);
    this.#content.baseURI = baseURI;
    if (this.#mounted) {
      if (this.#mounted.attributes_changed()) this.#isReady = false;
      return;
    }
    if (this.#first.isShown) this.#showFirst();
    if (this.loading !== "lazy" || this.#near) return this.#start();
    this.#observer ??= new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.#observer?.disconnect();
        this.#near = true;
        this.#schedule();
      }
    }, NEAR);
    this.#observer.observe(this);
  }

  #start() {
    this.#starting ??= this.#mount().finally(() => (this.#starting = null));
  }

  async #mount() {
    try {
      if (!this.#content.isThere && /^$|body/.test(this.show)) this.#place.className = "waiting";
      if (!isRunning()) {
        this.#first = new FirstView(this, this.#content);
        await Promise.race([this.#showFirst(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
        preload(this, this.#letter);
      }
      const engine = await load(OpenLetterElement.#stopped);
      if (!this.#first.isShown) {
        this.#first.end();
        this.#clear();
      }
      if (!this.isConnected) return;
      OpenLetterElement.#served.push(this);
      const mounted = engine.mount(this, this.#root, this.#content, this.#place);
      if (OpenLetterElement.#served.includes(this)) this.#mounted = mounted;
    } catch (error) {
      await settled(this);
      this.#first.remain();
      this.#fail(error);
    }
  }

  get #letter() {
    return parse(this.src, this.#content.baseURI)?.href;
  }

  // Readers see this while the engine loads, unless the page has a text of its own.
  async #showFirst() {
    try {
      if (this.src.trim() && !this.#content.isText) await this.#first.show(this.#letter);
    } catch {} // the engine shows all of it
  }

  #end() {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#near = false;
    this.#leave()?.free();
    this.#first.end();
    this.#isReady = false;
    this.#content.hidden = false;
    this.#place.replaceChildren();
  }

  // Removes the notice. If the notice had the focus, the letter's place keeps it until the next view.
  #clear() {
    const place = this.#place;
    const hadFocus = place.contains(this.#root.activeElement);
    place.replaceChildren();
    if (hadFocus) {
      place.tabIndex = -1;
      place.focus();
      place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
    }
    return hadFocus;
  }

  // Gives up what the engine has begun for the element, and resolves the pending updates.
  #leave() {
    OpenLetterElement.#served = OpenLetterElement.#served.filter((element) => element !== this);
    this.#updates.splice(0).forEach((resolve) => resolve());
    const mounted = this.#mounted;
    this.#mounted = null;
    return mounted;
  }

  // The whole page shares one engine, so it stops for all elements.
  static #stopped = (error) => {
    for (const element of OpenLetterElement.#served) {
      element.#leave();
      element.#fail(error);
    }
  };

  // A letter that is shown stays as it is; without one, the host's content is shown again.
  #fail(error) {
    // Every change of the element meets the stopped engine again.
    if (this.#failure === error) return;
    this.#failure = error;
    const message = complain(error);
    if (!this.#content.hidden) {
      this.#place.className = "";
      const hadFocus = this.#clear();
      if (!this.#content.isThere) this.#place.append(notice(isRunning() ? null : () => this.#start(), forReader()));
      if (hadFocus) this.#place.querySelector("button")?.focus();
    }
    const detail = { code: "engine", message, url: this.getAttribute("src") ?? "" };
    this.dispatchEvent(new CustomEvent("open-letter-error", { bubbles: true, composed: true, detail }));
  }

  // A property that was set before the class was defined hides the accessor: this sets it again, through the accessor.
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }
}

// Whatever the attribute holds, the property is a documented value, the one that the engine reads.
const READ = {
  text: (value) => value ?? "",
  words: (value, words) => (words.includes(value?.trim()) ? value.trim() : words[0]),
  number(value, [least, most, usual, or]) {
    const word = value?.trim() ?? "";
    if (or && word === or) return or;
    return /^\d+$/.test(word) && word >= least && word <= most ? Number(word) : usual;
  },
};

const PROPERTIES = ATTRIBUTES.map((name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()));

ATTRIBUTES.forEach((name, index) => {
  const [kind, ...values] = VALUES[index];
  Object.defineProperty(OpenLetterElement.prototype, PROPERTIES[index], {
    configurable: true,
    enumerable: true,
    get() {
      return READ[kind](this.getAttribute(name), values);
    },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
});

// The class of <open-letter>. It owns the shadow root and the element's life; what is shown there is the engine's.

import { ATTRIBUTES } from "./attributes.js";
import { CSSStyleSheet, CustomEvent, HTMLElement, Promise, Symbol } from "../built-ins.js";
import { Content } from "./content.js";
import { blame, complain, isRunning, load, take } from "../engine/engine.js";
import { mend } from "./repair_src.js";
import { preload } from "../engine/preload.js";
import { notice } from "./notice.js";
import { forReader, settled, texts } from "../engine/texts.js";
import { parse } from "../url.js";
import { warm } from "../engine/warm_intl.js";
import { keepKeys } from "./keys.js";

const NEAR = { rootMargin: "400px" };

// Until the engine brings the stylesheet: the host's content as a block, and where there is none, the room that a
// letter takes, so that the page does not jump when it comes. In a frame, which may be as high as its page is, a room
// as high as the frame would make both grow without end.
const ROOM = window === top ? "100vh" : "30em";
const SHEET =
  `:host{display:flow-root;--_room:${ROOM}}:host([hidden]){display:none}` +
  ":host>.waiting{display:grid;grid-template-columns:minmax(0,var(--open-letter-measure,38rem));min-block-size:var(--_room)}";
let sheets;

function bareSheets() {
  if (sheets) return sheets;
  sheets = [];
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    sheets.push(sheet);
  } catch {
    blame();
  }
  return sheets;
}

/** The content of an element, for the tag that makes it. */
export let contentOf;

export class OpenLetterElement extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  /** The release, for whoever looks for the cause of something. */
  static version = "__OPEN_LETTER_VERSION__";
  /** Called by the loader of another release, which finds this one on the page. */
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
  #mounted = null;
  #starting = null;
  #scheduled = false;
  #observer = null;
  #near = false;
  #updates = [];
  #failure = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = bareSheets();
    this.addEventListener("open-letter-error", blame);
    keepKeys(this.#root);
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
    // A router that changes the page's address later does not change which letter was meant.
    if (name === "src") this.#content.baseURI = this.baseURI;
    this.#schedule();
  }

  /** The `letter.json` that is shown, or null. */
  get letter() {
    return this.#mounted?.letter ?? null;
  }

  /** Asks for the count now. Resolves when the answer is in, or when it is known that none will come. */
  async update() {
    // An element that was just inserted, or whose attributes have just changed, settles first.
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

  // An element that is moved is taken out and put in within one task: what counts is where it is after that. So do
  // several changed attributes make one change.
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
    mend(this);
    this.#content.baseURI = baseURI;
    if (this.#mounted) return this.#mounted.attributes_changed();
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
      if (!isRunning()) {
        texts(this);
        preload(this, parse(this.src, this.#content.baseURI)?.href);
        warm(this);
      }
      if (!this.#content.isThere && /^$|body/.test(this.show)) this.#place.className = "waiting";
      const engine = await load(OpenLetterElement.#stopped);
      this.#clear();
      if (!this.isConnected) return;
      OpenLetterElement.#served.push(this);
      const mounted = engine.mount(this, this.#root, this.#content, this.#place, texts);
      if (OpenLetterElement.#served.includes(this)) this.#mounted = mounted;
    } catch (error) {
      await settled(this);
      this.#fail(error);
    }
  }

  #end() {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#near = false;
    this.#leave()?.free();
    this.#content.hidden = false;
    this.#place.replaceChildren();
  }

  // Takes the notice away. If that had the focus, the place of the letter has it until something stands there.
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

  // What the engine has begun for the element; who waits for an answer waits no longer.
  #leave() {
    OpenLetterElement.#served = OpenLetterElement.#served.filter((element) => element !== this);
    this.#updates.splice(0).forEach((resolve) => resolve());
    const mounted = this.#mounted;
    this.#mounted = null;
    return mounted;
  }

  // The engine is one for the whole page, and so is its end.
  static #stopped = (error) => {
    for (const element of OpenLetterElement.#served) {
      element.#leave();
      element.#fail(error);
    }
  };

  // A letter that shows stays as it is; where none does, the host's content is there again.
  #fail(error) {
    // An engine that has stopped is met at every change of the element.
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

  // A property that was set before the class was known hides the accessor: it is set again through it.
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }
}

// Typed and total: whatever the attribute holds, the property is a documented value, the same that the engine reads.
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

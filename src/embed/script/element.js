// The class of <open-letter>. It owns the shadow root and the element's life; what is shown there is the engine's.

import { isRunning, load, remedy } from "./engine.js";
import { preload } from "./preload.js";
import { notice } from "./notice.js";
import { warm } from "./warm.js";

export const ATTRIBUTES = ["src", "lang", "show", "theme", "look", "heading-level", "refresh", "loading", "partner"];

const NEAR = { rootMargin: "400px" };

// Until the engine brings the stylesheet: the host's content as a block, and where there is none, the room that a
// letter takes, so that the page below does not jump when it comes.
const SHEET = ":host{display:block}:host([hidden]){display:none}.waiting{min-block-size:100vh}";
let sheet;

function bareSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
  }
  return sheet;
}

export class OpenLetterElement extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  /** The release, for whoever looks for the cause of something. */
  static version = "__OPEN_LETTER_VERSION__";

  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  #place = document.createElement("div");
  #mounted = null;
  #starting = null;
  #scheduled = false;
  #observer = null;
  #near = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [bareSheet()];
    this.#root.append(this.#slot, this.#place);
    this.#slot.addEventListener("slotchange", () => {
      this.#place.className = "";
      this.#mounted?.content_changed();
    });
  }

  connectedCallback() {
    for (const name of PROPERTIES) this.#upgrade(name);
    this.#schedule();
  }

  disconnectedCallback() {
    this.#schedule();
  }

  attributeChangedCallback(_name, before, after) {
    if (before !== after) this.#schedule();
  }

  /** The `letter.json` that is shown, or null. */
  get letter() {
    return this.#mounted?.letter ?? null;
  }

  /** Asks for the count now. Resolves when the answer is in, or when it is known that none will come. */
  async update() {
    await this.#starting;
    await this.#mounted?.update();
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
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#settle();
    });
  }

  #settle() {
    if (!this.isConnected) return this.#end();
    if (this.#mounted) return this.#guard(() => this.#mounted.attributes_changed());
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
    if (!isRunning()) {
      preload(this);
      warm(this);
    }
    if (!this.#isFilled() && /^$|body/.test(this.show)) this.#place.className = "waiting";
    try {
      const engine = await load();
      this.#place.replaceChildren();
      if (this.isConnected) this.#mounted = engine.mount(this, this.#root, this.#slot, this.#place);
    } catch (error) {
      this.#fail(error);
    }
  }

  #end() {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#near = false;
    const mounted = this.#mounted;
    this.#mounted = null;
    this.#slot.hidden = false;
    this.#guard(() => mounted?.free());
  }

  // A trap in the engine ends it for the whole page; each element that notices gives its content back.
  #guard(act) {
    try {
      act();
    } catch (error) {
      this.#mounted = null;
      this.#fail(error);
    }
  }

  #fail(error) {
    const message = remedy(error);
    console.error(`open-letter: ${message}`, error);
    this.#slot.hidden = false;
    this.#place.className = "";
    this.#place.replaceChildren();
    if (!this.#isFilled()) this.#place.append(notice(() => this.#start()));
    const detail = { code: "engine", message, url: this.getAttribute("src") ?? "" };
    this.dispatchEvent(new CustomEvent("open-letter-error", { bubbles: true, composed: true, detail }));
  }

  #isFilled() {
    return this.childElementCount > 0 || this.textContent.trim() !== "";
  }

  // A property that was set before the class was known hides the accessor: it is set again through it.
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }
}

const oneOf = (words) => (value) => (words.includes(value) ? value : words[0]);

// Typed and total: whatever the attribute holds, the property is a documented value.
const READ = {
  theme: oneOf(["auto", "light", "dark"]),
  loading: oneOf(["eager", "lazy"]),
  "heading-level": (value) => (/^[1-6]$/.test(value?.trim()) ? Number(value) : 2),
  refresh: (value) => (value === "off" ? value : Number(value) >= 10 ? Math.floor(Number(value)) : 60),
};

const PROPERTIES = ATTRIBUTES.map((name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()));

ATTRIBUTES.forEach((name, index) => {
  const read = READ[name] ?? ((value) => value ?? "");
  Object.defineProperty(OpenLetterElement.prototype, PROPERTIES[index], {
    configurable: true,
    enumerable: true,
    get() {
      return read(this.getAttribute(name));
    },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
});

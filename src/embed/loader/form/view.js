// The form on the page. Its elements and texts are printed by the views (src/view/sign_form/), as a file for each
// language; here they are put together for one letter, and follow the course of its signature.

import { isSending } from "./course.js";
import { fill, number, time } from "./format.js";
import { isBox } from "./read.js";
import { page } from "own";

/** Answers that our collector has published. */
const PUBLISHED = ["name", "organisation", "role", "country", "comment"];

/** The element of a tree: tag, attributes, then children. A string is a text. */
function make(item, level) {
  if (typeof item === "string") return item;
  const [tag, attributes, ...children] = item;
  const deeper = /^h\d$/.test(tag) && Math.min(level + (tag[1] - 3), 6);
  const element = page.createElement(deeper ? `h${deeper}` : tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => make(child, level)));
  return element;
}

export class View {
  #file;
  #form;
  #lang;
  #written;
  #next;
  #elsewhere;

  /**
   * The view of a form, from the file of a language. `about` says what stands above the fields, in which language the
   * letter is, and which link leads to another page to sign.
   */
  constructor(file, form, { level, lang, dir, isForeign, receiver, privacy, next, written, elsewhere }) {
    this.#file = file;
    this.#form = form;
    this.#lang = lang;
    this.#written = written;
    const { texts } = file;
    this.element = make(file.form, level);
    if (isForeign) Object.assign(this.element, { lang: file.lang, dir: file.dir });
    const fields = form.ask.map((ask) => this.#field(ask, isForeign && { lang, dir }));
    this.find(".asking").prepend(...fields);
    const say = (...children) => this.find(".about").append(make(["p", {}, ...children]));
    if (form.isCollected && !form.asks("public")) say(fill(texts.published, this.#listed(PUBLISHED.filter(form.asks))));
    if (receiver) say(fill(texts.receiver, receiver));
    this.#next = next;
    this.#elsewhere = elsewhere;
    if (elsewhere) Object.assign(this.find(".elsewhere"), { href: elsewhere.href, target: elsewhere.target });
    if (next) Object.assign(this.find(".next p"), { textContent: next, ...(isForeign && { lang, dir }) });
    if (privacy) say(["a", { href: privacy, rel: "noopener", referrerpolicy: "strict-origin-when-cross-origin" }, texts.privacy]);
  }

  #field({ field, text, max, required }, letter) {
    const { fields, texts } = this.#file;
    const element = make(fields[field]);
    const [label, hint] = ["label", ".hint"].map((selector) => element.querySelector(selector));
    if (required !== true) {
      for (const input of element.querySelectorAll("[required]")) input.required = false;
      if (!required && !isBox(field) && field !== "kind") label.textContent = fill(texts.optional, label.textContent);
    }
    if (isBox(field) && text) Object.assign(label, { textContent: text, ...letter });
    if (field === "comment") hint.textContent = fill(hint.textContent, this.#number(max));
    const isApt = { email: this.#form.isCollected, organisation: required === "organisation" }[field] ?? true;
    if (hint && !isApt) hint.remove();
    return element;
  }

  #number = (value) => this.#written(this.#lang, value) ?? number(this.#lang, value);

  #label = (field) => this.#file.labels[field];

  #listed = (fields) => fields.map(this.#label).join(this.#file.comma);

  find = (selector) => this.element.querySelector(selector);

  #inputs = () => [...this.element.querySelectorAll("[name]")];

  /** What is typed, by the names of the fields. A ticked box has the value that the letter gives it. */
  typed() {
    const isGiven = ({ type, checked }) => !/radio|checkbox/.test(type) || checked;
    return Object.fromEntries(this.#inputs().filter(isGiven).map(({ name, value }) => [name, value]));
  }

  /** What stands beside the signer's own name, until the publisher has it. */
  get shortly() {
    return this.#file.texts.shortly;
  }

  /** Takes what is typed into another view. */
  take(other) {
    for (const input of this.#inputs()) {
      const like = other.#inputs().find(({ name, type, value }) => name === input.name && (type !== "radio" || value === input.value));
      if (!like) continue;
      if (/radio|checkbox/.test(input.type)) input.checked = like.checked;
      else input.value = like.value;
    }
    this.find("#sign-code").value = other.find("#sign-code").value;
  }

  /** Shows where the signature stands. */
  show(course) {
    const { texts } = this.#file;
    const { stage, code } = course;
    this.element.dataset.stage = /^(ask|send)/.test(stage) ? "asking" : /^(cod|conf)/.test(stage) ? "coding" : "end";
    for (const { field, max } of this.#form.ask) {
      const fault = course.faults[field];
      for (const input of this.element.querySelectorAll(`[name=${field}]`)) input.setAttribute("aria-invalid", !!fault);
      this.#say(`#${field}-error`, fault && this.#fault(field, fault, max));
    }
    this.#say(".meant", course.suggestion && fill(texts.did_you_mean, course.suggestion));
    for (const [selector, text] of [[".asking .send", texts.send], [".coding .send", texts.confirm]]) {
      this.#say(selector, isSending(course) ? texts.sending : text);
      this.find(selector).setAttribute("aria-disabled", isSending(course));
    }
    this.#say("#sign-sent", fill(texts.code_sent, course.address));
    this.find(".late").dataset.empty = !course.isLate;
    this.find("#sign-code").setAttribute("aria-invalid", !!code);
    this.#say("#sign-code-error", code && (code === "missing" ? texts.code_missing : fill(texts.code_wrong, this.#number(code))));
    if (course.sentAt) {
      const [sent, again] = course.sentAt.map((wall) => time(this.#lang, wall));
      this.#say(".sent", fill(texts.no_code_help, sent));
      this.#say(".later", fill(texts.again_at, again));
    }
    this.#say(".outcome", this.#outcome(course));
    this.#say(".own", course.number && fill(texts.number, this.#number(course.number)));
    this.find(".share").dataset.empty = stage === "closed";
    this.find(".next").dataset.empty = stage === "closed" || !this.#next;
    this.#say(".said", this.#status(course));
    this.find(".elsewhere").dataset.empty = !this.#elsewhere || !/^(lost|unsure|failed|refused)$/.test(course.trouble);
  }

  // A live text that comes out the same is not written again: it would be spoken again.
  #say(selector, text) {
    const element = this.find(selector);
    if (!element) return;
    if (element.textContent !== (text || "")) element.textContent = text || "";
    if (element.dataset.empty) element.dataset.empty = !text;
  }

  #fault(field, code, max) {
    const { faults } = this.#file;
    return fill(faults[field]?.[code] ?? faults.any[code], this.#number(max));
  }

  // What became of the signature, and nothing that isn't known.
  #outcome({ stage, held, isPerson, confirms, address, receiver }) {
    const { texts } = this.#file;
    if (stage === "signed") return held ? (isPerson ? texts.review : texts.held) : texts.confirmed;
    if (stage === "taken") return confirms ? fill(texts.link_sent, address) : fill(texts.sent, receiver);
    return stage === "closed" ? texts.closed : "";
  }

  // What screen readers speak: the one live text of the form.
  #status({ slow, trouble, wait, receiver, expired, faults }) {
    const { texts } = this.#file;
    if (slow) return texts.slow;
    if (trouble) return fill(texts[trouble === "lost" ? "failed" : trouble], trouble === "busy" ? this.#number(wait) : receiver);
    if (expired) return texts.expired;
    const fields = Object.keys(faults);
    const labels = this.#listed(fields.filter((field) => !isBox(field)));
    // A box that isn't ticked has no label of ours: what is beside it is said.
    const boxes = fields.filter(isBox).map((field) => this.#fault(field, faults[field]));
    return [...(labels ? [fill(texts.faults, labels)] : []), ...boxes].join(" ");
  }
}

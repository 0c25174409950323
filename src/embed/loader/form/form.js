// The form to sign, where the reader is: what somebody does there, and what becomes of it. It is a part of its own, which
// is fetched when somebody is about to sign.

import { check, suggestion, tidy } from "./check.js";
import { again, begin, close, confirm, confirmed, send, sent, told } from "./course.js";
import { Delivery } from "./delivery.js";
import { Place } from "./place.js";
import { isBox, read } from "./read.js";
import { hostOf } from "./receiver.js";
import { View } from "./view.js";
import { link } from "../link.js";

/** Milliseconds after which the form says that an answer takes long. */
const SLOW_MS = 8000;
/** Milliseconds between two mails to one address. */
const NEXT_MAIL_MS = 600000;

/** Where the focus goes. */
const [FAULT, MEANT, EMAIL, CODE, OUTCOME] = [".asking [aria-invalid=true]", ".meant", "[name=email]", "#sign-code", ".outcome"];
const FIRST = ".asking input,.asking textarea";
const START = { asking: FIRST, sending: FIRST, coding: CODE, confirming: CODE };

const UNREACHED =
  "no answer from the receiver of signatures: check its address, that it sends Access-Control-Allow-Origin, and that connect-src of the page's Content-Security-Policy allows it";
const TROUBLES = {
  unsure: UNREACHED,
  lost: UNREACHED,
  failed: "the receiver of signatures has failed",
  refused: "the receiver of signatures refuses this one",
};

/**
 * The form of the letter that is shown; nothing if it may not be sent from this page. `of` has the element `host`, its
 * `root`, the `mounted` letter, `texts` by language, how the page has `written` a number, and a way to `report`.
 */
export function formOf(of) {
  const form = definition(of.mounted);
  return form && new Form(of, form);
}

const definition = ({ letter, base }) => read(letter?.sign?.form, base, location.href);

class Form {
  #of;
  #form;
  #letter;
  #course = begin();
  #delivery = new Delivery();
  #view;
  #place;
  /** The last e-mail address that was sent, or asked about. */
  #doubted;

  constructor(of, form) {
    this.#of = of;
    this.#form = form;
    this.#letter = of.mounted.letter;
    this.#place = new Place(of.root, () => this.#render());
    this.#place.holder.addEventListener("click", (event) => this.#click(event));
    this.#place.holder.addEventListener("change", () => this.#lookAtAddress());
  }

  get isOpen() {
    return this.#place.isOpen;
  }

  /** Opens the form. */
  async open() {
    await this.#dress();
    this.#place.put(this.#of.root);
    this.#render();
    this.#focus(START[this.#course.stage] ?? OUTCOME);
    this.#prepare();
  }

  // Asks for the token while somebody types.
  async #prepare() {
    if (!(await this.#delivery.prepare(this.#form))) return;
    close(this.#course);
    this.#render();
  }

  /** Closes the form; what was typed stays. */
  close() {
    this.#place.close();
  }

  /**
   * The letter was mounted anew, as the last view in `place`, and perhaps in another language. The form goes there with
   * all that was typed. False if this is another letter.
   */
  moved(place) {
    const { mounted } = this.#of;
    const { letter } = mounted;
    const form = letter?.id && letter.id === this.#letter.id && definition(mounted);
    if (!form) {
      this.end();
      return false;
    }
    this.#place.move(place.lastElementChild);
    this.#form = form;
    this.#letter = letter;
    // The engine is at work until then.
    queueMicrotask(() => this.#settle());
    return true;
  }

  async #settle() {
    await this.#dress();
    this.#render();
    this.#showOwn();
  }

  /** Ends the form. */
  end() {
    this.#place.end();
  }

  // Makes the view for the letter's language, unless it is there.
  async #dress() {
    const { host, root, mounted, texts, written } = this.#of;
    const letter = this.#letter;
    const { lang, dir } = this.#place.article;
    if (this.#view?.letter === letter) return;
    const { file, isForeign } = await texts(lang);
    if (letter !== this.#letter || this.#view?.letter === letter) return;
    const title = root.querySelector("[part~=title]");
    const level = Math.min((host.headingLevel || 2) + !!title, 6);
    const [own, other] = [mounted.base, this.#form.action].map(hostOf);
    const receiver = own !== other && other;
    const privacy = typeof letter.privacy === "string" && link(letter.privacy, mounted.base);
    const next = typeof letter.sign.next === "string" && letter.sign.next.trim();
    const elsewhere = root.querySelector("[part~=sign][href]");
    const view = new View(file, this.#form, { level, lang, dir, isForeign, receiver, privacy, next, written, elsewhere });
    if (this.#view) view.take(this.#view);
    const name = this.isOpen && this.#view.element.contains(root.activeElement) && root.activeElement.name;
    this.#view = Object.assign(view, { letter });
    this.#place.holder.replaceChildren(view.element);
    this.#render();
    if (name) this.#focus(`[name=${name}]`);
  }

  #render() {
    const course = this.#course;
    // Whoever has not sent anything yet can't any more.
    const isLate = course.stage === "asking" && this.#place.article?.dataset.closed === "true";
    this.#view?.show(isLate ? { ...begin(), stage: "closed" } : course);
  }

  #focus(selector) {
    this.#view.find(selector)?.focus();
  }

  #click(event) {
    const button = event.target.closest("button");
    if (!button) return;
    // Not the form's `submit` event: a frame may not allow that, while Enter still clicks the button.
    event.preventDefault();
    const acts = {
      send: () => (button.closest(".asking") ? this.#send() : this.#confirm()),
      meant: () => this.#correct(),
      close: () => this.close(),
      again: () => this.#again(),
      share: () => this.#of.root.querySelector("[part~=share] button")?.click(),
    };
    acts[button.className]?.();
  }

  #again() {
    again(this.#course);
    this.#render();
    this.#focus(EMAIL);
  }

  /** What is typed, tidied. */
  #answers() {
    const typed = this.#view.typed();
    const answer = ({ field, id }) => {
      if (isBox(field)) return field in typed && ((field === "consent" && id) || "yes");
      return tidy(field, typed[field] ?? "");
    };
    return Object.fromEntries(this.#form.ask.map((ask) => [ask.field, answer(ask)]));
  }

  // Looks for a typing error in the address, after it was typed.
  #lookAtAddress() {
    this.#course.suggestion = suggestion(this.#answers().email);
    this.#render();
  }

  #correct() {
    this.#view.find(EMAIL).value = this.#course.suggestion;
    this.#course.suggestion = undefined;
    this.#render();
    this.#focus(EMAIL);
  }

  // Whether the signer has to see first that the address may have a typing error: once for each address.
  #isDoubtful(address) {
    const meant = suggestion(address);
    const isNew = meant && this.#doubted !== address;
    this.#doubted = address;
    this.#course.suggestion = meant;
    return isNew;
  }

  async #send() {
    const [course, form] = [this.#course, this.#form];
    if (course.stage !== "asking") return;
    const answers = this.#answers();
    const faults = check(form, answers);
    const isFit = !Object.keys(faults).length;
    if (isFit && this.#isDoubtful(answers.email)) {
      this.#render();
      return this.#focus(MEANT);
    }
    if (isFit && navigator.onLine === false) {
      course.trouble = "offline";
      return this.#render();
    }
    Object.assign(course, { address: answers.email, isPerson: answers.kind !== "organisation", receiver: hostOf(form.action) });
    const isReady = send(course, faults);
    this.#render();
    if (!isReady) return this.#focus(FAULT);
    // What is sent is sent, whatever becomes of the form.
    const context = { partner: this.#of.host.getAttribute("partner")?.trim(), lang: this.#place.article.lang };
    const next = await this.#unlessSlow(this.#delivery.send(form, answers, context));
    sent(course, next);
    course.sentAt = [Date.now(), Date.now() + NEXT_MAIL_MS];
    this.#render();
    this.#tell();
    if (course.stage !== "asking") this.#focus(START[course.stage] ?? OUTCOME);
    else if (Object.keys(course.faults).length) this.#focus(FAULT);
  }

  async #confirm() {
    const course = this.#course;
    const code = confirm(course, this.#view.find(CODE).value);
    this.#render();
    if (!code) return course.code && this.#focus(CODE);
    const next = await this.#unlessSlow(this.#delivery.confirm(this.#form, course.signature, code));
    confirmed(course, next);
    this.#render();
    this.#showOwn();
    if (course.stage === "coding") this.#tellTrouble();
    else this.#tell();
    this.#focus({ coding: CODE, asking: ".asking .send" }[course.stage] ?? OUTCOME);
  }

  // Says after a while that an answer takes long. A page may have changed what even this needs.
  async #unlessSlow(answer) {
    const timer = setTimeout(() => {
      this.#course.slow = true;
      this.#render();
    }, SLOW_MS);
    const next = await answer.catch(() => ({ trouble: "failed" }));
    clearTimeout(timer);
    return next;
  }

  // The signer's own number and row, until the publisher has them. The count is at least the number: what is known, and
  // no more.
  #showOwn() {
    const { stage, held, number = 0, id, name } = this.#course;
    if (stage === "signed" && !held) this.#of.mounted.sign(number, id, name, this.#view.shortly);
  }

  #tell() {
    const state = told(this.#course);
    if (state) this.#of.report("open-letter-signed", { state });
    else this.#tellTrouble();
  }

  #tellTrouble() {
    const message = TROUBLES[this.#course.trouble];
    if (message) this.#of.fail(message, this.#form.action);
  }
}

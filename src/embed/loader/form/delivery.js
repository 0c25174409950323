// Sends answers and codes to the receiver, with what our collector wants besides: its token, and a key.

import { written } from "./body.js";
import { confirmed, isStale, sent, token } from "./reply.js";
import { request } from "./request.js";

/** Milliseconds for which a token is used; the collector takes it for two hours. */
const OLD_MS = 6e6;
/** Milliseconds before the collector takes a token: nobody types faster. */
const YOUNG_MS = 2500;

// Two clocks: the reader, or a phone that finds its network, may set back the wall clock; the other one stops while the
// device sleeps.
const now = () => [Date.now(), performance.now()];
const since = (then) => Math.max(...now().map((clock, index) => clock - then[index]), 0);

/** A way to send from one form. */
export class Delivery {
  #token;
  #last;

  /** The token, or what became of the letter or of the question. */
  async #ask({ collector, id }) {
    if (this.#token && since(this.#token.at) < OLD_MS) return this.#token;
    const found = token(await request(`${collector}letters/${id}/form`));
    this.#token = found.value && { ...found, at: now() };
    return this.#token ?? found;
  }

  /** Asks for the token while somebody types. Resolves to whether the letter is closed. */
  async prepare(form) {
    return form.isCollected && (await this.#ask(form)).stage === "closed";
  }

  /** Sends the answers. Returns what changes in the course. */
  async send(form, answers, context) {
    const [type, body] = written(form, answers, context);
    if (!form.isCollected) return sent(form, await request(form.action, type, body));
    // The same key for the same answers, so that a repetition is no second signature.
    if (this.#last?.body !== body) this.#last = { body, key: random() };
    const { key } = this.#last;
    for (let left = 1; ; left--) {
      const found = await this.#ask(form);
      if (!found.value) return found;
      const rest = YOUNG_MS - since(found.at);
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, Math.ceil(rest)));
      const more = Object.entries({ token: found.value, key });
      const reply = await request(form.action, ...written(form, answers, context, more));
      // Once more with another token.
      if (!left || !isStale(form, reply)) return sent(form, reply);
      this.#token = undefined;
    }
  }

  /** Sends a code for that signature. Returns what changes in the course. */
  async confirm({ collector }, signature, code) {
    const [type, body] = ["application/x-www-form-urlencoded", `${new URLSearchParams({ code })}`];
    return confirmed(await request(`${collector}signatures/${signature}/confirm`, type, body));
  }
}

/** 128 random bits in hexadecimal digits. */
const random = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

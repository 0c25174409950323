// Types of <open-letter>, its properties and its events.

/** `letter.json`, version 1; `letter.schema.json` beside this file describes it whole. */
export interface Letter {
  version: 1;
  lang: string;
  title: string;
  body: unknown[];
  /** The roll's index, where more have signed than stand in the letter. */
  roll?: string | null;
  [member: string]: unknown;
}

/** Why a letter, or something of it, could not be had. */
export type OpenLetterErrorCode =
  | "no-src" | "network" | "status" | "timeout" | "too-large" | "not-json" | "not-a-letter" | "version" | "count"
  | "roll" | "engine";

export interface OpenLetterEventMap {
  /** The letter is on the page; again after `src` or `lang` brought another text. */
  "open-letter-ready": CustomEvent<null>;
  /** The count is known, or has changed; `previous` is null the first time. */
  "open-letter-count": CustomEvent<{ count: number; previous: number | null }>;
  /** The letter, or something of it, could not be had. */
  "open-letter-error": CustomEvent<{ code: OpenLetterErrorCode; message: string; url: string }>;
  /** A reader follows the link to sign; `preventDefault()` holds it back. */
  "open-letter-sign": CustomEvent<{ url: string }>;
}

/** An open letter, embedded. Each attribute is a property too. */
export class OpenLetterElement extends HTMLElement {
  /** The release. */
  static readonly version: string;
  /** The URL of `letter.json`. */
  src: string;
  /** Space-separated: title summary date addressees body count sign roll share languages. */
  show: string;
  theme: "auto" | "light" | "dark";
  look: string;
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  /** Seconds between count requests, at least 10. */
  refresh: number | "off";
  loading: "eager" | "lazy";
  /** The id that is added to the sign link. */
  partner: string;
  /** Asks for the count now. Resolves when the answer is in, or when it is known that none will come. */
  update(): Promise<void>;
  /** The letter that is shown. */
  readonly letter: Letter | null;
  /** The count that is shown. */
  readonly count: number | null;
  addEventListener<K extends keyof OpenLetterEventMap>(
    type: K,
    listener: (this: OpenLetterElement, event: OpenLetterEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "open-letter": OpenLetterElement;
  }
  interface HTMLElementEventMap extends OpenLetterEventMap {}
}

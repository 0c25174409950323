// Types of <open-letter>, its properties, its events and the letter that it shows.

/** `letter.json`, version 1, as it was fetched; `letter.schema.json` is its JSON Schema. Whatever is optional may be
 * `null` too. A relative URL is relative to the `letter.json` that it stands in. The widget leaves out what is not of
 * its type; here it still stands. */
export interface Letter {
  $schema?: string | null;
  version: 1;
  /** The same in all translations. */
  id?: string | null;
  /** The language of the text: a BCP 47 tag. */
  lang: string;
  title: string;
  /** What the letter is about and why it was written, in a paragraph. */
  summary?: string | null;
  /** The day that the letter bears: `2023-09-07`. */
  date?: string | null;
  /** The letter's own page. */
  url?: string | null;
  /** An image for previews. */
  image?: string | null;
  /** Where the campaign stands; without it, `open`. */
  status?: "open" | "closed" | "delivered" | "answered" | null;
  /** What happened since. */
  updates?: Update[] | null;
  addressees?: AddresseeGroup[] | null;
  salutation?: string | null;
  body: Block[];
  /** What stands between text and signatures. */
  closing?: string | null;
  /** The roll, or its beginning. */
  signatories?: Signatory[] | null;
  signatures?: Signatures | null;
  /** The roll's index, where more have signed than stand in `signatories`. */
  roll?: string | null;
  sign?: Sign | null;
  /** Where to ask for one's name to be taken off. */
  withdraw?: string | null;
  /** Where to reach the coordinator. */
  contact?: string | null;
  /** What is done with the signatories' data. */
  privacy?: string | null;
  /** The letter in all its languages, this one included. */
  translations?: Translation[] | null;
}

/** A block of the body: a paragraph, a heading, a quotation of several paragraphs, or a list. */
export type Block = Spans | { heading: Spans } | { quote: Spans[] } | { list: Spans[]; ordered?: boolean | null };

/** Text, marked or not, to a depth of 8. It is never HTML. */
export type Spans = string | { strong: Spans } | { em: Spans } | { link: string; text: Spans } | Spans[];

/** Something that happened after the letter was published. */
export interface Update {
  /** `2023-09-19` */
  date?: string | null;
  text: string;
  /** Where to read on. */
  url?: string | null;
}

/** Addressees that stand together. */
export interface AddresseeGroup {
  /** What stands above them: *To the Attention of:*. */
  heading?: string | null;
  members: Addressee[];
}

/** A person or body that the letter is addressed to. */
export interface Addressee {
  /** With its style: *The Honourable …*. */
  name: string;
  office?: string | null;
  /** The body to which the addressee belongs. */
  organisation?: string | null;
}

/** A person or organisation that signed the letter. */
export interface Signatory {
  /** Public, and unique in the letter. */
  id?: string | null;
  name: string;
  /** Without it, the signatory is under neither filter. */
  kind?: "person" | "organisation" | null;
  /** Whether this is one of those who began the letter. */
  initiator?: boolean | null;
  /** What a person does: *Fellow*. */
  role?: string | null;
  /** The organisation that a person belongs to. */
  organisation?: string | null;
  /** A remark of the coordinator's. */
  note?: string | null;
  /** The signatory's own site. */
  url?: string | null;
  /** An image of an organisation's logo. */
  logo?: string | null;
  /** An ISO 3166-1 alpha-2 code, or a name. */
  country?: string | null;
  /** The language of the name: a BCP 47 tag. */
  lang?: string | null;
  /** The day of signing: `2023-09-07`. */
  signed?: string | null;
  /** The signatory's own words. */
  comment?: string | null;
  /** Whether the coordinator has checked who signed. */
  verified?: boolean | null;
}

/** The count at the time of publishing, and its live source. */
export interface Signatures {
  /** All signatures, however few of the names are public. */
  count?: number | null;
  /** The number that the campaign hopes for. */
  goal?: number | null;
  /** The organisations among all who signed, where only some of them stand in the letter. */
  organisations?: number | null;
  /** The persons among them, where some have no kind; else all who are no organisations are persons. */
  persons?: number | null;
  /** A `count.json`; or any JSON document, and a JSON Pointer (RFC 6901) to the count in it. */
  src?: string | { url: string; pointer: string } | null;
  /** A stream of Server-Sent Events whose messages are count documents. */
  stream?: string | null;
  /** Fewest seconds that the publisher wants between two requests of a reader. */
  refresh?: number | null;
}

/** How to sign. */
export interface Sign {
  /** The page with the form. */
  url: string;
  /** What the link says; without it, the widget's own words. */
  label?: string | null;
}

/** The letter in another language, or in this one. */
export interface Translation {
  /** A BCP 47 tag. */
  lang: string;
  /** Its title, in that language. */
  title?: string | null;
  /** Its `letter.json`. */
  src: string;
}

/** Why a letter, or something of it, could not be had. */
export type OpenLetterErrorCode =
  | "no-src" | "network" | "status" | "timeout" | "too-large" | "not-json" | "not-a-letter" | "version" | "count"
  | "roll" | "engine";

/** The events of `<open-letter>`. All bubble and leave shadow roots, so `document` and `window` have them too. */
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

/** An open letter, embedded. Each attribute is a property too, and reflected. */
export interface OpenLetterElement extends HTMLElement {
  // <attributes>
  /** The address of `letter.json`. */
  src: string;
  /** The language (BCP 47) in which the letter is shown, if it has that translation. */
  lang: string;
  /** The parts that are shown: any of `title summary date addressees body count sign roll share languages`. */
  show: string;
  /** The colour scheme. `auto` follows the page. */
  theme: "auto" | "light" | "dark";
  /** A ready look. Without one, the letter takes the font and colours of the page. */
  look: "" | "paper" | "press" | "plain";
  /** The heading level of the title. If the title is not shown, of the headings below it. */
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  /** The seconds between two requests for the count: at least 10, or `off` for no request. */
  refresh: number | "off";
  /** `lazy` starts when the element is near the visible part of the page. */
  loading: "eager" | "lazy";
  /** Adds `?partner=` with this id to the link to sign. */
  partner: string;
  // </attributes>
  /** Asks for the count now. Resolves when the answer is in, or when it is known that none will come. */
  update(): Promise<void>;
  /** The letter that is shown. */
  readonly letter: Letter | null;
  /** The count that is shown. */
  readonly count: number | null;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: OpenLetterElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: OpenLetterElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What `customElements.get("open-letter")` gives once the script has run. */
export interface OpenLetterElementClass {
  new (): OpenLetterElement;
  readonly prototype: OpenLetterElement;
  /** The release. */
  readonly version: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "open-letter": OpenLetterElement;
  }
  interface GlobalEventHandlersEventMap extends OpenLetterEventMap {}
  interface CustomElementRegistry {
    get(name: "open-letter"): OpenLetterElementClass | undefined;
    whenDefined(name: "open-letter"): Promise<OpenLetterElementClass>;
  }
}

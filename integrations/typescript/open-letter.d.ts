// Types of <open-letter>, its properties, its events and the letter that it shows.

/** `letter.json`, version 1, as it was loaded. `letter.schema.json` is its JSON Schema. Every optional field can also be
 * `null`. A relative URL is relative to its `letter.json`. The widget does not show values of a wrong type, but they are
 * still here. */
export interface Letter {
  $schema?: string | null;
  version: 1;
  /** The same in all translations. */
  id?: string | null;
  /** The language of the text: a BCP 47 tag. */
  lang: string;
  title: string;
  /** One paragraph: what the letter is about and why it was written. */
  summary?: string | null;
  /** The date of the letter: `2023-09-07`. */
  date?: string | null;
  /** The letter's own page. */
  url?: string | null;
  /** An image for previews. */
  image?: string | null;
  /** The state of the campaign. Without it, `open`. */
  status?: "open" | "closed" | "delivered" | "answered" | null;
  /** What has happened since. */
  updates?: Update[] | null;
  addressees?: AddresseeGroup[] | null;
  salutation?: string | null;
  body: Block[];
  /** The last words of the letter, between the text and the signatures. */
  closing?: string | null;
  /** All signatories, or the first ones. */
  signatories?: Signatory[] | null;
  /** The groups of the roll, in its order. `text` is the heading in the letter's language, if it is not the name. */
  groups?: { name: string; text?: string | null }[] | null;
  signatures?: Signatures | null;
  /** The index of the roll, if more have signed than `signatories` lists. */
  roll?: string | null;
  sign?: Sign | null;
  /** The page that lists all names, if `signatories` does not. */
  names?: string | null;
  /** Where signatories can withdraw. */
  withdraw?: string | null;
  /** Where to reach the coordinator. */
  contact?: string | null;
  /** How the coordinator uses the signatories' data. */
  privacy?: string | null;
  /** The letter in all its languages, this one included. */
  translations?: Translation[] | null;
}

/** A block of the body: a paragraph, a heading, a quotation of several paragraphs, a list, a line across, or the place of
 * the signatories. What follows that place is the appendix. */
export type Block = Spans | { heading: Spans } | { quote: Spans[] } | List | { rule: true } | { signatories: true };

/** A list, or the footnotes. */
export interface List {
  list: Item[];
  ordered?: boolean | null;
  /** The number of the first item. Without it, 1. */
  start?: number | null;
  /** Whether the items are the letter's footnotes, in the order of their numbers. */
  footnotes?: boolean | null;
}

/** An item of a list: a line, or several blocks. Lists stand in one another up to 6 deep. */
export type Item = Spans | { item: Block[]; /** The same words, for readers that know only lines. */ text?: Spans | null };

/** Plain or marked text, up to 8 levels deep, with marks of footnotes. It is never HTML. */
export type Spans =
  | string
  | { strong: Spans }
  | { em: Spans }
  | { link: string; text: Spans }
  | { footnote: number; /** What is shown where there is no such note. */ text?: string | null }
  | Spans[];

/** Something that happened after the letter was published. */
export interface Update {
  /** `2023-09-19` */
  date?: string | null;
  text: string;
  /** A page with more. */
  url?: string | null;
}

/** A group of addressees. */
export interface AddresseeGroup {
  /** The words above the group: *To the Attention of:*. */
  heading?: string | null;
  members: Addressee[];
}

/** A person or body that the letter is addressed to. */
export interface Addressee {
  /** With the form of address: *The Honourable …*. */
  name: string;
  office?: string | null;
  /** The body that the addressee belongs to. */
  organisation?: string | null;
}

/** A person or organisation that signed the letter. */
export interface Signatory {
  // <signatory>
  /** A public id, unique in the letter; never an e-mail address or a number from another system. */
  id?: string | null;
  /** The name, as the signatory writes it. */
  name: string;
  /** A title before the name: *Prof. Dr.* */
  title?: string | null;
  /** A title after the name: *MP*, *M.D.* */
  suffix?: string | null;
  /** Whether the name is withheld: `name` describes somebody without giving the name, as in *Name withheld* or
*A nurse*. Nobody finds it by name, and it is last in alphabetical order. */
  withheld?: boolean | null;
  /** Person or organisation; both filters leave out a signatory without a kind. */
  kind?: "person" | "organisation" | null;
  /** Whether the signatory is an initiator; initiators come first. */
  initiator?: boolean | null;
  /** What a person does: *Fellow*. */
  role?: string | null;
  /** The organisation that a person belongs to. */
  organisation?: string | null;
  /** Whether the person signs on behalf of the organisation. */
  behalf?: boolean | null;
  /** The group of the roll under whose heading the signatory is: *Professors*. */
  group?: string | null;
  /** The coordinator's remark: *letter author & coordinator*. */
  note?: string | null;
  /** The signatory's own site. */
  url?: string | null;
  /** An image of an organisation's logo. */
  logo?: string | null;
  /** The country, as an ISO 3166-1 alpha-2 code or as a name. */
  country?: string | null;
  /** The language of the name. */
  lang?: string | null;
  /** The day of signing. */
  signed?: string | null;
  /** The signatory's own words. */
  comment?: string | null;
  /** Whether the signatory was verified: the collector confirmed the address, or the coordinator has checked who signed. */
  verified?: boolean | null;
  // </signatory>
}

/** The count at the time of publishing, and its live source. */
export interface Signatures {
  /** The number of all signatures, with those whose names are not public. */
  count?: number | null;
  /** The number that the campaign hopes for. */
  goal?: number | null;
  /** The number of organisations, if the letter lists only some of the signatories. */
  organisations?: number | null;
  /** The number of persons, if some signatories have no kind. Without it, everyone who is not an organisation is a person. */
  persons?: number | null;
  /** A `count.json`, or any JSON document with a JSON Pointer (RFC 6901) to the count in it. */
  src?: string | { url: string; pointer: string } | null;
  /** A stream of Server-Sent Events whose messages are count documents. */
  stream?: string | null;
  /** The shortest time between two requests of a reader, in seconds, set by the publisher. */
  refresh?: number | null;
}

/** How to sign. */
export interface Sign {
  /** The page with the form. */
  url: string;
  /** The words on the link. Without it, the widget uses its own. */
  label?: string | null;
  /** The form in place of the link. */
  form?: SignForm | null;
  /** What happens next, in the letter's own words: the form says it to those who have signed. */
  next?: string | null;
}

/** The form with which readers sign where they read. */
export interface SignForm {
  /** The address that the signature is sent to: https, or http on the reader's own machine. */
  action: string;
  /** The system at that address. By default our collector. */
  by?: "collect" | "status" | "page" | null;
  /** The fields, in the order in which they are asked. */
  ask: SignField[];
  /** What is sent, if the receiver is not our collector. */
  send?: SendForm | SendJson | null;
  /** Whether the receiver confirms the e-mail address by a mail with a link. */
  confirms?: boolean | null;
}

/** What a form asks. */
export interface SignField {
  /** The field. */
  field: SignFieldName;
  /** Whether it must be answered; `"organisation"`: if an organisation signs. */
  required?: boolean | "organisation" | null;
  /** The most characters of a comment. */
  max?: number | null;
  /** The name of this version of the consent's text. */
  id?: string | null;
  /** The text beside a box. */
  text?: string | null;
}

/** The fields that a form can ask. */
export type SignFieldName =
  | "name" | "first-name" | "last-name" | "email" | "kind" | "organisation" | "role" | "country" | "postcode" | "comment"
  | "public" | "consent" | "news";

/** Names and values, as a form of a page sends them. */
export interface SendForm {
  as: "form";
  /** The receiver's names for the fields, and for `partner` and `lang`. */
  names?: Record<string, string> | null;
  /** What else the receiver wants. */
  also?: Record<string, string> | null;
}

/** A JSON document. */
export interface SendJson {
  as: "json";
  /** The document, in which `"{email}"` stands for that answer. */
  body: Record<string, unknown>;
  /** A JSON Pointer: an answer with anything there is a refusal. */
  fails?: string | null;
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

/** What could not be loaded, or has failed. */
export type OpenLetterErrorCode =
  | "no-src" | "network" | "status" | "timeout" | "too-large" | "not-json" | "not-a-letter" | "version" | "count"
  | "roll" | "engine" | "sign";

/** The events of `<open-letter>`. All bubble and leave shadow roots, so you can also listen on `document` or `window`. */
export interface OpenLetterEventMap {
  /** The letter is on the page, and the engine serves it: the first view may be there before. Again after `src` or `lang` brought another text. */
  "open-letter-ready": CustomEvent<null>;
  /** The count is known or has changed. `previous` is `null` the first time. */
  "open-letter-count": CustomEvent<{ count: number; previous: number | null }>;
  /** Something could not be loaded, or has failed: `code` says what. */
  "open-letter-error": CustomEvent<{ code: OpenLetterErrorCode; message: string; url: string }>;
  /** A reader follows the link to sign, or opens the form. `preventDefault()` stops it. */
  "open-letter-sign": CustomEvent<{ url: string }>;
  /** A reader has signed in the form, as far as the widget knows. The event never contains what was typed. */
  "open-letter-signed": CustomEvent<{ state: "pending" | "confirmed" | "held" | "sent" }>;
}

/** An embedded open letter. Each attribute is also a property. Setting one sets the other. */
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
  /** Asks for the count now. Resolves when the answer has arrived, or when it is certain that none will come. */
  update(): Promise<void>;
  /** The letter that is shown; null before the engine runs. */
  readonly letter: Letter | null;
  /** The count that is shown; null before the engine runs. */
  readonly count: number | null;
  /** Resolves with the element when the engine shows the letter that its attributes name. Never rejects; without WebAssembly, it never resolves. New after `src` or `lang` changed. */
  readonly ready: Promise<OpenLetterElement>;
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

/** What `customElements.get("open-letter")` returns after the script has run. */
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

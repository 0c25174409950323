// A host page's script that uses the whole interface. Lines that the compiler should refuse are marked; it reports
// where it does not refuse.

import type { Block, Item, Letter, List, OpenLetterElement, OpenLetterErrorCode, Signatory, Spans } from "./open-letter.js";

const element = document.querySelector("open-letter")!;
const made: OpenLetterElement = document.createElement("open-letter");
document.body.append(made);

element.src = "https://letters.example/letters/a/letter.json";
element.lang = "fr";
element.show = "count sign";
element.theme = "dark";
element.look = "plain";
element.headingLevel = 3;
element.refresh = 30;
element.refresh = "off";
element.loading = "lazy";
element.partner = "us";

// @ts-expect-error
element.src = 1;
// @ts-expect-error
element.lang = null;
// @ts-expect-error
element.show = ["count", "sign"];
// @ts-expect-error
element.theme = "purple";
// @ts-expect-error
element.look = true;
// @ts-expect-error
element.headingLevel = 7;
// @ts-expect-error
element.headingLevel = "3";
// @ts-expect-error
element.refresh = "never";
// @ts-expect-error
element.loading = "soon";
// @ts-expect-error
element.partner = 5;
// @ts-expect-error
element.heading = 3;

const count: number | null = element.count;
const letter: Letter | null = element.letter;
// @ts-expect-error: it may be unknown
const sure: number = element.count;
// @ts-expect-error
element.count = 5;
// @ts-expect-error
element.letter = null;
const ready: Promise<OpenLetterElement> = element.ready;
// @ts-expect-error
element.ready = ready;
const asked: Promise<void> = element.update();
// @ts-expect-error
element.update(5);

element.addEventListener("open-letter-ready", function (event) {
  const nothing: null = event.detail;
  const title: string | undefined = this.letter?.title;
  // @ts-expect-error
  event.detail.count;
});
element.addEventListener("open-letter-count", ({ detail }) => {
  const now: number = detail.count;
  const before: number | null = detail.previous;
  // @ts-expect-error: null the first time
  const sure: number = detail.previous;
});
element.addEventListener("open-letter-error", ({ detail: { code, message, url } }) => {
  const known: OpenLetterErrorCode = code;
  const texts: string[] = [message, url];
  // @ts-expect-error
  if (code === "not-found") return;
});
const sign = (event: CustomEvent<{ url: string }>) => {
  event.preventDefault();
  const url: string = event.detail.url;
};
element.addEventListener("open-letter-sign", sign, { once: true });
element.removeEventListener("open-letter-sign", sign);
// @ts-expect-error: another event's listener
element.addEventListener("open-letter-sign", (event: CustomEvent<{ count: number }>) => {});
element.addEventListener("open-letter-signed", ({ detail }) => {
  const state: "pending" | "confirmed" | "held" | "sent" = detail.state;
  // @ts-expect-error: what was typed is never in it
  detail.name;
});

// The events of all elements keep their types, and the letter's events are typed on every element to which they bubble.
element.addEventListener("click", (event) => event.clientX);
element.addEventListener("anything", (event) => event.type);
document.addEventListener("open-letter-count", (event) => event.detail.count.toFixed());
window.addEventListener("open-letter-error", (event) => event.detail.code);
document.querySelector("main")!.addEventListener("open-letter-ready", (event) => event.target);

function read(letter: Letter) {
  const version: 1 = letter.version;
  const texts: string[] = [letter.lang, letter.title];
  const names: string[] = letter.signatories?.map((signatory) => signatory.name) ?? [];
  const offices = letter.addressees?.flatMap(({ heading, members }) => members.map(({ office }) => [heading, office]));
  const source = letter.signatures?.src;
  const at: string | undefined = typeof source === "object" && source ? source.pointer : undefined;
  const goal: number | null | undefined = letter.signatures?.goal;
  const label: string | null | undefined = letter.sign?.label;
  const languages: string[] | undefined = letter.translations?.map(({ lang, src }) => lang + src);
  const since: string[] | undefined = letter.updates?.map(({ text }) => text);
  if (letter.status === "closed") return;
  // @ts-expect-error
  if (letter.status === "lost") return;
  // @ts-expect-error: not every letter has one
  letter.summary.trim();
  // @ts-expect-error
  letter.recipients;
  return letter.body.map(plain).join("\n");
}

// The words of a block. Handles every shape that a block can have.
function plain(block: Block): string {
  if (typeof block === "string" || Array.isArray(block)) return words(block);
  if ("heading" in block) return words(block.heading);
  if ("quote" in block) return block.quote.map(words).join("\n");
  if ("list" in block) return lines(block);
  if ("rule" in block || "signatories" in block) return "";
  return words(block);
}

function lines({ list, ordered, start, footnotes }: List): string {
  const first: number = start ?? 1;
  const line = (item: Item, index: number) => {
    const isBlocks = typeof item === "object" && "item" in item;
    return (ordered || footnotes ? `${first + index}. ` : "") + (isBlocks ? item.item.map(plain).join("\n") : words(item));
  };
  return list.map(line).join("\n");
}

function words(spans: Spans): string {
  if (typeof spans === "string") return spans;
  if (Array.isArray(spans)) return spans.map(words).join("");
  if ("strong" in spans) return words(spans.strong);
  if ("em" in spans) return words(spans.em);
  if ("footnote" in spans) return `[${spans.footnote.toFixed()}]`;
  const link: { link: string; text: Spans } = spans;
  return words(link.text);
}

const person: Signatory = { name: "Ada", kind: "person", initiator: true, signed: "2026-03-01", url: null };
// @ts-expect-error
const dog: Signatory = { name: "Ada", kind: "dog" };
// @ts-expect-error
const nobody: Signatory = { kind: "person" };
// @ts-expect-error
const bare: Letter = { version: 1, lang: "en", title: "No text" };
// @ts-expect-error
const later: Letter = { version: 2, lang: "en", title: "A letter", body: [] };
const blocks: Block[] = [
  "a",
  ["a ", { strong: ["b ", { em: "c" }] }, { link: "https://letters.example/", text: [{ em: "d" }] }],
  { heading: ["a ", { em: "b" }] },
  { quote: ["a", ["b ", { em: "c" }]] },
  { list: ["a", ["b ", { em: "c" }]], ordered: true },
  { list: ["a"] },
];
// @ts-expect-error: text is text
const markup: Block = { html: "<b>" };

const release: string | undefined = customElements.get("open-letter")?.version;
customElements.whenDefined("open-letter").then((letters) => new letters().src);
const other: CustomElementConstructor | undefined = customElements.get("other-element");
// @ts-expect-error: there is no module that exports the class
new OpenLetterElement();

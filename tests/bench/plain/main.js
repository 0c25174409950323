// A widget as one would write it by hand: a single script tag, followed by the letter. `make bench` compares ours with
// it, so it shows the same, and is as fast as its author could make it.

import { element } from "./dom.js";
import { letter } from "./letter.js";

const script = document.currentScript;
const src = new URL(script.dataset.letter, document.baseURI).href;
const answer = fetch(src);

const sheet = new CSSStyleSheet();
sheet.replaceSync(WIDGET_CSS);

const host = document.createElement("plain-letter");
const root = host.attachShadow({ mode: "open" });
root.adoptedStyleSheets = [sheet];
root.append(element("p", { part: "notice", class: "loading tall", role: "status" }, "Loading the letter…"));
script.after(host);

show(answer, src);

async function show(answer, src) {
  try {
    const response = await answer;
    if (!response.ok) throw new Error(`the host answered with status ${response.status}`);
    const options = { src, level: Number(script.dataset.headingLevel ?? 2), translate: (src) => show(fetch(src), src) };
    root.replaceChildren(letter(await response.json(), options));
  } catch (error) {
    console.warn("plain-letter:", error);
    root.replaceChildren(element("p", { part: "notice", role: "alert" }, "The letter could not be reached."));
  }
}

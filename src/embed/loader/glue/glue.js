// The engine's side of the loader, bundled with wasm-bindgen's output, which the build puts in the same folder.

import { page } from "own";
import { adopt } from "./adopt.js";
import { keepSigning } from "./early_signing.js";
import { followFootnotes } from "./footnotes.js";
import { onStop } from "./guard.js";
import { written } from "./page.js";
import { provideForm, signing } from "./signing.js";
import { provideTexts, texts } from "./texts.js";
import { provide } from "./__wasm_split.js";
import { initSync, mount as mountElement } from "./open-letter.js";
import { warm } from "./warm_intl.js";

export { forReader, settled } from "./texts.js";

let styles;

/**
 * Starts the engine. `wasm` is the response with the module, `stopped` is called once if the engine fails for good,
 * `get` loads a file of the release by its name, and its integrity if that is known, `beside` gives its address, and
 * `sheets` has the stylesheet. A loader of another release may call this and `mount`, perhaps with fewer arguments:
 * arguments and results keep their meaning.
 */
export async function start({ wasm, stopped, get, sheets = [], beside }) {
  styles = sheets;
  const lead = keepSigning();
  onStop((error) => {
    lead();
    stopped(error);
  });
  provide(get);
  provideTexts(get);
  page.querySelectorAll("open-letter").forEach((element) => texts(element));
  warm();
  try {
    const answer = await wasm;
    provideForm(get, beside ?? ((name) => new URL(name, answer.url).href), written);
    initSync({ module: await compile(answer) });
  } catch (error) {
    lead();
    throw error;
  }
}

// While it arrives, if its host sends the type that browsers want for that.
async function compile(answer) {
  const isTyped = answer.headers.get("content-type") === "application/wasm";
  return isTyped ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/**
 * Mounts the widget for an element. Classes of earlier releases load the texts themselves, and have no stylesheet: their
 * engine had it inside.
 */
export function mount(host, root, slot, place, loadTexts = texts) {
  adopt(root, styles);
  const mounted = mountElement(host, root, slot, place, loadTexts);
  const ends = [signing(host, root, mounted), followFootnotes(root)];
  const { free } = mounted;
  return Object.assign(mounted, {
    free() {
      ends.forEach((end) => end());
      free.call(mounted);
    },
  });
}

// The engine's side of the loader, bundled with wasm-bindgen's output, which the build puts in the same folder.

import { page } from "own";
import { onStop } from "./guard.js";
import { keepKeys } from "./keys.js";
import { provideTexts, texts } from "./texts.js";
import { provide } from "./__wasm_split.js";
import { initSync, mount as mountElement } from "./open-letter.js";
import { warm } from "./warm_intl.js";

export { forReader, settled } from "./texts.js";

/**
 * Starts the engine. `wasm` is the response with the module, `stopped` is called once if the engine fails for good, and
 * `get` loads a file of the release by its name, and its integrity if that is known. A loader of another release may
 * call this and `mount`, perhaps with fewer arguments: arguments and results keep their meaning.
 */
export async function start({ wasm, stopped, get }) {
  onStop(stopped);
  provide(get);
  provideTexts(get);
  page.querySelectorAll("open-letter").forEach((element) => texts(element));
  warm();
  initSync({ module: await compile(await wasm) });
}

// While it arrives, if its host sends the type that browsers want for that.
async function compile(answer) {
  const isTyped = answer.headers.get("content-type") === "application/wasm";
  return isTyped ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** Mounts the widget for an element. Loaders of earlier releases load the texts themselves. */
export function mount(host, root, slot, place, loadTexts = texts) {
  keepKeys(root);
  return mountElement(host, root, slot, place, loadTexts);
}

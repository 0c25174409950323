// The engine's side of the loader, bundled with wasm-bindgen's output, which the build puts in the same folder.

import { learn } from "built-ins";
import { page } from "own";
import { onStop } from "./guard.js";
import { keepKeys } from "./keys.js";
import { provideTexts, texts } from "./texts.js";
import { provide } from "./__wasm_split.js";
import init, { mount as mountElement } from "./open-letter.js";
import { warm } from "./warm_intl.js";

export { forReader, settled } from "./texts.js";

/**
 * Starts the engine. `wasm` is the response with the module, `later` loads its later part, and `stopped` is called
 * once if the engine fails for good. `get` loads a file of the release, and `list` names those with texts. A loader of
 * another release may call this and `mount`, perhaps with fewer arguments: arguments and results keep their meaning.
 */
export async function start({ wasm, later, stopped, get, list }) {
  onStop(stopped);
  provide(later);
  if (list) provideTexts(get, list);
  page.querySelectorAll("open-letter").forEach((element) => texts(element));
  warm();
  const answer = await wasm;
  learn(answer);
  await init({ module_or_path: answer });
}

/** Mounts the widget for an element. Loaders of earlier releases load the texts themselves. */
export function mount(host, root, slot, place, loadTexts = texts) {
  keepKeys(root);
  return mountElement(host, root, slot, place, loadTexts);
}

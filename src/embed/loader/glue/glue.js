// The engine's side of the loader: bundled with what wasm-bindgen writes, which stands beside it when it is built.

import { learn } from "built-ins";
import { onStop } from "./guard.js";
import { provide } from "./__wasm_split.js";
import init, { mount } from "./open-letter.js";

export { mount };

/**
 * Starts the engine. `wasm` is the answer that has the module, `later` gets the one that has its later part, and
 * `stopped` is told once if the engine fails for good. A loader of another release may call this, and `mount`, whose
 * last value it may not know: what they are given and what they give stays as it is.
 */
export async function start({ wasm, later, stopped }) {
  onStop(stopped);
  provide(later);
  const answer = await wasm;
  learn(answer);
  await init({ module_or_path: answer });
}

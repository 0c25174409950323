// The engine's side of the loader, bundled with wasm-bindgen's output, which the build puts in the same folder.

import { learn } from "built-ins";
import { onStop } from "./guard.js";
import { provide } from "./__wasm_split.js";
import init, { mount } from "./open-letter.js";

export { mount };

/**
 * Starts the engine. `wasm` is the response with the module, `later` requests a file of one of its later parts (by its
 * name, then its integrity if that is known), and `stopped` is called once if the engine fails for good. A loader of
 * another release may call this and `mount`, perhaps without the last argument of `mount`: the arguments and results
 * keep their meaning.
 */
export async function start({ wasm, later, stopped }) {
  onStop(stopped);
  provide(later);
  const answer = await wasm;
  learn(answer);
  await init({ module_or_path: answer });
}

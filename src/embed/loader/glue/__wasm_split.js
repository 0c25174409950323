// Loads the later part of the module when its first function is called. wasm-bindgen's output imports this file by this
// name; the file that `wasm-split-cli` writes can't be given another address for that part.

import { guard, own } from "./guard.js";

let get;
let part;

/** Sets the function that loads the later part. */
export const provide = (later) => (get = later);

// Not by streaming: like the first part, it starts whatever content type its host sends.
async function instantiate() {
  const bytes = await (await get()).arrayBuffer();
  await WebAssembly.instantiate(bytes, { __wasm_split: own });
}

/** Calls the module back when the part has loaded or failed to load; a later call tries again. */
async function __wasm_split_load_later(callback, data) {
  part ??= instantiate();
  const there = await part.then(() => true, () => false);
  if (!there) part = undefined;
  guard(own.__indirect_function_table.get(callback))(data, there);
}

/** The module's imports from this file. */
export const imports = { __wasm_split_load_later };

// Gets the later part of the module when the first function of it is called. wasm-bindgen's output imports this file by
// this name; `wasm-split-cli` writes one too, which can't be told where the part comes from.

import { guard, own } from "./guard.js";

let get;
let part;

/** Says how the answer is had that has the later part. */
export const provide = (later) => (get = later);

// Not by streaming: it is started whatever type its host gives it, as the first part is.
async function instantiate() {
  const bytes = await (await get()).arrayBuffer();
  await WebAssembly.instantiate(bytes, { __wasm_split: own });
}

/** Calls the module back when the part is there, or can't be had; a later call tries again. */
async function __wasm_split_load_later(callback, data) {
  part ??= instantiate();
  const there = await part.then(() => true, () => false);
  if (!there) part = undefined;
  guard(own.__indirect_function_table.get(callback))(data, there);
}

/** What the module imports from here. */
export const imports = { __wasm_split_load_later };

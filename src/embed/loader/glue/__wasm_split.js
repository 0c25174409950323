// Loads a later part of the module when its first function is called. wasm-bindgen's output imports this file by this
// name; the file that `wasm-split-cli` writes can't be given other addresses for the parts. The build writes `parts.js`.

import { guard, own } from "./guard.js";
import { parts } from "./parts.js";

let get;
const running = {};

/** Takes the loader's function that loads a file. */
export const provide = (load) => (get = load);

// Not by streaming: like the first part, it starts whatever content type its host sends.
async function start(file) {
  const bytes = await (await get(file.split(" "))).arrayBuffer();
  await WebAssembly.instantiate(bytes, { __wasm_split: own });
}

// What two parts share is a file of its own, and starts once.
const run = (file) =>
  (running[file] ??= start(file).catch((error) => {
    running[file] = undefined;
    throw error;
  }));

// The import that loads a part, which is in these files. It calls the module back when the part has loaded or failed to
// load; a later call tries again.
const part = (...files) => async (callback, data) => {
  const there = await Promise.all(files.map(run)).then(() => true, () => false);
  guard(own.__indirect_function_table.get(callback))(data, there);
};

/** The module's imports from this file. */
export const imports = parts(part);

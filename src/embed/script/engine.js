// The engine, which is the WebAssembly module and its glue: fetched once for the page, both files at the same time.

import { beside } from "./address.js";

const GLUE = "__OPEN_LETTER_GLUE__";
const WASM = "__OPEN_LETTER_WASM__";

let engine;
let running = false;

/** Whether the engine is at hand at once, and so asks for letters itself. */
export const isRunning = () => running;

/** The engine, as soon as it runs. After a failure the next call tries again. */
export function load() {
  engine ??= start().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function start() {
  const wasm = fetch(beside(WASM));
  wasm.catch(() => {}); // told by the glue, which waits for it
  const glue = await import(beside(GLUE));
  await glue.default({ module_or_path: wasm });
  running = true;
  return glue;
}

/** What a webmaster can do about it. */
export function remedy(error) {
  if (typeof WebAssembly === "undefined") return "this browser has no WebAssembly";
  if (/Content.?Security|unsafe-eval|disallowed by embedder|blocked by CSP/i.test(error.message)) {
    return `the page's Content-Security-Policy refuses WebAssembly: add 'wasm-unsafe-eval' to script-src`;
  }
  if (error instanceof WebAssembly.RuntimeError) return `the engine stopped (${error.message}): reload the page`;
  const origin = new URL(beside(".")).origin;
  return `its files could not be loaded: allow ${origin} in script-src and connect-src of the page's Content-Security-Policy, and have it send Access-Control-Allow-Origin`;
}

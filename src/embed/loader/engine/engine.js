// The engine is the WebAssembly module and its glue. The page loads both files once, at the same time. The pinned
// script contains the glue, and only accepts a module with the bytes that it knows.

import { beside, isKnown } from "./address.js";
import { importModule } from "./import_module.js";
import { Promise, lacking } from "../built-ins.js";
import { error as logError } from "../say.js";
import { parse } from "../url.js";
import { style, styleSheets } from "../first_view/style.js";
import { STYLE, WASM, glue, isPinned } from "release";

let engine;
let module;
let running = false;
let newer;
let complaint;

/** Whether the engine runs already, and so requests letters itself. */
export const isRunning = () => running;

/** Resolves once the engine runs. After a failure the next call tries again; after a reported stop, none does. */
export function load(stopped) {
  engine ??= begin((error) => {
    engine = Promise.reject(error);
    engine.catch(() => {});
    stopped(error);
  }).catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function begin(stopped) {
  const begun = await start(stopped).catch((error) => renew(error, stopped));
  running = true;
  return begun;
}

/** Starts the engine of this release. */
export async function start(stopped) {
  const wasm = get(WASM);
  // Reported below, or by the glue, which waits for it.
  const styled = wasm.then(style, () => {});
  // If both files are gone, only the module's response shows it.
  module = await glue().catch(async (error) => {
    await wasm;
    throw error;
  });
  await module.start({ wasm, stopped, get, beside, sheets: styleSheets() });
  await styled;
  return module;
}

/** By this, the loader of another release tells whether its host has a newer one. */
start.module = WASM[0];

/** Waits for the texts that a notice in the element may need. */
export const settled = (element) => module?.settled(element);

/** The texts in the reader's language, if they have loaded. */
export const forReader = () => module?.forReader();

/** The response with a file of this release. If its integrity is known, the bytes must match. */
export async function get([name, integrity]) {
  const options = { referrerPolicy: "strict-origin-when-cross-origin", integrity, priority: name === STYLE[0] ? "high" : "low" };
  const answer = await fetch(beside(name), options);
  // A host may answer every address with a page of its own: then the file is missing too.
  if (!answer.ok || /html/.test(answer.headers.get("content-type"))) throw gone(`${name}: status ${answer.status}`);
  return answer;
}

// The release's files are gone from their host. A mark and no class, because another release's loader reads it too.
const gone = (message) => Object.assign(new Error(message), { gone: true });

// A cache may still serve this script after its host has published another release. Then this loads that release's
// loader past the cache, once, and its engine serves these elements. The pinned script never does this, because it
// promises its own bytes.
async function renew(error, stopped) {
  if (isPinned || newer !== undefined || !error.gone) throw error;
  newer = null;
  await importModule(`${beside("open-letter.js")}?${Date.now()}`).catch(() => {});
  // The first response shows the fault.
  if (!newer || newer.module === WASM[0]) throw error;
  return newer(stopped);
}

/** Takes the engine of another release, whose loader finds this element already defined. */
export function take(start) {
  if (newer === null) newer = start;
}

/** Shows the webmaster a remedy in the console: once, however many elements fail. */
export function complain(error) {
  let message = error?.message ?? `${error}`;
  try {
    message = remedy(error, message);
  } catch {} // the page may have changed what even this needs
  say(message, error);
  return message;
}

/** Reports a built-in that the page has replaced, if any: it may be the cause of the engine's error. */
export function reportReplaced() {
  const lack = lacking();
  if (lack) say(lack);
}

function say(message, ...more) {
  if (complaint !== message) logError(`open-letter: ${message}`, ...more);
  complaint = message;
}

function remedy(error, said) {
  const lack = lacking();
  if (lack) return lack;
  if (/Content.?Security|unsafe-eval|disallowed by embedder|blocked by CSP/i.test(said)) {
    return `the page's Content-Security-Policy refuses WebAssembly: add 'wasm-unsafe-eval' to script-src`;
  }
  if (running || error instanceof WebAssembly.RuntimeError) {
    return `the engine stopped (${said}): what is shown stays as it is`;
  }
  if (!isKnown()) {
    return `the script was moved or inlined: add data-base="https://letters.example/", your address, to it or to <open-letter>`;
  }
  const folder = beside("");
  if (error.gone) {
    const act = isPinned ? "take the snippet of that release" : "copy the whole folder of one release there";
    return `the files of this release are not at ${folder} (${said}): ${act}`;
  }
  const origin = parse(folder)?.origin ?? folder;
  return `its files could not be loaded: allow ${origin} in script-src and connect-src of the page's Content-Security-Policy; it must send Access-Control-Allow-Origin`;
}

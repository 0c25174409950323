// The engine, which is the WebAssembly module and its glue: fetched once for the page, both files at the same time. The
// pinned script has the glue in itself, and takes a module of exactly the bytes that it knows.

import { beside, isKnown } from "./address.js";
import { bring } from "./import_module.js";
import { Promise, lacking } from "../built-ins.js";
import { error as tell } from "../say.js";
import { parse } from "../url.js";
import { LATER, WASM, glue, isPinned } from "release";

let engine;
let running = false;
let newer;
let complaint;

/** Whether the engine is at hand at once, and so asks for letters itself. */
export const isRunning = () => running;

/** The engine, as soon as it runs. After a failure the next call tries again; after a stop, which is told, none does. */
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
  wasm.catch(() => {}); // told below, or by the glue, which waits for it
  // Where both files are gone, only the answer for that one tells it.
  const engine = await glue().catch(async (error) => {
    await wasm;
    throw error;
  });
  await engine.start({ wasm, later: () => get(LATER), stopped });
  return engine;
}

/** The answer that has a file of this release, of exactly these bytes if its integrity is known. */
export async function get([name, integrity]) {
  const answer = await fetch(beside(name), { referrerPolicy: "strict-origin-when-cross-origin", integrity });
  // A host that answers everything with a page of its own has not got it either.
  if (!answer.ok || /html/.test(answer.headers.get("content-type"))) throw gone(`${name}: status ${answer.status}`);
  return answer;
}

// The files of a release are no longer at their host. A mark, and no class: another release's loader reads it too.
const gone = (message) => Object.assign(new Error(message), { gone: true });

// A cache may still give this script when its host has gone on to another release: that one's loader is then had past
// the cache, once, and its engine serves this one's elements. Never for the pinned script: it stands for its bytes.
async function renew(error, stopped) {
  if (isPinned || newer !== undefined || !error.gone) throw error;
  newer = null;
  await bring(`${beside("open-letter.js")}?${Date.now()}`).catch(() => {});
  // The first answer says what is wrong.
  if (!newer) throw error;
  return newer(stopped);
}

/** Takes the engine of a release that finds this one on the page. */
export function take(start) {
  if (newer === null) newer = start;
}

/** Tells the webmaster what can be done about it: once, however many elements it meets. */
export function complain(error) {
  let message = error?.message ?? `${error}`;
  try {
    message = remedy(error, message);
  } catch {} // where even that needs what the page has changed
  say(message, error);
  return message;
}

/** Tells what the page has put in the place of the browser's, if it has: the engine may have met it. */
export function blame() {
  const lack = lacking();
  if (lack) say(lack);
}

function say(message, ...more) {
  if (complaint !== message) tell(`open-letter: ${message}`, ...more);
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
    return `the script was moved or inlined: add data-base="https://letters.example/", with your address, to it or to <open-letter>`;
  }
  const folder = beside("");
  if (error.gone) {
    const act = isPinned ? "take the snippet of that release" : "copy the whole folder of one release there";
    return `the files of this release are not at ${folder} (${said}): ${act}`;
  }
  const origin = parse(folder)?.origin ?? folder;
  return `its files could not be loaded: allow ${origin} in script-src and connect-src of the page's Content-Security-Policy; it must send Access-Control-Allow-Origin`;
}

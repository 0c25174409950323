// Where this script comes from: everything else that it loads lies beside it.

const OWN_NAME = /\/open-letter(-\d[^/]*)?\.js([?#]|$)/;

// A script that the parser or another script has inserted is `currentScript` while it runs; a module is not, and
// says its own address in no way that a classic script may use: it is then found by its name.
const script =
  document.currentScript ?? [...document.scripts].reverse().find((candidate) => OWN_NAME.test(candidate.src));

/** The folder that this release's files are in. `data-base` says it where the script was moved or inlined. */
const base = new URL(script?.dataset?.base || ".", script?.src || document.baseURI);

/** The URL of a file of this release. */
export const beside = (name) => new URL(name, base).href;

// Where this script comes from: everything else that it loads lies beside it.

import { parse } from "../url.js";

const OWN_NAME = /\/open-letter(-\d[^/]*)?\.js([?#]|$)/;

// A script that the parser or another script has inserted is `currentScript` while it runs; a module is not, and
// says its own address in no way that a classic script may use: it is then found by its name.
const named = [...document.scripts].reverse().filter((candidate) => OWN_NAME.test(candidate.src));
const script = document.currentScript ?? named.find((candidate) => candidate.type === "module") ?? named[0];
const isNamed = OWN_NAME.test(script?.src);

// Where a plug-in has moved or inlined the script, `data-base` says it: on the script, or, where that is gone too, on
// what shows the letter, which the parser may come to later. A script that knows its address asks nothing else of the
// page, for not all of a page is written by whom its scripts are.
const HOLDERS = "open-letter[data-base],[data-open-letter][data-base],script[data-base]";
const said = () => script?.dataset?.base || (isNamed ? "" : document.querySelector(HOLDERS)?.dataset.base);

/** Whether the folder of this release's files is more than a guess. */
export const isKnown = () => isNamed || !!said();

/** The URL of a file of this release. */
export const beside = (name) => {
  const own = /^http/.test(script?.src) ? script.src : document.baseURI;
  // A folder, with or without its slash.
  return new URL(name, parse(said()?.replace(/\/?$/, "/") || ".", own) ?? own).href;
};

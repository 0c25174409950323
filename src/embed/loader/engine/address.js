// Where this script comes from: everything else that it loads lies beside it. It is asked once, while the script runs:
// later, a router or a `<base>` may have given the page's relative addresses another meaning.

import { page } from "../own.js";
import { runs } from "../runs.js";
import { parse } from "../url.js";

const OWN_NAME = /\/open-letter(-\d[^/]*)?\.js([?#]|$)/;
const isOwn = (address) => OWN_NAME.test(address);

// The script that runs. A module is none; and where a library has fetched the script and runs its text (jQuery's
// `.html()`, `.load()` and `getScript`), it is one that says nothing.
const { currentScript } = page;

// The browser's own word, which no element can stand in for, and the address as it was when the script was asked for.
const traced = () => /https?:\S+?(?=:\d+:\d+\)?$)/m.exec(new Error().stack)?.[0];

// What was fetched last under our name, and not as an image or a link.
const fetched = () => {
  const entries = performance.getEntriesByType("resource").reverse();
  return entries.find(({ name, initiatorType }) => isOwn(name) && /^(script|xmlhttprequest|fetch)$/.test(initiatorType))?.name;
};

const tags = [...page.scripts].reverse().filter((tag) => isOwn(tag.src) && runs(tag));

function find() {
  for (const look of [traced, () => currentScript.src, fetched, () => tags[0].src]) {
    try {
      const address = look();
      if (isOwn(address)) return address;
    } catch {} // a page may have built-ins of its own
  }
}

const address = find();
const tag = currentScript ?? tags.find((tag) => tag.src === address);

// Where a plug-in has moved or inlined the script, `data-base` says it: on the script, or, where that is gone too, on
// what shows the letter, which the parser may come to later. A script that knows its address asks nothing else of the
// page, for not all of a page is written by whom its scripts are.
const HOLDERS = "open-letter[data-base],[data-open-letter][data-base]:not(form),script[data-base]";
const guess = /^http/.test(tag?.src) ? tag.src : page.baseURI;

const folder = (address) => address.split(/[?#]/)[0].replace(/[^/]*$/, "");
// A folder, with or without its slash.
const said = (holder) => {
  const base = holder?.getAttribute("data-base")?.replace(/\/?$/, "/");
  return base && parse(base, address ?? guess)?.href;
};

let known = said(tag) || (address && folder(address));
const ask = () => (known ||= said(page.querySelector(HOLDERS)));

/** Whether the folder of this release's files is more than a guess. */
export const isKnown = () => !!ask();

/** The URL of a file of this release; of their folder, for an empty name. */
export const beside = (name) => (ask() ?? folder(guess)) + name;

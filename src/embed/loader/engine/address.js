// The address of this script: all other files that it loads are in the same folder. It is read once, while the script
// runs: later, a router or a `<base>` may change the base of relative addresses.

import { Symbol } from "../built-ins.js";
import { page } from "../own.js";
import { runs } from "../runs.js";
import { parse } from "../url.js";

const OWN_NAME = /\/open-letter(-\d[^/]*)?\.js([?#]|$)/;
const isOwn = (address) => OWN_NAME.test(address);

// The script that runs; null for a module. If a library has fetched the script and runs its text (jQuery's `.html()`,
// `.load()` and `getScript`), this script has no address.
const { currentScript } = page;

// The browser's own record, which no element can fake, with the address as it was when the script was requested.
const traced = () => /https?:\S+?(?=:\d+:\d+\)?$)/m.exec(new Error().stack)?.[0];

// The last resource fetched under our name, images and links excepted.
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

// If a plug-in has moved or inlined the script, `data-base` gives the folder: on the script, or, if that is gone too,
// on the letter's tag, which the parser may reach later. A script that knows its address asks nothing else of the page,
// because others than the webmaster may have written parts of the page.
const HOLDERS = "open-letter[data-base],[data-open-letter][data-base]:not(form),script[data-base]";
const guess = /^http/.test(tag?.src) ? tag.src : page.baseURI;

const folder = (address) => address.split(/[?#]/)[0].replace(/[^/]*$/, "");
// The folder, with or without its final slash.
const said = (holder) => {
  const base = holder?.getAttribute("data-base")?.replace(/\/?$/, "/");
  return base && parse(base, address ?? guess)?.href;
};

let known = said(tag) || (address && folder(address));
const ask = () => (known ||= said(page.querySelector(HOLDERS)));

// The npm package's files have other names and folders once an application is bundled: their addresses by their names. No
// HTML can set this.
const bundled = window[Symbol.for("open-letter.files")];

/** Whether the folder of this release's files is known, and not a guess. */
export const isKnown = () => !!ask();

/** The URL of a file of this release; of its folder, for an empty name. */
export const beside = (name) => bundled?.[name] ?? (ask() ?? folder(guess)) + name;

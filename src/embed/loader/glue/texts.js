// The interface's texts in other languages than English (the engine contains English). Each language is a small file.
// The page loads it once, as soon as something shows that it may be needed, together with the module and the letter.

import { Promise } from "built-ins";
import { nearest } from "nearest";

/** How long a loaded letter waits for them; after that, its interface is in English. */
const PATIENCE_MS = 1000;

// A language and its script, whatever the country: fr-CA is fr-Latn, zh-TW is zh-Hant. Other subtags would make some
// browsers read another language (hy-arevmda), or none (fr-a).
function reading(tag) {
  try {
    const { language, script } = new Intl.Locale(/^\w+(-\w{2,4}\b)*/.exec(tag)[0]).maximize();
    return `${language}-${script}`;
  } catch {} // not a language tag
}

let files = [];
let get;

/** Takes the loader's function that loads a file. */
export function provideTexts(load) {
  // A hash, then the languages, with integrity in the pinned script.
  const [hash, ...others] = "__OPEN_LETTER_TEXTS__".split(" ");
  get = load;
  files = ["en", ...others].map((entry, index) => {
    const [tag, integrity] = entry.split(":");
    return { tag, name: index && `open-letter-${tag}-${hash}.json`, integrity };
  });
}

/** Texts that have loaded and that the engine has not received yet. */
const fresh = [];

// A language with or without a country is in the script of our texts, unless our own tag has a script. All other tags
// need the browser's data, which takes a phone 45 ms.
function fileFor(tag) {
  const language = /^([a-z]+)(-[A-Z]{2})?$/.exec(tag)?.[1];
  const simple = files.find((file) => file.tag === language);
  if (simple) return simple;
  const read = reading(tag);
  return read && files.find((file) => file.tag.slice(0, 2) === read.slice(0, 2) && reading(file.tag) === read);
}

/** The tag of the texts for a language, if there are any. */
export const tagFor = (lang) => fileFor(lang)?.tag;

const ofReader = () => navigator.languages?.map(fileFor).find((file) => file);

// The files that an element may need: for the given language; or for that of the first view, else the page's, for the
// one in the name of the letter's file, and the reader's, which notices use. Two at most.
function filesFor(element, lang) {
  const [, named] = /\.([\w-]+)\.json([?#]|$)/.exec(element.getAttribute("src")) ?? [];
  const shown = element.shadowRoot?.querySelector("[part~=letter]")?.lang;
  const wanted = lang ? [fileFor(lang)] : [fileFor(shown || nearest(element)), fileFor(named), ofReader()];
  return wanted.filter((file, index) => file?.name && wanted.indexOf(file) === index).slice(0, 2);
}

// A file that fails to load is not requested again.
async function ask(file) {
  try {
    file.texts = await (await get([file.name, file.integrity])).json();
    fresh.push(file.texts);
  } catch {} // English
}

// Waits for the files, but not for long.
function arrival(wanted) {
  const all = Promise.all(wanted.map((file) => (file.asked ??= ask(file))));
  return Promise.race([all, wanted.length && new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/**
 * Loads the texts that the element may need, in the given language if there is one. Returns a function to call with
 * the letter's language when the letter has loaded: it resolves to the texts that the engine has not received yet.
 */
export function texts(element, lang) {
  const wanted = filesFor(element, lang);
  for (const file of wanted) file.asked ??= ask(file);
  return async (letter) => {
    // Nothing may have named the letter's language in advance.
    await arrival([...wanted, ...(letter ? filesFor(element, letter) : [])]);
    return fresh.splice(0);
  };
}

/** Waits for the texts that a notice in the element may need. */
export async function settled(element) {
  try {
    await arrival(filesFor(element));
  } catch {} // English
}

/** The texts in the reader's language, if they have loaded. */
export const forReader = () => ofReader()?.texts;

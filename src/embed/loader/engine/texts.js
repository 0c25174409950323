// The interface's texts in other languages than English (the engine contains English). Each language is a small file.
// The page loads it once, as soon as something shows that it may be needed, together with the engine and the letter.

import { Promise } from "../built-ins.js";
import { get } from "./engine.js";
import { call } from "../own.js";
import { TEXTS } from "release";

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

const [HASH, ...OTHERS] = TEXTS.split(" ");
const FILES = ["en", ...OTHERS].map((entry, index) => {
  const [tag, integrity] = entry.split(":");
  return { read: reading(tag), name: index && `open-letter-${tag}-${HASH}.json`, integrity };
});

/** Texts that have loaded and that the engine has not received yet. */
const fresh = [];

const fileFor = (tag) => FILES.find(({ read }) => read === reading(tag));
const ofReader = () => navigator.languages?.map(fileFor).find((file) => file);

/** The language of the text around an element, across shadow roots. */
export function nearest(element) {
  const holder = element.closest("[lang]");
  if (holder) return call(holder, "getAttribute", "lang");
  const root = element.getRootNode();
  return root === document ? undefined : root.host && nearest(root.host);
}

// The files that an element may need: for the given language; or for the page's language, the one in the name of the
// letter's file, and the reader's, which notices use. Two at most.
function filesFor(element, lang) {
  const [, named] = /\.([\w-]+)\.json([?#]|$)/.exec(element.getAttribute("src")) ?? [];
  const wanted = lang ? [fileFor(lang)] : [fileFor(nearest(element)), fileFor(named), ofReader()];
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
function arrival(files) {
  const all = Promise.all(files.map((file) => (file.asked ??= ask(file))));
  return Promise.race([all, files.length && new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/**
 * Loads the texts that the element may need, in the given language if there is one. Returns a function to call when
 * the letter has loaded: it resolves to the texts that the engine has not received yet.
 */
export function texts(element, lang) {
  const files = filesFor(element, lang);
  for (const file of files) file.asked ??= ask(file);
  return async () => {
    await arrival(files);
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

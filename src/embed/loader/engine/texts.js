// The interface's texts in other languages than English, which the engine brings itself: a small file for each, asked
// for as soon as something says that it may be wanted, together with the engine and the letter, and once for the page.

import { Promise } from "../built-ins.js";
import { get } from "./engine.js";
import { call } from "../own.js";
import { TEXTS } from "release";

/** How long a letter that has arrived waits for them: then it speaks English. */
const PATIENCE_MS = 1000;

// A language and the script that it is written in, whatever the country: fr-CA is fr-Latn, zh-TW is zh-Hant. What else a
// tag says makes it another language to some browsers (hy-arevmda), or none (fr-a).
function reading(tag) {
  try {
    const { language, script } = new Intl.Locale(/^\w+(-\w{2,4}\b)*/.exec(tag)[0]).maximize();
    return `${language}-${script}`;
  } catch {} // no tag
}

const [HASH, ...OTHERS] = TEXTS.split(" ");
const FILES = ["en", ...OTHERS].map((entry, index) => {
  const [tag, integrity] = entry.split(":");
  return { read: reading(tag), name: index && `open-letter-${tag}-${HASH}.json`, integrity };
});

/** What has come in and was not yet handed over. */
const fresh = [];

const fileFor = (tag) => FILES.find(({ read }) => read === reading(tag));
const ofReader = () => navigator.languages?.map(fileFor).find((file) => file);

/** The language of the text around an element, beyond shadow roots too. */
export function nearest(element) {
  const holder = element.closest("[lang]");
  if (holder) return call(holder, "getAttribute", "lang");
  const root = element.getRootNode();
  return root === document ? undefined : root.host && nearest(root.host);
}

// The files that an element may need: of the language that is said, or of what the page asks for and the name of the
// letter's file tells, and of the reader's, in which notices are. Two at most.
function filesFor(element, lang) {
  const [, named] = /\.([\w-]+)\.json([?#]|$)/.exec(element.getAttribute("src")) ?? [];
  const wanted = lang ? [fileFor(lang)] : [fileFor(nearest(element)), fileFor(named), ofReader()];
  return wanted.filter((file, index) => file?.name && wanted.indexOf(file) === index).slice(0, 2);
}

// A file that can't be had is not asked for again.
async function ask(file) {
  try {
    file.texts = await (await get([file.name, file.integrity])).json();
    fresh.push(file.texts);
  } catch {} // English
}

// Waits for them, but not for long.
function arrival(files) {
  const all = Promise.all(files.map((file) => (file.asked ??= ask(file))));
  return Promise.race([all, files.length && new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/**
 * Asks for the texts that the element may need, in the language if one is said. What it gives back is called when the
 * letter has arrived, and promises those that the engine has not got yet.
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

/** The texts in the reader's language, if they are at hand. */
export const forReader = () => ofReader()?.texts;

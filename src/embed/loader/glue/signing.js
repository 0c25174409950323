// The link to sign: its event for the host page, and the form that opens in its place. The form is a part of its own,
// with a file of texts for each language; both are fetched when somebody is about to sign.

import { isPlain } from "./early_signing.js";
import { tagFor } from "./texts.js";
import { formPart } from "form-part";

const SIGN = "[part~=sign]";
/** The letters of the page that can be signed. */
const all = new Set();
const files = {};
let get, beside, written, part;

/** Takes the loader's function that loads a file, the addresses of the release's files, and the page's numbers. */
export function provideForm(load, addresses, numbers) {
  get = load;
  beside = addresses;
  written = numbers;
}

// What fails to load is requested again by a later call.
function loaded() {
  return (part ??= formPart(beside).catch((error) => {
    part = undefined;
    throw error;
  }));
}

// The texts in the letter's language, or in English.
async function texts(lang) {
  const tag = tagFor(lang);
  const file = (files[tag] ??= fetched(tag ?? "en").catch((error) => {
    files[tag] = undefined;
    throw error;
  }));
  return { file: await file, isForeign: !tag };
}

async function fetched(tag) {
  // A hash, then the languages, with integrity in the pinned script.
  const [hash, ...entries] = "__OPEN_LETTER_SIGN_TEXTS__".split(" ");
  const [, integrity] = entries.map((entry) => entry.split(":")).find(([language]) => language === tag);
  return (await get([`open-letter-sign-${tag}-${hash}.json`, integrity])).json();
}

/** A view was mounted in that place: an open form goes there. */
export const moveForm = (place) => all.forEach((letter) => letter.move(place));

/** Lets readers sign the letter that is mounted for an element. Returns a function that ends this. */
export function signing(host, root, mounted) {
  let form, isOpening, isFollowed, isOver;

  const find = (selector) => root.querySelector(selector);
  const hasForm = () => {
    const { form } = mounted.letter?.sign ?? {};
    return !!form && typeof form === "object" && form.by !== "page";
  };
  const report = (type, detail, cancelable) =>
    host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));

  function fail(message, url) {
    console.warn(`open-letter: sign: ${message}${url && ` (${url})`}`);
    report("open-letter-error", { code: "sign", message, url });
  }

  const ready = () => Promise.all([loaded(), texts(find("[part~=letter]").lang)]);

  const own = {
    // Whether the form of that letter has room here.
    has: (id) => id !== undefined && mounted.letter?.id === id && hasForm() && find("[part~=body]") && find(SIGN),

    // False if the form can't be sent from this page.
    async open() {
      const { letter } = mounted;
      const [{ formOf }] = await ready();
      // Something else may be shown now.
      if (isOver || mounted.letter !== letter) return true;
      form ??= formOf({ host, root, mounted, texts, written, report, fail });
      await form?.open();
      return !!form;
    },

    move(place) {
      if (place.getRootNode() === root && form && !form.moved(place)) form = undefined;
    },
  };
  all.add(own);

  async function sign() {
    isOpening = true;
    try {
      // A badge or a banner has no room for a form, if the letter is on the page too.
      const other = !find("[part~=body]") && [...all].find((letter) => letter !== own && letter.has(mounted.letter.id));
      if (!(other && (await other.open())) && !(await own.open())) follow();
    } catch {
      fail("a file of the widget failed to load: the letter stays as it was published", "");
      follow();
    }
    isOpening = false;
  }

  // Follows the link after all.
  function follow() {
    isFollowed = true;
    find(SIGN)?.click();
    isFollowed = false;
  }

  function click(event) {
    const link = event.target.closest(SIGN);
    if (!link || isFollowed || !isPlain(event) || !mounted.letter) return;
    const isOpen = form?.isOpen;
    const isMeant = !isOpen && !isOpening && report("open-letter-sign", { url: link.href }, true);
    if (isMeant && !hasForm()) return;
    event.preventDefault();
    if (isOpen) form.close();
    if (isMeant) sign();
  }

  // Who points at the link is about to sign.
  const prepare = ({ target }) => target.closest(SIGN) && hasForm() && ready().catch(() => {});

  const listeners = { click, pointerover: prepare, focusin: prepare };
  Object.entries(listeners).forEach((listener) => root.addEventListener(...listener));
  return () => {
    isOver = true;
    all.delete(own);
    Object.entries(listeners).forEach((listener) => root.removeEventListener(...listener));
    form?.end();
  };
}

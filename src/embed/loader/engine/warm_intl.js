// Does what takes the browser long the first time, while the network is busy.

import { nearest } from "./texts.js";

/**
 * Makes the browser load its data for dates and numbers in the language: on a phone, the first `Intl.DateTimeFormat`
 * takes 65 ms, a third of the time from the last byte to the letter.
 */
export function warm(element) {
  const lang = nearest(element) || undefined;
  setTimeout(() => {
    try {
      new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format();
      new Intl.NumberFormat(lang).format(1);
      new Intl.PluralRules(lang).select(1);
    } catch {} // no language, so nothing to load
  });
}

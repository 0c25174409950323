// Does what takes the browser long the first time, while the network is busy.

import { page } from "own";

/** The language of a letter that is shown, or of the page. */
function language() {
  const letter = page.querySelector("open-letter")?.shadowRoot?.querySelector("[part~=letter]");
  return letter?.lang || page.documentElement.lang || undefined;
}

/**
 * Makes the browser load its data for dates, numbers and names of languages: on a phone, the first `Intl.DateTimeFormat`
 * takes 65 ms. Each is a task of its own, so that the browser can respond between them.
 */
export function warm() {
  const lang = language();
  const pieces = [
    () => new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(),
    () => new Intl.NumberFormat(lang).format(1),
    () => new Intl.PluralRules(lang).select(1),
    () => new Intl.DisplayNames(lang, { type: "language" }).of(lang),
  ];
  for (const piece of pieces) {
    setTimeout(() => {
      try {
        piece();
      } catch {} // no language, so nothing to load
    });
  }
}

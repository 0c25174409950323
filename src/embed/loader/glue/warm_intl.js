// Does what takes the browser long the first time, while the network is busy.

import { page } from "own";

/**
 * Makes the browser load its data for the language of the letter that is shown, or of the page. Each piece is a task of
 * its own, so that the browser can respond between them. Dates and numbers that the first view has are not written
 * again: they are left out, since the first `Intl.DateTimeFormat` takes a phone 65 ms.
 */
export function warm() {
  const element = page.querySelector("open-letter");
  const letter = element?.querySelector("[data-numbers]") ?? element?.shadowRoot?.querySelector("[part~=letter]");
  const lang = letter?.lang || page.documentElement.lang || undefined;
  const pieces = [() => new Intl.PluralRules(lang).select(1)];
  if (!letter?.dataset.numbers) {
    pieces.push(
      () => new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(),
      () => new Intl.NumberFormat(lang).format(1),
      () => new Intl.DisplayNames(lang, { type: "language" }).of(lang),
    );
  }
  for (const piece of pieces) {
    setTimeout(() => {
      try {
        piece();
      } catch {} // no language, so nothing to load
    });
  }
}

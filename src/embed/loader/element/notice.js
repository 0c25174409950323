// What stands in an empty element when the engine could not be had, and so neither its texts nor its styles.

import { page } from "../own.js";

const ENGLISH = [, "en", "The letter can’t be shown here.", "Try again"];

/** A notice, in the language of that file of texts, with a button where trying again may help. */
export function notice(tryAgain, [, lang, text, again] = ENGLISH) {
  const box = page.createElement("div");
  box.setAttribute("part", "notice");
  box.setAttribute("role", "status");
  box.lang = lang;
  box.dir = "auto";
  const paragraph = page.createElement("p");
  paragraph.textContent = text;
  paragraph.id = "why";
  box.append(paragraph);
  if (tryAgain) {
    const button = page.createElement("button");
    button.textContent = again;
    button.setAttribute("aria-describedby", "why");
    button.addEventListener("click", tryAgain);
    box.append(button);
  }
  return box;
}

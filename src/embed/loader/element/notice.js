// The notice in an empty element when the engine fails to load, and with it the engine's texts and styles.

import { page } from "../own.js";

const ENGLISH = [, "en", "The letter can’t be shown here.", "Try again"];

/** A notice, in the language of that file of texts, with a button if trying again may help. */
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

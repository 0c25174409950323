// What stands in an empty element when the engine could not be had, and so neither its texts nor its styles.

const TEXTS = {
  en: ["The letter can’t be shown here.", "Try again"],
  fr: ["La lettre ne peut être affichée ici.", "Réessayer"],
};

/** A notice, with a button where trying again may help. */
export function notice(tryAgain) {
  const spoken = navigator.languages?.map((tag) => tag.split("-")[0]).find((tag) => TEXTS[tag]) ?? "en";
  const [text, again] = TEXTS[spoken];
  const box = document.createElement("div");
  box.setAttribute("part", "notice");
  box.setAttribute("role", "alert");
  box.lang = spoken;
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  box.append(paragraph);
  if (tryAgain) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = again;
    button.addEventListener("click", tryAgain);
    box.append(button);
  }
  return box;
}

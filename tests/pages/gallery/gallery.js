// The stage of the gallery: it shows what the switches say, and the page's address says it too.

const form = document.querySelector(".switches");
const stage = document.querySelector(".stage");
const letter = stage.querySelector("open-letter");
const code = document.querySelector(".code code");
const site = new URL("../", location).href;
const PARTS = [...form.elements.show].map(({ value }) => value);
const LETTERS = { canada: "letters/canada-artsakh-2023/letter.json", "night-bus": "letters/night-bus-2026/letter.json" };
/** The switches whose values are attributes of the element. */
const ATTRIBUTES = ["lang", "look", "theme", "show"];

/** What the switches say, without what is as it was. */
function said() {
  const { letter, lang, look, theme, page, width, place } = form.elements;
  const shown = [...form.elements.show].filter(({ checked }) => checked).map(({ value }) => value);
  const isAll = [0, PARTS.length].includes(shown.length);
  const values = Object.entries({ lang, look, theme, page, width, place }).map(([name, { value }]) => [name, value]);
  return new Map(
    [["letter", letter.value === "every-part" ? "" : letter.value], ...values, ["show", isAll ? "" : shown.join(" ")]]
      .filter(([, value]) => value),
  );
}

/** Sets the switches. */
function set(values) {
  for (const { name, options } of form.querySelectorAll("select")) {
    const wanted = [...options].find(({ value }) => value === values.get(name)) ?? options[0];
    wanted.selected = true;
  }
  const parts = (values.get("show") ?? "").split(" ").filter((part) => PARTS.includes(part));
  for (const box of form.elements.show) box.checked = !parts[0] || parts.includes(box.value);
}

/** The path of the letter's file in the site. */
function path(values) {
  const name = values.get("letter") ?? values.get("lang") ?? "every-part";
  return LETTERS[name] ?? `pages/gallery/${name}.json`;
}

/** The values as the query of an address. */
const query = (values) => new URLSearchParams([...values].sort()).toString();

function show() {
  const values = said();
  const src = site + path(values);
  if (letter.src !== src) letter.setAttribute("src", src);
  const attributes = ATTRIBUTES.filter((name) => values.has(name));
  for (const name of ATTRIBUTES) {
    const value = values.get(name) ?? "";
    if ((letter.getAttribute(name) ?? "") === value) continue;
    if (value) letter.setAttribute(name, value);
    else letter.removeAttribute(name);
  }
  stage.className = ["stage", values.get("page")].join(" ").trim();
  stage.style.inlineSize = values.has("width") ? `${values.get("width")}px` : "";
  for (const text of stage.querySelectorAll("span")) text.hidden = !values.has("place");
  const data = attributes.map((name) => `\n  data-${name}="${values.get(name)}"`).join("");
  code.textContent = `<script async crossorigin\n  src="${site}open-letter.js"\n  data-letter="${src}"${data}></script>`;
  for (const link of document.querySelectorAll("nav a[href^='?']")) {
    const isCurrent = query(new URLSearchParams(link.search)) === query(values);
    if (isCurrent) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  return values;
}

form.addEventListener("change", ({ target }) => {
  // A language is that of the letter in all languages, and another letter has its own.
  if (target.name === "letter") form.elements.lang.value = "";
  if (target.name === "lang" && !LETTERS[form.elements.letter.value]) form.elements.letter.value = "every-part";
  const values = show();
  history.replaceState(null, "", values.size ? `?${query(values)}` : location.pathname);
});
set(new URLSearchParams(location.search));
// Where there is room, or they say something.
form.querySelector("details").open = show().has("show") || innerWidth >= 1024;

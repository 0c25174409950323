// The page for partners, as a form: shows one snippet with what is chosen, and the letter as it will look. It reads
// nothing from the page's address, and sends nothing.

const find = (id) => document.getElementById(id);
const form = find("choose");
const { elements } = form;
/** The snippets of all forms and languages. */
const codes = [...document.querySelectorAll("textarea[data-form]")];
const PARTNER = /^[a-z0-9-]{1,64}$/;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const value = (name) => elements[name]?.value.trim() ?? "";
const own = () => [...form.querySelectorAll("[name=own]:checked")].map((box) => box.value);

function parts() {
  const chosen = value("show");
  if (chosen !== "own") return chosen;
  const boxes = [...form.querySelectorAll("[name=part]")];
  const checked = boxes.filter((box) => box.checked).map((box) => box.value);
  return checked.length === boxes.length ? "" : checked.join(" ");
}

/** The attributes that are chosen. */
function attributes() {
  const partner = value("partner");
  const wanted = { show: parts(), lang: value("lang"), theme: value("theme"), look: value("look"), partner: PARTNER.test(partner) ? partner : "" };
  return Object.entries(wanted).filter(([, value]) => value);
}

/** Without the text, the element is enough. */
const formOf = (host) => (!host.dataset.form && parts() && !/body/.test(parts()) ? "element" : host.dataset.form);
const SCRIPT = /<script async crossorigin src="([^"]*)"><\/script>/;
const ELEMENT = /^<open-letter ([^>]*)>(.*)<\/open-letter>/s;
/** The attributes of an element, for a `div`. */
const ofDiv = (attributes) => ` ${attributes}`.replace(/ ([a-z-]+)=/g, " data-$1=").replace("data-src", "data-open-letter");

/**
 * The element as JSX. React leaves alone what is inside such a `div`, and TypeScript knows it. The script may be there
 * twice.
 */
function jsx(code) {
  const [, attributes, content] = ELEMENT.exec(code);
  const inner = `<div${ofDiv(attributes)} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: ${JSON.stringify(content)} }} />`;
  return `<>${inner}<script async crossOrigin="anonymous" src="${SCRIPT.exec(code)[1]}" /></>`;
}

/** The element as a `div`, which all systems know, with that script in it. */
const div = (code, script) =>
  code.replace(SCRIPT, "").replace(ELEMENT, (_, attributes, content) => `<div${ofDiv(attributes)}>${script}${content}</div>`);

/** The code as that host takes it. Where the script goes into another file, it is `apart`. */
function fitting(host, code, apart) {
  if (host.dataset.jsx !== undefined) return jsx(code);
  if (apart) return div(code, "");
  // Some systems take a script that is in no other element for their own.
  return host.dataset.form || !ELEMENT.test(code) ? code : div(code, SCRIPT.exec(code)[0]);
}

/** The snippet of that form with the attributes in it. */
function snippet(form, given) {
  const lang = value("lang") || codes[0].dataset.lang;
  const code = codes.find((code) => code.dataset.form === form && code.dataset.lang === lang).value;
  if (form === "iframe") {
    const query = given.map(([name, value]) => `&amp;${name}=${encodeURIComponent(value)}`).join("");
    return code.replace(/(embed\.html\?letter=[^"&]*)[^"]*/, (_, letter) => letter + query);
  }
  // Without a choice of languages, the snippet's own language stays.
  const names = ["show", "theme", "look", "partner", ...(given.some(([name]) => name === "lang") ? ["lang"] : [])];
  const prefix = form === "element" ? "" : "data-";
  const [, start, tag, end] = /^(.*?)(<div data-open-letter="[^"]*"[^>]*>|<open-letter [^>]*>|<script [^>]*data-letter="[^"]*"[^>]*>)(.*)$/s.exec(code);
  const kept = names.reduce((tag, name) => tag.replace(new RegExp(` ${prefix}${name}="[^"]*"`), ""), tag);
  const added = given.map(([name, value]) => ` ${prefix}${name}="${escaped(value)}"`).join("");
  return start + kept.replace(/>$/, `${added}>`) + end;
}

let letter;

/** The letter as it will look. */
function preview(given) {
  if (!letter) {
    letter = document.createElement("open-letter");
    letter.setAttribute("src", find("letter").dataset.src);
    find("preview").append(letter);
  }
  for (const name of ["show", "lang", "theme", "look", "partner"]) {
    const value = given.find(([known]) => known === name)?.[1];
    if (value) letter.setAttribute(name, value);
    else letter.removeAttribute(name);
  }
  for (const box of form.querySelectorAll("[name=own]")) {
    if (box.checked) letter.style.setProperty(box.value, value(box.value));
    else letter.style.removeProperty(box.value);
  }
}

function show() {
  const host = elements.host.selectedOptions[0];
  const given = attributes();
  const section = find(host.value);
  for (const id of ["place", "trap", "apart-place"]) {
    const said = section.querySelector(`.${id}`)?.childNodes ?? [];
    find(id).replaceChildren(...[...said].map((node) => node.cloneNode(true)));
  }
  find("parts").hidden = value("show") !== "own";
  const code = snippet(formOf(host), given);
  const apart = section.querySelector(".apart-code");
  find("code").value = fitting(host, code, apart);
  find("apart").hidden = !apart;
  find("apart-code").value = apart?.textContent ?? "";
  const colours = own();
  find("rule").hidden = !colours.length;
  find("css").value = `open-letter {\n${colours.map((name) => `  ${name}: ${value(name)};\n`).join("")}}`;
  find("copied").textContent = "";
  preview(given);
}

/** Copies the text, or selects it where copying is refused. */
async function copy(area) {
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    find("copied").textContent = "Copied";
  } catch {
    find("copied").textContent = document.execCommand?.("copy") ? "Copied" : "Press Ctrl and C to copy";
  }
}

form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
find("copy").addEventListener("click", () => copy(find("code")));
find("copy-apart").addEventListener("click", () => copy(find("apart-code")));
find("copy-css").addEventListener("click", () => copy(find("css")));
form.hidden = false;
find("list").hidden = true;
show();

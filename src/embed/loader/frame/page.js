// embed.html: the page of the iframe form. It shows the letter named in its address, if that is in this folder or in
// the list beside it: nobody else's text appears under this address.

import { ATTRIBUTES } from "../element/attributes.js";
import { ASK, heightMessage } from "./height_message.js";
import { notice } from "../element/notice.js";
import { parse } from "../url.js";

const SHEET =
  ":root{color-scheme:light dark}:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}" +
  "body{display:flow-root;margin:0;padding:2px}open-letter{--_far:visible}";

const here = new URL(".", location.href);
// A host that redirects to another address of this page keeps the fragment, but may drop the query.
const asked = new URLSearchParams(`${location.search.slice(1)}&${location.hash.slice(1)}`);

const sheet = new CSSStyleSheet();
sheet.replaceSync(SHEET);
document.adoptedStyleSheets = [sheet];
let isReporting = parent === window;
/** WordPress gives each frame that it has made of an address a secret, and listens only to who knows it. */
const secret = /^#\?secret=([a-zA-Z0-9]+)$/.exec(location.hash)?.[1];
if (secret && !isReporting) openLinks();
show(asked.get("letter") ?? "");

async function show(reference) {
  const src = reference && parse(reference, here);
  if (!src) return refuse(`the address of this page names no letter: write ${here}embed.html?letter=letters/…/letter.json`);
  if (!isBelow(src, here) && !(await isListed(src))) {
    return refuse(`${src} is not in the folder ${here}: its publisher can list it in embed.json beside embed.html`);
  }
  const letter = document.createElement("open-letter");
  for (const name of ATTRIBUTES) {
    if (asked.has(name)) letter.setAttribute(name, asked.get(name));
  }
  letter.setAttribute("src", src);
  document.documentElement.dataset.theme = letter.getAttribute("theme") ?? "auto";
  letter.addEventListener("open-letter-ready", () => {
    document.title = letter.letter.title;
    document.documentElement.lang = letter.letter.lang;
  });
  for (const end of ["open-letter-ready", "open-letter-error"]) letter.addEventListener(end, tellHeight);
  document.body.append(letter);
}

/** Whether the URL is in the folder or below. The host may read an encoded slash as a slash, and so another folder. */
function isBelow(url, folder) {
  return url.origin === folder.origin && url.pathname.startsWith(folder.pathname) && !/%2f|%5c/i.test(url.pathname);
}

async function isListed(url) {
  const answer = await fetch(new URL("embed.json", here)).catch(() => null);
  const list = answer?.ok ? await answer.json().catch(() => null) : null;
  const names = Array.isArray(list?.letters) ? list.letters : [];
  return names.some((name) => {
    const listed = parse(name, here);
    if (!listed) return false;
    return listed.pathname.endsWith("/") ? isBelow(url, listed) : url.href === listed.href;
  });
}

function refuse(why) {
  console.error(`open-letter: ${why}`);
  document.body.append(notice());
  tellHeight();
}

// The page is as high as its letter. It sends that height, and a host page with open-letter.js sets it on the frame.
// While the letter loads, the page has no height of its own and sends none.
function tellHeight() {
  if (isReporting) return;
  isReporting = true;
  const say = () => {
    const message = heightMessage(document.body.getBoundingClientRect().height);
    parent.postMessage(message, "*");
    // Beyond 1,000 pixels, the frame scrolls.
    if (secret) parent.postMessage({ message: "height", value: message.height, secret }, "*");
  };
  new ResizeObserver(say).observe(document.body);
  addEventListener("message", ({ data, source }) => {
    if (source === parent && (data === ASK || (secret && data?.message === "ready" && data.secret === secret))) say();
  });
}

// The sandbox of WordPress lets no link open. It follows a link to this site itself, when it is asked to.
function openLinks() {
  addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node.localName === "a" && node.href);
    // Whoever has stopped the link opens a form.
    if (!link || event.defaultPrevented || link.host !== location.host) return;
    event.preventDefault();
    parent.postMessage({ message: "link", value: link.href, secret }, "*");
  });
}

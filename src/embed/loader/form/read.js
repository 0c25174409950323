// Reads `sign.form` of a letter, as src/model/sign_form.rs does. A letter is written by others: what it invents is
// dropped, and what could not work, or would send to an address that it may not name, is no form.

import { MOST } from "./fields.js";
import { isLoopback, isRefused } from "./receiver.js";
import { link } from "../link.js";
import { parse } from "../url.js";

/** What a form may ask, and the values in what it sends. */
const [ASKED, SENT] = [50, 200];
const ALWAYS = /^(consent|(first-|last-)?name)$/;

const isObject = (value) => !!value && typeof value === "object" && !Array.isArray(value);
const words = (value) => (typeof value === "string" ? value.replace(/(?![\t\n\r])\p{Cc}/gu, "") : "");
/** A line: a name, a word. */
const line = (value) => words(value).replace(/[\t\n\r\u2028\u2029]/g, " ").replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

/** Whether there is a field of that name. */
export const isField = (name) => Object.hasOwn(MOST, name);
/** Whether the field is a box to tick. */
export const isBox = (name) => /^(public|consent|news)$/.test(name);

/** The form, for a letter from the address `base`, on the page `here`; nothing if it can't be sent from there. */
export function read(json, base, here) {
  if (!isObject(json)) return;
  const { action, send } = json;
  const by = json.by ?? "collect";
  const to = typeof action === "string" && action.trim() && parse(link(action, base));
  if (!to || !(to.protocol === "https:" || (to.protocol === "http:" && isLoopback(to.hostname)))) return;
  if ((by !== "collect" && by !== "status") || isRefused(here, base, to.href)) return;
  const isCollected = by === "collect";
  const ask = fields(json.ask, isCollected);
  const asks = (name) => ask.find(({ field }) => field === name);
  if (!asks("name") && !(asks("first-name") && asks("last-name"))) return;
  const form = { action: to.href, isCollected, ask, asks, names: [], also: [], confirms: json.confirms === true };
  if (isCollected) {
    // `{base}letters/{id}/signatures`
    const [, collector, id] = /^([^?#]*\/)letters\/([^/?#]+)\/signatures$/.exec(to.href) ?? [];
    return id && asks("email") && asks("name") ? { ...form, collector, id } : undefined;
  }
  if (send == null) return form;
  const { as, body, fails } = isObject(send) ? send : {};
  if (as === "form") {
    const isSent = ([ours, theirs]) => theirs && (asks(ours) || /^(partner|lang)$/.test(ours));
    return { ...form, names: texts(send.names).filter(isSent), also: texts(send.also) };
  }
  // Without its pointer, a refusal could look like a signature.
  const isSeen = fails == null || (typeof fails === "string" && fails[0] === "/");
  return as === "json" && isObject(body) && values(body) <= SENT && isSeen ? { ...form, body, fails } : undefined;
}

function fields(list, isCollected) {
  const asked = [];
  for (const item of Array.isArray(list) ? list.slice(0, ASKED) : []) {
    const field = line(item?.field);
    const text = words(item?.text).trim() && words(item.text);
    if (!isField(field) || asked.some((ask) => ask.field === field)) continue;
    if (!text && /^(consent|news)$/.test(field)) continue;
    const given = Number.isSafeInteger(item.max) && item.max >= 0 ? item.max : field === "comment" && 280;
    const max = given > 0 && given <= MOST[field] ? given : MOST[field];
    const required = ALWAYS.test(field) || (isCollected && field === "email") || item.required;
    asked.push({ field, text, max, required, id: line(item.id).trim() && line(item.id) });
  }
  const has = (name) => asked.some(({ field }) => field === name);
  const ask = has("name") ? asked.filter(({ field }) => !/t-name$/.test(field)) : asked;
  return ask.map((ask) => ({ ...ask, required: ask.required === true || (ask.required === "organisation" && has("kind") && "organisation") }));
}

// The members of an object of texts.
const texts = (object) =>
  isObject(object) ? Object.entries(object).slice(0, SENT).filter(([, value]) => typeof value === "string").map(([key, value]) => [key, line(value)]) : [];

const values = (value) =>
  value && typeof value === "object" ? Object.values(value).reduce((sum, item) => sum + values(item), 1) : 1;

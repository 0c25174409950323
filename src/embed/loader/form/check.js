// Tidies and checks what was typed, as src/signing/ does for the collector. A test gives both the same.

import { COMMON, REAL } from "./domains.js";
import { isBox } from "./read.js";

/** The answer without what was not meant. */
export function tidy(field, typed) {
  if (field !== "email") {
    const words = typed.normalize("NFC").split(/(?:(?!\ufeff)\s|\x85)+/).join(" ");
    // Nobody sees that these came along with a name that was pasted.
    return words.replace(/^[ \xad\u061c\u200b\u200e\u200f\u2060\ufeff]+|[ \xad\u061c\u200b\u200e\u200f\u2060\ufeff]+$/g, "");
  }
  const address = /.*<([^>]*)/s.exec(typed)?.[1] ?? typed;
  // Some programs copy an invisible character along with the address.
  const kept = address.normalize("NFC").replace(/[\s\x85\u200b-\u200f\u2060]/g, "");
  return kept.replace(/[,;]+$/, "").replace(/^mailto:/i, "");
}

const SIGNS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|^[=+\-@]/u;
const LINK = /:\/\/|(^|[^\p{Alphabetic}\p{N}.:])(https?:|mailto:|ftp:|tel:|sms:|data:|file:|javascript:|www\.)/iu;
/** A letter, but none of the letters of Hangul that are blank. */
const SEEN = /[^\P{Alphabetic}\u115f\u1160\u3164\uffa0]/u;
const ATOM = /^[\w!#$%&'*+\-/=?^`{|}~]+(\.[\w!#$%&'*+\-/=?^`{|}~]+)*$/;

const signs = (text) => SIGNS.test(text) && "form";
const words = (text) => (LINK.test(text) ? "link" : signs(text));
const named = (text) => (/@/.test(text) ? "link" : words(text) || (!SEEN.test(text) && "letters"));
const name = (text) => (/\//.test(text) ? "link" : named(text));

function email(address) {
  const [, local, domain] = /^(.*)@(.*)$/s.exec(address) ?? [];
  if (!domain || local.length > 64 || !ATOM.test(local) || !/^[a-z\d.\-\xa0-\u{10ffff}]+$/iu.test(domain)) return "form";
  const labels = domain.split(".");
  const isFit = (label) => new TextEncoder().encode(label).length < 64 && /^[^-](.*[^-])?$/su.test(label);
  const last = labels.at(-1);
  return !(labels[1] !== undefined && labels.every(isFit) && [...last].length > 1 && !/^\d/.test(last)) && "domain";
}

const RULES = {
  name,
  "first-name": name,
  "last-name": name,
  organisation: named,
  role: named,
  comment: words,
  country: words,
  postcode: signs,
  email,
  kind: (word) => !/^(person|organisation)$/.test(word) && "form",
};

/** What is wrong with one answer: the code of the fault. */
export function faultOf({ field, max, required }, answers) {
  const answer = answers[field];
  if (!answer) return (required === true || (required && answers.kind === "organisation")) && "missing";
  if (isBox(field)) return false;
  return [...answer].length > max ? "long" : RULES[field](answer);
}

/** What is wrong with the answers: the faults by field, in the order of the form. */
export function check(form, answers) {
  const faults = form.ask.map((ask) => [ask.field, faultOf(ask, answers)]);
  return Object.fromEntries(faults.filter(([, fault]) => fault));
}

/**
 * The address that may be meant: `kim@gmail.com` for `kim@gmial.com`. Nothing if the domain is common, or like no common
 * one. Some names have their mailboxes at one domain only, whatever is written after them.
 */
export function suggestion(address = "") {
  const [, local, typed] = /^(.*)@(.*)$/s.exec(address) ?? [];
  const domain = typed?.toLowerCase();
  if (!domain || domain.length > 30 || COMMON.includes(domain) || REAL.includes(domain)) return;
  const [, only] = /^(gmail|googlemail|icloud)(\.|$)/.exec(domain) ?? [];
  const meant = only ? `${only}.com` : COMMON.find((common) => isOneError(domain, common));
  return meant && `${local}@${meant}`;
}

// Whether one error of typing lies between the two: a letter left out, added, or another, or two exchanged.
function isOneError(typed, meant) {
  while (typed && typed[0] === meant[0]) [typed, meant] = [typed.slice(1), meant.slice(1)];
  while (typed && typed.at(-1) === meant.at(-1)) [typed, meant] = [typed.slice(0, -1), meant.slice(0, -1)];
  const [most, least] = [Math.max(typed.length, meant.length), Math.min(typed.length, meant.length)];
  return most === 1 || (least === 2 && most === 2 && typed[0] === meant[1] && typed[1] === meant[0]);
}

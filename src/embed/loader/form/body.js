// Writes down answers for their receiver, as src/signing/body.rs does: as a form of a page would, or as JSON. It never
// knows the page that is read.

import { isBox, isField } from "./read.js";

/** The names and values that a form sends, in the order of its fields. Only what the form asks is sent. */
export function pairs({ ask, names, also, isCollected }, answers, context) {
  const value = { ...answers, ...context };
  const sent = [...ask.map(({ field }) => field), "lang", "partner"].map((ours) => {
    const theirs = names.find(([name]) => name === ours)?.[1];
    return [theirs ?? ((isCollected || isField(ours)) && ours), value[ours]];
  });
  return [...sent.filter(([name, value]) => name && value), ...also];
}

/** The document that a form sends. A place without an answer takes its member away, and so does what has no others. */
export function filled({ body, asks }, answers, context) {
  const answer = (name) => (asks(name) ? answers[name] : context[name]) || undefined;
  function fill(item) {
    if (typeof item === "string") {
      const [, name] = /^\{([^{}]*)\}$/.exec(item) ?? [];
      return isField(name) || /^(partner|lang)$/.test(name) ? answer(name) : item;
    }
    if (!item || typeof item !== "object") return item;
    if (Array.isArray(item)) {
      const list = item.map(fill).filter((value) => value !== undefined);
      return list.length || !item.length ? list : undefined;
    }
    const keys = Object.keys(item);
    if (typeof item.when === "string" && keys.includes("is") && keys.every((key) => /^(when|is|else)$/.test(key))) {
      return fill(isBox(item.when) && answer(item.when) ? item.is : item.else);
    }
    const members = keys.map((key) => [key, fill(item[key])]).filter(([, value]) => value !== undefined);
    return members.length || !keys.length ? Object.fromEntries(members) : undefined;
  }
  return fill(body) ?? {};
}

/** What is sent, and its media type. */
export function written(form, answers, context, more = []) {
  if (form.body) return ["application/json", JSON.stringify(filled(form, answers, context))];
  return ["application/x-www-form-urlencoded", `${new URLSearchParams([...pairs(form, answers, context), ...more])}`];
}

/**
 * Whether a receiver's answer is a refusal by the pointer that the form gives (RFC 6901): something other than `null` or
 * an empty list is there, or the answer is no JSON, so that nobody can tell.
 */
export function isFailure({ fails }, answer) {
  if (fails == null) return false;
  if (answer === undefined) return true;
  const steps = fails.slice(1).split("/").map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
  const there = steps.reduce((at, step) => (at && typeof at === "object" && Object.hasOwn(at, step) ? at[step] : undefined), answer);
  return there != null && !(Array.isArray(there) && !there.length);
}

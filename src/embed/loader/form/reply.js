// What the answer of a receiver means for somebody who signs. A reply has a `status`, perhaps `json`, and the seconds of
// `Retry-After` as `retry`; or it is `isOffline`; or nothing, if no answer came, or none in time: the request may have
// arrived.

import { isFailure } from "./body.js";

/** Seconds to wait if a receiver is busy and doesn't say for how long; and the shortest and the longest wait that anybody is
 * told. Of two seconds or more, each language speaks in the plural. */
const [WAIT, SHORTEST, LONGEST] = [30, 2, 3600];

const text = (value) => (typeof value === "string" && value.length <= 1000 && value) || undefined;
const whole = (value) => (Number.isInteger(value) && value >= 0 ? value : undefined);
const isFine = ({ status }) => status >= 200 && status < 300;

/** Why it could not be sent. */
export function trouble({ isOffline, status, json, retry }) {
  if (!status) return { trouble: isOffline ? "offline" : "unsure" };
  const wait = whole(json?.retry) ?? whole(retry);
  if (status === 429 || (status === 503 && wait !== undefined)) {
    return { trouble: "busy", wait: Math.min(Math.max(wait ?? WAIT, SHORTEST), LONGEST) };
  }
  return { trouble: status >= 400 && status < 500 ? "refused" : "failed" };
}

const FAILED = { trouble: "failed" };
const CLOSED = { stage: "closed" };

/** The collector's answer to the question whether one can sign: its token, or what became of the letter. */
export function token(reply) {
  const { status, json } = reply;
  if (status === 409 || (status === 200 && json?.open === false)) return CLOSED;
  // Nothing of the signature was sent, so nobody has signed.
  if (!status && !reply.isOffline) return { trouble: "lost" };
  if (status !== 200) return trouble(reply);
  const value = text(json?.token);
  return value ? { value } : FAILED;
}

/** Whether the collector wants another token. */
export const isStale = ({ isCollected }, { status, json }) =>
  isCollected && status === 422 && typeof json?.fields?.token === "string";

/** The answer to a signature: what changes in its course. */
export function sent(form, reply) {
  const { status, json } = reply;
  if (!form.isCollected) {
    if (!isFine(reply)) return trouble(reply);
    // What can't be read may be a signature or a refusal.
    if (isFailure(form, json)) return { trouble: json === undefined ? "unsure" : "refused" };
    return { stage: "taken", confirms: form.confirms };
  }
  if (isFine(reply)) {
    const signature = text(json?.signature);
    return signature && /^[\w-]{1,64}$/.test(signature) ? { stage: "coding", signature, isLate: json.mail === "later" } : FAILED;
  }
  if (status === 422 && json) {
    const faults = faultsIn(form, json.fields);
    return Object.keys(faults).length ? { faults } : { trouble: "refused" };
  }
  return status === 409 ? CLOSED : trouble(reply);
}

// The faults that the collector found, of fields that the form asks, in their order.
function faultsIn({ ask }, fields) {
  const found = ask.map(({ field }) => [field, fields?.[field]]).filter(([, code]) => typeof code === "string");
  const isKnown = (code) => /^(missing|form|long|link|letters|domain)$/.test(code);
  return Object.fromEntries(found.map(([field, code]) => [field, isKnown(code) ? code : "form"]));
}

/** The answer to a code: what changes in its course. */
export function confirmed(reply) {
  const { status, json } = reply;
  if (status === 200 && json) {
    const { state, id, number, name, shown } = json;
    if (state !== "confirmed" && state !== "held") return FAILED;
    return { stage: "signed", held: state === "held", id: text(id), number: whole(number), name: shown === false ? undefined : text(name) };
  }
  const left = status === 403 ? whole(json?.left) : 0;
  if (left) return { code: left };
  if (/^(403|404|410)$/.test(status)) return { stage: "asking", expired: true };
  return status === 409 ? CLOSED : trouble(reply);
}

// Where somebody stands who signs. Each act and each answer leads from one stage to the next: `asking` for the answers,
// `sending` them, `coding` (the code from the mail is awaited), `confirming` (the code is being sent), and an end: `taken`
// by another system, `signed`, or `closed`.

const NONE = { trouble: undefined, code: undefined, expired: false, slow: false };

/** The beginning. */
export const begin = () => ({ ...NONE, stage: "asking", faults: {} });

/** Whether something is on its way: then nothing else is sent. */
export const isSending = ({ stage }) => stage === "sending" || stage === "confirming";

/**
 * The signer wants to send answers with these faults. True if they are to be sent now: a second click, or one after the
 * end, does nothing.
 */
export function send(course, faults) {
  if (course.stage !== "asking") return false;
  const isReady = !Object.keys(faults).length;
  Object.assign(course, NONE, { faults, stage: isReady ? "sending" : "asking" });
  return isReady;
}

/** What became of the answers. */
export function sent(course, next) {
  if (course.stage === "sending") Object.assign(course, { slow: false, stage: "asking" }, next);
}

/** The signer has typed a code. Returns its digits, if they are to be sent now. */
export function confirm(course, typed) {
  if (course.stage !== "coding") return;
  const code = digits(typed);
  Object.assign(course, NONE, code ? { stage: "confirming" } : { code: "missing" });
  return code;
}

/** What became of the code. */
export function confirmed(course, next) {
  if (course.stage === "confirming") Object.assign(course, { slow: false, stage: "coding" }, next);
}

/** The signer goes back to the fields, to sign again or with another address. */
export function again(course) {
  if (course.stage === "coding") Object.assign(course, begin());
}

/** The letter was closed for signing. What is on its way, or waits for its code, goes on. */
export function close(course) {
  if (course.stage === "asking") course.stage = "closed";
}

/** The state that the event `open-letter-signed` tells; nothing if nothing is signed. */
export function told({ stage, confirms, held }) {
  return { coding: "pending", taken: confirms ? "pending" : "sent", signed: held ? "held" : "confirmed" }[stage];
}

// The zeros of the decimal digits that keyboards of the widget's languages type: ASCII, Arabic, Persian, full-width.
const ZEROS = [0x30, 0x660, 0x6f0, 0xff10];

// The digits of a code, whatever is between them: people paste `481 516` and `Code: 481516`.
function digits(typed) {
  const digit = (char) => ZEROS.map((zero) => char.codePointAt() - zero).find((digit) => digit >= 0 && digit < 10) ?? "";
  const code = [...typed].map(digit).join("");
  return code.length === 6 ? code : undefined;
}

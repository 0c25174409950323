// One request to a receiver. It has no cookies, follows no redirect, and does not name the page. Nothing about the
// response is trusted: each step may throw, and then there is no answer.

import { json } from "../json.js";

/** The longest wait for an answer, in milliseconds; and the largest answer that is read, in bytes. */
const [TIME_MS, BYTES] = [30000, 65536];

/** The reply to a body of that media type, or to a question without one: see reply.js. */
export async function request(url, type, body) {
  if (navigator.onLine === false) return { isOffline: true };
  const end = new AbortController();
  let timer;
  // Also if something on the page has lost the signal.
  const late = new Promise((resolve) => {
    timer = setTimeout(() => {
      resolve({});
      end.abort();
    }, TIME_MS);
  });
  const reply = exchange(url, type, body, end.signal).catch(() => ({}));
  return Promise.race([reply, late]).finally(() => clearTimeout(timer));
}

async function exchange(url, type, body, signal) {
  const answer = await fetch(url, {
    method: type ? "POST" : "GET",
    headers: { accept: "application/json", ...(type && { "content-type": type }) },
    body,
    signal,
    mode: "cors",
    cache: "no-store",
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
  });
  const { status } = answer;
  const after = answer.headers.get("retry-after");
  const seconds = Number.isNaN(+after) ? (Date.parse(after) - Date.now()) / 1000 : +after;
  const retry = after ? Math.max(Math.round(seconds), 0) : undefined;
  return { status, json: await json(answer, BYTES).catch(() => {}), retry };
}

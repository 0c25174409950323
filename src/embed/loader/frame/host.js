// The heights of letters in iframes: each frame tells its own, and gets it where the host page has this script.

import { ASK, isHeight } from "./height_message.js";
import { listen, page } from "../own.js";
import { parse } from "../url.js";

// Some hosts send readers from embed.html on to embed.
const PAGE = /\/embed(\.html)?$/;

/** Whether an iframe shows a letter. */
export const isFrame = (frame) => PAGE.test(parse(frame.src)?.pathname);

/** Has the frames of the page follow their letters, those that are there and those that come. */
export function follow() {
  listen("message", ({ data, origin, source }) => {
    if (!isHeight(data)) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    // A sandboxed frame without an origin of its own says "null".
    if (frame && (origin === parse(frame.src).origin || (origin === "null" && frame.hasAttribute("sandbox")))) {
      frame.height = data.height;
    }
  });
  // What was told before this script was there is told again. Nothing in the question is anybody's secret.
  for (const frame of frames()) frame.contentWindow?.postMessage(ASK, "*");
}

const frames = () => [...page.querySelectorAll("iframe[src]")].filter(isFrame);

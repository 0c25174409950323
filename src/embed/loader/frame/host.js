// The heights of letters in iframes: each frame tells its own, and gets it where the host page has this script.

import { ASK, isHeight } from "./height_message.js";
import { parse } from "../url.js";

/** Has the frames of the page follow their letters, those that are there and those that come. */
export function follow() {
  addEventListener("message", ({ data, origin, source }) => {
    if (!isHeight(data)) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    // A sandboxed frame without an origin of its own says "null".
    if (frame && (origin === address(frame).origin || (origin === "null" && frame.hasAttribute("sandbox")))) {
      frame.height = data.height;
    }
  });
  // What was told before this script was there is told again. Nothing in the question is anybody's secret.
  for (const frame of frames()) frame.contentWindow?.postMessage(ASK, "*");
}

const address = (frame) => parse(frame.src);
const frames = () => [...document.querySelectorAll("iframe[src]")].filter((frame) => address(frame)?.pathname.endsWith("/embed.html"));

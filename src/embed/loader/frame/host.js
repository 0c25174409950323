// The heights of letters in iframes: each frame sends its own, and this script on the host page sets it.

import { ASK, isHeight } from "./height_message.js";
import { listen, page } from "../own.js";
import { parse } from "../url.js";

// Some hosts redirect readers from embed.html to embed.
const PAGE = /\/embed(\.html)?$/;

/** Whether an iframe shows a letter. */
export const isFrame = (frame) => PAGE.test(parse(frame.src)?.pathname);

/** Makes the page's frames as high as their letters, those of now and later. */
export function follow() {
  listen("message", ({ data, origin, source }) => {
    if (!isHeight(data)) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    // A sandboxed frame without an origin of its own says "null".
    if (frame && (origin === parse(frame.src).origin || (origin === "null" && frame.hasAttribute("sandbox")))) {
      frame.height = data.height;
    }
  });
  // Frames may have sent their heights before this script ran, so it asks for them again. The question has no secret.
  for (const frame of frames()) frame.contentWindow?.postMessage(ASK, "*");
}

const frames = () => [...page.querySelectorAll("iframe[src]")].filter(isFrame);

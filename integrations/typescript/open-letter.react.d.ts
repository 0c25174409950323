// <open-letter> in the JSX of React 19. Lay it beside open-letter.d.ts.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { OpenLetterElement, OpenLetterEventMap } from "./open-letter.js";

/** The attributes by the names that they have in HTML. React sets a property where the element has one of that name,
 * and else an attribute: `heading-level` counts whether the script has run by then or not, `headingLevel` would be lost
 * before it. */
export interface OpenLetterProps extends DetailedHTMLProps<HTMLAttributes<OpenLetterElement>, OpenLetterElement> {
  /** The URL of `letter.json`. */
  src: string;
  class?: string | undefined;
  /** Space-separated: title summary date addressees body count sign roll share languages. */
  show?: string | undefined;
  /** `auto`: as the host. */
  theme?: OpenLetterElement["theme"] | undefined;
  /** A ready look. */
  look?: OpenLetterElement["look"] | undefined;
  /** The heading level of the title; 2 unless told. */
  "heading-level"?: OpenLetterElement["headingLevel"] | `${OpenLetterElement["headingLevel"]}` | undefined;
  /** Seconds between count requests, at least 10; 60 unless told. */
  refresh?: OpenLetterElement["refresh"] | `${number}` | undefined;
  /** `lazy` starts when the element is near the viewport. */
  loading?: OpenLetterElement["loading"] | undefined;
  /** The id that is added to the sign link. */
  partner?: string | undefined;
  // The events: React listens for what follows `on`. They are the browser's own, not React's.
  "onopen-letter-ready"?: ((event: OpenLetterEventMap["open-letter-ready"]) => void) | undefined;
  "onopen-letter-count"?: ((event: OpenLetterEventMap["open-letter-count"]) => void) | undefined;
  "onopen-letter-error"?: ((event: OpenLetterEventMap["open-letter-error"]) => void) | undefined;
  "onopen-letter-sign"?: ((event: OpenLetterEventMap["open-letter-sign"]) => void) | undefined;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "open-letter": OpenLetterProps;
    }
  }
}

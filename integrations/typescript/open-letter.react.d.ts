// <open-letter> in the JSX of React 19. Lay it beside open-letter.d.ts.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { OpenLetterElement, OpenLetterEventMap } from "./open-letter.js";

/** The attributes by the names that they have in HTML. React sets a property where the element has one of that name,
 * and else an attribute: `heading-level` counts whether the script has run by then or not, `headingLevel` would be lost
 * before it. */
export interface OpenLetterProps extends DetailedHTMLProps<HTMLAttributes<OpenLetterElement>, OpenLetterElement> {
  class?: string | undefined;
  // <attributes>
  /** The address of `letter.json`. */
  src: string;
  /** The parts that are shown: any of `title summary date addressees body count sign roll share languages`. */
  show?: string | undefined;
  /** The colour scheme. `auto` follows the page. */
  theme?: OpenLetterElement["theme"] | undefined;
  /** A ready look. Without one, the letter takes the font and colours of the page. */
  look?: OpenLetterElement["look"] | undefined;
  /** The heading level of the title. If the title is not shown, of the headings below it. */
  "heading-level"?: OpenLetterElement["headingLevel"] | `${OpenLetterElement["headingLevel"]}` | undefined;
  /** The seconds between two requests for the count: at least 10, or `off` for no request. */
  refresh?: OpenLetterElement["refresh"] | `${number}` | undefined;
  /** `lazy` starts when the element is near the visible part of the page. */
  loading?: OpenLetterElement["loading"] | undefined;
  /** Adds `?partner=` with this id to the link to sign. */
  partner?: string | undefined;
  // </attributes>
  // The events: React listens for what follows `on`. They are the browser's own, not React's.
  "onopen-letter-ready"?: ((event: OpenLetterEventMap["open-letter-ready"]) => void) | undefined;
  "onopen-letter-count"?: ((event: OpenLetterEventMap["open-letter-count"]) => void) | undefined;
  "onopen-letter-error"?: ((event: OpenLetterEventMap["open-letter-error"]) => void) | undefined;
  "onopen-letter-sign"?: ((event: OpenLetterEventMap["open-letter-sign"]) => void) | undefined;
  "onopen-letter-signed"?: ((event: OpenLetterEventMap["open-letter-signed"]) => void) | undefined;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "open-letter": OpenLetterProps;
    }
  }
}

import type { ReactElement, ReactNode } from "react";

/** The attributes of `<open-letter>`, and its events. */
export interface OpenLetterProps {
  /** The address of `letter.json`. */
  src: string;
  lang?: string;
  show?: string;
  theme?: "auto" | "light" | "dark";
  look?: string;
  headingLevel?: number | string;
  refresh?: number | string;
  loading?: "eager" | "lazy";
  partner?: string;
  /** What readers see without scripts, and until the letter is there. */
  children?: ReactNode;
  onReady?: (event: HTMLElementEventMap["open-letter-ready"]) => void;
  onCount?: (event: HTMLElementEventMap["open-letter-count"]) => void;
  onError?: (event: HTMLElementEventMap["open-letter-error"]) => void;
  onSign?: (event: HTMLElementEventMap["open-letter-sign"]) => void;
  onSigned?: (event: HTMLElementEventMap["open-letter-signed"]) => void;
}

/** An open letter. */
export function OpenLetter(props: OpenLetterProps): ReactElement;

// The element in JSX, with all its properties. Lines that the compiler should refuse are marked.

import { useRef } from "react";
import type { OpenLetterElement } from "./open-letter.js";

const SRC = "https://letters.example/letters/a/letter.json";

export function Everything({ partner }: { partner: string | undefined }) {
  const letter = useRef<OpenLetterElement>(null);
  return (
    <open-letter
      ref={letter}
      key="a"
      id="letter"
      className="wide"
      class="wide"
      style={{ display: "block" }}
      hidden={false}
      src={SRC}
      lang="fr"
      show="title body"
      theme="dark"
      look="plain"
      heading-level={3}
      refresh={30}
      loading="lazy"
      partner={partner}
      onClick={(event) => event.currentTarget.update()}
      onopen-letter-ready={(event) => event.detail satisfies null}
      onopen-letter-count={(event) => event.detail.count.toFixed()}
      onopen-letter-error={(event) => event.detail.code === "network"}
      onopen-letter-sign={(event) => event.preventDefault()}
    >
      <a href="https://letters.example/letters/a/">The letter</a>
    </open-letter>
  );
}

export const texts = <open-letter src={SRC} heading-level="3" refresh="off" />;

export const refused = [
  // @ts-expect-error: a letter has an address
  <open-letter />,
  // @ts-expect-error
  <open-letter src={1} />,
  // @ts-expect-error
  <open-letter src={SRC} theme="purple" />,
  // @ts-expect-error
  <open-letter src={SRC} heading-level={7} />,
  // @ts-expect-error: before the script has run, React would make it an attribute without effect
  <open-letter src={SRC} headingLevel={3} />,
  // @ts-expect-error
  <open-letter src={SRC} refresh="never" />,
  // @ts-expect-error
  <open-letter src={SRC} loading="soon" />,
  // @ts-expect-error
  <open-letter src={SRC} partner={5} />,
  // @ts-expect-error
  <open-letter src={SRC} onopen-letter-count={(event) => event.detail.total} />,
  // @ts-expect-error
  <open-letter src={SRC} onopen-letter-sign="go()" />,
];

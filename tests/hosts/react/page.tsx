// A React page with a letter, for tests/browser/react.rs. The test decides what is rendered, and whether the script
// comes from React or from the page.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import type { OpenLetterEventMap } from "./open-letter.js";

interface Given {
  src: string;
  show?: string;
  dark?: boolean;
  level?: 1 | 2 | 3 | 4 | 5 | 6;
  partner?: string;
  /** The loader, if React adds it. */
  script?: string;
}

function Campaign({ src, show, dark, level = 3, partner, script }: Given) {
  const [count, setCount] = useState<number | null>(null);
  const counted = (event: OpenLetterEventMap["open-letter-count"]) => setCount(event.detail.count);
  return (
    <main>
      {script && <script async src={script} />}
      <open-letter
        src={src}
        show={show}
        theme={dark ? "dark" : "light"}
        heading-level={level}
        refresh={10}
        partner={partner}
        onopen-letter-count={counted}
      >
        <a href="https://letters.example/letters/small/">The letter</a>
      </open-letter>
      <p id="count">{count}</p>
    </main>
  );
}

const root = createRoot(document.getElementById("app")!);
const page = {
  render: (given: Given) => root.render(<Campaign {...given} />),
  unmount: () => root.unmount(),
};
Object.assign(window, { page });

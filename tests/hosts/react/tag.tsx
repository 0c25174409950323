// A React `div` that names a letter, for tests/browser/react.rs: React owns its children, and updates them later.

import { createRoot } from "react-dom/client";

interface Given {
  src: string;
  /** Its paragraphs, or a single text. */
  texts: string[] | string;
  level?: number;
}

function Tag({ src, texts, level = 3 }: Given) {
  const children = typeof texts === "string" ? texts : texts.map((text) => <p key={text}>{text}</p>);
  return (
    <div data-open-letter={src} data-heading-level={level}>
      {children}
    </div>
  );
}

const root = createRoot(document.getElementById("app")!);

Object.assign(window, {
  tag: { render: (given: Given) => root.render(<Tag {...given} />), unmount: () => root.unmount() },
});

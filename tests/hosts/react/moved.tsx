// The tag in a React page, for tests/browser/react.rs: React moves a script with `async` out of its place.

import { createRoot, hydrateRoot } from "react-dom/client";

interface Given {
  loader: string;
  letter: string;
}

function Page({ loader, letter }: Given) {
  return (
    <main>
      <p>Before the letter.</p>
      <script async crossOrigin="anonymous" src={loader} data-letter={letter} />
    </main>
  );
}

const app = document.getElementById("app")!;

Object.assign(window, {
  moved: {
    render: (given: Given) => createRoot(app).render(<Page {...given} />),
    hydrate: (given: Given) => hydrateRoot(app, <Page {...given} />),
  },
});

// The application that the bundlers bundle: the package's React component.
import { createElement } from "react";
import { OpenLetter } from "@open-letter/element/react";

const said = (name, value) => () => (document.documentElement.dataset[name] = value);

export const letter = () =>
  createElement(
    OpenLetter,
    {
      src: "/letters/canada-artsakh-2023/letter.json",
      headingLevel: 3,
      onReady: (event) => said("ready", `${event.target.letter.title} (h${event.target.headingLevel})`)(),
      onCount: (event) => said("count", event.detail.count)(),
    },
    createElement("a", { href: "/" }, "A letter"),
  );

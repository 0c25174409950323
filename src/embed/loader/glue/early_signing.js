// The link to sign in a text that `publish` has written into its page. Before the letter has taken that text's place, a
// click on the link is kept: then the form opens. If the engine fails, or takes long, the link is followed.

import { page } from "own";

/** Milliseconds for which somebody waits. */
const PATIENCE_MS = 2000;
const LOOK_MS = 50;

/** Whether a click asks for nothing else, such as a new tab, and nobody has dealt with it. */
export const isPlain = ({ ctrlKey, metaKey, shiftKey, altKey, defaultPrevented }) =>
  !(ctrlKey || metaKey || shiftKey || altKey || defaultPrevented);

/** Begins to keep such clicks. Returns a function that follows the links, from then on: the engine can't run. */
export function keepSigning() {
  let isFollowed = false;
  let isWaiting = false;

  page.addEventListener("click", (event) => {
    const link = event.target.closest?.("open-letter[data-form] [part~=sign]");
    if (!link || isFollowed || !isPlain(event)) return;
    event.preventDefault();
    if (isWaiting) return;
    isWaiting = true;
    // A text is not replaced while it has the focus.
    link.blur();
    let left = PATIENCE_MS / LOOK_MS;
    const timer = setInterval(() => {
      const element = link.closest("open-letter");
      const other = element?.shadowRoot.querySelector("[part~=sign]");
      const isThere = element?.letter && other?.getClientRects().length;
      if (!isThere && !isFollowed && left-- > 0) return;
      clearInterval(timer);
      isWaiting = false;
      if (isThere) return other.click();
      const before = isFollowed;
      isFollowed = true;
      link.click();
      isFollowed = before;
    }, LOOK_MS);
  });
  return () => (isFollowed = true);
}

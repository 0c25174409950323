// The marks of footnotes and the ways back. They are links to places in the letter; browsers look for those in the host
// page, and would put them into its address.

/** Follows them in that root. Returns a function that ends this. */
export function followFootnotes(root) {
  const follow = (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    const there = root.getElementById(link.getAttribute("href").slice(1));
    if (!there) return;
    // A note is no control.
    if (there.localName !== "a") there.tabIndex = -1;
    there.focus({ preventScroll: true });
    there.scrollIntoView({ block: "center" });
  };
  root.addEventListener("click", follow);
  return () => root.removeEventListener("click", follow);
}

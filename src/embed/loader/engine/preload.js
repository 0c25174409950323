// The letter on its way while the engine is: the engine's own request is then served by this one.

/** Begins to fetch the element's letter. The link goes when the letter is there, or can't be had. */
export function preload(element) {
  const src = element.getAttribute("src");
  if (!src?.trim()) return;
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.referrerPolicy = "strict-origin-when-cross-origin";
  link.href = src;
  document.head?.append(link);
  for (const end of ["open-letter-ready", "open-letter-error"]) {
    element.addEventListener(end, () => link.remove());
  }
}

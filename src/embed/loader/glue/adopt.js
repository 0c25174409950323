/** Adds stylesheets to a shadow root's, unless they are there. They are constructed, and so need no `style-src`. */
export function adopt(root, sheets) {
  const there = [...root.adoptedStyleSheets];
  const missing = sheets.filter((sheet) => !there.includes(sheet));
  if (missing.length) root.adoptedStyleSheets = [...there, ...missing];
}

/** An element with its attributes and children; missing ones are left out. */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const name in attributes) if (attributes[name] != null) made.setAttribute(name, attributes[name]);
  made.append(...children.flat(Infinity).filter(Boolean));
  return made;
}

/** A link out of the letter; nothing if a letter may not use its scheme. */
export function link(url, base, ...children) {
  const href = url && URL.parse(url, base);
  if (!href || !/^(https?|mailto):$/.test(href.protocol)) return children;
  return element("a", { href: href.href, rel: "noopener", referrerpolicy: "strict-origin-when-cross-origin" }, children);
}

/** A button. */
export function button(attributes, click, ...children) {
  const made = element("button", { type: "button", ...attributes }, children);
  made.addEventListener("click", click);
  return made;
}

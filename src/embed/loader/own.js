// Reads the page past its named elements. `<img name="currentScript">` replaces `document.currentScript`, and in a form
// `<input name="matches">` replaces the form's `matches` (HTML, 3.1.5 and 4.10.3): anyone who can write inert HTML on a
// page could decide what the loader reads. Names don't replace the members of prototypes, nor those of elements other
// than forms, nor names that `window` already has.

const named = Object.getPrototypeOf(document);

/** `document`, read through its prototypes. */
export const page = new Proxy(document, {
  get(_, name) {
    const value = Reflect.get(named, name, document);
    return typeof value === "function" ? value.bind(document) : value;
  },
  set: (_, name, value) => Reflect.set(named, name, value, document),
});

/** An element that has no named children. */
export const plain = page.createElement("div");

/** A property of a node of the page, which may be a form. */
export const ask = (node, name) => Reflect.get(plain, name, node);

/** Calls a method of an element, which may be a form; or of the window, if all event targets have that method. */
export const call = (target, method, ...values) => plain[method].apply(target, values);

/** Listens on the window. */
export const listen = (...values) => call(window, "addEventListener", ...values);

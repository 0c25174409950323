// The page past its named elements. `<img name="currentScript">` is what `document.currentScript` gives, and in a form
// `<input name="matches">` is what its `matches` gives (HTML, 3.1.5 and 4.10.3): whoever may write inert HTML on a page
// would decide what the loader reads there. Prototypes have no such names. Nor has any element that is no form, and on
// `window` an element's name gives way to whatever has the name already.

const named = Object.getPrototypeOf(document);

/** `document`, as its prototypes say it. */
export const page = new Proxy(document, {
  get(_, name) {
    const value = Reflect.get(named, name, document);
    return typeof value === "function" ? value.bind(document) : value;
  },
  set: (_, name, value) => Reflect.set(named, name, value, document),
});

/** An element without names. */
export const plain = page.createElement("div");

/** What a node of the page says of itself, which may be a form. */
export const ask = (node, name) => Reflect.get(plain, name, node);

/** Calls a method of an element of the page, which may be a form; or of the window, if it is one of every target's. */
export const call = (target, method, ...values) => plain[method].apply(target, values);

/** Listens on the window. */
export const listen = (...values) => call(window, "addEventListener", ...values);

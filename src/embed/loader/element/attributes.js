/** The attributes of `<open-letter>`; in a tag or a `div`, and in the address of the iframe form, they bear these names too. */
export const ATTRIBUTES = ["src", "lang", "show", "theme", "look", "heading-level", "refresh", "loading", "partner"];

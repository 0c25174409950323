// Made from src/model/attributes.rs by a test: UPDATE=1 cargo test --test hosts attributes

/** The attributes of `<open-letter>`. In a tag, a `div` and the address of the iframe form they have these names too. */
export const ATTRIBUTES = ["src", "lang", "show", "theme", "look", "heading-level", "refresh", "loading", "partner"];

/** What the property of each can be: a text, one of some words, or a number with its bounds and its default. */
export const VALUES = [
  ["text"],
  ["text"],
  ["text"],
  ["words", "auto", "light", "dark"],
  ["words", "", "paper", "press", "plain"],
  ["number", 1, 6, 2, ""],
  ["number", 10, 4294967295, 60, "off"],
  ["words", "eager", "lazy"],
  ["text"],
];

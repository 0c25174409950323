// Numbers and times in a language, as src/language/intl.rs writes them.

// Swedish, which every browser supports, writes them as in ISO 80000 and ISO 8601.
const PLAIN = "sv";

const known = (format, lang) => {
  try {
    return format.supportedLocalesOf(lang)[0];
  } catch {} // no language tag
};

/** A number. */
export const number = (lang, number) => new Intl.NumberFormat(known(Intl.NumberFormat, lang) ?? PLAIN).format(number);

/** The time of day in the reader's time zone, for what was just now, or will be soon. */
export const time = (lang, wall) =>
  new Intl.DateTimeFormat(known(Intl.DateTimeFormat, lang) ?? PLAIN, { timeStyle: "short" }).format(wall);

/** A text with its one placeholder filled. */
export const fill = (text, value) => text.replace(/\{\w+\}/, () => value);

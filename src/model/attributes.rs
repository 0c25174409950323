//! The attributes of `<open-letter>`: the one table from which all lists of them are generated.
//!
//! After a change, run `UPDATE=1 cargo test --test hosts attributes`: it rewrites the loader's list, the types, the
//! manifest, the plug-in and the reference.

/// An attribute of `<open-letter>`.
#[derive(Debug)]
pub struct Attribute {
    /// Its name in HTML.
    pub name: &'static str,
    /// Its possible values.
    pub values: Values,
    /// The value that replaces an unknown one, for the console.
    pub default: &'static str,
    /// The values to write instead of an unknown one, for the console.
    pub wanted: &'static str,
    /// Its values, for the reference (Markdown).
    #[cfg(not(target_arch = "wasm32"))]
    pub value_text: &'static str,
    /// What applies if it is absent, for the reference (Markdown).
    #[cfg(not(target_arch = "wasm32"))]
    pub default_text: &'static str,
    /// What it does, for the reference and the types.
    #[cfg(not(target_arch = "wasm32"))]
    pub about: &'static str,
}

/// The possible values of an attribute.
#[derive(Debug)]
pub enum Values {
    /// A text.
    Text,
    /// One of these words. The first is the default.
    Words(&'static [&'static str]),
    /// A whole number, or the word `or` unless that is empty.
    Number {
        /// The smallest.
        least: u32,
        /// The largest.
        most: u32,
        /// The default.
        default: u32,
        /// A word instead of a number.
        or: &'static str,
    },
}

macro_rules! attributes {
    ($(
        $constant:ident: $name:literal, $values:expr;
        unknown: $default:literal, write $wanted:literal;
        value: $value_text:literal; default: $default_text:literal; $about:literal
    )*) => {
        $(
            #[doc = concat!("`", $name, "`: ", $about)]
            pub const $constant: Attribute = Attribute {
                name: $name,
                values: $values,
                default: $default,
                wanted: $wanted,
                #[cfg(not(target_arch = "wasm32"))]
                value_text: $value_text,
                #[cfg(not(target_arch = "wasm32"))]
                default_text: $default_text,
                #[cfg(not(target_arch = "wasm32"))]
                about: $about,
            };
        )*
        /// All attributes, in the order of the documentation.
        #[cfg(not(target_arch = "wasm32"))]
        pub const ATTRIBUTES: &[Attribute] = &[$($constant),*];
    };
}

attributes! {
    SRC: "src", Values::Text;
    unknown: "", write "";
    value: "URL"; default: "required";
    "The address of `letter.json`."

    LANG: "lang", Values::Text;
    unknown: "the letter's own language", write "a language tag such as en or fr-CA";
    value: "language tag, such as `fr` or `pt-BR`";
    default: "the nearest `lang` around the element, else the language of the letter at `src`";
    "The language (BCP 47) in which the letter is shown, if it has that translation."

    SHOW: "show", Values::Text;
    unknown: "", write "";
    value: "words with spaces between them"; default: "all";
    "The parts that are shown: any of `title summary date addressees body count sign roll share languages`."

    THEME: "theme", Values::Words(&["auto", "light", "dark"]);
    unknown: "auto", write "auto, light or dark";
    value: "`auto` `light` `dark`"; default: "`auto`";
    "The colour scheme. `auto` follows the page."

    LOOK: "look", Values::Words(&["", "paper", "press", "plain"]);
    unknown: "none", write "paper, press or plain";
    value: "`paper` `press` `plain`"; default: "none";
    "A ready look. Without one, the letter takes the font and colours of the page."

    HEADING_LEVEL: "heading-level", Values::Number { least: 1, most: 6, default: 2, or: "" };
    unknown: "2", write "a number from 1 to 6";
    value: "1 to 6"; default: "2";
    "The heading level of the title. If the title is not shown, of the headings below it."

    REFRESH: "refresh", Values::Number { least: 10, most: u32::MAX, default: 60, or: "off" };
    unknown: "60", write "a number of seconds, at least 10, or off";
    value: "seconds, at least 10, or `off`"; default: "60";
    "The seconds between two requests for the count: at least 10, or `off` for no request."

    LOADING: "loading", Values::Words(&["eager", "lazy"]);
    unknown: "eager", write "eager or lazy";
    value: "`eager` `lazy`"; default: "`eager`";
    "`lazy` starts when the element is near the visible part of the page."

    PARTNER: "partner", Values::Text;
    unknown: "", write "";
    value: "any id"; default: "none";
    "Adds `?partner=` with this id to the link to sign."
}

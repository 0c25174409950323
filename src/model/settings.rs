//! The settings of the host page: attributes, read once into types.

use super::attributes::{self, Attribute, Values};
use super::language_tag::LanguageTag;
use super::show::{Part, Show};

/// The element's attributes. An unknown value is replaced by the documented default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The URL of `letter.json`, as written.
    pub src: Option<String>,
    /// The language that the host page asks for, from the element's own attribute.
    pub lang: Option<LanguageTag>,
    /// The parts that are shown.
    pub show: Show,
    /// The colour scheme.
    pub theme: Theme,
    /// A ready look; `None` for the host page's font and colours.
    pub look: Option<Look>,
    /// The heading level of the title, 1 to 6; if the title is not shown, of the headings below it.
    pub heading_level: u8,
    /// Seconds between requests for the count; `None` for no requests.
    pub refresh: Option<u32>,
    /// The id that is added to the link to sign.
    pub partner: Option<String>,
}

/// The colour scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The `color-scheme` of the host page.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The attribute's value.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// A ready look: a set of the stylesheet's tokens, in `style/widget/looks.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A sheet of paper, in old-style type.
    Paper,
    /// The front page of a newspaper.
    Press,
    /// Only the text.
    Plain,
}

impl Look {
    const ALL: [Look; 3] = [Look::Paper, Look::Press, Look::Plain];

    /// The attribute's value.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Look::Paper => "paper",
            Look::Press => "press",
            Look::Plain => "plain",
        }
    }
}

impl Default for Settings {
    /// An element without attributes.
    fn default() -> Self {
        Settings::read(|_| None).0
    }
}

impl Settings {
    /// The level of the headings below the title. If the title is not shown, they take its level, so that no level is
    /// skipped.
    #[must_use]
    pub fn inner_level(&self) -> u8 {
        self.heading_level + u8::from(self.show.has(Part::Title))
    }

    /// Reads the attributes. The settings are always usable: each value that is not understood only adds a warning.
    #[must_use]
    pub fn read(attribute: impl Fn(&str) -> Option<String>) -> (Settings, Vec<String>) {
        let mut reader = Reader { attribute, warnings: Vec::new() };
        let lang = reader.filled(&attributes::LANG).and_then(|tag| {
            let parsed = LanguageTag::parse(&tag);
            if parsed.is_none() {
                reader.warn(&attributes::LANG, &tag);
            }
            parsed
        });
        let theme = reader.word(&attributes::THEME).and_then(|index| Theme::ALL.get(index).copied());
        let look = reader.word(&attributes::LOOK).and_then(|index| Look::ALL.get(index.checked_sub(1)?).copied());
        let heading_level = reader.number(&attributes::HEADING_LEVEL).and_then(|level| u8::try_from(level).ok());
        let refresh = reader.number(&attributes::REFRESH);
        reader.word(&attributes::LOADING);
        let words = (reader.attribute)(attributes::SHOW.name).unwrap_or_default();
        let (show, unknown) = Show::read(&words);
        for word in unknown {
            reader.warnings.push(format!("open-letter: show has the unknown word \"{word}\", which is dropped"));
        }
        let settings = Settings {
            src: reader.filled(&attributes::SRC),
            lang,
            show,
            theme: theme.unwrap_or_default(),
            look,
            heading_level: heading_level.unwrap_or_default(),
            refresh,
            partner: reader.filled(&attributes::PARTNER),
        };
        (settings, reader.warnings)
    }
}

/// Reads values, and collects a warning for each that is not understood.
struct Reader<A> {
    attribute: A,
    warnings: Vec<String>,
}

impl<A: Fn(&str) -> Option<String>> Reader<A> {
    /// The value without white space around it; `None` if it is empty.
    fn filled(&self, of: &Attribute) -> Option<String> {
        (self.attribute)(of.name).map(|value| value.trim().to_string()).filter(|value| !value.is_empty())
    }

    fn warn(&mut self, of: &Attribute, value: &str) {
        let Attribute { name, default, wanted, .. } = of;
        self.warnings.push(format!("open-letter: {name}=\"{value}\" is unknown, so it is {default}; write {wanted}"));
    }

    /// The index of the word among the attribute's words; 0 if the attribute is absent or unknown.
    fn word(&mut self, of: &Attribute) -> Option<usize> {
        let Values::Words(words) = of.values else { return None };
        let Some(value) = self.filled(of) else { return Some(0) };
        let index = words.iter().position(|word| *word == value);
        if index.is_none() {
            self.warn(of, &value);
        }
        Some(index.unwrap_or_default())
    }

    /// The number; the default if the attribute is absent or unknown. `None` if it is the word that is allowed instead.
    fn number(&mut self, of: &Attribute) -> Option<u32> {
        let Values::Number { least, most, default, or } = of.values else { return None };
        let Some(value) = self.filled(of) else { return Some(default) };
        if value == or {
            return None;
        }
        let number = whole(&value).filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.warn(of, &value);
        }
        Some(number.unwrap_or(default))
    }
}

impl Settings {
    /// Whether both show any letter in the same way, however often its count is requested.
    #[must_use]
    pub fn shows_alike(&self, other: &Settings) -> bool {
        let Settings { src, lang, refresh, .. } = other.clone();
        Settings { src, lang, refresh, ..self.clone() } == *other
    }
}

/// The number, if the word consists of digits.
fn whole(word: &str) -> Option<u32> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) { word.parse().ok() } else { None }
}

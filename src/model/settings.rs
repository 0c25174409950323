//! What the host page asks for: attributes, read once into types.

use super::attributes::{self, Attribute, Values};
use super::language_tag::LanguageTag;
use super::show::Show;

/// The element's attributes. Each unknown value is the documented default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The URL of `letter.json`, as written.
    pub src: Option<String>,
    /// The language that the host asks for, by the element's own attribute.
    pub lang: Option<LanguageTag>,
    /// The parts that are shown.
    pub show: Show,
    /// Light or dark.
    pub theme: Theme,
    /// A ready look; `None` for the host's font and colours.
    pub look: Option<Look>,
    /// The level of the title's heading, 1 to 6; of the headings below it, where it is not shown.
    pub heading_level: u8,
    /// Seconds between count requests; `None` for none.
    pub refresh: Option<u32>,
    /// The id that is added to the sign link.
    pub partner: Option<String>,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the host's `color-scheme`.
    #[default]
    Auto,
    /// Light, whatever the host is.
    Light,
    /// Dark, whatever the host is.
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
    /// Nothing but the words.
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
    /// Reads the attributes. Total: whatever they hold, the settings are usable, and each value that is not understood
    /// brings one warning.
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

/// Reads values, and keeps a warning for each that is not understood.
struct Reader<A> {
    attribute: A,
    warnings: Vec<String>,
}

impl<A: Fn(&str) -> Option<String>> Reader<A> {
    /// The value without the white space around it; `None`, if nothing is left.
    fn filled(&self, of: &Attribute) -> Option<String> {
        (self.attribute)(of.name).map(|value| value.trim().to_string()).filter(|value| !value.is_empty())
    }

    fn warn(&mut self, of: &Attribute, value: &str) {
        let Attribute { name, default, wanted, .. } = of;
        self.warnings.push(format!("open-letter: {name}=\"{value}\" is unknown, so it is {default}; write {wanted}"));
    }

    /// The place of the word among those of the attribute; without it, and where it is unknown, 0.
    fn word(&mut self, of: &Attribute) -> Option<usize> {
        let Values::Words(words) = of.values else { return None };
        let Some(value) = self.filled(of) else { return Some(0) };
        let index = words.iter().position(|word| *word == value);
        if index.is_none() {
            self.warn(of, &value);
        }
        Some(index.unwrap_or_default())
    }

    /// The number; without it, and where it is unknown, the default. `None`, if the word stands there that is possible
    /// instead.
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
    /// Whether a letter is shown alike with both, whichever letter it is and however often its count is asked for.
    #[must_use]
    pub fn shows_alike(&self, other: &Settings) -> bool {
        let Settings { src, lang, refresh, .. } = other.clone();
        Settings { src, lang, refresh, ..self.clone() } == *other
    }
}

/// The number that digits alone write.
fn whole(word: &str) -> Option<u32> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) { word.parse().ok() } else { None }
}

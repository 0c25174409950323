//! What the host page asks for: attributes, read once into types.

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

/// Seconds between count requests where the host says nothing.
const REFRESH: u32 = 60;
/// Fewest seconds between count requests.
const MIN_REFRESH: u32 = 10;

impl Default for Settings {
    /// An element without attributes.
    fn default() -> Self {
        Settings::read(|_| None).0
    }
}

impl Settings {
    /// Reads the attributes. Total: whatever they hold, the settings are usable, and each value that was not
    /// understood is told in one warning.
    #[must_use]
    pub fn read(attribute: impl Fn(&str) -> Option<String>) -> (Settings, Vec<String>) {
        let mut warnings = Vec::new();
        let mut known = |name: &str, value: &str, wanted: &str, default: &str| {
            warnings.push(format!("open-letter: {name}=\"{value}\" is unknown, so it is {default}; write {wanted}"));
        };
        let filled = |name| attribute(name).map(|value| value.trim().to_string()).filter(|value| !value.is_empty());

        let lang = filled("lang").and_then(|tag| {
            let parsed = LanguageTag::parse(&tag);
            if parsed.is_none() {
                known("lang", &tag, "a language tag such as en or fr-CA", "the letter's own language");
            }
            parsed
        });
        let theme = filled("theme").map_or(Theme::Auto, |word| {
            [Theme::Auto, Theme::Light, Theme::Dark].into_iter().find(|theme| theme.as_str() == word).unwrap_or_else(
                || {
                    known("theme", &word, "auto, light or dark", "auto");
                    Theme::Auto
                },
            )
        });
        let look = filled("look").and_then(|word| {
            let look = Look::ALL.into_iter().find(|look| look.as_str() == word);
            if look.is_none() {
                known("look", &word, "paper, press or plain", "none");
            }
            look
        });
        let heading_level = filled("heading-level").map_or(2, |word| {
            if let Some(level @ 1..=6) = whole(&word) {
                return u8::try_from(level).unwrap_or(2);
            }
            known("heading-level", &word, "a number from 1 to 6", "2");
            2
        });
        let refresh = filled("refresh").map_or(Some(REFRESH), |word| match whole(&word) {
            _ if word == "off" => None,
            Some(seconds) if seconds >= MIN_REFRESH => Some(seconds),
            _ => {
                known("refresh", &word, "a number of seconds, at least 10, or off", "60");
                Some(REFRESH)
            }
        });
        if let Some(word) = filled("loading").filter(|word| word != "eager" && word != "lazy") {
            known("loading", &word, "eager or lazy", "eager");
        }
        let words = attribute("show").unwrap_or_default();
        let (show, unknown) = Show::read(&words);
        for word in unknown {
            warnings.push(format!("open-letter: show has the unknown word \"{word}\", which is dropped"));
        }
        let settings = Settings {
            src: filled("src"),
            lang,
            show,
            theme,
            look,
            heading_level,
            refresh,
            partner: filled("partner"),
        };
        (settings, warnings)
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

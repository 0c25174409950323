//! The scripts of texts, and what their letters say of the language.

use crate::source::scripts;
use unicode_script::{Script, UnicodeScript};

/// The letters of a text.
#[derive(Debug, Default)]
pub struct Letters {
    /// The script of most. Chinese, Japanese and Korean count as one, by the name of Han.
    pub script: Option<Script>,
    /// How many letters there are in that script.
    pub all: usize,
    /// Korean letters.
    pub hangul: usize,
    /// Japanese letters.
    pub kana: usize,
    /// Chinese characters that only the simplified script has.
    pub simplified: usize,
    /// Those that only the traditional one has.
    pub traditional: usize,
    /// The letters that tell languages of a script apart.
    telling: String,
    has_yeru: bool,
}

/// Letters that some languages of a script have, and its most frequent one has not.
const TELLING: &str = "پچژگٹڈڑںےۆێڕڵټډښځѓќѕљњћђџјўъіїєґқғәңұүөһы";

impl Letters {
    /// Counts them.
    #[must_use]
    pub fn of(text: &str) -> Letters {
        let (simplified, traditional) = scripts::chinese(text);
        let mut letters = Letters { simplified, traditional, ..Letters::default() };
        let mut counts: Vec<(Script, usize)> = Vec::new();
        for char in text.chars().filter(|char| char.is_alphabetic()) {
            let script = match char.script() {
                Script::Hangul => {
                    letters.hangul += 1;
                    Script::Han
                }
                Script::Hiragana | Script::Katakana => {
                    letters.kana += 1;
                    Script::Han
                }
                Script::Common | Script::Inherited | Script::Unknown => continue,
                script => script,
            };
            match counts.iter_mut().find(|(other, _)| *other == script) {
                Some((_, count)) => *count += 1,
                None => counts.push((script, 1)),
            }
            if TELLING.contains(char) {
                letters.has_yeru |= char == 'ы';
                letters.telling.push(char);
            }
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        letters.script = most.map(|(script, _)| script);
        letters.all = most.map_or(0, |(_, count)| count);
        letters
    }

    fn has(&self, some: &str) -> bool {
        self.telling.contains(|char| some.contains(char))
    }

    /// The language in the Cyrillic script that its own letters show, if it is neither Russian nor Ukrainian.
    #[must_use]
    pub fn cyrillic(&self) -> Option<&'static str> {
        const LONG: usize = 60;
        match () {
            () if self.has("ѓќѕ") => Some("mk"),
            () if self.has("љњћђџј") => Some("sr"),
            () if self.has("ў") => Some("be"),
            () if self.has("қғәңұһ") => Some("kk"),
            () if self.has("үө") => Some("mn"),
            () if self.has("ъ") && !self.has_yeru && !self.has("іїєґ") && self.all > LONG => Some("bg"),
            () => None,
        }
    }

    /// The language in the Arabic script that its own letters show, if it is not Arabic.
    #[must_use]
    pub fn arabic(&self) -> Option<&'static str> {
        match () {
            () if self.has("ۆێڕڵ") => Some("ckb"),
            () if self.has("ټډښځ") => Some("ps"),
            () if self.has("ٹڈڑںے") => Some("ur"),
            () if self.has("پچژگ") => Some("fa"),
            () => None,
        }
    }
}

/// The language that alone has a script, or is written in it most often; and whether it is the only one.
#[must_use]
pub fn only(script: Script) -> Option<(&'static str, bool)> {
    Some(match script {
        Script::Greek => ("el", true),
        Script::Hebrew => ("he", true),
        Script::Armenian => ("hy", true),
        Script::Georgian => ("ka", true),
        Script::Thai => ("th", true),
        Script::Lao => ("lo", true),
        Script::Khmer => ("km", true),
        Script::Myanmar => ("my", false),
        Script::Ethiopic => ("am", false),
        Script::Devanagari => ("hi", false),
        Script::Bengali => ("bn", false),
        Script::Gurmukhi => ("pa", true),
        Script::Gujarati => ("gu", true),
        Script::Tamil => ("ta", true),
        Script::Telugu => ("te", true),
        Script::Kannada => ("kn", true),
        Script::Malayalam => ("ml", true),
        Script::Sinhala => ("si", true),
        _ => return None,
    })
}

/// The script of a language. Chinese, Japanese and Korean count as one.
#[must_use]
pub fn of(lang: &str) -> Script {
    match scripts::script(lang).as_deref() {
        Some("Jpan" | "Kore" | "Hans" | "Hant") => Script::Han,
        code => code.and_then(Script::from_short_name).unwrap_or(Script::Latin),
    }
}

//! The scripts of texts, and what their letters say of the language.

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

/// Frequent characters of the two scripts, in the same order.
const SIMPLIFIED: &str = "们这国为会对发时来说个学书长门问间经东见车让给开无实应义权环请谢爱将办处报员业产务动机电气与万华区县广听声认议论证读变边还进远连选达过运亲礼团图馆计划闭众关诉给农乡战军级组织总统条约后里";
const TRADITIONAL: &str = "們這國為會對發時來說個學書長門問間經東見車讓給開無實應義權環請謝愛將辦處報員業產務動機電氣與萬華區縣廣聽聲認議論證讀變邊還進遠連選達過運親禮團圖館計劃閉眾關訴給農鄉戰軍級組織總統條約後裡";

/// Letters that some languages of a script have, and its most frequent one has not.
const TELLING: &str = "پچژگٹڈڑںےۆێڕڵټډښځѓќѕљњћђџјўъіїєґқғәңұүөһы";

impl Letters {
    /// Counts them.
    #[must_use]
    pub fn of(text: &str) -> Letters {
        let mut letters = Letters::default();
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
            if script == Script::Han {
                let (simple, old) = (SIMPLIFIED.contains(char), TRADITIONAL.contains(char));
                letters.simplified += usize::from(simple && !old);
                letters.traditional += usize::from(old && !simple);
            } else if TELLING.contains(char) {
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

/// The script of a language.
#[must_use]
pub fn of(lang: &str) -> Script {
    match lang {
        "ru" | "uk" | "bg" | "sr" | "mk" | "be" | "kk" | "ky" | "mn" | "tg" => Script::Cyrillic,
        "ar" | "fa" | "ur" | "ps" | "ckb" | "ug" | "sd" => Script::Arabic,
        "zh" | "ja" | "ko" | "yue" => Script::Han,
        "he" | "yi" => Script::Hebrew,
        "el" => Script::Greek,
        "hy" => Script::Armenian,
        "ka" => Script::Georgian,
        "th" => Script::Thai,
        "lo" => Script::Lao,
        "km" => Script::Khmer,
        "my" => Script::Myanmar,
        "am" | "ti" => Script::Ethiopic,
        "hi" | "mr" | "ne" => Script::Devanagari,
        "bn" | "as" => Script::Bengali,
        "pa" => Script::Gurmukhi,
        "gu" => Script::Gujarati,
        "ta" => Script::Tamil,
        "te" => Script::Telugu,
        "kn" => Script::Kannada,
        "ml" => Script::Malayalam,
        "si" => Script::Sinhala,
        _ => Script::Latin,
    }
}

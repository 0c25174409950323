//! Language tags (BCP 47), as far as a letter needs them.

/// A well-formed language tag, such as `en`, `fr-CA` or `hy`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct LanguageTag(String);

/// The direction of a text, as the attribute `dir` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of `dir` (HTML, 3.2.6.4).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

impl LanguageTag {
    /// Parses a tag. `None` if it is not well-formed: subtags of one to eight letters and digits, the first of letters
    /// only (RFC 5646, section 2.1).
    #[must_use]
    pub fn parse(tag: &str) -> Option<LanguageTag> {
        let tag = tag.trim();
        let (language, _) = tag.split_once('-').unwrap_or((tag, ""));
        let language_fits =
            (2..=8).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
        let subtag_fits =
            |subtag: &str| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (language_fits && tag.split('-').all(subtag_fits)).then(|| LanguageTag(tag.to_string()))
    }

    /// The tag as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language subtag in lower case: `fr` for `fr-CA`. Obsolete codes that some systems still use are
    /// replaced by their successors (IANA Language Subtag Registry, *Preferred-Value*): `he` for `iw`.
    #[must_use]
    pub fn language(&self) -> String {
        let language = self.subtags().next().unwrap_or_default().to_ascii_lowercase();
        match language.as_str() {
            "iw" => "he".into(),
            "ji" => "yi".into(),
            "in" => "id".into(),
            _ => language,
        }
    }

    /// The direction of the tag's script or, without one, of the language's usual script.
    #[must_use]
    pub fn direction(&self) -> Direction {
        const RTL_SCRIPTS: [&str; 8] = ["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"];
        const RTL_LANGUAGES: [&str; 13] =
            ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];
        let script = self
            .subtags()
            .skip(1)
            .find(|subtag| subtag.len() == 4 && !subtag.starts_with(|c: char| c.is_ascii_digit()));
        let rtl = match script {
            Some(script) => RTL_SCRIPTS.contains(&script.to_ascii_lowercase().as_str()),
            None => RTL_LANGUAGES.contains(&self.language().as_str()),
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }

    /// Whether readers of one can read the other: the same language, whatever the country. Simplified and traditional
    /// Chinese count as two languages.
    #[must_use]
    pub fn reads_as(&self, other: &LanguageTag) -> bool {
        self.language() == other.language() && self.is_traditional() == other.is_traditional()
    }

    /// Whether it is Chinese in the traditional script: the tag names the script, or a region where it is usual (CLDR,
    /// likely subtags).
    fn is_traditional(&self) -> bool {
        let names = |names: &[&str]| {
            self.subtags().skip(1).any(|subtag| names.iter().any(|name| subtag.eq_ignore_ascii_case(name)))
        };
        self.language() == "zh" && names(&["Hant", "TW", "HK", "MO"]) && !names(&["Hans"])
    }

    /// The index of the best match for this tag in `offered`: the same tag, then a shorter form (RFC 4647, section 3.4,
    /// *lookup*), then any tag of the same language.
    #[must_use]
    pub fn lookup<'t>(&self, offered: impl Iterator<Item = &'t LanguageTag> + Clone) -> Option<usize> {
        let mut range = self.0.as_str();
        loop {
            if let Some(index) = offered.clone().position(|tag| tag.0.eq_ignore_ascii_case(range)) {
                return Some(index);
            }
            match range.bytes().rposition(|byte| byte == b'-').and_then(|end| range.get(..end)) {
                Some(shorter) => range = shorter,
                None => return offered.clone().position(|tag| tag.language() == self.language()),
            }
        }
    }

    fn subtags(&self) -> impl Iterator<Item = &str> {
        self.0.split('-')
    }
}

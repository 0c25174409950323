//! What the interface says, as a shape that each language fills: a text that a language lacks does not compile.

/// The interface's texts in one language. `{n}`, `{count}` and the like stand for what is filled in.
pub struct Texts {
    /// The language's tag (BCP 47).
    pub lang: &'static str,
    /// The language's name in itself.
    pub name: &'static str,
    /// Above the signatories.
    pub signatories: &'static str,
    /// The number of signatures, `{n}`.
    pub signatures: Plural,
    /// The count beside its goal: `{count}`, `{goal}`.
    pub progress: &'static str,
    /// The number of organisations, `{n}`.
    pub organisations: Plural,
    /// The number of persons, `{n}`.
    pub persons: Plural,
    /// Two of the above together: `{organisations}`, `{persons}`.
    pub both: &'static str,
    /// The link to sign by, where the letter has no words of its own.
    pub sign: &'static str,
    /// The label of the roll's filters.
    pub filters: &'static str,
    /// The filter that hides nobody.
    pub all: &'static str,
    /// The filter that leaves the organisations.
    pub only_organisations: &'static str,
    /// The filter that leaves the persons.
    pub only_persons: &'static str,
    /// The field in which a name is typed.
    pub find: &'static str,
    /// The number of names found, `{n}`.
    pub found: Plural,
    /// The names found so far, `{n}`, where there may be more.
    pub found_some: &'static str,
    /// Where nobody of that name is found.
    pub found_none: &'static str,
    /// The label of the choice of an order.
    pub order: &'static str,
    /// The orders: of signing, the newest first, by the alphabet.
    pub orders: [&'static str; 3],
    /// The button that shows more of the roll.
    pub show_more: &'static str,
    /// Where names could not be had.
    pub names_failed: &'static str,
    /// Beside a signatory whom the coordinator has checked.
    pub verified: &'static str,
    /// Beside one who began the letter.
    pub initiator: &'static str,
    /// Before the names of the last to sign.
    pub latest: &'static str,
    /// Beside a signatory who has joined while the page was open.
    pub new: &'static str,
    /// Under a count that could not be refreshed for long: `{time}`.
    pub stale: &'static str,
    /// A letter that is no longer to be signed.
    pub closed: &'static str,
    /// A letter that was handed over.
    pub delivered: &'static str,
    /// A letter that was answered.
    pub answered: &'static str,
    /// Above what happened since.
    pub updates: &'static str,
    /// The link to read an update further.
    pub read_on: &'static str,
    /// The label of the list of translations.
    pub languages: &'static str,
    /// The button that shares the letter.
    pub share: &'static str,
    /// After the letter's link was copied.
    pub copied: &'static str,
    /// The link to have one's name taken off.
    pub withdraw: &'static str,
    /// The link to the coordinator.
    pub contact: &'static str,
    /// The link to the privacy notice.
    pub privacy: &'static str,
    /// While the letter is on its way.
    pub loading: &'static str,
    /// The button after a failure.
    pub try_again: &'static str,
    /// The link to the letter's own page.
    pub open_page: &'static str,
    /// What kept the letter from being shown.
    pub failures: Failures,
    /// What only published pages say.
    #[cfg(not(target_arch = "wasm32"))]
    pub pages: Pages,
}

/// What the pages say that publishing writes: the coordinator's command has it, the widget does not.
#[cfg(not(target_arch = "wasm32"))]
pub struct Pages {
    /// The link to the pages that have the whole roll.
    pub all_names: &'static str,
    /// The link to the page of those who signed before.
    pub earlier: &'static str,
    /// The link to the page of those who signed after.
    pub later: &'static str,
    /// The title of the feed: `{title}`, the letter's.
    pub feed: &'static str,
    /// Above the snippet with the whole text: what it is, and how to use it.
    pub snippet: &'static str,
    /// Above the snippet of one line.
    pub snippet_tag: &'static str,
    /// Above the same line, for one release alone.
    pub snippet_pinned: &'static str,
    /// Above the snippet for editors that take scripts away.
    pub snippet_iframe: &'static str,
    /// Above the snippet with the count alone.
    pub snippet_badge: &'static str,
}

/// What a reader is told for each code of failure.
pub struct Failures {
    /// `no-src`
    pub no_src: &'static str,
    /// `network`
    pub network: &'static str,
    /// `status`
    pub status: &'static str,
    /// `timeout`
    pub timeout: &'static str,
    /// `too-large`
    pub too_large: &'static str,
    /// `not-json`
    pub not_json: &'static str,
    /// `not-a-letter`
    pub not_a_letter: &'static str,
    /// `version`
    pub version: &'static str,
}

/// A text in the plural forms of its language (CLDR, plural rules, cardinal).
pub struct Plural {
    /// The form *zero*.
    pub zero: Option<&'static str>,
    /// The form *one*.
    pub one: Option<&'static str>,
    /// The form *two*.
    pub two: Option<&'static str>,
    /// The form *few*.
    pub few: Option<&'static str>,
    /// The form *many*.
    pub many: Option<&'static str>,
    /// The form that every language has.
    pub other: &'static str,
}

impl Plural {
    /// No form but *other*; languages add theirs by struct update.
    pub const OTHER: Plural = Plural { zero: None, one: None, two: None, few: None, many: None, other: "" };

    /// The text for a category as `Intl.PluralRules` and CLDR name it.
    #[must_use]
    pub fn form(&self, category: &str) -> &'static str {
        let form = match category {
            "zero" => self.zero,
            "one" => self.one,
            "two" => self.two,
            "few" => self.few,
            "many" => self.many,
            _ => None,
        };
        form.unwrap_or(self.other)
    }
}

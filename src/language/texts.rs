//! The list of the interface's texts, which each language fills. If a file in `texts/` lacks a text or has an invalid
//! one, the build fails: `build.rs` generates a value from it.
//!
//! The files beside the widget are lists of these values in this order: with keys, the widget would contain the keys
//! too.

use crate::model::LanguageTag;

/// Declares the texts of a part of the interface, each by its key in the files.
macro_rules! texts {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $key:ident: $kind:ty,)* }) => {
        $(#[$about])*
        pub struct $name { $($(#[$doc])* pub $key: $kind,)* }

        impl Said for $name {
            const COUNT: usize = 0 $(+ <$kind as Said>::COUNT)*;

            fn of(values: &Values, mut at: usize) -> Self {
                $(let $key = Said::of(values, at); at += <$kind as Said>::COUNT;)*
                let _ = at;
                $name { $($key,)* }
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn give(&self, values: &mut Vec<&'static str>) {
                $(self.$key.give(values);)*
            }
        }
    };
}

texts! {
    /// The interface's texts in one language. `{n}`, `{count}` and the like are placeholders.
    Texts {
        /// The language's tag (BCP 47).
        lang: &'static str,
        /// If the engine could not be loaded; the loader also uses this text and the next.
        unavailable: &'static str,
        /// The button after a failure.
        try_again: &'static str,
        /// The language's name in that language.
        name: &'static str,
        /// The heading of the roll.
        signatories: &'static str,
        /// The number of signatures, `{n}`.
        signatures: Plural,
        /// The count and the goal: `{count}`, `{goal}`.
        progress: &'static str,
        /// The number of organisations, `{n}`.
        organisations: Plural,
        /// The number of persons, `{n}`.
        persons: Plural,
        /// The two previous texts together: `{organisations}`, `{persons}`.
        both: &'static str,
        /// The link to sign, if the letter has no label of its own.
        sign: &'static str,
        /// The label of the roll's filters.
        filters: &'static str,
        /// The filter that shows everybody.
        all: &'static str,
        /// The filter that shows organisations.
        only_organisations: &'static str,
        /// The filter that shows persons.
        only_persons: &'static str,
        /// The heading of signatories who are in no group, below the groups.
        others: &'static str,
        /// The label of the search field.
        find: &'static str,
        /// The number of names found, `{n}`.
        found: Plural,
        /// The number of names found so far, `{n}`, if there may be more.
        found_some: Plural,
        /// If no name matches.
        found_none: &'static str,
        /// The label of the menu for the order.
        order: &'static str,
        /// The orders: by signing, newest first, alphabetical.
        orders: [&'static str; 3],
        /// The button that shows more of the roll.
        show_more: &'static str,
        /// If names could not be loaded.
        names_failed: &'static str,
        /// Beside a signatory whom the coordinator has verified.
        verified: &'static str,
        /// Beside an initiator.
        initiator: &'static str,
        /// After the name of a person who signs for an organisation: `{organisation}`.
        behalf: &'static str,
        /// Before the names of the latest signatories.
        latest: &'static str,
        /// Beside a signatory who joined while the page was open.
        new: &'static str,
        /// Under a count that could not be refreshed for long: when it was last known, `{time}`.
        stale: &'static str,
        /// Under a count, how long ago it changed: `{time}`.
        updated: &'static str,
        /// Below a printed roll that is not complete: `{signatures}`.
        in_print: &'static str,
        /// Below a text that was cut.
        text_cut: &'static str,
        /// Below a roll that was cut.
        names_cut: &'static str,
        /// Between a name and the words after it.
        comma: &'static str,
        /// Between the names of a list.
        comma_of_names: &'static str,
        /// A day, for browsers without dates in the language: `{day}`, `{month}`, `{year}`. Empty if all browsers have
        /// them.
        day: &'static str,
        /// The names of the months for that, each between its number and empty braces: `{01}January{}`.
        months: &'static str,
        /// If the letter is closed for signing.
        closed: &'static str,
        /// If the letter was delivered.
        delivered: &'static str,
        /// If the letter was answered.
        answered: &'static str,
        /// Before the names of the initiators.
        from: &'static str,
        /// Before the first addressee, if the list is folded and has no heading.
        to: &'static str,
        /// The heading of the updates.
        updates: &'static str,
        /// The link to more about an update.
        read_on: &'static str,
        /// The label of the footnotes.
        footnotes: &'static str,
        /// The mark of a footnote for screen readers, `{n}`.
        note: &'static str,
        /// The link from a footnote to its mark.
        back_to_text: &'static str,
        /// The label of the list of translations.
        languages: &'static str,
        /// The button that shares the letter.
        share: &'static str,
        /// After the letter's link was copied.
        copied: &'static str,
        /// The label of the letter's address, if only the reader can copy it.
        copy_by_hand: &'static str,
        /// The link to have one's name removed.
        withdraw: &'static str,
        /// The link to the coordinator.
        contact: &'static str,
        /// The link to the privacy notice.
        privacy: &'static str,
        /// While the letter loads.
        loading: &'static str,
        /// The link to the letter's own page.
        open_page: &'static str,
        /// Why the letter could not be shown.
        failures: Failures,
    }
}

texts! {
    /// The text for each code of failure.
    Failures {
        /// `no-src`
        no_src: &'static str,
        /// `network`
        network: &'static str,
        /// `status`
        status: &'static str,
        /// `timeout`
        timeout: &'static str,
        /// `too-large`
        too_large: &'static str,
        /// `not-json`
        not_json: &'static str,
        /// `not-a-letter`
        not_a_letter: &'static str,
        /// `version`
        version: &'static str,
    }
}

impl Texts {
    /// The texts with those values, in the order of [`Texts::values`]. They stay in memory for as long as the program
    /// runs: each language is read once.
    #[must_use]
    pub fn of(values: impl Iterator<Item = &'static str>) -> &'static Texts {
        let mut all: Values = [""; Texts::COUNT];
        all.iter_mut().zip(values).for_each(|(slot, value)| *slot = value);
        Box::leak(Box::new(Said::of(&all, 0)))
    }

    /// All texts in order, plurals as *zero, one, two, few, many, other*, with an empty text for a form that the
    /// language does not use.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn values(&self) -> Vec<&'static str> {
        let mut values = Vec::new();
        self.give(&mut values);
        values
    }

    /// Whether readers of that language can use them: the region may differ, the script may not.
    #[must_use]
    pub fn are_for(&self, reader: &LanguageTag) -> bool {
        LanguageTag::parse(self.lang).is_some_and(|lang| lang.reads_as(reader))
    }
}

/// A text in the plural forms of its language (CLDR, plural rules, cardinal). Unused forms are empty. A form for a
/// single number may leave out `{n}`.
pub struct Plural {
    /// The form *zero*.
    pub zero: &'static str,
    /// The form *one*.
    pub one: &'static str,
    /// The form *two*.
    pub two: &'static str,
    /// The form *few*.
    pub few: &'static str,
    /// The form *many*.
    pub many: &'static str,
    /// The form that every language uses.
    pub other: &'static str,
}

impl Plural {
    /// The form for a category, as `Intl.PluralRules` and CLDR name it.
    #[must_use]
    pub fn form(&self, category: &str) -> &'static str {
        let form = match category {
            "zero" => self.zero,
            "one" => self.one,
            "two" => self.two,
            "few" => self.few,
            "many" => self.many,
            _ => "",
        };
        if form.is_empty() { self.other } else { form }
    }
}

/// The texts of a language in order.
type Values = [&'static str; Texts::COUNT];

/// A member of the texts.
trait Said: Sized {
    /// The number of its values.
    const COUNT: usize;

    /// Reads it from the values at that index.
    fn of(values: &Values, at: usize) -> Self;

    /// Adds its values.
    #[cfg(not(target_arch = "wasm32"))]
    fn give(&self, values: &mut Vec<&'static str>);
}

impl Said for &'static str {
    const COUNT: usize = 1;

    fn of(values: &Values, at: usize) -> Self {
        values[at]
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn give(&self, values: &mut Vec<&'static str>) {
        values.push(self);
    }
}

impl Said for [&'static str; 3] {
    const COUNT: usize = 3;

    fn of(values: &Values, at: usize) -> Self {
        [values[at], values[at + 1], values[at + 2]]
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn give(&self, values: &mut Vec<&'static str>) {
        values.extend(self);
    }
}

impl Said for Plural {
    const COUNT: usize = 6;

    fn of(values: &Values, at: usize) -> Self {
        let [zero, one, two, few, many, other] = [0, 1, 2, 3, 4, 5].map(|form| values[at + form]);
        Plural { zero, one, two, few, many, other }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn give(&self, values: &mut Vec<&'static str>) {
        values.extend([self.zero, self.one, self.two, self.few, self.many, self.other]);
    }
}

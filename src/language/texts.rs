//! What the interface says, as a shape that each language fills. A file in `texts/` that lacks a text, or has one that
//! is none, does not compile: `build.rs` makes a value of it.
//!
//! Beside the widget, the files are lists of these values in this order: keys would stand in the widget once more.

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
    /// The interface's texts in one language. `{n}`, `{count}` and the like stand for what is filled in.
    Texts {
        /// The language's tag (BCP 47).
        lang: &'static str,
        /// Where the engine could not be had; this and the next one are the loader's too.
        unavailable: &'static str,
        /// The button after a failure.
        try_again: &'static str,
        /// The language's name in itself.
        name: &'static str,
        /// Above the signatories.
        signatories: &'static str,
        /// The number of signatures, `{n}`.
        signatures: Plural,
        /// The count beside its goal: `{count}`, `{goal}`.
        progress: &'static str,
        /// The number of organisations, `{n}`.
        organisations: Plural,
        /// The number of persons, `{n}`.
        persons: Plural,
        /// Two of the above together: `{organisations}`, `{persons}`.
        both: &'static str,
        /// The link to sign by, where the letter has no words of its own.
        sign: &'static str,
        /// The label of the roll's filters.
        filters: &'static str,
        /// The filter that hides nobody.
        all: &'static str,
        /// The filter that leaves the organisations.
        only_organisations: &'static str,
        /// The filter that leaves the persons.
        only_persons: &'static str,
        /// The field in which a name is typed.
        find: &'static str,
        /// The number of names found, `{n}`.
        found: Plural,
        /// The number of names found so far, `{n}`, where there may be more.
        found_some: Plural,
        /// Where nobody of that name is found.
        found_none: &'static str,
        /// The label of the choice of an order.
        order: &'static str,
        /// The orders: of signing, the newest first, by the alphabet.
        orders: [&'static str; 3],
        /// The button that shows more of the roll.
        show_more: &'static str,
        /// Where names could not be had.
        names_failed: &'static str,
        /// Beside a signatory whom the coordinator has checked.
        verified: &'static str,
        /// Beside one who began the letter.
        initiator: &'static str,
        /// Before the names of the last to sign.
        latest: &'static str,
        /// Beside a signatory who has joined while the page was open.
        new: &'static str,
        /// Under a count that could not be refreshed for long: `{time}`.
        stale: &'static str,
        /// Under a count, how long ago it changed: `{time}`.
        updated: &'static str,
        /// Below a roll on paper that has not got everybody: `{signatures}`.
        in_print: &'static str,
        /// Below a text that is longer than one can be.
        text_cut: &'static str,
        /// Below a roll that has more names than a letter can have.
        names_cut: &'static str,
        /// Between a name and what follows it.
        comma: &'static str,
        /// Between the names of a list.
        comma_of_names: &'static str,
        /// A day, for browsers that know no dates in the language: `{day}`, `{month}`, `{year}`. Empty where all do.
        day: &'static str,
        /// The names of the months in it, each between its number and empty braces: `{01}January{}`.
        months: &'static str,
        /// A letter that is no longer to be signed.
        closed: &'static str,
        /// A letter that was handed over.
        delivered: &'static str,
        /// A letter that was answered.
        answered: &'static str,
        /// Above what happened since.
        updates: &'static str,
        /// The link to read an update further.
        read_on: &'static str,
        /// The label of the list of translations.
        languages: &'static str,
        /// The button that shares the letter.
        share: &'static str,
        /// After the letter's link was copied.
        copied: &'static str,
        /// The label of the letter's address, where nothing but the reader's hand can copy it.
        copy_by_hand: &'static str,
        /// The link to have one's name taken off.
        withdraw: &'static str,
        /// The link to the coordinator.
        contact: &'static str,
        /// The link to the privacy notice.
        privacy: &'static str,
        /// While the letter is on its way.
        loading: &'static str,
        /// The link to the letter's own page.
        open_page: &'static str,
        /// What kept the letter from being shown.
        failures: Failures,
    }
}

texts! {
    /// What a reader is told for each code of failure.
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
    /// The texts that those values are, in the order of [`Texts::values`]. They stay for as long as the program runs: a
    /// language is read once.
    #[must_use]
    pub fn of(values: impl Iterator<Item = &'static str>) -> &'static Texts {
        let mut all: Values = [""; Texts::COUNT];
        all.iter_mut().zip(values).for_each(|(slot, value)| *slot = value);
        Box::leak(Box::new(Said::of(&all, 0)))
    }

    /// All texts one after the other, plurals in the order *zero, one, two, few, many, other*, empty for a form that the
    /// language has not.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn values(&self) -> Vec<&'static str> {
        let mut values = Vec::new();
        self.give(&mut values);
        values
    }

    /// Whether they are for who reads that language: of another country, but in the same script.
    #[must_use]
    pub fn are_for(&self, reader: &LanguageTag) -> bool {
        LanguageTag::parse(self.lang).is_some_and(|lang| lang.reads_as(reader))
    }
}

/// A text in the plural forms of its language (CLDR, plural rules, cardinal); a form that the language has not is empty.
/// One that stands for one number alone may do without `{n}`.
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
    /// The form that every language has.
    pub other: &'static str,
}

impl Plural {
    /// The text for a category as `Intl.PluralRules` and CLDR name it.
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

/// The texts of a language, one after the other.
type Values = [&'static str; Texts::COUNT];

/// What the texts are made of.
trait Said: Sized {
    /// How many values it has.
    const COUNT: usize;

    /// The one whose values begin there.
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

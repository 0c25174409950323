//! The words with which letters begin and end, in the languages of the interface.

mod languages;

use crate::roll::fold;
use languages::Words;
pub use languages::{FORMULAS, Formulas};
use std::sync::LazyLock;

/// Formulas as they are compared: without case and accents.
type Folded = LazyLock<Vec<String>>;

fn folded(formulas: &[&str]) -> Vec<String> {
    formulas.iter().map(|formula| fold(formula)).collect()
}

/// Those of all languages.
fn of_all(of: fn(&Formulas) -> Words) -> Vec<String> {
    FORMULAS.iter().flat_map(|formulas| folded(of(formulas))).collect()
}

/// Whether a text begins with one of these.
fn begins(text: &str, formulas: &Folded) -> bool {
    let text = fold(text);
    formulas.iter().any(|formula| {
        let rest = text.strip_prefix(formula.as_str());
        // Chinese has no spaces between words.
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(' ') || formula.chars().all(|char| char > '\u{2E7F}')
        })
    })
}

/// Whether a line begins as salutations do, in any language.
#[must_use]
pub fn is_salutation(text: &str) -> bool {
    static SALUTATIONS: Folded = LazyLock::new(|| of_all(|formulas| formulas.salutations));
    begins(text, &SALUTATIONS)
}

/// What stands within closings that are whole sentences: *Nous vous prions d’agréer, Madame, …*
const WITHIN_CLOSINGS: [&str; 11] = [
    "prions d’agréer",
    "prie d’agréer",
    "prions de croire",
    "prie de croire",
    "prions de recevoir",
    "prie de recevoir",
    "l’expression de notre",
    "l’expression de nos",
    "verbleiben wir",
    "nos despedimos",
    "subscrevemo nos",
];

/// Whether a line begins as closings do, or is a sentence that closes a letter.
#[must_use]
pub fn is_closing(text: &str) -> bool {
    static CLOSINGS: Folded = LazyLock::new(|| of_all(|formulas| formulas.closings));
    static WITHIN: Folded =
        LazyLock::new(|| WITHIN_CLOSINGS.iter().map(|formula| [" ", &fold(formula), " "].concat()).collect());
    let folded = [" ", &fold(text), " "].concat();
    begins(text, &CLOSINGS) || WITHIN.iter().any(|formula| folded.contains(formula.as_str()))
}

/// Whether a line begins as titles of open letters do: *Open letter to the Mayor*. In Chinese and Japanese, these words
/// stand at the end.
#[must_use]
pub fn is_open_letter(text: &str) -> bool {
    static OPEN_LETTER: Folded = LazyLock::new(|| of_all(|formulas| formulas.open_letter));
    let ends = |formula: &str| formula.chars().all(|char| char > '\u{2E7F}') && text.trim().ends_with(formula);
    begins(text, &OPEN_LETTER) || FORMULAS.iter().flat_map(|formulas| formulas.open_letter).any(|one| ends(one))
}

/// The title after its heading: `Re: the river`.
#[must_use]
pub fn subject(text: &str) -> Option<(&str, &str)> {
    static SUBJECT: Folded = LazyLock::new(|| of_all(|formulas| formulas.subject));
    let (before, rest) = text.split_once([':', '：'])?;
    (is_one_of(before, &SUBJECT) && !rest.trim().is_empty()).then(|| (heading(text, rest), rest.trim()))
}

/// Whether a line is the words before names of signatories, and no more.
#[must_use]
pub fn is_signed(text: &str) -> bool {
    static SIGNED: Folded = LazyLock::new(|| of_all(|formulas| formulas.signed));
    is_one_of(text.trim_end_matches([':', '：']), &SIGNED)
}

/// Whether such a line names only some of those who sign.
#[must_use]
pub fn is_group(text: &str) -> bool {
    static GROUPS: Folded =
        LazyLock::new(|| folded(&["initiators", "supporting organisations", "supporting organizations"]));
    is_one_of(text.trim_end_matches([':', '：']), &GROUPS)
}

/// Whether a line is the heading of what follows the names.
#[must_use]
pub fn is_annex(text: &str) -> bool {
    const ANNEX: [&str; 33] = [
        "appendix",
        "appendices",
        "annex",
        "annexes",
        "annexe",
        "attachment",
        "attachments",
        "references",
        "sources",
        "notes",
        "endnotes",
        "contact",
        "enclosure",
        "anhang",
        "anlage",
        "anlagen",
        "quellen",
        "pièces jointes",
        "références",
        "anexo",
        "anexos",
        "fuentes",
        "allegato",
        "allegati",
        "ek",
        "ekler",
        "приложение",
        "додаток",
        "ملحق",
        "المراجع",
        "נספח",
        "הערות",
        "附录",
    ];
    static FOLDED: Folded = LazyLock::new(|| folded(&ANNEX));
    begins(text, &FOLDED)
}

/// The words before an addressee as they are written, and the rest: `To: the Mayor`. The words may have a line of their
/// own, with a colon or without.
#[must_use]
pub fn addressed(text: &str) -> Option<(&str, &str)> {
    static TO: Folded = LazyLock::new(|| of_all(|formulas| formulas.to));
    let (before, rest) = text.split_once([':', '：']).unwrap_or((text, ""));
    let is_whole = before.len() < text.len() || fold(text).chars().count() > 1;
    (is_whole && is_one_of(before, &TO)).then(|| (heading(text, rest), rest.trim()))
}

fn is_one_of(text: &str, formulas: &Folded) -> bool {
    let text = fold(text);
    formulas.contains(&text)
}

/// What stands before the rest, with its colon.
fn heading<'t>(text: &'t str, rest: &str) -> &'t str {
    text[..text.len() - rest.len()].trim()
}

//! The faults of quotation marks, and what to say about them.

use crate::check::note::Note;
use crate::check::passages::Passage;
use crate::model::LanguageTag;

const CODE: &str = "quotation";

/// The fault of a mark.
#[derive(Debug)]
pub enum Fault {
    /// It opens, and nothing closes it.
    Unclosed { mark: char, context: String },
    /// It closes, and nothing opens it.
    Unopened { mark: char, context: String },
    /// A mark that both opens and closes, an odd number of times.
    Odd { mark: char },
    /// A single mark that opens.
    Single { context: String },
}

impl Fault {
    /// What to say about it.
    pub fn note(&self, passage: &Passage, lang: &LanguageTag) -> Note {
        let path = &passage.path;
        match self {
            Fault::Unclosed { mark, context } => {
                let closing = closing(*mark, lang);
                Note::warning(
                    path,
                    CODE,
                    format!("has {context} without a closing {closing}: write it where the quotation ends"),
                )
            }
            Fault::Unopened { mark, context } => {
                let opening = opening(*mark, lang);
                Note::warning(
                    path,
                    CODE,
                    format!("has {context} without an opening {opening}: write it where the quotation begins"),
                )
            }
            Fault::Odd { mark } => {
                let message = format!("has {mark} an odd number of times: open and close each quotation");
                Note::warning(path, CODE, message)
            }
            Fault::Single { context } => Note::hint(
                path,
                CODE,
                format!("has {context} without a closing ’: write it, or ’ for ‘ if an apostrophe is meant"),
            ),
        }
    }
}

fn closing(mark: char, lang: &LanguageTag) -> char {
    match mark {
        '„' if matches!(lang.language().as_str(), "pl" | "ro" | "hu" | "nl" | "hr" | "he") => '”',
        '„' => '“',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        '‚' => '‘',
        '"' => '"',
        _ => '”',
    }
}

fn opening(mark: char, lang: &LanguageTag) -> char {
    match mark {
        '“' if lang.language() != "en" => '„',
        '»' => '«',
        '«' => '»',
        '›' => '‹',
        '‹' => '›',
        _ => '“',
    }
}

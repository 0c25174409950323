//! Finds unmatched quotation marks.
//!
//! Languages use the same marks in different roles: “ opens in English and closes in German, » closes in French and
//! opens in Danish, ” does both in Swedish. So a mark is judged by the marks before it and the characters around it,
//! and reported only if no language would use it so. ’ is also the apostrophe, so a single mark is reported only if it
//! opens.

use super::note::{Note, beginning, ending};
use super::passages::Passage;
use crate::model::{Direction, LanguageTag};

const CODE: &str = "quotation";

/// Finds unmatched marks, at most one in a passage.
#[must_use]
pub fn check(passages: &[Passage], lang: &LanguageTag) -> Vec<Note> {
    let mut notes = Vec::new();
    // A quotation that an earlier paragraph left open, and its place.
    let mut open: Option<(usize, Fault)> = None;
    for (at, passage) in passages.iter().enumerate() {
        let ends = |open: &(usize, Fault)| !passage.is_body() || lang.language() == "en" && open.0 + 1 < at;
        notes.extend(open.take_if(|open| ends(open)).map(|(at, fault)| fault.note(&passages[at], lang)));
        let follows = open.as_ref().is_some_and(|(before, _)| before + 1 == at);
        let goes_on = follows && begins_with_mark(&passage.text);
        if goes_on {
            // Each paragraph of a long quotation begins with a mark; only the last ends with one.
            open = None;
        }
        match fault_of(&passage.text, lang, goes_on) {
            Some(Fault::Unopened { .. } | Fault::Odd { .. }) if open.is_some() && lang.language() != "en" => {
                open = None;
            }
            Some(fault @ (Fault::Unclosed { .. } | Fault::Odd { .. })) if open.is_none() && passage.is_body() => {
                open = Some((at, fault));
            }
            fault => notes.extend(fault.map(|fault| fault.note(passage, lang))),
        }
    }
    notes.extend(open.map(|(at, fault)| fault.note(&passages[at], lang)));
    notes
}

/// The fault of a mark.
#[derive(Debug)]
enum Fault {
    Unclosed { mark: char, context: String },
    Unopened { mark: char, context: String },
    Odd { mark: char },
    Single { context: String },
}

impl Fault {
    fn note(&self, passage: &Passage, lang: &LanguageTag) -> Note {
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

/// Whether the mark can close a quotation that `opened` began.
fn closes(mark: char, opened: char) -> bool {
    match opened {
        '“' | '”' => mark == '”',
        '„' => matches!(mark, '“' | '”'),
        '«' => mark == '»',
        '»' => matches!(mark, '«' | '»'),
        '‹' => mark == '›',
        '›' => matches!(mark, '‹' | '›'),
        '‚' => matches!(mark, '‘' | '’'),
        _ => mark == opened,
    }
}

fn begins_with_mark(text: &str) -> bool {
    text.starts_with(['“', '”', '„', '«', '»', '"'])
}

/// Follows the marks of a passage to its end. `goes_on`: its first mark continues an earlier quotation.
fn fault_of(text: &str, lang: &LanguageTag, goes_on: bool) -> Option<Fault> {
    let mut open = Open::default();
    let unclosed = |(mark, at): &(char, usize)| Fault::Unclosed { mark: *mark, context: beginning(&text[*at..]) };
    for Mark { char: mark, at, before, after } in marks(text, lang) {
        let opens = before.is_none_or(precedes_opening) && after.is_some_and(|char| !follows_closing(char));
        let partner = open.partner(mark);
        match partner {
            Some(partner) if !(opens && can_hold(open.marks[partner].0, mark)) => {
                if let Some(within) = open.marks.get(partner + 1) {
                    return Some(unclosed(within));
                }
                open.pop();
            }
            _ if at == 0 && goes_on => open.push(as_opening(mark), at),
            _ if open.marks.is_empty() && matches!(mark, '“' | '«') && ends_here(before, after) => {
                return Some(Fault::Unopened { mark, context: ending(&text[..at + mark.len_utf8()]) });
            }
            _ if matches!(mark, '“' | '„' | '«' | '‹' | '‚') => open.push(mark, at),
            _ if opens && matches!(mark, '”' | '»' | '›') => open.push(mark, at),
            _ if matches!(mark, '‘' | '’') => {}
            _ => return Some(Fault::Unopened { mark, context: ending(&text[..at + mark.len_utf8()]) }),
        }
    }
    let paired = open.marks.first().map(unclosed);
    paired.or_else(|| odd(text, &['"', '＂'])).or_else(|| either_order(text, lang)).or_else(|| single(text, lang))
}

/// The marks that open a quotation in some language.
const OPENING: [char; 8] = ['“', '”', '„', '«', '»', '‹', '›', '‚'];

/// The open marks, in order and also by character, so that finding a partner needs no search.
#[derive(Default)]
struct Open {
    marks: Vec<(char, usize)>,
    places: [Vec<usize>; OPENING.len()],
}

impl Open {
    fn push(&mut self, mark: char, at: usize) {
        if let Some(kind) = OPENING.iter().position(|opening| *opening == mark) {
            self.places[kind].push(self.marks.len());
        }
        self.marks.push((mark, at));
    }

    fn pop(&mut self) {
        let Some((mark, _)) = self.marks.pop() else { return };
        if let Some(kind) = OPENING.iter().position(|opening| *opening == mark) {
            self.places[kind].pop();
        }
    }

    /// The position of the last mark that this one can close.
    fn partner(&self, mark: char) -> Option<usize> {
        let kinds = OPENING.iter().zip(&self.places).filter(|(opened, _)| closes(mark, **opened));
        kinds.filter_map(|(_, places)| places.last().copied()).max()
    }
}

/// Whether a nested quotation can open with this mark, which otherwise would close the outer one.
fn can_hold(opened: char, mark: char) -> bool {
    matches!((opened, mark), ('»' | '›', _) | ('„', '“'))
}

/// Whether a mark that opens in other languages can only close at this place.
fn ends_here(before: Option<char>, after: Option<char>) -> bool {
    let is_word = |char: char| !char.is_whitespace() && !precedes_opening(char) && !matches!(char, '’' | '\'');
    before.is_some_and(is_word) && after.is_none_or(follows_closing)
}

/// The opening form of a mark that continues a quotation at the beginning of a paragraph.
fn as_opening(mark: char) -> char {
    match mark {
        '»' => '«',
        '”' => '“',
        mark => mark,
    }
}

struct Mark {
    char: char,
    at: usize,
    before: Option<char>,
    after: Option<char>,
}

/// The marks that come in pairs.
fn marks(text: &str, lang: &LanguageTag) -> Vec<Mark> {
    let is_mark = |char: char| match char {
        '“' | '”' | '„' => lang.direction() == Direction::Ltr,
        _ => matches!(char, '«' | '»' | '‹' | '›' | '‚' | '‘' | '’'),
    };
    let marks = text.char_indices().filter(|(_, char)| is_mark(*char));
    let marks = marks.map(|(at, mark)| {
        let (before, after) = around(text, at, mark);
        Mark { char: mark, at, before, after }
    });
    // An apostrophe within a word closes nothing.
    marks.filter(|mark| !(matches!(mark.char, '‘' | '’') && is_letter(mark.before) && is_letter(mark.after))).collect()
}

/// The characters before and after a mark.
fn around(text: &str, at: usize, mark: char) -> (Option<char>, Option<char>) {
    (text[..at].chars().next_back(), text[at + mark.len_utf8()..].chars().next())
}

fn is_letter(char: Option<char>) -> bool {
    char.is_some_and(char::is_alphabetic)
}

fn precedes_opening(char: char) -> bool {
    char.is_whitespace()
        || matches!(char, '(' | '[' | '{' | '-' | '–' | '—' | '/' | '¿' | '¡' | '“' | '„' | '«' | '‘' | '‚' | '"' | '՝')
}

fn follows_closing(char: char) -> bool {
    char.is_whitespace() || matches!(char, ')' | ']' | '}' | '.' | ',' | ';' | ':' | '!' | '?' | '…' | '”' | '»')
}

/// An unmatched mark of the kind that both opens and closes. After a digit it may mean inches; between Hebrew letters
/// it may mark an abbreviation, or follow a word that is written together with the next.
fn odd(text: &str, marks: &[char]) -> Option<Fault> {
    let mut count = 0;
    for (at, mark) in text.char_indices().filter(|(_, char)| marks.contains(char)) {
        let (before, after) = around(text, at, mark);
        let is_hebrew = |char: Option<char>| char.is_some_and(|char| ('\u{5D0}'..='\u{5F2}').contains(&char));
        if before.is_some_and(char::is_numeric) || is_hebrew(before) && is_hebrew(after) {
            return None;
        }
        count += 1;
    }
    (count % 2 == 1).then_some(Fault::Odd { mark: marks[0] })
}

/// In right-to-left scripts, people write “ and ” in either order.
fn either_order(text: &str, lang: &LanguageTag) -> Option<Fault> {
    if lang.direction() == Direction::Rtl { odd(text, &['”', '“', '„']) } else { None }
}

/// A ‘ without a closing ’. In some languages ‘ is a letter.
fn single(text: &str, lang: &LanguageTag) -> Option<Fault> {
    const LETTER_IN: [&str; 7] = ["uz", "haw", "to", "sm", "mi", "ty", "kaa"];
    if LETTER_IN.contains(&lang.language().as_str()) || text.contains('‚') {
        return None;
    }
    let at = text.match_indices('‘').map(|(at, _)| at).find(|at| {
        let after = text[at + '‘'.len_utf8()..].chars().next();
        text[..*at].chars().next_back().is_none_or(precedes_opening) && is_letter(after)
    })?;
    (!text[at..].contains('’')).then(|| Fault::Single { context: beginning(&text[at..]) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All sequences of that many marks: the partner equals the last one that a search from the end finds.
    #[test]
    fn a_partner_is_the_last_mark_that_can_be_closed() {
        let kinds = OPENING.len();
        for number in 0..kinds.pow(4) {
            let mut open = Open::default();
            let marks: Vec<char> = (0..4).map(|at| OPENING[number / kinds.pow(at) % kinds]).collect();
            for (at, mark) in marks.iter().enumerate() {
                open.push(*mark, at);
                if *mark == '‚' {
                    open.pop();
                }
                for mark in ['“', '”', '„', '«', '»', '‹', '›', '‚', '‘', '’'] {
                    let searched = open.marks.iter().rposition(|(opened, _)| closes(mark, *opened));
                    assert_eq!(open.partner(mark), searched, "{marks:?}, then {mark}");
                }
            }
        }
    }
}

//! Finds unmatched quotation marks.
//!
//! Languages use the same marks in different roles: “ opens in English and closes in German, » closes in French and
//! opens in Danish, ” does both in Swedish. So a mark is judged by the marks before it and the characters around it,
//! and reported only if no language would use it so. ’ is also the apostrophe, so a single mark is reported only if it
//! opens.

mod fault;
mod marks;
mod open;

use super::note::{Note, beginning, ending};
use super::passages::Passage;
use crate::model::{Direction, LanguageTag};
use fault::Fault;
use marks::{Mark, around, is_letter, marks};
use open::Open;

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

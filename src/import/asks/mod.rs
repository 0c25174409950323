//! Columns that seem to ask whether a name may be published, and that nobody mapped.
//!
//! An export with such a column can't be imported before the coordinator has said what the column means: whoever
//! answered *no* would be published.

mod words;

use super::export::{Export, Row};
use super::headings::list;
use super::mapping::Mapping;
use crate::source::words::Words;
use anyhow::{Result, bail};
use std::collections::HashSet;
use words::{
    ANONYMOUS, CONSENT, CONSENT_ANYWHERE, HIDE, HIDE_ANYWHERE, HIDE_NAME, NAME, NAME_ANYWHERE, OTHER, SHOW,
    SHOW_ANYWHERE,
};

/// What a text asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// Whether the name may be shown.
    Show,
    /// Whether the name is to be hidden.
    Hide,
    /// Whether people agree, to whatever.
    Consent,
}

/// The most different answers of a question that people answer with a click.
const ANSWERS: usize = 4;

/// Asks about such columns. `declined`: the targets of which the coordinator said that no column is about them.
///
/// # Errors
/// With the options to add, if there are any.
pub fn ask(export: &Export, mapping: &Mapping, declined: &[&str], words: &Words) -> Result<()> {
    let open = ["consent", "anonymous"].map(|target| !mapping.has(target) && !declined.contains(&target));
    if open == [false, false] {
        return Ok(());
    }
    let (mut show, mut hide) = (Vec::new(), Vec::new());
    for place in mapping.unused(export.headings.len()) {
        match Column::of(export, place, words).asks(&export.headings[place]) {
            Some(About::Show) => show.push(place),
            Some(About::Hide) => hide.push(place),
            // Where another column says who may be named, this one says something else.
            Some(About::Consent) if open == [true, true] => show.push(place),
            _ => {}
        }
    }
    let mut all: Vec<usize> = show.iter().chain(&hide).copied().collect();
    if all.is_empty() {
        return Ok(());
    }
    all.sort_unstable();
    let headings: Vec<String> = all.iter().map(|place| export.headings[*place].clone()).collect();
    let option = |(target, places): (&str, &Vec<usize>), is_open: bool, means: &str| {
        let heading = export.headings[*places.first()?].replace(['"', '“', '”'], "");
        let instead = if is_open { "" } else { " in place of the other one" };
        Some(format!("--map \"{target}={heading}\"{instead} (yes: the name {means})"))
    };
    let show = option(("consent", &show), open[0], "may be shown");
    let hide = option(("anonymous", &hide), open[1], "stays hidden");
    let options: Vec<String> = [show, hide].into_iter().flatten().collect();
    let none: Vec<&str> = [("--map consent=", open[0]), ("--map anonymous=", open[1])]
        .iter()
        .filter(|(_, open)| *open)
        .map(|(map, _)| *map)
        .collect();
    let (seem, they) = if all.len() == 1 { ("seems", "it is") } else { ("seem", "they are") };
    bail!(
        "{} {seem} to say whether a name may be shown, and nothing is imported before you say so: add {}; if {they} \
         about something else, add {}",
        list(&headings),
        options.join(" and "),
        none.join(" ")
    )
}

/// The columns with answers like yes and no that nothing is known about, which may be such a question in a language
/// that we don't know.
pub fn unknown(export: &Export, mapping: &Mapping, words: &Words) -> Vec<String> {
    let is_unknown = |place: &usize| {
        let heading = &export.headings[*place];
        if heading.is_empty() || has(&split(heading), OTHER) {
            return false;
        }
        let column = Column::of(export, *place, words);
        column.says_yes && column.says_no && column.is_known
    };
    mapping.unused(export.headings.len()).filter(is_unknown).map(|place| export.headings[place].clone()).collect()
}

/// The answers in a column.
struct Column {
    /// The first of its different answers.
    answers: HashSet<String>,
    /// The number of filled cells.
    filled: usize,
    /// Whether each filled cell means yes or no.
    is_known: bool,
    /// Whether a cell means yes.
    says_yes: bool,
    /// Whether a cell is empty or doesn't mean yes.
    says_no: bool,
}

impl Column {
    fn of(export: &Export, place: usize, words: &Words) -> Column {
        let (mut answers, mut filled) = (HashSet::new(), 0);
        let (mut is_known, mut says_yes, mut says_no) = (true, false, false);
        for row in &export.rows {
            let cell = cell(row, place);
            let yes = words.says_yes("", cell);
            says_yes |= yes == Ok(true);
            says_no |= yes != Ok(true);
            is_known &= yes.is_ok();
            if !cell.is_empty() {
                filled += 1;
                if answers.len() <= ANSWERS {
                    answers.insert(cell.to_lowercase());
                }
            }
        }
        Column { answers, filled, is_known, says_yes, says_no }
    }

    /// What the column asks about, by its heading, or by its answers.
    fn asks(&self, heading: &str) -> Option<About> {
        let are_few = self.answers.len() <= ANSWERS;
        if let Some((about, is_certain)) = about(heading) {
            let are_answers = self.is_known || are_few && (self.filled > self.answers.len() || is_certain);
            // A box that nobody ticked: nobody wants to be hidden, and nobody said that the name may be shown.
            let matters = match about {
                About::Show => self.filled > 0 || is_certain,
                About::Hide => self.filled > 0,
                About::Consent => self.filled > 0 && self.says_no,
            };
            if are_answers && matters {
                return Some(about);
            }
        }
        // The question may be in the answers: a box *Please publish my name*.
        self.answers.iter().filter(|_| are_few).find_map(|answer| of_answer(answer))
    }
}

/// What an answer is about, if that is certain without the question.
fn of_answer(answer: &str) -> Option<About> {
    /// Longer texts are comments.
    const MOST: usize = 10;
    let words = split(answer);
    let is_clear = |about| match about {
        About::Show => true,
        About::Hide => has(&words, ANONYMOUS) || anywhere(answer, HIDE_ANYWHERE) || names(answer, &words),
        About::Consent => false,
    };
    let (about, is_certain) = about(answer).filter(|_| words.len() <= MOST)?;
    (is_clear(about) && (is_certain || about == About::Hide)).then_some(about)
}

/// What a text asks about, and whether that is certain whatever people answered.
fn about(text: &str) -> Option<(About, bool)> {
    let words = split(text);
    let names = names(text, &words);
    let is_long = words.len() > 2 || words.len() == 1 && !text.is_ascii() && text.chars().count() > 3;
    let hides = has(&words, ANONYMOUS) || has(&words, HIDE) || anywhere(text, HIDE_ANYWHERE);
    if hides || names && has(&words, HIDE_NAME) {
        return Some((About::Hide, is_long));
    }
    let shows = has(&words, SHOW) || anywhere(text, SHOW_ANYWHERE);
    if shows && names {
        return Some((About::Show, is_long));
    }
    if has(&words, OTHER) {
        return None;
    }
    let consents = has(&words, CONSENT) || anywhere(text, CONSENT_ANYWHERE);
    if shows && (consents || text.contains(['?', '？', '؟']) || words.len() <= 2) {
        return Some((About::Show, false));
    }
    consents.then_some((About::Consent, false))
}

fn names(text: &str, words: &[String]) -> bool {
    has(words, NAME) || anywhere(text, NAME_ANYWHERE)
}

fn anywhere(text: &str, list: &str) -> bool {
    let text = text.to_lowercase();
    list.split_whitespace().any(|word| text.contains(word))
}

/// Whether one of the words begins with one of the list. A short one of the list is the whole word.
fn has(words: &[String], list: &str) -> bool {
    /// Shorter beginnings are also those of other words: *ad* of *address*.
    const SHORT: usize = 4;
    let fits = |word: &str, beginning: &str| {
        if beginning.chars().count() < SHORT { word == beginning } else { word.starts_with(beginning) }
    };
    words.iter().any(|word| list.split_whitespace().any(|beginning| fits(word, beginning)))
}

/// The words of a heading, in small letters: `isPublic`, `show_name` and *Show name* have two each.
fn split(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for char in text.chars() {
        // Marks above and below letters belong to their words, as in Devanagari.
        let is_part = char.is_alphanumeric()
            || !char.is_ascii() && !char.is_whitespace() && !"“”„«»‘’–—·．。、，？؟：".contains(char);
        if !is_part || was_small && char.is_uppercase() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| is_part) {
            // The small form of the Turkish İ has a dot of its own above it.
            word.extend(char.to_lowercase().filter(|char| *char != '\u{307}'));
        }
        was_small = char.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

fn cell(row: &Row, place: usize) -> &str {
    row.cells.get(place).map_or("", |cell| cell.trim())
}

//! Reads a line of the foot of a letter.

use super::person::is_person;
use super::reading::{Reading, single};
use super::several::{AND, is_couple, several};
use super::{Signatory, contacts, plain};
use crate::new::text::document::Line;
use crate::roll::fold;

/// Reads a line.
#[must_use]
pub fn read(line: &Line) -> Reading {
    let Some(words) = plain(line) else { return Reading::Nothing };
    if is_of_others(&words) {
        return Reading::Others;
    }
    let (words, _) = others(&words);
    let (words, _) = contacts::without(words);
    let words = words.trim_end_matches([',', ';', '、', ' ']);
    let cells = line.cells();
    if cells.len() > 1 {
        return of_cells(
            &cells.iter().map(|cell| contacts::without(cell).0).filter(|cell| !cell.is_empty()).collect::<Vec<_>>(),
        );
    }
    // A sentence has no names at its end, and what says several has none of it.
    match several(words) {
        Some(reading) => reading,
        None if is_couple(words) => Reading::Unclear,
        None => single(words).map_or(Reading::Nothing, Reading::One),
    }
}

/// A line without what says at its end that others sign too, and that.
#[must_use]
pub fn others(words: &str) -> (&str, Option<&str>) {
    let places = AND.iter().chain(&[", ", "، ", "，", "、", "; "]).filter_map(|sign| {
        let at = words.rfind(sign)?;
        Some((at, words[at + sign.len()..].trim())).filter(|(_, end)| is_of_others(end))
    });
    match places.max_by_key(|(at, _)| *at) {
        Some((at, end)) if at > 0 => (words[..at].trim_end_matches([',', ' ']), Some(end)),
        _ => (words, None),
    }
}

/// The cells of a row: names, or a name and what it says of the person.
fn of_cells(cells: &[String]) -> Reading {
    let people = cells.iter().filter(|cell| is_person(cell)).count();
    let [first, rest @ ..] = cells else { return Reading::Nothing };
    if rest.is_empty() {
        return single(first).map_or(Reading::Nothing, Reading::One);
    }
    if people == cells.len() && people > 2 {
        return Reading::Several(cells.iter().filter_map(|cell| single(cell)).collect());
    }
    match single(first).filter(|one| one.role.is_empty() && is_person(first) && people == 1) {
        Some(one) => Reading::One(Signatory { role: rest.join(", "), ..one }),
        None if cells.iter().any(|cell| single(cell).is_some()) => Reading::Unclear,
        None => Reading::Nothing,
    }
}

/// Whether a line says that others sign too.
fn is_of_others(words: &str) -> bool {
    const OTHERS: &str = "others more weitere andere autres otros otras más altri altre outros outras mais других другие других ещё інших інші \
                          diğer آخرون آخرين غيرهم אחרים נוספים ուրիշներ anderen innych andra andre";
    let folded = fold(words);
    let tokens: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let has_number = tokens.iter().any(|word| word.chars().all(char::is_numeric));
    let has_others = tokens.iter().any(|word| OTHERS.split_whitespace().any(|other| fold(other) == *word));
    let is_han = has_number && (words.contains("其他") || words.contains("等"));
    let is_open = matches!(
        folded.as_str(),
        "u a" | "et al" | "etc" | "and others" | "et autres" | "und andere" | "и др" | "y otros"
    ) || matches!(words, "…" | "..." | "[…]" | "等");
    // A name before it is one: “Ada Example and 34 others”.
    let capitals = words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    (has_number && has_others && tokens.len() < 7 && capitals < 2) || is_han && tokens.len() < 4 || is_open
}

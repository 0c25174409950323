//! Several names in one line.

use super::person::{is_han, is_no_person, is_person};
use super::reading::{Reading, single};
use super::{Signatory, is_letters};

/// The longest line with several names, in characters.
const NAMES: usize = 4000;

/// Words between two names.
pub const AND: [&str; 22] = [
    " and ",
    " und ",
    " et ",
    " y ",
    " e ",
    " ve ",
    " и ",
    " і ",
    " та ",
    " й ",
    " i ",
    " en ",
    " og ",
    " och ",
    " ja ",
    " և ",
    " եւ ",
    " & ",
    " + ",
    " sowie ",
    " ainsi que ",
    " και ",
];

/// Several names in a line; `None` if it has one at most.
#[must_use]
pub fn several(words: &str) -> Option<Reading> {
    if words.chars().count() > NAMES || words.ends_with(['!', '?']) {
        return None;
    }
    for signs in [&[';', '；', '؛'][..], &['•', '|'], &['、']] {
        let parts = parts(words, signs);
        if parts.len() > 1 {
            return Some(of_parts(&parts));
        }
    }
    for sign in [" / ", " · ", " – ", " — ", " - "] {
        let parts: Vec<&str> = words.split(sign).map(str::trim).collect();
        let people = parts.iter().filter(|part| is_person(part)).count();
        match (parts.len(), people) {
            (2, 2) if !sign.contains(['–', '—', '-']) => return Some(of_parts(&parts)),
            (2, 2) => return single(words).map(Reading::Either),
            (more, all) if more > 2 && more == all => return Some(of_parts(&parts)),
            _ => {}
        }
    }
    if let Some(reading) = of_han(words) {
        return Some(reading);
    }
    let whole = parts(words, &[',', '،', '，']);
    let mut parts = without_letters(whole.clone());
    let (count, has_letters) = (parts.len(), parts.len() < whole.len());
    parts = parts.into_iter().flat_map(and_parts).collect();
    let is_joined = parts.len() > count;
    if parts.len() < 2 {
        return None;
    }
    let reading = of_commas(&parts, is_joined, words);
    // Whose letters they are, nobody knows.
    reading.map(|reading| match reading {
        Reading::Several(_) if has_letters => Reading::Unclear,
        other => other,
    })
}

fn of_commas(parts: &[&str], is_joined: bool, words: &str) -> Option<Reading> {
    let people: Vec<bool> = parts.iter().map(|part| is_person(before_bracket(part))).collect();
    let all = people.iter().all(|is| *is);
    let is_cased = words.chars().any(char::is_lowercase);
    let first_has_bracket = parts[0].ends_with([')', '）']);
    if all && is_cased && (is_joined || parts.len() > 2 || first_has_bracket) {
        return Some(Reading::Several(parts.iter().filter_map(|part| single(part)).collect()));
    }
    if all && (is_joined || parts.len() > 2) {
        return Some(Reading::Unclear);
    }
    if all {
        return single(words).map(Reading::Either);
    }
    let is_alternating = parts.len() > 3
        && parts.len().is_multiple_of(2)
        && people.iter().enumerate().all(|(at, is)| *is == at.is_multiple_of(2));
    let is_capital = |part: &&str| part.starts_with(char::is_uppercase) && !is_no_person(part);
    let is_of_bodies = !people[0] && parts.len() > 2 && is_cased && parts.iter().all(is_capital);
    let many = people.iter().filter(|is| **is).count();
    let is_unclear = is_joined || is_alternating || is_of_bodies || first_has_bracket && many > 1 && people[0];
    is_unclear.then_some(Reading::Unclear)
}

/// Parts that are names, or one and what says what the person is.
fn of_parts(parts: &[&str]) -> Reading {
    let is_one = |part: &&&str| {
        let name = parts_at_comma(part);
        is_person(before_bracket(name))
    };
    let people = parts.iter().filter(is_one).count();
    let signatories: Vec<Signatory> = parts.iter().filter_map(|part| single(part)).collect();
    if people == parts.len() && signatories.len() == people {
        return Reading::Several(signatories);
    }
    if people == 1 && is_person(parts[0]) && parts[1..].iter().all(|part| is_no_person(part)) {
        let name = parts[0].to_string();
        return Reading::One(Signatory { name, role: parts[1..].join(", "), group: None });
    }
    if signatories.is_empty() { Reading::Nothing } else { Reading::Unclear }
}

/// Chinese names between spaces. A Japanese name has a space within it.
fn of_han(words: &str) -> Option<Reading> {
    let parts: Vec<&str> = words.split([' ', '\u{3000}', '，', ',']).filter(|part| !part.is_empty()).collect();
    let is_name = |part: &&str| part.chars().all(is_han) && is_person(part);
    if parts.len() < 2 || !parts.iter().all(is_name) {
        return None;
    }
    let is_whole = parts.iter().any(|part| part.chars().count() > 2);
    if !is_whole && parts.len() == 2 {
        return None;
    }
    Some(if is_whole { of_parts(&parts) } else { Reading::Unclear })
}

/// The parts between signs that are in no brackets.
fn parts<'w>(words: &'w str, signs: &[char]) -> Vec<&'w str> {
    let (mut depth, mut from) = (0usize, 0);
    let mut parts = Vec::new();
    for (at, char) in words.char_indices() {
        match char {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && signs.contains(&char) => {
                parts.push(words[from..at].trim());
                from = at + char.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(words[from..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether two persons may have one surname: *Ada and Bo Example*.
#[must_use]
pub fn is_couple(words: &str) -> bool {
    let parts: Vec<&str> = words.split([',', '–', '—', '(']).next().unwrap_or_default().split_whitespace().collect();
    let is_and = |word: &&str| AND.iter().any(|and| and.trim() == *word && *word != "e" && *word != "y");
    let Some(at) = parts.iter().position(is_and) else { return false };
    let (left, right) = (parts[..at].join(" "), parts[at + 1..].join(" "));
    left.starts_with(char::is_uppercase) && !is_no_person(&left) && is_person(&right)
}

/// Letters after a name belong to it: *Maud Pell, PC, MP*.
fn without_letters(parts: Vec<&str>) -> Vec<&str> {
    parts.into_iter().filter(|part| !is_letters(part)).collect()
}

/// The names around *and*, if both are names.
fn and_parts(part: &str) -> Vec<&str> {
    for and in AND {
        for (at, _) in part.match_indices(and) {
            let (left, right) = (part[..at].trim(), part[at + and.len()..].trim());
            if is_person(before_bracket(left)) && is_person(before_bracket(right)) {
                return vec![left, right];
            }
        }
        // After a comma: *Ada Example, Bo Example, and Ce Example*.
        if let Some(rest) = part.strip_prefix(and.trim_start()).filter(|rest| is_person(before_bracket(rest))) {
            return vec![rest.trim()];
        }
    }
    vec![part]
}

fn before_bracket(part: &str) -> &str {
    part.split(['(', '（']).next().unwrap_or_default().trim()
}

fn parts_at_comma(part: &str) -> &str {
    part.split([',', '،', '，']).next().unwrap_or_default()
}

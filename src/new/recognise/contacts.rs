//! E-mail addresses and telephone numbers, which no letter publishes without a word.

use super::Recognised;
use crate::model::email_in;
use crate::new::text::document::{Document, Line};
use crate::source::phone::number_in;

/// The most that are looked for in one text.
const MOST: usize = 50;

/// A line without addresses and numbers, and these.
#[must_use]
pub fn without(words: &str) -> (String, Vec<String>) {
    let mut rest = words.to_string();
    let mut taken = Vec::new();
    let next = |text: &str| {
        let found = email_in(text).or_else(|| number_in(text))?;
        Some((found.as_ptr().addr() - text.as_ptr().addr(), found.to_string()))
    };
    while let Some((start, found)) = next(&rest).filter(|_| taken.len() < MOST) {
        let end = start + found.len();
        taken.push(found.clone());
        let before = without_label(&rest[..start]);
        let after = &rest[end..];
        let pair = [('<', '>'), ('(', ')'), ('[', ']'), ('（', '）'), ('"', '"')]
            .into_iter()
            .find(|(open, close)| before.ends_with(*open) && after.trim_start().starts_with(*close));
        let (before, after) = match pair {
            Some((open, close)) => {
                (before.trim_end_matches(open), after.trim_start().strip_prefix(close).unwrap_or(after))
            }
            None => (before, after),
        };
        // The bracket of an area code: (030) 123 456.
        let is_open = found.contains(')') && !found.contains('(');
        let before = if is_open { before.strip_suffix('(').unwrap_or(before) } else { before };
        rest = joined(before, after);
    }
    (rest, taken)
}

/// What is on both sides, with one separator.
fn joined(before: &str, after: &str) -> String {
    let is_separator = |char: char| char.is_whitespace() || ",;:|/–—-•·".contains(char);
    let (start, end) = (before.trim_end_matches(is_separator), after.trim_start_matches(is_separator));
    let closes = end.is_empty() || end.starts_with([')', ']', '）', '>']);
    if start.is_empty() || closes {
        return [start, end].concat();
    }
    // The separator of two names stays: “Ada Example ada@…, Bo Example”.
    let of = |text: &str| text.chars().find(|char| is_separator(*char) && !char.is_whitespace());
    let between = of(&after[..after.len() - end.len()]).or_else(|| of(&before[start.len()..]));
    match between {
        Some(',' | ':') => [start, ", ", end].concat(),
        Some(';') => [start, "; ", end].concat(),
        Some(sign) => [start, " ", &sign.to_string(), " ", end].concat(),
        None => [start, " ", end].concat(),
    }
}

/// The text without the word that announces an address or a number at its end: `Tel.: `.
fn without_label(text: &str) -> &str {
    const LABELS: &str = "e-mail email mail mailto courriel correo contact kontakt contatto contato tel telephone phone mobile mobil cell fax \
                          telefon telefono teléfono telefone téléphone tél téléfono тел телефон почта пошта هاتف بريد טל טלפון דואל հեռ \
                          电话 電話 邮箱 電郵";
    let trimmed = text.trim_end_matches(|char: char| char.is_whitespace() || ":：.".contains(char));
    let at = trimmed
        .rfind(|char: char| !char.is_alphabetic() && char != '-')
        .map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8));
    let word = trimmed[at..].to_lowercase();
    if LABELS.split_whitespace().any(|label| label == word) { &trimmed[..at] } else { text }
}

/// Says which addresses and numbers are left in the text.
pub fn report(document: &mut Document, found: &mut Recognised) {
    let mut left: Vec<String> = Vec::new();
    document.each_line(&mut |line: &mut Line| {
        let words = line.plain();
        let mut rest = words.as_str();
        while let Some(address) = email_in(rest).filter(|_| left.len() < MOST) {
            left.push(address.to_string());
            rest = &rest[address.as_ptr().addr() - rest.as_ptr().addr() + address.len()..];
        }
        left.extend(telephone(&words).map(str::to_string));
        let mailed = line.links().into_iter().filter_map(|link| link.strip_prefix("mailto:"));
        left.extend(mailed.map(|link| link.split('?').next().unwrap_or_default().to_string()));
    });
    let mut told: Vec<String> = Vec::new();
    for one in left {
        if !told.contains(&one) {
            told.push(one);
        }
    }
    if !told.is_empty() {
        found.doubts.push(format!(
            "{}, in the text: everybody will be able to read it, so leave it out unless that is meant",
            told.join(", ")
        ));
    }
}

/// A telephone number in a text. Other large numbers are not written so.
fn telephone(words: &str) -> Option<&str> {
    let number = number_in(words)?;
    let start = number.as_ptr().addr() - words.as_ptr().addr();
    let before = &words[..start];
    let is_dialled = number.starts_with('0') || before.ends_with(['+', '(']) || number.starts_with('+');
    (is_dialled || without_label(before).len() < before.len()).then_some(number)
}

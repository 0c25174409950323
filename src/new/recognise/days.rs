//! The day in a line such as *Yerevan, 7 September 2023*.

use super::Taken;
use crate::language::Language;
use crate::model::{Date, LanguageTag};
use crate::roll::fold;

/// A day, and the words around it.
pub struct Day {
    /// The day, as ISO 8601 has it; suggested if it can be read as two.
    pub iso: Taken<String>,
    /// The words beside it: *Yerevan*.
    pub rest: String,
}

/// The day that a line consists of, with few words beside it.
#[must_use]
pub fn day(line: &str, lang: &str) -> Option<Day> {
    const LONGEST: usize = 60;
    if line.chars().count() > LONGEST || !line.contains(|char: char| char.is_ascii_digit()) {
        return None;
    }
    in_numbers(line).or_else(|| in_words(line, lang))
}

/// `2023-09-07`, `7.9.2023`, `07/09/2023`.
fn in_numbers(line: &str) -> Option<Day> {
    let is_part = |char: char| char.is_ascii_digit() || matches!(char, '.' | '/' | '-' | '–');
    let word = line
        .split(|char: char| !is_part(char))
        .find(|word| word.matches(|char: char| char.is_ascii_digit()).count() > 5)?;
    let numbers: Vec<u32> =
        word.split(|char: char| !char.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let [a, b, c] = numbers[..] else { return None };
    let iso =
        |year: u32, month: u32, day: u32| Date::parse(&format!("{year:04}-{month:02}-{day:02}")).map(Date::to_iso);
    let found = if a > 31 {
        Taken::Plain(iso(a, b, c)?)
    } else {
        // In most countries the day comes first, and with full stops it always does.
        match (iso(c, b, a), iso(c, a, b)) {
            (Some(first), Some(_)) if a != b && !word.contains('.') => Taken::Suggested(first),
            (Some(date), _) | (None, Some(date)) => Taken::Plain(date),
            (None, None) => return None,
        }
    };
    Some(Day { iso: found, rest: rest(line, word) })
}

fn rest(line: &str, word: &str) -> String {
    line.replacen(word, "", 1).trim_matches(|char: char| char.is_whitespace() || ",.;:-–()".contains(char)).to_string()
}

/// `7 September 2023`, `September 7, 2023`, `le 1er mai 2023`.
fn in_words(line: &str, lang: &str) -> Option<Day> {
    let tag = LanguageTag::parse(lang)?;
    let folded = fold(line);
    let words: Vec<&str> = folded.split(' ').collect();
    let number = |word: &str| {
        let digits: String =
            word.chars().map_while(|char| char.to_digit(10).and_then(|digit| char::from_digit(digit, 10))).collect();
        let end = word.chars().skip(digits.len()).collect::<String>();
        matches!(end.as_str(), "" | "er" | "st" | "nd" | "rd" | "th" | "º" | "o" | "日" | "年" | "月")
            .then(|| digits.parse::<u32>().ok())?
    };
    let year = words.iter().filter_map(|word| number(word)).find(|number| (1900..2200).contains(number))?;
    let day = words.iter().filter_map(|word| number(word)).find(|number| (1..32).contains(number))?;
    let month = (1..=12).find(|month| {
        let names = month_names(&tag, *month);
        words.iter().any(|word| names.iter().any(|name| is_month(word, name)))
    })?;
    let iso = Date::parse(&format!("{year:04}-{month:02}-{day:02}"))?.to_iso();
    let is_of_date =
        |word: &str| number(word).is_some() || month_names(&tag, month).iter().any(|name| is_month(word, name));
    let beside: Vec<&str> = line
        .split_whitespace()
        .filter(|word| !fold(word).split(' ').all(|word| word.is_empty() || is_of_date(word) || is_small(word)))
        .collect();
    if beside.len() > 3 {
        return None;
    }
    let rest = beside.join(" ").trim_matches([',', '.', ';', ':']).to_string();
    Some(Day { iso: Taken::Plain(iso), rest })
}

/// Words that dates have in many languages.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "of"
            | "on"
            | "den"
            | "le"
            | "de"
            | "del"
            | "do"
            | "da"
            | "il"
            | "a"
            | "li"
            | "г"
            | "года"
            | "р"
            | "року"
            | "թ"
            | "ի"
    )
}

/// The names of a month, alone and in a date.
fn month_names(tag: &LanguageTag, month: u8) -> Vec<String> {
    let language = Language::new(tag);
    let written = fold(&language.date(Date { year: 2023, month, day: 7 }));
    let is_name = |word: &&str| word.chars().count() > 2 && !word.chars().any(char::is_numeric);
    written.split(' ').filter(is_name).map(str::to_string).collect()
}

/// Months have endings that depend on the sentence.
fn is_month(word: &str, name: &str) -> bool {
    let stem: String = name.chars().take(4.max(name.chars().count().saturating_sub(2))).collect();
    word == name
        || word.chars().count() + 3 > stem.chars().count()
            && word.starts_with(&stem)
            && word.chars().count() <= name.chars().count() + 3
}

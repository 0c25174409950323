//! Telephone numbers in public texts.

/// The fewest and the most digits of a number: fewer may be a year or a house, more a number of a register.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// The first number in a text that may be one of a telephone, as it is written.
#[must_use]
pub fn number_in(text: &str) -> Option<&str> {
    if text.bytes().filter(u8::is_ascii_digit).count() < *DIGITS.start() {
        return None;
    }
    let is_part = |char: char| char.is_ascii_digit() || " \u{a0}+-/().".contains(char);
    let runs =
        text.split(|char: char| !is_part(char)).map(|run| run.trim_matches([' ', '\u{a0}', '-', '/', '.', '(', ')']));
    runs.into_iter().find(|run| is_number(run))
}

fn is_number(run: &str) -> bool {
    let parts: Vec<&str> = run.split(|char: char| !char.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let digits = parts.iter().map(|part| part.len()).sum();
    // Years and days: 1998–2004, 2023-09-07, 07.09.2023.
    let is_year = |part: &&str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    DIGITS.contains(&digits) && !parts.iter().any(is_year)
}

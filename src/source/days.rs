//! Days of signing: `2023-09-07` is read as it is, any other form only in the format that the coordinator gives.

use crate::model::Date;
use jiff::fmt::strtime::{self, BrokenDownTime};

/// The format of days in an export that doesn't use ISO 8601.
#[derive(Clone, Debug)]
pub struct DateFormat {
    /// The format, and the same with the names of months short and long: English has both for the same column.
    formats: Vec<String>,
    /// The same with a year of two digits, if the format has four: some rows of an export have those.
    short: Vec<String>,
}

impl DateFormat {
    /// Reads a format such as `d/m/Y`: day, month, year of four digits or, as `y`, of two; `b` or `B` is the English name
    /// of a month, short or long. Conversions such as `%d` are those of strptime.
    ///
    /// # Errors
    /// A message, if the format doesn't determine the day.
    pub fn parse(text: &str) -> Result<DateFormat, String> {
        let conversion = |char: char| match char {
            'd' | 'm' | 'Y' | 'y' | 'b' | 'B' => format!("%{char}"),
            other => other.to_string(),
        };
        let format = if text.contains('%') { text.to_string() } else { text.chars().map(conversion).collect() };
        let day = jiff::civil::date(2023, 9, 7);
        let written = strtime::format(&format, day).unwrap_or_default();
        match strtime::parse(&format, &written).and_then(|time| time.to_date()) {
            Ok(read) if read == day => {
                let mut formats = vec![format.replace("%B", "%b"), format.replace("%b", "%B")];
                formats.dedup();
                let has_year = |format: &&String| format.contains("%Y");
                let short = formats.iter().filter(has_year).map(|format| format.replace("%Y", "%y")).collect();
                Ok(DateFormat { formats, short })
            }
            _ => Err("write the day as d, the month as m and the year as Y, such as d/m/Y".into()),
        }
    }

    /// The day of a cell in this format; `Err(true)` if it has the format, and there is no such day.
    fn read(&self, cell: &str) -> Result<Date, bool> {
        let plain = plain_months(cell);
        let parse_as = |cell: &str, format: &str| {
            let parsed = BrokenDownTime::parse_prefix(format, cell).ok();
            parsed.filter(|(_, length)| is_time(&cell[*length..])).map(|(time, _)| time.to_date().ok())
        };
        let parse = |format: &String| parse_as(cell, format).or_else(|| parse_as(&plain, format));
        let of = |formats: &[String]| formats.iter().filter_map(parse).collect::<Vec<_>>();
        let (long, short) = (of(&self.formats), of(&self.short));
        // A year of two digits would be read as the year 23, or as 1999: letters are signed in this century.
        let long_day = long.iter().flatten().find(|day| day.year() >= 1000);
        let day = long_day.or_else(|| short.iter().flatten().find(|day| day.year() >= 2000));
        let is_no_day = long.iter().chain(&short).any(Option::is_none);
        day.and_then(|day| Date::parse(&day.to_string())).ok_or(is_no_day)
    }
}

/// Names of months as they are parsed: `Sept.` is `Sep`, and no short name has a dot.
fn plain_months(cell: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in cell.split(' ') {
        let letters = word.trim_end_matches(['.', ',']);
        let is_name = letters.len() >= 3 && letters.chars().all(char::is_alphabetic);
        let comma = if is_name && word.ends_with(',') { "," } else { "" };
        words.push(match letters {
            _ if !is_name => word.to_string(),
            _ if letters.eq_ignore_ascii_case("sept") => format!("Sep{comma}"),
            _ => format!("{letters}{comma}"),
        });
    }
    words.join(" ")
}

/// The day that a cell gives when the format is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// This day: written from year to day, or from day to year with dots, which is the order wherever dots are used.
    Is(Date),
    /// This day: the other order, month before day, gives none.
    Forward(Date),
    /// This day: the other order, day before month, gives none.
    Backward(Date),
    /// One of these two: day before month, or month before day.
    Either(Date, Date),
}

/// Reads a day written in numbers; `None` if it is not a day. Years have four digits; after dots, two are allowed.
#[must_use]
pub fn bare(cell: &str) -> Option<Day> {
    let (mark, [first, second, third]) = numbers(cell)?;
    let date = |year: &str, month: &str, day: &str| {
        let (month, day) = (month.parse::<u8>().ok()?, day.parse::<u8>().ok()?);
        Date::parse(&format!("{year}-{month:02}-{day:02}"))
    };
    let (first, second, third) = (first.as_str(), second.as_str(), third.as_str());
    match (first.len(), third.len()) {
        (4, _) => date(first, second, third).map(Day::Is),
        (_, 2) => date(&format!("20{third}"), second, first).map(Day::Is),
        _ if mark == '.' => date(third, second, first).map(Day::Is),
        _ => match (date(third, second, first), date(third, first, second)) {
            (Some(one), Some(other)) if one == other => Some(Day::Is(one)),
            (Some(one), Some(other)) => Some(Day::Either(one, other)),
            (Some(one), None) => Some(Day::Forward(one)),
            (None, other) => other.map(Day::Backward),
        },
    }
}

/// The three numbers of a day, and the mark between them; `None` if they can't be year, month and day in any order.
fn numbers(cell: &str) -> Option<(char, [String; 3])> {
    // Some write a space after each dot: 2024. 03. 01.
    let cell = cell.trim().replace(". ", ".");
    let end = cell.find(|char: char| !(char.is_ascii_digit() || ".-/".contains(char))).unwrap_or(cell.len());
    let (cell, after) = cell.split_at(end);
    if !is_time(after) {
        return None;
    }
    let mark = cell.chars().find(|char| !char.is_ascii_digit())?;
    let parts: Vec<&str> = cell.strip_suffix('.').unwrap_or(cell).split(mark).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let are_digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let fits = matches!(
        (first.len(), second.len(), third.len(), mark),
        (4, 1..=2, 1..=2, _) | (1..=2, 1..=2, 2, '.') | (1..=2, 1..=2, 4, _)
    );
    (fits && are_digits).then(|| (mark, [*first, *second, *third].map(str::to_string)))
}

/// The day that a cell names. A time after it is ignored: it doesn't change the day.
///
/// # Errors
/// A message, if the cell has another format.
pub fn read(cell: &str, format: Option<&DateFormat>) -> Result<Date, String> {
    let cell = cell.trim();
    if let Some(date) = cell.get(..10).and_then(Date::parse).filter(|_| is_time(&cell[10..])) {
        return Ok(date);
    }
    match (format, bare(cell)) {
        (None, Some(Day::Is(date))) => Ok(date),
        (None, _) => Err(fault(cell, false, None)),
        (Some(format), _) => format.read(cell).map_err(|is_no_day| fault(cell, is_no_day, Some(format))),
    }
}

/// How a day is asked for that can be written in several ways, after the cell.
const ASKS: &str = "say how days are written, such as --date-format";
/// What a number of a spreadsheet needs, after the cell.
const NUMBER: &str = "which is a number: format the cells as dates in the spreadsheet, and export it again";
/// What the name of a month in another language needs, after the cell.
const MONTH: &str = "and import reads names of months only in English: write it as 2023-09-07";

/// The part of a message about a day that is the same for all rows of its kind: one answer is enough for them.
#[must_use]
pub fn one_question(message: &str) -> Option<&str> {
    let (_, rest) = message.strip_prefix("signed is “")?.split_once('”')?;
    [ASKS, NUMBER, MONTH].iter().any(|question| rest.contains(question)).then_some(rest)
}

/// Why a cell is no day, and what to do.
fn fault(cell: &str, is_no_day: bool, format: Option<&DateFormat>) -> String {
    let write = "write it as 2023-09-07";
    let says = |text: &str| format!("signed is “{cell}”, {text}");
    let is_digit = |char: char| char.is_ascii_digit();
    if !cell.contains(|char: char| char.is_numeric() && char != '0') && !cell.contains('年') {
        return says("which is not a day: clear the cell in the export, or leave signed out of --map");
    }
    if is_no_day || numbers(cell).is_some() && bare(cell).is_none() {
        return says("and there is no such day: correct it in the export");
    }
    let is_whole = cell.chars().all(is_digit);
    let is_number =
        cell.chars().all(|char| is_digit(char) || ".,".contains(char)) && cell.split(['.', ',']).count() < 3;
    if is_number && !(is_whole && [6, 8].contains(&cell.len())) {
        return says(NUMBER);
    }
    let mut words = cell.split(|char: char| !char.is_alphabetic()).filter(|word| word.chars().count() >= 3).peekable();
    let has_words = words.peek().is_some() && numbers(cell).is_none();
    let is_english = words.any(is_english_month);
    if has_words && !is_english {
        return says(MONTH);
    }
    if format.is_some() {
        return says(&format!("and not as --date-format says: {write}"));
    }
    let such = match bare(cell) {
        _ if cell.contains('年') => "\"Y年m月d日\"",
        _ if has_words && cell.starts_with(is_digit) => "\"d b Y\"",
        _ if has_words => "\"b d, Y\"",
        _ if is_whole && cell.len() == 8 => "Ymd",
        Some(Day::Backward(_)) => "m/d/Y",
        _ => "d/m/Y",
    };
    format!("signed is “{cell}”: {ASKS} {such}, or {write}")
}

fn is_english_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_lowercase();
    MONTHS.iter().any(|month| month.starts_with(&word))
}

/// Whether this can follow a day: nothing, or a time.
fn is_time(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        None => true,
        Some('T' | ' ' | ',') => {
            let time = chars.as_str().trim_start();
            time.strip_prefix("at ").unwrap_or(time).starts_with(|char: char| char.is_ascii_digit())
        }
        Some(_) => false,
    }
}

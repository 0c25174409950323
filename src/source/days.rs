//! Days of signing: `2023-09-07` is read as it is, any other form only in the format that the coordinator gives.

use crate::model::Date;
use jiff::fmt::strtime::{self, BrokenDownTime};

/// The format of days in an export that doesn't use ISO 8601.
#[derive(Clone, Debug)]
pub struct DateFormat {
    format: String,
    /// The same with a year of two digits, if the format has four: some rows of an export have those.
    short: Option<String>,
}

impl DateFormat {
    /// Reads a format such as `d/m/Y`: day, month, year of four digits or, as `y`, of two; `b` is the English name of a
    /// month. Conversions such as `%d` are those of strptime.
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
                let short = format.contains("%Y").then(|| format.replace("%Y", "%y"));
                Ok(DateFormat { format, short })
            }
            _ => Err("write the day as d, the month as m and the year as Y, such as d/m/Y".into()),
        }
    }
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
    let date = |year: &str, month: &str, day: &str| {
        let (month, day) = (month.parse::<u8>().ok()?, day.parse::<u8>().ok()?);
        Date::parse(&format!("{year}-{month:02}-{day:02}"))
    };
    match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => date(first, second, third).map(Day::Is),
        (1..=2, 1..=2, 2) if mark == '.' => date(&format!("20{third}"), second, first).map(Day::Is),
        (1..=2, 1..=2, 4) if mark == '.' => date(third, second, first).map(Day::Is),
        (1..=2, 1..=2, 4) => match (date(third, second, first), date(third, first, second)) {
            (Some(one), Some(other)) if one == other => Some(Day::Is(one)),
            (Some(one), Some(other)) => Some(Day::Either(one, other)),
            (Some(one), None) => Some(Day::Forward(one)),
            (None, other) => other.map(Day::Backward),
        },
        _ => None,
    }
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
    if let (None, Some(Day::Is(date))) = (format, bare(cell)) {
        return Ok(date);
    }
    let Some(DateFormat { format, short }) = format else {
        return Err(format!(
            "signed is “{cell}”: say how days are written, such as --date-format d/m/Y, or write it as 2023-09-07"
        ));
    };
    let parse = |format: &str| {
        let parsed = BrokenDownTime::parse_prefix(format, cell).ok();
        parsed.filter(|(_, length)| is_time(&cell[*length..])).and_then(|(time, _)| time.to_date().ok())
    };
    // A year of two digits would be read as the year 23, or as 1999: letters are signed in this century.
    let short = || parse(short.as_deref()?).filter(|day| day.year() >= 2000);
    match parse(format).filter(|day| day.year() >= 1000).or_else(short) {
        Some(day) => Date::parse(&day.to_string()).ok_or_else(|| format!("signed is “{cell}”, which is not a day")),
        None => Err(format!("signed is “{cell}”, and not as --date-format says: write it as 2023-09-07")),
    }
}

/// Whether this can follow a day: nothing, or a time.
fn is_time(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        None => true,
        Some('T' | ' ' | ',') => chars.as_str().trim_start().starts_with(|char: char| char.is_ascii_digit()),
        Some(_) => false,
    }
}

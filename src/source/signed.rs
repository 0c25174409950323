//! The days of signing in `signatories.csv`: `2023-09-07`, or as a spreadsheet of some language writes them.
//!
//! `03/04/2025` can be two days. The program never guesses: either another row shows the order (`31/12/2025`), which it
//! reports, or nothing is published.

use super::days::{Day, bare as bare_day};
use super::finding::Findings;
use crate::model::Date;

/// The order of the numbers in a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Day, month, year.
    Forward,
    /// Month, day, year.
    Backward,
}

/// A day as written, and its line.
type Written = (usize, String);

/// What the days of a table show about their format.
#[derive(Debug, Default)]
pub struct Days {
    day_first: Option<Written>,
    month_first: Option<Written>,
    /// The first ambiguous day, its two readings, and the number of such days.
    either: Option<(Written, Date, Date)>,
    count: usize,
    order: Option<Order>,
}

impl Days {
    /// A cell as `letter.json` has it, unchanged if it is not a day. `order`: that of the table, if known.
    pub fn read(&mut self, cell: &str, line: usize, order: Option<Order>) -> String {
        let written = || (line, cell.to_string());
        self.order = order;
        match (bare_day(cell), order) {
            (None, _) => cell.to_string(),
            (Some(Day::Is(date)), _) => date.to_iso(),
            (Some(Day::Forward(date)), _) => {
                self.day_first.get_or_insert_with(written);
                date.to_iso()
            }
            (Some(Day::Backward(date)), _) => {
                self.month_first.get_or_insert_with(written);
                date.to_iso()
            }
            (Some(Day::Either(day_first, month_first)), order) => {
                self.count += 1;
                self.either.get_or_insert_with(|| (written(), day_first, month_first));
                if order == Some(Order::Backward) { month_first.to_iso() } else { day_first.to_iso() }
            }
        }
    }

    /// Adds the days of later rows.
    pub fn append(&mut self, later: Days) {
        self.day_first = self.day_first.take().or(later.day_first);
        self.month_first = self.month_first.take().or(later.month_first);
        self.either = self.either.take().or(later.either);
        self.count += later.count;
        self.order = later.order.or(self.order);
    }

    /// Whether no day is ambiguous or shows an order.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.day_first.is_none() && self.month_first.is_none() && self.either.is_none()
    }

    /// The order that some days show, if others are ambiguous and none shows the other order.
    #[must_use]
    pub fn order(&self) -> Option<Order> {
        self.either.as_ref()?;
        match (&self.day_first, &self.month_first) {
            (Some(_), None) => Some(Order::Forward),
            (None, Some(_)) => Some(Order::Backward),
            _ => None,
        }
    }

    /// Reports ambiguous days: how they were read, or what to write.
    pub fn report(&self, findings: &mut Findings) {
        if let (Some((line, day)), Some((other_line, other))) = (&self.day_first, &self.month_first) {
            findings.error(
                *other_line,
                format!(
                    "signed is “{other}”, and line {line} has “{day}”, whose day and month are the other way round: write \
                     days as 2023-09-07"
                ),
            );
            return;
        }
        let Some(((line, cell), day_first, month_first)) = &self.either else { return };
        let (day_first, month_first) = (day_first.to_iso(), month_first.to_iso());
        let more = match self.count {
            ..=1 => String::new(),
            count => format!(", as are {} more", count - 1),
        };
        let (read, other, evidence) = match self.order {
            Some(Order::Forward) => (day_first, month_first, &self.day_first),
            Some(Order::Backward) => (month_first, day_first, &self.month_first),
            None => {
                let remedy = "write it so, or have the spreadsheet show the whole column as YYYY-MM-DD and save again";
                findings.error(
                    *line,
                    format!("signed is “{cell}”, which can be {day_first} or {month_first}{more}: {remedy}"),
                );
                return;
            }
        };
        let because =
            evidence.as_ref().map_or(String::new(), |(line, cell)| format!(", since line {line} has “{cell}”"));
        findings.hint(*line, format!("signed is “{cell}”{more}, read as {read} and not as {other}{because}"));
    }
}

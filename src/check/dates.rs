//! Finds dates that contradict each other.

use super::note::Note;
use crate::model::{Date, Letter};

const CODE: &str = "date";

/// Checks the dates of a letter. `today` is the latest day that has begun anywhere.
#[must_use]
pub fn check(letter: &Letter, today: Date) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(date) = letter.date.filter(|date| *date > today) {
        let message =
            format!("is {}, which is in the future: write the day on which the letter is made public", date.to_iso());
        notes.push(Note::warning("date", CODE, message));
    }
    let dated = letter.updates.iter().enumerate().filter_map(|(at, update)| Some((at, update.date?)));
    let dated: Vec<(usize, Date)> = dated.collect();
    for (at, date) in &dated {
        let path = format!("updates[{at}].date");
        let iso = date.to_iso();
        if *date > today {
            notes.push(Note::warning(path, CODE, format!("is {iso}, which is in the future: write when it happened")));
        } else if let Some(own) = letter.date.filter(|own| date < own) {
            let message = format!("is {iso}, before the letter's own date {}: correct one of the two", own.to_iso());
            notes.push(Note::warning(path, CODE, message));
        }
    }
    notes.extend(out_of_order(&dated).map(|at| {
        let message = "breaks the order of the days: put the updates in order, the newest first";
        Note::warning(format!("updates[{at}].date"), CODE, message)
    }));
    notes
}

/// The first update that breaks the order of the others, ascending or descending.
fn out_of_order(dated: &[(usize, Date)]) -> Option<usize> {
    let mut direction = None;
    dated.windows(2).find_map(|pair| {
        let [(_, before), (at, date)] = pair else { return None };
        let turn = before.cmp(date);
        if turn.is_eq() {
            return None;
        }
        (*direction.get_or_insert(turn) != turn).then_some(*at)
    })
}

//! Opening a letter must be as fast with a long roll as with a short one.

use super::stage::Stage;
use super::{LENGTHS, LONGEST};
use crate::figure::{Figure, Unit};
use crate::visit::Visit;
use crate::visits::{each, ratios};
use anyhow::Result;

/// Visits to each letter.
const ROUNDS: usize = 9;

/// The letters take turns, like the pages of `phone`.
pub async fn figures(stage: &mut Stage) -> Result<Vec<Figure>> {
    // The first visit starts with a cold browser.
    stage.visit(LONGEST).await?;
    let mut visits = LENGTHS.map(|_| Vec::new());
    for _ in 0..ROUNDS {
        for (visits, length) in visits.iter_mut().zip(LENGTHS) {
            visits.push(stage.visit(length).await?);
        }
    }
    let mut figures = Vec::new();
    for (visits, length) in visits.iter().zip(LENGTHS) {
        let name = |what: &str| format!("{length} signatories: {what}");
        figures.push(Figure::new(name("letter on screen"), Unit::Milliseconds, each(visits, Visit::letter)));
        let longest = each(visits, Visit::longest_task);
        figures.push(Figure::new(name("longest task"), Unit::LongestTask, longest).within(50.0));
    }
    let [short, .., long] = &visits;
    let name = format!("  {LONGEST} / {} signatories: letter on screen", LENGTHS[0]);
    figures.push(Figure::new(name, Unit::Times, ratios(long, short, Visit::letter)).within(1.05));
    Ok(figures)
}

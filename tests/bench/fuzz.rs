//! Documents that mean harm, other ones each time, and more than `make test` has time for.

use crate::bench::Report;
use crate::figure::{Figure, Unit};
use crate::fuzzing::{Outcome, fuzz};
use crate::runs::Runs;
use anyhow::{Result, anyhow};
use std::time::{Duration, Instant};

/// How long it goes on, but for the last round.
const PATIENCE: Duration = Duration::from_mins(1);
const ROUND: u32 = 10_000;

/// Has documents made of letters and of noise until the time is over.
pub fn measure() -> Result<Report> {
    let begun = Instant::now();
    let (mut letters, mut refused) = (0, 0);
    while begun.elapsed() < PATIENCE {
        let round: Outcome = fuzz(ROUND, None).map_err(|failure| anyhow!("{failure}"))?;
        letters += round.letters;
        refused += round.refused;
    }
    let figure = |name: &str, number: u32| Figure::new(name, Unit::Count, Runs::new([f64::from(number)]));
    let figures = vec![figure("letters, without harm", letters), figure("refused as no letter", refused)];
    Ok(Report { title: "documents that mean harm, read and rendered natively".into(), figures, notes: Vec::new() })
}

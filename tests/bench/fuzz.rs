//! Hostile documents, different each time, and more than `make test` has time for.

use crate::bench::Report;
use crate::figure::{Figure, Unit};
use crate::fuzzing::{Kind, Outcome, fuzz};
use crate::runs::Runs;
use anyhow::{Result, anyhow};
use std::time::{Duration, Instant};

/// The kinds of documents, the minimum duration, and the number per round.
const KINDS: [(Kind, &str, Duration, u32); 3] = [
    (Kind::Documents, "documents", Duration::from_mins(1), 10_000),
    (Kind::Addresses, "addresses", Duration::from_mins(1), 10_000),
    (Kind::Heaps, "heavy letters", Duration::from_mins(1), 100),
];

/// Generates documents from letters and from noise until the time is over.
pub fn measure() -> Result<Report> {
    let mut figures = Vec::new();
    for (kind, name, patience, round) in KINDS {
        let begun = Instant::now();
        let (mut letters, mut refused) = (0, 0);
        while begun.elapsed() < patience {
            let outcome: Outcome = fuzz(kind, round, None).map_err(|failure| anyhow!("{failure}"))?;
            letters += outcome.letters;
            refused += outcome.refused;
        }
        let figure = |what: &str, number: u32| {
            Figure::new([name, ", ", what].concat(), Unit::Count, Runs::new([f64::from(number)]))
        };
        figures.extend([figure("letters, without harm", letters), figure("refused as no letter", refused)]);
    }
    Ok(Report { title: "documents that mean harm, read and rendered natively".into(), figures, notes: Vec::new() })
}

//! Many hostile documents, and the smallest that does harm.

pub mod addresses;
mod cases;
pub mod corpus;
pub mod heaps;
pub mod page;

use page::Shown;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestCaseError, TestRunner};
use std::cell::Cell;

/// The result of the cases.
pub struct Outcome {
    /// Documents that are letters.
    pub letters: u32,
    /// Documents that are refused.
    pub refused: u32,
}

/// The kind of generated documents.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Documents of all kinds.
    Documents,
    /// Addresses, in every place of a letter.
    Addresses,
    /// Letters that are too heavy.
    Heaps,
}

/// Runs that number of cases, the same for the same seed; different each time without a seed.
///
/// # Errors
///
/// The smallest document found that puts something forbidden on the page, or that panics, with the reason.
pub fn fuzz(kind: Kind, cases: u32, seed: Option<u64>) -> Result<Outcome, String> {
    match kind {
        Kind::Documents => run(&cases::documents(), page::inspect, cases, seed),
        Kind::Addresses => run(&addresses::addresses(), addresses::inspect, cases, seed),
        Kind::Heaps => run(&heaps::heaps(), heaps::inspect, cases, seed),
    }
}

fn run(
    invented: &impl Strategy<Value = String>,
    inspect: fn(&str) -> Result<Shown, String>,
    cases: u32,
    seed: Option<u64>,
) -> Result<Outcome, String> {
    let config = Config {
        cases,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: seed.map_or(RngSeed::Random, RngSeed::Fixed),
        failure_persistence: None,
        ..Config::default()
    };
    let (letters, refused) = (Cell::new(0), Cell::new(0));
    let run = TestRunner::new(config).run(invented, |document| {
        let counter = match inspect(&document).map_err(TestCaseError::fail)? {
            Shown::Letter => &letters,
            Shown::Notice => &refused,
        };
        counter.set(counter.get() + 1);
        Ok(())
    });
    run.map_err(|failure| failure.to_string())?;
    Ok(Outcome { letters: letters.get(), refused: refused.get() })
}

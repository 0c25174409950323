//! Many documents that mean harm, and the smallest of those that do any.

mod cases;
pub mod corpus;
pub mod page;

use cases::documents;
use page::{Shown, inspect};
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestCaseError, TestRunner};
use std::cell::Cell;

/// What the cases came to.
pub struct Outcome {
    /// Documents that are letters.
    pub letters: u32,
    /// Documents that are none.
    pub refused: u32,
}

/// Runs so many cases, the same for the same seed; without one, others each time.
///
/// # Errors
/// The smallest document found that gets onto the page what it should not, or that panics, and what it was.
pub fn fuzz(cases: u32, seed: Option<u64>) -> Result<Outcome, String> {
    let config = Config {
        cases,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: seed.map_or(RngSeed::Random, RngSeed::Fixed),
        failure_persistence: None,
        ..Config::default()
    };
    let (letters, refused) = (Cell::new(0), Cell::new(0));
    let run = TestRunner::new(config).run(&documents(), |document| {
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

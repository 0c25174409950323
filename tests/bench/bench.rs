//! Runs benchmarks and reports the results.

use crate::figure::Figure;
use crate::{process, table};
use anyhow::{Result, bail};
use std::pin::Pin;
use std::process::ExitCode;
use tokio::runtime::Runtime;

/// A benchmark.
pub struct Bench {
    /// The name that selects it.
    pub name: &'static str,
    /// Runs it.
    pub run: fn() -> Measuring,
}

/// A running benchmark.
pub type Measuring = Pin<Box<dyn Future<Output = Result<Report>>>>;

/// The results of a benchmark.
pub struct Report {
    /// The conditions of the measurement.
    pub title: String,
    /// The figures, in the order of the report.
    pub figures: Vec<Figure>,
    /// Further remarks, each a paragraph.
    pub notes: Vec<String>,
}

/// Runs the benchmarks whose names contain an argument of the command line; without arguments, all.
pub fn run(benches: &[Bench]) -> ExitCode {
    let result = run_chosen(benches);
    process::end_all();
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_chosen(benches: &[Bench]) -> Result<()> {
    // Cargo adds `--bench`.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let is_chosen = |bench: &&Bench| wanted.is_empty() || wanted.iter().any(|part| bench.name.contains(part.as_str()));
    let chosen: Vec<&Bench> = benches.iter().filter(is_chosen).collect();
    if chosen.is_empty() {
        let names: Vec<_> = benches.iter().map(|bench| bench.name).collect();
        bail!("no benchmark has {} in its name: there is {}", wanted.join(" or "), names.join(", "));
    }
    let runtime = Runtime::new()?;
    process::end_all_when_interrupted(&runtime)?;
    for bench in chosen {
        let report =
            runtime.block_on((bench.run)()).map_err(|error| error.context(format!("{}: no figure", bench.name)))?;
        println!("\n{}: {}\n{}", bench.name, report.title, table::of(&report.figures));
        report.notes.iter().for_each(|note| println!("\n{note}"));
    }
    Ok(())
}

//! The cost of a long roll to its reader: opening the letter, scrolling, finding a name, and memory.
//!
//! The library publishes the letters, with invented rolls.

mod finding;
mod memory;
mod opening;
mod reading;
mod stage;

use crate::bench::Report;
use crate::device::{CPU_SLOWDOWN, DOWN_KBIT_PER_S, LATENCY_MS};
use anyhow::Result;
use stage::Stage;

/// The lengths to compare. Scrolling and searching use the last.
const LENGTHS: [usize; 3] = [22, 10_000, LONGEST];
const LONGEST: usize = 100_000;

/// Opens the letters, then scrolls and searches in the longest.
pub async fn measure() -> Result<Report> {
    let mut stage = Stage::start(&LENGTHS).await?;
    // First, while the browser's memory is fresh.
    let memory = memory::figures(&mut stage).await?;
    let mut figures = opening::figures(&mut stage).await?;
    figures.extend(reading::figures(&mut stage).await?);
    let (found, notes) = finding::figures(&mut stage).await?;
    figures.extend(found);
    figures.extend(memory);
    let title = format!(
        "processor {CPU_SLOWDOWN} times slower, nothing cached; the phone's network is {DOWN_KBIT_PER_S} kbit/s, \
         {LATENCY_MS} ms; reading, finding and memory with {LONGEST} signatories"
    );
    Ok(Report { title, figures, notes })
}

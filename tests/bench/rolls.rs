//! What a long roll costs its reader: opening the letter, reading on, finding a name, and the memory that all takes.
//!
//! The library publishes the letters; their rolls are invented.

mod finding;
mod memory;
mod opening;
mod reading;
mod stage;

use crate::bench::Report;
use crate::device::{CPU_SLOWDOWN, DOWN_KBIT_PER_S, LATENCY_MS};
use anyhow::Result;
use stage::Stage;

/// The lengths that are compared. Reading and finding are measured with the last.
const LENGTHS: [usize; 3] = [22, 10_000, LONGEST];
const LONGEST: usize = 100_000;

/// Opens the letters, then reads on and searches in the longest.
pub async fn measure() -> Result<Report> {
    let mut stage = Stage::start(&LENGTHS).await?;
    // First, in a browser that has held nothing before.
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

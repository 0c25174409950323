//! Scrolling, row after row.

use super::LONGEST;
use super::stage::Stage;
use crate::device::Network;
use crate::figure::{Figure, Unit};
use crate::runs::Runs;
use anyhow::Result;
use serde::Deserialize;

const ROUNDS: usize = 3;
const ROWS: usize = 2_000;

/// CSS pixels per frame: a thumb that scrolls steadily at 60 frames a second.
const PIXELS: u32 = 100;

/// The cost of scrolling through this many rows.
#[derive(Deserialize)]
struct Read {
    longest_task: f64,
    long_tasks: f64,
    longest_frame: f64,
}

/// Scrolls from the beginning, each time in a new page.
pub async fn figures(stage: &mut Stage) -> Result<Vec<Figure>> {
    let mut read: Vec<Read> = Vec::new();
    for _ in 0..ROUNDS {
        let reader = stage.open(LONGEST, Network::Local).await?;
        read.push(reader.does(&format!("readOn({ROWS}, {PIXELS})")).await?);
        reader.leave().await?;
    }
    let figure = |what: &str, unit, of: fn(&Read) -> f64| {
        Figure::new(format!("reading {ROWS} rows: {what}"), unit, Runs::new(read.iter().map(of)))
    };
    Ok(vec![
        figure("longest task", Unit::LongestTask, |read| read.longest_task).within(50.0),
        figure("tasks of 50 ms and more", Unit::Count, |read| read.long_tasks),
        figure("longest time from frame to frame", Unit::Milliseconds, |read| read.longest_frame),
    ])
}

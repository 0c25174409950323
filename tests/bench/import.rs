//! Importing untidy exports, once and again.

use crate::bench::Report;
use crate::figure::{Figure, Unit};
use crate::runs::Runs;
use crate::untidy::{MAP, Untidy, untidy};
use anyhow::{Result, ensure};
use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

const SIZES: [usize; 2] = [10_000, 100_000];
const RUNS: usize = 5;

/// Imports an export into an empty table, then again.
pub fn measure() -> Result<Report> {
    let (mut figures, mut notes) = (Vec::new(), Vec::new());
    for size in SIZES {
        let export = untidy(1, size);
        let (mut first, mut again) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            let temp = tempfile::tempdir()?;
            fs::create_dir(temp.path().join("x"))?;
            fs::write(temp.path().join("x/signatories.csv"), "id,name\n")?;
            fs::write(temp.path().join("export.csv"), &export.bytes)?;
            for times in [&mut first, &mut again] {
                let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
                command.args(["import", "export.csv", "--into", "x", "--map", MAP, "--encoding", "windows-1252"]);
                command.args(["--date-format", "d.m.Y"]).current_dir(temp.path()).stdout(Stdio::null());
                let begun = Instant::now();
                // It refuses some rows, and its exit status reports that.
                ensure!(command.status()?.code() == Some(1), "the export was not imported");
                times.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
        }
        for (what, times) in [("the first time", first), ("again", again)] {
            figures.push(Figure::new(format!("{size} rows, {what}"), Unit::Milliseconds, Runs::new(times)));
        }
        let Untidy { rows, added, duplicates, refused, hidden, .. } = export;
        notes.push(format!(
            "Of {rows} rows, {added} are new, {hidden} of them without a name; {duplicates} are there already, and \
             {refused} are refused."
        ));
    }
    Ok(Report { title: format!("importing untidy exports; {RUNS} runs"), figures, notes })
}

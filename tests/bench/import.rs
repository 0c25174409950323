//! Importing untidy exports, once and again: as CSV, and the same table as a workbook.

use crate::bench::Report;
use crate::figure::{Figure, Unit};
use crate::runs::Runs;
use crate::untidy::{MAP, Untidy, untidy};
use anyhow::{Result, ensure};
use encoding_rs::WINDOWS_1252;
use rust_xlsxwriter::Workbook;
use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

const SIZES: [usize; 2] = [10_000, 100_000];
const RUNS: usize = 5;

/// An export in one form.
struct Form {
    name: &'static str,
    file: &'static str,
    bytes: Vec<u8>,
    options: &'static [&'static str],
}

/// Imports an export into an empty table, then again.
pub fn measure() -> Result<Report> {
    let (mut figures, mut notes) = (Vec::new(), Vec::new());
    for size in SIZES {
        let Untidy { bytes, rows, added, duplicates, refused, hidden } = untidy(1, size);
        let workbook = workbook(&bytes)?;
        let forms = [
            Form { name: "CSV", file: "export.csv", bytes, options: &["--encoding", "windows-1252"] },
            Form { name: ".xlsx", file: "export.xlsx", bytes: workbook, options: &[] },
        ];
        for form in forms {
            let (first, again) = times(&form)?;
            for (what, times) in [("the first time", first), ("again", again)] {
                let name = format!("{size} rows of {}, {what}", form.name);
                figures.push(Figure::new(name, Unit::Milliseconds, Runs::new(times)));
            }
        }
        notes.push(format!(
            "Of {rows} rows, {added} are new, {hidden} of them without a name; {duplicates} are there already, and \
             {refused} are refused."
        ));
    }
    Ok(Report { title: format!("importing untidy exports; {RUNS} runs"), figures, notes })
}

/// The milliseconds of the first import and of the second, in each run.
fn times(form: &Form) -> Result<(Vec<f64>, Vec<f64>)> {
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let temp = tempfile::tempdir()?;
        fs::create_dir(temp.path().join("x"))?;
        fs::write(temp.path().join("x/signatories.csv"), "id,name\n")?;
        fs::write(temp.path().join(form.file), &form.bytes)?;
        for times in [&mut first, &mut again] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
            command.args(["import", form.file, "--into", "x", "--map", MAP, "--date-format", "d.m.Y"]);
            command.args(form.options).current_dir(temp.path()).stdout(Stdio::null());
            let begun = Instant::now();
            // It refuses some rows, and its exit status reports that.
            ensure!(command.status()?.code() == Some(1), "the export was not imported");
            times.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
    }
    Ok((first, again))
}

/// The table of an export as a workbook.
fn workbook(csv: &[u8]) -> Result<Vec<u8>> {
    let (text, ..) = WINDOWS_1252.decode(csv);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
    for (row, cells) in (0..).zip(reader.records()) {
        for (column, cell) in (0..).zip(&cells?) {
            sheet.write_string(row, column, cell)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

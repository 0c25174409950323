//! Long, fixed sources: twice the text must take no more than twice the time.

use crate::bench::Report;
use crate::figure::{Figure, Unit};
use crate::runs::Runs;
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const RUNS: usize = 3;

/// A kind of text, its size in bytes, and the function that makes its front matter and body.
type Kind = (&'static str, usize, fn(usize) -> (String, String));

const KINDS: [Kind; 10] = [
    ("front matter, many keys", 1_500_000, |bytes| {
        (repeated(bytes, |at| format!("key{at}: a word\n")), "Text.".into())
    }),
    ("front matter, one list", 1_500_000, |bytes| (list(bytes, "\n  - "), "Text.".into())),
    ("front matter, one line", 1_500_000, |bytes| (format!("updates: [a{}]", ", a".repeat(bytes / 3)), "Text.".into())),
    ("front matter, one text", 1_500_000, |bytes| {
        (format!("summary: a{}", "\n  word".repeat(bytes / 7)), "Text.".into())
    }),
    ("quotation marks “", 384_000, |bytes| (String::new(), "“ ".repeat(bytes / 4))),
    ("quotation marks „“", 384_000, |bytes| (String::new(), format!("„{}", " “a".repeat(bytes / 5)))),
    ("marks of Markdown", 384_000, |bytes| (String::new(), "*_[`<!(".repeat(bytes / 7))),
    ("paragraphs", 384_000, |bytes| (String::new(), "a\n\n".repeat(bytes / 3))),
    ("apostrophes", 384_000, |bytes| (String::new(), "'".repeat(bytes))),
    ("lines with a sign", 384_000, |bytes| (String::new(), "• a\n".repeat(bytes / 6))),
];

/// What a document has in each line.
const LINES: [&str; 4] = ["From: a\n", "> a\n", "• a\n", "Ada Example, Chair\n"];
/// The size of a document, in bytes.
const DOCUMENT: usize = 96_000;

fn repeated(bytes: usize, line: fn(usize) -> String) -> String {
    let mut text = String::new();
    for at in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&line(at));
    }
    text
}

fn list(bytes: usize, mark: &str) -> String {
    format!("updates:{}", [mark, "a"].concat().repeat(bytes / (mark.len() + 1)))
}

/// Checks a letter of each kind, and makes a letter from documents; each also with a text half as long.
pub fn measure() -> Result<Report> {
    let mut figures = Vec::new();
    let temp = tempfile::tempdir()?;
    let folder = temp.path().join("x");
    for (name, bytes, text) in KINDS {
        measure_both(&mut figures, &format!("check: {name}"), bytes, |bytes| {
            fs::create_dir_all(&folder)?;
            let (front, body) = text(bytes);
            fs::write(folder.join("letter.md"), format!("---\nlang: en\ntitle: A letter\n{front}\n---\n\n{body}\n"))?;
            fs::write(folder.join("signatories.csv"), "name\nAda\n")?;
            run(temp.path(), &["check", "x"])
        })?;
    }
    for line in LINES {
        measure_both(&mut figures, &format!("new: {}", line.trim_end()), DOCUMENT, |bytes| {
            let _ = fs::remove_dir_all(&folder);
            fs::write(temp.path().join("x.txt"), format!("A title\n\n{}", line.repeat(bytes / line.len())))?;
            run(temp.path(), &["new", "x", "--from", "x.txt"])
        })?;
    }
    let notes = vec!["What is twice as long is to take about twice the time.".to_string()];
    Ok(Report { title: format!("long sources; {RUNS} runs"), figures, notes })
}

fn measure_both(figures: &mut Vec<Figure>, name: &str, bytes: usize, run: impl Fn(usize) -> Result<f64>) -> Result<()> {
    for bytes in [bytes / 2, bytes] {
        let times = (0..RUNS).map(|_| run(bytes)).collect::<Result<Vec<_>>>()?;
        figures.push(Figure::new(format!("{name}, {} kB", bytes / 1000), Unit::Milliseconds, Runs::new(times)));
    }
    Ok(())
}

/// The milliseconds that a command takes.
fn run(folder: &Path, arguments: &[&str]) -> Result<f64> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
    command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    let begun = Instant::now();
    ensure!(command.status()?.code().is_some(), "it was killed");
    Ok(begun.elapsed().as_secs_f64() * 1000.0)
}

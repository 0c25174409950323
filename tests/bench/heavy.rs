//! Long, fixed sources: twice the text must take no more than twice the time.

use crate::bench::Report;
use crate::figure::{Figure, Unit};
use crate::runs::Runs;
use anyhow::{Result, ensure};
use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

const RUNS: usize = 3;

/// A kind of text, its size in bytes, and the function that makes its front matter and body.
type Kind = (&'static str, usize, fn(usize) -> (String, String));

const KINDS: [Kind; 8] = [
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
];

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

/// Checks a letter of each kind, and one half as long.
pub fn measure() -> Result<Report> {
    let mut figures = Vec::new();
    for (name, bytes, text) in KINDS {
        let mut times = [Vec::new(), Vec::new()];
        for (bytes, times) in [bytes / 2, bytes].into_iter().zip(&mut times) {
            let temp = tempfile::tempdir()?;
            let folder = temp.path().join("x");
            fs::create_dir(&folder)?;
            let (front, body) = text(bytes);
            fs::write(folder.join("letter.md"), format!("---\nlang: en\ntitle: A letter\n{front}\n---\n\n{body}\n"))?;
            fs::write(folder.join("signatories.csv"), "name\nAda\n")?;
            for _ in 0..RUNS {
                let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
                command.args(["check", "x"]).current_dir(temp.path()).stdout(Stdio::null()).stderr(Stdio::null());
                let begun = Instant::now();
                ensure!(command.status()?.code().is_some(), "it was killed");
                times.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
        }
        let [half, whole] = times;
        figures.push(Figure::new(format!("{name}, {} kB", bytes / 2000), Unit::Milliseconds, Runs::new(half)));
        figures.push(Figure::new(format!("{name}, {} kB", bytes / 1000), Unit::Milliseconds, Runs::new(whole)));
    }
    let notes = vec!["What is twice as long is to take about twice the time.".to_string()];
    Ok(Report { title: format!("checking long sources; {RUNS} runs"), figures, notes })
}

//! `open-letter check`, telling what it found: to people, in colour where a terminal shows it, and to programs.

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use anyhow::Result;
use clap::{Args, ValueEnum};
use open_letter::check::{Checked, check_on, today};
use open_letter::source::{Finding, Weight};
use serde::Serialize;
use std::collections::HashMap;
use std::io::{BufWriter, Write, stderr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What `open-letter check` is told.
#[derive(Args)]
pub struct Arguments {
    /// Folders of letters, letter.json files, or stylesheets that give the widget colours
    #[arg(required = true, value_name = "DIR | letter.json | CSS")]
    letters: Vec<PathBuf>,
    /// Whom it is told
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

/// Whom it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each problem
    Human,
    /// One JSON document
    Json,
}

/// Checks all letters, and fails if there is anything but hints.
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is no time, or there is nobody to write to.
pub fn run(Arguments { letters, format }: &Arguments) -> Result<ExitCode> {
    let today = today()?;
    let checked = letters.iter().map(|path| (path.as_path(), check_on(path, today)));
    let clean = match format {
        Format::Human => tell_all(checked),
        Format::Json => document(&checked.collect::<Vec<_>>())?,
    };
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Tells of each letter once it is checked.
fn tell_all<'c>(checked: impl Iterator<Item = (&'c Path, Checked)>) -> bool {
    let styled = AutoStream::choice(&stderr()) != ColorChoice::Never;
    let mut clean = true;
    for (path, checked) in checked {
        clean &= checked.is_clean();
        tell(path, &checked.findings, styled);
        if let Some(summary) = checked.summary.as_ref().filter(|_| checked.is_clean()) {
            say!(stdout, "{}: ok: {summary}", path.display());
        }
    }
    clean
}

/// So many hints of one kind are told of a file; a roll of a million has thousands of names in capitals.
const MOST: usize = 20;

fn tell(path: &Path, findings: &[Finding], styled: bool) {
    // A terminal gets colours, files set apart, and a sum; anything else gets plain lines.
    let out: Box<dyn Write> = if styled { Box::new(anstream::stderr()) } else { Box::new(stderr()) };
    let mut out = BufWriter::new(out);
    let mut line = |text: String| drop(writeln!(out, "{text}"));
    for (index, file) in findings.chunk_by(|a, b| a.file == b.file).enumerate() {
        if styled && index > 0 {
            line(String::new());
        }
        let mut hints: HashMap<Option<&str>, usize> = HashMap::new();
        for finding in file {
            let count = hints.entry(finding.code).or_default();
            *count += usize::from(finding.weight == Weight::Hint);
            if finding.weight != Weight::Hint || *count <= MOST {
                line(if styled { painted(finding) } else { finding.to_string() });
            }
        }
        let more: usize = hints.values().map(|count| count.saturating_sub(MOST)).sum();
        if let (1.., Some(finding)) = (more, file.first()) {
            let (file, path) = (finding.file.display(), path.display());
            line(format!(
                "{file}: {more} more hints of these kinds: open-letter check {path} --format json lists them"
            ));
        }
    }
    if styled && !findings.is_empty() {
        line(format!("\n{}: {}", path.display(), sum(findings)));
    }
}

/// The finding in colours, its weight in a word.
fn painted(finding: &Finding) -> String {
    let place = Style::new().bold();
    let colour = match finding.weight {
        Weight::Error => AnsiColor::Red,
        Weight::Warning => AnsiColor::Yellow,
        Weight::Hint => AnsiColor::Cyan,
    };
    let weight = colour.on_default().bold();
    let (at, word, message) = (finding.place(), finding.weight.as_str(), &finding.message);
    format!("{place}{at}{place:#}: {weight}{word}{weight:#}: {message}")
}

/// *2 errors, 1 hint*
fn sum(findings: &[Finding]) -> String {
    let number = |weight: Weight| {
        let count = findings.iter().filter(|finding| finding.weight == weight).count();
        (count > 0).then(|| format!("{count} {}{}", weight.as_str(), if count == 1 { "" } else { "s" }))
    };
    [Weight::Error, Weight::Warning, Weight::Hint].into_iter().filter_map(number).collect::<Vec<_>>().join(", ")
}

/// What programs read. Its shape is in docs/publishing.md.
#[derive(Serialize)]
struct Document<'d> {
    ok: bool,
    checked: Vec<One<'d>>,
    findings: Vec<Found<'d>>,
}

/// A letter that was checked.
#[derive(Serialize)]
struct One<'d> {
    path: String,
    ok: bool,
    summary: Option<&'d str>,
}

#[derive(Serialize)]
struct Found<'d> {
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'d str>,
    weight: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    message: &'d str,
}

/// Prints the document, and gives back whether all is in order.
fn document(checked: &[(&Path, Checked)]) -> Result<bool> {
    let ok = checked.iter().all(|(_, checked)| checked.is_clean());
    let document = Document {
        ok,
        checked: checked.iter().map(One::of).collect(),
        findings: checked.iter().flat_map(|(_, checked)| &checked.findings).map(found).collect(),
    };
    say!(stdout, "{}", serde_json::to_string_pretty(&document)?);
    Ok(ok)
}

impl<'d> One<'d> {
    fn of((path, checked): &'d (&Path, Checked)) -> Self {
        One { path: path.display().to_string(), ok: checked.is_clean(), summary: checked.summary.as_deref() }
    }
}

fn found(finding: &Finding) -> Found<'_> {
    Found {
        file: finding.file.display().to_string(),
        line: finding.line,
        column: finding.column,
        path: finding.path.as_deref(),
        weight: finding.weight.as_str(),
        code: finding.code,
        message: &finding.message,
    }
}

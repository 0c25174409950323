//! `open-letter check` reports its findings to people (in colour on a terminal that shows it) and to programs.

use super::try_sign;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use anyhow::Result;
use clap::{Args, ValueEnum};
use open_letter::check::{Checked, check_on, today};
use open_letter::source::{Finding, Weight};
use serde::Serialize;
use std::io::{BufWriter, Write, stderr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Arguments of `open-letter check`.
#[derive(Args)]
pub struct Arguments {
    /// Folders of letters, letter.json files, or stylesheets that give the widget colours
    #[arg(required = true, value_name = "DIR | letter.json | CSS")]
    letters: Vec<PathBuf>,
    /// The form of the report
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    #[command(flatten)]
    trial: try_sign::Options,
}

/// The form of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each problem
    Human,
    /// One JSON document
    Json,
}

/// Checks all letters. Fails if it finds anything but hints.
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is not a time, or the output is closed.
pub fn run(Arguments { letters, format, trial }: &Arguments) -> Result<ExitCode> {
    if trial.try_sign {
        return try_sign::run(letters, trial);
    }
    let today = today()?;
    let checked = letters.iter().map(|path| (path.as_path(), check_on(path, today)));
    let clean = match format {
        Format::Human => report_all(checked),
        Format::Json => document(&checked.collect::<Vec<_>>())?,
    };
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reports each letter as soon as it is checked.
fn report_all<'c>(checked: impl Iterator<Item = (&'c Path, Checked)>) -> bool {
    let styled = AutoStream::choice(&stderr()) != ColorChoice::Never;
    let mut clean = true;
    for (path, checked) in checked {
        clean &= checked.is_clean();
        report(path, &checked.findings, styled);
        if let Some(summary) = checked.summary.as_ref().filter(|_| checked.is_clean()) {
            say!(stdout, "{}: ok: {summary}", path.display());
        }
    }
    clean
}

/// The most findings of one kind per file: a roll of a million has thousands of names in capitals.
const MOST: usize = 10;

/// The findings of one kind in a file.
struct Kind<'f> {
    alike: (Weight, &'f str),
    count: usize,
    last: Option<usize>,
}

fn report(path: &Path, findings: &[Finding], styled: bool) {
    // A terminal gets colours, a heading per file and a total; anything else gets plain lines.
    let out: Box<dyn Write> = if styled { Box::new(anstream::stderr()) } else { Box::new(stderr()) };
    let mut out = BufWriter::new(out);
    let mut line = |text: String| drop(writeln!(out, "{text}"));
    for (index, file) in findings.chunk_by(|a, b| a.file == b.file).enumerate() {
        if styled && index > 0 {
            line(String::new());
        }
        let mut kinds: Vec<Kind> = Vec::new();
        for finding in file {
            let alike = (finding.weight, kind(finding));
            let at = kinds.iter().position(|kind| kind.alike == alike).unwrap_or(kinds.len());
            if at == kinds.len() {
                kinds.push(Kind { alike, count: 0, last: None });
            }
            let kind = &mut kinds[at];
            kind.count += 1;
            if kind.count <= MOST {
                kind.last = finding.line;
                line(if styled { painted(finding) } else { finding.to_string() });
            }
        }
        for Kind { alike: (weight, _), count, last } in kinds.iter().filter(|kind| kind.count > MOST) {
            let more = count - MOST;
            let plural = if more == 1 { "" } else { "s" };
            let place = last.map_or(String::new(), |line| format!(" like that in line {line}"));
            let (file, path, weight) = (file[0].file.display(), path.display(), weight.as_str());
            line(format!(
                "{file}: and {more} more {weight}{plural}{place}: open-letter check {path} --format json lists them"
            ));
        }
    }
    if styled && !findings.is_empty() {
        line(format!("\n{}: {}", path.display(), sum(findings)));
    }
}

/// What findings of one kind have in common: the word for it, or the remedy.
fn kind(finding: &Finding) -> &str {
    let remedy = || finding.message.rsplit_once(": ").map_or(finding.message.as_str(), |(_, remedy)| remedy);
    finding.code.unwrap_or_else(remedy)
}

/// The finding in colours, with its severity as a word.
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

/// The report for programs. docs/publishing.md documents its shape.
#[derive(Serialize)]
struct Document<'d> {
    ok: bool,
    checked: Vec<One<'d>>,
    findings: Vec<Found<'d>>,
}

/// A checked letter.
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

/// Prints the document. Returns whether everything is in order.
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

//! One column with several fields in it: `--split "name (organisation)"` says how its cells are composed.
//!
//! A pattern has the names of targets and the marks between them. A cell fits only if it has exactly these marks, so
//! that nothing has to be guessed; every other row is refused.

use super::TARGETS;
use super::headings::Wanted;
use super::mapping::target;
use crate::source::surname_first::is_suffix;
use anyhow::{Result, bail, ensure};

/// How the cells of a column are composed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The target whose column it is.
    pub column: &'static str,
    patterns: Vec<Pattern>,
}

/// A pattern: targets, and what is between and after them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Pattern {
    written: String,
    /// Each target, and the mark after it; the last may have none.
    parts: Vec<(&'static str, Option<char>)>,
}

/// How cells with a name and more are usually composed: what `--split name` alone means.
const USUAL: [&str; 3] = ["name", "name (organisation)", "name, role, organisation"];

/// The marks that may separate fields.
const MARKS: [char; 7] = [',', '(', ')', '-', ';', '|', '/'];

impl Split {
    /// Reads patterns. Exactly one of their targets has a column in the mapping: that column is split.
    ///
    /// # Errors
    /// If a pattern has no targets, or not one of them has a column.
    pub fn read(patterns: &[String], wanted: &[Wanted]) -> Result<Option<Split>> {
        if patterns.is_empty() {
            return Ok(None);
        }
        let usual = patterns.len() == 1 && patterns[0].trim().eq_ignore_ascii_case("name");
        let written: Vec<&str> = if usual { USUAL.to_vec() } else { patterns.iter().map(String::as_str).collect() };
        let patterns: Vec<Pattern> = written.into_iter().map(Pattern::read).collect::<Result<_>>()?;
        let has_column = |target: &&'static str| wanted.iter().any(|wanted| wanted.target == *target);
        let targets = || patterns.iter().flat_map(|pattern| pattern.parts.iter().map(|(target, _)| *target));
        let mut columns: Vec<&'static str> = targets().filter(has_column).collect();
        columns.sort_unstable();
        columns.dedup();
        match columns.as_slice() {
            [column] => Ok(Some(Split { column, patterns })),
            [] => bail!(
                "--split says how a column is composed, and --map doesn't say which: add --map \"{}=HEADING\"",
                targets().next().unwrap_or("name")
            ),
            [one, other, ..] => bail!("--map gives a column of its own to {one} and to {other}: leave one of them out"),
        }
    }

    /// Whether a part of the column becomes that target.
    #[must_use]
    pub fn has(&self, target: &str) -> bool {
        self.patterns.iter().any(|pattern| pattern.parts.iter().any(|(part, _)| *part == target))
    }

    /// The parts of a cell by their targets; none of an empty one.
    ///
    /// # Errors
    /// If it fits no pattern, or several.
    pub fn parts<'c>(&self, cell: &'c str) -> Result<Vec<(&'static str, &'c str)>, String> {
        let cell = cell.trim();
        if cell.is_empty() {
            return Ok(Vec::new());
        }
        // A mark of one pattern is no part of a text in another.
        let mut all: Vec<char> = self.patterns.iter().flat_map(Pattern::marks).collect();
        all.sort_unstable();
        let mut fitting = self.patterns.iter().filter_map(|pattern| pattern.parts_of(cell, &all));
        // *King, Martin Luther, Jr.* has no organisation *Jr.*
        let is_suffix =
            |(target, part): &(&str, &str)| !matches!(*target, "suffix" | "note" | "comment") && is_suffix(part);
        if let (Some(parts), None) = (fitting.next(), fitting.next())
            && !parts.iter().any(is_suffix)
        {
            return Ok(parts);
        }
        let patterns: Vec<String> = self.patterns.iter().map(|pattern| format!("“{}”", pattern.written)).collect();
        Err(format!(
            "{} is “{cell}”, which is not composed as {}: change it in the export, or add --split with how it is",
            self.column,
            patterns.join(" or ")
        ))
    }
}

impl Pattern {
    /// Reads `name (organisation)`. The name of a column may stand before it: `name=Name (Organisation)`.
    fn read(text: &str) -> Result<Pattern> {
        let written = text.rsplit_once('=').map_or(text, |(_, pattern)| pattern).trim().to_string();
        let mut parts: Vec<(&'static str, Option<char>)> = Vec::new();
        let mut rest = written.as_str();
        while !rest.is_empty() {
            let is_word = |char: char| char.is_ascii_alphabetic();
            let length = rest
                .char_indices()
                .find(|(at, char)| {
                    let joins = *char == '-' && *at > 0 && rest[at + 1..].starts_with(is_word);
                    !(is_word(*char) || joins)
                })
                .map_or(rest.len(), |(at, _)| at);
            let (word, after) = rest.split_at(length);
            let target = target(&word.to_lowercase()).map_err(|_| {
                anyhow::anyhow!(
                    "--split has “{written}”: write it with the names of targets, such as \"name (organisation)\""
                )
            })?;
            ensure!(
                TARGETS.contains(&target) && !parts.iter().any(|(other, _)| *other == target),
                "--split has {target} twice"
            );
            let mut marks =
                after.chars().map(same).take_while(|char| !is_word(*char)).filter(|char| !char.is_whitespace());
            let (mark, more) = (marks.next(), marks.next());
            ensure!(
                mark.is_none_or(|mark| MARKS.contains(&mark)) && more.is_none(),
                "--split has “{written}”: write one mark between two targets, one of , ( ) – ; | /"
            );
            let next = after.find(is_word).unwrap_or(after.len());
            ensure!(
                mark != Some('-') || after[..next].starts_with(' ') && after[..next].ends_with(' '),
                "--split has “{written}”: write a space before and after the dash, as names have dashes too"
            );
            parts.push((target, mark));
            rest = &after[next..];
        }
        ensure!(
            !parts.is_empty(),
            "--split has no pattern: write it with the names of targets, such as \"name (organisation)\""
        );
        ensure!(
            parts.iter().rev().skip(1).all(|(_, mark)| mark.is_some()),
            "--split has “{written}”: write a mark between two targets, one of , ( ) – ; | /"
        );
        Ok(Pattern { written, parts })
    }

    fn marks(&self) -> impl Iterator<Item = char> {
        self.parts.iter().filter_map(|(_, mark)| *mark)
    }

    /// The parts of a cell that has exactly the marks of this pattern, and of `all` no other.
    fn parts_of<'c>(&self, cell: &'c str, all: &[char]) -> Option<Vec<(&'static str, &'c str)>> {
        let found: Vec<(usize, char)> = cell
            .char_indices()
            .map(|(at, char)| (at, same(char)))
            .filter(|(at, char)| all.contains(char) && (*char != '-' || is_apart(cell, *at)))
            .collect();
        if !found.iter().map(|(_, char)| *char).eq(self.marks()) {
            return None;
        }
        let mut parts = Vec::new();
        let (mut start, mut marks) = (0, found.iter());
        for (target, mark) in &self.parts {
            let end = if mark.is_some() { marks.next()?.0 } else { cell.len() };
            parts.push((*target, cell[start..end].trim()));
            start = end + cell[end..].chars().next().map_or(0, char::len_utf8);
        }
        let is_whole = cell.get(start..).is_none_or(|rest| rest.trim().is_empty());
        (is_whole && parts.iter().all(|(_, part)| !part.is_empty())).then_some(parts)
    }
}

/// A mark in its plain form: dashes of all lengths are one, and so are wide marks of East Asian texts.
fn same(char: char) -> char {
    match char {
        '–' | '—' | '‒' | '−' | '－' => '-',
        '，' | '、' => ',',
        '（' => '(',
        '）' => ')',
        '；' => ';',
        '｜' => '|',
        '／' => '/',
        other => other,
    }
}

/// Whether the mark at that place has a space on both sides.
fn is_apart(cell: &str, at: usize) -> bool {
    let mark = cell[at..].chars().next().map_or(0, char::len_utf8);
    cell[..at].ends_with(char::is_whitespace) && cell[at + mark..].starts_with(char::is_whitespace)
}

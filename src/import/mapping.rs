//! Maps columns of an export to targets: `--map "name=Full name" --map "organisation=Org"`.

use super::TARGETS;
use super::group::Group;
use super::headings::{Wanted, find, list};
use super::presets::Preset;
use crate::source::keys::instead;
use anyhow::{Result, bail};

/// The columns of an export that are imported.
#[derive(Debug)]
pub struct Mapping {
    /// Each target, and the places of its columns: if several have one heading, a row fills one.
    columns: Vec<(&'static str, Vec<usize>)>,
    /// The preset's headings that the export doesn't have.
    pub absent: Vec<String>,
}

impl Mapping {
    /// Finds the wanted columns.
    ///
    /// # Errors
    /// If a required one is missing, or nothing gives a name. `has_name`: something else than a column of its own does.
    pub fn of(wanted: &[Wanted], headings: &[String], has_name: bool) -> Result<Mapping> {
        if !has_name && !wanted.iter().any(|wanted| NAMES.contains(&wanted.target)) {
            bail!(
                "can't be imported without a name: give --map \"name=HEADING\", or --map \"first-name=HEADING\" --map \
                 \"last-name=HEADING\"; there are {}",
                list(headings)
            );
        }
        let mut mapping = Mapping { columns: Vec::new(), absent: Vec::new() };
        for wanted in wanted {
            match find(headings, wanted) {
                Ok(places) => mapping.columns.push((wanted.target, places)),
                Err(fault) if wanted.required => bail!("{fault}"),
                Err(_) => mapping.absent.push(format!(
                    "has no heading {}: {} is not imported",
                    list(&wanted.headings).replace(", ", " or "),
                    wanted.target
                )),
            }
        }
        Ok(mapping)
    }

    /// The cell of a row for that target, empty if the row ends before it; `None` if the target has no column.
    #[must_use]
    pub fn cell<'r>(&self, target: &str, cells: &'r [String]) -> Option<&'r str> {
        Some(filled(self.places(target)?, cells).next().unwrap_or_default())
    }

    /// The filled cells of a row that are imported, with their targets.
    pub fn cells<'r>(&self, cells: &'r [String]) -> impl Iterator<Item = (&'static str, &'r str)> {
        self.columns.iter().flat_map(move |(target, places)| filled(places, cells).map(|cell| (*target, cell)))
    }

    /// The first two differing texts of a row, if several columns with one heading are filled differently.
    #[must_use]
    pub fn contradiction<'r>(&self, cells: &'r [String]) -> Option<(&'static str, &'r str, &'r str)> {
        self.columns.iter().find_map(|(target, places)| {
            let mut filled = filled(places, cells);
            let first = filled.next()?;
            Some((*target, first, filled.find(|other| *other != first)?))
        })
    }

    /// Whether a column is mapped to that target.
    #[must_use]
    pub fn has(&self, target: &str) -> bool {
        self.places(target).is_some()
    }

    /// Whether a row with that number of cells ends before the column of that target.
    #[must_use]
    pub fn ends_before(&self, target: &str, cells: usize) -> bool {
        self.places(target).is_some_and(|places| places.iter().any(|place| *place >= cells))
    }

    /// The imported columns whose value is a group of values in some entries (JSON).
    #[must_use]
    pub fn groups(&self, headings: &[String]) -> Vec<Group> {
        let columns = self.columns.iter().flat_map(|(target, places)| places.iter().map(|place| (*target, *place)));
        columns.filter_map(|(target, place)| Group::of(target, place, headings)).collect()
    }

    /// The columns of the export that are not imported.
    pub fn unused(&self, width: usize) -> impl Iterator<Item = usize> {
        (0..width).filter(|place| !self.columns.iter().any(|(_, places)| places.contains(place)))
    }

    /// The place of the first column that is mapped to that target.
    #[must_use]
    pub fn first_place(&self, target: &str) -> Option<usize> {
        self.places(target)?.first().copied()
    }

    fn places(&self, target: &str) -> Option<&[usize]> {
        self.columns.iter().find(|(mapped, _)| *mapped == target).map(|(_, places)| places.as_slice())
    }
}

/// The non-empty cells at these places.
fn filled<'r>(places: &[usize], cells: &'r [String]) -> impl Iterator<Item = &'r str> {
    let cells = places.iter().filter_map(|place| cells.get(*place)).map(|cell| cell.trim());
    cells.filter(|cell| !cell.is_empty())
}

/// The targets that can give a name, in the order in which they are joined.
pub const NAMES: [&str; 4] = ["name", "first-name", "middle-name", "last-name"];

/// The wanted headings: the columns of a preset, replaced by those of `--map` where both have a target.
///
/// # Errors
/// A message, if a text is not a mapping.
pub fn wanted(preset: Option<&Preset>, maps: &[String]) -> Result<Vec<Wanted>, String> {
    let mut wanted = preset.map(Preset::wanted).unwrap_or_default();
    let mut given: Vec<(&'static str, String)> = Vec::new();
    for (target, heading) in maps.iter().map(|map| parse(map)).collect::<Result<Vec<_>, _>>()?.into_iter().flatten() {
        if given.iter().any(|(other, _)| *other == target) {
            return Err(format!("--map gives {target} twice: leave one of the two out"));
        }
        given.push((target, heading));
    }
    let has = |target: &str| given.iter().any(|(other, _)| *other == target);
    let (whole, parts) = (has("name"), NAMES[1..].iter().any(|part| has(part)));
    if whole && parts {
        return Err("--map gives both name and a part of it: give either name, or first-name and last-name".into());
    }
    let replaced = |target: &str| match target {
        "name" => parts,
        part if NAMES.contains(&part) => whole,
        _ => false,
    };
    wanted.retain(|wanted| !has(wanted.target) && !replaced(wanted.target));
    let given = given.into_iter().filter(|(_, heading)| !heading.is_empty());
    wanted.extend(given.map(|(target, heading)| Wanted { target, headings: vec![heading], required: true }));
    Ok(wanted)
}

/// The targets of which `maps` say that no column is imported as them: `consent=`.
///
/// # Errors
/// A message, if a text is not a mapping.
pub fn left_out(maps: &[String]) -> Result<Vec<&'static str>, String> {
    let pairs = maps.iter().map(|map| parse(map)).collect::<Result<Vec<_>, _>>()?.into_iter().flatten();
    Ok(pairs.filter(|(_, heading)| heading.is_empty()).map(|(target, _)| target).collect())
}

/// The targets and headings of one text. A comma ends a heading only before the next target, and never within quotation
/// marks, some of which a shell removes: `name="Name, in full",organisation=Org`.
fn parse(text: &str) -> Result<Vec<(&'static str, String)>, String> {
    let mut pairs = Vec::new();
    let mut rest = text;
    while !rest.trim().is_empty() {
        let Some((word, after)) = rest.split_once('=') else {
            return Err(format!("--map has “{}” without a heading: write name=HEADING", rest.trim()));
        };
        let target = target(word.trim())?;
        let heading;
        (heading, rest) = match after.trim_start().strip_prefix('"') {
            Some(quoted) => quoted_heading(quoted)?,
            None => bare_heading(after),
        };
        pairs.push((target, heading));
    }
    Ok(pairs)
}

/// The target of that name.
///
/// # Errors
/// A message, if there is none.
pub fn target(word: &str) -> Result<&'static str, String> {
    let found = TARGETS.into_iter().find(|target| *target == word);
    found.ok_or_else(|| format!("--map has “{word}”, which nothing is imported as: {}", instead(word, &TARGETS)))
}

/// A heading up to its closing quotation mark (a doubled one is part of it), and the text after the next comma.
fn quoted_heading(text: &str) -> Result<(String, &str), String> {
    let mut heading = String::new();
    let mut rest = text;
    while let Some((part, after)) = rest.split_once('"') {
        heading.push_str(part);
        if let Some(more) = after.strip_prefix('"') {
            heading.push('"');
            rest = more;
            continue;
        }
        let after = after.trim_start();
        return match after.strip_prefix(',') {
            Some(next) => Ok((heading, next)),
            None if after.is_empty() => Ok((heading, "")),
            None => Err(format!("--map has “{after}” after a quotation mark: write a comma between")),
        };
    }
    Err(format!("--map has a quotation mark that is never closed before “{text}”: close it"))
}

/// A heading up to the comma before the next target, and the text after it.
fn bare_heading(text: &str) -> (String, &str) {
    let begins_pair = |at: usize| {
        let word = text[at + 1..].split_once('=').map_or("", |(word, _)| word.trim());
        !word.is_empty() && word.chars().all(|char| char.is_ascii_lowercase() || char == '-')
    };
    let end = text.match_indices(',').map(|(at, _)| at).find(|at| begins_pair(*at));
    match end {
        Some(at) => (text[..at].trim().to_string(), &text[at + 1..]),
        None => (text.trim().to_string(), ""),
    }
}

//! Finds groups of the roll that nobody is in.

use super::note::Note;
use crate::model::Letter;
use crate::source::nearest;

const CODE: &str = "group";

/// Finds groups that the text lists and no row of the table has. `in_roll`: those that rows have. Nothing, if there are
/// no rows yet.
#[must_use]
pub fn check(letter: &Letter, in_roll: &[String], rows: usize) -> Vec<Note> {
    let unknown = letter.groups.iter().enumerate().filter(|(_, group)| rows > 0 && !in_roll.contains(&group.name));
    let note = |(at, name): (usize, &String)| {
        let place = format!("groups[{at}]");
        let fault = format!("is “{name}”, which no row of signatories.csv has in its column group");
        match meant(name, letter, in_roll) {
            Some(meant) => Note::warning(place, CODE, format!("{fault}: did you mean “{meant}”?")),
            None => Note::hint(place, CODE, format!("{fault}: write it as in the table, or leave it out")),
        }
    };
    unknown.map(|(at, group)| note((at, &group.name))).collect()
}

/// The group of the table that is meant: one with a similar name, which the text doesn't list.
fn meant<'g>(name: &str, letter: &Letter, in_roll: &'g [String]) -> Option<&'g String> {
    let is_listed = |group: &&String| letter.groups.iter().any(|listed| listed.name == **group);
    let others: Vec<&String> = in_roll.iter().filter(|group| !is_listed(group)).collect();
    let lower: Vec<String> = others.iter().map(|other| other.to_lowercase()).collect();
    let meant = nearest(name, lower.iter().map(String::as_str))?;
    others.get(lower.iter().position(|other| other == meant)?).copied()
}

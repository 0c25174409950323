//! Finds groups of the roll that nobody is in.

use super::note::Note;
use crate::model::Letter;
use crate::roll::fold;

const CODE: &str = "group";

/// Finds groups that the text lists and no row of the table has. `in_roll`: those that rows have. Nothing, if there are
/// no rows yet.
#[must_use]
pub fn check(letter: &Letter, in_roll: &[String], rows: usize) -> Vec<Note> {
    let unknown = letter.groups.iter().enumerate().filter(|(_, group)| rows > 0 && !in_roll.contains(&group.name));
    let note = |(at, name): (usize, &String)| {
        let alike = in_roll.iter().find(|other| fold(other) == fold(name));
        let remedy = match alike {
            Some(alike) => format!("the table has “{alike}”, so write it in the same way"),
            None => "write it as the column group has it, or leave it out".to_string(),
        };
        Note::hint(format!("groups[{at}]"), CODE, format!("is “{name}”, which no row of signatories.csv has: {remedy}"))
    };
    unknown.map(|(at, group)| note((at, &group.name))).collect()
}

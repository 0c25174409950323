//! Finds groups of the letter that its table doesn't have: a misspelt one orders nothing.

use super::note::Note;
use crate::model::Group;
use crate::source::keys::nearest;

const CODE: &str = "group";

/// Compares the groups that the letter lists with those in the table.
#[must_use]
pub fn check(listed: &[Group], in_table: &[String]) -> Vec<Note> {
    // A letter may list its groups before anybody is in one.
    if in_table.is_empty() {
        return Vec::new();
    }
    let is_there = |name: &str| in_table.iter().any(|group| group == name);
    let missing = listed.iter().map(|group| group.name.as_str()).filter(|name| !is_there(name));
    missing.map(|name| note(name, listed, in_table)).collect()
}

fn note(name: &str, listed: &[Group], in_table: &[String]) -> Note {
    let is_listed = |group: &&str| listed.iter().any(|listed| listed.name == **group);
    let others: Vec<&str> = in_table.iter().map(String::as_str).filter(|group| !is_listed(group)).collect();
    let fault = format!("has “{name}”, which no row of signatories.csv has in its column group");
    let lower: Vec<String> = others.iter().map(|other| other.to_lowercase()).collect();
    let meant = nearest(name, lower.iter().map(String::as_str));
    match meant.and_then(|meant| lower.iter().position(|other| other == meant)) {
        Some(at) => Note::warning("groups", CODE, format!("{fault}: did you mean “{}”?", others[at])),
        None => Note::hint("groups", CODE, format!("{fault}: write it as in the table, or leave it out")),
    }
}

//! Finds a table whose names have the surname first, with a comma: readers would see *Example, Ada*.

use crate::source::surname_first::{mostly, parts};

/// The first such row and its fault, if nearly all names are so.
pub fn fault<'n>(names: impl Iterator<Item = (usize, &'n str)>) -> Option<(usize, String)> {
    let (row, name, number) = mostly(names)?;
    let (surname, given) = parts(name)?;
    let more = number - 1;
    Some((
        row,
        format!(
            "is {name}, with the surname first, as are {more} more: write {given} {surname}, for readers see names as they are in the table"
        ),
    ))
}

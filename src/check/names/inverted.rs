//! Finds a table whose names have the surname first, with a comma: readers would see *Example, Ada*.

/// The fewest such names: fewer may be a person and a role.
const FEWEST: usize = 3;

/// The first such row and its fault, if nearly all names are so.
pub fn fault<'n>(names: impl Iterator<Item = (usize, &'n str)>) -> Option<(usize, String)> {
    let (mut first, mut number, mut all) = (None, 0, 0);
    for (row, name) in names {
        all += 1;
        if let Some((surname, given)) = parts(name) {
            number += 1;
            first = first.or(Some((row, name, surname, given)));
        }
    }
    let (row, name, surname, given) = first.filter(|_| number >= FEWEST && number * 5 >= all * 4)?;
    let more = number - 1;
    Some((
        row,
        format!(
            "is {name}, with the surname first, as are {more} more: write {given} {surname}, for readers see names as they are in the table"
        ),
    ))
}

/// The surname and the given names of *Example, Ada*. More words before the comma are a whole name, with a role after it.
fn parts(name: &str) -> Option<(&str, &str)> {
    const PARTICLES: [&str; 18] = [
        "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "le", "la", "al", "el", "ben",
        "bin", "ter",
    ];
    const ENDS: [&str; 12] = ["jr", "sr", "ii", "iii", "phd", "md", "mp", "mba", "esq", "ma", "msc", "bsc"];
    let (surname, given) = name.split_once([',', '،', '，'])?;
    let (surname, given) = (surname.trim(), given.trim());
    let is_mark = |char: char| char.is_whitespace() || "-'’.".contains(char);
    let is_word = |part: &str| {
        let is_name = part.chars().all(|char| char.is_alphabetic() || is_mark(char));
        is_name && !part.is_empty()
    };
    let mut words = surname.split_whitespace().rev();
    let is_surname = words.next().is_some() && words.all(|word| PARTICLES.contains(&word.to_lowercase().as_str()));
    let is_given = given.split_whitespace().count() < 3 && !given.starts_with(char::is_lowercase);
    let is_end = ENDS.contains(&given.replace('.', "").to_lowercase().as_str());
    (is_surname && is_given && is_word(surname) && is_word(given) && !is_end).then_some((surname, given))
}

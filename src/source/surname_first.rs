//! Names with the surname first, and a comma: *Example, Ada*.

/// The first name that is written so, what it came with, and the number of such names, if nearly all are.
#[must_use]
pub fn mostly<'n, T>(names: impl Iterator<Item = (T, &'n str)>) -> Option<(T, &'n str, usize)> {
    /// Fewer may be a person and a role.
    const FEWEST: usize = 3;
    let (mut first, mut number, mut all) = (None, 0, 0);
    for (of, name) in names {
        all += 1;
        if parts(name).is_some() {
            number += 1;
            first = first.or(Some((of, name)));
        }
    }
    let (of, name) = first.filter(|_| number >= FEWEST && number * 5 >= all * 4)?;
    Some((of, name, number))
}

/// The surname and the given names, if a name is written so. More words before the comma are a whole name, with a role
/// after it.
#[must_use]
pub fn parts(name: &str) -> Option<(&str, &str)> {
    const PARTICLES: [&str; 18] = [
        "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "le", "la", "al", "el", "ben",
        "bin", "ter",
    ];
    let (surname, given) = name.split_once([',', '，', '،'])?;
    let (surname, given) = (surname.trim(), given.trim());
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let is_particle = |word: &str| is_small(word) || PARTICLES.contains(&word.to_lowercase().as_str());
    let is_word = |word: &str| word.chars().all(|char| char.is_alphabetic() || "-'’.".contains(char));
    let mut before = surname.split_whitespace().rev();
    let is_surname = before.next().is_some_and(|last| !is_small(last)) && before.all(is_particle);
    let is_given = (1..=3).contains(&given.split_whitespace().count()) && !given.split_whitespace().any(is_small);
    let are_words = surname.split_whitespace().chain(given.split_whitespace()).all(is_word);
    let is_end = is_suffix(given) || given == "MP";
    (is_surname && is_given && are_words && !is_end).then_some((surname, given))
}

/// Whether a text is what follows a name, and is nothing alone: *Jr.*, *III*, *Esq.*
#[must_use]
pub fn is_suffix(text: &str) -> bool {
    const SUFFIXES: &str = "jr sr jnr snr junior senior ii iii iv esq fils père filho neto júnior hijo мл ст \
        phd md ma mba ba bsc msc llm llb dphil edd dds mph frs";
    let word: String = text.chars().filter(|char| !matches!(char, '.' | ' ')).collect();
    let word = word.to_lowercase();
    SUFFIXES.split_whitespace().any(|suffix| suffix == word)
}

//! Finds texts that are no names.

use crate::check::links;
use crate::model::{Kind, email_in};
use crate::roll::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The fault of a text as a name. Organisations may be called 350.org and Yahoo!, persons not.
#[must_use]
pub fn fault(name: &str, kind: Option<Kind>) -> Option<String> {
    let is_person = kind == Some(Kind::Person);
    let letters = |char: char| if is_person { char.is_alphabetic() } else { char.is_alphanumeric() };
    if !name.contains(letters) {
        return Some("has no letter: write the name, or delete the row".to_string());
    }
    if is_filler(name) {
        return Some("is not a name: write the name, or delete the row".to_string());
    }
    // An e-mail address prevents publishing, and is reported elsewhere.
    if email_in(name).is_some() {
        return None;
    }
    if let Some(address) = name.split_whitespace().find(|word| links::is_address(word, is_person)) {
        return Some(format!("has the address {address}: write it into the column url"));
    }
    if let Some(message) = overlong(name, kind) {
        return Some(message);
    }
    surrounding(name, is_person)
}

/// What people type to see whether a form works, as a whole name.
const FILLERS: &str = "test, testtest, test test, test person, test name, testing, asdf, asdf asdf, asdfg, asdfgh, \
    asdfjkl, asd, asd asd, sdf, qwe, qwer, qwert, qwerty, qwertz, azerty, abc, abcd, abc abc, xyz, foo, foo bar, foobar, \
    blah, bla, bla bla, blabla, lorem ipsum, name, your name, full name, first name last name, first last, vorname nachname, \
    vor und nachname, ihr name, nom prénom, prénom nom, votre nom, nombre apellido, su nombre, nome cognome, nome sobrenome, \
    ad soyad, имя фамилия, тест, фыва, йцукен, тест тест, ім'я прізвище, اسم, اختبار, تجربة, בדיקה, 测试, 姓名, n n, nn, \
    none, null, undefined, unknown, nobody, no one, somebody, user, admin, signature, unterschrift";

/// Whether a whole name is none: *asdf*, *aaa*, *N. N.*. Names that contain such a word are names.
fn is_filler(name: &str) -> bool {
    static FILLER: LazyLock<HashSet<String>> = LazyLock::new(|| FILLERS.split(',').map(fold).collect());
    let folded = fold(name);
    let mut chars = folded.chars().filter(|char| *char != ' ');
    let first = chars.next();
    let is_repeated = folded.chars().count() > 2 && chars.all(|char| Some(char) == first) && folded.is_ascii();
    is_repeated || FILLER.contains(&folded) || is_of_tests(&folded)
}

/// A name that consists of such words alone, with an initial or a number between them: *Test M. Person*, *test user 2*.
fn is_of_tests(folded: &str) -> bool {
    const TESTS: [&str; 3] = ["test", "testing", "tester"];
    const OTHERS: [&str; 10] =
        ["person", "user", "name", "entry", "row", "signature", "eintrag", "nutzer", "essai", "prueba"];
    let is_small = |word: &str| word.chars().count() == 1 || word.chars().all(char::is_numeric);
    let mut words = folded.split(' ').filter(|word| !word.is_empty());
    let all = words.clone().all(|word| TESTS.contains(&word) || OTHERS.contains(&word) || is_small(word));
    all && words.any(|word| TESTS.contains(&word))
}

/// What stands for any name in examples: *Max Mustermann*, *Jane Doe*. A few people bear such a name.
#[must_use]
pub fn example(name: &str) -> Option<String> {
    const MADE_UP: [&str; 2] = ["mustermann", "musterfrau"];
    const SURNAMES: [&str; 2] = ["muster", "doe"];
    const FIRST: [&str; 9] = ["max", "erika", "john", "jane", "mario", "jean", "maria", "ivan", "vasya"];
    const WHOLE: [&str; 5] = ["mario rossi", "jean dupont", "vasya pupkin", "иван иванович иванов", "вася пупкин"];
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_pair =
        |first: &str, last: &str| MADE_UP.contains(&last) || (SURNAMES.contains(&last) && FIRST.contains(&first));
    let is_one = match words.as_slice() {
        [a, b] => is_pair(a, b) || is_pair(b, a),
        _ => false,
    };
    (is_one || WHOLE.contains(&folded.as_str()))
        .then(|| format!("is {name}, an example name: delete the row, unless it is a real person"))
}

/// The longest name of a person, in characters. Long names of nobility have about as many.
const LONGEST: usize = 80;

/// A name that tells somebody's life.
fn overlong(name: &str, kind: Option<Kind>) -> Option<String> {
    let length = name.chars().count();
    let commas = name.matches([',', ';', '،', '，']).count();
    let sentences = name.matches(". ").filter(|_| length > LONGEST).count();
    let is_told = match kind {
        Some(Kind::Person) => commas + sentences > 0,
        Some(Kind::Organisation) => false,
        None => commas > 2,
    };
    (length > LONGEST && is_told).then(|| {
        format!(
            "has {length} characters and more than a name: write the rest into the columns role, organisation or note"
        )
    })
}

/// A digit in a person's name, which may be a password, an age or a typing error.
#[must_use]
pub fn digit(name: &str, kind: Option<Kind>) -> Option<String> {
    let is_odd = |word: &&str| word.contains(char::is_numeric) && !word.contains(['&', '@']) && !is_ordinal(word);
    let word = name.split_whitespace().find(is_odd).filter(|_| kind == Some(Kind::Person))?;
    // A name of digits alone is reported as no name.
    name.contains(char::is_alphabetic).then(|| format!("has a digit in “{word}”: write the name alone"))
}

/// An ordinal after a name: the digits of 2nd and 3e are correct.
fn is_ordinal(word: &str) -> bool {
    let end = word.trim_start_matches(|char: char| char.is_ascii_digit());
    end.len() < word.len()
        && matches!(end.trim_end_matches(['.', ',']), "st" | "nd" | "rd" | "th" | "e" | "er" | "º" | "ª")
        && word.chars().count() < 5
}

/// Marks around a name that are not part of it. A name may begin with an apostrophe (’t Hooft) and end with a full stop
/// (Jr.) or a bracket (HART).
fn surrounding(name: &str, is_person: bool) -> Option<String> {
    let first = name.chars().next()?;
    let last = name.chars().next_back()?;
    let pairs = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('\'', '\''), ('(', ')'), ('[', ']'), ('<', '>')];
    let inner = &name[first.len_utf8()..name.len() - last.len_utf8().min(name.len() - first.len_utf8())];
    if pairs.contains(&(first, last)) && !inner.contains([first, last]) {
        return Some(format!("is between {first} and {last}: leave them out"));
    }
    let separators = [',', ';', ':', '/', '\\', '|', '_', '•', '\u{F0B7}'];
    let of_lists = ['-', '–', '—', '*', '#', '.', '+', '=', '~', '?', '!', '>', '➢'];
    let is_mark = |char: char, more: &[char]| separators.contains(&char) || is_person && more.contains(&char);
    if is_mark(first, &of_lists) {
        return Some(format!("begins with {first}: leave it out"));
    }
    let at_end: Vec<char> = of_lists.into_iter().filter(|char| *char != '.').collect();
    is_mark(last, &at_end).then(|| format!("ends with {last}: leave it out"))
}

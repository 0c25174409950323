//! What is let in, and what waits for the coordinator: pure, with the clock given.

use super::dated;
use super::key::{Key, Purpose};
use super::settings::{Moderate, Persons};
use super::signature::Words;
use crate::model::Kind;
use jiff::{SignedDuration, Timestamp};

/// Nobody reads a form and answers it in less.
const LEAST: SignedDuration = SignedDuration::from_secs(2);

/// The life of a form's token.
const LONGEST: SignedDuration = SignedDuration::from_hours(2);

/// What a form's token says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It is ours and neither too young nor too old.
    Fits,
    /// It is ours, and was given a moment ago.
    Young,
    /// It is too old, another letter's, or none of ours.
    Wrong,
}

/// A token for the form of a letter. Nothing of it is stored.
#[must_use]
pub fn token(letter: &str, key: &Key, now: Timestamp) -> String {
    dated::write(now, Purpose::Form, &[letter.as_bytes()], key)
}

/// Checks a token.
#[must_use]
pub fn check_token(text: &str, letter: &str, key: &Key, now: Timestamp) -> Form {
    let Some(given) = dated::time_of(text) else { return Form::Wrong };
    let is_ours = dated::is_ours(text, given, Purpose::Form, &[letter.as_bytes()], key);
    let age = now.duration_since(given);
    if !is_ours || age < SignedDuration::ZERO || age > LONGEST {
        Form::Wrong
    } else if age < LEAST {
        Form::Young
    } else {
        Form::Fits
    }
}

/// Why a confirmed signature waits for the coordinator; `None` if it counts at once. `persons` is how many persons count
/// already, `domain` that of the address, where it is known.
#[must_use]
pub fn hold(words: &Words, domain: Option<&str>, persons: u64, moderate: &Moderate) -> Option<&'static str> {
    if words.kind == Kind::Organisation {
        return Some("organisation");
    }
    let texts = [Some(&words.name), words.organisation.as_ref(), words.role.as_ref(), words.comment.as_ref()];
    let all = texts.into_iter().flatten().map(|text| text.to_lowercase()).collect::<Vec<_>>().join("\n");
    if moderate.words.iter().any(|word| all.contains(word)) {
        return Some("word");
    }
    let is_within = |listed: &String| {
        domain.is_some_and(|domain| {
            domain == listed || domain.strip_suffix(listed.as_str()).is_some_and(|rest| rest.ends_with('.'))
        })
    };
    if moderate.domains.iter().any(is_within) {
        return Some("domain");
    }
    if moderate.comments && words.comment.is_some() {
        return Some("comment");
    }
    if is_shouted(&words.name) || has_mixed_scripts(&words.name) {
        return Some("name");
    }
    match moderate.persons {
        Persons::First(first) if persons < first => Some("first"),
        _ => None,
    }
}

/// Whether a name of several words is in capitals alone.
fn is_shouted(name: &str) -> bool {
    let has_case = |char: &char| char.is_uppercase() || char.is_lowercase();
    let letters: Vec<char> = name.chars().filter(has_case).collect();
    letters.len() > 3 && letters.iter().all(|char| char.is_uppercase())
}

/// Whether one word of a name has letters of two scripts, as names have that imitate others.
fn has_mixed_scripts(name: &str) -> bool {
    use unicode_security::MixedScript;
    name.split_whitespace().any(|word| !word.is_single_script())
}

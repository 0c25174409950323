//! Fields as they come become a checked signature: pure.

use super::letter::{Letter, Text};
use super::signature::{Consent, Words};
use crate::model::{Field, Kind, SignForm};
use crate::signing::{Answers, Fault, Faults, check};
use crate::source::form::consent_id;

/// What came, sorted.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The answers to the form's fields.
    pub answers: Answers,
    /// The fields that came, answered or not.
    pub given: Vec<Field>,
    /// The language of the text that was read.
    pub lang: String,
    /// The partner on whose page it was.
    pub partner: Option<String>,
    /// The form's token.
    pub token: Option<String>,
    /// The widget's word for this sign-up.
    pub key: Option<String>,
    /// Whether the trap was filled in, which no person sees.
    pub trapped: bool,
}

/// A sign-up whose answers are all right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What the signatory wrote.
    pub words: Words,
    /// The address, as typed.
    pub email: String,
    /// Whether the name may be shown.
    pub shown: bool,
    /// The consent that was given.
    pub consent: Option<Consent>,
    /// The partner, if the collector knows it.
    pub partner: Option<String>,
    /// The hash of the text.
    pub text: String,
}

/// The longest word of the widget for a sign-up: 128 bits in any usual writing.
const KEY: std::ops::RangeInclusive<usize> = 16..=64;

impl Typed {
    /// Sorts fields. Unknown ones are dropped, and of several with one name the last counts.
    #[must_use]
    pub fn of(fields: &[(String, String)]) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in fields {
            let word = || Some(value.trim().to_string()).filter(|value| !value.is_empty());
            match name.as_str() {
                "lang" => typed.lang = value.trim().to_string(),
                "partner" => typed.partner = word(),
                "token" => typed.token = word(),
                "key" => typed.key = word().filter(|key| KEY.contains(&key.len())),
                "website" => typed.trapped = !value.trim().is_empty(),
                name => {
                    if let Some(field) = Field::parse(name) {
                        typed.answers.set(field, value);
                        typed.given.push(field);
                    }
                }
            }
        }
        typed
    }
}

/// Checks a sign-up for a letter.
///
/// # Errors
/// What is wrong with the answers.
pub fn accept(typed: &Typed, letter: &Letter) -> Result<Accepted, Faults> {
    let text = letter.text(&typed.lang);
    let faults = check(&text.form, &typed.answers);
    if !faults.is_empty() {
        return Err(faults);
    }
    let partners = &letter.settings.partners;
    Ok(Accepted {
        words: words(&typed.answers, text),
        email: typed.answers.get(Field::Email).unwrap_or_default().to_string(),
        shown: text.form.asks(Field::Public).is_none() || typed.answers.get(Field::Public).is_some(),
        consent: consent(&typed.answers, text),
        partner: typed.partner.clone().filter(|partner| partners.contains(partner)),
        text: text.hash.clone(),
    })
}

/// Checks words that a signatory or a coordinator changes. What did not come, or is not asked, stays.
///
/// # Errors
/// What is wrong with them.
pub fn change(typed: &Typed, old: &Words, letter: &Letter) -> Result<Words, Faults> {
    let text = letter.text(&old.lang);
    let mut answers = typed.answers.clone();
    let before = [
        (Field::Name, Some(&old.name)),
        (Field::Organisation, old.organisation.as_ref()),
        (Field::Role, old.role.as_ref()),
        (Field::Country, old.country.as_ref()),
        (Field::Comment, old.comment.as_ref()),
    ];
    let stays = |field: Field| !typed.given.contains(&field) || text.form.asks(field).is_none();
    for (field, old) in before.into_iter().filter(|(field, _)| stays(*field)) {
        answers.set(field, old.map(String::as_str).unwrap_or_default());
    }
    // Who signs stays, too.
    answers.set(Field::Kind, old.kind.as_str());
    let is_changed = |(field, _): &(Field, Fault)| before.iter().any(|(other, _)| other == field) && !stays(*field);
    let faults: Faults = check(&text.form, &answers).into_iter().filter(is_changed).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let answer = |field: Field| answers.get(field).map(ToString::to_string);
    Ok(Words {
        name: answer(Field::Name).unwrap_or_default(),
        kind: old.kind,
        organisation: answer(Field::Organisation),
        role: answer(Field::Role),
        country: answer(Field::Country),
        comment: answer(Field::Comment),
        lang: old.lang.clone(),
    })
}

fn words(answers: &Answers, text: &Text) -> Words {
    let answer = |field| answer(answers, &text.form, field);
    Words {
        name: answer(Field::Name).unwrap_or_default(),
        kind: if answers.is_organisation() { Kind::Organisation } else { Kind::Person },
        organisation: answer(Field::Organisation),
        role: answer(Field::Role),
        country: answer(Field::Country),
        comment: answer(Field::Comment),
        lang: text.lang.as_str().to_string(),
    }
}

/// The consent that the form asks for, if the box is ticked. Browsers and other programs send many words for that.
fn consent(answers: &Answers, text: &Text) -> Option<Consent> {
    let sent = answers.get(Field::Consent)?.to_string();
    let ask = text.form.asks(Field::Consent)?;
    let words = ask.text.clone().unwrap_or_default();
    let id = ask.id.clone().unwrap_or_else(|| consent_id(&words));
    Some(Consent { id, lang: text.lang.as_str().to_string(), text: words, sent })
}

/// The answer to a field that the form asks.
fn answer(answers: &Answers, form: &SignForm, field: Field) -> Option<String> {
    form.asks(field)?;
    answers.get(field).map(ToString::to_string)
}

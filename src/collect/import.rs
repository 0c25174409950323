//! Takes signatures from the table of another system that confirmed them.

use super::address::Canonical;
use super::backup::signature;
use super::key::Key;
use super::letter::Letter;
use super::signature::{Id, Signature};
use super::store::{Filter, Store};
use crate::model::{Field, Kind};
use crate::signing::{Answers, check};
use crate::source::rows::likeness;
use crate::source::sheet::Sheet;
use anyhow::{Context, Result};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// What became of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many were taken; of a trial, how many would be.
    pub taken: u64,
    /// How many the collector has already.
    pub known: u64,
    /// Those that were left out: the line and the reason.
    pub left_out: Vec<(usize, String)>,
}

/// Takes the rows of a table with the columns of `signatories.csv` and, to recognise who signs again, `email`.
///
/// # Errors
/// If the table can't be read, or the store can't be written.
pub async fn import<S: Store>(
    store: &S,
    letter: &Letter,
    (file, key): (&Path, &Key),
    trial: bool,
    now: Timestamp,
) -> Result<Imported> {
    let shown = || format!("can't read {}", file.display());
    let bytes = crate::files::regular::read(file, crate::files::regular::TABLE).with_context(shown)?;
    let sheet = Sheet::open(&bytes).with_context(shown)?;
    let delimiter = crate::source::layout::delimiter(&sheet);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter.byte()).from_reader(&*sheet.bytes);
    let mut done = Imported::default();
    let (mut new, mut marks) = (Vec::new(), HashSet::new());
    // A row with neither an id nor an address is known by its words, as often as they are there.
    let mut there: HashMap<Vec<String>, usize> = HashMap::new();
    for signature in store.select(&letter.id, &Filter::default()).await?.iter().filter(|one| one.mark.is_none()) {
        *there.entry(words(signature)).or_default() += 1;
    }
    for row in reader.deserialize() {
        let mut row: HashMap<String, String> = row.with_context(shown)?;
        let line = usize::try_from(done.taken + done.known).unwrap_or_default() + done.left_out.len() + 2;
        let has_id = row.get("id").and_then(|id| Id::parse(id)).is_some();
        match read(&mut row, letter, key, now) {
            Err(reason) => done.left_out.push((line, reason)),
            Ok(signature) => {
                let is_known = match signature.mark {
                    Some(mark) => !marks.insert(mark) || !store.of_mark(&letter.id, mark).await?.is_empty(),
                    None if has_id => store.of_id(&signature.id).await?.is_some(),
                    None => match there.get_mut(&words(&signature)) {
                        Some(left) if *left > 0 => {
                            *left -= 1;
                            true
                        }
                        _ => false,
                    },
                };
                if is_known {
                    done.known += 1;
                } else {
                    done.taken += 1;
                    new.push(signature);
                }
            }
        }
    }
    if !trial {
        done.taken = store.adopt(new).await?;
    }
    Ok(done)
}

/// What a signature without a mark is known by.
fn words(signature: &Signature) -> Vec<String> {
    let Signature { words, .. } = signature;
    let texts = [Some(words.published_name()), words.organisation.as_deref(), words.role.as_deref()];
    let texts = texts.into_iter().map(|text| likeness(text.unwrap_or_default()));
    texts.chain([words.kind.as_str().to_string()]).collect()
}

/// A row as a signature.
fn read(row: &mut HashMap<String, String>, letter: &Letter, key: &Key, now: Timestamp) -> Result<Signature, String> {
    let id =
        row.get("id").and_then(|id| Id::parse(id)).map_or_else(Id::random, Ok).map_err(|error| error.to_string())?;
    row.insert("id".to_string(), id.to_string());
    let Some(mut signature) = signature(row, &letter.id, now) else { return Err("has no name".to_string()) };
    let text = letter.text(&signature.words.lang);
    signature.words.lang = text.lang.as_str().to_string();
    if signature.text.is_empty() {
        signature.text.clone_from(&text.hash);
    }
    let mut answers = Answers::new();
    answers.set(Field::Name, &signature.words.name);
    let texts = [(Field::Organisation, &signature.words.organisation), (Field::Role, &signature.words.role)];
    for (field, text) in texts.into_iter().chain([(Field::Comment, &signature.words.comment)]) {
        answers.set(field, text.as_deref().unwrap_or_default());
    }
    if signature.words.kind == Kind::Organisation {
        answers.set(Field::Kind, "organisation");
    }
    let asked = [Field::Name, Field::Organisation, Field::Role, Field::Comment];
    if let Some((field, fault)) = check(&text.form, &answers).into_iter().find(|(field, _)| asked.contains(field)) {
        return Err(format!("{} is not as the form takes it ({})", field.as_str(), fault.as_str()));
    }
    // As the form would have tidied them.
    let tidied = |field| answers.get(field).map(ToString::to_string);
    signature.words.name = tidied(Field::Name).unwrap_or_default();
    signature.words.organisation = tidied(Field::Organisation);
    signature.words.role = tidied(Field::Role);
    signature.words.comment = tidied(Field::Comment);
    if let Some(email) = row.get("email").filter(|email| !email.trim().is_empty()) {
        let Some(canonical) = Canonical::of(email) else { return Err("email is not an address".to_string()) };
        signature.mark = Some(canonical.mark(&letter.id, key));
        signature.domain = Some(canonical.domain_mark(&letter.id, key));
    }
    Ok(signature)
}

//! `collect edit`: a correction by the coordinator.

use super::{Desk, who};
use anyhow::{Context, Result, bail};
use clap::Args;
use jiff::Timestamp;
use open_letter::collect::accept::{Typed, change};
use open_letter::collect::signature::Id;
use open_letter::collect::state::Act;
use open_letter::collect::store::{Outcome, Store};
use open_letter::model::Field;

/// What is corrected.
#[derive(Args)]
pub struct Edit {
    /// The letter's id
    letter: String,
    /// The signature's id: c-…
    id: String,
    /// What changes: name="Anna Berg" role= organisation=… country=… comment=…
    #[arg(required = true, value_name = "FIELD=TEXT")]
    fields: Vec<String>,
}

/// Corrects a signature.
pub async fn run(desk: &Desk, Edit { letter, id, fields }: Edit) -> Result<()> {
    let known = desk.letter(&letter)?;
    let store = desk.store().await?;
    let parsed = Id::parse(&id);
    let id = parsed.with_context(|| format!("{id} is not the id of a collected signature: they begin with c-"))?;
    let found = store.of_id(&id).await?.filter(|signature| signature.letter == letter);
    let signature = found.with_context(|| format!("{letter} has no signature {id}"))?;
    let mut pairs = Vec::new();
    for field in &fields {
        let (name, text) = field.split_once('=').with_context(|| format!("write “{field}” as field=text"))?;
        if !["name", "role", "organisation", "country", "comment"].contains(&name) {
            bail!("there is no field {name}: write name, role, organisation, country or comment");
        }
        let is_asked = |(field, _): &(Field, &str)| known.text(&signature.words.lang).form.asks(*field).is_some();
        if !Field::ALL.iter().filter(|(_, known)| *known == name).any(is_asked) {
            bail!("the form of {letter} does not ask for {name}: add it to ask in letter.md first");
        }
        pairs.push((name.to_string(), text.to_string()));
    }
    let words = match change(&Typed::of(&pairs), &signature.words, &known) {
        Ok(words) => words,
        Err(faults) => {
            let list: Vec<String> =
                faults.iter().map(|(field, fault)| format!("{} ({})", field.as_str(), fault.as_str())).collect();
            bail!("the form would not take this: {}", list.join(", "))
        }
    };
    match store.act(&id, Act::Edit(Box::new(words)), &who(), Timestamp::now()).await? {
        Outcome::Done(signature) => say!(stdout, "{id} is {} now", signature.words.published_name()),
        _ => bail!("{id} is {}, and can't be corrected", signature.state.name()),
    }
    store.close().await;
    Ok(())
}

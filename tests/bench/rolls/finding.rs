//! Finding a name while typing it.

use super::LONGEST;
use super::stage::Stage;
use crate::device::Network;
use crate::figure::{Figure, Unit};
use crate::published;
use crate::requests::{self, Request};
use crate::runs::Runs;
use anyhow::{Context, Result};
use open_letter::roll::Query;
use serde::Deserialize;
use serde_json::json;
use std::collections::HashSet;

/// Visits for each search with a cold cache.
const ROUNDS: usize = 3;

/// Words that occur in many names.
const COMMON: [(&str, &str); 2] = [("a common name", "Maria"), ("two common words", "Maria Mar")];

/// The names come from after this row.
const SKIPPED: usize = 50_000;

/// The result of typing.
#[derive(Deserialize)]
struct Typed {
    /// From the keystroke until the frame that follows the one drawing the result, in milliseconds.
    time: f64,
    longest_task: f64,
    status: String,
    requests: Vec<Request>,
}

/// Types names key by key, then searches with a cold cache.
pub async fn figures(stage: &mut Stage) -> Result<(Vec<Figure>, Vec<String>)> {
    let names = names()?;
    let mut figures = keystrokes(stage, &names).await?;
    let mut notes = Vec::new();
    let rare = names.first().and_then(|name| name.split(' ').next_back()).context("there is no name")?;
    for (what, typed) in [("a rare name", rare)].into_iter().chain(COMMON) {
        let (of_search, note) = cold(stage, what, typed).await?;
        figures.extend(of_search);
        notes.push(note);
    }
    Ok((figures, notes))
}

/// Each name is typed in its own page: the first key starts with a cold cache, the others with what earlier keys
/// loaded.
async fn keystrokes(stage: &mut Stage, names: &[String]) -> Result<Vec<Figure>> {
    let (mut first, mut further) = (Vec::new(), Vec::new());
    for name in names {
        let reader = stage.open(LONGEST, Network::Local).await?;
        for (at, typed) in as_typed(name).into_iter().enumerate() {
            let keys = if at == 0 { &mut first } else { &mut further };
            keys.push(reader.does(&format!("type({})", json!(typed))).await?);
        }
        reader.leave().await?;
    }
    let scripts = names.len();
    let mut figures = Vec::new();
    for (which, keys) in [("first", &first), ("further", &further)] {
        let figure = |what: &str, unit, of: fn(&Typed) -> f64| {
            let name = format!("{which} keystroke ({} of {scripts} names): {what}", keys.len());
            Figure::new(name, unit, Runs::new(keys.iter().map(of)))
        };
        figures.push(figure("result on screen", Unit::Milliseconds, |typed| typed.time).within(100.0));
        figures.push(figure("longest task", Unit::LongestTask, |typed| typed.longest_task).within(50.0));
    }
    Ok(figures)
}

/// A search with a cold cache, on the phone's network.
async fn cold(stage: &mut Stage, what: &str, typed: &str) -> Result<(Vec<Figure>, String)> {
    let mut searches: Vec<Typed> = Vec::new();
    for _ in 0..ROUNDS {
        let reader = stage.open(LONGEST, Network::Phone).await?;
        searches.push(reader.does(&format!("type({})", json!(typed))).await?);
        reader.leave().await?;
    }
    let figure = |of_what: &str, unit, of: fn(&Typed) -> f64| {
        Figure::new(format!("finding {what}: {of_what}"), unit, Runs::new(searches.iter().map(of)))
    };
    let figures = vec![
        figure("on the phone's network, result on screen", Unit::Milliseconds, |typed| typed.time),
        figure("requests", Unit::Count, |typed| typed.requests.iter().map(|_| 1.0).sum()),
        figure("bytes", Unit::Bytes, |typed| sizes(&typed.requests)),
    ];
    let Typed { status, requests, .. } = &searches[0];
    Ok((figures, format!("requests of {what}, {typed}; {status}:\n{}", requests::table(requests))))
}

#[expect(clippy::cast_precision_loss, reason = "some kilobytes")]
fn sizes(requests: &[Request]) -> f64 {
    requests.iter().map(|request| request.bytes as f64).sum()
}

/// The typed text after each key that changes the query.
fn as_typed(name: &str) -> Vec<&str> {
    let mut last = Query::default();
    let ends = name.char_indices().map(|(at, char)| at + char.len_utf8());
    let changes = |typed: &&str| {
        let query = Query::new(typed);
        let changes = query != last;
        last = query;
        changes
    };
    ends.map(|end| &name[..end]).filter(changes).collect()
}

/// One person's name from each country, and so in each script.
fn names() -> Result<Vec<String>> {
    let table = published::table(LONGEST);
    let mut countries = HashSet::new();
    let mut names = Vec::new();
    for record in csv::Reader::from_reader(table.as_bytes()).records().skip(SKIPPED) {
        let record = record?;
        let (name, kind, country) = (&record[1], &record[2], &record[5]);
        if kind == "person" && name.chars().count() < 30 && countries.insert(country.to_string()) {
            names.push(name.to_string());
        }
    }
    Ok(names)
}

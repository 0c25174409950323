//! The time until a letter is on a phone's screen, compared with a widget written by hand in JavaScript.
//!
//! It is measured over HTTP/1.1, with the network that the browser emulates, with and without a warm cache; and over TLS
//! with HTTP/2, with connections that are really slow (`line.rs`).

mod stage;

use crate::bench::Report;
use crate::device::{CPU_SLOWDOWN, DOWN_KBIT_PER_S, LATENCY_MS};
use crate::figure::{Figure, Unit};
use crate::requests::steps;
use crate::visit::Visit;
use crate::visits::{Visits, each, ratios, try_each, try_ratios};
use crate::{plain, requests};
use anyhow::{Context, Result};
use stage::{Stage, Transport};

/// Visits to each page.
const ROUNDS: usize = 9;

/// The engine of the first release was at work when its letter was on screen: 1.62 times as late as the plain widget.
/// Now the engine may take 1.5 times as long as that.
const ENGINE: f64 = 1.5 * 1.62;

/// Visits the pages and compares.
pub async fn measure() -> Result<Report> {
    let mut stage = Stage::start(Transport::Http1).await?;
    let visits = stage.visits(ROUNDS).await?;
    let warm = stage.visits_again(ROUNDS).await?;
    drop(stage);
    let secure = Stage::start(Transport::TlsHttp2).await?.visits(ROUNDS).await?;
    let mut figures = figures(&visits)?;
    figures.extend(comparison("with the files in the cache, ", &warm, None)?);
    figures.extend(comparison("TLS and HTTP/2, ", &secure, Some(1.10))?);
    figures.extend(readable("TLS and HTTP/2, ", &secure)?);
    let mut notes = vec![
        format!(
            "requests of the one tag until the letter is on screen:\n{}",
            requests::table(&visits.one_tag[0].requests)
        ),
        format!("requests of the plain widget:\n{}", requests::table(&visits.plain[0].requests)),
        format!("requests of the one tag over TLS and HTTP/2:\n{}", requests::table(&secure.one_tag[0].requests)),
    ];
    notes.extend(plain::difference(&visits.one_tag[0].outline, &visits.plain[0].outline));
    let title = format!(
        "processor {CPU_SLOWDOWN} times slower, {DOWN_KBIT_PER_S} kbit/s, {LATENCY_MS} ms, nothing cached; {ROUNDS} visits"
    );
    Ok(Report { title, figures, notes })
}

/// The figures, with the budgets of the design document.
fn figures(visits: &Visits) -> Result<Vec<Figure>> {
    let Visits { one_tag, plain, .. } = visits;
    let count = |name: &str, runs| Figure::new(name, Unit::Count, runs);
    let shift = |name: &str, runs| Figure::new(name, Unit::Shift, runs);
    let mut figures = comparison("", visits, Some(1.05))?;
    figures.extend([
        Figure::new(
            "  since the script was asked for, one tag / plain widget",
            Unit::Times,
            ratios(one_tag, plain, Visit::letter_since_script),
        )
        .within(1.05),
        Figure::new(
            "engine at work / the plain widget's letter",
            Unit::Times,
            try_ratios(one_tag, plain, Visit::engine, Visit::letter)?,
        )
        .within(ENGINE),
        count("one tag: requests, each waiting for the last", each(one_tag, |visit| steps(visit.awaited())))
            .within(2.0),
        shift("one tag: layout shift, the script's own arrival left out", each(one_tag, Visit::shift_in_place))
            .within(0.02),
        shift("  with it", each(one_tag, Visit::shift)),
        shift("plain widget: layout shift", each(plain, Visit::shift)),
    ]);
    figures.extend(readable("", visits)?);
    for (name, visits) in visits.with_text() {
        figures.push(count(&format!("{name}: frames without either"), each(visits, |visit| visit.blank)).within(0.0));
        let limit = if name == "published page" { 0.0 } else { 0.1 };
        figures.push(shift(&format!("{name}: layout shift"), each(visits, Visit::shift)).within(limit));
    }
    let without_text = [("one tag", one_tag.as_slice()), ("plain widget", plain)];
    for (name, visits) in without_text.into_iter().chain(visits.with_text()) {
        let task = |what: &str, of: fn(&Visit) -> f64| {
            Figure::new(format!("{name}: longest task {what}"), Unit::LongestTask, each(visits, of))
        };
        let (showing, taking_over) = (
            task("until it can be read", Visit::longest_task_showing),
            task("after that", Visit::longest_task_taking_over),
        );
        figures.extend(if name == "plain widget" {
            [showing, taking_over]
        } else {
            [showing.within_then(75.0, 50.0), taking_over.within_then(100.0, 50.0)]
        });
    }
    Ok(figures)
}

/// The letter by the one tag and by the plain widget.
fn comparison(how: &str, Visits { one_tag, plain, .. }: &Visits, limit: Option<f64>) -> Result<Vec<Figure>> {
    let ms = |name: &str, runs| Figure::new(format!("{how}{name}"), Unit::Milliseconds, runs);
    let times = Figure::new("  one tag / plain widget", Unit::Times, ratios(one_tag, plain, Visit::letter));
    Ok(vec![
        ms("one tag: letter on screen", each(one_tag, Visit::letter)),
        ms("plain widget: letter on screen", each(plain, Visit::letter)),
        match limit {
            Some(limit) => times.within(limit),
            None => times,
        },
        ms("one tag: engine at work", try_each(one_tag, Visit::engine)?),
    ])
}

/// The pages that have the text from the beginning.
fn readable(how: &str, visits: &Visits) -> Result<Vec<Figure>> {
    let text =
        |visit: &Visit| visit.shown.text.context("the text that was there before the letter was never on screen");
    let mut figures = Vec::new();
    for (name, visits) in visits.with_text() {
        let ms = |what: &str, runs| Figure::new(format!("{how}{name}{what}"), Unit::Milliseconds, runs);
        figures.extend([
            ms(": text on screen", try_each(visits, text)?),
            ms(": after the page's own first text", try_each(visits, |visit| Ok(text(visit)? - visit.shown.page))?)
                .within(0.0),
            ms(": engine at work", try_each(visits, Visit::engine)?),
        ]);
    }
    Ok(figures)
}

//! The time until a letter is on a phone's screen, compared with a widget written by hand in JavaScript.

use crate::bench::Report;
use crate::device::{CPU_SLOWDOWN, DOWN_KBIT_PER_S, LATENCY_MS};
use crate::engines::Engine;
use crate::figure::{Figure, Unit};
use crate::forms::{Form, LETTER};
use crate::requests::steps;
use crate::servers::{self, Host};
use crate::visit::{Visit, visit};
use crate::visits::{Visits, each, ratios, try_each};
use crate::{plain, requests, site};
use anyhow::{Context, Result};

/// Visits to each page.
const ROUNDS: usize = 9;

/// Visits the pages and compares.
pub async fn measure() -> Result<Report> {
    let visits = visits().await?;
    let mut notes = vec![
        format!(
            "requests of the one tag until the letter is on screen:\n{}",
            requests::table(&visits.one_tag[0].requests)
        ),
        format!("requests of the plain widget:\n{}", requests::table(&visits.plain[0].requests)),
    ];
    notes.extend(plain::difference(&visits.one_tag[0].outline, &visits.plain[0].outline));
    let title = format!(
        "processor {CPU_SLOWDOWN} times slower, {DOWN_KBIT_PER_S} kbit/s, {LATENCY_MS} ms, nothing cached; {ROUNDS} visits"
    );
    Ok(Report { title, figures: figures(&visits)?, notes })
}

/// The pages take turns, so that other load on the machine affects all alike.
async fn visits() -> Result<Visits> {
    let site = site::folder();
    let plain = plain::folder()?;
    let files = servers::files(&site, "/plain", plain.path()).await?;
    let page = |form: Form| Ok((form.name(), form.page(&files.origin, &site, LETTER)?));
    let mut host = Host::start(Form::ALL.into_iter().map(page).collect::<Result<_>>()?).await?;
    let browser = Engine::Chromium.start().await?;
    let mut visits = Visits::default();
    // The first visits start with a cold browser, so they don't count.
    for form in Form::ALL {
        visit(&browser.client, &mut host, form.name()).await?;
    }
    for _ in 0..ROUNDS {
        visits.one_tag.push(visit(&browser.client, &mut host, Form::OneTag.name()).await?);
        visits.plain.push(visit(&browser.client, &mut host, Form::Plain.name()).await?);
        visits.element.push(visit(&browser.client, &mut host, Form::Element.name()).await?);
        visits.page.push(visit(&browser.client, &mut host, Form::Page.name()).await?);
    }
    Ok(visits)
}

/// The figures, with the budgets of the design document.
fn figures(visits: &Visits) -> Result<Vec<Figure>> {
    let Visits { one_tag, plain, element, page } = visits;
    let ms = |name, runs| Figure::new(name, Unit::Milliseconds, runs);
    let times = |runs| Figure::new("  one tag / plain widget", Unit::Times, runs).within_then(1.5, 1.25);
    let count = |name, runs| Figure::new(name, Unit::Count, runs);
    let task = |name, visits: &[_]| Figure::new(name, Unit::LongestTask, each(visits, |visit| visit.longest_task));
    let shift = |name, visits: &[_]| Figure::new(name, Unit::Shift, each(visits, |visit| visit.shift));
    let text =
        |visit: &Visit| visit.shown.text.context("the text that was there before the letter was never on screen");
    Ok(vec![
        ms("one tag: letter on screen", each(one_tag, Visit::letter)),
        ms("plain widget: letter on screen", each(plain, Visit::letter)),
        times(ratios(one_tag, plain, Visit::letter)),
        ms("one tag: letter on screen, since its script was asked for", each(one_tag, Visit::letter_since_script)),
        ms("plain widget: letter on screen, since its script was asked for", each(plain, Visit::letter_since_script)),
        times(ratios(one_tag, plain, Visit::letter_since_script)),
        count("one tag: requests, each waiting for the last", each(one_tag, |visit| steps(visit.awaited())))
            .within(2.0),
        task("one tag: longest task", one_tag).within(50.0),
        task("plain widget: longest task", plain),
        shift("one tag: layout shift", one_tag).within(0.02),
        shift("plain widget: layout shift", plain),
        ms("text in the element: on screen", try_each(element, text)?),
        ms("  after the page's own first text", try_each(element, |visit| Ok(text(visit)? - visit.shown.page))?)
            .within(0.0),
        ms("  replaced by the letter", each(element, Visit::letter)),
        count("  frames without either", each(element, |visit| visit.blank)).within(0.0),
        task("  longest task", element).within(50.0),
        shift("  layout shift", element).within(0.1),
        ms("published page: text on screen", try_each(page, text)?),
        ms("  taken over by the letter", each(page, Visit::letter)),
        count("  frames without either", each(page, |visit| visit.blank)).within(0.0),
        task("  longest task", page).within(50.0),
        shift("  layout shift", page).within(0.02),
    ])
}

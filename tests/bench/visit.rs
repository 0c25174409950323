//! One visit to a page, by a first-time reader.

use crate::device::{self, Network};
use crate::requests::Request;
use crate::servers::Host;
use anyhow::{Context, Result};
use fantoccini::Client;
use fantoccini::wd::WindowHandle;
use serde::Deserialize;
use std::time::Duration;

/// How long a page may take. A good one takes three seconds.
const PATIENCE: Duration = Duration::from_mins(1);

/// The measurements of `probe.js`; times in milliseconds since the start of the navigation.
#[derive(Deserialize)]
pub struct Visit {
    pub shown: Shown,
    /// When the form's script was requested.
    pub script: f64,
    /// The requests that began before the letter was on screen.
    pub requests: Vec<Request>,
    /// Frames without the text inside the element, between its first appearance and the letter's.
    pub blank: f64,
    /// The tasks of 50 ms and more until one second after the engine was at work: the start and duration of each.
    pub tasks: Vec<(f64, f64)>,
    /// The layout shifts until then: the time and score of each.
    pub shifts: Vec<(f64, f64)>,
    /// The elements of the letter with their texts, one per line.
    pub outline: Vec<String>,
}

/// When something was on screen.
#[derive(Deserialize)]
pub struct Shown {
    /// The page itself.
    pub page: f64,
    /// The place of the letter, with or without its text.
    pub place: f64,
    /// The text inside the element, if any.
    pub text: Option<f64>,
    /// The letter.
    pub letter: f64,
    /// The engine at work: `open-letter-ready`. The plain widget has none.
    pub engine: Option<f64>,
}

impl Visit {
    /// When the letter was on screen.
    pub fn letter(&self) -> f64 {
        self.shown.letter
    }

    /// The time until counts are followed and controls work.
    pub fn engine(&self) -> Result<f64> {
        self.shown.engine.context("the engine never began to work")
    }

    /// When the reader could begin to read.
    fn readable(&self) -> f64 {
        self.shown.text.unwrap_or(self.shown.letter)
    }

    /// The longest task; 0 if the browser reported none.
    pub fn longest_task(&self) -> f64 {
        longest(&self.tasks)
    }

    /// The longest task until the reader could read.
    pub fn longest_task_showing(&self) -> f64 {
        longest(self.tasks.iter().filter(|(start, _)| *start < self.readable()))
    }

    /// The longest task after that, in which the engine takes over.
    pub fn longest_task_taking_over(&self) -> f64 {
        longest(self.tasks.iter().filter(|(start, _)| *start >= self.readable()))
    }

    /// The sum of all layout shifts.
    pub fn shift(&self) -> f64 {
        total(&self.shifts)
    }

    /// The sum of the layout shifts after the letter's place was on screen.
    pub fn shift_in_place(&self) -> f64 {
        total(self.shifts.iter().filter(|(time, _)| *time > self.shown.place))
    }

    /// The requests that the letter waited for.
    pub fn awaited(&self) -> impl Iterator<Item = &Request> {
        self.requests.iter().filter(|request| request.end <= self.shown.letter)
    }

    /// The time until the letter was on screen, without the page's own: counted from the request of the form's script.
    pub fn letter_since_script(&self) -> f64 {
        self.shown.letter - self.script
    }
}

fn longest<'t>(tasks: impl IntoIterator<Item = &'t (f64, f64)>) -> f64 {
    tasks.into_iter().map(|(_, duration)| *duration).fold(0.0, f64::max)
}

fn total<'s>(shifts: impl IntoIterator<Item = &'s (f64, f64)>) -> f64 {
    shifts.into_iter().fold(0.0, |sum, (_, score)| sum + score)
}

/// Opens the page on the phone in a new window, and closes it after the report.
pub async fn visit(client: &Client, host: &mut Host, page: &str, network: Network) -> Result<Visit> {
    let before = open_window(client).await?;
    device::emulate(client, network).await?;
    let visit = arrive(client, host, page).await?;
    close_window(client, before).await?;
    Ok(visit)
}

/// Opens the page a second time, with the files of the first visit in the browser's cache.
pub async fn visit_again(client: &Client, host: &mut Host, page: &str, network: Network) -> Result<Visit> {
    let before = open_window(client).await?;
    device::emulate(client, network).await?;
    device::use_cache(client).await?;
    arrive(client, host, page).await?;
    let visit = arrive(client, host, page).await?;
    close_window(client, before).await?;
    Ok(visit)
}

/// Opens the page in this window, and waits for its report.
pub async fn arrive(client: &Client, host: &mut Host, page: &str) -> Result<Visit> {
    client.goto(&format!("{}/{page}", host.origin)).await?;
    let report = host.report(PATIENCE).await.with_context(|| format!("no letter shows on the page {page}"))?;
    serde_json::from_str(&report).with_context(|| format!("the page reports what was not asked for: {report}"))
}

/// Opens a window, in a process that has run no script yet. Returns the previous window.
pub async fn open_window(client: &Client) -> Result<WindowHandle> {
    let before = client.window().await?;
    let window = client.new_window(false).await?.handle;
    client.switch_to_window(window).await?;
    Ok(before)
}

/// Closes the window, and returns to the previous one.
pub async fn close_window(client: &Client, before: WindowHandle) -> Result<()> {
    client.close_window().await?;
    Ok(client.switch_to_window(before).await?)
}

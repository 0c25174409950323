//! One visit to a page, by a first-time reader.

use crate::device;
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
    /// The longest task until one second after the letter was on screen; 0 if the browser reported none.
    pub longest_task: f64,
    /// The sum of all layout shifts until then.
    pub shift: f64,
    /// The elements of the letter with their texts, one per line.
    pub outline: Vec<String>,
}

/// When something was on screen.
#[derive(Deserialize)]
pub struct Shown {
    /// The page itself.
    pub page: f64,
    /// The text inside the element, if any.
    pub text: Option<f64>,
    /// The letter.
    pub letter: f64,
}

impl Visit {
    /// When the letter was on screen.
    pub fn letter(&self) -> f64 {
        self.shown.letter
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

/// Opens the page on the emulated phone in a new window, and closes it after the report.
pub async fn visit(client: &Client, host: &mut Host, page: &str) -> Result<Visit> {
    let before = open_window(client).await?;
    device::emulate(client).await?;
    let visit = arrive(client, host, page).await?;
    close_window(client, before).await?;
    Ok(visit)
}

/// Opens the page in this window, and waits for its report.
pub async fn arrive(client: &Client, host: &mut Host, page: &str) -> Result<Visit> {
    client.goto(&format!("{}/{page}", host.server.origin)).await?;
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

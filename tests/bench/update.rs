//! The cost to the page of a changed count: the number, the latest names, the letter fetched again for its names, and,
//! for a reader of a long roll, the roll's files.

use crate::bench::Report;
use crate::engines::Engine;
use crate::figure::{Figure, Unit};
use crate::metrics::metrics;
use crate::runs::Runs;
use crate::servers::{self, Host};
use crate::{cdp, device, published, site};
use anyhow::{Context, Result};
use fantoccini::Client;
use serde_json::json;
use std::time::Duration;

/// The measured cases: the number of signatories, and whether the reader scrolls in the roll.
const READERS: [(usize, bool); 3] = [(22, false), (100_000, false), (100_000, true)];
const UPDATES: usize = 15;
const PATIENCE: Duration = Duration::from_secs(30);

/// The roll is far below the count, so only readers who scroll there see it. The page fetches names at most every ten
/// seconds, so its clock is advanced further between signatures.
const PAGE: &str = "<!doctype html><title>Updates</title>
    <script>const now = Date.now; let later = 0; Date.now = () => now() + later;</script>
    <script async src=\"{files}/open-letter.js\"></script>
    <open-letter src=\"{files}/rolls{letter}\" refresh=\"off\" show=\"title body count\"></open-letter>
    <div style=\"block-size: 9000px\"></div>
    <open-letter src=\"{files}/rolls{letter}\" refresh=\"off\" show=\"roll\"></open-letter>";
const ROLL: &str = "document.querySelectorAll('open-letter')[1].shadowRoot";

/// Adds signatures one after the other.
pub async fn measure() -> Result<Report> {
    let browser = Engine::Chromium.start().await?;
    let files = servers::files(&site::folder(), "/rolls", &published::site()).await?;
    let mut figures = Vec::new();
    for (signatories, reads) in READERS {
        // One letter each: the browser caches letters for some minutes.
        let id = format!("update-{signatories}{}", if reads { "-read" } else { "" });
        let page = PAGE.replace("{letter}", &publish(&id, signatories)).replace("{files}", &files.origin);
        let host = Host::start(vec![("page", page)]).await?;
        let work = updates(&browser.client, &host, &id, signatories, reads).await?;
        let reader = if reads { ", the roll read on" } else { "" };
        let mut figure = |name: &str, of: fn(&Work) -> f64| {
            let name = format!("{signatories} signatories{reader}, one more: {name}");
            figures.push(Figure::new(name, Unit::Milliseconds, Runs::new(work.iter().map(of))));
        };
        figure("script", |work| work.script);
        figure("style and layout of a second", |work| work.drawing);
    }
    let title = format!("time of the main thread, processor {} times slower; {UPDATES} updates", device::CPU_SLOWDOWN);
    Ok(Report { title, figures, notes: Vec::new() })
}

/// Publishes a letter with this many signatories, and returns the path of its `letter.json`, which holds the whole roll
/// or its beginning.
fn publish(id: &str, signatories: usize) -> String {
    published::publish(id, &published::table(signatories))
}

async fn updates(client: &Client, host: &Host, id: &str, signatories: usize, reads: bool) -> Result<Vec<Work>> {
    client.goto(&format!("{}/page", host.server.origin)).await?;
    until(client, &format!("document.querySelector('open-letter').count === {signatories}")).await?;
    if reads {
        client.execute("scrollTo(0, document.documentElement.scrollHeight)", Vec::new()).await?;
        until(client, &format!("{ROLL}.querySelectorAll('.sheet > li').length >= 64")).await?;
    }
    cdp::send(client, "Emulation.setCPUThrottlingRate", json!({ "rate": device::CPU_SLOWDOWN })).await?;
    let mut done = Vec::new();
    for update in 1..=UPDATES {
        publish(id, signatories + update);
        let before = work(client).await?;
        client.execute("later += 11000; document.querySelector('open-letter').update()", Vec::new()).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let after = work(client).await?;
        done.push(Work { script: after.script - before.script, drawing: after.drawing - before.drawing });
        until(client, &format!("document.querySelector('open-letter').count === {}", signatories + update)).await?;
    }
    cdp::send(client, "Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    Ok(done)
}

async fn until(client: &Client, claim: &str) -> Result<()> {
    let asking = async {
        while client.execute(&format!("return {claim}"), Vec::new()).await.ok() != Some(json!(true)) {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(PATIENCE, asking).await.with_context(|| format!("not so after {PATIENCE:?}: {claim}"))
}

/// The main thread's work, in milliseconds.
struct Work {
    script: f64,
    /// Style and layout, including the frames of the moving bar.
    drawing: f64,
}

async fn work(client: &Client) -> Result<Work> {
    let names = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];
    let [script, style, layout] = metrics(client, names).await?;
    Ok(Work { script: script * 1000.0, drawing: (style + layout) * 1000.0 })
}

//! The memory of a page after four thousand letters were mounted and removed: no more than after one thousand.

use crate::bench::Report;
use crate::engines::Engine;
use crate::figure::{Figure, Unit};
use crate::metrics::metrics;
use crate::runs::Runs;
use crate::{cdp, servers, site};
use anyhow::{Context, Result};
use axum::Router;
use axum::response::Html;
use axum::routing::get;
use open_letter::serve::router;
use serde_json::{Value, json};
use std::time::Duration;

/// The numbers of letters at which memory is measured. The first letters fill shared caches and make the browser
/// compile the code.
const MOUNTS: [usize; 2] = [1_000, 4_000];

const PAGE: &str = "<!doctype html><title>Mounts</title><script src=\"/open-letter.js\"></script><script>
    const one = () => new Promise((resolve) => {
      const made = document.createElement('open-letter');
      made.src = '/letters/canada-artsakh-2023/letter.json';
      made.addEventListener('open-letter-ready', () => { made.remove(); setTimeout(resolve); });
      document.body.append(made);
    });
    const many = async (times) => { for (let time = 0; time < times; time++) await one(); };
    </script>";

/// Mounts and removes letters on one page.
pub async fn measure() -> Result<Report> {
    let browser = Engine::Chromium.start().await?;
    let page = Router::new().route("/page", get(Html(PAGE)));
    let server = servers::serve(router(&site::folder()).merge(page)).await?;
    browser.client.goto(&format!("{}/page", server.origin)).await?;
    // The page may still be loading.
    while cdp::evaluate(&browser.client, "typeof many").await? != "function" {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let mut held = Vec::new();
    let mut done = 0;
    for mounts in MOUNTS {
        cdp::evaluate(&browser.client, &format!("many({})", mounts - done)).await?;
        done = mounts;
        held.push(held_by(&browser.client).await?);
    }
    let mut figures = Vec::new();
    for (index, (what, unit)) in
        [("objects", Unit::Bytes), ("nodes", Unit::Count), ("listeners", Unit::Count)].into_iter().enumerate()
    {
        for (held, mounts) in held.iter().zip(MOUNTS) {
            figures.push(Figure::new(
                format!("{what}, {mounts} letters come and gone"),
                unit,
                Runs::new([held[index]]),
            ));
        }
        let growth = held[1][index] / held[0][index];
        figures.push(
            Figure::new(format!("  {} / {}", MOUNTS[1], MOUNTS[0]), Unit::Times, Runs::new([growth])).within(1.05),
        );
    }
    Ok(Report { title: "the real letter, mounted and removed".into(), figures, notes: Vec::new() })
}

/// Bytes of objects, nodes and listeners after garbage collection.
async fn held_by(client: &fantoccini::Client) -> Result<[f64; 3]> {
    // Excludes the browser's own record of requests.
    cdp::evaluate(client, "performance.clearResourceTimings()").await?;
    for _ in 0..2 {
        cdp::send(client, "HeapProfiler.collectGarbage", json!({})).await?;
    }
    let heap: Value = cdp::send(client, "Runtime.getHeapUsage", json!({})).await?;
    let objects = heap["usedSize"].as_f64().context("Chromium reports no size of its heap")?;
    let [nodes, listeners] = metrics(client, ["Nodes", "JSEventListeners"]).await?;
    Ok([objects, nodes, listeners])
}

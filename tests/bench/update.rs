//! What a changed count costs the page: the number, the bar, the latest names, and the letter read anew for its names.

use crate::bench::Report;
use crate::engines::Engine;
use crate::figure::{Figure, Unit};
use crate::metrics::metrics;
use crate::runs::Runs;
use crate::servers::{self, Server};
use crate::{cdp, device, site};
use anyhow::{Context, Result};
use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use fantoccini::Client;
use open_letter::publish::serve::router;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Signatories, and how many of them stand in the letter.
const ROLLS: [(usize, usize); 2] = [(22, 22), (100_000, 500)];
const UPDATES: usize = 15;
const PATIENCE: Duration = Duration::from_secs(30);

/// Has signatures come in, one after the other.
pub async fn measure() -> Result<Report> {
    let browser = Engine::Chromium.start().await?;
    let mut figures = Vec::new();
    for (signatories, listed) in ROLLS {
        let server = serve(signatories, listed).await?;
        let work = updates(&browser.client, &server, signatories, listed).await?;
        let mut figure = |name: &str, of: fn(&Work) -> f64| {
            let name = format!("{signatories} signatories, {listed} of them in the letter, one more: {name}");
            figures.push(Figure::new(name, Unit::Milliseconds, Runs::new(work.iter().map(of))));
        };
        figure("script", |work| work.script);
        figure("style and layout of a second", |work| work.drawing);
    }
    let title = format!("time of the main thread, processor {} times slower; {UPDATES} updates", device::CPU_SLOWDOWN);
    Ok(Report { title, figures, notes: Vec::new() })
}

/// A page, and a letter to which each request for its count adds a signatory.
async fn serve(signatories: usize, listed: usize) -> Result<Server> {
    let more = Arc::new(AtomicUsize::new(0));
    let asked = Arc::clone(&more);
    let letter = move || {
        let more = more.load(Ordering::Relaxed);
        let row =
            |number| json!({ "id": format!("{number}"), "name": format!("Signatory {number}"), "kind": "person" });
        let rows: Vec<Value> = (0..listed + more).map(row).collect();
        let text: Vec<String> =
            (0..12).map(|number| format!("Paragraph {number}. {}", "Some words. ".repeat(40))).collect();
        let signatures = json!({ "count": signatories + more, "goal": 150_000, "src": "count.json" });
        let letter = json!({ "version": 1, "lang": "en", "title": "A letter", "body": text,
            "signatories": rows, "signatures": signatures });
        let body = letter.to_string();
        async move { document(body) }
    };
    let count = move || {
        let more = asked.fetch_add(1, Ordering::Relaxed) + 1;
        let body = json!({ "count": signatories + more }).to_string();
        async move { document(body) }
    };
    let page = "<!doctype html><title>Updates</title><script async src=\"/open-letter.js\"></script>\
        <open-letter src=\"/letter.json\" refresh=\"off\"></open-letter>";
    let routes = Router::new().route("/letter.json", get(letter)).route("/count.json", get(count));
    servers::serve(router(&site::folder()).merge(routes.route("/page", get(Html(page))))).await
}

fn document(body: String) -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], body)
}

async fn updates(client: &Client, server: &Server, signatories: usize, listed: usize) -> Result<Vec<Work>> {
    client.goto(&format!("{}/page", server.origin)).await?;
    until(client, &format!("document.querySelector('open-letter').count === {signatories}")).await?;
    cdp::send(client, "Emulation.setCPUThrottlingRate", json!({ "rate": device::CPU_SLOWDOWN })).await?;
    let mut done = Vec::new();
    for update in 1..=UPDATES {
        let before = work(client).await?;
        client.execute("document.querySelector('open-letter').update()", Vec::new()).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let after = work(client).await?;
        done.push(Work { script: after.script - before.script, drawing: after.drawing - before.drawing });
        let rows = "document.querySelector('open-letter').shadowRoot.querySelectorAll('[part~=signatory]').length";
        until(client, &format!("{rows} === {}", listed + update)).await?;
    }
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

/// What the main thread has done, in milliseconds.
struct Work {
    script: f64,
    /// Style and layout, those of the moving bar's frames included.
    drawing: f64,
}

async fn work(client: &Client) -> Result<Work> {
    let names = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];
    let [script, style, layout] = metrics(client, names).await?;
    Ok(Work { script: script * 1000.0, drawing: (style + layout) * 1000.0 })
}

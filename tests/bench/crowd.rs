//! The load that a crowd of readers puts on the origin behind a real cache. The readers poll by the widget's own
//! schedule.
//!
//! Time runs ten times as fast, both for the readers and for the lifetimes that the origin sends.

use crate::bench::Report;
use crate::figure::{Figure, Unit};
use crate::nginx::Nginx;
use crate::runs::Runs;
use crate::servers::{self, Server};
use anyhow::Result;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::Request;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use open_letter::live::{Believed, History, Page, Tally};
use open_letter::model::{Count, CountSource, Json, Letter, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

const SPEED: f64 = 10.0;
const MINUTES: f64 = 5.0;
const CROWDS: [usize; 2] = [2_000, 20_000];
/// The interval between signatures, in seconds.
const SIGNING: f64 = 20.0;

/// Measures each crowd in turn.
pub async fn measure() -> Result<Report> {
    let mut figures: Vec<Figure> = PAGES.map(|(name, page, changes)| hour(name, page, changes)).into();
    let mut origins = Vec::new();
    for readers in CROWDS {
        let Visited { asked, origin, unanswered } = visit(readers).await?;
        let count = |name: String, value: usize| {
            #[expect(clippy::cast_precision_loss, reason = "some thousands")]
            Figure::new(name, Unit::Count, Runs::new([value as f64]))
        };
        figures.push(count(format!("{readers} readers: requests to the cache"), asked));
        figures.push(count(format!("{readers} readers: requests to the origin"), origin));
        figures.push(count(format!("{readers} readers: left without an answer"), unanswered).within(0.0));
        #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
        origins.push(origin as f64);
    }
    let ratio =
        Figure::new("origin requests, ten times the readers", Unit::Times, Runs::new([origins[1] / origins[0]]));
    figures.push(ratio.within(1.2));
    let title = format!("{MINUTES} minutes, a signature every {SIGNING} s, refresh 60 s, nginx before the origin");
    Ok(Report { title, figures, notes: Vec::new() })
}

/// Pages with the requests of one hour counted, and whether each answer is new.
const PAGES: [(&str, Page, bool); 4] = [
    ("a visible page, something new each time", Page { visible: true, online: true }, true),
    ("a visible page, nothing new", Page { visible: true, online: true }, false),
    ("a hidden page", Page { visible: false, online: true }, true),
    ("a page without a network", Page { visible: true, online: false }, true),
];

/// The requests of a page in an hour.
fn hour(name: &str, page: Page, changes: bool) -> Figure {
    let (mut history, mut time, mut asked) = (History { refresh: Some(60), ..History::default() }, 0.0, 0.0);
    while let Some(delay) = history.delay(page, 0.5) {
        time += delay;
        if time > 3600.0 {
            break;
        }
        asked += 1.0;
        history.unchanged = if changes { 0 } else { history.unchanged + 1 };
    }
    Figure::new(format!("requests in an hour, {name}"), Unit::Count, Runs::new([asked]))
}

struct Visited {
    asked: usize,
    origin: usize,
    unanswered: usize,
}

async fn visit(readers: usize) -> Result<Visited> {
    let asked_origin = Arc::new(AtomicUsize::new(0));
    let origin = origin(Arc::clone(&asked_origin)).await?;
    let cache = Nginx::start(&origin.origin).await?;
    let crowd = Arc::new(Crowd {
        client: Client::builder(TokioExecutor::new()).build_http(),
        url: format!("{}/letters/x/count.json", cache.origin).parse()?,
        lines: Semaphore::new(64),
        asked: AtomicUsize::new(0),
        unanswered: AtomicUsize::new(0),
        end: Instant::now() + simulated(MINUTES * 60.0),
    });
    let mut all = JoinSet::new();
    for reader in 0..readers {
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let place = reader as f64 / readers as f64;
        all.spawn(read(Arc::clone(&crowd), place));
    }
    all.join_all().await;
    Ok(Visited {
        asked: crowd.asked.load(Ordering::Relaxed),
        origin: asked_origin.load(Ordering::Relaxed),
        unanswered: crowd.unanswered.load(Ordering::Relaxed),
    })
}

/// The real duration of this many simulated seconds.
fn simulated(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds / SPEED)
}

/// An origin with a growing count that counts its requests.
async fn origin(asked: Arc<AtomicUsize>) -> Result<Server> {
    let begun = Instant::now();
    let answer = move |headers: HeaderMap| async move {
        asked.fetch_add(1, Ordering::Relaxed);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some signatures")]
        let count = (begun.elapsed().as_secs_f64() * SPEED / SIGNING) as u64;
        let tag = format!("\"{count}\"");
        // Ten seconds and a minute, ten times as fast.
        let control = "public, max-age=1, stale-while-revalidate=6";
        if headers.get(IF_NONE_MATCH).is_some_and(|known| known == tag.as_str()) {
            return ([(ETAG, tag), (CACHE_CONTROL, control.into())], StatusCode::NOT_MODIFIED).into_response();
        }
        let document = format!("{{\"count\":{count},\"goal\":15000}}");
        ([(ETAG, tag), (CACHE_CONTROL, control.into())], document).into_response()
    };
    servers::serve(Router::new().route("/letters/x/count.json", get(answer))).await
}

struct Crowd {
    client: Client<HttpConnector, Body>,
    url: Uri,
    /// Simultaneous connections. In a real crowd each reader has one; this machine can't open that many.
    lines: Semaphore,
    asked: AtomicUsize,
    unanswered: AtomicUsize,
    end: Instant,
}

/// One reader, who arrives at some time in the first minute and stays. `place` is the position in the crowd, from 0 to
/// 1.
async fn read(crowd: Arc<Crowd>, place: f64) {
    let source = source();
    let mut history = History { refresh: Some(60), ..History::default() };
    let mut tally = Tally::default();
    let mut known: Option<String> = None;
    let mut turn = 0.0;
    tokio::time::sleep(simulated(place * 60.0)).await;
    loop {
        match crowd.ask(&mut known).await {
            Some(document) => {
                let now = Timestamp(jiff::Timestamp::now().as_millisecond());
                let json = Json::parse(&document).ok();
                let count = json.and_then(|json| Count::read(&json, &source, &|url| Some(url.into())).ok());
                let changed = count.is_some_and(|(count, _)| tally.take(&count, now) == Believed::Changed);
                history.unchanged = if changed { 0 } else { history.unchanged + 1 };
                history.failed = 0;
            }
            None => history.failed += 1,
        }
        turn += 1.0;
        let chance = (place * 7919.0 + turn * 0.618).fract();
        let delay = history.delay(Page { visible: true, online: true }, chance).unwrap_or_default();
        if Instant::now() + simulated(delay) > crowd.end {
            return;
        }
        tokio::time::sleep(simulated(delay)).await;
    }
}

fn source() -> CountSource {
    let letter = r#"{"version":1,"lang":"en","title":"x","body":["x"],"signatures":{"src":"count.json"}}"#;
    let json = Json::parse(letter).expect("it is JSON");
    let reading = Letter::read(&json, &|url| Some(url.into())).expect("it is a letter");
    reading.letter.signatures.src.expect("it has a source")
}

impl Crowd {
    /// The document, also if the cache answers that it is unchanged; `None` without an answer.
    async fn ask(&self, known: &mut Option<String>) -> Option<String> {
        let _line = self.lines.acquire().await.ok()?;
        self.asked.fetch_add(1, Ordering::Relaxed);
        let answer = self.answer(known).await;
        if answer.is_none() {
            self.unanswered.fetch_add(1, Ordering::Relaxed);
        }
        answer
    }

    async fn answer(&self, known: &mut Option<String>) -> Option<String> {
        let (tag, document) = known.as_deref().and_then(|known| known.split_once('\n')).unwrap_or_default();
        let request = Request::get(&self.url).header(IF_NONE_MATCH, tag).body(Body::empty()).ok()?;
        let response: Response = self.client.request(request).await.ok()?.map(Body::new);
        if response.status() == StatusCode::NOT_MODIFIED {
            return Some(document.to_string());
        }
        let tag = response.headers().get(ETAG)?.to_str().ok()?.to_string();
        let is_whole = response.status() == StatusCode::OK;
        let body = to_bytes(response.into_body(), 10_000).await.ok()?;
        let document = String::from_utf8(body.to_vec()).ok().filter(|_| is_whole)?;
        *known = Some([&tag, "\n", &document].concat());
        Some(document)
    }
}

//! The count as it is published, as a document and as a stream; and whether the collector is well.

use super::Shared;
use super::answer::{error, not_found};
use super::from::{FROM, sender};
use crate::collect::published::Publication;
use crate::collect::store::Store;
use axum::Json;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde_json::json;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::watch;

/// The least time between two messages.
const PAUSE: Duration = Duration::from_secs(1);

/// `GET /v1/letters/{id}/count.json`
pub async fn document<S: Store>(State(shared): State<Shared<S>>, Path(id): Path<String>) -> Response {
    let count = shared.collector.published.get(&id).count;
    if shared.collector.letter(&id).is_none() || count.is_empty() {
        return not_found();
    }
    ([(CONTENT_TYPE, "application/json")], count.to_vec()).into_response()
}

/// A place among the streams, which is free again once this is dropped.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(streams: &Arc<AtomicUsize>, most: usize) -> Option<Place> {
        let taken = streams.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |open| (open < most).then_some(open + 1));
        taken.is_ok().then(|| Place(streams.clone()))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// `GET /v1/letters/{id}/stream`. With too many streams open, 204 makes browsers stop asking (HTML, 9.2.3).
pub async fn stream<S: Store>(State(shared): State<Shared<S>>, Path(id): Path<String>) -> Response {
    let collector = &shared.collector;
    if collector.letter(&id).is_none() {
        return not_found();
    }
    let Some(place) = Place::take(&shared.streams, collector.settings.streams) else {
        return StatusCode::NO_CONTENT.into_response();
    };
    let mut follow = collector.published.follow(&id);
    follow.mark_changed();
    let messages = stream::unfold((follow, place, true), next);
    let alive = KeepAlive::new().interval(Duration::from_secs(20));
    Sse::new(messages).keep_alive(alive).into_response()
}

type Following = (watch::Receiver<Publication>, Place, bool);

async fn next((mut follow, place, first): Following) -> Option<(Result<Event, Infallible>, Following)> {
    if !first {
        tokio::time::sleep(PAUSE).await;
    }
    loop {
        follow.changed().await.ok()?;
        let count = follow.borrow_and_update().count.clone();
        if let Ok(text) = std::str::from_utf8(&count)
            && !text.is_empty()
        {
            // A message is one line, and JSON has line breaks between its values only.
            let event = Event::default().data(text.trim().replace(['\r', '\n'], ""));
            return Some((Ok(event), (follow, place, false)));
        }
    }
}

/// `GET /healthz`. It also tells whoever asks from which address, so that `doctor` sees what the proxies say.
pub async fn health<S: Store>(
    State(shared): State<Shared<S>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Response {
    let collector = &shared.collector;
    let from = sender(peer, &headers, &collector.settings.proxies).to_string();
    let letter = collector.settings.letters.keys().next().cloned().unwrap_or_default();
    let answer = match collector.store.count(&letter).await {
        Ok(_) => Json(json!({"ok": true})).into_response(),
        Err(_) => error(StatusCode::SERVICE_UNAVAILABLE, json!({"ok": false})),
    };
    ([(FROM, from)], answer).into_response()
}

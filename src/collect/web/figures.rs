//! Figures for who runs the collector: on loopback alone, and without persons.

use super::Shared;
use crate::collect::store::{Filter, Store};
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

/// How often which route was answered how.
#[derive(Debug, Default)]
pub struct Figures {
    answers: Mutex<BTreeMap<(String, u16), u64>>,
}

/// Notes an answer, by the pattern of its route.
pub async fn note(State(figures): State<Arc<Figures>>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_string());
    let route = format!("{} {}", request.method(), route.unwrap_or_else(|| "elsewhere".to_string()));
    let response = next.run(request).await;
    let mut answers = figures.answers.lock().unwrap_or_else(PoisonError::into_inner);
    *answers.entry((route, response.status().as_u16())).or_default() += 1;
    response
}

/// The routes of the listener for figures.
pub fn router<S: Store>(shared: &Shared<S>) -> Router {
    Router::new().route("/metrics", get(figures::<S>)).with_state(shared.clone())
}

/// `GET /metrics`, in the text format of Prometheus.
async fn figures<S: Store>(State(shared): State<Shared<S>>) -> Response {
    let collector = &shared.collector;
    let mut text = String::new();
    let answers = shared.figures.answers.lock().unwrap_or_else(PoisonError::into_inner).clone();
    for ((route, status), number) in answers {
        let _ = writeln!(text, "collect_answers{{route=\"{route}\",status=\"{status}\"}} {number}");
    }
    for letter in collector.settings.letters.keys() {
        let Ok(count) = collector.store.count(letter).await else { continue };
        let _ =
            writeln!(text, "collect_signatures{{letter=\"{letter}\",kind=\"organisation\"}} {}", count.organisations);
        let _ = writeln!(text, "collect_signatures{{letter=\"{letter}\",kind=\"person\"}} {}", count.persons);
        let held = Filter { states: vec![crate::collect::signature::State::Held], ..Filter::default() };
        if let Ok(held) = collector.store.select(letter, &held).await {
            let _ = writeln!(text, "collect_held{{letter=\"{letter}\"}} {}", held.len());
        }
    }
    if let Ok(waiting) = collector.store.waiting(collector.now(), u32::MAX).await {
        let _ = writeln!(text, "collect_mails_waiting {waiting}");
    }
    for (outcome, number) in collector.posted.all() {
        let _ = writeln!(text, "collect_mails{{outcome=\"{outcome}\"}} {number}");
    }
    let streams = shared.streams.load(std::sync::atomic::Ordering::SeqCst);
    let _ = writeln!(text, "collect_streams {streams}");
    text.into_response()
}

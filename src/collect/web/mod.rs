//! The routes. They read requests and write answers; what happens is in `collector.rs`.

#![allow(clippy::unused_async, reason = "axum takes async functions, whether they wait for anything or not")]

mod admin;
mod answer;
mod body;
mod confirm;
mod count;
mod form;
mod from;
mod headers;
mod link;
mod outbox;
mod own;
mod page;
mod sign;

pub mod figures;

use super::collector::Collector;
use super::store::Store;
pub use from::FROM;
pub use outbox::routes as outbox_routes;

use answer::not_found;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use figures::Figures;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;
use tower_http::timeout::TimeoutLayer;

/// The most bytes of a body.
pub const BODY: usize = 8 * 1024;

/// How long an answer may take.
const LONGEST: Duration = Duration::from_secs(15);

/// What the routes share.
pub struct Shared<S> {
    /// The collector.
    pub collector: Arc<Collector<S>>,
    /// What was answered how often.
    pub figures: Arc<Figures>,
    /// How many streams are open.
    pub streams: Arc<AtomicUsize>,
}

impl<S> Clone for Shared<S> {
    fn clone(&self) -> Self {
        let Shared { collector, figures, streams } = self;
        Shared { collector: collector.clone(), figures: figures.clone(), streams: streams.clone() }
    }
}

impl<S> Shared<S> {
    /// The shared state of a collector.
    pub fn of(collector: Arc<Collector<S>>) -> Shared<S> {
        Shared { collector, figures: Arc::default(), streams: Arc::default() }
    }
}

/// All routes: at the path of the collector's address, and at the root, for proxies that take the path away.
pub fn router<S: Store>(shared: &Shared<S>) -> Router {
    let path = shared.collector.settings.url.path().trim_end_matches('/').to_string();
    let routes = routes(shared);
    let all = if path.is_empty() { routes } else { Router::new().nest(&path, routes.clone()).merge(routes) };
    all.fallback(|| async { not_found() })
        .layer(from_fn(headers::add))
        .layer(from_fn_with_state(shared.figures.clone(), figures::note))
}

fn routes<S: Store>(shared: &Shared<S>) -> Router {
    let timely = Router::new()
        .route("/v1/letters/{id}/form", get(form::form::<S>))
        .route("/v1/letters/{id}/signatures", post(sign::sign::<S>).options(headers::preflight))
        .route(
            "/v1/signatures/{signature}/confirm",
            get(confirm::ask::<S>).post(confirm::confirm::<S>).options(headers::preflight),
        )
        .route("/v1/letters/{id}/link", post(link::link::<S>).options(headers::preflight))
        .route("/link", post(link::any::<S>))
        .route("/v1/letters/{id}/count.json", get(count::document::<S>))
        .route("/c/{token}", get(own::confirming::<S>).post(own::confirm::<S>))
        .route("/s/{token}", get(own::own::<S>).post(own::change::<S>))
        .route("/s/{token}/data.json", get(own::data::<S>))
        .route("/admin", get(|| async { page::see("admin/") }))
        .route("/admin/", get(admin::queue::<S>).post(admin::act::<S>))
        .route("/admin/in/{proof}", get(admin::enter::<S>).post(admin::entered::<S>))
        .route("/admin/figures/{id}", get(admin::figures::<S>).post(admin::pause::<S>))
        .route("/healthz", get(count::health::<S>))
        .layer(DefaultBodyLimit::max(BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST));
    let endless = Router::new().route("/v1/letters/{id}/stream", get(count::stream::<S>));
    timely.merge(endless).method_not_allowed_fallback(|| async { answer::not_allowed() }).with_state(shared.clone())
}

//! Systems that receive signatures, as their documents describe them, and others that go wrong. Each is a small server
//! on this machine, for native tests and for browsers.

mod action_network;
mod proca;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE, LOCATION,
    ORIGIN,
};
use axum::http::{Method, Response, StatusCode};
use std::future::pending;
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;
use tokio::sync::oneshot;

/// What a receiver does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Action Network: `POST /api/v2/petitions/<uuid>/signatures`.
    ActionNetwork,
    /// Proca: GraphQL at `POST /api?id=<page>`.
    Proca,
    /// Takes everything.
    Takes,
    /// Takes everything, and no other page may read its answer.
    WithoutCors,
    /// Never answers.
    Hangs,
    /// Answers 200, with `errors`.
    Errors,
    /// Answers 429.
    Busy,
    /// Answers 500.
    Broken,
    /// Answers 200 with a page.
    Page,
    /// Leads elsewhere.
    Redirects,
}

/// A request that a receiver got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Its method.
    pub method: String,
    /// Its path and query.
    pub path: String,
    /// Its type.
    pub kind: String,
    /// The page that it came from.
    pub origin: Option<String>,
    /// Its body.
    pub body: String,
}

/// An answer: status, type, body.
pub struct Answer(pub u16, pub &'static str, pub String);

impl Answer {
    /// A JSON answer.
    pub fn json(status: u16, body: serde_json::Value) -> Answer {
        Answer(status, "application/json", body.to_string())
    }
}

/// A running receiver, which stops when dropped.
pub struct Receiver {
    /// Its address, without a slash at its end.
    pub address: String,
    received: Arc<Mutex<Vec<Received>>>,
    _stop: oneshot::Sender<()>,
}

impl Receiver {
    /// Starts one.
    #[must_use]
    pub fn start(kind: Kind) -> Receiver {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a listener for tokio");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let received = Arc::<Mutex<Vec<Received>>>::default();
        let (stop, stopped) = oneshot::channel::<()>();
        let router = Router::new().fallback(answer).with_state((kind, received.clone()));
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
                let serve = axum::serve(listener, router);
                tokio::select! {
                    _ = serve => {}
                    _ = stopped => {}
                }
            });
            // A request that hangs must not keep the thread.
            runtime.shutdown_background();
        });
        Receiver { address, received, _stop: stop }
    }

    /// The requests so far.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.received.lock().expect("no test has panicked here").clone()
    }

    /// The body of the last `POST`.
    #[must_use]
    pub fn last_body(&self) -> Option<String> {
        self.received().into_iter().rev().find(|request| request.method == "POST").map(|request| request.body)
    }
}

async fn answer(State((kind, received)): State<(Kind, Arc<Mutex<Vec<Received>>>)>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let text = |name| head.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_string);
    let request = Received {
        method: head.method.to_string(),
        path: head.uri.to_string(),
        kind: text(CONTENT_TYPE).unwrap_or_default(),
        origin: text(ORIGIN),
        body: String::from_utf8_lossy(&to_bytes(body, 100_000).await.unwrap_or_default()).into_owned(),
    };
    received.lock().expect("no test has panicked here").push(request.clone());
    let mut response = Response::builder();
    if kind != Kind::WithoutCors {
        response = response.header(ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        if head.method == Method::OPTIONS {
            response = response
                .header(ACCESS_CONTROL_ALLOW_METHODS, "POST")
                .header(ACCESS_CONTROL_ALLOW_HEADERS, "content-type, accept");
        }
    }
    if head.method == Method::OPTIONS {
        return response.status(StatusCode::NO_CONTENT).body(Body::empty()).expect("an answer");
    }
    let Answer(status, kind_of_body, body) = match kind {
        Kind::ActionNetwork => action_network::answer(&request),
        Kind::Proca => proca::answer(&request),
        Kind::Takes | Kind::WithoutCors => Answer::json(200, serde_json::json!({})),
        Kind::Hangs => pending().await,
        Kind::Errors => Answer::json(200, serde_json::json!({ "errors": [{ "message": "no" }] })),
        Kind::Busy => Answer::json(429, serde_json::json!({ "error": "busy", "retry": 1 })),
        Kind::Broken => Answer(500, "text/html", "<h1>Server Error</h1>".into()),
        Kind::Page => Answer(200, "text/html", "<p>Thank you!</p>".into()),
        Kind::Redirects => {
            response = response.header(LOCATION, "/elsewhere");
            Answer(302, "text/html", String::new())
        }
    };
    response.status(status).header(CONTENT_TYPE, kind_of_body).body(Body::from(body)).expect("an answer")
}

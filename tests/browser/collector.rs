//! A small collector on a port of its own: it speaks the interface of ours, forgets everything, and fails as it is told.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, Response, Uri};
use serde_json::{Value, json};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The code in every mail.
pub const CODE: &str = "481516";
/// The place in the count of who confirms.
pub const NUMBER: u64 = 12_874;

/// Something that was posted.
#[derive(Clone, Debug, Default)]
pub struct Post {
    /// The path.
    pub path: String,
    /// Headers by name.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

impl Post {
    /// The value of a form's field.
    pub fn field(&self, name: &str) -> Option<String> {
        let mut pairs = url::form_urlencoded::parse(self.body.as_bytes());
        pairs.find_map(|(key, value)| (key == name).then(|| value.into_owned()))
    }
}

/// An answer in place of the usual one.
#[derive(Clone, Debug)]
pub enum Given {
    /// A status, and JSON.
    Json(u16, Value),
    /// A status, and a page of HTML.
    Html(u16),
    /// No answer, ever.
    Nothing,
    /// The usual one, which other origins may not read.
    Unreadable,
}

#[derive(Default)]
struct Kept {
    posts: Vec<Post>,
    /// Answers to the next posts.
    next: VecDeque<Given>,
    is_closed: bool,
    /// The first answer to each key.
    keys: BTreeMap<String, String>,
    names: BTreeMap<String, String>,
}

/// The collector. It ends when it is dropped.
pub struct Collector {
    origin: String,
    kept: Arc<Mutex<Kept>>,
    task: JoinHandle<()>,
}

impl Collector {
    pub async fn start() -> Collector {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let kept = Arc::<Mutex<Kept>>::default();
        let router = Router::new().fallback(answer).with_state(Arc::clone(&kept));
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Collector { origin, kept, task }
    }

    /// Its origin.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Where a letter's signatures go.
    pub fn action(&self, letter: &str) -> String {
        format!("{}/collect/v1/letters/{letter}/signatures", self.origin)
    }

    /// The same by another name of this machine: another host than the letter's.
    pub fn elsewhere(&self, path: &str) -> String {
        format!("{}{path}", self.origin.replace("127.0.0.1", "localhost"))
    }

    /// The next post has this answer.
    pub fn next(&self, given: Given) {
        lock(&self.kept).next.push_back(given);
    }

    /// Closes the letter for signing.
    pub fn close(&self) {
        lock(&self.kept).is_closed = true;
    }

    /// What was posted until now.
    pub fn posts(&self) -> Vec<Post> {
        lock(&self.kept).posts.clone()
    }

    /// Waits until that number of posts have come in.
    pub async fn until_posts(&self, number: usize) -> Vec<Post> {
        let begun = Instant::now();
        loop {
            let posts = self.posts();
            if posts.len() >= number {
                return posts;
            }
            assert!(begun.elapsed() < Duration::from_secs(15), "{number} posts have not come in: {posts:#?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Collector {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(
    State(kept): State<Arc<Mutex<Kept>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let (status, document) = match method {
        Method::POST => {
            let text = |value: &axum::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
            let post = Post {
                path: uri.path().to_string(),
                headers: headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect(),
                body: String::from_utf8_lossy(&body).into_owned(),
            };
            let given = {
                let mut kept = lock(&kept);
                kept.posts.push(post.clone());
                kept.next.pop_front()
            };
            match given {
                Some(Given::Json(status, document)) => (status, document),
                Some(Given::Html(status)) => return page(status),
                Some(Given::Nothing) => std::future::pending().await,
                Some(Given::Unreadable) => {
                    let (status, document) = usual(&mut lock(&kept), &post);
                    return respond(status, "application/json", document.to_string());
                }
                None => usual(&mut lock(&kept), &post),
            }
        }
        Method::GET if uri.path().ends_with("/form") => {
            let is_open = !lock(&kept).is_closed;
            (200, json!({ "token": "a-token", "open": is_open }))
        }
        // A preflight.
        Method::OPTIONS => (200, json!("")),
        _ => (404, json!({ "error": "unknown" })),
    };
    readable(respond(status, "application/json", document.to_string()))
}

/// The answer of a collector that works.
fn usual(kept: &mut Kept, post: &Post) -> (u16, Value) {
    let steps: Vec<&str> = post.path.split('/').collect();
    match steps.as_slice() {
        _ if kept.is_closed => (409, json!({ "error": "closed" })),
        [.., "letters", _, "signatures"] if post.field("token").as_deref() != Some("a-token") => {
            (422, json!({ "error": "invalid", "fields": {} }))
        }
        [.., "letters", _, "signatures"] => {
            let next = format!("signature-{}", kept.keys.len() + 1);
            let signature = kept.keys.entry(post.field("key").unwrap_or_default()).or_insert(next).clone();
            kept.names.insert(signature.clone(), post.field("name").unwrap_or_default());
            (202, json!({ "signature": signature, "state": "pending", "by": ["code", "link"], "mail": "soon" }))
        }
        [.., "signatures", signature, "confirm"] if post.field("code").as_deref() == Some(CODE) => {
            let name = kept.names.get(*signature);
            (200, json!({ "state": "confirmed", "id": "c-own", "number": NUMBER, "name": name, "shown": true }))
        }
        [.., "confirm"] => (403, json!({ "error": "code", "left": 4 })),
        _ => (200, json!({})),
    }
}

fn page(status: u16) -> Response<Body> {
    readable(respond(status, "text/html", "<!doctype html><title>Sorry</title><h1>Sorry</h1>".into()))
}

fn respond(status: u16, kind: &str, text: String) -> Response<Body> {
    Response::builder().status(status).header("content-type", kind).body(text.into()).unwrap()
}

fn readable(mut response: Response<Body>) -> Response<Body> {
    for (name, value) in [("access-control-allow-origin", "*"), ("access-control-allow-headers", "content-type")] {
        response.headers_mut().insert(name, axum::http::HeaderValue::from_static(value));
    }
    response
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

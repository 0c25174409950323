//! The two origins of a page that embeds a letter: the page's own, and that of the widget and the letter.

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::body::to_bytes;
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::serve::ListenerExt;
use open_letter::assemble::compress::brotli;
use open_letter::serve::router;
use std::fmt::Display;
use std::net::Ipv4Addr;
use std::path::Path;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinHandle;

/// A server on a free port. Dropping it ends it.
#[must_use = "dropping it ends the server"]
pub struct Server {
    pub origin: String,
    pub task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Serves the site like `open-letter serve`, with another folder under that path. Letters are compressed, as a host does.
///
/// `Timing-Allow-Origin` lets the page measure the sizes of responses from here.
pub async fn files(site: &Path, path: &str, folder: &Path) -> Result<Server> {
    ensure!(
        site.join("open-letter.js").is_file(),
        "no widget in {}: run `make bench`, which builds it",
        site.display()
    );
    let measurable = map_response(|mut response: Response| async {
        response.headers_mut().insert("timing-allow-origin", HeaderValue::from_static("*"));
        let is_json = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().ends_with(b"/json"));
        if is_json && !response.headers().contains_key(CONTENT_ENCODING) {
            return compressed(response).await;
        }
        response
    });
    serve(router(site).nest(path, router(folder)).layer(measurable)).await
}

async fn compressed(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return StatusCode::BAD_GATEWAY.into_response() };
    head.headers.remove(CONTENT_LENGTH);
    if bytes.is_empty() {
        return Response::from_parts(head, bytes.into());
    }
    head.headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    let body = tokio::task::spawn_blocking(move || brotli(&bytes)).await;
    body.ok()
        .and_then(Result::ok)
        .map_or_else(|| StatusCode::BAD_GATEWAY.into_response(), |body| Response::from_parts(head, body.into()))
}

/// The origin of the embedding page. It also receives the page's measurements.
pub struct Host {
    pub server: Server,
    /// Where the browser finds it: the server, or what is in front of it.
    pub origin: String,
    reports: UnboundedReceiver<String>,
}

impl Host {
    /// Serves each page under its name.
    pub async fn start(pages: Vec<(impl Display, String)>) -> Result<Host> {
        let (sender, reports) = unbounded_channel();
        let take = move |report: String| async move { drop(sender.send(report)) };
        let mut routes = Router::new().route("/measured", post(take));
        for (name, page) in pages {
            // Headers that any host sends.
            let headers = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_ENCODING, "br")];
            let answer = (headers, brotli(page.as_bytes())?);
            routes = routes.route(&format!("/{name}"), get(|| async move { answer }));
        }
        let server = serve(routes).await?;
        Ok(Host { origin: server.origin.clone(), server, reports })
    }

    /// Waits for the report of the open page.
    pub async fn report(&mut self, patience: Duration) -> Result<String> {
        let report = tokio::time::timeout(patience, self.reports.recv()).await;
        report.ok().flatten().with_context(|| format!("the page has reported nothing for {patience:?}"))
    }
}

/// Serves on a free port.
pub async fn serve(router: Router) -> Result<Server> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let origin = format!("http://{}", listener.local_addr()?);
    // Without this, the end of an answer waits for an acknowledgement that the browser delays (RFC 9293, section
    // 3.7.4).
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    let task = tokio::spawn(async move { drop(axum::serve(listener, router).await) });
    Ok(Server { origin, task })
}

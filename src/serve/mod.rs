//! Serves a site on this machine, with the headers that its host should send too.

pub mod cache_control;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// A server with its port taken, ready to run.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    router: Router,
}

impl Server {
    /// Takes the port on 127.0.0.1; 0 means any free one.
    ///
    /// # Errors
    /// If there is no such folder, or the port is not available.
    pub async fn bind(site: &Path, port: u16) -> Result<Server> {
        if !site.is_dir() {
            bail!("{} is not a folder: publish a site into it first", site.display());
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => anyhow::anyhow!(
                "port {port} is in use: end what listens there, or take another by --port 8081, with make by PORT=8081"
            ),
            _ => anyhow::anyhow!("can't listen on port {port} ({error}): take another by --port 8081"),
        })?;
        Ok(Server { listener, router: router(site) })
    }

    /// The same server, with routes before the files of the site.
    #[must_use]
    pub fn before(self, routes: Router) -> Server {
        Server { router: routes.fallback_service(self.router), ..self }
    }

    /// The address that it listens on.
    ///
    /// # Errors
    /// If the system does not report it.
    pub fn address(&self) -> Result<SocketAddr> {
        self.listener.local_addr().context("can't read the address")
    }

    /// Serves until the process is interrupted.
    ///
    /// # Errors
    /// If the listener fails.
    pub async fn run(self) -> Result<()> {
        let interrupted = async { drop(tokio::signal::ctrl_c().await) };
        let service = self.router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(self.listener, service).with_graceful_shutdown(interrupted).await.context("the server failed")
    }
}

/// The files of a folder: a folder's index, the compressed copy if the browser accepts it, and 304 if the browser has
/// the file already.
pub fn router(site: &Path) -> Router {
    let files = ServeDir::new(site).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files).layer(from_fn(add_headers))
}

async fn add_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_string();
    let mut response = next.run(request).await;
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    // Errors get the header too: without it, a browser reports only that the request was not allowed.
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("Retry-After"));
    // For pages that are isolated by Cross-Origin-Embedder-Policy.
    headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    let control = if found { cache_control::control(&path) } else { "no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(control));
    if let Some(exact) = headers.get(CONTENT_TYPE).and_then(|kind| exact_type(&path, kind)) {
        headers.insert(CONTENT_TYPE, exact);
    }
    response
}

/// Texts are UTF-8. `.ts` also names video streams, and XML without a charset in its type says by itself that it is UTF-8.
fn exact_type(path: &str, kind: &HeaderValue) -> Option<HeaderValue> {
    let kind = kind.to_str().ok()?;
    if path.ends_with(".d.ts") {
        return Some(HeaderValue::from_static("text/plain; charset=utf-8"));
    }
    if path.ends_with("/feed.xml") {
        return Some(HeaderValue::from_static("application/atom+xml"));
    }
    if kind.starts_with("text/xml") {
        return Some(HeaderValue::from_static("application/xml"));
    }
    let is_bare_text = kind.starts_with("text/") && !kind.contains("charset");
    is_bare_text.then(|| HeaderValue::from_str(&format!("{kind}; charset=utf-8")).ok()).flatten()
}

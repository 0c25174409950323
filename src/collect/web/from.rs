//! Where a request comes from. Only proxies that the settings name are believed.

use crate::collect::collector::Collector;
use crate::collect::limits::Busy;
use crate::collect::store::Store;
use axum::http::HeaderMap;
use axum::http::header::ORIGIN;
use std::net::{IpAddr, SocketAddr};

/// The header in which the collector says where it believes a request to come from.
pub const FROM: &str = "collect-from";

/// The address of whoever sent the request, by the header `X-Forwarded-For` as far as named proxies wrote it.
pub fn sender(peer: SocketAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let mut from = peer.ip().to_canonical();
    let values = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = values.flat_map(|value| value.split(',')).map(str::trim).collect();
    // Each proxy appends whom it had the request from, so the last is the nearest.
    for hop in hops.into_iter().rev() {
        if !proxies.iter().any(|proxy| proxy.to_canonical() == from) {
            break;
        }
        match parse(hop) {
            Some(address) => from = address,
            None => break,
        }
    }
    from
}

/// Takes a try of a code, or a wish for a link, from whoever sent the request.
///
/// # Errors
/// If there were too many of them from that network.
pub fn attempt<S: Store>(collector: &Collector<S>, peer: SocketAddr, headers: &HeaderMap) -> Result<(), Busy> {
    let from = sender(peer, headers, &collector.settings.proxies);
    collector.limits.try_from(from, collector.now())
}

/// The site whose page sent a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// The collector's own.
    Own,
    /// Another one.
    Other,
    /// The browser does not say.
    Unknown,
}

/// The site whose page sent a form: by `Sec-Fetch-Site` (Fetch Metadata) where a browser sends it, else by `Origin`,
/// which is `null` where our own pages tell nobody where they are.
pub fn site(url: &url::Url, headers: &HeaderMap) -> Site {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (header("sec-fetch-site"), header(ORIGIN.as_str())) {
        (Some("same-origin"), _) => Site::Own,
        (None, None | Some("null")) => Site::Unknown,
        (None, Some(origin)) if origin == url.origin().ascii_serialization() => Site::Own,
        _ => Site::Other,
    }
}

/// An address, with or without a port.
fn parse(hop: &str) -> Option<IpAddr> {
    let address = hop.parse::<IpAddr>().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|address| address.ip()));
    address.map(|address| address.to_canonical())
}

//! Where a request comes from. Only proxies that the settings name are believed.

use axum::http::HeaderMap;
use std::net::{IpAddr, SocketAddr};

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

/// An address, with or without a port.
fn parse(hop: &str) -> Option<IpAddr> {
    let address = hop.parse::<IpAddr>().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|address| address.ip()));
    address.map(|address| address.to_canonical())
}

//! Names become numbers here, and each number is judged before a connection is made to it.

use super::public::is_public;
use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::mpsc;
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Looks up the numbers of a host.
pub trait Lookup: Clone + Send + Sync + 'static {
    /// The numbers of a host, with that port.
    ///
    /// # Errors
    /// If there are none.
    fn look_up(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>>;
}

/// The system's own lookup.
#[derive(Clone, Copy, Debug)]
pub struct SystemLookup;

impl Lookup for SystemLookup {
    fn look_up(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        Ok((host, port).to_socket_addrs()?.collect())
    }
}

/// Gives only numbers that may be asked. The connection is made to one of these, without another lookup.
pub struct Judging<L> {
    lookup: L,
    allows_private: bool,
}

/// The number is not public.
#[derive(Debug)]
pub struct Refused(pub IpAddr);

impl<L: Lookup> Judging<L> {
    /// Judges what the lookup finds.
    pub fn new(lookup: L, allows_private: bool) -> Judging<L> {
        Judging { lookup, allows_private }
    }
}

impl<L: Lookup> Resolver for Judging<L> {
    fn resolve(&self, uri: &Uri, _: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']').to_string();
        let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("http") { 80 } else { 443 });
        let (send, receive) = mpsc::sync_channel(1);
        let lookup = self.lookup.clone();
        // The system's lookup can't be ended, only left behind.
        std::thread::spawn(move || send.send(lookup.look_up(&host, port)));
        let found = receive.recv_timeout(*timeout.after).map_err(|_| Error::Timeout(timeout.reason))?;
        let found = found.map_err(|_| Error::HostNotFound)?;
        // One that is not public is enough: a host with both kinds is set up to deceive.
        if let Some(private) = found.iter().map(SocketAddr::ip).find(|ip| !self.allows_private && !is_public(*ip)) {
            return Err(Error::Io(io::Error::other(Refused(private))));
        }
        let mut addresses = self.empty();
        // As many as that list holds.
        for address in found.into_iter().take(16) {
            addresses.push(address);
        }
        if addresses.is_empty() { Err(Error::HostNotFound) } else { Ok(addresses) }
    }
}

impl<L> fmt::Debug for Judging<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Judging")
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not public", self.0)
    }
}

impl std::error::Error for Refused {}

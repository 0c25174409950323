//! An export from an address: an online sheet, or a form service.
//!
//! One request at a time, over https, within limits. Where it goes is judged by number after each name is resolved
//! ([`public`]), and the connection is made to exactly that number, so that no name can mean another place a moment
//! later. Messages name the host alone: the rest of such an address is often a secret.

mod address;
mod kept;
mod lookup;
mod pace;
mod public;

pub use address::Address;
pub use kept::Kept;
pub use lookup::{Lookup, SystemLookup};
pub use pace::{Pace, SHORTEST};
pub use public::is_public;

use super::export::is_page;
use flate2::read::MultiGzDecoder;
use lookup::{Judging, Refused};
use std::fmt;
use std::io::Read;
use std::time::Duration;
use ureq::Agent;
use ureq::http::{HeaderMap, Response, StatusCode};
use ureq::unversioned::transport::DefaultConnector;

/// The most bytes of a table, also unpacked.
pub const MOST_BYTES: u64 = 20_000_000;

/// The most redirects.
pub const MOST_REDIRECTS: usize = 5;

/// The longest that one request may take, its answer included.
pub const LONGEST: Duration = Duration::from_mins(1);

/// Gets tables from addresses.
pub struct Fetcher {
    agent: Agent,
    allows_private: bool,
}

/// The answer of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A table.
    Table(Vec<u8>, Version),
    /// The table that was known by its version.
    Same,
}

/// By what a host recognises a version of a table (RFC 9110, section 8.8).
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Version {
    /// Its `ETag`.
    pub etag: Option<String>,
    /// Its `Last-Modified`.
    pub modified: Option<String>,
}

/// Why no table came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The reason and the remedy; without the address, which may be a secret.
    pub reason: String,
    /// The time after which the host wants to be asked again.
    pub after: Option<Duration>,
}

impl Fetcher {
    /// A fetcher that goes to public addresses, or with `allows_private` also to this computer and its network.
    #[must_use]
    pub fn new(allows_private: bool) -> Fetcher {
        Fetcher::with(allows_private, LONGEST, SystemLookup)
    }

    /// The same with another time limit and lookup of names.
    #[must_use]
    pub fn with(allows_private: bool, longest: Duration, lookup: impl Lookup) -> Fetcher {
        let config = Agent::config_builder()
            .timeout_global(Some(longest))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            // A proxy would look names up by itself.
            .proxy(None)
            .max_idle_connections(0)
            .user_agent("open-letter import");
        let judging = Judging::new(lookup, allows_private);
        Fetcher { agent: Agent::with_parts(config.build(), DefaultConnector::default(), judging), allows_private }
    }

    /// Gets the table at an address, unless its version is that one.
    ///
    /// # Errors
    /// If none comes within the limits.
    pub fn get(&self, address: &Address, version: &Version) -> Result<Answer, Failure> {
        let mut at = address.clone();
        for _ in 0..=MOST_REDIRECTS {
            let answer = self.ask(&at, version)?;
            match answer.status() {
                StatusCode::NOT_MODIFIED => return Ok(Answer::Same),
                status if status.is_redirection() => {
                    let location = header(answer.headers(), "location").unwrap_or_default();
                    at = at.follow(&location, self.allows_private).map_err(Failure::of)?;
                }
                status if status.is_success() => return read(answer, &at, address),
                status => return Err(refusal(status, &at, answer.headers())),
            }
        }
        let host = address.host();
        Err(Failure::of(format!("{host} redirects more than {MOST_REDIRECTS} times: give the last address")))
    }

    fn ask(&self, at: &Address, version: &Version) -> Result<Response<ureq::Body>, Failure> {
        let accepted = "text/csv, application/json, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, \
                        application/vnd.oasis.opendocument.spreadsheet, text/plain;q=0.5, */*;q=0.1";
        let mut request = self.agent.get(at.as_str()).header("Accept", accepted).header("Accept-Encoding", "gzip");
        if let Some(etag) = &version.etag {
            request = request.header("If-None-Match", etag);
        }
        if let Some(modified) = &version.modified {
            request = request.header("If-Modified-Since", modified);
        }
        request.call().map_err(|error| Failure::of(told(&error, at)))
    }
}

/// The table of an answer.
fn read(mut answer: Response<ureq::Body>, at: &Address, given: &Address) -> Result<Answer, Failure> {
    let headers = answer.headers();
    let version = Version { etag: kept(headers, "etag"), modified: kept(headers, "last-modified") };
    let is_page_kind = header(headers, "content-type").is_some_and(|kind| kind.to_ascii_lowercase().contains("html"));
    let packing = header(headers, "content-encoding").unwrap_or_default().to_ascii_lowercase();
    let body = answer.body_mut().as_reader();
    let mut bytes = Vec::new();
    let done = match packing.as_str() {
        "" | "identity" => body.take(MOST_BYTES + 1).read_to_end(&mut bytes),
        "gzip" | "x-gzip" => MultiGzDecoder::new(body.take(MOST_BYTES)).take(MOST_BYTES + 1).read_to_end(&mut bytes),
        other => {
            return Err(Failure::of(format!(
                "{} sent its answer packed as {other}, which was not asked for",
                at.host()
            )));
        }
    };
    if bytes.len() as u64 > MOST_BYTES {
        let most = MOST_BYTES / 1_000_000;
        return Err(Failure::of(format!("{} sent more than {most} MB: share only the columns needed", at.host())));
    }
    done.map_err(|error| Failure::of(told(&ureq::Error::from(error), at)))?;
    if bytes.trim_ascii().is_empty() {
        return Err(Failure::of(format!("{} gave nothing: look whether the sheet has anything in it", at.host())));
    }
    if is_page(&bytes) || is_page_kind {
        return Err(Failure::of(page(at, given)));
    }
    Ok(Answer::Table(bytes, version))
}

/// The message about a page in place of a table.
fn page(at: &Address, given: &Address) -> String {
    if given.is_sheet_page() {
        format!(
            "{} gave a page and no table: that is the address for people; put export?format=csv in place of edit and what \
             follows it, and share the sheet with everybody who has the link",
            at.host()
        )
    } else {
        format!(
            "{} gave a page and no table, as it does if the sheet is not shared: share it with everybody who has the link, \
             or publish it to the web as CSV, and give that address",
            at.host()
        )
    }
}

fn refusal(status: StatusCode, at: &Address, headers: &HeaderMap) -> Failure {
    let (host, number) = (at.host(), status.as_u16());
    let reason = match number {
        401 | 403 => format!(
            "{host} refuses to give the table (status {number}), as it does if the sheet is not shared: share it with \
             everybody who has the link, or publish it to the web"
        ),
        404 | 410 => format!("{host} has nothing at that address (status {number}): copy the address again"),
        429 => format!("{host} wants to be asked less often (status 429)"),
        500.. => format!("{host} has a problem of its own (status {number}): try again later"),
        _ => format!("{host} answers with status {number}, and no table"),
    };
    // Hosts may give a date instead, which is no reason to ask earlier.
    let after = header(headers, "retry-after").and_then(|after| after.trim().parse().ok()).map(Duration::from_secs);
    Failure { reason, after }
}

/// An error in words, without the address.
fn told(error: &ureq::Error, at: &Address) -> String {
    let host = at.host();
    match error {
        ureq::Error::HostNotFound => format!("there is no {host}: copy the address again, or look at your network"),
        ureq::Error::Timeout(_) => format!("{host} took too long to answer"),
        ureq::Error::Io(error) => match error.get_ref().and_then(|inner| inner.downcast_ref::<Refused>()) {
            Some(Refused(ip)) => {
                format!("{host} is at {ip}, in this computer or its own network: add --allow-private if that is meant")
            }
            None if error.kind() == std::io::ErrorKind::TimedOut => format!("{host} took too long to answer"),
            None => format!("{host} can't be reached: {error}"),
        },
        other => format!("{host} can't be reached: {other}"),
    }
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// A header that is sent back later: short, and visible ASCII.
fn kept(headers: &HeaderMap, name: &str) -> Option<String> {
    header(headers, name).filter(|value| value.len() <= 500 && value.bytes().all(|byte| (b' '..=b'~').contains(&byte)))
}

impl Failure {
    fn of(reason: impl Into<String>) -> Failure {
        Failure { reason: reason.into(), after: None }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for Failure {}

//! The requests of a page, and which of them wait for others.

use serde::Deserialize;
use std::fmt::Write;

/// A request; times in milliseconds since the navigation began.
#[derive(Deserialize)]
pub struct Request {
    /// The end of its path.
    pub name: String,
    pub start: f64,
    pub end: f64,
    /// The body's size as transferred.
    pub bytes: u64,
}

/// The longest chain of requests in which each waits for the previous one.
pub fn steps<'r>(requests: impl Iterator<Item = &'r Request>) -> f64 {
    let mut by_end: Vec<&Request> = requests.collect();
    by_end.sort_by(|one, other| one.end.total_cmp(&other.end));
    let mut done: Vec<(f64, f64)> = Vec::new();
    for request in by_end {
        let before = done.iter().filter(|(end, _)| *end <= request.start).map(|(_, step)| *step);
        done.push((request.end, before.fold(0.0, f64::max) + 1.0));
    }
    done.into_iter().map(|(_, step)| step).fold(0.0, f64::max)
}

/// The requests in order.
pub fn table(requests: &[Request]) -> String {
    let mut table = String::from("    from      to    bytes  file");
    for Request { name, start, end, bytes } in requests {
        let _ = write!(table, "\n{start:8.0}{end:8.0}{bytes:9}  {name}");
    }
    let bytes: u64 = requests.iter().map(|request| request.bytes).sum();
    let _ = write!(table, "\n{bytes:25}  in all");
    table
}

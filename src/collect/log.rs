//! Lines for the log, on standard error. Whoever calls it names no person: no address, name, token or body.

use std::io::Write;

/// Something failed.
pub fn error(text: &str) {
    line("error", text);
}

/// Something to know.
pub fn note(text: &str) {
    line("note", text);
}

fn line(weight: &str, text: &str) {
    let time = jiff::Timestamp::now();
    let time = jiff::Timestamp::from_second(time.as_second()).unwrap_or(time);
    // A log that can't be written must not stop the collector.
    let _ = writeln!(std::io::stderr(), "{time} {weight}: {text}");
}

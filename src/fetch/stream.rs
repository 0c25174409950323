//! A response body that continues, piece by piece, until it is dropped.

use super::answer::{Abort, Pieces, ask};
use super::request::in_time;

/// The bytes of a stream. Dropping it closes the connection.
#[must_use = "dropping it closes the stream"]
pub struct Chunks {
    pieces: Pieces,
    _abort: Abort,
}

/// Opens a stream of that type; `None` if it does not open in time. Dropping the future ends the request.
pub async fn open(url: &str, kind: &str, time_ms: u32) -> Option<Chunks> {
    let abort = Abort::new();
    let answer = in_time(time_ms, ask(url, "no-store", &abort)).await??;
    let is_one = answer.status() == Some(200) && answer.header("content-type")?.starts_with(kind);
    Some(Chunks { pieces: answer.pieces().ok().flatten().filter(|_| is_one)?, _abort: abort })
}

impl Chunks {
    /// The next bytes; `None` at the end.
    pub async fn next(&self) -> Option<Vec<u8>> {
        Some(self.pieces.next().await.ok()??.to_vec())
    }
}

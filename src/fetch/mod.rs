//! One GET for a JSON document, with a time limit, a size limit and an end: whoever drops the request aborts it. And
//! streams, as far as their bytes go.

mod answer;
mod json;
mod request;
mod stream;

pub use request::{Document, Limits, Request, get, parse};
pub use stream::{Chunks, open};

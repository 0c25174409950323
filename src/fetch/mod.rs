//! One GET for a JSON document, with a time limit and a size limit; dropping the request aborts it. Also streams, as
//! raw bytes.

mod answer;
mod json;
mod request;
mod stream;

pub use request::{Document, Limits, Request, get, parse};
pub use stream::{Chunks, open};

//! One GET for a JSON document, with a time limit, a size limit and an end: whoever drops the request aborts it.

mod json;
mod request;

pub use request::{Document, Limits, Request, get, parse};

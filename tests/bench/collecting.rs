//! What the tests of the collector have for running one.

#[path = "../collect/http.rs"]
#[expect(dead_code, reason = "the tests send other requests too")]
pub mod http;
#[path = "../collect/kills.rs"]
#[expect(dead_code, reason = "a test fills the disk")]
pub mod kills;
#[path = "../collect/place.rs"]
#[expect(dead_code, reason = "the tests look at more of a place")]
pub mod place;

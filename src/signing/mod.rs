//! What happens to what somebody types into a form to sign: tidied, checked, and written down for its receiver. Pure;
//! used by the form in the widget, the page that signs, and the collector, so that all three refuse the same.

mod answers;
mod body;
mod check;
mod domains;
mod email;
mod name;
#[cfg(not(target_arch = "wasm32"))]
#[path = "nfc.rs"]
mod nfc;
#[cfg(target_arch = "wasm32")]
#[path = "nfc_browser.rs"]
mod nfc;
mod receiver;
mod tidy;

pub use answers::Answers;
pub use body::{Context, is_failure, json_body, json_text, pairs, sent_as, urlencoded};
pub use check::{Fault, Faults, check, check_field, is_required};
pub use domains::suggestion;
pub use receiver::{is_refused, receiver};
pub use tidy::tidy;

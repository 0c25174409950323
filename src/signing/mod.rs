//! What happens to what somebody types into a form to sign: tidied, checked, and written down for its receiver. Pure;
//! used by the form in the widget, the page that signs, and the collector, so that all three refuse the same.

mod answers;
mod body;
mod check;
mod course;
mod domains;
mod email;
mod fault;
mod name;
#[cfg(not(target_arch = "wasm32"))]
#[path = "nfc.rs"]
mod nfc;
#[cfg(target_arch = "wasm32")]
#[path = "nfc_browser.rs"]
mod nfc;
mod receiver;
mod reply;
mod tidy;

pub use answers::Answers;
pub use body::{Context, is_failure, json_body, json_text, pairs, sent_as, urlencoded};
pub use check::{check, check_field, is_required};
pub use course::{CodeFault, Course, Stage};
pub use domains::suggestion;
pub use fault::{Fault, Faults};
pub use receiver::{is_refused, receiver};
pub use reply::{Confirmed, Pending, Reply, Sent, Signed, Trouble, confirmed, sent, token};
pub use tidy::tidy;

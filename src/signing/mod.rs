//! What somebody types into a form to sign: tidied, checked, and written down for its receiver. Pure; used by the page that
//! signs, the collector, and trials of a form. The form in the widget does the same in JavaScript (`embed/loader/form/`);
//! a test gives both the same, so that all refuse the same.

mod answers;
mod body;
mod check;
mod email;
mod fault;
mod name;
mod receiver;
mod tidy;

pub use answers::Answers;
pub use body::{Context, is_failure, json_body, json_text, pairs, sent_as, urlencoded};
pub use check::{check, check_field, is_required};
pub use fault::{Fault, Faults};
pub use receiver::receiver;
pub use tidy::tidy;

//! The collector's pages: values in, HTML out.
//!
//! They need no script, load nothing, and can't be framed. Forms go back to the address of the page that shows them, so
//! no page knows an address of the collector. What was pressed is in `do`.
//!
//! | page | for whom |
//! |---|---|
//! | `confirm`, `own` | a signatory with a link |
//! | `sent`, `notice` | a signer whose browser runs no scripts, or whose link is over |
//! | `sign_in`, `queue`, `sure`, `figures` | a coordinator |
//! | `outbox` | whoever tries the collector out on their own machine |

mod confirm;
mod figures;
mod frame;
mod notice;
pub mod outbox;
mod own;
mod queue;
mod sent;
mod shown;
mod sign_in;
mod sure;

pub use confirm::confirm;
pub use figures::{Figures, figures};
pub use frame::{STYLE, policy};
pub use notice::{Notice, notice};
pub use own::{Own, Told, own};
pub use queue::{Held, Lot, Why, queue};
pub use sent::{CodeState, Sent, sent};
pub use sign_in::{SignIn, sign_in};
pub use sure::{Decision, sure};

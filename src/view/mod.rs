//! The views: take values, signals and callbacks, return elements and messages. They render in the browser and,
//! natively, to HTML. Nothing here fetches or knows a browser.

mod addressees;
mod beyond;
mod body;
mod changing;
mod context;
mod count;
mod element;
#[cfg(not(target_arch = "wasm32"))]
mod first_view;
mod fold;
mod foot;
mod footnotes;
mod initiators;
mod languages;
mod link;
mod listing;
mod message;
mod notice;
mod open_letter;
#[cfg(not(target_arch = "wasm32"))]
mod page;
mod roll;
mod share;
mod sheet;
mod sign;
#[cfg(not(target_arch = "wasm32"))]
mod sign_form;
mod signatory;
mod spans;
mod summary;
#[cfg(not(target_arch = "wasm32"))]
mod text;

pub use beyond::{Beyond, BeyondSignal, sheets, tools};
pub use changing::{Changing, Now, Own};
pub use element::View;
#[cfg(not(target_arch = "wasm32"))]
pub use first_view::first_view;
pub use listing::{Before, Listing, group_after, has_heading};
pub use message::{Message, OnMessage};
pub use open_letter::{OpenLetter, PageOf};
#[cfg(not(target_arch = "wasm32"))]
pub use page::{Pages, letter_page};
pub use roll::{is_long, orders};
pub use sheet::Sheet;
#[cfg(not(target_arch = "wasm32"))]
pub use sign_form::{Fault, FieldOf, field_html, sign_form};
#[cfg(not(target_arch = "wasm32"))]
pub use text::{letter_text, rows_html};

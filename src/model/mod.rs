//! The data of a letter. Pure: takes JSON, returns checked values and problems; knows no browser, file or view.

mod addressee;
mod attributes;
mod block;
mod body;
mod count;
mod date;
mod email;
mod failure;
mod field;
mod group;
mod json;
mod kinds;
mod language_tag;
mod letter;
pub mod limits;
mod link;
mod live;
#[cfg(not(target_arch = "wasm32"))]
mod older;
mod problem;
mod reader;
mod roll;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod send;
mod settings;
mod show;
mod sign;
mod sign_form;
mod signatory;
mod signatures;
mod span;
mod state;
mod status;
mod text;
mod timestamp;
mod translation;
mod update;

pub use addressee::{Addressee, AddresseeGroup};
#[cfg(not(target_arch = "wasm32"))]
pub use attributes::{ATTRIBUTES, Attribute, Values};
pub use block::{Block, Item, List};
pub use body::Body;
pub use count::Count;
pub use date::Date;
pub use email::{email_in, masked, without_emails};
pub use failure::{Code, Failure};
pub use field::{Ask, Field, Required};
pub use group::Group;
pub use json::{Json, Node};
pub use kinds::Kinds;
pub use language_tag::{Direction, LanguageTag};
pub use letter::{LeftOut, Letter, Reading, Unreadable, VERSION};
pub use link::{Link, Resolve};
#[cfg(not(target_arch = "wasm32"))]
pub use link::{as_written, link_scheme};
pub use live::Live;
pub use problem::Problem;
pub use reader::Reader;
pub use roll::{GroupRef, NameRef, PageRef, RollFile, RollIndex};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::{schema, to_json};
pub use send::{Condition, Placeholder, Send};
pub use settings::{Look, Settings, Theme};
pub use show::{Part, Show};
pub use sign::Sign;
pub use sign_form::{By, SignForm, host, is_loopback};
pub use signatory::{Kind, Signatory};
pub use signatures::{CountSource, Signatures};
pub use span::{MAX_SPAN_DEPTH, Span, Spans};
pub use state::State;
pub use status::Status;
pub use timestamp::Timestamp;
pub use translation::Translation;
pub use update::Update;

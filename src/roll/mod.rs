//! The roll: who signed, beyond what one document holds. Pure; used by the widget and by the publisher alike.

mod merge;

pub use merge::{Row, append, identity, merge, rows};

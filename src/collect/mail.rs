//! What waits in the outbox. `post` writes the texts and sends them.

use super::signature::Signature;
use jiff::Timestamp;

/// Which mail it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// To a signer: the code, the link, and what would be published.
    Confirm,
    /// To a signatory: the signature counts (or waits, if it is held); the link to change or withdraw it.
    Signed,
    /// To a signatory who signed again, or asked for the link.
    Again,
    /// To an organisation: the coordinator approved it.
    Approved,
    /// To an organisation: the coordinator declined it.
    Declined,
    /// To a signer who has not confirmed: once, and off by default.
    Reminder,
    /// To a coordinator: what waits, each day.
    Queue,
    /// To a coordinator: the way in.
    SignIn,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 8] = [
        Kind::Confirm,
        Kind::Signed,
        Kind::Again,
        Kind::Approved,
        Kind::Declined,
        Kind::Reminder,
        Kind::Queue,
        Kind::SignIn,
    ];

    /// The number in the store. It never changes.
    #[must_use]
    pub fn number(self) -> i64 {
        self as i64
    }

    /// The kind with that number in the store.
    #[must_use]
    pub fn numbered(number: i64) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.number() == number)
    }
}

/// A mail that is due.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its number in the store.
    pub row: i64,
    /// Which mail it is.
    pub kind: Kind,
    /// How often the relay refused it for now.
    pub tries: u32,
    /// To whom it is.
    pub to: To,
}

/// To whom a mail is.
#[derive(Clone, Debug)]
pub enum To {
    /// To whoever gave this signature; its sealed address is there.
    Signatory(Box<Signature>),
    /// To the coordinator with this address.
    Coordinator(String),
}

/// What became of an attempt to send a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The relay has it, or may have it.
    Yes,
    /// Again at this time. Whether the attempt counts.
    Later(Timestamp, bool),
    /// Never again.
    Never,
}

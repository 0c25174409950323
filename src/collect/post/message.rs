//! What a mail is about, before it is words.

use super::about::About;
use crate::model::{Date, LanguageTag};

/// A mail to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The address, as it was typed.
    pub to: String,
    /// What it says.
    pub says: Says,
}

/// What a mail says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// To a signer: what would be published, the code, and the link.
    Confirm {
        /// The letter.
        about: About,
        /// What would be published.
        reads: Reads,
        /// The six digits.
        code: String,
        /// The page with the two buttons.
        link: String,
        /// The last day of the link.
        until: Date,
    },
    /// To a signatory: the signature is confirmed; the link to change or withdraw it.
    Signed {
        /// The letter.
        about: About,
        /// What is published, or will be.
        reads: Reads,
        /// Whether the coordinator decides first.
        held: bool,
        /// Whether this is the last mail, so that the address is erased.
        last: bool,
        /// The signatory's own page.
        link: String,
    },
    /// To a signatory who signed again, or asked for the link.
    Again {
        /// The letter.
        about: About,
        /// The signatory's own page.
        link: String,
    },
    /// To a held signature: the coordinator approved it.
    Approved {
        /// The letter.
        about: About,
        /// What is published.
        reads: Reads,
        /// The signatory's own page.
        link: String,
    },
    /// To a held signature: the coordinator declined it.
    Declined {
        /// The letter.
        about: About,
        /// The coordinator's reason.
        reason: Option<String>,
    },
    /// To a signer who has not confirmed.
    Reminder {
        /// The letter.
        about: About,
        /// What would be published.
        reads: Reads,
        /// The page with the two buttons.
        link: String,
        /// The last day of the link.
        until: Date,
    },
    /// To a coordinator: what waits.
    Queue {
        /// The coordinator's language.
        lang: LanguageTag,
        /// The letters with something that waits.
        waiting: Vec<Waiting>,
        /// The page with the button that signs in.
        link: String,
    },
    /// To a coordinator: the way in.
    SignIn {
        /// The coordinator's language.
        lang: LanguageTag,
        /// The page with the button.
        link: String,
    },
}

impl Says {
    /// A word for its kind, in file names and logs.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Says::Confirm { .. } => "confirm",
            Says::Signed { .. } => "signed",
            Says::Again { .. } => "again",
            Says::Approved { .. } => "approved",
            Says::Declined { .. } => "declined",
            Says::Reminder { .. } => "reminder",
            Says::Queue { .. } => "queue",
            Says::SignIn { .. } => "sign-in",
        }
    }

    /// The language of the reader.
    #[must_use]
    pub fn lang(&self) -> &LanguageTag {
        match self {
            Says::Queue { lang, .. } | Says::SignIn { lang, .. } => lang,
            Says::Confirm { about, .. }
            | Says::Signed { about, .. }
            | Says::Again { about, .. }
            | Says::Approved { about, .. }
            | Says::Declined { about, .. }
            | Says::Reminder { about, .. } => &about.lang,
        }
    }
}

/// What is published of a signature, as far as a mail repeats it: never the comment, because whoever types somebody
/// else's address chooses these words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reads {
    /// The published name.
    pub name: String,
    /// The organisation of a person.
    pub organisation: Option<String>,
    /// Whether the name is published.
    pub shown: bool,
}

/// A letter with something that waits for the coordinator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its title.
    pub title: String,
    /// How many organisations wait.
    pub organisations: u64,
    /// How many persons wait.
    pub persons: u64,
}

//! What a reader does, told to whoever mounted the view.

use leptos::prelude::UnsyncCallback;

/// A reader's action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Fetch the letter again after a failure.
    TryAgain,
    /// Follow the link to sign, with that URL.
    Sign(String),
    /// Show the translation whose `letter.json` has that URL.
    Translate(String),
    /// Share the letter.
    Share,
}

/// Takes a message; the answer says whether the link or button still does what it does by itself.
pub type OnMessage = UnsyncCallback<Message, bool>;

//! The reader's actions, reported to the code that mounted the view.

use leptos::prelude::UnsyncCallback;

/// A reader's action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Fetch the letter again after a failure.
    TryAgain,
    /// Show the translation with that `letter.json` URL.
    Translate(String),
    /// Share the letter.
    Share,
}

/// Receives a message. The answer says whether the link or button still does its default action.
pub type OnMessage = UnsyncCallback<Message, bool>;

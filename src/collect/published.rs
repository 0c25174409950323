//! What was published last of each letter. Nothing that is told is ahead of it.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::watch;

/// The last publication of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// How many signatures come from the coordinator's own table.
    pub own: u64,
    /// `count.json` as it is in the site; empty before the first publication.
    pub count: Arc<[u8]>,
    /// The version of the store's counts that is published; -1 if an earlier process published it.
    pub version: i64,
}

/// The last publications of all letters. Whoever follows one gets each new one.
#[derive(Debug, Default)]
pub struct Published {
    letters: RwLock<HashMap<String, watch::Sender<Publication>>>,
}

impl Published {
    /// The last publication.
    pub fn get(&self, letter: &str) -> Publication {
        let letters = self.letters.read().unwrap_or_else(PoisonError::into_inner);
        letters.get(letter).map(|sender| sender.borrow().clone()).unwrap_or_default()
    }

    /// Notes a publication, and tells who follows if it differs from the last.
    pub fn set(&self, letter: &str, publication: Publication) {
        let mut letters = self.letters.write().unwrap_or_else(PoisonError::into_inner);
        let sender = letters.entry(letter.to_string()).or_default();
        sender.send_if_modified(|last| {
            let differs = *last != publication;
            *last = publication;
            differs
        });
    }

    /// Follows a letter.
    pub fn follow(&self, letter: &str) -> watch::Receiver<Publication> {
        let mut letters = self.letters.write().unwrap_or_else(PoisonError::into_inner);
        letters.entry(letter.to_string()).or_default().subscribe()
    }
}

//! The files of one roll.

use super::super::letter::Arrived;
use crate::browser::resolve;
use crate::fetch::{self, Document, Limits};
use crate::model::{Code, Failure, RollFile, RollIndex};
use futures_channel::oneshot;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// A page of 700 rows with long comments has some hundred kB.
const LIMITS: Limits = Limits { time_ms: 15_000, size: 3_000_000 };

/// How many files are kept at hand: those that a search goes through, from one keystroke to the next.
const KEPT: usize = 24;

/// The roll of a letter that has one of its own.
pub(super) struct Files {
    letter_url: String,
    index_url: String,
    index: RefCell<Option<Rc<RollIndex>>>,
    kept: RefCell<VecDeque<(String, Rc<RollFile>)>>,
}

impl Files {
    /// The roll that the letter names; `None` where it names none.
    pub fn of(arrived: &Arrived) -> Option<Files> {
        let index_url = arrived.letter.roll.as_ref()?.as_str().to_string();
        let letter_url = arrived.url.clone();
        Some(Files { letter_url, index_url, index: RefCell::default(), kept: RefCell::default() })
    }

    /// The index that was had last.
    pub fn known_index(&self) -> Option<Rc<RollIndex>> {
        self.index.borrow().clone()
    }

    /// The index; a `fresh` one is asked for past all caches.
    pub async fn index(&self, fresh: bool) -> Result<Rc<RollIndex>, Failure> {
        if let Some(index) = self.known_index().filter(|_| !fresh) {
            return Ok(index);
        }
        let document = get(self.index_url.clone(), fresh).await?;
        let index = RollIndex::read(&document.json).ok_or_else(|| unreadable(&self.index_url))?;
        let index = Rc::new(index);
        self.index.replace(Some(index.clone()));
        Ok(index)
    }

    /// A file that the index or a list names. Its name is the hash of its content, so it is asked for once.
    pub async fn file(&self, src: &str) -> Result<Rc<RollFile>, Failure> {
        if let Some((_, file)) = self.kept.borrow().iter().find(|(name, _)| name == src) {
            return Ok(file.clone());
        }
        let url = resolve(src, &self.index_url).unwrap_or_default();
        let document = get(url.clone(), false).await?;
        let file = RollFile::read(&document.json, &|reference| resolve(reference, &self.letter_url));
        let file = Rc::new(file.ok_or_else(|| unreadable(&url))?);
        let mut kept = self.kept.borrow_mut();
        kept.push_back((src.to_string(), file.clone()));
        if kept.len() > KEPT {
            kept.pop_front();
        }
        Ok(file)
    }
}

/// Whether the file is gone: the roll was published anew since its index was had.
pub(super) fn is_gone(failure: &Failure) -> bool {
    failure.code == Code::Status
}

fn unreadable(url: &str) -> Failure {
    let message = "this is no file of a roll that this release reads".into();
    Failure { code: Code::Roll, message, url: url.into(), page: None, retry_after: None }
}

/// Dropping the future aborts the request.
async fn get(url: String, fresh: bool) -> Result<Document, Failure> {
    let (sender, receiver) = oneshot::channel();
    let request = fetch::get(url.clone(), LIMITS, fresh, move |result| {
        let _ = sender.send(result);
    });
    let result = receiver.await.unwrap_or_else(|_| Err(unreadable(&url)));
    drop(request);
    result
}

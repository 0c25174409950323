//! The files of one roll.

use crate::browser::resolve;
use crate::embed::arrived::Arrived;
use crate::fetch::{self, Document, Limits};
use crate::model::{Code, Failure, RollFile, RollIndex, limits};
use futures_channel::oneshot;
use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, Shared, join_all};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

const LIMITS: Limits = Limits { time_ms: 15_000, size: limits::ROLL_FILE_BYTES };

/// The number of files in memory: those that a search reads again from one keystroke to the next. A page of the roll
/// takes some 150 kB once it is read.
const KEPT: usize = 12;

/// A file that has loaded, or is loading for several callers.
type Coming<T> = Shared<LocalBoxFuture<'static, Result<Rc<T>, Failure>>>;

/// The roll of a letter, if it has files of its own.
pub(super) struct Files {
    /// The base of the signatories' links.
    letter_base: String,
    index_url: String,
    /// The base of the other files' names: the URL of the index.
    index_base: Rc<RefCell<String>>,
    index: RefCell<Option<Coming<RollIndex>>>,
    kept: RefCell<VecDeque<(String, Coming<RollFile>)>>,
}

impl Files {
    /// The letter's roll; `None` if the letter names none.
    pub fn of(arrived: &Arrived) -> Option<Files> {
        let index_url = arrived.letter.roll.as_ref()?.as_str().to_string();
        let (letter_base, index_base) = (arrived.base.clone(), Rc::new(RefCell::new(index_url.clone())));
        Some(Files { letter_base, index_url, index_base, index: RefCell::default(), kept: RefCell::default() })
    }

    /// The index; a `fresh` one is loaded past all caches. If that fails, the last one is kept.
    pub async fn index(&self, fresh: bool) -> Result<Rc<RollIndex>, Failure> {
        let before = self.index.borrow().clone();
        let coming = before.clone().filter(|_| !fresh).unwrap_or_else(|| {
            let (url, base) = (self.index_url.clone(), self.index_base.clone());
            let coming = async move {
                let document = get(url.clone(), fresh).await?;
                base.replace(document.base);
                RollIndex::read(&document.json).map(Rc::new).ok_or_else(|| unreadable(&url))
            };
            let coming = coming.boxed_local().shared();
            self.index.replace(Some(coming.clone()));
            coming
        });
        let index = coming.clone().await;
        if index.is_err() && self.index.borrow().as_ref().is_some_and(|now| now.ptr_eq(&coming)) {
            self.index.replace(before.filter(|before| matches!(before.peek(), Some(Ok(_)))));
        }
        index
    }

    /// A file named in the index or a list. Its name is the hash of its content, so it is loaded once.
    pub async fn file(&self, src: &str) -> Result<Rc<RollFile>, Failure> {
        let at_hand = self.kept.borrow().iter().find(|(name, _)| name == src).map(|(_, coming)| coming.clone());
        let file = at_hand.unwrap_or_else(|| self.ask(src)).await;
        if file.is_err() {
            self.kept.borrow_mut().retain(|(name, _)| name != src);
        }
        file
    }

    fn ask(&self, src: &str) -> Coming<RollFile> {
        let url = resolve(src, &self.index_base.borrow()).unwrap_or_default();
        let letter_base = self.letter_base.clone();
        let coming = async move {
            let document = get(url.clone(), false).await?;
            let file = RollFile::read(&document.json, &|reference| resolve(reference, &letter_base));
            file.map(Rc::new).ok_or_else(|| unreadable(&url))
        };
        let coming = coming.boxed_local().shared();
        let mut kept = self.kept.borrow_mut();
        kept.push_back((src.to_string(), coming.clone()));
        if kept.len() > KEPT {
            kept.pop_front();
        }
        coming
    }

    /// Loads what every search needs first: the index and, if they are few, its lists of search files.
    pub async fn prepare_search(&self) {
        const FEW: usize = 6;
        let Ok(index) = self.index(false).await else { return };
        if index.names.len() <= FEW {
            let _ = join_all(index.names.iter().map(|list| self.file(&list.src))).await;
        }
    }
}

/// Whether the file is gone: the roll was published again since its index was loaded.
pub(super) fn is_gone(failure: &Failure) -> bool {
    matches!(failure.status, Some(404 | 410))
}

fn unreadable(url: &str) -> Failure {
    Failure::new(Code::Roll, "this is not a file of a roll that this release reads".into(), url)
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

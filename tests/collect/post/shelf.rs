//! An outbox in memory.

use anyhow::Result;
use open_letter::collect::post::{Due, Message, Outbox, Settled};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

/// Mails that wait, and what became of them.
#[derive(Clone, Default)]
pub struct Shelf(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    waiting: VecDeque<Due>,
    given: Vec<Due>,
    handed: Vec<i64>,
    settled: Vec<(i64, Settled)>,
}

impl Shelf {
    /// A shelf with these mails.
    pub fn of(messages: impl IntoIterator<Item = Message>) -> Shelf {
        let shelf = Shelf::default();
        for (row, message) in (1..).zip(messages) {
            let due = Due { row, id: format!("{row}-test"), tries: 0, message };
            shelf.0.lock().unwrap().waiting.push_back(due);
        }
        shelf
    }

    /// What became of the mails, in order.
    pub fn settled(&self) -> Vec<(i64, Settled)> {
        self.0.lock().unwrap().settled.clone()
    }

    /// The mails that were being handed over.
    pub fn handed(&self) -> Vec<i64> {
        self.0.lock().unwrap().handed.clone()
    }
}

impl Outbox for Shelf {
    async fn next(&self) -> Result<Option<Due>> {
        let mut inner = self.0.lock().unwrap();
        let due = inner.waiting.pop_front();
        inner.given.extend(due.clone());
        Ok(due)
    }

    async fn handing(&self, row: i64) -> Result<()> {
        self.0.lock().unwrap().handed.push(row);
        Ok(())
    }

    /// What is to be tried again waits again, whatever the time.
    async fn settle(&self, row: i64, settled: Settled) -> Result<()> {
        let mut inner = self.0.lock().unwrap();
        if let Settled::Later(..) | Settled::Untried(..) = settled {
            let mut due = inner.given.iter().rfind(|due| due.row == row).unwrap().clone();
            due.tries += u32::from(matches!(settled, Settled::Later(..)));
            inner.waiting.push_back(due);
        }
        inner.settled.push((row, settled));
        Ok(())
    }
}

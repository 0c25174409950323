//! What was reported to the host page and the console.

use crate::browser::console;
use crate::model::{CountSource, Letter};
use std::cell::RefCell;

/// The last reports.
#[derive(Default)]
pub(super) struct Reported {
    count: RefCell<Count>,
    /// The warnings about attributes.
    warnings: RefCell<Vec<String>>,
}

/// The count in the last event, and where it came from.
#[derive(Default)]
struct Count {
    number: Option<u64>,
    source: Option<CountSource>,
}

impl Reported {
    /// Begins with another letter. True if it has the same count, as a translation of the one before has.
    pub fn begin(&self, letter: &Letter) -> bool {
        let source = &letter.signatures.src;
        let is_same = self.count.borrow().source == *source && source.is_some();
        if !is_same {
            self.count.replace(Count { number: None, source: source.clone() });
        }
        is_same
    }

    /// There is no letter any more.
    pub fn end(&self) {
        self.count.take();
    }

    /// Notes the count that is reported now. Returns whether it is new to the host page, and the count before.
    pub fn count(&self, count: u64) -> (bool, Option<u64>) {
        let previous = self.count.borrow_mut().number.replace(count);
        (previous != Some(count), previous)
    }

    /// Warns of attributes, each time only of new warnings.
    pub fn warn(&self, warnings: Vec<String>) {
        let before = self.warnings.replace(warnings);
        let warnings = self.warnings.borrow();
        warnings.iter().filter(|warning| !before.contains(warning)).for_each(|warning| console::warn(warning));
    }
}

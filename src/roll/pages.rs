//! The pages of a roll, by the places of their rows: says which file to load next. Nothing is fetched here.

use crate::model::{PageRef, RollFile, RollIndex};
use std::ops::Range;

/// A file that must be loaded to get a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The list with that file name, which names the page.
    List(String),
    /// The page with that file name, and the range of its rows.
    Page(String, Range<u64>),
}

/// The pages of a roll, as far as their lists are loaded.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    lists: Vec<List>,
}

#[derive(Clone, Debug)]
struct List {
    list: PageRef,
    /// `None` until the list is loaded.
    pages: Option<Vec<PageRef>>,
}

impl Pages {
    /// The pages of a roll, known only by the index's lists.
    #[must_use]
    pub fn of(index: &RollIndex) -> Pages {
        Pages::default().published_anew(index)
    }

    /// The same roll after it was published again. Lists that have not changed stay loaded.
    #[must_use]
    pub fn published_anew(&self, index: &RollIndex) -> Pages {
        let read = |list: &PageRef| self.lists.iter().find(|other| other.list == *list)?.pages.clone();
        Pages { lists: index.pages.iter().map(|list| List { list: list.clone(), pages: read(list) }).collect() }
    }

    /// The number of rows.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.lists.iter().fold(0, |sum: u64, list| sum.saturating_add(list.list.count))
    }

    /// The file to load for the row at that place (from 0); `None` if there is no such row.
    #[must_use]
    pub fn holding(&self, row: u64) -> Option<Holder> {
        let lists = self.lists.iter().map(|list| (list, &list.list));
        let (list, rows) = located(lists, 0).find(|(_, rows)| rows.contains(&row))?;
        let Some(pages) = &list.pages else { return Some(Holder::List(list.list.src.clone())) };
        let mut pages = located(pages.iter().map(|page| (page, page)), rows.start);
        let (page, rows) = pages.find(|(_, rows)| rows.contains(&row))?;
        Some(Holder::Page(page.src.clone(), rows))
    }

    /// A list that is not loaded yet and leads to some of the rows.
    #[must_use]
    pub fn unread_list(&self, rows: &Range<u64>) -> Option<&str> {
        let mut lists = located(self.lists.iter().map(|list| (list, &list.list)), 0);
        let (list, _) = lists.find(|(list, of)| list.pages.is_none() && of.start < rows.end && rows.start < of.end)?;
        Some(&list.list.src)
    }

    /// Adds the loaded list with that name.
    pub fn take(&mut self, src: &str, file: &RollFile) {
        for list in self.lists.iter_mut().filter(|list| list.list.src == src) {
            list.pages = Some(file.pages.clone());
        }
    }

    /// The pages in their order with their rows; for a list that is not loaded, the list itself.
    pub(super) fn files(&self) -> impl Iterator<Item = (&PageRef, Range<u64>)> {
        let lists = located(self.lists.iter().map(|list| (list, &list.list)), 0);
        lists.flat_map(|(list, rows)| {
            let files = list.pages.as_deref().unwrap_or(std::slice::from_ref(&list.list));
            located(files.iter().map(|file| (file, file)), rows.start)
        })
    }
}

/// Items with files, and the rows in each file. The first file begins at the row `start`.
fn located<'f, T>(
    items: impl Iterator<Item = (T, &'f PageRef)>,
    mut start: u64,
) -> impl Iterator<Item = (T, Range<u64>)> {
    items.map(move |(item, file)| {
        let rows = start..start.saturating_add(file.count);
        start = rows.end;
        (item, rows)
    })
}

//! Reads a roll's files like the widget.

use open_letter::model::{Json, RollFile, RollIndex, Signatory};
use open_letter::roll::{Holder, Pages, Query, Search};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The roll of a folder. Reads each file once.
pub struct Reader {
    folder: PathBuf,
    pub index: RollIndex,
    files: RefCell<HashMap<String, RollFile>>,
}

impl Reader {
    #[track_caller]
    pub fn open(folder: &Path) -> Reader {
        let text = std::fs::read_to_string(folder.join("index.json")).unwrap();
        let index = RollIndex::read(&Json::parse(&text).unwrap()).expect("an index");
        Reader { folder: folder.to_path_buf(), index, files: RefCell::default() }
    }

    fn file(&self, name: &str) -> RollFile {
        let read = || {
            let text =
                std::fs::read_to_string(self.folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
            RollFile::read(&Json::parse(&text).unwrap(), &|url| Some(url.to_string())).expect("a file of the roll")
        };
        self.files.borrow_mut().entry(name.to_string()).or_insert_with(read).clone()
    }

    /// All rows, forward or backward.
    pub fn walk(&self, backward: bool) -> Vec<Signatory> {
        let mut pages = Pages::of(&self.index);
        let mut rows: Vec<Signatory> = Vec::new();
        loop {
            let read = rows.len() as u64;
            let next = if backward { pages.count().checked_sub(read + 1) } else { Some(read) };
            match next.and_then(|row| pages.holding(row)) {
                None => return rows,
                Some(Holder::List(name)) => pages.take(&name, &self.file(&name)),
                Some(Holder::Page(name, range)) => {
                    let mut more = self.file(&name).signatories;
                    assert_eq!(more.len() as u64, range.end - range.start, "{name}");
                    if backward {
                        more.reverse();
                    }
                    rows.extend(more);
                }
            }
        }
    }

    /// All signatories found by the query.
    pub fn find(&self, query: &str) -> Vec<Signatory> {
        let mut search = Search::new(&self.index, Query::new(query));
        while let Some(name) = search.wanted() {
            let file = self.file(name);
            search.take(&file);
        }
        search.found().to_vec()
    }
}

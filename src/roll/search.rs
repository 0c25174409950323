//! Search in the roll: says which file to load next, and collects the matches. Nothing is fetched here.

use super::query::Query;
use super::{Identities, cut};
use crate::model::{NameRef, RollFile, RollIndex, Signatory};

/// A search that continues file by file. Most matches are found with the second file, all of them once the search is
/// exhausted.
#[derive(Clone, Debug)]
pub struct Search {
    query: Query,
    /// The key prefixes to search for, one after the other.
    prefixes: Vec<String>,
    lists: Vec<List>,
    next: Option<Step>,
    found: Vec<Signatory>,
    identities: Identities,
}

/// A list of search files, by its place in the index.
#[derive(Clone, Debug)]
struct List {
    list: NameRef,
    /// The files, and whether each was searched; `None` until the list is loaded.
    files: Option<Vec<(NameRef, bool)>>,
}

/// What to load next: the list at that index, or the file at that index in the list.
#[derive(Clone, Copy, Debug)]
struct Step {
    list: usize,
    file: Option<usize>,
}

impl Search {
    /// Starts a search for the query in the roll.
    #[must_use]
    pub fn new(index: &RollIndex, query: Query) -> Search {
        let mut search = Search {
            prefixes: prefixes(query.words(), &index.titles),
            query,
            lists: index.names.iter().map(|list| List { list: list.clone(), files: None }).collect(),
            next: None,
            found: Vec::new(),
            identities: Identities::default(),
        };
        search.next = search.step();
        search
    }

    /// The name of the file to load next; `None` once all files that could have matches are loaded.
    #[must_use]
    pub fn wanted(&self) -> Option<&str> {
        let Step { list, file } = self.next?;
        let list = self.lists.get(list)?;
        let wanted = match (file, &list.files) {
            (Some(file), Some(files)) => &files.get(file)?.0,
            _ => &list.list,
        };
        Some(&wanted.src)
    }

    /// Searches the file that was loaded.
    pub fn take(&mut self, file: &RollFile) {
        let wanted = self.wanted().map(str::to_string);
        let Some(Step { list, file: place }) = self.next else { return };
        if place.is_none() {
            if let Some(list) = self.lists.get_mut(list) {
                list.files = Some(file.names.iter().map(|name| (name.clone(), false)).collect());
            }
        } else {
            for (name, searched) in self.lists.iter_mut().flat_map(|list| list.files.iter_mut().flatten()) {
                *searched |= Some(&name.src) == wanted.as_ref();
            }
            for signatory in &file.signatories {
                if self.query.finds(signatory) {
                    self.add(signatory);
                }
            }
        }
        self.next = self.step();
    }

    /// The matches so far, in the order of finding.
    #[must_use]
    pub fn found(&self) -> &[Signatory] {
        &self.found
    }

    /// Whether all files that could have matches were searched.
    #[must_use]
    pub fn is_exhausted(&self) -> bool {
        self.next.is_none()
    }

    /// The same name is in several files. Signatories who share only an identity stay separate.
    fn add(&mut self, signatory: &Signatory) {
        if self.identities.insert(signatory) || !self.found.contains(signatory) {
            self.found.push(signatory.clone());
        }
    }

    fn step(&self) -> Option<Step> {
        self.prefixes.iter().find_map(|prefix| self.step_for(prefix))
    }

    /// The next step to the first file that can hold keys with that prefix and was not searched.
    fn step_for(&self, prefix: &str) -> Option<Step> {
        for (index, List { list, files }) in self.lists.iter().enumerate() {
            let end = self.lists.get(index + 1).map(|next| next.list.from.as_str());
            if !can_hold(&list.from, end, prefix) {
                continue;
            }
            let Some(files) = files else { return Some(Step { list: index, file: None }) };
            for (at, (file, searched)) in files.iter().enumerate() {
                let end = files.get(at + 1).map_or(end, |(next, _)| Some(next.from.as_str()));
                if !searched && can_hold(&file.from, end, prefix) {
                    return Some(Step { list: index, file: Some(at) });
                }
            }
        }
        None
    }
}

/// The key prefixes that can lead to the words. For one word, each matching name has a key that begins with it. For
/// several, the two longest are first taken for whole, adjacent words, which is mostly right. No name is listed under
/// its titles: then comes the longest word that cannot belong to one, or each word, if all of them can.
fn prefixes(words: &[String], titles: &[String]) -> Vec<String> {
    let longest = |fits: &dyn Fn(&String) -> bool| {
        let fitting = words.iter().enumerate().filter(|(_, word)| fits(word));
        // The first of several equally long words.
        fitting.rev().max_by_key(|(_, word)| word.len())
    };
    let mut prefixes = Vec::new();
    let first = longest(&|_| true);
    if let (Some((at, one)), Some((of, other))) =
        (first, longest(&|word| first.is_some_and(|(_, first)| word != first)))
    {
        let (a, b) = if at < of { (one, other) } else { (other, one) };
        prefixes.push([a, " ", b].concat());
        prefixes.push([b, " ", a].concat());
    }
    let may_be_title = |word: &String| titles.iter().any(|title| title.starts_with(word.as_str()));
    match longest(&|word| !may_be_title(word)) {
        Some((_, word)) => prefixes.push(word.clone()),
        None => prefixes.extend(words.iter().cloned()),
    }
    prefixes.iter().map(|prefix| cut(prefix).to_string()).collect()
}

/// Whether a file can hold a key with that prefix. Its keys begin at `from` and end where the next file's begin, at
/// `end`; both files may share that key.
fn can_hold(from: &str, end: Option<&str>, prefix: &str) -> bool {
    (from <= prefix || from.starts_with(prefix)) && end.is_none_or(|end| end >= prefix)
}

//! Reading a roll in its order.

use open_letter::model::{PageRef, RollFile, RollIndex, Signatory};
use open_letter::roll::Walk;
use std::collections::HashMap;

/// Rows 0 to 9 on pages of 3, two pages to a list.
fn roll() -> (RollIndex, HashMap<String, RollFile>) {
    let mut files = HashMap::new();
    let mut index = RollIndex::default();
    let rows: Vec<usize> = (0..10).collect();
    let pages: Vec<&[usize]> = rows.chunks(3).collect();
    for pages in pages.chunks(2) {
        let mut list = RollFile::default();
        for page in pages {
            let named = |row: &usize| Signatory { name: row.to_string(), ..Signatory::default() };
            let signatories = page.iter().map(named).collect();
            let src = format!("page-{}", page[0]);
            list.pages.push(PageRef { src: src.clone(), count: page.len() as u64 });
            files.insert(src, RollFile { signatories, ..RollFile::default() });
        }
        let src = format!("list-{}", pages[0][0]);
        index.pages.push(PageRef { src: src.clone(), count: list.pages.iter().map(|page| page.count).sum() });
        files.insert(src, list);
    }
    (index, files)
}

fn walked(mut walk: Walk) -> (String, usize) {
    let (_, files) = roll();
    let (mut names, mut read) = (String::new(), 0);
    while let Some(src) = walk.wanted() {
        let file = files[src].clone();
        for row in walk.take(file).unwrap_or_default() {
            names.push_str(&row.name);
        }
        read += 1;
    }
    (names, read)
}

#[test]
fn the_roll_is_read_forward_and_backward() {
    let (index, _) = roll();
    assert_eq!(walked(Walk::forward(&index, 0)), ("0123456789".into(), 6));
    assert_eq!(walked(Walk::backward(&index, 0)), ("9876543210".into(), 6));
}

#[test]
fn what_is_passed_over_is_not_asked_for() {
    let (index, _) = roll();
    assert_eq!(walked(Walk::forward(&index, 2)), ("23456789".into(), 6));
    assert_eq!(walked(Walk::forward(&index, 3)), ("3456789".into(), 5));
    assert_eq!(walked(Walk::forward(&index, 7)), ("789".into(), 3));
    assert_eq!(walked(Walk::forward(&index, 9)), ("9".into(), 2));
    assert_eq!(walked(Walk::forward(&index, 10)), (String::new(), 0));
    assert_eq!(walked(Walk::backward(&index, 5)), ("43210".into(), 3));
    assert_eq!(walked(Walk::backward(&index, 99)), (String::new(), 0));
}

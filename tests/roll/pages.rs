//! The places of a roll's rows, and how they change.

use open_letter::model::{PageRef, RollFile, RollIndex};
use open_letter::roll::{Holder, Moves, Pages};

/// A roll with these pages in its lists. Each page is named by its rows, one letter per row.
fn roll(lists: &[&[&str]]) -> Pages {
    let page = |src: &&str| PageRef { src: (*src).into(), count: src.len() as u64 };
    let count = |pages: &[&str]| pages.iter().map(|page| page.len() as u64).sum();
    let refs = lists.iter().map(|pages| PageRef { src: pages.concat(), count: count(pages) });
    let mut roll = Pages::of(&RollIndex { pages: refs.collect(), ..RollIndex::default() });
    for pages in lists {
        let file = RollFile { pages: pages.iter().map(page).collect(), ..RollFile::default() };
        roll.take(&pages.concat(), &file);
    }
    roll
}

#[test]
fn a_row_is_held_by_the_page_that_its_list_leads_to() {
    let lists = vec![PageRef { src: "x".into(), count: 5 }, PageRef { src: "y".into(), count: 4 }];
    let index = RollIndex { pages: lists, ..RollIndex::default() };
    let mut pages = Pages::of(&index);
    assert_eq!(pages.count(), 9);
    assert_eq!(pages.holding(6), Some(Holder::List("y".into())));
    let page = |src: &str, count| PageRef { src: src.into(), count };
    pages.take("y", &RollFile { pages: vec![page("a", 1), page("b", 0), page("c", 3)], ..RollFile::default() });
    assert_eq!(pages.holding(5), Some(Holder::Page("a".into(), 5..6)));
    assert_eq!(pages.holding(6), Some(Holder::Page("c".into(), 6..9)));
    assert_eq!(pages.holding(4), Some(Holder::List("x".into())));
    assert_eq!(pages.holding(9), None);
    assert_eq!((pages.unread_list(&(5..9)), pages.unread_list(&(4..9))), (None, Some("x")));
    assert_eq!(pages.published_anew(&index).unread_list(&(5..9)), None, "a list that stays need not be read again");
}

#[test]
fn a_list_that_lies_leads_nowhere() {
    let huge = |src: &str| PageRef { src: src.into(), count: u64::MAX };
    let mut pages = Pages::of(&RollIndex { pages: vec![huge("x"), huge("y")], ..RollIndex::default() });
    assert_eq!(pages.count(), u64::MAX);
    pages.take("x", &RollFile::default());
    assert_eq!((pages.holding(7), pages.unread_list(&(0..9))), (None, None));
}

/// Asserts where each row of the first roll is in the second; rows are compared by their letters.
#[track_caller]
fn moved(old: &[&[&str]], new: &[&[&str]], expected: &[u64]) {
    let moves = Moves::between(&roll(old), &roll(new));
    let rows = old.concat().concat().len() as u64;
    assert_eq!((0..=rows).map(|row| moves.place(row)).collect::<Vec<_>>(), expected);
}

#[test]
fn rows_stay_where_they_are_when_others_are_added_behind_them() {
    moved(&[&["abc", "de"]], &[&["abc", "def"]], &[0, 1, 2, 3, 4, 5]);
    moved(&[&["abc", "de"]], &[&["abc", "de"], &["fgh"]], &[0, 1, 2, 3, 4, 5]);
}

#[test]
fn rows_behind_one_that_was_withdrawn_are_as_many_places_before() {
    moved(&[&["abc", "def", "ghi"]], &[&["abc", "df", "ghi"]], &[0, 1, 2, 3, 4, 5, 5, 6, 7, 8]);
    moved(&[&["abc"], &["def", "ghi"]], &[&["abc", "ghi"]], &[0, 1, 2, 3, 3, 3, 3, 4, 5, 6]);
}

#[test]
fn rows_behind_one_that_was_put_between_are_as_many_places_behind() {
    moved(&[&["abc", "def"]], &[&["abc", "x", "def"]], &[0, 1, 2, 4, 5, 6, 7]);
    moved(&[&["abc", "def"]], &[&["axbc", "def"]], &[0, 1, 2, 4, 5, 6, 7]);
}

#[test]
fn where_nothing_has_stayed_rows_keep_their_places_as_far_as_there_are_any() {
    moved(&[&["abc", "def"]], &[&["xyzv"]], &[0, 1, 2, 3, 4, 4, 4]);
    moved(&[&["abc"]], &[], &[0, 0, 0, 0]);
}

#[test]
fn rows_are_the_same_where_no_file_of_theirs_has_changed() {
    let old = roll(&[&["abc", "def", "ghi"]]);
    let kept = |new: &[&[&str]]| {
        let moves = Moves::between(&old, &roll(new));
        [0..3, 0..6, 4..6, 2..7, 6..9].map(|rows| moves.keeps(&rows))
    };
    assert_eq!(kept(&[&["abc", "def"], &["ghi", "j"]]), [true; 5]);
    assert_eq!(kept(&[&["abc", "dxf", "ghi"]]), [true, false, false, false, true]);
    // Rows inserted between two sheets belong to the first.
    assert_eq!(kept(&[&["abc", "x", "def", "ghi"]]), [false, false, true, false, true]);
    assert_eq!(kept(&[&["def", "abc", "ghi"]]), [true, false, false, false, true]);
}

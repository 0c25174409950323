//! The roll's rows, as they change; names folded, searched and walked through.

mod folding;
mod pages;
mod reading;
mod reading_on;
mod search;

use open_letter::model::Signatory;
use open_letter::roll::{Row, append, merge, rows};

fn person(id: &str, name: &str) -> Signatory {
    let id = (!id.is_empty()).then(|| id.to_string());
    Signatory { id, name: name.into(), ..Signatory::default() }
}

/// The names, each new one with a mark.
fn names(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| [row.signatory.name.as_str(), if row.new { "*" } else { "" }].concat()).collect()
}

#[test]
fn who_came_is_marked_and_who_withdrew_is_gone() {
    let shown = rows(&[person("1", "Ani"), person("2", "Bedros"), person("3", "Zabel")]);
    let merged = merge(&shown, &[person("1", "Ani"), person("3", "Zabel"), person("4", "Garo")]);
    assert_eq!(names(&merged), ["Ani", "Zabel", "Garo*"]);
    let again = merge(&merged, &[person("1", "Ani"), person("3", "Zabel"), person("4", "Garo"), person("5", "Lucine")]);
    assert_eq!(names(&again), ["Ani", "Zabel", "Garo*", "Lucine*"], "new ones stay marked as long as the page is open");
}

#[test]
fn a_corrected_name_is_no_new_one_and_keeps_its_place() {
    let shown = rows(&[person("1", "Ani"), person("2", "Bedos"), person("3", "Zabel")]);
    let merged = merge(&shown, &[person("1", "Ani"), person("2", "Bedros"), person("3", "Zabel")]);
    assert_eq!(names(&merged), ["Ani", "Bedros", "Zabel"]);
}

#[test]
fn without_an_id_name_and_affiliation_tell_who_it_is() {
    let of = |organisation: &str| Signatory { organisation: Some(organisation.into()), ..person("", "Ani") };
    let merged = merge(&rows(&[of("One")]), &[of("One"), of("Two")]);
    assert_eq!(names(&merged), ["Ani", "Ani*"]);
}

#[test]
fn the_latest_join_at_the_end_the_newest_last() {
    let shown = rows(&[person("1", "Ani"), person("2", "Bedros")]);
    let latest = [person("4", "Garo"), person("3", "Zabel"), person("2", "Bedros")];
    let joined = append(&shown, &latest);
    assert_eq!(names(&joined), ["Ani", "Bedros", "Zabel*", "Garo*"]);
    assert_eq!(append(&joined, &latest), joined, "nobody joins twice");
}

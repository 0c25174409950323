//! The rows of a roll and their changes; folding, search and paging.

mod folding;
mod pages;
mod reading;
mod reading_on;
mod search;

use open_letter::model::Signatory;
use open_letter::roll::{Row, joined, merge, rows};

fn person(id: &str, name: &str) -> Signatory {
    let id = (!id.is_empty()).then(|| id.to_string());
    Signatory { id, name: name.into(), ..Signatory::default() }
}

/// The names, with a mark on each new one.
fn names(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| [row.signatory.name.as_str(), if row.new { "*" } else { "" }].concat()).collect()
}

#[test]
fn who_came_is_marked_and_who_withdrew_is_gone() {
    let shown = rows(&[person("1", "Ani"), person("2", "Bedros"), person("3", "Zabel")]);
    let merged = merge(&shown, &[person("1", "Ani"), person("3", "Zabel"), person("4", "Garo")], false);
    assert_eq!(names(&merged), ["Ani", "Zabel", "Garo*"]);
    let published = [person("1", "Ani"), person("3", "Zabel"), person("4", "Garo"), person("5", "Lucine")];
    let again = merge(&merged, &published, false);
    assert_eq!(names(&again), ["Ani", "Zabel", "Garo*", "Lucine*"], "new ones stay marked as long as the page is open");
}

#[test]
fn a_corrected_name_is_no_new_one_and_keeps_its_place() {
    let shown = rows(&[person("1", "Ani"), person("2", "Bedos"), person("3", "Zabel")]);
    let merged = merge(&shown, &[person("1", "Ani"), person("2", "Bedros"), person("3", "Zabel")], false);
    assert_eq!(names(&merged), ["Ani", "Bedros", "Zabel"]);
}

#[test]
fn without_an_id_name_and_affiliation_tell_who_it_is() {
    let of = |organisation: &str| Signatory { organisation: Some(organisation.into()), ..person("", "Ani") };
    let merged = merge(&rows(&[of("One")]), &[of("One"), of("Two")], false);
    assert_eq!(names(&merged), ["Ani", "Ani*"]);
}

#[test]
fn who_moves_up_into_the_beginning_of_a_roll_is_not_new_there() {
    let initiator = Signatory { initiator: true, ..person("9", "Lucine") };
    let published = [initiator, person("1", "Ani"), person("3", "Zabel")];
    let merged = merge(&rows(&[person("1", "Ani"), person("2", "Bedros")]), &published, true);
    assert_eq!(names(&merged), ["Lucine*", "Ani", "Zabel"]);
}

/// Asserts who has joined after each answer, by name.
#[track_caller]
fn join(published: &[Signatory], answers: &[(&[Signatory], &[&str])]) {
    let mut before = Vec::new();
    for (latest, expected) in answers {
        before = joined(&rows(published), &before, latest);
        let names: Vec<&str> = before.iter().map(|signatory| signatory.name.as_str()).collect();
        assert_eq!(names, *expected);
    }
}

#[test]
fn the_latest_join_in_the_order_of_signing_and_nobody_twice() {
    let [ani, bedros, zabel, garo] =
        [person("1", "Ani"), person("2", "Bedros"), person("3", "Zabel"), person("4", "Garo")];
    let latest = [garo, zabel, bedros.clone()];
    join(&[ani, bedros], &[(&latest, &["Zabel", "Garo"]), (&latest, &["Zabel", "Garo"])]);
}

/// More signatories may join than a count lists.
#[test]
fn who_joined_earlier_stays_and_who_withdrew_goes() {
    let [ani, bedros, zabel, garo, lucine] =
        [person("1", "Ani"), person("2", "Bedros"), person("3", "Zabel"), person("4", "Garo"), person("5", "Lucine")];
    join(
        &[ani],
        &[
            (&[zabel.clone(), bedros.clone()], &["Bedros", "Zabel"]),
            (&[garo.clone(), zabel], &["Bedros", "Zabel", "Garo"]),
            // Zabel has withdrawn: the signatories before and after are known.
            (&[garo.clone(), bedros], &["Bedros", "Garo"]),
            (&[lucine], &["Bedros", "Garo", "Lucine"]),
        ],
    );
}

#[test]
fn nobody_has_joined_once_the_latest_are_all_published() {
    let [ani, bedros, zabel] = [person("1", "Ani"), person("2", "Bedros"), person("3", "Zabel")];
    let latest = [zabel.clone(), bedros.clone()];
    join(std::slice::from_ref(&ani), &[(&latest, &["Bedros", "Zabel"])]);
    let before = joined(&rows(std::slice::from_ref(&ani)), &[], &latest);
    assert!(joined(&rows(&[ani, bedros, zabel]), &before, &latest).is_empty());
}

#[test]
fn a_name_alone_is_no_other_than_the_one_that_is_published() {
    let of = |name: &str, organisation: &str| Signatory { organisation: Some(organisation.into()), ..person("", name) };
    join(&[of("Ani", "Union")], &[(&[person("", "Zabel"), person("", "Ani")], &["Zabel"])]);
    join(&[of("Ani", "Union")], &[(&[of("Ani", "Society")], &["Ani"])]);
}

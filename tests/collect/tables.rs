//! `signatories.collected.csv`, as the publisher reads it.

use crate::place::Place;
use open_letter::source::Source;
use std::fs;

const HEADING: &str =
    "id,name,kind,role,organisation,note,url,country,lang,signed,comment,initiator,hidden,verified,logo,text";

/// The first finding about a table.
fn finding(collected: &str) -> String {
    let place = Place::new();
    fs::write(place.letter().join("signatories.collected.csv"), collected).unwrap();
    let (source, findings) = Source::read(&place.letter(), None);
    assert_eq!(source.is_none(), !findings.is_empty(), "{findings:?}");
    findings
        .first()
        .map(|finding| format!("{}: {}", finding.line.unwrap_or_default(), finding.message))
        .unwrap_or_default()
}

#[test]
fn the_heading_row_is_known() {
    assert_eq!(finding(&format!("{HEADING}\n")), "");
    assert!(finding("").starts_with("1: does not have the collector's heading row"));
    assert!(finding("id,name,phone\n").starts_with("1: does not have the collector's heading row"));
}

#[test]
fn two_of_one_name_are_two_people() {
    let row = |id: &str| format!("{id},Anna Berg,person,,,,,,,2026-11-30,,,,,,0123456789abcdef\n");
    assert_eq!(finding(&format!("{HEADING}\n{}{}", row("c-aaaaaaaa"), row("c-bbbbbbbb"))), "");
    let twice = finding(&format!("{HEADING}\n{}{}", row("c-aaaaaaaa"), row("c-aaaaaaaa")));
    assert!(twice.starts_with("3: id c-aaaaaaaa is also in line 2"), "{twice}");
}

#[test]
fn an_id_of_the_coordinators_table_is_taken() {
    let place = Place::new();
    fs::write(place.letter().join("signatories.csv"), "id,name\nc-aaaaaaaa,Ada\n").unwrap();
    let row = "c-aaaaaaaa,Anna Berg,person,,,,,,,2026-11-30,,,,,,0123456789abcdef\n";
    fs::write(place.letter().join("signatories.collected.csv"), format!("{HEADING}\n{row}")).unwrap();
    let (_, findings) = Source::read(&place.letter(), None);
    assert!(findings[0].message.starts_with("id c-aaaaaaaa is in signatories.csv too"), "{findings:?}");
}

//! The letter to the Government of Canada: published, it has every word of its source.

use open_letter::model::{Addressee, Block, Json, Kind, Letter, Signatory};
use open_letter::publish::check::check;
use open_letter::publish::{Publisher, Site};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("letters/canada-artsakh-2023")
}

fn published() -> Letter {
    let temp = tempfile::tempdir().unwrap();
    let site = Site::open(temp.path()).unwrap();
    Publisher::new(&site, None).unwrap().publish(&folder()).unwrap();
    let bytes = site.read("letters/canada-artsakh-2023/letter.json").unwrap().unwrap();
    Letter::read(&Json::parse(&String::from_utf8(bytes).unwrap()).unwrap(), &|url| Some(url.to_string()))
        .unwrap()
        .letter
}

#[test]
fn it_is_in_order() {
    let checked = check(&folder());
    assert_eq!(checked.findings, []);
    assert_eq!(
        checked.summary.as_deref(),
        Some("“Letter to Government of Canada by Hayren Partners and 21 NGOs”, 15 addressees, 22 signatories, in en, fr")
    );
}

#[test]
fn every_line_of_the_source_can_be_had_from_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters/canada-artsakh-2023/source.txt");
    let source = std::fs::read_to_string(source).unwrap();
    let lines: Vec<&str> = source.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines_of(&published()), lines);
}

/// The letter written out as its source is.
fn lines_of(letter: &Letter) -> Vec<String> {
    let mut lines = vec![letter.title.clone(), letter.summary.clone().unwrap()];
    assert_eq!(letter.date.unwrap().to_iso(), "2023-09-07");
    lines.push("September 7th, 2023".into());
    for group in &letter.addressees {
        lines.extend(group.heading.clone());
        lines.extend(
            group.members.iter().enumerate().map(|(at, member)| addressee(member, at + 1 == group.members.len())),
        );
    }
    lines.extend(letter.salutation.clone());
    lines.extend(letter.body.iter().map(|block| match block {
        Block::Paragraph(spans) => spans.plain(),
        other => panic!("the letter has paragraphs alone: {other:?}"),
    }));
    lines.extend(letter.closing.clone());
    lines.extend(letter.signatories.iter().map(signatory));
    lines
}

/// The marks between the addressees are no part of their names.
fn addressee(addressee: &Addressee, last: bool) -> String {
    let end = match addressee.name.as_str() {
        "Anita Vandenbeld" => ",",
        "His Excellency Robert Rae" => ";",
        _ if last => "",
        _ => ";",
    };
    format!("{}, {}{end}", addressee.name, addressee.office.as_deref().unwrap())
}

fn signatory(signatory: &Signatory) -> String {
    let parts = [Some(&signatory.name), signatory.role.as_ref(), signatory.organisation.as_ref()];
    let line = parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
    let note = signatory.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("➢ {line}{note}")
}

#[test]
fn its_parts_are_in_their_places() {
    let letter = published();
    assert_eq!(letter.addressees.iter().map(|group| group.members.len()).collect::<Vec<_>>(), [4, 11]);
    assert_eq!(letter.addressees[0].heading.as_deref(), Some("To the Attention of:"));
    assert_eq!(letter.body.len(), 13);
    assert_eq!(letter.count(), Some(22));
    let ids: Vec<String> = letter.signatories.iter().filter_map(|one| one.id.clone()).collect();
    assert_eq!(ids, (1..=22).map(|id| id.to_string()).collect::<Vec<_>>());
    let person = |name: &str| letter.signatories.iter().find(|one| one.name == name).unwrap();
    let gilbert = person("Lela Gilbert");
    assert_eq!(gilbert.role.as_deref(), Some("Fellow"));
    assert_eq!(gilbert.organisation.as_deref(), Some("Hudson Center for International Religious Freedom"));
    assert_eq!(person("Professor Elisa von Joeden-Forgey, PhD").kind, Some(Kind::Person));
    person("Union of Armenian Communities of Quebec, twenty-one registered organisations in Quebec");
    assert!(letter.signatories[0].initiator && !letter.signatories[1].initiator);
    assert!(letter.is_open() && letter.sign.is_none());
}

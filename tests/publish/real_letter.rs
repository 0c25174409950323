//! The letter to the Government of Canada: its publication has every word of the source.

use crate::publication::Publication;
use open_letter::check::check;
use open_letter::model::{Addressee, Block, Kind, Letter, Signatory, Status};

const FOLDER: &str = "letters/canada-artsakh-2023";

fn published() -> Letter {
    Publication::of(FOLDER).letters().remove(0)
}

#[test]
fn it_is_in_order() {
    let checked = check(&Publication::source(FOLDER));
    assert_eq!(checked.findings, []);
    assert_eq!(
        checked.summary.as_deref(),
        Some(
            "“Letter to Government of Canada by Hayren Partners and 21 NGOs”, 15 addressees, 22 signatories, in en, fr"
        )
    );
}

#[test]
fn every_line_of_the_source_is_in_it() {
    let source = Publication::source("tests/letters/canada-artsakh-2023/source.txt");
    let source = std::fs::read_to_string(source).unwrap();
    let lines: Vec<&str> = source.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines_of(&published()), lines);
}

/// The letter as lines, in the form of its source.
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

/// The punctuation between addressees is not part of their names.
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
    assert!(letter.sign.is_none());
}

#[test]
fn it_was_delivered_as_its_source_says() {
    for letter in Publication::of(FOLDER).letters() {
        assert_eq!(letter.status, Status::Delivered);
        let [update] = &letter.updates[..] else { panic!("{:?}", letter.updates) };
        assert_eq!(update.date, letter.date);
        let first = |text: &str| text.split_inclusive('.').next().unwrap_or_default().to_string();
        let said = first(&letter.summary.unwrap());
        assert_eq!(update.text, said);
    }
}

#[test]
fn its_translation_says_that_the_original_counts() {
    let letter = Publication::of(FOLDER).letters().remove(1);
    assert_eq!(letter.lang.as_str(), "fr");
    let summary = letter.summary.unwrap();
    assert!(summary.ends_with("Traduction non officielle\u{202f}; l’original anglais fait foi."), "{summary}");
}

#[test]
fn its_translation_has_the_same_addressees_and_the_same_signatories() {
    let letters = Publication::of(FOLDER).letters();
    let [english, french] = &letters[..] else { panic!("it is in {} languages", letters.len()) };
    assert_eq!(french.addressees.iter().map(|group| group.members.len()).collect::<Vec<_>>(), [4, 11]);
    let members =
        |letter: &Letter| letter.addressees.iter().flat_map(|group| group.members.clone()).collect::<Vec<_>>();
    for (english, french) in members(english).iter().zip(members(french)) {
        let last = |name: &str| name.split(' ').next_back().unwrap().to_string();
        assert_eq!(last(&english.name), last(&french.name));
        assert!(french.office.is_some(), "{}", french.name);
    }
    assert_eq!(french.signatories, english.signatories);
}

/// French typography: a non-breaking space before high punctuation marks and inside quotation marks, and no typewriter
/// quotes or apostrophes.
#[test]
fn its_translation_is_set_as_french_is() {
    let text = std::fs::read_to_string(Publication::source(FOLDER).join("letter.fr.md")).unwrap();
    let (_, text) = text.split_once("addressees:\n").unwrap();
    let (addressees, body) = text.split_once("\n---\n").unwrap();
    assert!(!body.contains(['\'', '"', '“', '”']) && !addressees.contains('\''), "an English mark");
    let chars: Vec<char> = body.chars().collect();
    for (index, char) in chars.iter().enumerate() {
        let (before, after) = (chars[index.saturating_sub(1)], chars.get(index + 1));
        let around = || chars[index.saturating_sub(20)..].iter().take(40).collect::<String>();
        assert!(!matches!(char, ';' | ':' | '!' | '?' | '»') || before == '\u{202f}', "before {char}: {}", around());
        assert!(*char != '«' || after == Some(&'\u{202f}'), "after {char}: {}", around());
        assert!(!before.is_ascii_digit() || *char != ' ' || !after.is_some_and(char::is_ascii_digit), "{}", around());
    }
}

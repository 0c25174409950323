//! Letters of different kinds, the real one and those of `tests/letters/folders/`: each is published whole.

use crate::academics;
use crate::outline::{links, marked, outline, shape};
use crate::publication::Publication;
use crate::reader::Reader;
use open_letter::check::check;
use open_letter::model::{Block, Direction, Item, Kind, List, Signatory, Spans, Status};

const CANADA: &str = "letters/canada-artsakh-2023";
const UNIVERSITY: &str = "tests/letters/folders/university-library";
const RIVER: &str = "tests/letters/folders/river-arabic";
const SCHOOL: &str = "tests/letters/folders/school-armenian";
const HARBOUR: &str = "tests/letters/folders/harbour-lamps";
const ALL: [&str; 5] = [CANADA, UNIVERSITY, RIVER, SCHOOL, HARBOUR];

#[test]
fn each_is_in_order() {
    for (folder, summary) in [
        (
            UNIVERSITY,
            "“For the Old Reading Room: academics to the Council of the University of Marrowick”, 4 addressees, \
             900 signatories, in en, de",
        ),
        (RIVER, "“رسالة مفتوحة من أجل ضفاف نهر السنونو”, 2 addressees, 9 signatories, in ar"),
        (HARBOUR, "“Open letter about the lamps of the harbour of Quillmouth”, 1 addressee, 6 signatories, in en, ar"),
        (SCHOOL, "“Բաց նամակ Խնձորաբակի դպրոցի գրադարանի և այգու մասին”, 2 addressees, 30 signatories, in hy, en"),
    ] {
        let checked = check(&Publication::source(folder));
        crate::check::is_in_order(&checked);
        assert_eq!(checked.summary.as_deref(), Some(summary));
    }
}

#[test]
fn each_is_published_with_all_that_it_has() {
    for (folder, languages, blocks, signatories, count, goal) in [
        (CANADA, &["en", "fr"][..], 13, 22, 22, None),
        (UNIVERSITY, &["en", "de"], 14, 24, 900, Some(1200)),
        (RIVER, &["ar"], 6, 9, 9, Some(12)),
        (SCHOOL, &["hy", "en"], 12, 30, 30, Some(50)),
        (HARBOUR, &["en", "ar"], 15, 6, 6, Some(40)),
    ] {
        let published = Publication::of(folder);
        let letters = published.letters();
        assert_eq!(letters.iter().map(|letter| letter.lang.as_str()).collect::<Vec<_>>(), languages, "{folder}");
        for letter in letters {
            assert_eq!((letter.body.len(), letter.signatories.len()), (blocks, signatories), "{folder}");
            assert_eq!((letter.count(), letter.signatures.goal), (Some(count), goal), "{folder}");
        }
        let document = published.json("count.json");
        assert_eq!((document["count"].as_u64(), document["goal"].as_u64()), (Some(count), goal), "{folder}");
    }
}

/// Their outlines, to be reviewed when they change: see CONTRIBUTING.md.
#[test]
fn each_has_the_outline_that_was_reviewed() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for folder in ALL {
            let published = Publication::of(folder);
            for letter in published.letters() {
                let name = format!("{}.{}", published.id(), letter.lang.as_str());
                insta::assert_snapshot!(name, outline(&letter));
            }
        }
    });
}

#[test]
fn translations_list_each_other_and_share_all_but_their_words() {
    for folder in ALL {
        let letters = Publication::of(folder).letters();
        let original = &letters[0];
        assert_eq!(original.translations.len(), if letters.len() > 1 { letters.len() } else { 0 }, "{folder}");
        for letter in &letters {
            assert_eq!(letter.translations, original.translations, "{folder}");
            assert_eq!((&letter.id, letter.date, letter.status), (&original.id, original.date, original.status));
            assert_eq!((&letter.signatories, &letter.roll), (&original.signatories, &original.roll), "{folder}");
            assert_eq!(letter.signatures, original.signatures, "{folder}");
            assert_eq!(letter.sign.as_ref().map(|sign| &sign.url), original.sign.as_ref().map(|sign| &sign.url));
            let own = letter.translations.iter().find(|one| one.lang == letter.lang);
            assert_eq!(own.map(|own| own.title.as_deref()), (letters.len() > 1).then_some(Some(&*letter.title)));
        }
    }
}

#[test]
fn translations_say_as_much_as_their_originals_in_the_same_order() {
    for folder in ALL {
        let letters = Publication::of(folder).letters();
        for letter in &letters {
            assert_eq!(shape(letter), shape(&letters[0]), "{folder}, {}", letter.lang.as_str());
        }
    }
}

#[test]
fn nine_hundred_academics_stand_in_a_roll_beside_the_letter() {
    let published = Publication::of(UNIVERSITY);
    for letter in published.letters() {
        assert_eq!(letter.roll.unwrap().as_str(), "roll/index.json");
        let initiators: Vec<bool> = letter.signatories.iter().map(|signatory| signatory.initiator).collect();
        assert_eq!(initiators, (0..24).map(|index| index < 6).collect::<Vec<_>>());
    }
    let roll = Reader::open(&published.path("roll"));
    assert_eq!((roll.index.count, roll.index.persons), (900, 900));
    let rows = roll.walk(false);
    assert_eq!(rows.len(), 900);
    assert!(rows.iter().all(|row| row.role.is_some() && row.organisation.is_some() && row.country.is_some()));
    for row in rows.iter().step_by(9) {
        assert!(roll.find(&row.name).contains(row), "{} is not found", row.name);
    }
}

#[test]
fn most_of_the_academics_have_accents_and_some_are_written_in_other_scripts() {
    let rows = Reader::open(&Publication::of(UNIVERSITY).path("roll")).walk(false);
    let is_latin = |name: &str| name.starts_with(|char| matches!(char, 'A'..='Z' | 'À'..='ž' | 'Ș'..='ț'));
    let (latin, other): (Vec<&Signatory>, Vec<_>) = rows.iter().partition(|row| is_latin(&row.name));
    let accents = latin.iter().filter(|row| !row.name.is_ascii()).count();
    assert!(accents > 500 && other.len() > 50, "{accents} with accents, {} in other scripts", other.len());
}

#[test]
fn the_academics_are_those_of_the_generator() {
    let file = std::fs::read_to_string(Publication::source(UNIVERSITY).join("signatories.csv")).unwrap();
    let command = "cargo run --example roll -- academics 900";
    assert!(file == academics::table(1, 900), "the file is not what `{command}` prints");
}

#[test]
fn the_letter_in_arabic_is_delivered_with_organisations_in_two_scripts() {
    let published = Publication::of(RIVER);
    let letter = published.letters().remove(0);
    assert_eq!(letter.lang.direction(), Direction::Rtl);
    assert_eq!(letter.status, Status::Delivered);
    let days: Vec<String> = letter.updates.iter().filter_map(|update| Some(update.date?.to_iso())).collect();
    assert_eq!(days, ["2026-05-12", "2026-06-03"]);
    assert_eq!(letter.kinds().map(|kinds| kinds.organisations), Some(9));
    assert_eq!(published.json("count.json")["organisations"], 9);
    let is_arabic = |name: &str| name.chars().any(|char| matches!(char, '\u{600}'..='\u{6ff}'));
    let arabic = letter.signatories.iter().filter(|signatory| is_arabic(&signatory.name)).count();
    assert_eq!(arabic, 6, "and three are Latin");
    let of_both = |signatory: &&Signatory| is_arabic(&signatory.name) && signatory.name.contains('(');
    assert!(letter.signatories.iter().find(of_both).is_some_and(|one| one.name.ends_with("(OBF)")));
}

#[test]
fn the_schools_letter_has_signatories_of_both_kinds_with_all_that_a_row_can_say() {
    let letter = Publication::of(SCHOOL).letters().remove(0);
    let number = |so: fn(&Signatory) -> bool| letter.signatories.iter().filter(|signatory| so(signatory)).count();
    assert_eq!(number(|one| one.kind == Some(Kind::Organisation)), 8);
    assert_eq!(number(|one| one.kind == Some(Kind::Person)), 22);
    assert_eq!(number(|one| one.initiator), 2);
    assert_eq!(number(|one| one.comment.is_some()), 10);
    assert_eq!(number(|one| one.url.is_some()), 7);
    assert_eq!(number(|one| one.verified), 15);
    assert_eq!(number(|one| one.country.is_some() && one.signed.is_some() && one.lang.is_some()), 30);
}

#[test]
fn each_reference_leads_where_its_note_does() {
    for letter in Publication::of(SCHOOL).letters() {
        let Some(Block::List(List { list: notes, ordered: true, .. })) = letter.body.last() else {
            panic!("its notes are last")
        };
        let text: String = letter.body.iter().filter_map(paragraph).map(marked).collect();
        assert_eq!(notes.len(), 3);
        for (index, note) in notes.iter().enumerate() {
            let Item::Spans(note) = note else { panic!("a note is a line") };
            let reference = format!("[[{}]]({})", index + 1, links(note)[0]);
            assert!(text.contains(&reference), "{} has no {reference}", letter.lang.as_str());
        }
    }
}

fn paragraph(block: &Block) -> Option<&Spans> {
    match block {
        Block::Paragraph(spans) => Some(spans),
        _ => None,
    }
}

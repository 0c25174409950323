//! Publishing writes only what pages accept: no letter and no roll that they would refuse.

use crate::command::run;
use crate::folder::Folder;
use open_letter::check::check;
use open_letter::model::limits::{COUNT_BYTES, LETTER_BYTES, ROLL_FILE_BYTES};
use open_letter::model::{Count, Json, Letter, RollFile, RollIndex};
use proptest::prelude::*;

#[test]
fn a_row_that_is_too_long_is_reported_with_its_line_and_column() {
    let long = "x".repeat(25_000);
    let folder = Folder::new().signatories(&format!("name,comment\nAda,\nBob,{long}\n"));
    let expected = "x/signatories.csv:3: comment has 25000 bytes, and a row may have 20000 in all: shorten it";
    folder.reports(&[expected]);
    assert!(folder.shorten(&check(&folder.path()).findings).contains(&expected.to_string()));
    assert!(folder.publish().id.is_none());
    std::fs::write(folder.beside("export.csv"), format!("Name,Why\nAda,\nBob,{long}\n")).unwrap();
    let folder = folder.signatories("id,name\n");
    let output = run(&folder, &["import", "export.csv", "--into", "x", "--map", "name=Name,comment=Why"]);
    let reported = String::from_utf8(output.stdout).unwrap();
    let refused = "export.csv:3: refused: comment has 25000 bytes, and a row may have 20000 in all: shorten it\n";
    assert!(reported.contains(refused), "{reported}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_letter_that_is_too_long_is_reported_where_its_longest_part_begins() {
    let updates = |number: usize, length: usize| {
        let update = |at: usize| format!("  - text: {at} {}\n", "x".repeat(length));
        format!("lang: en\ntitle: A letter\nupdates:\n{}", (0..number).map(update).collect::<String>())
    };
    let folder = Folder::new().letter(updates(150, 40_000).trim_end(), "Text.");
    for reported in [folder.findings(), folder.shorten(&check(&folder.path()).findings)] {
        let is_error = |line: &String| line.starts_with("x/letter.md:") && !line.contains(": hint: ");
        assert!(reported.iter().any(is_error), "{reported:.300?}");
    }
    assert!(folder.publish().id.is_none());
    assert!(!folder.out().join("letters/x").exists());
}

#[test]
fn more_initiators_than_a_letter_takes_are_reported() {
    let rows = |number: usize, logo: &str| {
        (0..number).map(|row| format!("N {row},true,{logo}\n")).collect::<Vec<_>>().concat()
    };
    for (rows, what) in [(rows(2001, ""), "2001 signatories"), (rows(501, "https://a.example/b.png"), "501 logos")] {
        let folder = Folder::new().signatories(&format!("name,initiator,logo\n{rows}"));
        let reported = folder.findings();
        assert_eq!(reported.len(), 1);
        assert!(
            reported[0].starts_with(&format!("x/signatories.csv: has {what} in the letter itself, ")),
            "{reported:?}"
        );
    }
}

/// A letter with few but long rows is long.
#[test]
fn rows_that_would_fill_a_letter_go_into_a_roll() {
    let comment = "x".repeat(3500);
    let rows = (0..400).map(|row| format!("N {row},{comment}\n")).collect::<Vec<_>>().concat();
    let folder = Folder::new().signatories(&format!("name,comment\n{rows}"));
    assert!(folder.publish().roll.is_some());
    is_taken(&folder);
}

#[test]
fn a_document_that_is_too_large_is_reported() {
    let folder = Folder::new();
    let text = format!(r#"{{"version":1,"lang":"en","title":"A","body":["{}"]}}"#, "x".repeat(5_000_000));
    let path = folder.beside("letter.json");
    std::fs::write(&path, &text).unwrap();
    let reported = folder.shorten(&check(&path).findings);
    let large = format!(
        "letter.json: has {} bytes, and pages take 5000000: shorten it, or publish it from a folder, which keeps a long \
         roll apart",
        text.len()
    );
    assert!(reported.contains(&large), "{reported:.300?}");
}

/// Asserts that the widget's reader accepts every file of the publication whole, without a warning.
#[track_caller]
fn is_taken(folder: &Folder) {
    let keep = |url: &str| Some(url.to_string());
    for (path, bytes) in folder.site_files() {
        let json = || Json::parse(std::str::from_utf8(&bytes).unwrap()).unwrap();
        let limit = match path.rsplit('/').collect::<Vec<_>>().as_slice() {
            ["count.json", ..] => {
                let source = folder.letter_of_site().signatures.src.unwrap();
                let (_, problems) = Count::read(&json(), &source, &keep).unwrap();
                assert_eq!(problems.len(), 0, "{path}");
                COUNT_BYTES
            }
            ["index.json", "roll", ..] => {
                assert!(RollIndex::read(&json()).is_some(), "{path}");
                ROLL_FILE_BYTES
            }
            [_, "roll", ..] => {
                assert!(RollFile::read(&json(), &keep).is_some(), "{path}");
                ROLL_FILE_BYTES
            }
            [name, ..] if name.starts_with("letter.") && !name.contains(".view.") => {
                let reading = Letter::read(&json(), &keep).unwrap_or_else(|error| panic!("{path}: {error:?}"));
                assert_eq!(reading.problems.len(), 0, "{path}: {:?}", reading.problems.first());
                LETTER_BYTES
            }
            _ => continue,
        };
        assert!(bytes.len() <= limit as usize, "{path} has {} bytes", bytes.len());
    }
}

/// A letter near one or another limit: parts of the body, their length, updates, addressees, rows, initiators.
#[derive(Clone, Debug)]
struct Sizes {
    blocks: usize,
    block: usize,
    updates: usize,
    addressees: usize,
    rows: usize,
    comment: usize,
    initiators: usize,
    languages: usize,
}

const SMALL: Sizes =
    Sizes { blocks: 2, block: 30, updates: 1, addressees: 2, rows: 3, comment: 10, initiators: 1, languages: 2 };

/// Each is near a limit in one or two ways, and small in all others.
fn sizes() -> impl Strategy<Value = Sizes> {
    prop_oneof![
        (4_900..5_100usize).prop_map(|blocks| Sizes { blocks, block: 3, ..SMALL }),
        (2..5usize, 90_000..400_000usize).prop_map(|(blocks, block)| Sizes { blocks, block, ..SMALL }),
        (195..205usize, 1..6_000usize).prop_map(|(updates, block)| Sizes { updates, block, blocks: 1, ..SMALL }),
        (980..1_010usize).prop_map(|addressees| Sizes { addressees, ..SMALL }),
        (490..510usize, 900..2_500usize).prop_map(|(rows, comment)| Sizes { rows, comment, ..SMALL }),
        (600..620usize, 1_000..4_000usize).prop_map(|(rows, comment)| Sizes { rows, comment, ..SMALL }),
        (20..60usize, 12_000..15_000usize).prop_map(|(rows, comment)| Sizes { rows, comment, ..SMALL }),
        (20..200usize, 1_000..13_000usize).prop_map(|(initiators, comment)| Sizes {
            initiators,
            rows: 200,
            comment,
            ..SMALL
        }),
        (1_990..2_010usize).prop_map(|initiators| Sizes { initiators, rows: initiators, ..SMALL }),
    ]
}

fn folder(sizes: &Sizes) -> Folder {
    let Sizes { blocks, block, updates, addressees, rows, comment, initiators, languages } = *sizes;
    let lines = |number: usize, line: &dyn Fn(usize) -> String| (0..number).map(line).collect::<String>();
    let front = format!(
        "title: A letter\nupdates:\n{}addressees:\n{}",
        lines(updates, &|at| format!("  - text: news {at} {}\n", "x".repeat(block))),
        lines(addressees, &|at| format!("  - Name {at}, office\n")),
    );
    let body = lines(blocks, &|at| format!("Text *{at}* {}\n\n", "ä\"".repeat(block / 3)));
    let row = |at: usize| format!("{at},N {at},{},\"{}\"\n", at < initiators, "ä\"\"".repeat(comment / 4));
    let mut folder = Folder::new().letter(&format!("lang: en\n{}", front.trim_end()), &body);
    for tag in ["fr", "de", "hy"].into_iter().take(languages - 1) {
        folder = folder.file(&format!("letter.{tag}.md"), format!("---\ntitle: Titre\n---\n\n{body}"));
    }
    folder.signatories(&format!("id,name,initiator,comment\n{}", lines(rows, &row)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 27, max_shrink_iters: 9, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_published_is_taken(sizes in sizes()) {
        let folder = folder(&sizes);
        let published = folder.publish();
        let accepted = published.id.is_some();
        if accepted {
            is_taken(&folder);
        } else {
            let reported = folder.shorten(&published.findings);
            let placed = |line: &String| line.starts_with("x/letter.") || line.starts_with("x/signatories.csv");
            prop_assert!(!reported.is_empty() && reported.iter().all(placed), "{:?}", reported.first());
        }
        // If publish refuses a letter, check does too.
        let clean = check(&folder.path()).findings.iter().all(|one| one.weight != open_letter::source::Weight::Error);
        prop_assert_eq!(clean, accepted);
    }
}

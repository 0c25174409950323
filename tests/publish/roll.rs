//! Large rolls: the files written, the results of a search, and the files affected by a change.

use crate::folder::Folder;
use crate::generated;
use crate::reader::Reader;
use open_letter::model::Signatory;
use open_letter::publish::Changes;
use open_letter::source::any_error;
use std::collections::BTreeSet;

const ROLL: &str = "letters/x/roll/";

/// A published folder with that table.
fn published(csv: &str) -> Folder {
    let folder = Folder::new().signatories(csv);
    let published = folder.publish();
    assert!(!any_error(&published.findings), "{:?}", folder.shorten(&published.findings));
    folder
}

fn names(signatories: &[Signatory]) -> Vec<&str> {
    signatories.iter().map(|signatory| signatory.name.as_str()).collect()
}

/// The names in one of our tables, in order.
fn names_of(csv: &str) -> Vec<String> {
    csv.lines().skip(1).map(|line| line.split('"').nth(1).unwrap().trim().to_string()).collect()
}

fn files(folder: &Folder) -> BTreeSet<String> {
    let files = folder.site_files().into_iter();
    files.filter_map(|(path, _)| path.strip_prefix(ROLL).map(str::to_string)).collect()
}

fn table(heading: &str, rows: impl Iterator<Item = String>) -> String {
    std::iter::once(heading.to_string()).chain(rows).map(|row| row + "\n").collect()
}

/// The table without one line.
fn without(csv: &str, line: usize) -> String {
    csv.lines().enumerate().filter(|(at, _)| *at != line).map(|(_, line)| [line, "\n"].concat()).collect()
}

/// Invented rolls must have the features of real ones; otherwise they prove nothing.
#[test]
fn some_of_an_invented_roll_sign_twice_by_another_id_or_in_the_very_same_row() {
    let csv = generated::table(1, 3000);
    let mut rows = BTreeSet::new();
    let same = csv.lines().filter(|line| !rows.insert(*line)).count();
    assert!(same > 2, "{same}");
    let mut words = BTreeSet::new();
    let again = rows.iter().filter_map(|row| row.split_once(',')).filter(|(_, rest)| !words.insert(*rest)).count();
    assert!(again > 10, "{again}");
    let folder = published(&csv);
    assert_eq!(Reader::open(&folder.out().join(ROLL)).walk(false).len(), 3000, "none is dropped");
}

#[test]
fn up_to_500_stand_in_the_letter() {
    let folder = published(&generated::table(1, 500));
    let letter = folder.letter_of_site();
    assert_eq!((letter.signatories.len(), letter.roll), (500, None));
    assert!(!folder.out().join(ROLL).exists());
}

#[test]
fn beyond_500_the_letter_has_the_first_and_the_roll_all() {
    for count in [501, 600, 5000] {
        let csv = generated::table(1, count);
        let folder = published(&csv);
        let letter = folder.letter_of_site();
        assert_eq!(letter.signatories.len(), 24);
        assert_eq!(letter.count(), Some(count as u64));
        assert_eq!(letter.roll.unwrap().as_str(), "roll/index.json");
        let reader = Reader::open(&folder.out().join(ROLL));
        let rows = reader.walk(false);
        assert_eq!(names(&rows), names_of(&csv));
        assert_eq!(rows[..24], letter.signatories);
        let backward: Vec<Signatory> = reader.walk(true).into_iter().rev().collect();
        assert_eq!(backward, rows);
        let index = &reader.index;
        let organisations = rows.iter().filter(|row| row.kind.is_some_and(|kind| kind.as_str() == "organisation"));
        assert_eq!((index.count, index.organisations), (count as u64, organisations.count() as u64));
        assert_eq!(index.persons, index.count - index.organisations);
        let counted = folder.site_json("letters/x/count.json");
        assert_eq!(counted["latest"][0]["name"], rows[count - 1].name.as_str());
    }
}

#[test]
fn all_initiators_stand_in_the_letter() {
    let rows = (0..600).map(|number| format!("N{number},{}", number % 2 == 0 && number < 140));
    let folder = published(&table("name,initiator", rows));
    let letter = folder.letter_of_site();
    assert_eq!(letter.signatories.len(), 70);
    assert!(letter.signatories.iter().all(|signatory| signatory.initiator));
    let rows = Reader::open(&folder.out().join(ROLL)).walk(false);
    assert_eq!(names(&rows)[..72].join(" ").split(' ').skip(69).collect::<Vec<_>>(), ["N138", "N1", "N3"]);
}

#[test]
fn translations_have_the_same_roll() {
    let folder = Folder::new().file("letter.fr.md", "---\ntitle: Une lettre\n---\nTexte.\n");
    let folder = folder.signatories(&generated::table(1, 600));
    folder.publish();
    let french = folder.site_json("letters/x/letter.fr.json");
    assert_eq!(french["roll"], "roll/index.json");
    assert_eq!(french["signatories"], folder.site_json("letters/x/letter.json")["signatories"]);
}

#[test]
fn who_withdraws_is_in_no_file_of_the_site() {
    let mut csv = generated::table(1, 3000);
    let line = 1500;
    csv += "w,Wilhelmina Withdrawn,person,,,NL,2023-09-09,,,\n";
    let folder = published(&csv);
    let holds = |folder: &Folder| {
        let files = folder.site_files().into_iter();
        files.filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("Withdrawn")).count()
    };
    assert!(holds(&folder) >= 3, "a page, two search files, the latest");
    let before = files(&folder);
    let folder = folder.signatories(
        &csv.lines().filter(|line| !line.starts_with('w')).fold(String::new(), |all, line| all + line + "\n"),
    );
    let changes = folder.publish().roll.unwrap();
    assert_eq!(holds(&folder), 0);
    assert!(changes.written < 12 && changes.deleted == changes.written - 1, "{changes:?}");
    assert_eq!(before.len(), files(&folder).len());

    // The same for a signatory in the middle.
    let folder = folder.signatories(&without(&generated::table(1, 3000), line));
    let changes = folder.publish().roll.unwrap();
    assert!(changes.written < 16, "{changes:?}");
}

#[test]
fn a_correction_keeps_its_place() {
    let csv = generated::table(1, 2000).replace("\n1000,\"", "\n1000,\"Corrected ");
    let folder = published(&generated::table(1, 2000));
    let folder = folder.signatories(&csv);
    let changes = folder.publish().roll.unwrap();
    assert!(changes.written < 16, "{changes:?}");
    let reader = Reader::open(&folder.out().join(ROLL));
    assert_eq!(names(&reader.walk(false)), names_of(&csv));
    assert_eq!(reader.find("corrected").len(), 1);
}

#[test]
fn the_hidden_count_and_are_in_no_file_of_the_roll() {
    let rows = (0..700).map(|number| format!("N{number} Somebody,\nSecret{number} Person,true"));
    let folder = published(&table("name,hidden", rows));
    assert_eq!(folder.site_json("letters/x/count.json")["count"], 1400);
    let reader = Reader::open(&folder.out().join(ROLL));
    assert_eq!(reader.index.count, 700);
    for (path, bytes) in folder.site_files() {
        assert!(!String::from_utf8(bytes).unwrap().contains("Secret"), "{path}");
    }
}

#[test]
fn the_same_roll_gives_the_same_files_whatever_was_before() {
    let scratch = published(&generated::table(7, 1600));
    let folder = published(&generated::table(7, 900));
    let folder = folder.signatories(&generated::table(8, 2000));
    folder.publish();
    let folder = folder.signatories(&generated::table(7, 1600));
    folder.publish();
    let roll = |folder: &Folder| folder.site_files().into_iter().filter(|(path, _)| path.starts_with(ROLL));
    assert!(roll(&scratch).eq(roll(&folder)));
    let again = folder.publish();
    assert_eq!(again.roll.map(|changes| (changes.written, changes.deleted)), Some((0, 0)));
    assert!(again.files.iter().all(|file| !file.written));
}

#[test]
fn a_roll_that_became_short_is_gone() {
    let folder = published(&generated::table(1, 600));
    std::fs::write(folder.out().join(ROLL).join("notes.txt"), "the coordinator's").unwrap();
    let folder = folder.signatories(&generated::table(1, 400));
    let changes = folder.publish().roll.unwrap();
    assert!(changes.deleted > 4 && changes.written == 0, "{changes:?}");
    assert_eq!(files(&folder), ["notes.txt".to_string()].into());
    assert_eq!(folder.letter_of_site().roll, None);
    assert_eq!(folder.publish().roll, None);
}

#[test]
fn what_is_not_ours_stays_and_what_an_interrupted_run_left_goes() {
    let folder = published(&generated::table(1, 600));
    let roll = folder.out().join(ROLL);
    let before = files(&folder);
    let foreign = ["notes.txt", "0123456789abcdef.json", "fedcba9876543210.html", "list.json"];
    for name in foreign {
        std::fs::write(roll.join(name), "somebody's").unwrap();
    }
    // One file named by the hash of its content, and one unfinished file.
    std::fs::write(roll.join("ba7816bf8f01cfea.json"), "abc").unwrap();
    std::fs::write(roll.join(".open-letter-x.json"), "ab").unwrap();
    let changes = folder.publish().roll.unwrap();
    assert_eq!((changes.written, changes.deleted), (0, 1));
    let expected: BTreeSet<String> = before.into_iter().chain(foreign.map(String::from)).collect();
    assert_eq!(files(&folder), expected);
}

#[test]
fn a_file_that_is_gone_or_cut_short_is_written_again() {
    let folder = published(&generated::table(1, 1500));
    let whole = folder.site_files();
    let roll = folder.out().join(ROLL);
    let mut pages = files(&folder).into_iter().filter(|name| name != "index.json");
    std::fs::remove_file(roll.join(pages.next().unwrap())).unwrap();
    std::fs::write(roll.join(pages.next().unwrap()), "{").unwrap();
    let changes = folder.publish().roll.unwrap();
    assert_eq!(changes, Changes { written: 2, deleted: 0, ..changes });
    assert_eq!(folder.site_files(), whole);
}

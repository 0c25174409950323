//! Rows added to a long table: publishing is fast, and gives the same as reading the whole table.

use crate::folder::Folder;
use crate::generated;
use crate::reader::Reader;
use open_letter::publish::Published;

/// Publishes the table as it grows, and asserts that each state equals a publication from scratch. Returns how often
/// the whole table was read.
#[track_caller]
fn grow(states: &[String]) -> usize {
    let mut folder = Folder::new();
    let mut whole = 0;
    for csv in states {
        folder = folder.signatories(csv);
        let published = folder.publish();
        whole += usize::from(published.whole);
        let scratch = Folder::new().signatories(csv);
        scratch.publish();
        let (grown, scratch) = (folder.site_files_but_for_times(), scratch.site_files_but_for_times());
        let names = |site: &[(String, String)]| site.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
        assert_eq!(names(&grown), names(&scratch), "at {} bytes", csv.len());
        assert!(grown == scratch, "at {} bytes", csv.len());
    }
    whole
}

/// A number from 0, different for each `seed`.
fn random(seed: usize, end: usize) -> usize {
    usize::try_from((seed as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33).unwrap() % end
}

/// Signatories who share a few names and differ by organisation.
fn namesakes(first: usize, count: usize) -> String {
    let name = |number: usize| ["Ani Bo", "Ani Bo", "Bo Ani Co", "Ani", "민준"][random(number, 5)];
    let row = |number: usize| format!("{number},{},Organisation {number},\n", name(number));
    (first..first + count).map(row).collect()
}

#[test]
fn added_rows_give_what_the_whole_table_does() {
    for seed in 0..4 {
        let mut count = 480 + random(seed, 900);
        let mut states = vec![generated::table(seed as u64, count)];
        for step in 0..4 {
            count += [1, 1 + random(seed * 7 + step, 60), 1, 300][step];
            states.push(generated::table(seed as u64, count));
        }
        // Rows that look like earlier ones make publishing read the whole table; only the equal results matter here.
        grow(&states);
    }
}

#[test]
fn the_bearers_of_one_name_give_what_the_whole_table_does() {
    let heading = "id,name,organisation,hidden\n";
    let states: Vec<String> =
        [2600, 2601, 2602, 2640, 3300].map(|count| [heading, &namesakes(0, count)].concat()).into();
    assert_eq!(grow(&states), 1, "only the first time is the whole table read");
}

#[test]
fn the_words_of_titles_grow_with_the_table() {
    let heading = "id,name,organisation,hidden,title,suffix\n";
    let row = |at: usize, title: &str| format!("{at},Name {at},,,{title}\n");
    let first: String = (0..700).map(|at| row(at, if at % 2 == 0 { "Prof. Dr.,PhD" } else { "," })).collect();
    let more = [row(700, "Dr.,"), row(701, "Rev.,M.P.")].concat();
    let folder = Folder::new().signatories(&[heading, &first].concat());
    folder.publish();
    let titles = |folder: &Folder| folder.site_json("letters/x/roll/index.json")["titles"].clone();
    assert_eq!(titles(&folder), serde_json::json!(["dr", "phd", "prof"]));
    let folder = folder.signatories(&[heading, &first, &more].concat());
    assert!(!folder.publish().whole);
    assert_eq!(titles(&folder), serde_json::json!(["dr", "m", "p", "phd", "prof", "rev"]));
    let states: Vec<String> = vec![[heading, &first].concat(), [heading, &first, &more].concat()];
    assert_eq!(grow(&states), 1);
    let (plain, _) = published();
    assert!(titles(&plain).is_null(), "without titles, there is no such member");
}

/// A published folder with 700 signatories, and its table.
fn published() -> (Folder, String) {
    let csv = ["id,name,organisation,hidden\n".to_string(), namesakes(0, 700)].concat();
    let folder = Folder::new().signatories(&csv);
    assert!(folder.publish().whole);
    (folder, csv)
}

fn publish_with(folder: Folder, csv: &str) -> (Folder, Published) {
    let folder = folder.signatories(csv);
    let published = folder.publish();
    (folder, published)
}

#[test]
fn one_more_touches_few_files() {
    let (folder, csv) = published();
    let (folder, more) = publish_with(folder, &[&csv, "x,Zo Zu,,\n"].concat());
    assert!(!more.whole);
    let changes = more.roll.unwrap();
    assert!(changes.written <= 7, "{changes:?}");
    assert_eq!(folder.letter_of_site().count(), Some(701));
    let reader = Reader::open(&folder.out().join("letters/x/roll"));
    assert_eq!(reader.find("zu").len(), 1);
    assert_eq!(reader.walk(true)[0].name, "Zo Zu");
    let again = folder.publish();
    assert!(!again.whole && again.files.iter().all(|file| !file.written));
}

#[test]
fn a_hidden_one_is_counted_alone() {
    let (folder, csv) = published();
    let (folder, more) = publish_with(folder, &[&csv, "x,Secret,,true\n"].concat());
    assert!(!more.whole && more.roll.unwrap().written == 0);
    assert_eq!(folder.site_json("letters/x/count.json")["count"], 701);
    assert!(folder.site_files().iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("Secret")));
}

#[test]
fn findings_about_new_rows_are_reported() {
    for (row, expected) in [
        ("5,New Name,,\n", "id 5 is also in line 7"),
        ("x,Ani,Organisation 9999,\ny,ani,organisation 9999,\n", "is also in line 702"),
        ("x,,,\n", "name is empty"),
        ("x,Ada\n", "has 2 cells"),
        ("x@y.example,Ada,,\n", "id is an e-mail address"),
        ("x,\"Ada,,\n", "never closed"),
    ] {
        let (folder, csv) = published();
        let (folder, more) = publish_with(folder, &[&csv, row].concat());
        assert!(more.whole);
        let findings = folder.shorten(&more.findings);
        assert!(findings.iter().any(|finding| finding.contains(expected)), "{findings:?}");
    }
}

#[test]
fn a_changed_text_needs_no_reading_of_the_table() {
    let (folder, _) = published();
    let folder = folder.letter("lang: en\ntitle: Another title", "Text.");
    let more = folder.publish();
    assert!(!more.whole);
    assert_eq!(folder.letter_of_site().title, "Another title");
    let folder = folder.letter("lang: en", "Text.");
    let more = folder.publish();
    assert_eq!(folder.shorten(&more.findings), ["x/letter.md:1: title is missing: give the letter's title"]);
}

#[test]
fn an_initiator_who_comes_later_is_first() {
    let csv = generated::table(1, 600);
    let folder = Folder::new().signatories(&csv);
    folder.publish();
    let (folder, more) = publish_with(folder, &[&csv, "i,Ini Tiator,person,,,,,,true,\n"].concat());
    assert!(more.whole);
    assert_eq!(folder.letter_of_site().signatories[12].name, "Ini Tiator");
}

#[test]
fn anything_that_does_not_fit_has_the_whole_table_read() {
    type Change = fn(&Folder, &mut String);
    let changes: [(&str, Change); 9] = [
        ("a row was corrected", |_, csv| *csv = csv.replace("5,", "5 ,")),
        ("a row was deleted", |_, csv| *csv = csv.lines().take(600).fold(String::new(), |all, line| all + line + "\n")),
        ("an initiator came", |_, csv| *csv = csv.replace("hidden", "initiator") + "y,First,,true\n"),
        ("the memory is gone", |folder, _| std::fs::remove_dir_all(folder.path().join(".open-letter")).unwrap()),
        ("the memory is cut short", |folder, _| {
            let path = folder.path().join(".open-letter/published");
            let bytes = std::fs::read(&path).unwrap();
            std::fs::write(path, &bytes[..bytes.len() - 9]).unwrap();
        }),
        ("the memory is nonsense", |folder, _| {
            std::fs::write(folder.path().join(".open-letter/published"), "x").unwrap();
        }),
        ("the site is gone", |folder, _| std::fs::remove_dir_all(folder.out()).unwrap()),
        ("a file of the site is gone", |folder, _| std::fs::remove_file(any_file(folder)).unwrap()),
        ("a file of the site is cut short", |folder, _| std::fs::write(any_file(folder), "{").unwrap()),
    ];
    for (why, change) in changes {
        let (folder, mut csv) = published();
        csv += "x,Zo Zu,,\n";
        change(&folder, &mut csv);
        let (folder, more) = publish_with(folder, &csv);
        assert!(more.whole, "{why}");
        let scratch = Folder::new().signatories(&csv);
        scratch.publish();
        assert!(folder.site_files_but_for_times() == scratch.site_files_but_for_times(), "{why}");
    }
}

fn any_file(folder: &Folder) -> std::path::PathBuf {
    let names = std::fs::read_dir(folder.out().join("letters/x/roll")).unwrap().flatten();
    names.map(|entry| entry.path()).find(|path| !path.ends_with("index.json")).unwrap()
}

#[test]
fn rows_that_a_spreadsheet_adds_give_what_the_whole_table_does() {
    let rows = |from: usize, to: usize| -> String {
        let row = |number| format!("{number};Person {number};FALSCH;{}.03.2024;\r\n", 1 + number % 28);
        (from..to).map(row).collect()
    };
    let heading = "\u{feff}id;name;hidden;signed;\r\n";
    let states: Vec<String> = [700, 701, 730].map(|count| [heading, &rows(0, count)].concat()).into();
    assert_eq!(grow(&states), 1, "only the first time is the whole table read");
    let states: Vec<String> = [700, 701].map(|count| ["sep=;\r\n", &heading[3..], &rows(0, count)].concat()).into();
    assert_eq!(grow(&states), 1, "only the first time is the whole table read");
}

#[test]
fn those_without_a_name_are_added_quickly_too() {
    let named = |number: usize| format!("Person {number},\n");
    let states: Vec<String> = [700, 702]
        .map(|count| {
            [
                "name,hidden\n".to_string(),
                "Anonymous,true\n".repeat(50),
                (0..650).map(named).collect(),
                "Anonymous,true\n".repeat(count - 700),
            ]
            .concat()
        })
        .into();
    assert_eq!(grow(&states), 1);
}

#[test]
fn days_that_only_the_whole_table_can_tell_have_it_read() {
    let table = |count: usize| -> String {
        let rows = (0..count).map(|number| format!("Person {number},{}/{}/2024\n", 1 + number % 28, 1 + number % 12));
        ["name,signed\n".to_string(), rows.collect()].concat()
    };
    assert_eq!(grow(&[table(700), table(701)]), 2);
}

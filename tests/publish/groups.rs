//! Signatories in groups: the column `group`, from the table to all files.

use crate::folder::Folder;
use crate::html::between;
use crate::reader::Reader;
use serde_json::{Value, json};

const ROLL: &str = "letters/x/roll/";

fn published(csv: &str) -> Folder {
    let folder = Folder::new().signatories(csv);
    folder.publish();
    folder
}

fn names(folder: &Folder) -> Vec<String> {
    folder.letter_of_site().signatories.into_iter().map(|one| one.name).collect()
}

const SHORT: &str = "name,group,initiator\nA,Friends,\nB,,\nC,Professors,\nD,Friends,true\nE,Friends,\nF,,true\n";

/// A table of 5 initiators, then people of three groups and none in turn.
fn long(rows: usize) -> String {
    let group = |at: usize| ["Professors", "Friends", "", "Organisations in France"][at % 4];
    let row = |at: usize| format!("{at},N{at},{},{}\n", group(at), at < 5);
    ["id,name,group,initiator\n".to_string(), (0..rows).map(row).collect()].concat()
}

#[test]
fn the_letter_has_initiators_then_groups_as_they_first_appear_then_all_others() {
    let folder = published(SHORT);
    assert_eq!(names(&folder), ["D", "F", "A", "E", "C", "B"]);
    let letter = folder.site_json("letters/x/letter.json");
    assert_eq!(letter["groups"], json!([{ "name": "Friends" }, { "name": "Professors" }]));
}

#[test]
fn front_matter_gives_another_order_and_a_translation_its_headings() {
    let folder = Folder::new()
        .signatories(SHORT)
        .letter("lang: en\ntitle: A letter\ngroups: [Professors, Friends, Nobody]", "Text.")
        .file("letter.fr.md", "---\nlang: fr\ntitle: Une lettre\ngroups: {Professors: Professeurs}\n---\n\nTexte.\n");
    folder.publish();
    assert_eq!(names(&folder), ["D", "F", "C", "A", "E", "B"]);
    assert_eq!(
        folder.site_json("letters/x/letter.json")["groups"],
        json!([{ "name": "Professors" }, { "name": "Friends" }])
    );
    assert_eq!(
        folder.site_json("letters/x/letter.fr.json")["groups"],
        json!([{ "name": "Professors", "text": "Professeurs" }, { "name": "Friends" }])
    );
    assert!(folder.site_text("letters/x/fr/index.html").contains("part=\"group\">Professeurs</h"));
    assert!(folder.site_text("letters/x/fr/index.html").contains("part=\"group\">Autres signataires</h"));
}

#[test]
fn a_long_roll_has_the_same_order_and_says_where_each_group_is() {
    let folder = published(&long(1000));
    let roll = Reader::open(&folder.out().join(ROLL)).walk(false);
    let group = |at: usize| roll[at].group.as_deref();
    assert!(roll[..5].iter().all(|one| one.initiator));
    let index: Value = folder.site_json("letters/x/roll/index.json");
    let groups = index["groups"].as_array().unwrap();
    let named: Vec<&str> = groups.iter().map(|group| group["name"].as_str().unwrap()).collect();
    assert_eq!(named, ["Professors", "Friends", "Organisations in France"]);
    let mut at = 5;
    for of in groups {
        assert_eq!(of["from"], at);
        let count = usize::try_from(of["count"].as_u64().unwrap()).unwrap();
        assert!((at..at + count).all(|row| group(row) == of["name"].as_str()));
        at += count;
    }
    assert!((at..1000).all(|row| group(row).is_none()));
    assert_eq!(folder.letter_of_site().groups.len(), 3, "for the menu");
}

/// Whoever joins without a group joins the end of the roll.
#[test]
fn one_more_without_a_group_is_fast_and_one_with_a_group_comes_to_its_place() {
    for (row, whole) in [("x,New,,\n", false), ("x,New,Friends,\n", true)] {
        let folder = published(&long(1000)).signatories(&[&long(1000), row].concat());
        assert_eq!(folder.publish().whole, whole, "{row}");
        assert_eq!(
            folder.site_files_but_for_times(),
            published(&[&long(1000), row].concat()).site_files_but_for_times()
        );
    }
}

#[test]
fn another_order_in_front_matter_moves_all() {
    let folder = published(&long(1000)).letter("lang: en\ntitle: A letter\ngroups: [Friends]", "Text.");
    assert!(folder.publish().whole);
    let first = Reader::open(&folder.out().join(ROLL)).walk(false)[5].group.clone();
    assert_eq!(first.as_deref(), Some("Friends"));
    let folder = folder.letter("lang: en\ntitle: Another title\ngroups: [Friends]", "Text.");
    assert!(!folder.publish().whole, "only the title has changed");
}

/// A page begins with the heading under which its first name is, also where the group began before.
#[test]
fn the_pages_of_a_long_roll_have_headings() {
    let folder = published(&long(2000));
    let pages = folder.site_files().into_iter().filter(|(path, _)| path.starts_with("letters/x/signatories/"));
    for (path, bytes) in pages {
        let page = String::from_utf8(bytes).unwrap();
        let list = between(&page, "<ol>", "</ol>");
        let first = list.split("<li").find(|item| !item.contains("initiator") && item.contains('>')).unwrap();
        assert!(first.contains("<h2 part=\"group\">"), "{path}: {first}");
    }
}

#[test]
fn up_to_20_000_names_are_on_one_page_for_paper() {
    let folder = published(&long(1000));
    let all = folder.site_text("letters/x/signatories/all.html");
    assert_eq!(all.matches("<bdi class=\"name\"").count(), 1000);
    assert_eq!(all.matches("part=\"group\"").count(), 4);
    assert!(
        folder.site_text("letters/x/signatories/index.html").contains("<a href=\"all.html\">All names on one page</a>")
    );
    assert_eq!(folder.site_json("letters/x/letter.json")["names"], "signatories/all.html");
    let printed = folder.site_text("letters/x/index.html");
    assert!(printed.contains("https://letters.example/letters/x/signatories/all.html"), "on paper, its address");
    let folder = folder.signatories(&long(1001));
    folder.publish();
    assert!(folder.site_text("letters/x/signatories/all.html").contains("N1000"));
    let folder = folder.signatories(&long(20_001));
    folder.publish();
    assert!(!folder.out().join("letters/x/signatories/all.html").exists());
    assert!(!folder.site_text("letters/x/signatories/index.html").contains("all.html"));
    assert_eq!(folder.site_json("letters/x/letter.json")["names"], "signatories/");
    let folder = folder.signatories("name\nA\n");
    folder.publish();
    assert!(folder.site_json("letters/x/letter.json").get("names").is_none());
}

#[test]
fn more_than_a_hundred_groups_are_refused() {
    let csv = |count: usize| {
        ["name,group\n".to_string(), (0..count).map(|at| format!("N{at},Group {at}\n")).collect::<Vec<_>>().concat()]
            .concat()
    };
    let folder = Folder::new().signatories(&csv(10_000));
    folder.reports(&[
        "x/signatories.csv:102: has the 101st of 10000 groups, and a letter may have 100: groups are the headings of the \
         roll: write what differs from name to name into role or organisation",
    ]);
    Folder::new().signatories(&csv(100)).reports(&[]);
}

#[test]
fn a_group_comes_through_the_same_doors_as_a_name() {
    let folder = Folder::new().signatories(&["name,group\nA,", &"x".repeat(300_000), "\n"].concat());
    let findings = folder.findings();
    assert!(
        findings[0].contains("group has 300000 bytes, and a row may have 20000 in all: shorten it"),
        "{findings:?}"
    );
    let folder = Folder::new().signatories("name,group\nA,kim@example.org\n");
    assert!(folder.findings()[0].contains("group has an e-mail address in it"), "{:?}", folder.findings());
    let folder = published("name,group\nA,<script>alert(1)</script>\nB,\n");
    assert!(!folder.site_text("letters/x/index.html").contains("<script>alert"));
}

#[test]
fn groups_in_front_matter_are_names_or_names_with_headings() {
    let with = |groups: &str| Folder::new().letter(&format!("lang: en\ntitle: A letter\ngroups: {groups}"), "Text.");
    with("[A, B]").reports(&[]);
    with("{A: B}").reports(&[]);
    assert!(with("A").findings()[0].contains("groups is “A”"), "{:?}", with("A").findings());
}

/// Two rows of nobody are two people; nobody finds them by name.
#[test]
fn what_stands_for_a_name_is_marked_and_in_no_search_file() {
    let csv = "name,role,withheld,kind\nName withheld,professor,,\nName withheld,professor,,\nA nurse,,true,\n\
               A nurse,,true,\nAnonymous,,,organisation\nAda Example,,,\n";
    let folder = Folder::new().signatories(csv);
    folder.reports(&[]);
    folder.publish();
    let withheld: Vec<bool> = folder.letter_of_site().signatories.iter().map(|one| one.withheld).collect();
    assert_eq!(withheld, [true, true, true, true, false, false]);
    let many = (0..600).map(|at| format!("N{at},,,\n")).collect::<Vec<_>>().concat();
    let folder = published(&[csv, &many].concat());
    let reader = Reader::open(&folder.out().join(ROLL));
    assert_eq!(reader.walk(false).len(), 606);
    assert!(reader.find("nurse").is_empty() && reader.find("withheld").is_empty());
    assert_eq!(reader.find("ada").len(), 1);
}

#[test]
fn titles_and_letters_after_the_name_are_no_part_of_it() {
    let many = (0..600).map(|at| format!("N{at},,,\n")).collect::<Vec<_>>().concat();
    let folder = published(&["name,title,suffix,behalf\nAda Example,Prof. Dr.,PhD,\n", &many].concat());
    let reader = Reader::open(&folder.out().join(ROLL));
    assert_eq!(reader.find("ada").len(), 1);
    assert!(reader.find("phd").is_empty());
    let row = &folder.site_json("letters/x/letter.json")["signatories"][0];
    assert_eq!(
        (&row["name"], &row["title"], &row["suffix"]),
        (&json!("Ada Example"), &json!("Prof. Dr."), &json!("PhD"))
    );
}

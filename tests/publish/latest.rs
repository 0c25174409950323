//! Who is the latest: only days of signing say so.

use crate::folder::Folder;

fn latest(folder: &Folder) -> Vec<String> {
    let count = folder.site_json("letters/x/count.json");
    count["latest"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_string()).collect()
}

fn published(csv: &str) -> Folder {
    let folder = Folder::new().signatories(csv);
    folder.publish();
    folder
}

#[test]
fn a_table_without_days_has_no_latest_anywhere() {
    let rows = (0..600).map(|at| format!("N{at}\n")).collect::<Vec<_>>().concat();
    for csv in ["name\nAda Example\nBo Example\nZoe Example\n".to_string(), ["name\n", &rows].concat()] {
        let folder = published(&csv);
        assert!(latest(&folder).is_empty());
        for file in ["letters/x/index.html", "letters/x/letter.view.json"] {
            let text = folder.site_text(file).replace("\\\"", "\"");
            let at = text.find("\"latest\"").or_else(|| text.find("part=\"latest")).unwrap();
            let line = &text[at.saturating_sub(80)..at + 400];
            assert!(line.contains("data-empty"), "{file}: {line}");
            let names = &text[at..at + 250];
            assert!(!names.contains("Zoe") && !names.contains("N59"), "{file}: {names}");
        }
    }
}

#[test]
fn the_latest_are_those_of_the_latest_days() {
    let folder = published(
        "name,signed,hidden\nAda,2026-03-05,\nBo,2026-03-07,\nCy,,\nDee,2026-03-05,\nAnonymous,2026-03-08,\n\
         Secret,2026-03-09,true\nZoe,2026-03-01,\n",
    );
    assert_eq!(latest(&folder), ["Bo", "Dee", "Ada", "Zoe"]);
}

/// Fast publishing remembers the latest, and reads only the rows that were added.
#[test]
fn rows_that_were_added_come_among_the_latest_by_their_days() {
    let row = |at: usize| format!("{at},N{at},2026-{:02}-{:02}\n", 1 + at % 3, 1 + at % 28);
    let table = |count: usize| ["id,name,signed\n".to_string(), (0..count).map(row).collect()].concat();
    let more = "a,Old,2020-01-01\nb,New,2026-03-28\nc,Undated,\n";
    let folder = published(&table(700)).signatories(&[&table(700), more].concat());
    assert!(!folder.publish().whole);
    let anew = published(&[&table(700), more].concat());
    assert_eq!(folder.site_files_but_for_times(), anew.site_files_but_for_times());
    assert_eq!(latest(&folder)[0], "New");
}

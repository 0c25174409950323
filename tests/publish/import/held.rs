//! Rows that wait until the coordinator has looked at them.

use super::{Import, notes};
use open_letter::import::Report;
use std::fs;
use std::path::PathBuf;

const HEADING: &str = "id,name,organisation,hidden\n";

fn holds() -> Import {
    Import::into_table(HEADING).map("name=Name,email=Mail,organisation=Org").with(|options| options.hold = true)
}

fn path(import: &Import) -> PathBuf {
    import.folder.path().join("held.csv")
}

/// The rows of the list: decision, what, name, organisation.
fn list(import: &Import) -> Vec<[String; 4]> {
    let Ok(bytes) = fs::read(path(import)) else { return Vec::new() };
    let text = String::from_utf8(bytes).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings = reader.headers().unwrap().clone();
    let place = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let places = ["let in", "what", "name", "organisation"].map(place);
    reader.records().map(|record| places.map(|at| record.as_ref().unwrap()[at].to_string())).collect()
}

/// Writes a word into the first column of the row with that text.
fn decide(import: &Import, text: &str, word: &str) {
    let before = fs::read_to_string(path(import)).unwrap();
    let line = before.lines().find(|line| line.contains(text)).unwrap();
    fs::write(path(import), before.replace(line, &format!("{word}{line}"))).unwrap();
}

fn waits(report: &Report) -> [usize; 4] {
    [report.added, report.updated, report.held, report.declined]
}

#[test]
fn a_new_row_waits_for_a_yes() {
    let import = holds();
    let export = "Name,Mail,Org\nAda,a@a.example,HART\nBo,b@a.example,\nCe,c@a.example,\n";
    let report = import.gives(export, HEADING);
    assert_eq!(waits(&report), [0, 0, 3, 0]);
    assert_eq!(list(&import)[0], ["", "new", "Ada", "HART"]);
    decide(&import, "Ada", "yes");
    decide(&import, "Bo", "Nein");
    let report = import.gives(export, &format!("{HEADING}1,Ada,HART,\n"));
    assert_eq!(waits(&report), [1, 0, 1, 1]);
    assert_eq!(list(&import), [["", "new", "Ce", ""]]);
    decide(&import, "Ce", "x");
    let report = import.gives(export, &format!("{HEADING}1,Ada,HART,\n2,Ce,,\n"));
    assert_eq!(waits(&report), [1, 0, 0, 1]);
    assert!(!path(&import).exists());
    // A no counts for an import that holds nothing, too.
    let import = import.with(|options| options.hold = false);
    assert_eq!(waits(&import.import(export)), [0, 0, 0, 1]);
}

#[test]
fn a_decision_is_about_the_text_that_was_seen() {
    let import = holds();
    import.import("Name,Mail,Org\nAda,a@a.example,HART\n");
    decide(&import, "Ada", "yes");
    let report = import.gives("Name,Mail,Org\nAda,a@a.example,Another\n", HEADING);
    assert_eq!(waits(&report), [0, 0, 1, 0]);
    assert_eq!(list(&import), [["", "new", "Ada", "Another"]]);
}

#[test]
fn a_changed_text_waits_and_who_is_hidden_is_hidden_at_once() {
    let import = holds().map("name=Name,email=Mail,organisation=Org,consent=Show");
    let row = |org: &str, show: &str| format!("Name,Mail,Org,Show\nAda,a@a.example,{org},{show}\n");
    import.import(row("HART", "yes"));
    decide(&import, "Ada", "yes");
    import.gives(row("HART", "yes"), &format!("{HEADING}1,Ada,HART,\n"));
    let report = import.gives(row("Rude", "yes"), &format!("{HEADING}1,Ada,HART,\n"));
    assert_eq!(waits(&report), [0, 0, 1, 0]);
    assert_eq!(list(&import), [["", "changes organisation of Ada (id 1)", "Ada", "Rude"]]);
    import.gives(row("Rude", "no"), &format!("{HEADING}1,Ada,HART,true\n"));
    assert_eq!(list(&import).len(), 1);
    decide(&import, "Rude", "yes");
    let report = import.gives(row("Rude", "no"), &format!("{HEADING}1,Ada,Rude,true\n"));
    assert_eq!(waits(&report), [0, 1, 0, 0]);
}

#[test]
fn a_word_that_is_not_known_is_reported_and_the_row_waits() {
    let import = holds();
    let export = "Name,Mail,Org\nAda,a@a.example,HART\n";
    import.import(export);
    decide(&import, "Ada", "perhaps");
    let report = import.gives(export, HEADING);
    assert_eq!(notes(&report), ["line 2 of held.csv: let in is “perhaps”: write yes or no"]);
    assert_eq!(report.held, 1);
}

#[test]
fn the_list_is_read_as_spreadsheets_save_it() {
    let import = holds();
    let export = "Name,Mail,Org\nZoë,a@a.example,HART\n=1+1,b@a.example,\n";
    import.import(export);
    assert!(fs::read_to_string(path(&import)).unwrap().contains(",'=1+1,"));
    let saved = fs::read_to_string(path(&import)).unwrap().replace(',', ";").replace("\n;new;Zoë", "\r\nOUI;new;Zoë");
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(saved.trim_start_matches('\u{feff}'));
    fs::write(path(&import), bytes).unwrap();
    import.gives(export, &format!("{HEADING}1,Zoë,HART,\n"));
}

#[test]
fn sources_share_the_list() {
    let first = holds().with(|options| options.source = Some("first".into()));
    first.import("Name,Mail,Org\nAda,a@a.example,HART\n");
    let first = first.with(|options| options.source = Some("second".into()));
    first.import("Name,Mail,Org\nBo,b@a.example,\n");
    let names: Vec<String> = list(&first).into_iter().map(|[_, _, name, _]| name).collect();
    assert_eq!(names, ["Ada", "Bo"]);
    decide(&first, "Ada", "yes");
    first.import("Name,Mail,Org\nBo,b@a.example,\n");
    let first = first.with(|options| options.source = Some("first".into()));
    first.gives("Name,Mail,Org\nAda,a@a.example,HART\n", &format!("{HEADING}1,Ada,HART,\n"));
}

#[test]
fn who_waits_is_not_withdrawn() {
    let import = holds().with(|options| {
        options.source = Some("form".into());
        options.complete = true;
    });
    let export = "Name,Mail,Org\nAda,a@a.example,HART\n";
    import.import(export);
    decide(&import, "Ada", "yes");
    import.import(export);
    import.gives("Name,Mail,Org\nAda,a@a.example,Other\n", &format!("{HEADING}1,Ada,HART,\n"));
}

#[test]
fn the_files_are_their_owners_alone_and_have_no_address() {
    let import = holds();
    import.import("Name,Mail,Org\nAda,ada.secret@a.example,HART\n");
    decide(&import, "Ada", "no");
    import.import("Name,Mail,Org\nAda,ada.secret@a.example,HART\nBo,b@a.example,\n");
    for file in ["held.csv", ".open-letter/decided"] {
        let path = import.folder.path().join(file);
        assert!(!fs::read_to_string(&path).unwrap().contains('@'), "{file}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
        }
    }
    let site = import.folder.publish();
    assert!(site.id.is_some());
    assert!(!import.folder.out().join("letters/x/held.csv").exists());
}

#[test]
fn a_file_of_that_name_that_is_no_such_list_stays() {
    let import = holds();
    fs::write(path(&import), "mine\n").unwrap();
    import.fails(
        "Name,Mail,Org\nAda,a@a.example,HART\n",
        "x/held.csv is not the list that import writes: move it elsewhere",
    );
    assert_eq!(fs::read_to_string(path(&import)).unwrap(), "mine\n");
}

//! An import writes the rows that it leaves out to a list, and reports them by its exit status.

use super::{Import, counts};
use crate::command::run;
use crate::folder::Folder;
use open_letter::check::check;

fn list(import: &Import) -> Option<String> {
    std::fs::read_to_string(import.folder.path().join("left-out.csv")).ok()
}

#[test]
fn each_row_that_is_left_out_is_listed_with_its_line_and_why() {
    let import = Import::new().map("name=Name,organisation=Org");
    let report = import.import("Name,Org\nAda,HART\nada,hart\n,x\n=1+1,\n\"=1+1\",\n");
    counts(&report, [2, 0, 0, 2, 0, 0, 1, 0, 0]);
    assert_eq!(
        list(&import).unwrap(),
        "\u{feff}line of the export,name,organisation,why\n\
         3,ada,hart,ada is already in line 2\n\
         4,,x,name is empty: give the signatory's name\n\
         6,'=1+1,,'=1+1 is already in line 5\n"
    );
    let reported = report.text(false);
    assert!(reported.ends_with("x/left-out.csv: lists each of the rows that were left out"), "{reported}");
}

#[test]
fn a_reason_with_an_address_in_it_can_be_read() {
    let import = Import::new().map("name=Name,consent=Show");
    import.import("Name,Show\nAda,a@b.example\n");
    let list = list(&import).unwrap();
    let why = "consent is “…”, which may mean yes or no: say which by --yes \"\"…\"\" or --no \"\"…\"\"";
    assert!(list.contains(why), "{list}");
}

#[test]
fn a_list_that_is_over_is_taken_away() {
    let import = Import::new();
    import.import("Name\nAda\nAda\n");
    assert!(list(&import).is_some());
    import.import("Name\nAda\n");
    assert_eq!(list(&import), None);
    // A file from somebody else stays.
    std::fs::write(import.folder.path().join("left-out.csv"), "mine").unwrap();
    import.import("Name\nAda\n");
    assert_eq!(list(&import).as_deref(), Some("mine"));
}

#[test]
fn a_dry_run_writes_no_list() {
    let import = Import::new().with(|options| options.dry_run = true);
    let report = import.import("Name\nAda\nAda\n");
    assert_eq!((report.left_out.len(), list(&import)), (1, None));
}

#[test]
fn a_row_that_is_left_out_is_an_exit_status() {
    let folder = Folder::new().signatories("id,name\n");
    let line = ["import", "export.csv", "--into", "x", "--map", "name=Name"];
    std::fs::write(folder.beside("export.csv"), "Name\nAda\nBob\nAda\n").unwrap();
    assert_eq!(run(&folder, &line).status.code(), Some(1));
    std::fs::write(folder.beside("export.csv"), "Name\nAda\nBob\n").unwrap();
    assert_eq!(run(&folder, &line).status.code(), Some(0));
}

#[test]
fn import_and_check_agree_on_who_is_the_same() {
    let rows = [
        // The same name, with or without a difference in the other cells.
        ("Ada,,,,,a@b.example", "Ada,,,,,c@b.example"),
        ("Ada,,,,,", "Ada,,,,,"),
        ("Ada,,,,,a@b.example", "Ada,,,,,"),
        ("Ada,Chair,,,,", "ADA,Fellow,,,,"),
        ("Ada,Chair,,,,", "Ada,,,,,"),
        ("Ada,,AM,,,", "Ada,,FR,,,"),
        ("Ada,,,n,,", "Ada,,,m,,"),
        ("Ada,,,,https://a.org/,", "Ada,,,,https://b.org/,"),
        ("Ada,,,,https://a.org/,", "Ada,,,,https://a.org/,"),
        ("Anonymous,,,,,", "Anonymous,,,,,"),
        ("Anonymous nurse,,,,,", "Anonymous nurse,,,,,"),
    ];
    for (one, other) in rows {
        let import = Import::into_table("id,name,role,country,note,url\n")
            .map("name=Name,role=Role,country=Country,note=Note,url=Url,email=Mail")
            .with(|options| options.duplicates = open_letter::import::Duplicates::Skip);
        let export = format!("Name,Role,Country,Note,Url,Mail\n{one}\n{other}\n");
        let left_out = import.import(&export).duplicates;
        // The same two, added regardless of what import finds.
        let added = Import::into_table("id,name,role,country,note,url\n")
            .map("name=Name,role=Role,country=Country,note=Note,url=Url,email=Mail")
            .with(|options| options.duplicates = open_letter::import::Duplicates::Add);
        added.import(&export);
        let reported = check(&added.folder.path()).findings;
        let reported = reported.iter().filter(|finding| finding.message.contains("is also in line 2")).count();
        assert_eq!(left_out, reported, "{one} {other}");
    }
}

#[test]
fn ids_of_the_source_tell_people_apart_for_check_too() {
    let import = Import::new().map("name=Name,id=Id");
    counts(&import.import("Name,Id\nAda,7\nAda,9\n"), [2, 0, 0, 0, 0, 0, 0, 0, 0]);
    import.folder.reports(&[]);
}

#[test]
fn a_column_of_addresses_that_is_not_mapped_is_reported_where_it_would_help() {
    let import = Import::new();
    let report = import.import("Name,E-mail\nAda,a@b.example\nAda,c@b.example\n");
    let reported = report.text(false);
    assert!(
        reported.contains(
            "“E-mail” has e-mail addresses: add --map \"email=E-mail\", to distinguish people of the same name"
        ),
        "{reported}"
    );
    let report = Import::new().import("Name,E-mail\nAda,a@b.example\nBob,c@b.example\n");
    assert!(!report.text(false).contains("add --map"));
}

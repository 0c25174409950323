//! `signatories.csv`: every byte that need not change stays.

use super::Import;
use open_letter::import::Written;

#[track_caller]
fn adds(before: &str, after: &str) {
    Import::into_table(before).gives("Name\nZoë\n", after);
}

#[test]
fn rows_are_added_at_the_end_and_the_others_stay_byte_for_byte() {
    let odd = "\u{feff}name , id\n \"Ada\" ,7\n\n,\n\"B, \"\"x\"\"\",\"8\"\n";
    adds(odd, &format!("{odd}Zoë,9\n"));
    adds("id,name\r\n1,Ada\r\n", "id,name\r\n1,Ada\r\n2,Zoë\r\n");
    adds("id,name\n1,Ada", "id,name\n1,Ada\n2,Zoë\n");
    adds("id,name", "id,name\n1,Zoë\n");
    adds("id,name\n1,Ada\n\n\n", "id,name\n1,Ada\n\n\n2,Zoë\n");
}

#[test]
fn a_column_that_is_not_there_comes_after_the_others() {
    adds("name\nAda\n\"B,\"\n", "name,id\nAda,\n\"B,\",\nZoë,1\n");
    Import::into_table("id,name\r\n1,Ada\r\n")
        .map("name=Name,role=Role,country=Country")
        .gives("Name,Role,Country\nZoë,Fellow,\n", "id,name,role\r\n1,Ada,\r\n2,Zoë,Fellow\r\n");
}

#[test]
fn a_row_that_changes_changes_alone() {
    let table = |role: &str| format!("id,name,role\n 1 , Ada ,x\n\n2,\"Bob\",{role}\n\"3\",Cleo,z\n");
    let import = Import::into_table(&table("y")).map("id=Id,name=Name,role=Role");
    import.gives("Id,Name,Role\n2,Bob,\"a, b\"\n", &table("\"a, b\"").replace("\"Bob\"", "Bob"));
}

#[test]
fn a_table_is_made_where_there_is_none() {
    let import = Import::new().map("name=Name,role=Role");
    std::fs::remove_file(import.folder.path().join("signatories.csv")).unwrap();
    import.gives("Name,Role\nAda,Fellow\n", "id,name,role\n1,Ada,Fellow\n");
}

#[test]
fn nothing_is_written_where_nothing_changes() {
    let import = Import::new();
    assert_eq!(import.import("Name\nAda\n").written, Written::Yes);
    let path = import.folder.path().join("signatories.csv");
    let before = std::fs::metadata(&path).unwrap().modified().unwrap();
    assert_eq!(import.import("Name\nAda\n").written, Written::Unchanged);
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), before);
}

#[test]
fn a_dry_run_reports_the_same_and_writes_nothing() {
    let import = Import::new().map("name=Name,email=Mail").with(|options| options.dry_run = true);
    let export = "Name,Mail\nAda,a@b.example\n,\nAda,A@b.example\n";
    let tried = import.gives(export, "id,name,organisation\n");
    assert_eq!(tried.written, Written::DryRun);
    assert!(!import.folder.path().join(".open-letter").exists());
    let import = import.with(|options| options.dry_run = false);
    let done = import.import(export);
    let reported = |report: &open_letter::import::Report| {
        report.text(true).lines().filter(|line| !line.contains("/x/")).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(reported(&tried), reported(&done));
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let import = Import::new();
    let (link, target) = (import.folder.path().join("signatories.csv"), import.folder.beside("elsewhere.csv"));
    std::fs::rename(&link, &target).unwrap();
    symlink(&target, &link).unwrap();
    std::fs::set_permissions(&target, std::fs::Permissions::from_mode(0o600)).unwrap();
    import.gives("Name\nAda\n", "id,name,organisation\n1,Ada,\n");
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(std::fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_table_with_faults_is_left_alone() {
    let expected = "x/signatories.csv has faults, so nothing is imported: open-letter check x lists them";
    for table in ["id,nom\n1,Ada\n", "id,name\n1,\n", "id,name\n1,Ada,x\n", "id,name\n1,A\n1,B\n"] {
        Import::into_table(table).fails("Name\nZoë\n", expected);
    }
}

#[test]
fn where_nothing_can_be_remembered_nothing_is_written() {
    let import = Import::new();
    let import = Import { folder: import.folder.file(".open-letter", ""), options: import.options };
    import.fails("Name\nAda\n", "can't read x/.open-letter/key: Not a directory (os error 20)");
}

#[test]
fn a_letter_s_folder_is_to_be_there() {
    let import = Import::new();
    let nowhere = import.folder.beside("nowhere");
    let import = import.with(|options| options.into = nowhere.clone());
    import.fails("Name\nAda\n", "nowhere is not a folder: open-letter new nowhere makes one");
    std::fs::create_dir(nowhere).unwrap();
    import.fails("Name\nAda\n", "nowhere is not a letter's folder: it has neither letter.md nor signatories.csv");
}

#[test]
fn rows_that_import_adds_are_published_as_added() {
    let mut csv = String::from("id,name,organisation\n");
    csv.extend((0..700).map(|number| format!("{number},Ani Bo,Organisation {number}\n")));
    let import = Import::into_table(&csv);
    assert!(import.folder.publish().whole);
    import.import("Name\nZoë\nYan\n");
    assert!(!import.folder.publish().whole, "the table was read again from its beginning");
    assert_eq!(import.folder.site_json("letters/x/count.json")["count"], 702);
}

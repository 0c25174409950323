//! Two signatories of the same name: only the coordinator knows whether they are one person.

use super::{Import, counts, notes};
use open_letter::import::Duplicates;

const HEADING: &str = "id,name,organisation,role\n";

fn import(table: &str, duplicates: Duplicates) -> Import {
    Import::into_table(&[HEADING, table].concat())
        .map("name=Name,organisation=Org,role=Role,email=Mail")
        .with(|options| options.duplicates = duplicates)
}

fn export(rows: &str) -> String {
    format!("Name,Org,Role,Mail\n{rows}")
}

fn table(rows: &str) -> String {
    [HEADING, rows].concat()
}

#[test]
fn who_is_in_the_table_already_is_reported_and_left_out() {
    let import = import("1,Ada,HART,\n", Duplicates::Skip);
    let report = import.gives(export("ADA,hart,,a@b.example\nAda,,,\n"), &table("1,Ada,HART,\n2,Ada,,\n"));
    counts(&report, [1, 0, 0, 1, 0, 0, 0, 0, 0]);
    assert_eq!(notes(&report), ["2: ADA is already in line 2 of signatories.csv"]);
}

#[test]
fn who_is_in_the_table_may_be_added_all_the_same() {
    let report = import("1,Ada,HART,\n", Duplicates::Add)
        .gives(export("Ada,HART,,a@b.example\n"), &table("1,Ada,HART,\n2,Ada,HART,\n"));
    counts(&report, [1, 0, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn who_is_in_the_table_may_be_taken_for_the_same() {
    let import = import("1,Ada,HART,\n,Bob,,\n", Duplicates::Merge);
    let report = import.gives(
        export("Ada,HART,Fellow,a@b.example\nBob,,Chair,b@b.example\n"),
        &table("1,Ada,HART,Fellow\n2,Bob,,Chair\n"),
    );
    counts(&report, [0, 2, 0, 0, 0, 0, 0, 0, 0]);
    // From now on the address distinguishes them.
    let report = import.import(export("Ada L.,HART,Fellow,a@b.example\n"));
    counts(&report, [0, 1, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn who_is_taken_for_the_same_takes_the_id_that_is_mapped() {
    let import = import(",Bob,,\n", Duplicates::Merge).map("name=Name,id=Id");
    import.gives("Name,Id\nBob,77\n", &table("77,Bob,,\n"));
}

#[test]
fn one_of_two_is_never_chosen() {
    let rows = "1,Ada,HART,\n2,Ada,HART,\n";
    let report = import(rows, Duplicates::Merge).gives(export("Ada,HART,,a@b.example\n"), &table(rows));
    counts(&report, [0, 0, 0, 1, 0, 0, 0, 0, 0]);
}

#[test]
fn another_address_or_role_is_somebody_else() {
    let import = import("", Duplicates::Skip);
    let rows = "Ada,HART,,a@b.example\nAda,HART,,b@b.example\nBob,,Chair,\nBob,,Fellow,\n";
    let report = import.gives(export(rows), &table("1,Ada,HART,\n2,Ada,HART,\n3,Bob,,Chair\n4,Bob,,Fellow\n"));
    counts(&report, [4, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(
        notes(&report),
        ["3: Ada is also in line 2, and is somebody else", "5: Bob is also in line 4, and is somebody else"]
    );
    let reversed = "Bob,,Fellow,\nBob,,Chair,\nAda,HART,,b@b.example\nAda,HART,,a@b.example\n";
    let before = import.table();
    counts(&import.gives(export(reversed), &before), [0, 0, 4, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn who_is_twice_in_an_export_is_reported() {
    let import = import("", Duplicates::Skip);
    let rows = export("Ada,,,a@b.example\nada,,,A@b.example \nBob,,,\nBob,,,\n");
    let report = import.gives(&rows, &table("1,Ada,,\n2,Bob,,\n"));
    counts(&report, [2, 0, 0, 2, 0, 0, 0, 0, 0]);
    assert_eq!(notes(&report), ["3: repeats the signatory of line 2", "5: Bob is already in line 4"]);
    counts(&import.import(&rows), [0, 0, 2, 2, 0, 0, 0, 0, 0]);
}

#[test]
fn two_who_share_an_address_are_not_mixed_up() {
    let import = import("", Duplicates::Skip);
    import.import(export("Ada,,,home@b.example\n"));
    let both = export("Bob,,,home@b.example\nAda,,Fellow,home@b.example\n");
    let report = import.gives(&both, &table("1,Ada,,Fellow\n"));
    counts(&report, [0, 1, 0, 1, 0, 0, 0, 0, 0]);
    assert_eq!(notes(&report), ["2: has the e-mail address of Ada (id 1), and another name"]);
    let import = import.with(|options| options.duplicates = Duplicates::Add);
    import.gives(&both, &table("1,Ada,,Fellow\n2,Bob,,\n"));
    counts(&import.import(&both), [0, 0, 2, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn without_the_memory_nobody_is_added_twice() {
    let import = import("", Duplicates::Skip);
    let rows = export("Ada,,,a@b.example\nBob,,,b@b.example\n");
    import.import(&rows);
    let before = import.table();
    std::fs::remove_dir_all(import.folder.path().join(".open-letter")).unwrap();
    counts(&import.gives(&rows, &before), [0, 0, 0, 2, 0, 0, 0, 0, 0]);
    let import = import.with(|options| options.duplicates = Duplicates::Merge);
    counts(&import.gives(&rows, &before), [0, 0, 2, 0, 0, 0, 0, 0, 0]);
    let import = import.with(|options| options.duplicates = Duplicates::Skip);
    counts(&import.gives(&rows, &before), [0, 0, 2, 0, 0, 0, 0, 0, 0]);
}

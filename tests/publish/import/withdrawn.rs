//! Signatories who withdrew.

use super::{Import, counts, notes};

fn import() -> Import {
    Import::new().map("name=Name,email=Mail").with(|options| {
        options.source = Some("petition".into());
        options.complete = true;
    })
}

fn export(names: &[&str]) -> String {
    names.iter().fold("Name,Mail\n".to_string(), |rows, name| rows + &format!("{name},{name}@b.example\n"))
}

fn table(rows: &str) -> String {
    ["id,name,organisation\n", rows].concat()
}

#[test]
fn who_is_no_longer_in_a_complete_export_is_taken_out() {
    let import = import();
    import.import(export(&["Ada", "Bob", "Cleo"]));
    import.edit("3,Cleo,\n", "3,Cleo,\n,By hand,\n");
    let report = import.gives(export(&["Cleo", "Ada"]), &table("1,Ada,\n3,Cleo,\n,By hand,\n"));
    counts(&report, [0, 0, 2, 0, 0, 0, 0, 0, 1]);
    // Somebody who signs again is a new signatory, and no id is used twice.
    import.gives(export(&["Ada", "Bob", "Cleo"]), &table("1,Ada,\n3,Cleo,\n,By hand,\n4,Bob,\n"));
}

#[test]
fn without_complete_nobody_is_taken_out() {
    let import = import().with(|options| options.complete = false);
    import.import(export(&["Ada", "Bob"]));
    import.gives(export(&["Ada"]), &table("1,Ada,\n2,Bob,\n"));
}

#[test]
fn only_who_came_from_the_source_is_taken_out() {
    let import = import().with(|options| options.complete = false);
    import.import(export(&["Ada", "Bob"]));
    let import = import.with(|options| options.source = Some("paper".into()));
    import.import(export(&["Bob", "Cleo"]));
    let import = import.with(|options| {
        options.source = Some("petition".into());
        options.complete = true;
    });
    let report = import.gives(export(&["Ada"]), &table("1,Ada,\n2,Bob,\n3,Cleo,\n"));
    counts(&report, [0, 0, 1, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn the_source_is_to_be_named() {
    import().with(|options| options.source = None).fails(
        export(&["Ada"]),
        "--complete removes people who are no longer in an export of the same source: say which by --source NAME, the \
         same each time",
    );
}

#[test]
fn an_export_that_is_cut_short_takes_nobody_out() {
    let import = import();
    import.import(export(&["Ada", "Bob", "Cleo"]));
    let expected = "would withdraw 2 of the 3 who came from petition: check that the export is complete; if it is, add \
                --withdraw-most";
    import.fails(export(&["Ada"]), expected);
    let import = import.with(|options| options.withdraw_most = true);
    counts(&import.gives(export(&["Ada"]), &table("1,Ada,\n")), [0, 0, 1, 0, 0, 0, 0, 0, 2]);
}

#[test]
fn who_is_refused_is_still_there() {
    let import = import().map("name=Name,email=Mail,lang=Lang");
    import.import("Name,Mail,Lang\nAda,a@b.example,\nBob,b@b.example,\nCleo,c@b.example,\n");
    let report = import.import("Name,Mail,Lang\nAda,a@b.example,\nBob,b@b.example,?\n,c@b.example,\n");
    counts(&report, [0, 0, 1, 0, 0, 0, 2, 0, 0]);
    let report = import.import("Name,Mail,Lang\nAda,a@b.example,\nBob,b@b.example,,\n");
    counts(&report, [0, 0, 1, 0, 0, 0, 1, 0, 0]);
    assert!(notes(&report).contains(
        &"has rows whose cells run together, so nobody is withdrawn: fix them, and import it again".to_string()
    ));
    assert_eq!(import.table(), table("1,Ada,\n2,Bob,\n3,Cleo,\n"));
}

#[test]
fn whom_the_coordinator_deleted_does_not_come_back() {
    let import = import().with(|options| options.complete = false);
    import.import(export(&["Ada", "Bob"]));
    import.edit("2,Bob,\n", "");
    let report = import.gives(export(&["Ada", "Bob", "Cleo"]), &table("1,Ada,\n3,Cleo,\n"));
    counts(&report, [1, 0, 1, 0, 1, 0, 0, 0, 0]);
}

#[test]
fn whom_the_coordinator_deleted_does_not_come_back_by_name_alone() {
    let import = Import::new();
    import.import("Name\nAda\nBob\n");
    import.edit("2,Bob,\n", "");
    counts(&import.gives("Name\nAda\nBob\n", &table("1,Ada,\n")), [0, 0, 1, 0, 1, 0, 0, 0, 0]);
}

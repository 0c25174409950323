//! An export imported again, with changes.

use super::{Import, counts, notes};

const HEADING: &str = "id,name,organisation\n";

fn people() -> Import {
    Import::new().map("name=Name,email=Mail,organisation=Org")
}

/// An export with these rows below its headings.
fn export(rows: &str) -> String {
    format!("Name,Mail,Org\n{rows}\n")
}

fn table(rows: &str) -> String {
    format!("{HEADING}{rows}\n")
}

#[test]
fn an_export_that_comes_again_changes_nothing() {
    let import = people();
    let rows = export("Ada,a@b.example,HART\nBob,b@b.example,\nCleo,,");
    counts(&import.import(&rows), [3, 0, 0, 0, 0, 0, 0, 0, 0]);
    let before = import.table();
    counts(&import.gives(&rows, &before), [0, 0, 3, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn who_is_known_by_the_address_is_updated_and_the_others_stay_as_they_are() {
    let import = people();
    import.import(export("Ada,a@b.example,\nBob,b@b.example,Old"));
    let report = import.gives(
        export("Cleo,c@b.example,\nBob,B@B.example,New\nAda,a@b.example,HART"),
        &table("1,Ada,HART\n2,Bob,New\n3,Cleo,"),
    );
    counts(&report, [1, 2, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn an_empty_cell_of_the_export_changes_nothing() {
    let import = people();
    import.import(export("Ada,a@b.example,HART"));
    let report = import.gives(export("Ada,a@b.example,"), &table("1,Ada,HART"));
    counts(&report, [0, 0, 1, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn what_the_coordinator_corrected_stays() {
    let import = people();
    import.import(export("ada,a@b.example,HART"));
    import.edit("1,ada,HART", "1,Ada,HART");
    counts(&import.gives(export("ada,a@b.example,HART"), &table("1,Ada,HART")), [0, 0, 1, 0, 0, 0, 0, 0, 0]);
    let report = import.gives(export("ada l.,a@b.example,HART Trust"), &table("1,Ada,HART Trust"));
    counts(&report, [0, 1, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(notes(&report), ["2: name is “ada l.” now, and stays “Ada” for Ada in line 2 of signatories.csv"]);
    assert_eq!(notes(&import.gives(export("ada l.,a@b.example,HART Trust"), &table("1,Ada,HART Trust"))), [""; 0]);
}

#[test]
fn a_name_that_changed_is_reported() {
    let import = people();
    import.import(export("Ada Byron,a@b.example,"));
    let report = import.gives(export("Ada Lovelace,a@b.example,"), &table("1,Ada Lovelace,"));
    assert_eq!(notes(&report), ["2: Ada Byron is now called Ada Lovelace"]);
}

#[test]
fn ids_of_the_table_can_be_mapped() {
    let import = Import::into_table(&table("7,Ada,HART\nx,Bob,")).map("id=Id,name=Name,organisation=Org");
    let report = import.gives("Id,Name,Org\nx,Bob,New\n9,Cleo,\n", &table("7,Ada,HART\nx,Bob,New\n9,Cleo,"));
    counts(&report, [1, 1, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn new_ids_go_on_from_the_highest() {
    Import::into_table(&table("12,Ada,\n3,Bob,\nx,Cleo,\n,Dan,"))
        .gives("Name\nEva\nFay\n", &table("12,Ada,\n3,Bob,\nx,Cleo,\n,Dan,\n13,Eva,\n14,Fay,"));
}

#[test]
fn the_number_of_another_system_is_recognised_and_written_nowhere() {
    let import = Import::new().map("name=Name,key=Number,organisation=Org");
    import.import("Name,Number,Org\nAda,98765,\n");
    let report = import.gives("Name,Number,Org\nAda L.,98765,HART\n", &table("1,Ada L.,HART"));
    counts(&report, [0, 1, 0, 0, 0, 0, 0, 0, 0]);
    let other =
        Import { folder: import.folder, options: import.options }.with(|options| options.source = Some("x".into()));
    let report = other.import("Name,Number,Org\nBob,98765,\n");
    counts(&report, [1, 0, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn addresses_and_numbers_are_written_nowhere() {
    let import = Import::new().map("name=Name,email=Mail,key=Number");
    import.import("Name,Mail,Number\nAda,secret.address@b.example,98765432\n");
    import.folder.publish();
    let memory = std::fs::read_dir(import.folder.path().join(".open-letter")).unwrap().flatten();
    let mut files: Vec<Vec<u8>> = memory.map(|entry| std::fs::read(entry.path()).unwrap()).collect();
    assert!(files.len() >= 3);
    files.push(import.table().into());
    files.extend(import.folder.site_files().into_iter().map(|(_, bytes)| bytes));
    for bytes in files {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("secret") && !text.contains("98765432"), "{text}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_remembered_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let import = people();
    import.import(export("Ada,a@b.example,"));
    for name in ["key", "imported"] {
        let found = std::fs::metadata(import.folder.path().join(".open-letter").join(name)).unwrap();
        assert_eq!(found.permissions().mode() & 0o777, 0o600, "{name}");
    }
    let ignored = std::fs::read_to_string(import.folder.path().join(".open-letter/.gitignore")).unwrap();
    assert_eq!(ignored, "*\n");
}

#[test]
fn each_folder_has_a_key_of_its_own() {
    let remembered = || {
        let import = people();
        import.import(export("Ada,a@b.example,"));
        std::fs::read_to_string(import.folder.path().join(".open-letter/imported")).unwrap()
    };
    assert_ne!(remembered(), remembered());
}

#[test]
fn two_who_are_found_at_once_are_refused() {
    let import = Import::new().map("id=Id,name=Name,email=Mail");
    import.import("Id,Name,Mail\n1,Ada,a@b.example\n2,Bob,b@b.example\n");
    import.refuses(
        "Id,Name,Mail\n1,Ada,b@b.example\n",
        "has the id of Ada (id 1) and the e-mail address of Bob (id 2): change one of the two in the export",
    );
    import.refuses(
        "Id,Name,Mail\n3,Ada,a@b.example\n",
        "has the id 3 and the e-mail address of Ada (id 1): an id stays as it is, so leave id out of --map or correct it",
    );
}

#[test]
fn damaged_memory_is_reported_and_nothing_is_done() {
    let import = people();
    import.import(export("Ada,a@b.example,"));
    let path = |name: &str| import.folder.path().join(".open-letter").join(name);
    let whole = std::fs::read(path("imported")).unwrap();
    let expected = "x/.open-letter/imported is damaged, or was written with another key: restore it and the file key \
                beside it, or delete both: then import no longer recognises earlier signatories";
    std::fs::write(path("imported"), &whole[..whole.len() - 4]).unwrap();
    import.fails(export("Bob,b@b.example,"), expected);
    std::fs::write(path("imported"), &whole).unwrap();
    let key = std::fs::read(path("key")).unwrap();
    std::fs::remove_file(path("key")).unwrap();
    import.fails(export("Bob,b@b.example,"), expected);
    std::fs::write(path("key"), &key[..9]).unwrap();
    import.fails(
        export("Bob,b@b.example,"),
        "x/.open-letter/key is not the key that import wrote: restore it, or delete it with the file imported beside it to \
         start again",
    );
    std::fs::write(path("key"), key).unwrap();
    counts(&import.import(export("Ada,a@b.example,")), [0, 0, 1, 0, 0, 0, 0, 0, 0]);
}

//! Whoever says no to being named once is not named, whatever they say in other rows, exports and sources.

use super::{Import, counts, notes};
use open_letter::import::{Duplicates, WithoutConsent};

const HEADING: &str = "id,name,hidden\n";

fn asks(map: &str) -> Import {
    Import::into_table(HEADING).map(map)
}

/// A column that asks, and what it has for yes and no, for yes to being named.
const COLUMNS: [(&str, &str, &str); 3] = [("consent", "ja", "nein"), ("anonymous", "", "yes"), ("hidden", "", "x")];

#[test]
fn a_no_in_any_row_of_an_export_hides_the_name() {
    for (target, yes, no) in COLUMNS {
        for email in ["a@x.example", ""] {
            for (first, second) in [(yes, no), (no, yes)] {
                let import = asks(&format!("name=Name,email=Email,{target}=Show"));
                let export = format!(
                    "Name;Email;Show\nAda Example;{email};{first}\nBo Example;b@x.example;{yes}\nADA example;{email};{second}\n"
                );
                let table = "id,name,hidden\n1,Ada Example,true\n2,Bo Example,\n";
                let report = import.gives(&export, table);
                assert_eq!((report.added, report.duplicates), (2, 1));
                let why = ", and says no to being named in one of the two: the name is hidden";
                assert!(report.left_out[0].why.ends_with(why), "{report}");
                counts(&import.gives(&export, table), [0, 0, 2, 1, 0, 0, 0, report.hidden, 0]);
                // The coordinator may show it all the same.
                import.edit("1,Ada Example,true", "1,Ada Example,");
                import.gives(&export, "id,name,hidden\n1,Ada Example,\n2,Bo Example,\n");
            }
        }
    }
}

#[test]
fn the_report_says_which_row_says_no() {
    let report =
        asks("name=Name,email=Email,consent=Show").import("Name,Email,Show\nAda,a@x.example,yes\nAda,a@x.example,no\n");
    assert_eq!(
        notes(&report),
        [
            "2: Ada says no to being named in line 3, so the name is hidden",
            "3: repeats the signatory of line 2, and says no to being named in one of the two: the name is hidden"
        ]
    );
    assert!(report.text(false).contains("export.csv:2: hidden: Ada says no"), "{report}");
}

#[test]
fn in_json_too() {
    let export = r#"[{"name": "Ada", "key": 7, "show": true}, {"name": "A. Example", "key": 7, "show": false}]"#;
    let report = asks("name=name,key=key,consent=show").gives(export, "id,name,hidden\n1,Ada,true\n");
    assert_eq!(notes(&report)[0], "1: Ada says no to being named in entry 2, so the name is hidden");
}

#[test]
fn a_no_without_an_address_is_that_of_the_same_name() {
    let import = asks("name=Name,email=Email,consent=Show");
    import.gives("Name,Email,Show\nAda,a@x.example,yes\nAda,,no\n", "id,name,hidden\n1,Ada,true\n");
    // Two addresses are two people, and so are two that the coordinator says to be two.
    let import = asks("name=Name,email=Email,consent=Show");
    import.gives("Name,Email,Show\nAda,a@x.example,yes\nAda,b@x.example,no\n", "id,name,hidden\n1,Ada,\n2,Ada,true\n");
    let import = asks("name=Name,consent=Show").with(|options| options.duplicates = Duplicates::Add);
    import.gives("Name,Show\nAda,yes\nAda,no\n", "id,name,hidden\n1,Ada,\n2,Ada,true\n");
}

#[test]
fn a_no_of_somebody_else_with_the_name_is_pointed_out() {
    for (first, second) in [("yes", "no"), ("no", "yes")] {
        let import = Import::into_table("id,name,role,hidden\n").map("name=Name,role=Role,consent=Show");
        let report = import.import(format!("Name,Role,Show\nAda,Nurse,{first}\nAda,Chair,{second}\n"));
        let note = "3: Ada is also in line 2, and is somebody else: only one of the two may be named, so see that they are two \
                    people";
        assert_eq!((report.added, notes(&report)), (2, vec![note.to_string()]));
    }
}

#[test]
fn a_no_of_another_name_or_none_at_the_same_address_hides_too() {
    for (name, show) in [("A. Example", "no"), ("Anonymous", "yes"), ("", "no")] {
        for yes_first in [true, false] {
            let (yes, no) = ("Ada,a@x.example,yes\n".to_string(), format!("{name},a@x.example,{show}\n"));
            let rows = if yes_first { yes + &no } else { no + &yes };
            let import = asks("name=Name,email=Email,consent=Show");
            let report = import.import(format!("Name,Email,Show\n{rows}"));
            assert!(import.table().lines().skip(1).all(|row| row.ends_with(",true")), "{name}: {}", import.table());
            assert_eq!((report.added, report.duplicates), (1, 1));
        }
    }
}

#[test]
fn a_no_hides_somebody_who_was_written_by_hand() {
    for policy in [WithoutConsent::Hide, WithoutConsent::Skip] {
        let import = Import::into_table("id,name,hidden\n1,Ada,\n")
            .map("name=Name,consent=Show")
            .with(|options| options.without_consent = policy);
        let report = import.gives("Name,Show\nAda,no\n", "id,name,hidden\n1,Ada,true\n");
        let note = "2: may not be named, and is left out, so Ada in line 2 of signatories.csv is hidden now: if they are two \
                    people, import with --duplicates add, and clear hidden there";
        assert!(notes(&report).contains(&note.to_string()), "{report}");
    }
}

#[test]
fn who_is_left_out_for_want_of_consent_is_left_out_in_each_row() {
    for rows in ["Ada,a@x.example,yes\nAda,a@x.example,no\n", "Ada,a@x.example,no\nAda,a@x.example,yes\n"] {
        let import =
            asks("name=Name,email=Email,consent=Show").with(|options| options.without_consent = WithoutConsent::Skip);
        let report = import.gives(format!("Name,Email,Show\n{rows}"), HEADING);
        assert_eq!((report.skipped, report.duplicates), (1, 1));
        assert!(report.left_out[0].why.ends_with("who did not consent"), "{report}");
    }
}

#[test]
fn a_no_in_a_row_that_is_refused_counts() {
    let import = || Import::into_table("id,name,signed,hidden\n").map("name=Name,email=Email,signed=Day,consent=Show");
    let (yes, no) = ("Ada,a@x.example,,yes\n", "Ada,a@x.example,yesterday,no\n");
    for rows in [[yes, no], [no, yes]] {
        let report =
            import().gives(format!("Name,Email,Day,Show\n{}", rows.concat()), "id,name,signed,hidden\n1,Ada,,true\n");
        assert_eq!((report.added, report.refused), (1, 1));
    }
    // In a later export too.
    let import = import();
    import.import(format!("Name,Email,Day,Show\n{yes}"));
    let report = import.gives(format!("Name,Email,Day,Show\n{no}"), "id,name,signed,hidden\n1,Ada,,true\n");
    assert_eq!((report.updated, report.refused), (0, 1));
}

#[test]
fn a_no_of_one_source_outweighs_a_yes_of_another() {
    let from = |source: &str, import: Import| import.with(|options| options.source = Some(source.into()));
    let (yes, no) = ("Name,Email,Show\nAda,a@x.example,yes\n", "Name,Email,Show\nAda,a@x.example,no\n");
    let (shown, hidden) = ("id,name,hidden\n1,Ada,\n", "id,name,hidden\n1,Ada,true\n");
    let import = from("form", asks("name=Name,email=Email,consent=Show"));
    import.gives(yes, shown);
    let import = from("paper", import);
    import.gives(no, hidden);
    let import = from("form", import);
    import.gives(yes, hidden);
    import.gives(no, hidden);
    let report = import.gives(yes, hidden);
    let note = "2: says yes to being named, and no in another source: Ada in line 2 of signatories.csv stays hidden";
    assert_eq!(notes(&report), [note]);
    let import = from("paper", import);
    // Nobody says no any longer.
    import.gives(yes, shown);
}

#[test]
fn a_row_that_waits_is_hidden_too() {
    let import = asks("name=Name,email=Email,consent=Show").with(|options| options.hold = true);
    import.gives("Name,Email,Show\nAda,a@x.example,yes\nAda,a@x.example,no\n", HEADING);
    let held = std::fs::read_to_string(import.folder.path().join("held.csv")).unwrap();
    assert_eq!(held.matches("Ada").count(), held.matches("true").count(), "{held}");
    // Somebody who is in the table already is hidden at once.
    let import = Import::into_table("id,name,hidden\n1,Ada,\n")
        .map("name=Name,consent=Show")
        .with(|options| options.hold = true);
    import.gives("Name,Show\nAda,no\n", "id,name,hidden\n1,Ada,true\n");
}

#[test]
fn a_dry_run_hides_nobody() {
    let import = Import::into_table("id,name,hidden\n1,Ada,\n").map("name=Name,consent=Show");
    let import = import.with(|options| options.dry_run = true);
    import.gives("Name,Show\nAda,no\n", "id,name,hidden\n1,Ada,\n");
}

#[test]
fn the_name_is_in_no_published_file() {
    let import = asks("name=Name,email=Email,consent=Show");
    import.import(
        "Name,Email,Show\nZora Quillfeather,z@x.example,yes\nBo,b@x.example,yes\nZora Quillfeather,z@x.example,no\n",
    );
    import.folder.publish();
    for (path, bytes) in import.folder.site_files() {
        assert!(!String::from_utf8_lossy(&bytes).contains("Quillfeather"), "{path}");
    }
}

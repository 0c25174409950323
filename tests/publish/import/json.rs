//! Exports in JSON.

use super::{Import, notes};

fn gives(export: &str, table: &str) {
    Import::new().map("name=name,organisation=org.name").gives(export, table);
}

const TABLE: &str = "id,name,organisation\n1,Ada,HART\n";

#[test]
fn a_list_of_objects_is_a_table() {
    gives(r#"[{"name": "Ada", "org": {"name": "HART"}, "age": 36}]"#, TABLE);
    gives(
        "\u{feff}\n [ {\"org\":{\"name\":\"HART\"}},{\"name\":\"Ada\",\"org\":null} ]",
        "id,name,organisation\n1,Ada,\n",
    );
    gives(r#"{"total": 1, "rows": [{"name": "Ada", "org": {"name": "HART"}}], "next": null}"#, TABLE);
    Import::new()
        .map("name=people.1.name")
        .gives(r#"[{"people": [{"name": "Ada"}]}]"#, "id,name,organisation\n1,Ada,\n");
}

#[test]
fn values_are_taken_as_written() {
    let import = Import::into_table("id,name,verified,note\n").map("id=id,name=name,verified=ok,note=number");
    import.gives(
        r#"[{"id": 7.0, "name": "Ada", "ok": true, "number": 12345678901234567890123}, {"id": 8, "name": "Bo", "ok": false}]"#,
        "id,name,verified,note\n7,Ada,true,12345678901234567890123\n8,Bo,,\n",
    );
}

#[test]
fn lines_are_those_of_the_file() {
    let report = Import::new()
        .map("name=name")
        .import("[\n  {\"name\": \"Ada\"},\n  {\"name\": \"\",\n   \"x\": 1},\n  {\"x\": 2}\n]");
    let empty = "name is empty: give the signatory's name";
    let unused = "has columns that are not imported: “x”".to_string();
    assert_eq!(notes(&report), [format!("3: {empty}"), format!("5: {empty}"), unused]);
    assert_eq!(report.form.shown(), "in JSON");
}

#[test]
fn entries_of_one_line_have_numbers() {
    let import = Import::new().map("name=name");
    let report = import.import(r#"[{"name": "Ada"}, {"name": "", "city": "Lund"}, {"name": "Ada"}]"#);
    let reported = report.text(false);
    assert!(reported.contains("export.csv: entry 2: refused: name is empty"), "{reported}");
    assert!(reported.contains("export.csv: entry 3: duplicate: Ada is already in entry 1\n"), "{reported}");
    let list = std::fs::read_to_string(import.folder.path().join("left-out.csv")).unwrap();
    assert!(list.contains("\nentry 2,,,name is empty"), "{list}");
    assert!(list.contains("\nentry 3,Ada,,Ada is already in entry 1\n"), "{list}");
}

#[test]
fn a_group_of_values_in_place_of_one_is_named() {
    let import = || Import::into_table("id,name,organisation,hidden\n").map("name=name,anonymous=anonymous,consent=");
    let fault = |target: &str, first: &str, all: &str| {
        format!(
            "{target} is a group of values ({all}): write “{target}” as one text in the export, or map one of the values, such \
             as --map \"{target}={first}\""
        )
    };
    let export = |entry: &str| format!(r#"[{{"name": "Ada", "anonymous": "no"}}, {entry}]"#);
    for (entry, target, first, all) in [
        (r#"{"name": {"first": "Bo", "last": "B"}, "anonymous": "no"}"#, "name", "name.first", "name.first, name.last"),
        (r#"{"name": ["Bo", "B"], "anonymous": "no"}"#, "name", "name.1", "name.1, name.2"),
        // Taken for empty, it would show a name that is to be hidden.
        (r#"{"name": "Bo", "anonymous": {"value": true}}"#, "anonymous", "anonymous.value", "anonymous.value"),
    ] {
        let report = import().import(export(entry));
        assert_eq!(notes(&report)[0], format!("2: {}", fault(target, first, all)));
        assert_eq!((report.added, report.refused), (1, 1));
    }
}

#[test]
fn a_number_that_two_people_have_is_said_with_both_names() {
    let import = Import::new().map("name=name,key=key");
    let report = import.import(r#"[{"name": "Bo", "key": 1}, {"name": "Ce X", "key": 1}]"#);
    assert_eq!(notes(&report), ["2: repeats the signatory of entry 1, who is Bo there"]);
}

#[test]
fn of_several_lists_one_is_named() {
    let import = |sheet: Option<&str>| {
        let sheet = sheet.map(String::from);
        Import::new().map("name=name").with(|options| options.sheet = sheet)
    };
    let export = r#"{"signed": [{"name": "Ada"}], "invited": [{"name": "Bo"}]}"#;
    import(None)
        .fails(export, "export.csv: has several lists: say which by --sheet NAME; there are “signed”, “invited”");
    import(Some("signed")).gives(export, "id,name,organisation\n1,Ada,\n");
    import(Some("x")).fails(export, "export.csv: has no list “x”: there are “signed”, “invited”");
}

#[test]
fn what_is_no_list_of_objects_is_refused() {
    let fails =
        |export: &str, message: &str| Import::new().map("name=name").fails(export, &format!("export.csv: {message}"));
    fails("{\"a\": 1}", "has no list of signatures: save it as a list of objects, or as CSV");
    let message = "has something in entry 2 that is not an object: each signature is one, in braces";
    fails("[{\"name\": \"Ada\"}, 2]", message);
    fails("[]", "is empty: export it again, with its heading row");
    fails("[{\"name\": \"Ada\", \"name\": \"Bo\"}]", "has “name” twice in the object of line 1");
    let deep = format!("[{{\"name\": {}1{}}}]", "{\"a\":".repeat(100), "}".repeat(100));
    fails(&deep, "line 1: has objects within objects, more than 8 deep: export it without them");
    let reported = Import::new().map("name=name").try_import("[{\"name\": \"Ada\"").unwrap_err();
    assert!(reported.starts_with("export.csv: is damaged JSON: export it again: EOF"), "{reported}");
    let wide: Vec<String> = (0..501).map(|at| format!("\"a{at}\": 1")).collect();
    fails(&format!("[{{{}}}]", wide.join(",")), "has more than 500 different names: export only those that you need");
}

#[test]
fn csv_with_a_bracket_in_its_first_heading_is_csv() {
    Import::new().map("name=[Name]").gives("[Name],x\nAda,1\n", "id,name,organisation\n1,Ada,\n");
}

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
    assert_eq!(notes(&report), [format!("3: {empty}"), format!("5: {empty}")]);
    assert_eq!(report.form.shown(), "in JSON");
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
    let message = "has something in line 1 that is not an object: each signature is one, in braces";
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

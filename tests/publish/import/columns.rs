//! Delimiters, headings and `--map`.

use super::{Import, delimiter, notes};
use open_letter::source::COLUMNS;

const TABLE: &str = "id,name,organisation\n1,Ada,HART\n";

#[track_caller]
fn maps(map: &str, export: &str) {
    Import::new().map(map).gives(export, TABLE);
}

#[test]
fn delimiters_are_recognised() {
    for mark in [",", ";", "\t", "|"] {
        let export = ["Name", "Org", "Comment, or; reason|why\nAda", "HART", "\"a,b;c|d\"\n"].join(mark);
        let export = export.replace("Comment, or; reason|why", "\"Comment, or; reason|why\"");
        maps("name=Name,organisation=Org", &export);
    }
    maps("name=Name,organisation=Org", "sep=;\nName;Org\nAda;HART\n");
    Import::new().gives("Name\nAda\n", "id,name,organisation\n1,Ada,\n");
}

#[test]
fn lines_are_those_of_the_file() {
    let lines = |export: &str| {
        let report = Import::new().map("name=Name,role=Org").import(export);
        report.notes.iter().map(|note| note.line).collect::<Vec<_>>()
    };
    assert_eq!(lines("sep=;\n\nName;Org\n\n;a\n\"A\nda\";\n;;\n;b\n"), [Some(5), Some(9)]);
    assert_eq!(lines("Name,Org\r\n,a\r\n\r\n,b\r\n"), [Some(2), Some(4)]);
}

#[test]
fn a_delimiter_can_be_given() {
    let import = Import::new().with(|options| options.delimiter = Some(delimiter("semicolon")));
    import.gives("Name;Org\n\"Ada\";HART\n", "id,name,organisation\n1,Ada,\n");
    import.fails("Name,Org\nAda,HART\n", "export.csv: has no heading “Name” for name: there are “Name,Org”");
}

#[test]
fn headings_are_found_whatever_their_capitals_and_the_spaces_around_them() {
    maps("name=full NAME,organisation=Org", " Full Name ,ORG\nAda,HART\n");
    maps("name=Name,organisation=Org", "name,Name,Org\nB,Ada,HART\n");
}

#[test]
fn a_heading_that_is_not_there_is_reported_with_those_that_are() {
    Import::new().map("name=Name,organisation=Organisaton").fails(
        "Name,Organisation,Email\nAda,HART,a@b.example\n",
        "export.csv: has no heading “Organisaton” for organisation: “Organisation” comes nearest; there are “Name”, \
         “Organisation”, “Email”",
    );
    Import::new().map("email=Mail").fails(
        "A,Mail\n1,2\n",
        "export.csv: can't be imported without a name: give --map \"name=HEADING\", or --map \"first-name=HEADING\" --map \
         \"last-name=HEADING\"; there are “A”, “Mail”",
    );
    Import::new().fails("\n,,\n", "export.csv: is empty: export it again, with its heading row");
}

#[test]
fn headings_with_commas_and_marks_can_be_mapped() {
    let export = "\"Name, in full\",\"Org = \"\"body\"\"\"\nAda,HART\n";
    maps(r#"name="Name, in full",organisation="Org = ""body""""#, export);
    // A shell removes the quotation marks.
    maps(r#"name=Name, in full,organisation=Org = "body""#, export);
    maps(r#" name = "Name, in full" , organisation=Org = "body" "#, export);
}

#[test]
fn map_may_be_given_several_times() {
    let map = |maps: &[&str]| {
        let maps = maps.iter().map(ToString::to_string).collect();
        Import::new().with(|options| options.map = maps)
    };
    map(&["name=Name", "organisation=Org"]).gives("Name,Org\nAda,HART\n", TABLE);
    map(&["name=Name", "name=Org"]).fails("Name,Org\nAda,HART\n", "--map gives name twice: leave one of the two out");
}

#[test]
fn what_is_no_mapping_is_reported() {
    let fails = |map: &str, message: &str| Import::new().map(map).fails("Name\nAda\n", message);
    fails("Name", "--map has “Name” without a heading: write name=HEADING");
    fails("nam=Name", "--map has “nam”, which nothing is imported as: did you mean name?");
    fails(
        "shoe=Name",
        &format!(
            "--map has “shoe”, which nothing is imported as: there are {}, first-name, middle-name, last-name, email, key, \
             consent, anonymous",
            COLUMNS.join(", ")
        ),
    );
    fails("name=\"Name", "--map has a quotation mark that is never closed before “Name”: close it");
    fails("name=\"Na\"me", "--map has “me” after a quotation mark: write a comma between");
    fails(
        "name=Name,last-name=Name",
        "--map gives both name and a part of it: give either name, or first-name and last-name",
    );
}

#[test]
fn a_name_may_stand_in_two_columns() {
    let import = Import::new().map("first-name=First,last-name=Last");
    import.gives("First,Last\nAda, Lovelace\n,Plato\n", "id,name,organisation\n1,Ada Lovelace,\n2,Plato,\n");
}

#[test]
fn a_name_may_stand_in_three_columns() {
    let import = Import::new().map("last-name=Last,first-name=First,middle-name=Middle");
    import.gives(
        "First,Last,Middle\nAda,Lovelace,King\nBo,Example,\n",
        "id,name,organisation\n1,Ada King Lovelace,\n2,Bo Example,\n",
    );
    Import::new().map("name=First,middle-name=Middle").fails(
        "First,Middle\nA,B\n",
        "--map gives both name and a part of it: give either name, or first-name and last-name",
    );
}

#[test]
fn a_heading_is_found_without_its_quotation_marks() {
    maps("name=Your real name,organisation=Org", "\"Your \"\"real\"\" name\",Org\nAda,HART\n");
}

#[test]
fn headings_further_down_are_named_and_can_be_given() {
    let export = "Signatures of May;;\n\nName;Org;\nAda;HART;\n";
    Import::new().map("name=Name,organisation=Org").fails(
        export,
        "export.csv: has no heading “Name” for name: there are “Signatures of May”, “”, “”; row 3 has what you look for, so \
         add --heading-row 3",
    );
    let given = Import::new().map("name=Name,organisation=Org").with(|options| options.heading_row = Some(3));
    let report = given.gives(export, TABLE);
    assert_eq!(notes(&report), [""; 0]);
    given
        .with(|options| options.heading_row = Some(9))
        .fails(export, "export.csv: has nothing in row 9: give the number of the row with the headings");
}

#[test]
fn headings_below_a_title_are_found_with_any_delimiter() {
    for (mark, title) in [(';', "Export of 3 May 2026"), ('\t', "Export, May"), ('|', "Export"), (',', "Export")] {
        let export = format!("{title}\n\nName{mark}Org\nAda{mark}HART\n");
        let import = || Import::new().map("name=Name,organisation=Org");
        let reported = import().try_import(&export).unwrap_err();
        assert!(reported.ends_with("row 3 has what you look for, so add --heading-row 3"), "{reported}");
        import().with(|options| options.heading_row = Some(3)).gives(&export, TABLE);
    }
}

#[test]
fn rows_have_as_many_cells_as_the_heading_row() {
    let report = Import::new().map("name=Name,organisation=Org").import("Name,Org\nAda\nBob,b,c\n");
    assert_eq!(
        notes(&report),
        [
            "has fewer cells than headings in 1 row, the first of them line 2: what is missing at the end is taken for empty",
            "3: has 3 cells, and the heading row has 2: put a text that has the mark between columns in it in quotation marks"
        ]
    );
    assert_eq!((report.added, report.refused), (1, 1));
    Import::new().fails(
        "Name,Org\nAda,\"x\nBob,y\n",
        "export.csv: has a quotation mark in line 2 or before that is never closed: close it there",
    );
}

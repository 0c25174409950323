//! `signatories.csv`.

use crate::folder::Folder;
use open_letter::source::COLUMNS;
use serde_json::{Value, json};

#[track_caller]
fn reports(csv: &str, expected: &[&str]) {
    Folder::new().signatories(csv).reports(expected);
}

#[track_caller]
fn published(csv: &str) -> Value {
    Folder::new().signatories(csv).published()["signatories"].clone()
}

#[test]
fn a_name_is_enough() {
    assert_eq!(published("name\nAda\nGrace\n"), json!([{ "name": "Ada" }, { "name": "Grace" }]));
}

#[test]
fn all_columns_are_read_in_any_order() {
    let csv = "verified,logo,hidden,initiator,comment,signed,lang,country,url,note,organisation,role,kind,name,id\n\
               true,l.svg,false,true,Yes!,2023-09-07,hy,AM,https://a.example/,n,o,r,person,Ada,7\n";
    assert_eq!(
        published(csv),
        json!([{
            "id": "7", "name": "Ada", "kind": "person", "initiator": true, "role": "r", "organisation": "o", "note": "n",
            "url": "https://a.example/", "logo": "l.svg", "country": "AM", "lang": "hy", "signed": "2023-09-07",
            "comment": "Yes!", "verified": true
        }])
    );
}

#[test]
fn an_empty_cell_is_an_absent_field_and_an_empty_row_none() {
    assert_eq!(
        published("id,name,kind,verified\n,Ada,,\n,,,\n\n , ,,\n,Grace,,\n"),
        json!([{ "name": "Ada" }, { "name": "Grace" }])
    );
}

#[test]
fn names_come_out_exactly() {
    let csv =
        "name\n\"Union of Quebec, twenty-one  organisations\"\n\"The \"\"A\"\" Team\"\nUHRP – Uyghur\n  padded  \n";
    assert_eq!(
        published(csv),
        json!([
            { "name": "Union of Quebec, twenty-one  organisations" }, { "name": "The \"A\" Team" },
            { "name": "UHRP – Uyghur" }, { "name": "padded" }
        ])
    );
}

#[test]
fn initiators_stand_first_and_the_rest_in_the_order_of_the_file() {
    let csv = "name,initiator\nA,\nB,true\nC,false\nD,TRUE\n";
    let names: Vec<Value> = published(csv).as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    assert_eq!(names, ["B", "D", "A", "C"]);
}

#[test]
fn problems_are_reported_with_their_lines() {
    reports(
        "name,kind,url,signed,hidden,id\nAda,,,,,\n,person,,,,\nB,dog,,,,\nC,,javascript:x,,,\nD,,,7/9/2023,,\nE,,,,yes,\nF,,,,,f@a.example\n",
        &[
            "x/signatories.csv:3: name is empty: give the signatory's name",
            "x/signatories.csv:4: kind is “dog”: write \"person\" or \"organisation\"",
            "x/signatories.csv:5: url is a javascript: link, which is dropped: give a URL that begins with https:, http: \
             or mailto:, or one relative to the letter",
            "x/signatories.csv:6: signed is “7/9/2023”, which can be 2023-09-07 or 2023-07-09: write it so, or have the \
             spreadsheet show the whole column as YYYY-MM-DD and save again",
            "x/signatories.csv:7: hidden is “yes”: write true or false",
            "x/signatories.csv:8: id is an e-mail address, and ids are public: give a number or a word",
        ],
    );
}

#[test]
fn lines_are_counted_through_quoted_breaks_and_empty_lines() {
    let fault = "contains control characters or bidirectional overrides: remove them";
    for end in ["\n", "\r\n"] {
        let csv = ["name,comment", "Ada,\"one", "two\"", "", "", "Grace,three", ",four", ""].join(end);
        reports(
            &csv,
            &[
                &format!("x/signatories.csv:2: comment {fault}"),
                "x/signatories.csv:7: name is empty: give the signatory's name",
            ],
        );
    }
}

#[test]
fn columns_must_be_known() {
    reports(
        "name,organization,shoe size\nAda,,\n",
        &[
            "x/signatories.csv:1: has the unknown column “organization”: did you mean organisation?",
            &format!("x/signatories.csv:1: has the unknown column “shoe size”: there are {}", COLUMNS.join(", ")),
        ],
    );
    reports(
        "id,kind\n1,person\n",
        &["x/signatories.csv:1: has no column name: write a heading row with at least the column name"],
    );
    reports(
        "name,E-mail\nAda,ada@example.org\n",
        &["x/signatories.csv:1: has the unknown column “E-mail”: everybody could read the addresses: delete the \
           column, or use open-letter import"],
    );
    reports("name,name\nAda,B\n", &["x/signatories.csv:1: has the column name twice: keep one of the two"]);
    reports("", &["x/signatories.csv:1: is empty: write a heading row with at least the column name"]);
}

#[test]
fn a_row_has_as_many_cells_as_the_heading() {
    reports(
        "name,kind\nAda\nB,r,x\nExample, Carla,person\n",
        &[
            "x/signatories.csv:2: has 1 cell, and the heading row has 2: write a comma for each empty cell too",
            "x/signatories.csv:3: has 3 cells, and the heading row has 2: put a text with a comma in it in quotation marks",
            "x/signatories.csv:4: has 3 cells, and the heading row has 2: put a text with a comma in it in quotation marks",
        ],
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest() {
    reports(
        "name,role\nAda,\"Fellow\nGrace,x\nMary,y\n",
        &[
            "x/signatories.csv:2: has a quotation mark that is never closed: close it, or write \"\" for the mark itself",
        ],
    );
    assert_eq!(published("name\n5\" pipe\n"), json!([{ "name": "5\" pipe" }]));
}

#[test]
fn a_workbook_is_not_read_as_a_table() {
    Folder::new().file("signatories.csv", b"PK\x03\x04\xff\x00").reports(&[
        "x/signatories.csv: is a workbook, and no CSV: open it in a spreadsheet and save it as CSV UTF-8, or bring its rows \
         in by open-letter import",
    ]);
}

#[test]
fn encodings_are_reported() {
    Folder::new().file("signatories.csv", b"name\nAda\nRen\xe9e\n").reports(&[
        "x/signatories.csv:3: is not UTF-8: save the file as CSV UTF-8, so that every name keeps its letters",
    ]);
    Folder::new()
        .file("signatories.csv", b"\xff\xfen\0a\0m\0e\0x")
        .reports(&["x/signatories.csv:1: is UTF-16 that can't be read: save it as CSV (UTF-8)"]);
    assert_eq!(published("\u{feff}name\nRenée\n"), json!([{ "name": "Renée" }]));
}

#[test]
fn an_id_is_given_once() {
    reports(
        "id,name\n7,Ada\n8,B\n7,C\n7,D\n",
        &[
            "x/signatories.csv:4: id 7 is also in line 2: give each signatory an id of its own, or none",
            "x/signatories.csv:5: id 7 is also in line 2: give each signatory an id of its own, or none",
        ],
    );
}

#[test]
fn who_seems_to_have_signed_twice_is_reported_and_not_dropped() {
    let folder = Folder::new().signatories("name,organisation\nAda,HART\nGrace,\nada ,hart\nAda,\nGRACE,\n");
    folder.reports(&[
        "x/signatories.csv:4: warning: ada is also in line 2: delete one, or distinguish them by role, country, note or url",
        "x/signatories.csv:6: warning: GRACE is also in line 3: delete one, or distinguish them by role, country, note or \
         url",
    ]);
    assert_eq!(folder.published()["signatories"].as_array().unwrap().len(), 5);
}

#[test]
fn people_of_one_name_can_be_distinguished() {
    reports(
        "name,role,country\nAda,Fellow,UK\nAda,Chair,UK\nAda,,\n",
        &[
            "x/signatories.csv:4: warning: Ada is also in line 2: delete one, or distinguish them by role, country, note or url",
        ],
    );
}

#[test]
fn what_looks_the_same_distinguishes_nobody() {
    for (one, other) in
        [("Fellow", "Fel\u{200b}low"), ("Fellow", "FELLOW"), ("Cafe\u{301}", "Café"), ("Ｆｅｌｌｏｗ", "Fellow")]
    {
        let folder = Folder::new().signatories(&format!("name,role\nAda,{one}\nAda,{other}\n"));
        assert_eq!(folder.findings().len(), 1, "{one:?} {other:?}");
    }
    reports("name,role\nAda,!\nAda,?\n", &[]);
}

#[test]
fn nobody_need_have_signed_yet_but_the_file_is_there() {
    assert_eq!(published("name\n"), json!([]));
    let folder = Folder::new();
    std::fs::remove_file(folder.path().join("signatories.csv")).unwrap();
    folder.reports(&[
        "x/signatories.csv: can't be read (No such file or directory (os error 2)): write this file, with the heading \
         row alone while nobody has signed",
    ]);
}

/// The signatories in the table of each language's spreadsheet.
fn rows() -> Value {
    json!([
        { "id": "1", "name": "Ann Öne", "kind": "person", "initiator": true, "signed": "2024-03-01" },
        { "id": "2", "name": "Org; Two", "kind": "organisation", "signed": "2024-12-31" }
    ])
}

#[test]
fn spreadsheets_of_many_languages_are_read() {
    for (yes, no, day, later) in [
        ("WAHR", "FALSCH", "01.03.2024", "31.12.2024"),
        ("VRAI", "FAUX", "01/03/2024", "31/12/2024"),
        ("WAAR", "ONWAAR", "1-3-2024", "31-12-2024"),
        ("VERO", "FALSO", "01/03/2024", "31/12/2024"),
        ("VERDADERO", "FALSO", "1/3/2024", "31/12/2024"),
        ("PRAWDA", "FAŁSZ", "2024-03-01", "2024-12-31"),
        ("VERDADEIRO", "FALSO", "01/03/2024", "31/12/2024"),
        ("DOĞRU", "YANLIŞ", "1.03.2024", "31.12.2024"),
        ("ИСТИНА", "ЛОЖЬ", "01.03.2024", "31.12.2024"),
        ("ІСТИНА", "ХИБНІСТЬ", "01.03.2024", "31.12.2024"),
        ("SANT", "FALSKT", "2024-03-01", "2024-12-31"),
        ("IGAZ", "HAMIS", "2024. 03. 01.", "2024. 12. 31."),
        ("TRUE", "FALSE", "2024/3/1", "2024/12/31"),
        ("TRUE", "FALSE", "3/1/2024", "12/31/2024"),
    ] {
        let table = format!(
            "id;name;kind;initiator;signed\r\n1;Ann Öne;person;{yes};{day}\r\n2;\"Org; Two\";organisation;{no};{later}\r\n"
        );
        assert_eq!(published(&format!("\u{feff}{table}")), rows(), "{yes}");
        assert_eq!(published(&format!("sep=;\r\n{table}")), rows(), "{yes}");
    }
}

#[test]
fn tabs_and_utf_16_are_read() {
    let table = "id\tname\tkind\tinitiator\tsigned\r\n1\tAnn Öne\tPerson\tWAHR\t01.03.2024\r\n2\tOrg; Two\tOrganisation\tFALSCH\t31.12.2024\r\n";
    assert_eq!(published(table), rows());
    let utf16: Vec<u8> = format!("\u{feff}{table}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = Folder::new().file("signatories.csv", utf16);
    assert_eq!(folder.published()["signatories"], rows());
}

#[test]
fn lines_are_those_of_the_file_below_the_line_that_names_the_delimiter() {
    reports(
        "sep=;\nname;kind\nAda;dog\n",
        &["x/signatories.csv:3: kind is “dog”: write \"person\" or \"organisation\""],
    );
}

#[test]
fn empty_columns_and_rows_are_none() {
    assert_eq!(
        published("id,name,kind,,,\r\n1,Ann One,person,,,\r\n,,,,,\r\n"),
        json!([{ "id": "1", "name": "Ann One", "kind": "person" }])
    );
    assert_eq!(published(";;\nname;;\nAda;;\n;;\n"), json!([{ "name": "Ada" }]));
    assert_eq!(published("name,,role\nAda,,r\nBo,,\n"), json!([{ "name": "Ada", "role": "r" }, { "name": "Bo" }]));
    reports(
        "name,,\nAda,,x\n",
        &[
            "x/signatories.csv:2: has “x” in a column without a heading: write a heading above it in the first row, or clear the cell",
        ],
    );
}

#[test]
fn headings_are_known_whatever_their_capitals_and_spaces() {
    assert_eq!(published("\u{a0}Name\u{a0},\"Role\n\"\nAda,r\n"), json!([{ "name": "Ada", "role": "r" }]));
}

#[test]
fn a_day_that_can_be_two_is_never_guessed() {
    reports(
        "name,signed\nA,03/04/2025\nB,05/06/2025\n",
        &[
            "x/signatories.csv:2: signed is “03/04/2025”, which can be 2025-04-03 or 2025-03-04, as are 1 more: write it so, or \
             have the spreadsheet show the whole column as YYYY-MM-DD and save again",
        ],
    );
    // Another row decides.
    reports(
        "name,signed\nA,03/04/2025\nB,31/12/2025\n",
        &[
            "x/signatories.csv:2: hint: signed is “03/04/2025”, read as 2025-04-03 and not as 2025-03-04, since line 3 has “31/12/2025”",
        ],
    );
    assert_eq!(published("name,signed\nA,03/04/2025\nB,12/31/2025\n")[0]["signed"], "2025-03-04");
    reports(
        "name,signed\nA,12/31/2025\nB,31/12/2025\n",
        &[
            "x/signatories.csv:2: signed is “12/31/2025”, and line 3 has “31/12/2025”, whose day and month are the other way \
             round: write days as 2023-09-07",
        ],
    );
    assert_eq!(published("name,signed\nA,04/04/2025\n")[0]["signed"], "2025-04-04");
}

#[test]
fn two_are_distinguished_by_their_pages() {
    reports("name,url\nAda,https://a.org/\nAda,https://b.org/\n", &[]);
}

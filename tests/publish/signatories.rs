//! `signatories.csv`.

use crate::folder::Folder;
use serde_json::{Value, json};

#[track_caller]
fn tells(csv: &str, expected: &[&str]) {
    Folder::new().signatories(csv).tells(expected);
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
fn problems_are_told_with_their_lines() {
    tells(
        "name,kind,url,signed,hidden,id\nAda,,,,,\n,person,,,,\nB,dog,,,,\nC,,javascript:x,,,\nD,,,7/9/2023,,\nE,,,,yes,\nF,,,,,f@a.example\n",
        &[
            "x/signatories.csv:3: name is empty: give the signatory's name",
            "x/signatories.csv:4: kind is “dog”: write \"person\" or \"organisation\"",
            "x/signatories.csv:5: url is a javascript: link, which is dropped: give a URL that begins with https:, http: \
             or mailto:, or one relative to the letter",
            "x/signatories.csv:6: signed is “7/9/2023”: write the day as 2023-09-07",
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
        tells(
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
    tells(
        "name,organization,Kind,shoe size\nAda,,,\n",
        &[
            "x/signatories.csv:1: has the unknown column “organization”: write organisation, if that is meant",
            "x/signatories.csv:1: has the unknown column “Kind”: write kind, if that is meant",
            "x/signatories.csv:1: has the unknown column “shoe size”: there are id, name, kind, role, organisation, note, \
         url, country, lang, signed, comment, initiator, hidden, verified, logo",
        ],
    );
    tells(
        "id,kind\n1,person\n",
        &["x/signatories.csv:1: has no column name: write a heading row with at least the column name"],
    );
    tells("name,name\nAda,B\n", &["x/signatories.csv:1: has the column name twice: keep one of the two"]);
    tells("", &["x/signatories.csv:1: is empty: write a heading row with at least the column name"]);
    tells(
        "id;name;kind\n1;Ada;person\n",
        &["x/signatories.csv:1: has semicolons between its columns: save it with commas"],
    );
    tells("id\tname\n1\tAda\n", &["x/signatories.csv:1: has tabs between its columns: save it with commas"]);
}

#[test]
fn a_row_has_as_many_cells_as_the_heading() {
    tells(
        "name,role\nAda\nB,r,x\n",
        &[
            "x/signatories.csv:2: has 1 cells, and the heading row has 2: put a text with a comma in it in quotation marks",
            "x/signatories.csv:3: has 3 cells, and the heading row has 2: put a text with a comma in it in quotation marks",
        ],
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest() {
    tells(
        "name,role\nAda,\"Fellow\nGrace,x\nMary,y\n",
        &[
            "x/signatories.csv:2: has a quotation mark that is never closed: close it, or write \"\" for the mark itself",
            "x/signatories.csv:2: role contains control characters or bidirectional overrides: remove them",
        ],
    );
    assert_eq!(published("name\n5\" pipe\n"), json!([{ "name": "5\" pipe" }]));
}

#[test]
fn encodings_are_told() {
    Folder::new()
        .file("signatories.csv", b"name\nAda\nRen\xe9e\n")
        .tells(&["x/signatories.csv:3: is not UTF-8: save the file as UTF-8, so that every name keeps its letters"]);
    Folder::new()
        .file("signatories.csv", b"\xff\xfen\0a\0m\0e\0")
        .tells(&["x/signatories.csv:1: is UTF-16: save it as UTF-8"]);
    assert_eq!(published("\u{feff}name\nRenée\n"), json!([{ "name": "Renée" }]));
}

#[test]
fn an_id_is_given_once() {
    tells(
        "id,name\n7,Ada\n8,B\n7,C\n7,D\n",
        &[
            "x/signatories.csv:4: id 7 stands in line 2 too: give each signatory an id of its own, or none",
            "x/signatories.csv:5: id 7 stands in line 2 too: give each signatory an id of its own, or none",
        ],
    );
}

#[test]
fn who_seems_to_have_signed_twice_is_told_and_not_dropped() {
    let folder = Folder::new().signatories("name,organisation\nAda,HART\nGrace,\nada ,hart\nAda,\nGRACE,\n");
    folder.tells(&[
        "x/signatories.csv:4: warning: ada stands in line 2 too: delete one, or tell the two apart by role, country or note",
        "x/signatories.csv:6: warning: GRACE stands in line 3 too: delete one, or tell the two apart by role, country or \
         note",
    ]);
    assert_eq!(folder.published()["signatories"].as_array().unwrap().len(), 5);
}

#[test]
fn bearers_of_one_name_can_be_told_apart() {
    tells(
        "name,role,country\nAda,Fellow,UK\nAda,Chair,UK\nAda,,\n",
        &[
            "x/signatories.csv:4: warning: Ada stands in line 2 too: delete one, or tell the two apart by role, country or note",
        ],
    );
}

#[test]
fn what_looks_the_same_tells_nobody_apart() {
    for (one, other) in
        [("Fellow", "Fel\u{200b}low"), ("Fellow", "FELLOW"), ("Cafe\u{301}", "Café"), ("Ｆｅｌｌｏｗ", "Fellow")]
    {
        let folder = Folder::new().signatories(&format!("name,role\nAda,{one}\nAda,{other}\n"));
        assert_eq!(folder.findings().len(), 1, "{one:?} {other:?}");
    }
    tells("name,role\nAda,!\nAda,?\n", &[]);
}

#[test]
fn nobody_need_have_signed_yet_but_the_file_is_there() {
    assert_eq!(published("name\n"), json!([]));
    let folder = Folder::new();
    std::fs::remove_file(folder.path().join("signatories.csv")).unwrap();
    folder.tells(&[
        "x/signatories.csv: can't be read (No such file or directory (os error 2)): write this file, with the heading \
         row alone while nobody has signed",
    ]);
}

//! Texts that a spreadsheet could run as formulas: escaped in the table, unchanged everywhere else.

use super::Import;
use crate::folder::Folder;
use open_letter::source::cell::{is_like_formula, text as read_back, written};
use proptest::prelude::*;

/// The cells of the only row in a CSV file.
fn cells(csv: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().next().unwrap().unwrap().iter().map(str::to_string).collect()
}

proptest! {
    #[test]
    fn every_text_is_read_back_as_it_was(texts in prop::collection::vec("[-=+@'\"\t\r\n ,;a＝ ]{0,8}", 2..5)) {
        let line = texts.iter().map(|text| written(text)).collect::<Vec<_>>().join(",");
        let there = cells(&line);
        for (text, cell) in texts.iter().zip(&there) {
            prop_assert_eq!(read_back(cell), text);
            // A spreadsheet sees no formula, whether or not it removes quotation marks.
            prop_assert!(!is_like_formula(text) || cell.starts_with('\''), "{cell:?}");
        }
        prop_assert_eq!(there.len(), texts.len());
    }
}

#[test]
fn a_text_that_begins_like_a_formula_is_written_behind_an_apostrophe() {
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        ("+374 10 000000", "'+374 10 000000"),
        ("-", "'-"),
        ("@ada", "'@ada"),
        ("\t=1", "\"'\t=1\""),
        ("\r=1", "\"'\r=1\""),
        ("\"=1\"", "\"'\"\"=1\"\"\""),
        ("'=1", "''=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("=HYPERLINK(\"https://evil.example\",\"a\")", "\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"a\"\")\""),
        ("a=1", "a=1"),
        ("’t Hooft", "’t Hooft"),
        ("'t Hooft", "'t Hooft"),
        ("a, b", "\"a, b\""),
    ] {
        assert_eq!(written(text), cell);
    }
}

#[test]
fn what_was_imported_is_published_as_it_was_and_found_again() {
    let import = Import::into_table("id,name,comment\n").map("name=Name,comment=Why");
    let export = "Name,Why\n=1+1,- because\n@ada,\"\"\"+1\"\"\"\n";
    let table = "id,name,comment\n1,'=1+1,'- because\n2,'@ada,\"'\"\"+1\"\"\"\n";
    import.gives(export, table);
    let again = import.gives(export, table);
    assert_eq!((again.unchanged, again.added), (2, 0));
    import.folder.publish();
    let letter = import.folder.letter_of_site();
    let published: Vec<_> = letter.signatories.iter().map(|one| (one.name.as_str(), one.comment.as_deref())).collect();
    assert_eq!(published, [("=1+1", Some("- because")), ("@ada", Some("\"+1\""))]);
    // A changed row keeps the escapes of its other cells, and only one each.
    import.gives("Name,Why\n=1+1,- because of it\n@ada,\"\"\"+1\"\"\"\n", &table.replace("because", "because of it"));
}

#[test]
fn a_formula_that_is_bare_in_a_table_is_the_same_text() {
    for cell in ["=1", "'=1", " '=1", "' =1"] {
        let folder = Folder::new().signatories(&format!("name\n{cell}\n"));
        folder.publish();
        assert_eq!(folder.letter_of_site().signatories[0].name, "=1", "{cell}");
    }
}

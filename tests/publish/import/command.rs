//! `open-letter import`, as a coordinator runs it.

use crate::command::{prints, run};
use crate::folder::Folder;

#[test]
fn import_reports_what_became_of_the_rows_and_fails_if_one_was_refused() {
    let folder = Folder::new().signatories("id,name,organisation\n1,Ada,\n");
    std::fs::write(folder.beside("export.csv"), "Name;Org\nBob;HART\n;x\n=1;\nada;\n").unwrap();
    let arguments = ["import", "export.csv", "--into", "x", "--map", "name=Name,organisation=Org"];
    prints(
        &run(&folder, &arguments),
        1,
        "export.csv: 4 rows, in UTF-8 with semicolons\n\
         added            2\n\
         updated          0\n\
         unchanged        0\n\
         duplicates       1  seem to be there already, and are left out; see --duplicates\n\
         refused          1  need a correction in the export, or another mapping\n\
         export.csv:3: refused: name is empty: give the signatory's name\n\
         export.csv:5: duplicate: ada is already in line 2 of signatories.csv\n\
         export.csv:4: note: name is “=1”, which a spreadsheet could run: in the table an apostrophe is written before it\n\
         x/signatories.csv: written\n\
         x/left-out.csv: lists each of the rows that were left out\n",
        "",
    );
    std::fs::write(folder.beside("export.csv"), "Name;Org\nBob;HART\n").unwrap();
    prints(
        &run(&folder, &[&arguments[..], &["--dry-run"]].concat()),
        0,
        "export.csv: 1 row, in UTF-8 with semicolons\n\
         added            0\n\
         updated          0\n\
         unchanged        1\n\
         x/signatories.csv: unchanged\n",
        "",
    );
}

/// PowerShell makes two arguments of `--map name=Name,email=E-mail`.
#[test]
fn what_powershell_takes_apart_is_explained() {
    let folder = Folder::new();
    let output = run(&folder, &["import", "export.csv", "--into", "x", "--map", "name=Name", "email=E-mail"]);
    let error = String::from_utf8(output.stderr).unwrap();
    let tip =
        "tip: give each column a --map of its own, in quotation marks: --map \"name=Full name\" --map \"email=E-mail\"";
    assert!(output.status.code() == Some(2) && error.contains(tip), "{error}");
    let other = run(&folder, &["import", "export.csv", "--into", "x", "--mapp=name"]);
    assert!(!String::from_utf8(other.stderr).unwrap().contains("each column"));
}

#[test]
fn each_option_reaches_the_import() {
    let folder = Folder::new().signatories("id,name,kind,signed,hidden\n");
    let (export, ..) = encoding_rs::WINDOWS_1252.encode(
        "first_name|last_name|email|Day|Show\nZoë|Z|z@b.example|7/9/2023|Gern\nBob|B|b@b.example|8/9/2023|Ungern\n",
    );
    std::fs::write(folder.beside("export.csv"), export).unwrap();
    let line = "import export.csv --into x --from action-network --map signed=Day --map consent=Show --source petition \
                --delimiter pipe --encoding windows-1252 --date-format d/m/Y --kind person --yes Gern --no Ungern \
                --without-consent skip --duplicates merge --complete --withdraw-most --verbose";
    let output = run(&folder, &line.split_whitespace().collect::<Vec<_>>());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(
        std::fs::read_to_string(folder.path().join("signatories.csv")).unwrap(),
        "id,name,kind,signed,hidden\n1,Zoë Z,person,2023-09-07,\n"
    );
}

#[test]
fn one_question_about_many_rows_is_asked_once() {
    let folder = Folder::new().signatories("id,name\n");
    let rows =
        ["Yes, publish my name", "No, count me only"].map(|word| format!("Ada,\"{word}\"\n").repeat(30)).concat();
    std::fs::write(folder.beside("export.csv"), ["Name,Show\n", &rows, "Bo,Perhaps\n"].concat()).unwrap();
    let arguments = ["import", "export.csv", "--into", "x", "--map", "name=Name", "--map", "consent=Show"];
    let output = String::from_utf8(run(&folder, &arguments).stdout).unwrap();
    let refused: Vec<&str> = output.lines().filter(|line| line.contains(": refused")).collect();
    assert_eq!(
        refused,
        [
            "export.csv:2: refused, and 29 more rows: consent is “Yes, publish my name”, which may mean yes or no: say which by \
             --yes \"Yes, publish my name\" or --no \"Yes, publish my name\"",
            "export.csv:32: refused, and 29 more rows: consent is “No, count me only”, which may mean yes or no: say which by \
             --yes \"No, count me only\" or --no \"No, count me only\"",
            "export.csv:62: refused: consent is “Perhaps”, which may mean yes or no: say which by --yes \"Perhaps\" or --no \
             \"Perhaps\"",
        ]
    );
    assert!(!output.contains("--verbose"), "{output}");
    let listed = std::fs::read_to_string(folder.path().join("left-out.csv")).unwrap();
    assert_eq!(listed.lines().count(), 62, "each row has its line in the list");
}

#[test]
fn how_days_are_written_is_asked_once() {
    let folder = Folder::new().signatories("id,name,signed\n");
    let rows = |before: &str, after: &str| -> String {
        let row = |day: usize| format!("Ada {before}{day},{before}{day}{after}\n");
        (13..29).map(row).collect()
    };
    let export = ["Name,Day\n", &rows("1/", "/2026"), &rows("", ". Mai 2026"), &rows("460", "")].concat();
    std::fs::write(folder.beside("export.csv"), export).unwrap();
    let arguments = ["import", "export.csv", "--into", "x", "--map", "name=Name", "--map", "signed=Day"];
    let output = String::from_utf8(run(&folder, &arguments).stdout).unwrap();
    let refused: Vec<&str> = output.lines().filter(|line| line.contains(": refused")).collect();
    assert_eq!(
        refused,
        [
            "export.csv:2: refused, and 15 more rows: signed is “1/13/2026”: say how days are written, such as --date-format \
             m/d/Y, or write it as 2023-09-07",
            "export.csv:18: refused, and 15 more rows: signed is “13. Mai 2026”, and import reads names of months only in \
             English: write it as 2023-09-07",
            "export.csv:34: refused, and 15 more rows: signed is “46013”, which is a number: format the cells as dates in the \
             spreadsheet, and export it again",
        ]
    );
    assert!(!output.contains("--verbose"), "{output}");
}

#[test]
fn of_many_notes_the_first_are_printed() {
    let folder = Folder::new().signatories("id,name\n");
    let rows: String = (0..26).map(|at| ["Ada,word ", &at.to_string(), "\n"].concat()).collect();
    std::fs::write(folder.beside("export.csv"), ["Name,A\n", &rows].concat()).unwrap();
    let arguments = ["import", "export.csv", "--into", "x", "--map", "name=Name", "--map", "consent=A"];
    let reported = |arguments: &[&str]| String::from_utf8(run(&folder, arguments).stdout).unwrap();
    let short = reported(&arguments);
    assert_eq!(short.lines().filter(|line| line.contains(": refused: ")).count(), 20, "{short}");
    assert!(short.contains("\nexport.csv: 6 more rows refused: --verbose lists them\n"), "{short}");
    assert_eq!(reported(&[&arguments[..], &["--verbose"]].concat()).matches(": refused: ").count(), 26);
}

#[test]
fn a_system_without_documented_columns_is_sent_to_map() {
    let output = run(&Folder::new(), &["import", "export.csv", "--into", "x", "--from", "change-org"]);
    let reported = String::from_utf8(output.stderr).unwrap();
    let expected = "there are action-network and wordpress-speakout; name the columns of any other by --map";
    assert!(output.status.code() == Some(2) && reported.contains(expected), "{reported}");
}

#[test]
fn an_export_that_is_not_there_is_reported_once() {
    prints(
        &run(&Folder::new(), &["import", "export.csv", "--into", "x", "--map", "name=Name"]),
        1,
        "",
        "error: can't read export.csv: No such file or directory (os error 2)\n",
    );
}

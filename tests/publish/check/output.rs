//! The report: for people, in colour on a terminal that shows it, and for programs.

use super::FRONT;
use crate::folder::Folder;
use serde_json::{Value, json};
use std::process::{Command, Output};

fn run(folder: &Folder, arguments: &[&str], colour: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_open-letter"))
        .arg("check")
        .args(arguments)
        .current_dir(folder.beside(""))
        .env("SOURCE_DATE_EPOCH", "1795435200")
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR")
        .env_remove("CLICOLOR_FORCE")
        .envs(colour.iter().copied())
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn faulty() -> Folder {
    Folder::new()
        .letter(&format!("{FRONT}\nstatus: gone\nclosing: With “regards"), "A http://hayren.org/ (link.")
        .file(
            "letter.fr.md",
            "---\ntitle: Une lettre\nsummary: Sommaire.\nsign:\n  url: http://hayren.org/\n---\n\n(Texte.\n",
        )
        .signatories("name,kind\nADA LOVELACE,person\n")
}

#[test]
fn hints_leave_a_letter_in_order() {
    let output = run(&Folder::new(), &["x"], &[]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), "x: ok: “A letter”, 0 addressees, 1 signatory, in en\n");
    assert_eq!(text(&output.stderr).lines().filter(|line| line.contains(": hint: ")).count(), 2);
}

#[test]
fn pipes_get_plain_lines() {
    let plain = "x/letter.md:6: status is “gone”: write open, closed, delivered or answered\n\
                 x/letter.fr.md:5: hint: sign.url goes by http: write https:, if that page is there too\n\
                 x/letter.fr.md:8: warning: has (Texte. without a closing ): write it\n\
                 x/signatories.csv:2: hint: name is all in capitals: write Ada Lovelace, if the person writes it so\n";
    for colour in [&[][..], &[("NO_COLOR", "1")], &[("CLICOLOR", "0")]] {
        let output = run(&faulty(), &["x"], colour);
        assert_eq!(
            (output.status.code(), text(&output.stdout), text(&output.stderr)),
            (Some(1), String::new(), plain.into())
        );
    }
}

#[test]
fn terminals_get_colours_files_set_apart_and_a_sum() {
    let output = run(&faulty(), &["x"], &[("CLICOLOR_FORCE", "1")]);
    let place = |place: &str| format!("\x1b[1m{place}\x1b[0m: ");
    let word = |colour: u8, word: &str| format!("\x1b[1m\x1b[{colour}m{word}\x1b[0m: ");
    let lines = [
        format!(
            "{}{}status is “gone”: write open, closed, delivered or answered",
            place("x/letter.md:6"),
            word(31, "error")
        ),
        String::new(),
        format!(
            "{}{}sign.url goes by http: write https:, if that page is there too",
            place("x/letter.fr.md:5"),
            word(36, "hint")
        ),
        format!("{}{}has (Texte. without a closing ): write it", place("x/letter.fr.md:8"), word(33, "warning")),
        String::new(),
        format!(
            "{}{}name is all in capitals: write Ada Lovelace, if the person writes it so",
            place("x/signatories.csv:2"),
            word(36, "hint")
        ),
        String::new(),
        "x: 1 error, 1 warning, 2 hints".to_string(),
    ];
    assert_eq!(text(&output.stderr).lines().map(str::to_string).collect::<Vec<_>>(), lines);
}

#[test]
fn many_hints_of_a_kind_are_counted() {
    let rows: Vec<String> = (0..25).map(|at| format!("ADA LOVELACE {},person", "I".repeat(at + 1))).collect();
    let folder = Folder::new().letter(FRONT, "Text.").signatories(&format!("name,kind\n{}\n", rows.join("\n")));
    let reported = text(&run(&folder, &["x"], &[]).stderr);
    let last =
        "x/signatories.csv: and 15 more hints like that in line 11: open-letter check x --format json lists them";
    assert_eq!((reported.lines().count(), reported.lines().last()), (11, Some(last)));
    let document: Value = serde_json::from_slice(&run(&folder, &["x", "--format", "json"], &[]).stdout).unwrap();
    assert_eq!(document["findings"].as_array().unwrap().len(), 25);
}

#[test]
fn programs_get_one_document() {
    let folder = faulty().file("letter.json", r#"{"version": 1, "lang": "en", "title": "A", "body": ["(B"]}"#);
    let output = run(&folder, &["x", "x/letter.json", "--format", "json"], &[]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), String::new()));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        document,
        json!({
            "ok": false,
            "checked": [
                { "path": "x", "ok": false, "summary": null },
                { "path": "x/letter.json", "ok": false, "summary": "“A”, 0 addressees, 0 signatories" }
            ],
            "findings": [
                {
                    "file": "x/letter.md", "line": 6, "column": null, "path": "status", "weight": "error",
                    "message": "status is “gone”: write open, closed, delivered or answered"
                },
                {
                    "file": "x/letter.fr.md", "line": 5, "column": null, "path": "sign.url", "weight": "hint", "code": "link",
                    "message": "sign.url goes by http: write https:, if that page is there too"
                },
                {
                    "file": "x/letter.fr.md", "line": 8, "column": null, "path": "body[0]", "weight": "warning",
                    "code": "bracket", "message": "has (Texte. without a closing ): write it"
                },
                {
                    "file": "x/signatories.csv", "line": 2, "column": null, "weight": "hint", "code": "capitals",
                    "message": "name is all in capitals: write Ada Lovelace, if the person writes it so"
                },
                {
                    "file": "x/letter.json", "line": 1, "column": 53, "path": "body[0]", "weight": "warning",
                    "code": "bracket", "message": "body[0] has (B without a closing ): write it"
                }
            ]
        })
    );
    let clean = Folder::new().letter(FRONT, "Text.");
    let output = run(&clean, &["x", "--format", "json"], &[]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &document["ok"], &document["findings"]), (Some(0), &json!(true), &json!([])));
}

//! `open-letter check --try-sign`, as a coordinator runs it.

use crate::receivers::{Kind, Receiver};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn letter(name: &str, sign: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("try-sign").join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("letter.md"), format!("---\nlang: en\ntitle: A letter\n{sign}---\n\nText.\n")).unwrap();
    fs::write(folder.join("signatories.csv"), "name\n").unwrap();
    folder
}

fn tries(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
    // A proxy would not reach this machine.
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"] {
        command.env_remove(name);
    }
    let Output { status, stdout, stderr } =
        command.arg("check").arg(folder).arg("--try-sign").args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

const PROCA: &str =
    "sign:\n  url: https://campaign.example/\n  form:\n    to: proca 42\n    ask: [first-name, last-name, email]\n";

#[test]
fn nothing_is_sent_before_the_receiver_is_named() {
    let (code, out, err) = tries(&letter("dry", PROCA), &[]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("POST https://api.proca.app/api?id=42\n  application/json\n  {\"query\":"), "{out}");
    assert!(
        out.ends_with("nothing was sent: to send it, name the receiver, as --to https://api.proca.app/api?id=42\n"),
        "{out}"
    );
}

#[test]
fn what_comes_back_is_shown_and_judged() {
    let folder = letter("sent", PROCA);
    let receiver = Receiver::start(Kind::Proca);
    let to = |path: &str| [&receiver.address, path].concat();
    let (code, out, err) = tries(&folder, &["--to", &to("/api?id=42"), "--email", "me@example.org"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("OPTIONS: status 204, , 0 bytes\nPOST: status 200, application/json, 61 bytes\n"), "{out}");
    assert!(out.contains("  {\"data\":{\"addActionContact\":{\"contactRef\":\"kTqj0xPyGZ7p\"}}}\n"), "{out}");
    assert!(out.ends_with("the form takes this for a signature: delete the trial at the receiver\n"), "{out}");
    assert!(receiver.last_body().unwrap().contains("me@example.org"));

    let (code, out, _) = tries(&folder, &["--to", &to("/api?id=41")]);
    assert_eq!(code, 1);
    assert!(out.ends_with("the form takes this for a refusal: it has something at /errors\n"), "{out}");
}

#[test]
fn an_answer_that_browsers_keep_to_themselves_fails() {
    let receiver = Receiver::start(Kind::WithoutCors);
    let (code, out, _) = tries(&letter("cors", PROCA), &["--to", &receiver.address]);
    assert_eq!(code, 1);
    let told = "  no other page may read this answer (Access-Control-Allow-Origin is missing): write by: page\n";
    assert!(out.contains(told), "{out}");
}

#[test]
fn a_form_at_the_letters_own_site_needs_the_whole_address() {
    let (code, _, err) = tries(&letter("relative", "sign:\n  form: collect /collect\n"), &[]);
    let expected = "error: the form sends to /collect/v1/letters/relative/signatures at the letter's own site: name the whole \
                    address by --to\n";
    assert_eq!((code, err.as_str()), (1, expected));
}

#[test]
fn a_letter_without_a_form_has_nothing_to_try() {
    let folder = letter("none", "");
    let (code, _, err) = tries(&folder, &[]);
    let expected = format!("error: {} has no form: write form: below sign:\n", folder.display());
    assert_eq!((code, err), (1, expected));
}

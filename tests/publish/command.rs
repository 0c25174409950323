//! The command line, as a coordinator runs it.

use crate::check::FRONT;
use crate::folder::Folder;
use std::io::{BufRead, BufReader};
use std::process::{Command, Output, Stdio};

pub fn run(folder: &Folder, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_open-letter"))
        .args(arguments)
        .current_dir(folder.beside(""))
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .unwrap()
}

/// Asserts exit status, standard output and standard error.
#[track_caller]
pub fn prints(output: &Output, status: i32, out: &str, err: &str) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    assert_eq!(
        (output.status.code(), text(&output.stdout), text(&output.stderr)),
        (Some(status), out.into(), err.into())
    );
}

#[test]
fn new_begins_a_letter_and_prints_what_comes_next() {
    let folder = Folder::new();
    prints(
        &run(&folder, &["new", "letters/my-letter"]),
        0,
        "written    letters/my-letter/letter.md\n\
         written    letters/my-letter/signatories.csv\n\
         next:      write the letter in letters/my-letter/letter.md, which explains each of its keys\n\
         \x20          open-letter check letters/my-letter              lists every problem, with its line\n\
         \x20          open-letter publish letters/my-letter --out site makes a website\n",
        "",
    );
    assert_eq!(run(&folder, &["check", "letters/my-letter"]).status.code(), Some(0));
    assert_eq!(run(&folder, &["publish", "letters/my-letter", "--out", "site"]).status.code(), Some(0));
    prints(
        &run(&folder, &["new", "letters/my-letter"]),
        1,
        "",
        "error: letters/my-letter/letter.md is there already, and nothing is ever overwritten: name another folder\n",
    );
}

#[test]
fn new_begins_with_a_text_and_says_what_became_of_it() {
    let text = "<h1>Keep the river open</h1><p>Dear Mayor,<p>The river is closed, and we ask for an answer to all of us.<table>\
                <tr><td>Project<td>Cost<tr><td>Bridge<td>3</table><p>Sincerely,<p>Bo Example";
    let folder = Folder::new();
    std::fs::write(folder.beside("letter.html"), text).unwrap();
    prints(
        &run(&folder, &["new", "my-letter", "--from", "letter.html"]),
        0,
        "written    my-letter/letter.md\n\
         written    my-letter/signatories.csv\n\
         took       “Keep the river open” as the title: line 11 of letter.md\n\
         took       “Dear Mayor,” as the salutation: line 49 of letter.md\n\
         took       “Sincerely,” as the closing: line 50 of letter.md\n\
         took       “Bo Example” as the signatory: signatories.csv\n\
         took       en as the language: line 8 of letter.md\n\
         left out   a table of 2 rows after “The river is closed, and we ask…”: Project | Cost\n\
         \x20          Bridge | 3\n\
         next:      read my-letter/letter.md beside the original\n\
         \x20          open-letter check my-letter              lists every problem, with its line\n",
        "",
    );
    assert_eq!(run(&folder, &["check", "my-letter"]).status.code(), Some(0));
    prints(
        &run(&folder, &["new", "other", "--from", "letter.pages"]),
        1,
        "",
        "error: can't read letter.pages: No such file or directory (os error 2)\n",
    );
    assert!(!folder.beside("other").exists());
}

#[test]
fn check_sums_up_what_is_in_order() {
    let folder = Folder::new().letter(FRONT, "Text.");
    prints(&run(&folder, &["check", "x"]), 0, "x: ok: “A letter”, 0 addressees, 1 signatory, in en\n", "");
}

#[test]
fn check_prints_each_problem_on_a_line_and_fails() {
    let folder =
        Folder::new().letter("lang: en\ntitle: A letter\ndate: soon", "<b>").signatories("name,kind\n,person\n");
    prints(
        &run(&folder, &["check", "x"]),
        1,
        "",
        "x/letter.md:4: date is “soon”: write the day as 2023-09-07\n\
         x/letter.md:7: has the HTML <b>: write Markdown, or \\< where the sign itself is meant\n\
         x/signatories.csv:2: name is empty: give the signatory's name\n",
    );
}

#[test]
fn check_fails_for_a_warning_too() {
    let folder = Folder::new().letter(FRONT, "Text.").signatories("name\nAda\nAda\n");
    prints(
        &run(&folder, &["check", "x"]),
        1,
        "",
        "x/signatories.csv:3: warning: Ada is also in line 2: delete one, or distinguish them by role, country, note or url\n",
    );
}

#[test]
fn check_of_nothing_is_reported() {
    prints(
        &run(&Folder::new(), &["check", "nowhere"]),
        1,
        "",
        "nowhere/letter.md: can't be read (No such file or directory (os error 2)): write this file, or name another folder\n\
         nowhere/signatories.csv: can't be read (No such file or directory (os error 2)): write this file, with the heading \
         row alone while nobody has signed\n",
    );
}

/// The message of a command built without the widget.
const NO_WIDGET: &str = "this command carries no widget, so only letters were written: give its folder by --widget\n";
const NO_ADDRESS: &str = "the snippets for partners are not complete: give the site's address by --base-url\n";

#[test]
fn publish_sums_up_what_it_wrote() {
    let folder = Folder::new();
    let arguments = ["publish", "x", "--out", "site", "--base-url", "https://letters.example"];
    let reported = |line: &str| format!("{line}\n{NO_WIDGET}");
    prints(&run(&folder, &arguments), 0, &reported("x: 1 signature; 14 files written, 0 unchanged"), "");
    prints(&run(&folder, &arguments), 0, &reported("x: 1 signature; 0 files written, 14 unchanged"), "");
    let folder = folder.signatories("name\nAda\nBob\nCleo\n");
    let written = "x: 3 signatures, 2 more than before; ";
    let output = String::from_utf8(run(&folder, &arguments).stdout).unwrap();
    assert!(output.starts_with(written), "{output}");
    let folder = folder.signatories("name\nAda\n");
    let output = String::from_utf8(run(&folder, &arguments).stdout).unwrap();
    assert!(output.starts_with("x: 1 signature, 2 fewer than before; "), "{output}");
}

/// The script of the page for partners, whose name has a hash.
fn script(folder: &Folder) -> String {
    let files = folder.site_files().into_iter().map(|(path, _)| path);
    let mut scripts = files.filter(|path| path.starts_with("open-letter-partners-"));
    scripts.next().expect("the page for partners has a script")
}

#[test]
fn publish_names_each_file_where_that_is_wanted() {
    let folder = Folder::new();
    let arguments = ["publish", "x", "--out", "site", "--verbose"];
    run(&folder, &["publish", "x", "--out", "site"]);
    let script = script(&folder);
    std::fs::remove_dir_all(folder.out()).unwrap();
    let reported = |what: &str, end: &str| {
        let names = [
            "letter.json",
            "letter.view.json",
            "snippet.html",
            "snippet.element.html",
            "snippet.tag.html",
            "snippet.iframe.html",
            "snippet.badge.html",
            "feed.xml",
        ];
        let names = names.map(|name| format!("letters/x/{name}"));
        let rest = ["partners/index.html", "index.html", "count.json"].map(|name| format!("letters/x/{name}"));
        let names = names.into_iter().chain([script.clone()]).chain(rest);
        let files = names.fold(String::new(), |files, name| files + what + " " + &name + "\n");
        format!("{files}x: 1 signature; {end}\n{NO_WIDGET}{NO_ADDRESS}")
    };
    prints(&run(&folder, &arguments), 0, &reported("written   ", "12 files written, 0 unchanged"), "");
    prints(&run(&folder, &arguments), 0, &reported("unchanged ", "0 files written, 12 unchanged"), "");
}

#[test]
fn publish_goes_on_with_the_other_letters_and_fails_in_the_end() {
    let folder = Folder::new();
    std::fs::create_dir(folder.beside("y")).unwrap();
    std::fs::write(folder.beside("y/letter.md"), "---\nlang: en\n---\nText.").unwrap();
    std::fs::write(folder.beside("y/signatories.csv"), "name\n").unwrap();
    let output = run(&folder, &["publish", "y", "x", "--out", "site"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "y/letter.md:1: title is missing: give the letter's title\ny was not published, for the reasons above\n"
    );
    assert!(folder.out().join("letters/x/letter.json").exists());
    assert!(!folder.out().join("letters/y").exists());
}

#[test]
fn publish_lays_the_widget_of_a_folder() {
    let folder = Folder::new();
    std::fs::create_dir(folder.beside("built")).unwrap();
    std::fs::write(folder.beside("built/open-letter.js"), "loader").unwrap();
    prints(
        &run(&folder, &["publish", "x", "--out", "site", "--widget", "built"]),
        0,
        &format!(
            "the widget: 1 file written, 0 unchanged\nx: 1 signature; 12 files written, 0 unchanged\n{NO_ADDRESS}"
        ),
        "",
    );
}

#[test]
fn the_time_of_publishing_can_be_set() {
    let folder = Folder::new();
    let publish = |epoch: &str| {
        Command::new(env!("CARGO_BIN_EXE_open-letter"))
            .args(["publish", "x", "--out", "site"])
            .current_dir(folder.beside(""))
            .env("SOURCE_DATE_EPOCH", epoch)
            .output()
            .unwrap()
    };
    assert_eq!(publish("1795435200").status.code(), Some(0));
    assert_eq!(folder.site_json("letters/x/count.json")["updated"], "2026-11-23T12:00:00Z");
    assert_eq!(publish("1795435260").status.code(), Some(0));
    assert_eq!(folder.site_json("letters/x/count.json")["updated"], "2026-11-23T12:00:00Z", "nothing else changed");
    std::fs::remove_dir_all(folder.out()).unwrap();
    prints(
        &publish("noon"),
        1,
        "",
        "error: SOURCE_DATE_EPOCH is “noon”: give seconds since 1970, or unset it: invalid digit found in string\n",
    );
}

#[test]
fn errors_are_reported_once() {
    let folder = Folder::new().file("plain", "");
    prints(
        &run(&folder, &["publish", "x", "--out", "site", "--base-url", "letters"]),
        1,
        "",
        "error: --base-url is “letters”: give the site's address, such as https://letters.example/\n",
    );
    prints(
        &run(&folder, &["serve", "nowhere"]),
        1,
        "",
        "error: nowhere is not a folder: publish a site into it first\n",
    );
}

#[test]
fn the_work_is_done_where_nobody_reads_of_it() {
    use std::process::Stdio;
    let folder = Folder::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
    let command = command.args(["publish", "x", "--out", "site"]).current_dir(folder.beside(""));
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(folder.out().join("letters/x/count.json").exists());
}

#[test]
fn help_names_what_coordinators_need() {
    let help = String::from_utf8(run(&Folder::new(), &["--help"]).stdout).unwrap();
    for command in ["new", "import", "check", "publish", "serve"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
    }
    assert!(!help.contains("assemble"), "{help}");
}

/// Reads lines until one begins with this text.
fn until(lines: &mut impl Iterator<Item = std::io::Result<String>>, wanted: &str) {
    assert!(lines.any(|line| line.is_ok_and(|line| line.starts_with(wanted))), "the command never said {wanted:?}");
}

#[test]
fn publish_goes_on_publishing_what_changes() {
    let folder = Folder::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"))
        .args(["publish", "x", "--out", "site", "--watch"])
        .current_dir(folder.beside(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(command.stdout.take().unwrap()).lines();
    until(&mut lines, "watching for changes");
    let count = || std::fs::read_to_string(folder.out().join("letters/x/count.json")).unwrap();
    assert!(count().contains(r#""count": 1"#));
    // A temporarily broken file neither ends the command nor changes the site.
    std::fs::write(folder.path().join("signatories.csv"), "nom\nAda\n").unwrap();
    std::thread::sleep(std::time::Duration::from_millis(400));
    std::fs::write(folder.path().join("signatories.csv"), "name\nAda\nBob\n").unwrap();
    until(&mut lines, "x: 2 signatures, 1 more than before; ");
    assert!(count().contains(r#""count": 2"#));
    command.kill().unwrap();
    command.wait().unwrap();
}

#[test]
fn of_many_warnings_publish_prints_the_first() {
    let folder =
        Folder::new().letter(FRONT, "Text.").signatories(&["name,organisation\n", &"Ada,HART\n".repeat(26)].concat());
    let output = run(&folder, &["publish", "x", "--out", "site"]);
    assert_eq!(output.status.code(), Some(0));
    let reported = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = reported.lines().collect();
    assert_eq!(lines.len(), 21, "{reported}");
    assert!(lines[19].starts_with("x/signatories.csv:22: warning: Ada is also in line 2"), "{reported}");
    assert_eq!(lines[20], "x/signatories.csv: 5 more warnings: open-letter check x lists them");
    let output = run(&folder, &["check", "x"]);
    let reported = String::from_utf8(output.stderr).unwrap();
    let last =
        "x/signatories.csv: and 15 more warnings like that in line 12: open-letter check x --format json lists them";
    assert_eq!((reported.lines().count(), reported.lines().last()), (11, Some(last)));
}

#[test]
fn what_became_of_a_roll_is_printed_in_a_line() {
    let folder = Folder::new().signatories(&crate::generated::table(1, 600));
    let arguments = ["publish", "x", "--out", "site", "--verbose"];
    let reported = |what: &str| {
        let output = String::from_utf8(run(&folder, &arguments).stdout).unwrap();
        let line = output.lines().find(|line| line.starts_with(&format!("letters/x/{what}: "))).map(str::to_string);
        line.unwrap_or_else(|| panic!("{output}"))
    };
    let first = reported("roll");
    assert!(first.ends_with(" files written, 0 unchanged, 0 deleted"), "{first}");
    let second = reported("signatories");
    assert!(
        second.starts_with("letters/x/signatories: 0 files written, ") && second.ends_with(" 0 deleted"),
        "{second}"
    );
}

//! The commands beside the server, as coordinators and webmasters run them.

use crate::place::{At, LETTER, Place, wait_until};
use open_letter::collect::signature::State;
use std::fs;
use std::process::Command;

/// Runs a command. Returns whether it succeeded, and what it said.
fn run(place: &Place, arguments: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_open-letter"))
        .args(["collect", "--config"])
        .arg(place.config())
        .args(arguments)
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    (output.status.success(), text.replace(&place.path().display().to_string(), "PLACE"))
}

#[track_caller]
fn says(place: &Place, arguments: &[&str], expected: &str) {
    let (done, text) = run(place, arguments);
    assert!(done && text.contains(expected), "{text}");
}

#[track_caller]
fn refuses(place: &Place, arguments: &[&str], expected: &str) {
    let (done, text) = run(place, arguments);
    assert!(!done && text.contains(expected), "{text}");
}

#[test]
fn many_are_taken_out_and_put_back_with_figures_first() {
    let at = At::new();
    for (name, email) in [("Anna Berg", "a@bots.example"), ("Bo Berg", "b@bots.example"), ("Cy Dahl", "c@example.org")]
    {
        at.join(name, email);
    }
    let place = &at.place;
    let trial = ["invalidate", LETTER, "--domain", "bots.example", "--dry-run"];
    says(place, &trial, "would invalidate 2 persons and 0 organisations; 3 count now");
    says(place, &trial, "Anna Berg");
    at.hand_on();
    assert_eq!(place.count(), 5, "a dry run changes nothing");
    says(place, &trial[..4], "invalidate: 2 signatures; 3 counted before, 1 count now");
    wait_until("they are off the site", || place.count() == 3);
    says(place, &["restore", LETTER, "--name", "berg"], "restore: 2 signatures; 1 counted before, 3 count now");
    wait_until("they are back", || place.count() == 5);
    refuses(place, &["invalidate", LETTER], "say which: by their ids, or by --name");
    refuses(place, &["invalidate", "none", "--name", "x"], "there is no letter none, only reading-room");
}

#[test]
fn what_waits_is_listed_approved_and_corrected() {
    let at = At::new();
    let more = [("kind", "organisation"), ("organisation", "Readers e. V.")];
    let handle = at.sign_with("Anna Berg", "anna@example.org", &more).json()["signature"].as_str().unwrap().to_string();
    at.confirm(&handle, &at.code(&handle));
    let id = at.of(&handle).id.to_string();
    says(&at.place, &["queue", LETTER], &format!("{id} Readers e. V. (organisation)\n1 wait"));
    says(&at.place, &["approve", LETTER, &id], "approve: 1 signatures; 0 counted before, 1 count now");
    assert_eq!(at.of(&handle).state, State::Confirmed);
    says(&at.place, &["edit", LETTER, &id, "organisation=Readers"], "is Readers now");
    refuses(&at.place, &["edit", LETTER, &id, "organisation=www.x.example"], "the form would not take this");
    refuses(&at.place, &["edit", LETTER, &id, "email=x@example.org"], "there is no field email");
    let letter = at.place.letter().join("letter.md");
    let text = fs::read_to_string(&letter).unwrap();
    fs::write(&letter, text.replace("      - country\n", "")).unwrap();
    refuses(&at.place, &["edit", LETTER, &id, "country=CA"], "does not ask for country: add it to ask in letter.md");
    fs::write(&letter, text).unwrap();
    wait_until("it is published", || at.place.names().contains(&"Readers".to_string()));
}

#[test]
fn a_letter_is_closed_reopened_and_taken_down() {
    let at = At::new();
    at.join("Anna Berg", "anna@example.org");
    says(&at.place, &["close", LETTER], "reading-room takes no more signatures");
    assert_eq!(at.sign_with("Bo", "bo@example.org", &[]).status, 409);
    says(&at.place, &["reopen", LETTER], "reading-room takes signatures");
    assert_eq!(at.sign_with("Bo", "bo@example.org", &[]).status, 202);
    says(&at.place, &["take-down", LETTER], "are off the site with the next publication");
    wait_until("nobody is there but the coordinator's", || at.place.count() == 2);
    refuses(&at.place, &["close", LETTER], "reading-room is taken down, and takes no signatures: reopen it first");
}

#[test]
fn a_letter_that_was_taken_down_stays_so_when_a_backup_is_restored() {
    let at = At::new();
    at.join("Anna Berg", "anna@example.org");
    let file = at.place.path().join("saved").display().to_string();
    says(&at.place, &["backup", &file], "wrote PLACE/saved");
    says(&at.place, &["take-down", LETTER], "are off the site with the next publication");
    wait_until("nobody is there but the coordinator's", || at.place.count() == 2);
    let place = at.stop();
    says(&place, &["restore", &file], "restored; removed 0 signatures");
    let at = At::work(place);
    at.hand_on();
    assert_eq!(at.place.count(), 2);
    assert_eq!(at.sign_with("Bo", "bo@example.org", &[]).status, 409);
}

#[test]
fn a_new_database_empties_no_table() {
    let at = At::new();
    at.join("Anna Berg", "anna@example.org");
    wait_until("it is published", || at.place.count() == 3);
    // Who was put aside and back is noted beside the database.
    says(&at.place, &["invalidate", LETTER, "--name", "anna"], "0 count now");
    says(&at.place, &["restore", LETTER, "--name", "anna"], "1 count now");
    at.hand_on();
    let place = at.stop();
    for entry in fs::read_dir(place.path()).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("signatures.") && name != "signatures.withdrawn" {
            fs::remove_file(entry.path()).unwrap();
        }
    }
    refuses(&place, &["serve"], "signatories.collected.csv, and would empty it: restore a backup");
    assert!(place.table().contains("Anna Berg"));
    let table = place.letter().join("signatories.collected.csv").display().to_string();
    says(&place, &["import", LETTER, &table], "took 1 signatures");
    let at = At::work(place);
    at.hand_on();
    assert!(at.place.names().contains(&"Anna Berg".to_string()));
}

#[test]
fn signatures_of_another_system_are_taken_once() {
    let at = At::new();
    at.join("Anna Berg", "anna@example.org");
    let file = at.place.path().join("other.csv");
    let rows = "name,email,kind,signed\nAnna Berg,Anna@example.org,,\nBo \u{a0} Berg\u{200b},bo@example.org,,2026-10-01\n\
        https://x.example,x@example.org,,\nReaders e. V.,r@example.org,organisation,\nCy Berg,,,\n";
    fs::write(&file, rows).unwrap();
    let file = file.to_str().unwrap();
    let said = "3 signatures; 1 are there already, 1 are left out";
    says(&at.place, &["import", LETTER, file, "--dry-run"], &format!("would take {said}"));
    says(&at.place, &["import", LETTER, file], &format!("took {said}"));
    let (_, again) = run(&at.place, &["import", LETTER, file]);
    assert!(again.contains("took 0 signatures; 4 are there already, 1 are left out"), "{again}");
    assert!(again.contains(":4: name is not as the form takes it (link)"), "{again}");
    wait_until("they are published", || at.place.count() == 6);
    let table = at.place.table();
    assert!(table.contains("2026-10-01") && table.contains(",Bo Berg,"), "tidied as by the form: {table}");
}

#[test]
fn the_table_is_exported_into_another_folder() {
    let at = At::new();
    at.join("Anna Berg", "anna@example.org");
    wait_until("it is published", || at.place.count() == 3);
    let into = tempfile::tempdir().unwrap();
    says(&at.place, &["export", LETTER, "--into", into.path().to_str().unwrap()], "wrote 1 signatures");
    let exported = fs::read_to_string(into.path().join("signatories.collected.csv")).unwrap();
    assert_eq!(exported, at.place.table());
}

#[test]
fn a_backup_is_written_and_restored_while_nothing_runs() {
    let at = At::new();
    at.join("Anna Berg", "anna@example.org");
    let file = at.place.path().join("saved");
    let file = file.to_str().unwrap().to_string();
    says(&at.place, &["backup", &file], "wrote PLACE/saved; keep PLACE/collect.key on another machine");
    refuses(&at.place, &["backup", &file], "is there already");
    refuses(&at.place, &["restore", "nothing"], "nothing is neither a letter nor a backup");
    let place = at.stop();
    says(&place, &["restore", &file], "restored; removed 0 signatures");
}

#[test]
fn the_doctor_makes_a_key_and_says_what_to_mend() {
    let place = Place::new();
    fs::remove_file(place.path().join("collect.key")).unwrap();
    let (done, text) = run(&place, &["doctor"]);
    assert!(done, "{text}");
    assert!(text.contains("good  key: made PLACE/collect.key. Keep a copy elsewhere"), "{text}");
    assert!(text.contains("good  letter: reading-room"), "{text}");
    assert!(text.contains("look  relay: mails are written into a folder and sent nowhere"), "{text}");
    let settings = fs::read_to_string(place.config()).unwrap();
    fs::write(place.config(), settings.replace("proxies = [\"127.0.0.1\"]", "")).unwrap();
    refuses(&place, &["doctor"], "fix   proxies: it listens on this machine alone");
    let letter = place.letter().join("letter.md");
    let text = fs::read_to_string(&letter).unwrap();
    fs::write(&letter, text.replace("letters.example/collect", "elsewhere.example/collect")).unwrap();
    refuses(&place, &["doctor"], "fix   letter: reading-room sends to https://elsewhere.example/collect");
    fs::write(place.config(), "listen = 1").unwrap();
    refuses(&place, &["doctor"], "fix   settings: PLACE/collect.toml:1:");
}

#[test]
fn the_doctor_sees_whether_visitors_can_invent_their_address() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let place = |proxies: &str| {
        let place = Place::new();
        let change = |path: std::path::PathBuf, pairs: &[(&str, &str)]| {
            let text = pairs.iter().fold(fs::read_to_string(&path).unwrap(), |text, (old, new)| text.replace(old, new));
            fs::write(path, text).unwrap();
        };
        let own = format!("http://{port}/collect");
        let listen = format!("listen = \"{port}\"");
        change(
            place.config(),
            &[
                ("listen = \"127.0.0.1:0\"", &listen),
                ("https://letters.example/collect", &own),
                ("proxies = [\"127.0.0.1\"]", proxies),
            ],
        );
        change(place.letter().join("letter.md"), &[("https://letters.example/collect", &own)]);
        place
    };
    // Nothing stands in front of it, so whoever it believes is whoever asks.
    let at = At::work(place("proxies = [\"127.0.0.1\"]"));
    refuses(&at.place, &["doctor"], "fix   web: the web server passes on an X-Forwarded-For that visitors forge");
    drop(at);
    let at = At::work(place("proxies = [\"192.0.2.9\"]"));
    says(&at.place, &["doctor"], "sees this machine as 127.0.0.1, and not as the forged address");
}

#[test]
fn the_way_in_is_printed_for_coordinators_alone() {
    let place = Place::new();
    says(&place, &["admin-link", "kim@example.org"], "https://letters.example/collect/admin/in/");
    refuses(&place, &["admin-link", "stranger@example.org"], "is not in admin.mails: write it there");
}

#[test]
fn a_collector_without_a_key_does_not_start() {
    let place = Place::new();
    fs::remove_file(place.path().join("collect.key")).unwrap();
    refuses(&place, &["serve"], "can't read the key PLACE/collect.key: open-letter collect doctor makes one");
}

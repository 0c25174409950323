//! From the store to the site, and back out of it.

use crate::place::{At, LETTER, Place, wait_until};
use open_letter::collect::hand_on::pause;
use open_letter::collect::state::Act;
use open_letter::collect::store::{Open, Store};
use std::fs;
use std::process::Command;
use std::time::Duration;

fn publish(place: &Place, more: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_open-letter"))
        .arg("publish")
        .arg(place.letter())
        .arg("--out")
        .arg(place.path().join("site"))
        .args(["--base-url", "https://letters.example/"])
        .args(more)
        .output()
        .unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn the_first_after_a_quiet_time_is_published_at_once_and_the_next_ones_wait() {
    let seconds = Duration::from_secs;
    let none = Duration::ZERO;
    assert_eq!(pause(seconds(10), none, true), seconds(10), "something was published");
    assert_eq!(pause(seconds(10), none, false), seconds(1), "nothing was, so it looks again soon");
    assert_eq!(pause(seconds(10), seconds(5), true), seconds(15), "publishing takes long");
    assert_eq!(pause(Duration::from_millis(200), none, false), Duration::from_millis(200));
}

#[test]
fn publishing_refuses_to_lose_who_signed() {
    let place = Place::new();
    let (done, error) = publish(&place, &[]);
    assert!(!done);
    assert!(error.contains("signatories.collected.csv: is missing, and without it everybody who signed"), "{error}");
    assert!(publish(&place, &["--without-collected"]).0);
    assert_eq!(place.count(), 2);
}

#[test]
fn the_coordinators_own_come_first_and_a_corrected_table_is_published() {
    let at = At::new();
    at.join("Anna Berg", "anna@example.org");
    at.hand_on();
    assert_eq!(at.place.names(), ["Ada First", "Bo Second", "Anna Berg"]);
    fs::write(at.place.letter().join("signatories.csv"), "name\nAda First\nBo Second\nCy Third\n").unwrap();
    wait_until("Cy is there", || at.place.names() == ["Ada First", "Bo Second", "Cy Third", "Anna Berg"]);
    let place = at.stop();
    assert!(publish(&place, &[]).0, "the table is enough for others to publish");
    assert_eq!(place.count(), 4);
}

#[test]
fn a_letter_is_taken_down_and_put_back() {
    let at = At::new();
    at.join("Anna Berg", "anna@example.org");
    at.hand_on();
    let set = |open| at.runtime.block_on(at.collector.store.set_open(LETTER, open)).unwrap();
    set(Open::TakenDown(at.collector.now()));
    at.hand_on();
    assert_eq!((at.place.count(), at.place.table().lines().count()), (2, 1));
    set(Open::Yes);
    at.hand_on();
    assert_eq!(at.place.count(), 3);
}

#[test]
fn who_is_taken_out_is_off_the_site_and_can_be_put_back() {
    let at = At::new();
    let handle = at.join("Anna Berg", "anna@example.org");
    let act = |act| {
        at.runtime.block_on(at.collector.store.act(&at.of(&handle).id, act, "kim", at.collector.now())).unwrap();
        at.hand_on();
        at.place.count()
    };
    assert_eq!(act(Act::Invalidate(Some("invented".into()))), 2);
    assert_eq!(act(Act::Restore), 3);
}

#[test]
fn a_long_roll_grows_at_its_end() {
    let at = At::new();
    let names: Vec<String> = (0..700).map(|number| format!("Person Number{number}")).collect();
    fs::write(at.place.letter().join("signatories.csv"), format!("name\n{}\n", names.join("\n"))).unwrap();
    wait_until("the long table is published", || at.place.site("count.json").exists() && at.place.count() == 700);
    at.join("Anna Berg", "anna@example.org");
    wait_until("Anna counts", || at.place.count() == 701);
    let before = at.place.table();
    at.join("Bo Berg", "bo@example.org");
    wait_until("Bo counts", || at.place.count() == 702);
    assert!(at.place.table().starts_with(&before), "appended");
    let roll = fs::read_dir(at.place.site("roll")).unwrap().flatten();
    let texts: String = roll.map(|file| fs::read_to_string(file.path()).unwrap_or_default()).collect();
    assert!(texts.contains("Anna Berg") && texts.contains("Bo Berg"));
}

#[test]
fn a_program_follows_each_publication() {
    let place = Place::new();
    let text = fs::read_to_string(place.config()).unwrap();
    let mark = place.path().join("followed");
    let then = format!("every = \"1s\"\nthen = [\"touch\", {:?}]", mark.display().to_string());
    fs::write(place.config(), text.replace("every = \"1s\"", &then)).unwrap();
    let _work = At::work(place);
    wait_until("the program has run", || mark.exists());
}

#[test]
fn a_place_is_right_from_the_first_moment_after_a_new_start() {
    let at = At::new();
    at.join("Anna Berg", "anna@example.org");
    at.hand_on();
    let at = At::work(at.stop());
    assert_eq!(at.collector.published.get(LETTER).own, 2);
    let handle = at.sign("Bo Berg", "bo@example.org");
    assert_eq!(at.confirm(&handle, &at.code(&handle)).json()["number"], 4);
}

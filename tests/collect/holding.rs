//! What waits for the coordinator although its address is confirmed.

use crate::http::post;
use crate::place::{At, LETTER, Place};
use open_letter::collect::pages::Why;
use open_letter::collect::signature::State;
use std::fs;
use std::process::Command;

/// A place with another line in its settings.
fn place(old: &str, new: &str) -> Place {
    let place = Place::new();
    let text = fs::read_to_string(place.config()).unwrap();
    assert!(text.contains(old), "{text}");
    fs::write(place.config(), text.replace(old, new)).unwrap();
    place
}

#[test]
fn of_many_from_one_domain_the_later_ones_wait() {
    let at = At::work(place("domain-per-hour = 1000000", "domain-per-hour = 2"));
    let join = |name: &str, email: &str| at.of(&at.join(name, email)).state;
    assert_eq!(join("Anna Berg", "anna@catch-all.example"), State::Confirmed);
    // A code that is wrong uses nothing up.
    let handle = at.sign("Bo Berg", "bo@catch-all.example");
    let wrong = if at.code(&handle) == "000000" { "000001" } else { "000000" };
    assert_eq!(at.confirm(&handle, wrong).status, 403);
    assert_eq!(at.confirm(&handle, &at.code(&handle)).status, 200);
    assert_eq!(at.of(&handle).state, State::Confirmed);
    let held = at.sign("Cy Berg", "cy@catch-all.example");
    post(at.to, &at.page("c", &held), &[("do", "confirm")]);
    let held = at.of(&held);
    assert_eq!((held.state, held.reason.as_deref()), (State::Held, Some("crowd")));
    assert_eq!(Why::of(held.reason.as_deref()), Why::Crowd);
    assert_eq!(join("Di Berg", "di@elsewhere.example"), State::Confirmed);
    for name in ["ed", "flo", "gil"] {
        assert_eq!(join(name, &format!("{name}.berg@gmail.com")), State::Confirmed, "a large provider");
    }
}

#[test]
fn addresses_of_the_starter_list_wait_and_a_list_of_ones_own_replaces_it() {
    let at = At::new();
    assert_eq!(at.of(&at.join("Anna Berg", "anna@mailinator.com")).reason.as_deref(), Some("domain"));
    let place = at.stop();
    fs::write(place.path().join("own.txt"), "# ours\nThrow.example\n").unwrap();
    let text = fs::read_to_string(place.config()).unwrap();
    fs::write(place.config(), text.replace("[moderate]\n", "[moderate]\ndomains-file = \"own.txt\"\n")).unwrap();
    let at = At::work(place);
    assert_eq!(at.of(&at.join("Bo Berg", "bo@mailinator.com")).state, State::Confirmed);
    assert_eq!(at.of(&at.join("Cy Berg", "cy@a.throw.example")).reason.as_deref(), Some("domain"));
}

#[test]
fn who_is_in_the_coordinators_table_is_not_counted_twice() {
    let place = Place::new();
    let table = place.path().join("export.csv");
    fs::write(&table, "name,email,consent\nDi Dahl,di@example.org,yes\n").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_open-letter"))
        .arg("import")
        .arg(&table)
        .arg("--into")
        .arg(place.letter())
        .args(["--map", "name=name,email=email,consent=consent", "--kind", "person", "--source", "form"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    let at = At::work(place);
    let handle = at.join("Di Dahl", "Di@example.org");
    let held = at.of(&handle);
    assert_eq!((held.state, held.reason.as_deref()), (State::Held, Some("known")));
    assert_eq!(Why::of(held.reason.as_deref()), Why::InTable);
    at.hand_on();
    assert_eq!(at.place.count(), 3);
    assert_eq!(at.place.names().iter().filter(|name| *name == "Di Dahl").count(), 1, "{LETTER}");
}

//! The feed of new signatories.

use crate::folder::Folder;
use atom_syndication::Feed;
use std::collections::BTreeSet;

const FEED: &str = "letters/x/feed.xml";

/// The feed, parsed as a feed reader does.
#[track_caller]
fn feed(folder: &Folder) -> Feed {
    let text = folder.site_text(FEED);
    Feed::read_from(text.as_bytes()).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.entries().iter().map(|entry| entry.title().as_str()).collect()
}

fn published(csv: &str) -> Folder {
    let folder = Folder::new().signatories(csv);
    folder.publish();
    folder
}

#[test]
fn it_has_who_signed_the_newest_first() {
    let folder = published(
        "id,name,kind,role,organisation,initiator,hidden,comment\n1,A,organisation,,,true,,\n2,B,person,Fellow,C,,,\"I < you\"\n\
         3,Secret,person,,,,true,\n4,D & E,person,,,,,\n",
    );
    let feed = feed(&folder);
    assert_eq!(titles(&feed), ["D & E", "B, Fellow, C", "A"]);
    assert_eq!(feed.title().as_str(), "A letter: new signatories");
    assert_eq!(feed.authors()[0].name(), "A");
    assert_eq!(feed.entries()[1].content().unwrap().value(), Some("I < you"));
    let links: Vec<(&str, &str)> = feed.links().iter().map(|link| (link.rel(), link.href())).collect();
    assert_eq!(
        links,
        [("alternate", "https://letters.example/letters/x/"), ("self", "https://letters.example/letters/x/feed.xml")]
    );
    assert!(feed.entries().iter().all(|entry| entry.links()[0].href() == "https://letters.example/letters/x/"));
}

#[test]
fn it_has_the_newest_fifty_of_any_roll() {
    for count in [60, 700] {
        let row = |number| format!("{number},N{number}\n");
        let csv = |count| ["id,name\n".to_string(), (0..count).map(row).collect()].concat();
        let folder = published(&csv(count));
        let folder = folder.signatories(&csv(count + 3));
        assert_eq!(folder.publish().whole, count < 500);
        let feed = feed(&folder);
        let expected: Vec<String> = (count - 47..count + 3).rev().map(|number| format!("N{number}")).collect();
        assert_eq!(titles(&feed), expected);
    }
}

#[test]
fn the_day_of_signing_is_the_time_of_an_entry() {
    let feed = feed(&published("name,signed\nA,2026-03-01\n"));
    assert_eq!(feed.entries()[0].updated().to_rfc3339(), "2026-03-01T00:00:00+00:00");
}

#[test]
fn without_a_day_an_entry_keeps_the_time_at_which_it_was_first_published() {
    let folder = published("name\nA\n");
    let text = folder.site_text(FEED);
    let time = feed(&folder).updated().to_rfc3339();
    std::fs::write(folder.out().join(FEED), text.replace(&time, "2020-01-01T00:00:00+00:00")).unwrap();
    folder.publish();
    assert_eq!(folder.site_text(FEED), text.replace(&time, "2020-01-01T00:00:00+00:00"), "nothing has changed");
    let folder = folder.signatories("name\nA\nB\n");
    folder.publish();
    let feed = feed(&folder);
    let years: Vec<String> = feed.entries().iter().map(|entry| entry.updated().format("%Y").to_string()).collect();
    assert!(years[0] > years[1] && years[1] == "2020", "{years:?}");
    assert_ne!(feed.updated().format("%Y").to_string(), "2020");
}

#[test]
fn ids_stay_and_are_unique() {
    let ids = |folder: &Folder| -> Vec<String> {
        let feed = feed(folder);
        [feed.id().to_string()].into_iter().chain(feed.entries().iter().map(|entry| entry.id().to_string())).collect()
    };
    let folder = published("id,name,organisation\n1,A,\n,A,\n,A,B\n,A,\n");
    let before = ids(&folder);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), 4, "{before:?}: an unchanged entry appears once");
    assert!(before.iter().all(|id| id.starts_with("urn:uuid:") && id.len() == 45), "{before:?}");
    let folder = folder.signatories("id,name,organisation\n1,A corrected,\n,A,\n,A,B\n");
    folder.publish();
    assert_eq!(ids(&folder).iter().collect::<BTreeSet<_>>(), before.iter().collect());
    let elsewhere = Folder::new().signatories("id,name\n1,A\n");
    elsewhere.publish_without_address();
    assert!(!before.contains(&ids(&elsewhere)[1]));
}

#[test]
fn it_is_xml_whatever_people_are_called() {
    let folder = published("name,comment\n\"A <![CDATA[ ]]> &amp; \u{fffe}B\",\"\u{ffff}x\"\n");
    assert_eq!(titles(&feed(&folder)), ["A <![CDATA[ ]]> &amp; B"]);
    assert_eq!(feed(&folder).entries()[0].content().unwrap().value(), Some("x"));
}

#[test]
fn a_feed_that_can_not_be_read_is_written_anew() {
    let folder = published("name\nA\n");
    for damaged in ["", "<feed", "<feed><updated>soon</updated><entry><id>x</id><updated>y</updated></entry></feed>"] {
        std::fs::write(folder.out().join(FEED), damaged).unwrap();
        folder.publish();
        assert_eq!(titles(&feed(&folder)), ["A"]);
    }
}

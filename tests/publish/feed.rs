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
        "id,name,title,kind,role,organisation,initiator,hidden,comment,signed\n1,A,,organisation,,,true,,,2026-03-01\n\
         2,B,Dr.,person,Fellow,C,,,\"I < you\",2026-03-02\n3,Secret,,person,,,,true,,2026-03-03\n\
         4,D & E,,person,,,,,,2026-03-02\n5,Anonymous,,person,,,,,,2026-03-04\n6,Undated,,person,,,,,,\n",
    );
    let feed = feed(&folder);
    assert_eq!(titles(&feed), ["D & E", "Dr. B, Fellow, C", "A"]);
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
        let row = |number| format!("{number},N{number},2026-03-01\n");
        let csv = |count| ["id,name,signed\n".to_string(), (0..count).map(row).collect()].concat();
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

/// A table may be in any order: its end would not be what is new.
#[test]
fn without_days_it_is_empty_and_no_page_links_to_it() {
    let linked = |folder: &Folder| folder.site_text("letters/x/index.html").contains("application/atom+xml");
    let folder = published("name\nAda Example\nBo Example\nZoe Example\n");
    assert!(feed(&folder).entries().is_empty());
    assert!(!linked(&folder));
    let folder = folder.signatories("name,signed\nAda Example,2026-03-02\nBo Example,\nZoe Example,2026-03-01\n");
    folder.publish();
    assert_eq!(titles(&feed(&folder)), ["Ada Example", "Zoe Example"]);
    assert!(linked(&folder));
}

#[test]
fn ids_stay_and_are_unique() {
    let ids = |folder: &Folder| -> Vec<String> {
        let feed = feed(folder);
        [feed.id().to_string()].into_iter().chain(feed.entries().iter().map(|entry| entry.id().to_string())).collect()
    };
    let folder = published("id,name,organisation,signed\n1,A,,1.3.2026\n,A,,1.3.2026\n,A,B,1.3.2026\n,A,,1.3.2026\n");
    let before = ids(&folder);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), 4, "{before:?}: an unchanged entry appears once");
    assert!(before.iter().all(|id| id.starts_with("urn:uuid:") && id.len() == 45), "{before:?}");
    let folder =
        folder.signatories("id,name,organisation,signed\n1,A corrected,,1.3.2026\n,A,,1.3.2026\n,A,B,1.3.2026\n");
    folder.publish();
    assert_eq!(ids(&folder).iter().collect::<BTreeSet<_>>(), before.iter().collect());
    let elsewhere = Folder::new().signatories("id,name,signed\n1,A,1.3.2026\n");
    elsewhere.publish_without_address();
    assert!(!before.contains(&ids(&elsewhere)[1]));
}

#[test]
fn it_is_xml_whatever_people_are_called() {
    let folder = published("name,comment,signed\n\"A <![CDATA[ ]]> &amp; \u{fffe}B\",\"\u{ffff}x\",2026-03-01\n");
    assert_eq!(titles(&feed(&folder)), ["A <![CDATA[ ]]> &amp; B"]);
    assert_eq!(feed(&folder).entries()[0].content().unwrap().value(), Some("x"));
}

#[test]
fn a_feed_that_can_not_be_read_is_written_anew() {
    let folder = published("name,signed\nA,2026-03-01\n");
    for damaged in ["", "<feed", "<feed><updated>soon</updated><entry><id>x</id><updated>y</updated></entry></feed>"] {
        std::fs::write(folder.out().join(FEED), damaged).unwrap();
        folder.publish();
        assert_eq!(titles(&feed(&folder)), ["A"]);
    }
}

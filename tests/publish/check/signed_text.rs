//! Whether the text is still the one that people signed.

use crate::folder::Folder;
use open_letter::check::check;
use open_letter::source::Source;
use std::path::Path;

const HEADING: &str =
    "id,name,kind,role,organisation,note,url,country,lang,signed,comment,initiator,hidden,verified,logo,text";

/// The hash of a folder's text.
fn hash(folder: &Path) -> String {
    Source::read(folder, None).0.unwrap().texts[0].signed_hash()
}

fn warnings(front: &str, text: &str, hash: &str) -> Vec<String> {
    let row = |id: &str, day: &str| format!("{id},Anna Berg,person,,,,,,,{day},,,,,,{hash}\n");
    let rows = format!("{HEADING}\n{}{}", row("c-aaaaaaaa", "2026-11-01"), row("c-bbbbbbbb", "2026-11-05"));
    let folder = Folder::new().letter(front, text).file("signatories.collected.csv", &rows);
    let checked = check(&folder.path()).findings;
    checked.into_iter().filter(|finding| finding.code == Some("signed-text")).map(|one| one.message).collect()
}

const FRONT: &str = "lang: en\ntitle: A letter";

#[test]
fn a_text_that_was_changed_after_people_signed_says_so() {
    let signed = hash(&Folder::new().letter(FRONT, "We ask for **three** buses.").path());
    assert_eq!(warnings(FRONT, "We ask for **three** buses.", &signed), [""; 0]);
    let changed = warnings(FRONT, "We ask for **four** buses.", &signed);
    let expected = "has changed since 2 people signed: undo the change, or say in updates what was corrected, and when";
    assert_eq!(changed, [expected]);
    let other_title = warnings("lang: en\ntitle: Another letter", "We ask for **three** buses.", &signed);
    assert_eq!(other_title, [expected]);
}

#[test]
fn an_update_of_that_day_or_later_tells_it() {
    let signed = hash(&Folder::new().letter(FRONT, "We ask for **three** buses.").path());
    let update = |day: &str| format!("{FRONT}\nupdates:\n  - date: {day}\n    text: We ask for four buses.");
    assert_eq!(warnings(&update("2026-11-06"), "We ask for **four** buses.", &signed), [""; 0]);
    assert_eq!(warnings(&update("2026-11-02"), "We ask for **four** buses.", &signed).len(), 1, "it is older");
}

use crate::http::post;
use crate::place::{At, Place};
use jiff::Timestamp;
use open_letter::collect::backup::{backup, restore};
use open_letter::collect::key::Key;
use open_letter::collect::signature::Words;
use open_letter::collect::state::Act;
use open_letter::collect::store::Store;
use std::path::PathBuf;

fn saved(at: &At) -> PathBuf {
    let file = at.place.path().join("saved");
    at.runtime.block_on(backup(&at.collector.store, &at.collector.key, &file)).unwrap();
    file
}

fn restored(place: &Place, key: &Key) -> anyhow::Result<open_letter::collect::backup::Restored> {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(restore(&place.settings(), key, &place.path().join("saved"), Timestamp::now()))
}

#[test]
fn nobody_who_withdrew_comes_back() {
    let at = At::new();
    let (anna, bo, cy) = (
        at.join("Anna Berg", "a@example.org"),
        at.join("Bo Berg", "b@example.org"),
        at.join("Cy Berg", "c@example.org"),
    );
    saved(&at);
    post(at.to, &at.page("s", &anna), &[("do", "withdraw")]);
    post(at.to, &at.page("s", &bo), &[("do", "hide")]);
    let di = at.join("Di Berg", "d@example.org");
    let (cy, di) = (at.of(&cy).id, at.of(&di).id);
    at.hand_on();
    let place = at.stop();
    assert_eq!(place.count(), 5);
    let done = restored(&place, &place.key()).unwrap();
    assert_eq!((done.gone, done.joined), (1, 1));
    let at = At::work(place);
    at.hand_on();
    assert_eq!(at.place.count(), 5, "two of the coordinator's, Bo, Cy, Di");
    let names = at.place.names();
    assert!(!names.contains(&"Anna Berg".to_string()) && !at.place.table().contains("Anna"));
    assert!(!names.contains(&"Bo Berg".to_string()), "still hidden");
    assert!(names.contains(&"Cy Berg".to_string()) && at.of_id(&cy).is_some());
    assert!(names.contains(&"Di Berg".to_string()), "who joined since the backup is taken from the published table");
    assert!(at.of_id(&di).is_some());
}

/// What the coordinator puts aside and back, before a backup or since, takes nobody out.
#[test]
fn only_who_is_gone_is_counted() {
    let at = At::new();
    let anna = at.of(&at.join("Anna Berg", "a@example.org"));
    let words = Words { name: "Anna Dahl".into(), ..anna.words };
    let id = anna.id;
    for act in [Act::Invalidate(None), Act::Restore, Act::Edit(Box::new(words))] {
        at.runtime.block_on(at.collector.store.act(&id, act, "test", Timestamp::now())).unwrap();
    }
    saved(&at);
    let place = at.stop();
    let done = restored(&place, &place.key()).unwrap();
    assert_eq!((done.gone, done.joined), (0, 0));
    let at = At::work(place);
    at.hand_on();
    assert!(at.place.names().contains(&"Anna Dahl".to_string()), "the backup has the words as they are now");
}

#[cfg(unix)]
#[test]
fn what_root_writes_is_the_collectors_too() {
    use std::os::unix::fs::{MetadataExt, chown};
    let at = At::new();
    let id = at.of(&at.join("Anna Berg", "a@example.org")).id;
    let database = at.place.settings().database;
    if chown(&database, Some(65534), Some(65534)).is_err() {
        return;
    }
    at.runtime.block_on(at.collector.store.act(&id, Act::Hide, "test", Timestamp::now())).unwrap();
    saved(&at);
    let place = at.stop();
    restored(&place, &place.key()).unwrap();
    for file in [database, place.settings().withdrawn()] {
        assert_eq!(std::fs::metadata(&file).unwrap().uid(), 65534, "{}", file.display());
    }
}

#[test]
fn a_backup_needs_its_key_and_has_to_be_whole() {
    let at = At::new();
    at.join("Unmistakable Person", "a@example.org");
    let file = saved(&at);
    let error = at.runtime.block_on(backup(&at.collector.store, &at.collector.key, &file)).unwrap_err();
    assert!(error.to_string().contains("is there already"), "{error:#}");
    let place = at.stop();
    let bytes = std::fs::read(&file).unwrap();
    assert!(!bytes.windows(12).any(|part| part == b"Unmistakable"), "names are sealed");
    let error = restored(&place, &Key::of([9; 32]).unwrap()).unwrap_err();
    assert!(format!("{error:#}").contains("encrypted with another key"), "{error:#}");
    std::fs::write(&file, &bytes[..bytes.len() - 1]).unwrap();
    let error = restored(&place, &place.key()).unwrap_err();
    assert!(format!("{error:#}").contains("or is incomplete"), "{error:#}");
    std::fs::write(&file, "name\nAnna\n").unwrap();
    assert!(restored(&place, &place.key()).is_err());
    // Nothing was touched.
    let at = At::work(place);
    at.hand_on();
    assert_eq!(at.place.count(), 3);
}

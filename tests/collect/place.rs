//! A place with a letter, a site and a collector, and the collector at work in it.

use super::http::{Answer, get, post};
use jiff::{SignedDuration, Timestamp};
use open_letter::collect::collector::Collector;
use open_letter::collect::key::Key;
use open_letter::collect::serve::Running;
use open_letter::collect::settings::Settings;
use open_letter::collect::signature::{Handle, Id, Signature, Token, code};
use open_letter::collect::store::Store;
use open_letter::collect::store::sqlite::Sqlite;
use serde_json::Value;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

/// The id of the letter.
pub const LETTER: &str = "reading-room";

const LETTER_MD: &str = r"---
lang: en
title: Keep the reading room open
date: 2026-11-01
addressees: [The city council]
privacy: https://letters.example/privacy/
sign:
  url: https://letters.example/letters/reading-room/sign/
  form:
    to: collect https://letters.example/collect
    ask:
      - name
      - email
      - kind
      - { field: organisation, required: organisation }
      - role
      - country
      - { field: comment, max: 280 }
      - { field: consent, id: 2026-11-29, text: I sign this letter. }
---

Please keep the reading room open in the evening.
";

/// Folders and settings.
pub struct Place {
    pub folder: TempDir,
}

impl Place {
    pub fn new() -> Place {
        Place::with("", "persons = \"after\"")
    }

    /// With more lines in `[limits]`, and these in `[moderate]`.
    pub fn with(top: &str, moderate: &str) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let letter = folder.path().join("letters").join(LETTER);
        fs::create_dir_all(&letter).unwrap();
        fs::write(letter.join("letter.md"), LETTER_MD).unwrap();
        fs::write(letter.join("signatories.csv"), "name\nAda First\nBo Second\n").unwrap();
        let text = format!(
            r#"
listen = "127.0.0.1:0"
url = "https://letters.example/collect/"
proxies = ["127.0.0.1"]
key-file = "collect.key"
{top}
[site]
out = "site"
base-url = "https://letters.example/"
every = "1s"
[store]
sqlite = "signatures.db"
[mail]
outbox = "outbox"
from = "Letters <letters@example.org>"
[moderate]
{moderate}
[limits]
address-per-day = 1000
network-per-hour = 1000000
letter-per-minute = 1000000
domain-per-hour = 1000000
tries-per-hour = 1000000
[admin]
mails = ["kim@example.org"]
[[letter]]
folder = "letters/{LETTER}"
partners = ["north-ngo"]
"#
        );
        fs::write(folder.path().join("collect.toml"), text).unwrap();
        Key::make(&folder.path().join("collect.key")).unwrap();
        Place { folder }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn config(&self) -> PathBuf {
        self.path().join("collect.toml")
    }

    pub fn letter(&self) -> PathBuf {
        self.path().join("letters").join(LETTER)
    }

    pub fn site(&self, path: &str) -> PathBuf {
        self.path().join("site/letters").join(LETTER).join(path)
    }

    /// The mails in the outbox, without those that are being written.
    pub fn mails(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path().join("outbox")).into_iter().flatten().flatten();
        entries
            .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
            .map(|entry| entry.path())
            .collect()
    }

    pub fn settings(&self) -> Settings {
        Settings::read(&self.config()).unwrap()
    }

    pub fn key(&self) -> Key {
        Key::read(&self.path().join("collect.key")).unwrap()
    }

    pub fn table(&self) -> String {
        fs::read_to_string(self.letter().join("signatories.collected.csv")).unwrap_or_default()
    }

    /// The published count, 0 before the first publication.
    pub fn count(&self) -> u64 {
        let Ok(text) = fs::read_to_string(self.site("count.json")) else { return 0 };
        serde_json::from_str::<Value>(&text).unwrap()["count"].as_u64().unwrap()
    }

    /// The names in the published letter.
    pub fn names(&self) -> Vec<String> {
        let Ok(text) = fs::read_to_string(self.site("letter.json")) else { return Vec::new() };
        let letter: Value = serde_json::from_str(&text).unwrap();
        let names = letter["signatories"].as_array().unwrap().iter();
        names.map(|signatory| signatory["name"].as_str().unwrap().to_string()).collect()
    }
}

/// The collector at work in this process, with a clock that the test sets.
pub struct At {
    pub place: Place,
    pub to: SocketAddr,
    pub collector: Arc<Collector<Sqlite>>,
    pub runtime: Runtime,
    clock: Arc<AtomicI64>,
    stop: Option<oneshot::Sender<()>>,
    task: Option<tokio::task::JoinHandle<anyhow::Result<()>>>,
}

impl At {
    pub fn new() -> At {
        At::work(Place::new())
    }

    pub fn work(place: Place) -> At {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let clock = Arc::new(AtomicI64::new(0));
        let ahead = clock.clone();
        let now = Arc::new(move || Timestamp::now() + SignedDuration::from_secs(ahead.load(Ordering::SeqCst)));
        let running = runtime.block_on(Running::start(place.settings(), now)).unwrap();
        let (to, collector) = (running.address().unwrap(), running.collector());
        let (stop, stopped) = oneshot::channel::<()>();
        let task = runtime.spawn(running.run(async { drop(stopped.await) }));
        At { place, to, collector, runtime, clock, stop: Some(stop), task: Some(task) }
    }

    /// Lets time pass.
    pub fn pass(&self, span: SignedDuration) {
        self.clock.fetch_add(span.as_secs(), Ordering::SeqCst);
    }

    /// A token that is old enough.
    pub fn token(&self) -> String {
        let answer = get(self.to, &format!("/collect/v1/letters/{LETTER}/form"));
        let token = answer.json()["token"].as_str().unwrap().to_string();
        self.pass(SignedDuration::from_secs(3));
        token
    }

    /// Signs, with more fields.
    pub fn sign_with(&self, name: &str, email: &str, more: &[(&str, &str)]) -> Answer {
        let token = self.token();
        let mut fields = vec![("name", name), ("email", email), ("consent", "2026-11-29"), ("token", token.as_str())];
        fields.extend_from_slice(more);
        post(self.to, &format!("/collect/v1/letters/{LETTER}/signatures"), &fields)
    }

    /// Signs. Returns the handle.
    pub fn sign(&self, name: &str, email: &str) -> String {
        let answer = self.sign_with(name, email, &[]);
        assert_eq!(answer.status, 202, "{}", answer.body);
        answer.json()["signature"].as_str().unwrap().to_string()
    }

    /// The signature of a handle.
    pub fn of(&self, handle: &str) -> Signature {
        let hash = Handle::parse(handle).unwrap().hash();
        self.runtime.block_on(self.collector.store.of_handle(hash)).unwrap().unwrap().0
    }

    pub fn of_id(&self, id: &Id) -> Option<Signature> {
        self.runtime.block_on(self.collector.store.of_id(id)).unwrap()
    }

    pub fn code(&self, handle: &str) -> String {
        code(&self.of(handle), &self.collector.key)
    }

    pub fn page(&self, page: &str, handle: &str) -> String {
        let token = Token::of(&self.of(handle).id, &self.collector.key);
        format!("/collect/{page}/{}", token.as_str())
    }

    pub fn confirm(&self, handle: &str, code: &str) -> Answer {
        post(self.to, &format!("/collect/v1/signatures/{handle}/confirm"), &[("code", code)])
    }

    /// Signs and confirms. Returns the handle.
    pub fn join(&self, name: &str, email: &str) -> String {
        let handle = self.sign(name, email);
        let answer = self.confirm(&handle, &self.code(&handle));
        assert_eq!(answer.status, 200, "{}", answer.body);
        handle
    }

    /// Waits until everything that was done is published.
    pub fn hand_on(&self) {
        let version = self.runtime.block_on(self.collector.store.count(LETTER)).unwrap().version;
        wait_until("everything is published", || {
            let published = self.collector.published.get(LETTER);
            !published.count.is_empty() && published.version >= version
        });
    }

    /// Stops the collector as a signal would, and leaves the place.
    pub fn stop(mut self) -> Place {
        self.end();
        let folder = std::mem::replace(&mut self.place.folder, tempfile::tempdir().unwrap());
        Place { folder }
    }

    fn end(&mut self) {
        if let (Some(stop), Some(task)) = (self.stop.take(), self.task.take()) {
            let _ = stop.send(());
            self.runtime.block_on(task).unwrap().unwrap();
        }
    }
}

impl Drop for At {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.end();
        }
    }
}

/// Waits until something is so: a minute at most, and no longer than necessary.
pub fn wait_until(what: &str, is: impl Fn() -> bool) {
    for _ in 0..1200 {
        if is() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("it never came about that {what}");
}

//! The real collector, as webmasters run it: who signs on a page of one origin counts and is named on a page of another.

use crate::answer::Answer;
use crate::form::{OUTCOME, SEND, STATUS, click_sign, fill_in, send_code, until_code};
use crate::http::Server;
use crate::page::Page;
use crate::process::Process;
use open_letter::collect::key::Key;
use open_letter::collect::pages::outbox;
use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The id of the letter.
const LETTER: &str = "reading-room";

const LETTER_MD: &str = r"---
lang: en
title: Keep the reading room open
date: 2026-11-01
addressees: [The city council]
privacy: https://letters.example/privacy/
signatures:
  {stream}
sign:
  url: {site}/letters/reading-room/sign/
  form:
    to: collect {collector}
    ask:
      - name
      - email
      - { field: consent, id: 2026-11-29, text: I sign this letter. }
---

Please keep the reading room open in the evening.
";

const SETTINGS: &str = r#"
listen = "{listen}"
url = "{collector}/"
proxies = ["127.0.0.1"]
key-file = "collect.key"
streams = 10
[site]
out = "site"
base-url = "{site}/"
[store]
sqlite = "signatures.db"
[mail]
outbox = "outbox"
from = "Letters <letters@example.org>"
[moderate]
persons = "after"
[[letter]]
folder = "letters/reading-room"
"#;

/// The longest from a confirmation to another page, where pages ask every ten seconds.
const LONGEST: Duration = Duration::from_secs(40);

/// A collector at work, and its site on an origin of its own.
struct Collecting {
    folder: TempDir,
    collector: String,
    site: Server,
    process: Option<Process>,
}

impl Collecting {
    /// Starts one, with what the letter says of its stream. The letter is published then.
    async fn start(has_stream: bool) -> Collecting {
        let folder = tempfile::tempdir().unwrap();
        let published = folder.path().join("site");
        let file = move |path: &str| {
            let found = fs::read(published.join(path.trim_start_matches('/')));
            found.map_or_else(|_| Answer::status(404), |bytes| Answer::file(path, bytes))
        };
        let site = Server::start(file).await.unwrap();
        let listen = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let collector = format!("http://{listen}/collect");
        let stream = if has_stream { format!("stream: {collector}/v1/letters/{LETTER}/stream") } else { String::new() };
        let filled = |text: &str| {
            let text = text.replace("{site}", &site.origin).replace("{collector}", &collector);
            text.replace("{listen}", &listen).replace("signatures:\n  {stream}\n", &with_stream(&stream))
        };
        let letter = folder.path().join("letters").join(LETTER);
        fs::create_dir_all(&letter).unwrap();
        fs::write(letter.join("letter.md"), filled(LETTER_MD)).unwrap();
        fs::write(letter.join("signatories.csv"), "name\nAda First\nBo Second\n").unwrap();
        fs::write(folder.path().join("collect.toml"), filled(SETTINGS)).unwrap();
        Key::make(&folder.path().join("collect.key")).unwrap();
        let mut collecting = Collecting { folder, collector, site, process: None };
        collecting.work().await;
        collecting
    }

    /// Starts the process, and waits until it answers and has published.
    async fn work(&mut self) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
        command.args(["collect", "serve", "--config"]).arg(self.folder.path().join("collect.toml"));
        let process = self.process.insert(Process::start(command).unwrap());
        let published = self.folder.path().join("site/letters").join(LETTER).join("letter.json");
        let listen = self.collector.trim_start_matches("http://").trim_end_matches("/collect").to_string();
        let begun = Instant::now();
        while !published.exists() || std::net::TcpStream::connect(&listen).is_err() {
            assert!(begun.elapsed() < LONGEST, "the collector does not start: {}", process.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    fn letter(&self, file: &str) -> String {
        format!("{}/letters/{LETTER}/{file}", self.site.origin)
    }

    fn outbox(&self) -> PathBuf {
        self.folder.path().join("outbox")
    }

    /// The text of the mail with that word in its file's name.
    async fn mail(&self, kind: &str) -> String {
        let begun = Instant::now();
        loop {
            let mails = outbox::read(&self.outbox()).unwrap();
            if let Some(mail) = mails.into_iter().find(|mail| mail.file.contains(kind)) {
                return mail.text;
            }
            assert!(begun.elapsed() < LONGEST, "there is no mail {kind}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The code in the mail.
    async fn code(&self) -> String {
        let mail = self.mail("-confirm-").await;
        let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
        mail.lines().map(str::trim).find(is_code).unwrap_or_else(|| panic!("no code in {mail}")).to_string()
    }

    /// Opens a page of the host's origin that shows the letter, with a frame that shows it on a page of another.
    async fn open(&self, page: &Page) {
        let element = format!("<open-letter src=\"{}\" refresh=\"10\"></open-letter>", self.letter("letter.json"));
        let other = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Other</title>\
             <script async crossorigin src=\"{}/open-letter.js\"></script></head><body>{element}</body></html>",
            page.files.site()
        );
        page.files.answer("/other.html", Answer::text("text/html; charset=utf-8", &other));
        let frame = "<iframe title=\"Other\" width=\"700\" height=\"700\" src=\"{files}/other.html\"></iframe>";
        page.open_body(&[&element, frame].concat()).await;
        page.until_ready(1).await;
        page.until_inside("letter()?.count === 2 && parts('signatory').length === 2").await;
    }
}

fn with_stream(stream: &str) -> String {
    if stream.is_empty() { String::new() } else { format!("signatures:\n  {stream}\n") }
}

/// Kim fills in the form, and sends it.
async fn send(page: &Page) {
    click_sign(page).await;
    fill_in(page).await;
    page.run(SEND).await;
    until_code(page).await;
}

/// Kim signs on the page. Returns when the code was typed.
async fn sign(page: &Page, collecting: &Collecting) -> Instant {
    send(page).await;
    assert_eq!(page.number("letter().count").await, 2, "nobody has confirmed yet");
    send_code(page, &collecting.code().await).await;
    let confirmed = Instant::now();
    page.until(&format!("{OUTCOME}.includes('You have signed')")).await;
    page.until("letter().count === 3").await;
    confirmed
}

const COUNTS: &str = "letter().count === 3";
const NAMED: &str = "parts('new').some(row => text(row).includes('Kim Lee'))";

/// Waits until it is so in the frame. Returns the seconds since.
async fn seconds(page: &Page, since: Instant, expression: &str) -> f64 {
    while page.inside(expression).await != true {
        assert!(since.elapsed() < LONGEST, "not so in the frame: {expression}");
    }
    since.elapsed().as_secs_f64()
}

pub async fn who_signs_counts_and_is_named_on_a_page_of_another_origin(page: Page) {
    let collecting = Collecting::start(false).await;
    collecting.open(&page).await;
    let confirmed = sign(&page, &collecting).await;
    let counts = seconds(&page, confirmed, COUNTS).await;
    let named = seconds(&page, confirmed, NAMED).await;
    eprintln!("{:?}, by polling: counts after {counts:.1} s, is named after {named:.1} s", page.engine);
    // The page on which Kim signed has her row once, marked no longer as something to come.
    page.until_within(LONGEST, "parts('signatory').filter(row => text(row).includes('Kim Lee')).length === 1").await;
    page.until_within(LONGEST, "!parts('signatory').some(row => text(row).includes('published shortly'))").await;
    assert_eq!(page.number("letter().count").await, 3);
}

pub async fn by_a_stream_the_other_page_learns_it_with_the_publication(page: Page) {
    let collecting = Collecting::start(true).await;
    collecting.open(&page).await;
    let confirmed = sign(&page, &collecting).await;
    let counts = seconds(&page, confirmed, COUNTS).await;
    let named = seconds(&page, confirmed, NAMED).await;
    eprintln!("{:?}, by stream: counts after {counts:.1} s, is named after {named:.1} s", page.engine);
}

pub async fn where_it_is_down_the_letter_shows_and_what_was_typed_is_sent_later(page: Page) {
    let mut collecting = Collecting::start(false).await;
    collecting.process = None;
    collecting.open(&page).await;
    assert!(page.is(&format!("part('sign').href === '{}'", collecting.letter("sign/"))).await, "the link stays");
    click_sign(&page).await;
    fill_in(&page).await;
    page.run(SEND).await;
    page.until(&format!("{STATUS} !== ''")).await;
    assert!(!page.is(&format!("{STATUS}.includes('You have signed')")).await);
    assert_eq!(page.number("letter().count + parts('signatory').length").await, 4);
    collecting.work().await;
    page.run(SEND).await;
    until_code(&page).await;
}

/// Waits for it while one page goes and another comes: an error means that the question met the old one.
async fn until_there(page: &Page, expression: &str) {
    let begun = Instant::now();
    let question = format!("return {expression};");
    while !page.client.execute(&question, Vec::new()).await.is_ok_and(|there| there == true) {
        assert!(begun.elapsed() < LONGEST, "not so: {expression}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// What programs do that look through mails: load the page, with its scripts, and wait. Twice.
pub async fn a_link_that_is_looked_at_confirms_nothing_and_the_button_does(page: Page) {
    let collecting = Collecting::start(false).await;
    collecting.open(&page).await;
    send(&page).await;
    let mail = collecting.mail("-confirm-").await;
    let link = mail.split_whitespace().find(|word| word.contains("/collect/c/")).unwrap().to_string();
    for _ in 0..2 {
        page.client.goto(&link).await.unwrap();
        until_there(&page, "document.querySelector('h1')?.textContent === 'Confirm your signature'").await;
        page.quiet().await;
    }
    let table = collecting.folder.path().join("letters").join(LETTER).join("signatories.collected.csv");
    assert_eq!(fs::read_to_string(&table).unwrap().lines().count(), 1, "nobody has signed");
    page.run("document.querySelector('[name=do][value=confirm]').click()").await;
    until_there(&page, "document.querySelector('h1')?.textContent === 'Thank you for signing'").await;
    assert!(page.is("document.querySelector('.shown .name').textContent === 'Kim Lee'").await);
    let begun = Instant::now();
    while !fs::read_to_string(&table).unwrap().contains("Kim Lee") {
        assert!(begun.elapsed() < LONGEST, "Kim is not in the table");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

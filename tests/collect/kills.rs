//! The collector is killed at random moments under load: nothing that was promised is lost, nobody counts twice, and
//! nobody who withdrew is anywhere in the site.

use super::http::{get, try_post};
use super::place::{LETTER, Place};
use open_letter::collect::key::Key;
use open_letter::collect::signature::{Handle, Signature, State, Token, code};
use open_letter::collect::store::sqlite::Sqlite;
use open_letter::collect::store::{Filter, Store};
use std::collections::HashSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;

/// How long an id of the collector's is: `c-` and eight letters.
const ID_LENGTH: usize = 10;

/// A collector in a process of its own. Dropping it kills it.
pub struct Process {
    child: Child,
    pub to: SocketAddr,
}

impl Process {
    pub fn start(place: &Place) -> Process {
        Process::of(Command::new(env!("CARGO_BIN_EXE_open-letter")), place)
    }

    /// By a command that starts ours.
    pub fn of(mut command: Command, place: &Place) -> Process {
        let mut child = command
            .args(["collect", "serve", "--config"])
            .arg(place.config())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let line = lines.find(|line| line.starts_with("collecting at http://")).expect("it starts");
        let to = line["collecting at http://".len()..].trim_end_matches('/').parse().unwrap();
        Process { child, to }
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// From now on, no file of it can grow beyond so many bytes, as if the disk were full; `None` for as it was.
    pub fn limit(&self, bytes: Option<u64>) {
        let id = rustix::process::Pid::from_child(&self.child);
        let limit = rustix::process::Rlimit { current: bytes, maximum: None };
        rustix::process::prlimit(Some(id), rustix::process::Resource::Fsize, limit).unwrap();
    }

    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Asks it to stop, and waits until it has.
    pub fn stop(mut self) {
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, rustix::process::Signal::TERM).unwrap();
        let status = self.child.wait().unwrap();
        assert!(status.success(), "{status}");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// What the collector promised.
#[derive(Default)]
struct Promised {
    taken: Vec<String>,
    confirmed: Vec<String>,
    withdrawn: Vec<String>,
}

/// The signature of a handle, read beside the server.
pub fn of(runtime: &Runtime, store: &Sqlite, handle: &str) -> Option<Signature> {
    let found = runtime.block_on(store.of_handle(Handle::parse(handle)?.hash())).ok()?;
    found.map(|(signature, _)| signature)
}

/// Signs, confirms, and sometimes withdraws, until told to stop.
fn load(
    number: u32,
    (to, token): (SocketAddr, String),
    place: (std::path::PathBuf, Key),
    stop: &AtomicBool,
    next: &AtomicU32,
    promised: &Mutex<Promised>,
) {
    let runtime = Runtime::new().unwrap();
    let (folder, key) = place;
    let store = runtime.block_on(Sqlite::open(&folder.join("signatures.db"), &folder.join("signatures.withdrawn")));
    let Ok(store) = store else { return };
    while !stop.load(Ordering::SeqCst) {
        let turn = next.fetch_add(1, Ordering::SeqCst);
        let (name, email) = (format!("Person Number{turn}"), format!("p{turn}@example.org"));
        let fields =
            [("name", name.as_str()), ("email", email.as_str()), ("consent", "2026-11-29"), ("token", token.as_str())];
        let Some(answer) = try_post(to, &format!("/collect/v1/letters/{LETTER}/signatures"), &fields) else { continue };
        if answer.status != 202 || answer.body.is_empty() {
            continue;
        }
        let handle = answer.json()["signature"].as_str().unwrap().to_string();
        promised.lock().unwrap().taken.push(handle.clone());
        let Some(signature) = of(&runtime, &store, &handle) else { continue };
        let path = format!("/collect/v1/signatures/{handle}/confirm");
        let Some(answer) = try_post(to, &path, &[("code", &code(&signature, &key))]) else { continue };
        if answer.status != 200 || answer.body.is_empty() {
            continue;
        }
        promised.lock().unwrap().confirmed.push(handle.clone());
        if (turn + number).is_multiple_of(5) {
            let path = format!("/collect/s/{}", Token::of(&signature.id, &key).as_str());
            if try_post(to, &path, &[("do", "withdraw")]).is_some_and(|answer| answer.status == 303) {
                promised.lock().unwrap().withdrawn.push(handle);
            }
        }
    }
    runtime.block_on(store.close());
}

/// Kills the collector that often. Returns how many signed.
pub fn kill(times: u32) -> usize {
    let place = Place::new();
    let promised = Mutex::new(Promised::default());
    let next = AtomicU32::new(0);
    let token = {
        let process = Process::start(&place);
        let answer = get(process.to, &format!("/collect/v1/letters/{LETTER}/form"));
        std::thread::sleep(Duration::from_secs(2));
        answer.json()["token"].as_str().unwrap().to_string()
    };
    for round in 0..times {
        let mut process = Process::start(&place);
        let stop = Arc::new(AtomicBool::new(false));
        std::thread::scope(|scope| {
            for number in 0..3 {
                let (to, token) = (process.to, token.clone());
                let (stop, next, promised) = (stop.clone(), &next, &promised);
                let at = (place.path().to_path_buf(), place.key());
                scope.spawn(move || load(number, (to, token), at, &stop, next, promised));
            }
            // Moments that differ, from the first request to several cycles of publishing.
            let moment = 20 + u64::from(round.wrapping_mul(2_654_435_761) % 1500);
            std::thread::sleep(Duration::from_millis(moment));
            process.kill();
            stop.store(true, Ordering::SeqCst);
        });
    }
    let promised = promised.into_inner().unwrap();
    check(&place, &promised);
    promised.taken.len()
}

/// After a last start and an orderly stop, everything is as it was promised.
fn check(place: &Place, promised: &Promised) {
    Process::start(place).stop();
    let runtime = Runtime::new().unwrap();
    let database = (place.path().join("signatures.db"), place.path().join("signatures.withdrawn"));
    let store = runtime.block_on(Sqlite::open(&database.0, &database.1)).unwrap();
    for handle in &promised.taken {
        assert!(of(&runtime, &store, handle).is_some(), "{handle} was taken and is lost");
    }
    let table = place.table();
    let ids: Vec<&str> = table.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "nobody is in the table twice");
    for handle in &promised.confirmed {
        let signature = of(&runtime, &store, handle).unwrap();
        let counts = signature.state == State::Confirmed;
        assert!(counts || signature.state == State::Withdrawn, "{:?}", signature.state);
        assert_eq!(ids.contains(&signature.id.as_str()), counts, "{} is {:?}", signature.id, signature.state);
    }
    let mut published = HashSet::new();
    ids_in(&place.path().join("site"), &mut published);
    for handle in &promised.withdrawn {
        let id = of(&runtime, &store, handle).unwrap().id;
        assert!(!published.contains(id.as_str().as_bytes()), "{id} withdrew");
    }
    assert!(ids.iter().all(|id| published.contains(id.as_bytes())), "the search finds those who are published");
    let confirmed = Filter { states: vec![State::Confirmed], ..Filter::default() };
    let confirmed = runtime.block_on(store.select(LETTER, &confirmed)).unwrap();
    assert_eq!(runtime.block_on(store.count(LETTER)).unwrap().all(), confirmed.len() as u64);
    assert_eq!(place.count(), 2 + confirmed.len() as u64);
    assert_eq!(ids.len(), confirmed.len());
}

/// Adds whatever may be an id of the collector's in the files below: the table of a long run is too long to search for
/// each id alone.
fn ids_in(folder: &std::path::Path, ids: &mut HashSet<Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            ids_in(&path, ids);
        } else {
            let bytes = fs::read(&path).unwrap();
            let found = bytes.windows(ID_LENGTH).filter(|bytes| bytes.starts_with(b"c-"));
            ids.extend(found.map(<[u8]>::to_vec));
        }
    }
}

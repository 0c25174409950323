//! `open-letter import` from an address, once and again and again, as a coordinator runs it.

use super::server::Server;
use crate::command::{prints, run};
use crate::folder::Folder;
use std::fs;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// An online sheet whose text a test changes. Without a text, its host has a fault.
fn sheet(text: &str) -> (Server, Arc<Mutex<String>>) {
    let text = Arc::new(Mutex::new(text.to_string()));
    let shared = text.clone();
    let server = Server::start(move |head, stream| {
        let text = shared.lock().unwrap().clone();
        let etag = format!("\"{}\"", text.len());
        let status = match text.as_str() {
            "" => "503 Busy",
            _ if head.contains(&etag) => "304 Not Modified",
            _ => "200 OK",
        };
        let body = if status.starts_with("200") { text } else { String::new() };
        let length = body.len();
        write!(
            stream,
            "HTTP/1.1 {status}\r\nETag: {etag}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        )
    });
    (server, text)
}

/// Waits until something is so.
#[track_caller]
fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(40), "never: {what}");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn one_line_imports_what_is_new() {
    let folder = Folder::new().signatories("id,name\n");
    let (server, text) = sheet("Name\nAda\n");
    let address = server.address();
    let line = ["import", &address, "--into", "x", "--map", "name=Name", "--allow-private"];
    let first = "127.0.0.1: 1 row, in UTF-8 with commas\nadded            1\nupdated          0\nunchanged        0\n\
                 x/signatories.csv: written\n";
    prints(&run(&folder, &line), 0, first, "");
    prints(&run(&folder, &line), 0, "127.0.0.1: nothing new\n", "");
    // With another option, the same table means something else.
    let other = [&line[..], &["--kind", "person"]].concat();
    assert!(String::from_utf8(run(&folder, &other).stdout).unwrap().contains("updated          1"));
    *text.lock().unwrap() = "Name\nAda\nBo\n".into();
    assert!(String::from_utf8(run(&folder, &line).stdout).unwrap().contains("added            1"));
    *text.lock().unwrap() = String::new();
    let fault = "error: 127.0.0.1 has a problem of its own (status 503): try again later\n";
    prints(&run(&folder, &line), 1, "", fault);
    assert_eq!(
        fs::read_to_string(folder.path().join("signatories.csv")).unwrap(),
        "id,name,kind\n1,Ada,person\n2,Bo,\n"
    );
    let kept = folder.path().join(".open-letter/addresses");
    assert!(fs::read_to_string(&kept).unwrap().contains("token=hush"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn what_was_left_out_is_told_again() {
    let folder = Folder::new().signatories("id,name\n");
    let (server, _) = sheet("Name,x\nAda,1\n,1\n");
    let address = server.address();
    let line = ["import", &address, "--into", "x", "--map", "name=Name", "--allow-private"];
    for _ in 0..2 {
        let output = run(&folder, &line);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stdout).unwrap().contains("refused          1"));
    }
}

#[test]
fn what_cannot_be_is_refused_before_any_request() {
    let folder = Folder::new();
    let fails = |arguments: &[&str], message: &str| {
        let line = [&["import"][..], arguments, &["--into", "x", "--map", "name=Name"]].concat();
        prints(&run(&folder, &line), 1, "", &format!("error: {message}\n"));
    };
    fails(
        &["https://kim:hush@sheets.example/"],
        "the address of sheets.example has a user's name or a password in it: give one that needs none",
    );
    fails(&["export.csv", "--every", "15m"], "--every needs the address of an online sheet, and not a file");
    fails(
        &["https://sheets.example/", "--every", "10s"],
        "--every is shorter than a minute: hosts block clients that ask more often, so write 15m, or 1m at least",
    );
    fails(
        &["https://127.0.0.1:9/"],
        "127.0.0.1 is at 127.0.0.1, in this computer or its own network: add --allow-private if that is meant",
    );
}

/// The command, running.
struct Running {
    child: Child,
    out: Arc<Mutex<String>>,
    err: Arc<Mutex<String>>,
}

impl Running {
    fn start(folder: &Folder, arguments: &[&str]) -> Running {
        let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
        command.args(arguments).current_dir(folder.beside("")).stdin(Stdio::null());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let out = collect(child.stdout.take().unwrap());
        let err = collect(child.stderr.take().unwrap());
        Running { child, out, err }
    }

    #[track_caller]
    fn says(&self, text: &str) {
        until(&format!("“{text}” in {}{}", self.out.lock().unwrap(), self.err.lock().unwrap()), || {
            self.out.lock().unwrap().contains(text) || self.err.lock().unwrap().contains(text)
        });
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn collect(mut stream: impl Read + Send + 'static) -> Arc<Mutex<String>> {
    let text = Arc::new(Mutex::new(String::new()));
    let shared = text.clone();
    thread::spawn(move || {
        let mut part = [0; 4096];
        while let Ok(length @ 1..) = stream.read(&mut part) {
            shared.lock().unwrap().push_str(&String::from_utf8_lossy(&part[..length]));
        }
    });
    text
}

#[test]
#[cfg(unix)]
fn every_so_often_it_imports_who_was_let_in_and_publishes() {
    let folder = Folder::new().signatories("id,name\n");
    let (server, text) = sheet("Name\nAda\nBo\n");
    let address = server.address();
    let then = "open-letter publish x --out site --base-url https://letters.example/";
    let line = ["import", &address, "--into", "x", "--map", "name=Name", "--allow-private", "--every", "1s", "--then"];
    let line: Vec<&str> = line.into_iter().chain(then.split(' ')).collect();
    let mut running = Running::start(&folder, &line);
    running.says("2 wait for yes or no in x/held.csv");
    let table = || fs::read_to_string(folder.path().join("signatories.csv")).unwrap();
    let count = || fs::read_to_string(folder.out().join("letters/x/count.json")).unwrap_or_default();
    until("the site is there", || count().contains("\"count\": 0"));
    assert_eq!(table(), "id,name\n");
    let held = folder.path().join("held.csv");
    let list = fs::read_to_string(&held).unwrap();
    fs::write(&held, list.replace(",new,Bo", "ja,new,Bo")).unwrap();
    until("Bo is in the table", || table() == "id,name\n1,Bo\n");
    until("Bo is published", || count().contains("\"count\": 1"));
    // Nothing new is asked for, and nothing is told.
    let requests = server.heads.lock().unwrap().len();
    until("it asks again", || server.heads.lock().unwrap().len() > requests + 1);
    assert_eq!(running.out.lock().unwrap().matches("added").count(), 2, "{}", running.out.lock().unwrap());
    // A failure is told once and changes nothing.
    *text.lock().unwrap() = String::new();
    running.says("503");
    let requests = server.heads.lock().unwrap().len();
    until("it asks again", || server.heads.lock().unwrap().len() > requests + 1);
    assert_eq!(running.err.lock().unwrap().matches("503").count(), 1, "{}", running.err.lock().unwrap());
    assert_eq!(table(), "id,name\n1,Bo\n");
    // Rows that are missing take nobody out.
    *text.lock().unwrap() = "Name\nCe\n".into();
    running.says("127.0.0.1 is read again");
    until("Ce waits", || {
        fs::read_to_string(&held).is_ok_and(|list| list.contains(",new,Ce,") && !list.contains("Ada"))
    });
    assert_eq!(table(), "id,name\n1,Bo\n");
    let id = rustix::process::Pid::from_child(&running.child);
    rustix::process::kill_process(id, rustix::process::Signal::INT).unwrap();
    let status = running.child.wait().unwrap();
    assert_eq!(status.code(), Some(0));
    running.says("ended");
    assert!(!running.out.lock().unwrap().contains("hush") && !running.err.lock().unwrap().contains("hush"));
    for name in [".open-letter.lock", ".open-letter.holder"] {
        assert!(!folder.path().join(name).exists(), "{name}");
    }
}

#[test]
#[cfg(unix)]
fn unseen_rows_are_published_where_that_is_asked_for_and_a_failed_program_is_run_again() {
    let folder = Folder::new().signatories("id,name\n");
    let (server, _) = sheet("Name\nAda\n");
    let address = server.address();
    let line = "--into x --map name=Name --allow-private --every 1s --publish-unseen --then ./carry";
    let line: Vec<&str> = ["import", &address].into_iter().chain(line.split(' ')).collect();
    let running = Running::start(&folder, &line);
    running.says("trying again in 30 s");
    until("Ada is in the table", || {
        fs::read_to_string(folder.path().join("signatories.csv")).unwrap() == "id,name\n1,Ada\n"
    });
    assert!(!folder.path().join("held.csv").exists());
}

#[test]
#[cfg(target_os = "linux")]
fn it_does_not_grow() {
    let folder = Folder::new().signatories("id,name\n");
    // Each time another table of the same people, so that each round imports it.
    let times = Arc::new(AtomicUsize::new(0));
    let counted = times.clone();
    let server = Server::start(move |_, stream| {
        let time = counted.fetch_add(1, Ordering::SeqCst);
        let row = |at: usize| format!("Ada {at},{time}\n");
        let rows: String = (0..2_000).map(row).collect();
        let body = format!("Name,x\n{rows}");
        write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
    });
    let address = server.address();
    let line = "--into x --map name=Name --allow-private --every 1s";
    let line: Vec<&str> = ["import", &address].into_iter().chain(line.split(' ')).collect();
    let running = Running::start(&folder, &line);
    let size = || {
        let status = fs::read_to_string(format!("/proc/{}/status", running.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap().to_string();
        line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap()
    };
    let rounds = |number: usize| until("it asks again", || times.load(Ordering::SeqCst) > number);
    rounds(3);
    let before = size();
    rounds(10);
    assert!(size() < before + 5_000, "{before} kB, then {} kB", size());
}

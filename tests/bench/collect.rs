//! The collector: sign-ups in a second, on the cores that invent them; and what survives being killed.

use crate::bench::Report;
use crate::collecting::http::{form, get};
use crate::collecting::kills::{Process, kill};
use crate::collecting::place::{LETTER, Place};
use crate::figure::{Figure, Unit};
use crate::runs::Runs;
use anyhow::{Context, Result, ensure};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How many sign-ups a second, and for how long.
const PER_SECOND: u32 = 500;
const SECONDS: u32 = 60;

/// How many connections they come on. Each waits for its answer before it sends the next.
const CONNECTIONS: u32 = 16;

/// How often the collector is killed.
const KILLS: u32 = 200;

/// Measures.
pub fn measure() -> Result<Report> {
    let place = Place::new();
    let process = Process::start(&place);
    let answer = get(process.to, &format!("/collect/v1/letters/{LETTER}/form"));
    let token = answer.json()["token"].as_str().context("no token")?.to_string();
    std::thread::sleep(Duration::from_secs(3));
    let times: Mutex<Vec<f64>> = Mutex::new(Vec::new());
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for connection in 0..CONNECTIONS {
            let (token, times, to) = (&token, &times, process.to);
            scope.spawn(move || sign_all(to, token, connection, begun, times));
        }
    });
    let seconds = begun.elapsed().as_secs_f64();
    let mut times = times.into_inner().unwrap_or_default();
    times.sort_by(f64::total_cmp);
    ensure!(!times.is_empty(), "nobody signed");
    let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)];
    #[expect(clippy::cast_precision_loss, reason = "a few thousand sign-ups")]
    let rate = times.len() as f64 / seconds;
    let one = |value: f64| Runs::new(vec![value]);
    let memory = memory(process.id()).context("the system does not tell the memory of a process")?;
    Ok(Report {
        title: format!(
            "{PER_SECOND} sign-ups a second for {SECONDS} s, by {CONNECTIONS} connections on the same cores"
        ),
        figures: vec![
            Figure::new("sign-ups a second", Unit::Count, one(rate)),
            Figure::new("median", Unit::Milliseconds, one(at(50))),
            Figure::new("p99", Unit::Milliseconds, one(at(99))).within(250.0),
            Figure::new("memory", Unit::Megabytes, one(memory)).within(300.0),
        ],
        notes: Vec::new(),
    })
}

/// Kills it. Ends with a panic that says what was lost.
pub fn survive() -> Report {
    let begun = Instant::now();
    let taken = kill(KILLS);
    Report {
        title: format!("the collector, killed {KILLS} times under load"),
        figures: vec![Figure::new("seconds", Unit::Count, Runs::new(vec![begun.elapsed().as_secs_f64()]))],
        notes: vec![format!("Of {taken} sign-ups that were taken, none is lost.")],
    }
}

/// Signs at a steady pace, and notes how long each answer took, counted from when it was due.
fn sign_all(to: SocketAddr, token: &str, connection: u32, begun: Instant, times: &Mutex<Vec<f64>>) {
    let mut stream = TcpStream::connect(to).ok();
    let turns = PER_SECOND * SECONDS / CONNECTIONS;
    let pause = Duration::from_secs(1) * CONNECTIONS / PER_SECOND;
    let mut own = Vec::new();
    for turn in 0..turns {
        let due = begun + pause * turn + pause * connection / CONNECTIONS;
        if let Some(wait) = due.checked_duration_since(Instant::now()) {
            std::thread::sleep(wait);
        }
        let (name, email) = (format!("Person Number{turn} {connection}"), format!("p{turn}.{connection}@example.org"));
        let fields = [("name", name.as_str()), ("email", email.as_str()), ("consent", "2026-11-29"), ("token", token)];
        if stream.as_mut().is_some_and(|stream| signs(stream, &form(&fields))) {
            own.push(due.elapsed().as_secs_f64() * 1000.0);
        } else {
            stream = TcpStream::connect(to).ok();
        }
    }
    if let Ok(mut times) = times.lock() {
        times.extend(own);
    }
}

/// Sends a sign-up on a connection that stays open. Returns whether it was taken.
fn signs(stream: &mut TcpStream, body: &str) -> bool {
    let request = format!(
        "POST /collect/v1/letters/{LETTER}/signatures HTTP/1.1\r\nHost: x\r\nContent-Type: \
         application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut answer = [0; 4096];
    let mut length = 0;
    if stream.write_all(request.as_bytes()).is_err() {
        return false;
    }
    // The answer is small, and ends with the brace of its JSON.
    while !answer[..length].ends_with(b"}") {
        match stream.read(&mut answer[length..]) {
            Ok(read @ 1..) => length += read,
            _ => return false,
        }
    }
    answer.starts_with(b"HTTP/1.1 202")
}

/// The most memory that a process has used, in megabytes (Linux).
fn memory(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes / 1000.0)
}

//! Exports from addresses.

use super::server::Server;
use flate2::Compression;
use flate2::write::GzEncoder;
use open_letter::import::remote::{Address, Answer, Failure, Fetcher, Lookup, SystemLookup, Version};
use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const CSV: &str = "Name\nAda\n";

fn get(server: &Server) -> Result<Answer, Failure> {
    get_within(server, Duration::from_secs(20))
}

fn get_within(server: &Server, time: Duration) -> Result<Answer, Failure> {
    let address = Address::parse(&server.address(), true).unwrap();
    Fetcher::with(true, time, SystemLookup).get(&address, &Version::default())
}

#[track_caller]
fn fails(server: &Server, reason: &str) {
    let failure = get(server).unwrap_err();
    assert_eq!(failure.reason, reason);
    assert!(!failure.reason.contains("hush") && !failure.reason.contains("secret"));
}

#[test]
fn a_table_comes_with_its_version_and_is_the_same_the_next_time() {
    let server = Server::start(|head, stream| {
        let is_known = head.to_lowercase().contains("if-none-match: \"v1\"");
        let (status, body) = if is_known { ("304 Not Modified", "") } else { ("200 OK", CSV) };
        write!(
            stream,
            "HTTP/1.1 {status}\r\nETag: \"v1\"\r\nLast-Modified: Mon, 30 Nov 2026 12:00:00 GMT\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
    });
    let Ok(Answer::Table(bytes, version)) = get(&server) else { panic!() };
    assert_eq!(bytes, CSV.as_bytes());
    assert_eq!(version.etag.as_deref(), Some("\"v1\""));
    assert_eq!(version.modified.as_deref(), Some("Mon, 30 Nov 2026 12:00:00 GMT"));
    let address = Address::parse(&server.address(), true).unwrap();
    assert_eq!(Fetcher::new(true).get(&address, &version), Ok(Answer::Same));
    let heads = server.heads.lock().unwrap();
    assert!(heads[1].to_lowercase().contains("if-modified-since: mon, 30 nov 2026 12:00:00 gmt"), "{}", heads[1]);
    assert!(!heads[0].to_lowercase().contains("cookie"), "{}", heads[0]);
}

#[test]
fn packed_answers_are_unpacked_within_the_limit() {
    let packed = |bytes: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let server = Server::gives("200 OK", "Content-Encoding: gzip\r\n", packed(CSV.as_bytes()));
    assert!(matches!(get(&server), Ok(Answer::Table(bytes, _)) if bytes == CSV.as_bytes()));
    let bomb = packed(&vec![b' '; 21_000_000]);
    assert!(bomb.len() < 1_000_000);
    fails(
        &Server::gives("200 OK", "Content-Encoding: gzip\r\n", bomb),
        "127.0.0.1 sent more than 20 MB: share only the columns needed",
    );
    fails(
        &Server::gives("200 OK", "Content-Encoding: br\r\n", "x"),
        "127.0.0.1 sent its answer packed as br, which was not asked for",
    );
}

#[test]
fn endless_and_slow_answers_end() {
    let endless = Server::start(|_, stream| {
        write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")?;
        loop {
            stream.write_all(&[b'x'; 8_192])?;
        }
    });
    fails(&endless, "127.0.0.1 sent more than 20 MB: share only the columns needed");
    let slow = Server::start(|_, stream| {
        write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n")?;
        loop {
            stream.write_all(b"x")?;
            thread::sleep(Duration::from_millis(50));
        }
    });
    let silent = Server::start(|_, _| {
        thread::sleep(Duration::from_secs(30));
        Ok(())
    });
    for server in [slow, silent] {
        let begun = Instant::now();
        let failure = get_within(&server, Duration::from_secs(1)).unwrap_err();
        assert_eq!(failure.reason, "127.0.0.1 took too long to answer");
        assert!(begun.elapsed() < Duration::from_secs(10));
    }
    let short = Server::gives("200 OK", "Content-Length: 90\r\n", "x");
    assert!(get(&short).is_err());
}

#[test]
fn a_page_in_place_of_a_table_is_told() {
    let page = "127.0.0.1 gave a page and no table, as it does if the sheet is not shared: share it with everybody who has \
                the link, or publish it to the web as CSV, and give that address";
    fails(&Server::gives("200 OK", "Content-Type: text/html; charset=utf-8\r\n", "Sign in"), page);
    fails(&Server::gives("200 OK", "Content-Type: text/csv\r\n", "\n<!doctype html><title>Sign in</title>"), page);
    assert!(
        Address::parse("https://docs.google.com/spreadsheets/d/abc/edit?gid=0#gid=0", false).unwrap().is_sheet_page()
    );
    assert!(
        !Address::parse("https://docs.google.com/spreadsheets/d/abc/export?format=csv", false).unwrap().is_sheet_page()
    );
}

#[test]
fn what_hosts_refuse_is_told() {
    let refused = "127.0.0.1 refuses to give the table (status 403), as it does if the sheet is not shared: share it with \
                   everybody who has the link, or publish it to the web";
    fails(&Server::gives("403 Forbidden", "", ""), refused);
    fails(
        &Server::gives("404 Not Found", "", ""),
        "127.0.0.1 has nothing at that address (status 404): copy the address again",
    );
    fails(&Server::gives("503 Busy", "", ""), "127.0.0.1 has a problem of its own (status 503): try again later");
    let later = get(&Server::gives("429 Slow down", "Retry-After: 90\r\n", "")).unwrap_err();
    assert_eq!(later.after, Some(Duration::from_secs(90)));
    fails(
        &Server::gives("204 No Content", "", ""),
        "127.0.0.1 gave nothing: look whether the sheet has anything in it",
    );
}

#[test]
fn redirects_are_few_and_each_is_judged() {
    let leads = |to: &'static str| {
        Server::start(move |_, stream| {
            write!(stream, "HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        })
    };
    let circle = leads("/again");
    fails(&circle, "127.0.0.1 redirects more than 5 times: give the last address");
    assert_eq!(circle.requests(), 6);
    fails(
        &leads("http://letters.example/"),
        "127.0.0.1 redirects, and the address of letters.example begins with http: others could change the table on \
         its way, so give it with https:",
    );
    fails(
        &leads("file:///etc/passwd"),
        "127.0.0.1 redirects, and the address begins with file: others could change the table on its way, so give it \
         with https:",
    );
    fails(
        &leads("https://kim:hush@letters.example/"),
        "127.0.0.1 redirects, and the address of letters.example has a user's name or a password in it: give one that \
         needs none",
    );
    fails(&leads(""), "127.0.0.1 redirects to no address: copy the address again");
}

/// Gives each of these numbers in turn, and counts.
#[derive(Clone)]
struct Turning {
    numbers: Arc<Vec<IpAddr>>,
    times: Arc<AtomicUsize>,
}

impl Turning {
    fn of(numbers: &[&str]) -> Turning {
        let numbers = numbers.iter().map(|number| number.parse().unwrap()).collect();
        Turning { numbers: Arc::new(numbers), times: Arc::default() }
    }
}

impl Lookup for Turning {
    fn look_up(&self, _: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        let time = self.times.fetch_add(1, Ordering::SeqCst);
        Ok(vec![SocketAddr::new(self.numbers[time % self.numbers.len()], port)])
    }
}

#[test]
fn a_name_that_leads_inside_is_refused_before_any_connection() {
    let server = Server::gives("200 OK", "", CSV);
    for number in ["127.0.0.1", "::ffff:127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00:ec2::254"] {
        let address = Address::parse(&format!("https://letters.example:{}/", server.port), false).unwrap();
        let fetcher = Fetcher::with(false, Duration::from_secs(5), Turning::of(&[number]));
        let shown: IpAddr = number.parse().unwrap();
        assert_eq!(
            fetcher.get(&address, &Version::default()).unwrap_err().reason,
            format!(
                "letters.example is at {shown}, in this computer or its own network: add --allow-private if that is meant"
            )
        );
    }
    assert_eq!(server.requests(), 0);
    for text in [
        "https://127.0.0.1/",
        "https://[::ffff:10.0.0.1]/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://localhost/",
    ] {
        let address = Address::parse(text, false).unwrap();
        let failure = Fetcher::new(false).get(&address, &Version::default()).unwrap_err();
        assert!(failure.reason.contains("in this computer or its own network"), "{text}: {failure}");
    }
}

#[test]
fn the_connection_goes_to_the_number_that_was_judged() {
    let (server, other) = (Server::gives("200 OK", "", CSV), Server::gives("200 OK", "", "Other\n"));
    // A second lookup would find nothing at this number and that port.
    let lookup = Turning::of(&["127.0.0.1", "127.0.0.77"]);
    let address = Address::parse(&format!("http://rebound.localhost:{}/", server.port), true).unwrap();
    let fetcher = Fetcher::with(true, Duration::from_secs(5), lookup.clone());
    assert!(
        matches!(fetcher.get(&address, &Version::default()), Ok(Answer::Table(bytes, _)) if bytes == CSV.as_bytes())
    );
    assert_eq!((lookup.times.load(Ordering::SeqCst), server.requests(), other.requests()), (1, 1, 0));
}

#[test]
fn each_redirect_is_looked_up_and_judged_again() {
    let server = Server::gives("302 Found", "Location: https://inside.example/\r\n", "");
    let address = Address::parse(&server.address(), true).unwrap();
    // With leave for this computer, the first step is possible, and the second is looked up.
    let lookup = Turning::of(&["127.0.0.1"]);
    let fetcher = Fetcher::with(true, Duration::from_secs(5), lookup.clone());
    fetcher.get(&address, &Version::default()).unwrap_err();
    assert_eq!(lookup.times.load(Ordering::SeqCst), 2);
}

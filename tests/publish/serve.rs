//! Serving a site.

use crate::folder::Folder;
use open_letter::serve::Server;
use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

struct Answer {
    status: u16,
    headers: HashMap<String, String>,
    body: Vec<u8>,
}

struct Serving {
    folder: Folder,
    address: SocketAddr,
    // Dropping it ends the server.
    _runtime: tokio::runtime::Runtime,
}

impl Serving {
    fn start(files: &[(&str, &str)]) -> Self {
        let folder = Folder::new();
        for (path, content) in files {
            let path = folder.out().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, content).unwrap();
        }
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let server = runtime.block_on(Server::bind(&folder.out(), 0)).unwrap();
        let address = server.address().unwrap();
        runtime.spawn(server.run());
        Serving { folder, address, _runtime: runtime }
    }

    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n").unwrap();
        for (name, value) in headers {
            write!(stream, "{name}: {value}\r\n").unwrap();
        }
        write!(stream, "\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(answer[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_string()));
        Answer { status, headers: headers.collect(), body: answer[end + 4..].to_vec() }
    }
}

const SITE: &[(&str, &str)] = &[
    ("index.html", "<!doctype html>"),
    ("open-letter.js", "loader"),
    ("open-letter.js.br", "brotli"),
    ("open-letter.js.gz", "gzip"),
    ("open-letter.d.ts", "declarations"),
    ("open-letter-0123456789abcdef.wasm", "wasm"),
    ("open-letter-0123456789abcdef.js", "glue"),
    ("letters/x/index.html", "<!doctype html>"),
    ("letters/x/fr/index.html", "<!doctype html>"),
    ("letters/x/feed.xml", "<feed/>"),
    ("letters/x/signatories/index.html", "<!doctype html>"),
    ("letters/x/signatories/0123456789abcdef.html", "<!doctype html>"),
    ("letters/x/letter.json", "{}"),
    ("letters/x/letter.fr.json", "{}"),
    ("letters/x/count.json", "{\"count\": 1}"),
    ("letters/x/roll/index.json", "{}"),
    ("letters/x/roll/0123456789abcdef.json", "{}"),
    ("style-0123456789abcdef.css", "css"),
    ("photo.jpg", "jpeg"),
];

#[test]
fn each_file_has_its_type_and_its_life_time() {
    let serving = Serving::start(SITE);
    let (minutes, ever) = ("public, max-age=300", "public, max-age=31536000, immutable");
    for (path, kind, control) in [
        ("/", "text/html; charset=utf-8", minutes),
        ("/index.html", "text/html; charset=utf-8", minutes),
        ("/open-letter.js", "text/javascript; charset=utf-8", minutes),
        ("/open-letter.js?v=1", "text/javascript; charset=utf-8", minutes),
        ("/open-letter.d.ts", "text/plain; charset=utf-8", minutes),
        ("/open-letter-0123456789abcdef.wasm", "application/wasm", ever),
        ("/open-letter-0123456789abcdef.js", "text/javascript; charset=utf-8", ever),
        ("/style-0123456789abcdef.css", "text/css; charset=utf-8", ever),
        ("/letters/x/", "text/html; charset=utf-8", minutes),
        ("/letters/x/fr/", "text/html; charset=utf-8", minutes),
        ("/letters/x/feed.xml", "application/atom+xml", minutes),
        ("/letters/x/signatories/", "text/html; charset=utf-8", minutes),
        // It contains names, and its own name is not the hash of its content.
        ("/letters/x/signatories/0123456789abcdef.html", "text/html; charset=utf-8", minutes),
        ("/letters/x/letter.json", "application/json", minutes),
        ("/letters/x/letter.fr.json", "application/json", minutes),
        ("/letters/x/count.json", "application/json", "public, max-age=10, stale-while-revalidate=60"),
        ("/letters/x/roll/index.json", "application/json", "public, max-age=10"),
        ("/letters/x/roll/0123456789abcdef.json", "application/json", "public, max-age=86400"),
        ("/photo.jpg", "image/jpeg", minutes),
    ] {
        let answer = serving.get(path, &[]);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.headers["content-type"], kind, "{path}");
        assert_eq!(answer.headers["cache-control"], control, "{path}");
        assert_eq!(answer.headers["access-control-allow-origin"], "*", "{path}");
        assert_eq!(answer.headers["cross-origin-resource-policy"], "cross-origin", "{path}");
    }
}

#[test]
fn what_is_compressed_ahead_is_given_to_who_takes_it() {
    let serving = Serving::start(SITE);
    for (accepted, body) in
        [("gzip, deflate, br", "brotli"), ("gzip", "gzip"), ("identity", "loader"), ("br;q=0, gzip", "gzip")]
    {
        let answer = serving.get("/open-letter.js", &[("Accept-Encoding", accepted)]);
        assert_eq!(String::from_utf8(answer.body).unwrap(), body);
        assert_eq!(
            answer.headers.get("content-encoding").map_or("loader", |encoding| if encoding == "br" {
                "brotli"
            } else {
                encoding
            }),
            body
        );
        assert_eq!(answer.headers["content-type"], "text/javascript; charset=utf-8");
        assert_eq!(answer.headers["vary"], "accept-encoding");
    }
}

#[test]
fn a_file_is_sent_again_only_when_it_changes() {
    let serving = Serving::start(SITE);
    let tag = serving.get("/letters/x/count.json", &[]).headers["etag"].clone();
    assert!(tag.starts_with('"'), "{tag} is strong");
    let again = serving.get("/letters/x/count.json", &[("If-None-Match", &tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(again.headers["cache-control"], "public, max-age=10, stale-while-revalidate=60");
    assert_eq!(again.headers["access-control-allow-origin"], "*");

    let site = open_letter::files::Site::open(&serving.folder.out()).unwrap();
    let file = open_letter::files::File { path: "letters/x/count.json".into(), bytes: b"{\"count\": 2}".to_vec() };
    site.write(&[file]).unwrap();
    let changed = serving.get("/letters/x/count.json", &[("If-None-Match", &tag)]);
    assert_eq!(changed.status, 200, "within the same second, of the same length");
    assert_eq!(changed.body, b"{\"count\": 2}");
}

#[test]
fn a_not_modified_count_is_under_400_bytes() {
    let serving = Serving::start(SITE);
    let tag = serving.get("/letters/x/count.json", &[]).headers["etag"].clone();
    let again = serving.get("/letters/x/count.json", &[("If-None-Match", &tag)]);
    let bytes: usize = again.headers.iter().map(|(name, value)| name.len() + value.len() + 4).sum();
    assert!(bytes < 350, "{bytes} bytes: {:?}", again.headers);
}

#[test]
fn other_origins_can_read_that_a_file_is_missing() {
    let serving = Serving::start(SITE);
    for path in ["/letters/y/letter.json", "/../Cargo.toml", "/%2e%2e/x/letter.md"] {
        let answer = serving.get(path, &[]);
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.headers["access-control-allow-origin"], "*", "{path}");
        assert_eq!(answer.headers["cache-control"], "no-cache", "{path}");
    }
}

#[test]
fn a_folder_has_its_index() {
    let serving = Serving::start(&[("letters/x/index.html", "page")]);
    assert_eq!(serving.get("/letters/x/", &[]).body, b"page");
    let redirect = serving.get("/letters/x", &[]);
    assert_eq!((redirect.status, redirect.headers["location"].as_str()), (307, "/letters/x/"));
}

#[test]
fn a_port_in_use_is_reported_with_the_way_out() {
    let serving = Serving::start(SITE);
    let port = serving.address.port();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let error = runtime.block_on(Server::bind(&serving.folder.out(), port)).unwrap_err().to_string();
    assert_eq!(
        error,
        format!(
            "port {port} is in use: end what listens there, or take another by --port 8081, with make by PORT=8081"
        )
    );
}

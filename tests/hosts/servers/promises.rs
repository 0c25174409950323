//! What `docs/hosting.md` promises of a host.

use tempfile::TempDir;
use ureq::http::{HeaderMap, Response};

const HASH: &str = "0123456789abcdef";
const MINUTES: &str = "public, max-age=300";
const EVER: &str = "public, max-age=31536000, immutable";

/// Each file, its types (without the charset), and how long it may be kept. `{}` is a hash.
const FILES: [(&str, &[&str], &str); 17] = [
    ("/", &["text/html"], MINUTES),
    ("/index.html", &["text/html"], MINUTES),
    ("/open-letter.js", &["text/javascript"], MINUTES),
    ("/open-letter.d.ts", &["text/plain"], MINUTES),
    ("/open-letter-{}.wasm", &["application/wasm"], EVER),
    ("/open-letter-{}.js", &["text/javascript"], EVER),
    ("/open-letter-{}.css", &["text/css"], EVER),
    ("/open-letter-fr-{}.json", &["application/json"], EVER),
    ("/sitemap.xml", &["application/xml"], MINUTES),
    ("/letters/x/", &["text/html"], MINUTES),
    ("/letters/x/feed.xml", &["application/xml", "application/atom+xml"], MINUTES),
    ("/letters/x/letter.json", &["application/json"], MINUTES),
    ("/letters/x/letter.view.json", &["application/json"], MINUTES),
    ("/letters/x/count.json", &["application/json"], "public, max-age=10, stale-while-revalidate=60"),
    ("/letters/x/roll/index.json", &["application/json"], "public, max-age=10"),
    ("/letters/x/roll/{}.json", &["application/json"], "public, max-age=86400"),
    ("/letters/x/signatories/{}.html", &["text/html"], MINUTES),
];

/// Those that are compressed in advance.
const AHEAD: [&str; 3] = ["/open-letter.js", "/open-letter-{}.wasm", "/open-letter-{}.css"];
/// Those that the host compresses as it sends them.
const COMPRESSED: [&str; 4] =
    ["/letters/x/letter.json", "/letters/x/feed.xml", "/letters/x/", "/letters/x/roll/{}.json"];

/// A site with one of each kind of files.
pub fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, content: &str| {
        let path = folder.path().join(path.trim_start_matches('/'));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    };
    for (path, _, _) in FILES {
        let path = path.replace("{}", HASH);
        let path = if path.ends_with('/') { format!("{path}index.html") } else { path };
        // Long enough to be worth compressing.
        write(&path, &format!("plain {path} {}", "words ".repeat(500)));
    }
    for path in AHEAD.map(|path| path.replace("{}", HASH)) {
        write(&format!("{path}.br"), &format!("brotli {path}"));
        write(&format!("{path}.gz"), &format!("gzip {path}"));
    }
    // Servers run as users of their own.
    #[cfg(unix)]
    std::fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    folder
}

/// Asks the host for everything that the documentation promises.
pub fn keeps_its_promises(origin: &str, compresses: bool) {
    for (path, types, control) in FILES {
        let answer = get(origin, path, &[]);
        assert_eq!(answer.status(), 200, "{path}");
        let kind = header(&answer, "content-type").split(';').next().unwrap().to_string();
        assert!(types.contains(&&*kind), "{path} is {kind}");
        assert_eq!(header(&answer, "cache-control"), control, "{path}");
        others_may_read(answer.headers(), path);
    }
    let missing = get(origin, "/letters/x/nothing.json", &[]);
    assert_eq!(missing.status(), 404);
    others_may_read(missing.headers(), "an error");
    for path in AHEAD {
        for (accepted, content) in [("gzip, deflate, br", "brotli"), ("gzip", "gzip"), ("identity", "plain")] {
            // Debian has nginx's module for .br in a package of its own.
            let mut answer = get(origin, path, &[("accept-encoding", accepted)]);
            let body = answer.body_mut().read_to_string().unwrap();
            let is_given = body.starts_with(content) || (content == "brotli" && body.starts_with("gzip"));
            assert!(is_given, "{path} to {accepted}: {}", body.get(..20).unwrap_or(&body));
            let encoding = answer.headers().get("content-encoding").map(|value| value.to_str().unwrap());
            let known = if body.starts_with("plain") {
                None
            } else if body.starts_with("gzip") {
                Some("gzip")
            } else {
                Some("br")
            };
            assert_eq!(encoding, known, "{path} to {accepted}");
            let types = FILES.iter().find(|(file, _, _)| *file == path).unwrap();
            assert!(header(&answer, "content-type").starts_with(types.1[0]), "{path} to {accepted}");
            assert_eq!(header(&answer, "cache-control"), types.2, "{path} to {accepted}");
        }
    }
    for path in COMPRESSED.iter().filter(|_| compresses) {
        let answer = get(origin, path, &[("accept-encoding", "gzip")]);
        assert_eq!(header(&answer, "content-encoding"), "gzip", "{path}");
        assert!(header(&answer, "vary").to_lowercase().contains("accept-encoding"), "{path}");
    }
    for (path, _, control) in FILES {
        // Nobody asks again for what never changes.
        unchanged(origin, path, if control == EVER { usize::MAX } else { 400 });
    }
}

/// A file that has not changed is answered by 304, compressed or not, in fewer bytes than that.
fn unchanged(origin: &str, path: &str, limit: usize) {
    for accepted in ["identity", "gzip"] {
        let first = get(origin, path, &[("accept-encoding", accepted)]);
        let tag = first.headers().get("etag").map(|tag| ("if-none-match", tag.to_str().unwrap()));
        let date = || first.headers().get("last-modified").map(|date| ("if-modified-since", date.to_str().unwrap()));
        let known = tag.or_else(date).unwrap_or_else(|| panic!("{path} has neither ETag nor Last-Modified"));
        let again = get(origin, path, &[("accept-encoding", accepted), known]);
        assert_eq!(again.status(), 304, "{path} with {known:?} to {accepted}");
        let size: usize = again.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
        assert!(size + "HTTP/1.1 304 Not Modified\r\n\r\n".len() < limit, "{path}: {size} bytes");
    }
}

fn others_may_read(headers: &HeaderMap, what: &str) {
    for (name, value) in [
        ("access-control-allow-origin", "*"),
        ("access-control-expose-headers", "Retry-After"),
        ("cross-origin-resource-policy", "cross-origin"),
    ] {
        let values: Vec<_> = headers.get_all(name).iter().collect();
        assert_eq!(values, [value], "{name} of {what}");
    }
}

fn header<T>(answer: &Response<T>, name: &str) -> String {
    let value = answer.headers().get(name).unwrap_or_else(|| panic!("no {name}: {:?}", answer.headers()));
    value.to_str().unwrap().to_string()
}

fn get(origin: &str, path: &str, headers: &[(&str, &str)]) -> Response<ureq::Body> {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let request = agent.get(format!("{origin}{}", path.replace("{}", HASH)));
    headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)).call().unwrap()
}

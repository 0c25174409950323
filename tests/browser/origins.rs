//! The two origins of a test, each on a port of its own: the widget's files and letters, and the host's pages.

use crate::answer::{Answer, Body, Gate};
use crate::http::{Outcome, Request, Server};
use crate::site;
use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Answers that a test has set, by path.
type Overrides = Arc<Mutex<HashMap<String, Answer>>>;

/// The site's folder on its host, as in addresses: a subfolder, as on code hosts, with a special character.
const FOLDER: &str = "/our%20letters";

/// A folder of `tests/`.
pub fn tests(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder)
}

/// The origin of the widget's files and of the letters. `tests/letters/` is under `/letters/` there, beside the
/// published ones. Paths are relative to the site's [`FOLDER`]; there is nothing outside it.
pub struct Files {
    server: Server,
    overrides: Overrides,
}

impl Files {
    pub async fn start() -> io::Result<Files> {
        let overrides = Overrides::default();
        let answers = Arc::clone(&overrides);
        let found = move |path: &str| {
            let path = path.strip_prefix(FOLDER)?;
            Some(answer(&answers, path).unwrap_or_else(|| file(path)))
        };
        let server = Server::start(move |path| found(path).unwrap_or_else(|| Answer::status(404))).await?;
        Ok(Files { server, overrides })
    }

    pub fn origin(&self) -> &str {
        &self.server.origin
    }

    /// The address of the site's folder, without a final slash.
    pub fn site(&self) -> String {
        self.url("")
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{FOLDER}{path}", self.server.origin)
    }

    /// From now on, `path` has this answer.
    pub fn answer(&self, path: &str, answer: Answer) {
        self.overrides.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_string(), answer);
    }

    /// From now on, `path` has its normal answer again.
    pub fn restore(&self, path: &str) {
        self.overrides.lock().unwrap_or_else(PoisonError::into_inner).remove(path);
    }

    /// The text of the file at `path`.
    pub fn text(path: &str) -> String {
        let Body::Whole(bytes) = file(path).body else { panic!("{path} is no file") };
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The paths of the files that a later part of the engine needs.
    pub fn part(name: &str) -> Vec<String> {
        let glue = Files::text("/open-letter.js");
        let glue = glue.split(['"', '`', '\'']).find(|text| text.starts_with("open-letter-") && has_end(text, "js"));
        let glue = Files::text(&format!("/{}", glue.expect("the loader names the glue")));
        let files = glue.split(['"', '`', '\'']).filter(|text| text.starts_with("open-letter-"));
        let is_of_part = |file: &&str| file.split('-').any(|word| word == name);
        let paths: Vec<String> = files.filter(is_of_part).map(|file| format!("/{file}")).collect();
        assert!(!paths.is_empty(), "the glue names no file of the part {name}");
        BTreeSet::from_iter(paths).into_iter().collect()
    }

    /// From now on, the file at `path` has other bytes.
    pub fn change(&self, path: &str, change: impl FnOnce(&mut Vec<u8>)) {
        let Body::Whole(bytes) = file(path).body else { panic!("{path} is no file") };
        let mut bytes = bytes.to_vec();
        change(&mut bytes);
        self.answer(path, Answer::file(path, bytes));
    }

    /// Holds the answer for `path` until the gate opens.
    pub fn hold(&self, path: &str) -> Gate {
        let (held, gate) = file(path).gated();
        self.answer(path, held);
        gate
    }

    /// The requests until now, except those for icons and the tests' own scripts.
    pub fn requests(&self) -> Vec<Request> {
        const OWN: [&str; 3] = ["/recorder.js", "/clock.js", "favicon.ico"];
        let within = |mut request: Request| {
            let path = request.path.strip_prefix(FOLDER).map(str::to_string);
            request.path = path.unwrap_or_else(|| format!("outside the folder: {}", request.path));
            request
        };
        let all = self.server.requests().into_iter().map(within);
        all.filter(|request| !OWN.iter().any(|own| request.path.ends_with(own))).collect()
    }

    /// The requests outside the site's folder, where there is nothing.
    pub fn outside(&self) -> Vec<String> {
        let paths = self.requests().into_iter().map(|request| request.path);
        paths.filter(|path| path.starts_with("outside")).collect()
    }

    /// The number of requests for `path`.
    pub fn count(&self, path: &str) -> usize {
        self.requests().iter().filter(|request| request.path == path).count()
    }

    /// Whether no request is running.
    pub fn idle(&self) -> bool {
        self.requests().iter().all(|request| request.outcome != Outcome::Pending)
    }
}

/// The origin of the pages that embed the letter.
pub struct Host {
    server: Server,
    overrides: Overrides,
}

impl Host {
    /// Serves `tests/pages/` under `/pages/`; their `../` addresses lead to the site of `files`.
    pub async fn start(files: &Files) -> io::Result<Host> {
        let overrides = Overrides::default();
        let answers = Arc::clone(&overrides);
        let (site, origin) = (files.site(), files.origin().to_string());
        let found = move |path: &str| answer(&answers, path).unwrap_or_else(|| page(path, &site, &origin));
        let server = Server::start(found).await?;
        Ok(Host { server, overrides })
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.origin)
    }

    /// From now on, `path` has this answer.
    pub fn answer(&self, path: &str, answer: Answer) {
        self.overrides.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_string(), answer);
    }

    /// The number of requests for `path`.
    pub fn count(&self, path: &str) -> usize {
        self.paths().iter().filter(|asked| *asked == path).count()
    }

    /// The requests until now.
    pub fn paths(&self) -> Vec<String> {
        self.server.requests().into_iter().map(|request| request.path).collect()
    }
}

fn answer(overrides: &Overrides, path: &str) -> Option<Answer> {
    overrides.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned()
}

fn file(path: &str) -> Answer {
    // As static hosts do.
    if path.ends_with('/') && path.len() > 1 {
        return file(&[path, "index.html"].concat());
    }
    let name = path.trim_start_matches('/');
    let found = if path == "/recorder.js" || path == "/clock.js" {
        std::fs::read(tests("browser").join(name))
    } else if path.contains("..") {
        return Answer::status(404);
    } else {
        let fixture = tests("letters").join(name.trim_start_matches("letters/"));
        let published = std::fs::read(site::folder().join(name)).or_else(|_| std::fs::read(fixture));
        published.or_else(|_| std::fs::read(crate::published::site().join(name)))
    };
    found.map_or_else(|_| Answer::status(404), |bytes| Answer::file(path, bytes))
}

/// A page of `tests/pages/`. `../` is the site's folder when a person opens the page there; `'self'`, in the page with
/// a policy, is that place's origin.
fn page(path: &str, site: &str, origin: &str) -> Answer {
    if has_end(path, "css") {
        return file(path);
    }
    let text = path.strip_prefix("/pages/").map(|name| std::fs::read_to_string(tests("pages").join(name)));
    let Some(Ok(text)) = text else { return Answer::status(404) };
    // Quotation marks may be those of word processors.
    let text =
        ['"', '”'].iter().fold(text, |text, mark| text.replace(&format!("{mark}../"), &format!("{mark}{site}/")));
    let text = text.replace("'self'", origin);
    Answer::text("text/html; charset=utf-8", &with_recorder(&text, site))
}

pub fn has_end(path: &str, end: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == end)
}

/// The page with the recorder first in its head.
pub fn with_recorder(page: &str, site: &str) -> String {
    with_script(page, site, "recorder.js")
}

/// The page with that script of `tests/browser/` first in its head.
pub fn with_script(page: &str, site: &str, script: &str) -> String {
    page.replacen("<head>", &format!("<head><script src=\"{site}/{script}\"></script>"), 1)
}

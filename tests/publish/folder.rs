//! A letter's folder for one test.

use open_letter::files::Site;
use open_letter::model::{Json, Letter, to_json};
use open_letter::publish::{Published, Publisher};
use open_letter::source::{Finding, Source};
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder `x` with a letter, and room for a site beside it. Deleted after the test.
pub struct Folder {
    temp: TempDir,
}

impl Folder {
    /// The minimum to publish: a title, a paragraph, a name.
    pub fn new() -> Self {
        let folder = Folder { temp: tempfile::tempdir().unwrap() };
        std::fs::create_dir(folder.path()).unwrap();
        folder.letter("lang: en\ntitle: A letter", "Text.").signatories("name\nAda\n")
    }

    pub fn path(&self) -> PathBuf {
        self.temp.path().join("x")
    }

    pub fn out(&self) -> PathBuf {
        self.temp.path().join("site")
    }

    /// A path beside the folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    /// Writes `letter.md`.
    pub fn letter(self, front_matter: &str, body: &str) -> Self {
        self.file("letter.md", format!("---\n{front_matter}\n---\n\n{body}\n"))
    }

    /// Writes `signatories.csv`.
    pub fn signatories(self, csv: &str) -> Self {
        self.file("signatories.csv", csv)
    }

    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.path().join(name), content).unwrap();
        self
    }

    /// The findings about the folder, with its path shortened to `x`.
    pub fn findings(&self) -> Vec<String> {
        self.shorten(&Source::read(&self.path(), None).1)
    }

    /// Asserts the exact findings about the folder.
    #[track_caller]
    pub fn reports(&self, expected: &[&str]) {
        assert_eq!(self.findings(), expected);
    }

    pub fn shorten(&self, findings: &[Finding]) -> Vec<String> {
        let prefix = format!("{}/", self.temp.path().display());
        findings.iter().map(|finding| finding.to_string().replace(&prefix, "")).collect()
    }

    /// The published letter.
    #[track_caller]
    pub fn published(&self) -> Value {
        let (source, findings) = Source::read(&self.path(), None);
        let source = source.unwrap_or_else(|| panic!("is not published: {:#?}", self.shorten(&findings)));
        to_json(&source.texts[0].letter)
    }

    /// Publishes into `site`.
    #[track_caller]
    pub fn publish(&self) -> Published {
        let site = Site::open(&self.out()).unwrap();
        Publisher::new(&site, Some("https://letters.example"))
            .unwrap()
            .without_collected(true)
            .publish(&self.path())
            .unwrap()
    }

    /// Publishes into `site`, without the site's address.
    #[track_caller]
    pub fn publish_without_address(&self) -> Published {
        let site = Site::open(&self.out()).unwrap();
        Publisher::new(&site, None).unwrap().without_collected(true).publish(&self.path()).unwrap()
    }

    /// A file of the site as JSON.
    #[track_caller]
    pub fn site_json(&self, path: &str) -> Value {
        serde_json::from_str(&self.site_text(path)).unwrap()
    }

    #[track_caller]
    pub fn site_text(&self, path: &str) -> String {
        let path = self.out().join(path);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Every file of the site, with its content.
    pub fn site_files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.out(), &self.out(), &mut files);
        files.sort();
        files
    }

    /// Every file of the site as text, without the times of publishing in the count, the feed and the sitemap.
    pub fn site_files_but_for_times(&self) -> Vec<(String, String)> {
        let is_time = |line: &&str| ["\"updated\"", "<updated>", "<lastmod>"].iter().any(|time| line.contains(time));
        let text = |(path, bytes): (String, Vec<u8>)| {
            let text = String::from_utf8(bytes).unwrap();
            (path, text.lines().filter(|line| !is_time(line)).collect::<Vec<_>>().join("\n"))
        };
        self.site_files().into_iter().map(text).collect()
    }

    /// The published letter, read by the model.
    #[track_caller]
    pub fn letter_of_site(&self) -> Letter {
        let json = Json::parse(&self.site_text("letters/x/letter.json")).unwrap();
        Letter::read(&json, &|url| Some(url.to_string())).unwrap().letter
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            collect(root, &entry.path(), files);
        } else {
            let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned();
            files.push((path, std::fs::read(entry.path()).unwrap()));
        }
    }
}

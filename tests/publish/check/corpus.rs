//! Letters that differ as real ones do: which alarms `check` raises about them, and which of them are right.
//!
//! `tests/letters/corpus/` has a folder for each. `alarms.txt` lists what an editor would say about it, each line as
//! `check` prints it. Everything else that `check` says is a false alarm, and so is a fault of ours.

use super::TODAY;
use open_letter::check::check_on;
use open_letter::files::Site;
use open_letter::new;
use open_letter::publish::Publisher;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{Html, Selector};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn folders() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters/corpus");
    let mut folders: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// The alarms about a folder: the right ones, the false ones, those that are missing.
fn alarms(folder: &Path) -> [Vec<String>; 3] {
    let prefix = format!("{}/", folder.display());
    let found = check_on(folder, TODAY).findings;
    let found: Vec<String> = found.iter().map(|finding| finding.to_string().replace(&prefix, "")).collect();
    let expected = fs::read_to_string(folder.join("alarms.txt")).unwrap();
    let expected: Vec<String> = expected.lines().map(str::to_string).collect();
    let (right, wrong) = found.iter().cloned().partition(|alarm| expected.contains(alarm));
    let missing = expected.into_iter().filter(|alarm| !found.contains(alarm)).collect();
    [right, wrong, missing]
}

#[test]
fn no_letter_of_the_corpus_has_a_false_alarm() {
    let mut table = String::from("| letter | right | false | missing |\n|---|---|---|---|\n");
    let mut faults = String::new();
    let mut sums = [0, 0, 0];
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let found = alarms(&folder);
        let counts = found.each_ref().map(Vec::len);
        for (sum, count) in sums.iter_mut().zip(counts) {
            *sum += count;
        }
        writeln!(table, "| {name} | {} | {} | {} |", counts[0], counts[1], counts[2]).unwrap();
        for (what, alarms) in ["", "false: ", "missing: "].into_iter().zip(found).skip(1) {
            for alarm in alarms {
                writeln!(faults, "{name}: {what}{alarm}").unwrap();
            }
        }
    }
    writeln!(table, "| all | {} | {} | {} |", sums[0], sums[1], sums[2]).unwrap();
    print!("{table}");
    assert_eq!(faults, "", "\n{table}");
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("CONTRIBUTING.md")).unwrap();
    assert!(guide.contains(&table), "write this table into CONTRIBUTING.md:\n{table}");
}

/// The words of a Markdown text: what two ways to write it have in common.
fn words(markdown: &str) -> Vec<String> {
    let body = markdown.splitn(3, "---\n").nth(2).unwrap();
    let unmarked: String = body.chars().filter(|char| !"#>\\*".contains(*char)).collect();
    let is_word = |word: &&str| word.contains(char::is_alphabetic);
    unmarked.split_whitespace().filter(is_word).map(str::to_string).collect()
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The text of each block as readers have it, up to the mark of a footnote, without spaces.
fn passages(markdown: &str) -> Vec<String> {
    let body = markdown.splitn(3, "---\n").nth(2).unwrap();
    let mut passages = vec![String::new()];
    for event in Parser::new_ext(body, Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Text(text) => passages.last_mut().unwrap().push_str(&without_spaces(&text)),
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. })
            | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => {}
            _ => passages.push(String::new()),
        }
    }
    passages.retain(|passage| !passage.is_empty() && passage != "[signatories]");
    passages
}

/// Asserts that the published page of a letter has all these passages.
#[track_caller]
fn page_has_all(letter: &Path, passages: &[String]) {
    let out = letter.parent().unwrap().join("site");
    let site = Site::open(&out).unwrap();
    let published = Publisher::new(&site, None).unwrap().publish(letter).unwrap();
    let page = fs::read_to_string(out.join("letters").join(published.id.unwrap()).join("index.html")).unwrap();
    let (page, body) = (Html::parse_document(&page), Selector::parse("body").unwrap());
    let text: String = page.select(&body).flat_map(|body| body.text()).map(without_spaces).collect();
    let missing: Vec<&String> = passages.iter().filter(|passage| !text.contains(passage.as_str())).collect();
    assert!(missing.is_empty(), "the page of {} lacks {missing:#?}", letter.display());
}

#[test]
fn a_letter_begun_with_its_source_needs_no_more_than_a_summary() {
    let mut begun = 0;
    for folder in folders() {
        for name in ["source.txt", "source.html", "source.docx", "source.odt"] {
            let file = folder.join(name);
            if !file.exists() {
                continue;
            }
            begun += 1;
            let temp = tempfile::tempdir().unwrap();
            let made = temp.path().join("x");
            let source = new::Elsewhere { file: &file, lang: None, encoding: None };
            let report = new::from(&made, source).unwrap().report;
            page_has_all(&made, &passages(&fs::read_to_string(folder.join("letter.md")).unwrap()));
            let found = check_on(&made, TODAY).findings;
            let others: Vec<String> = found
                .iter()
                .map(ToString::to_string)
                .filter(|finding| !finding.contains("summary is missing"))
                .collect();
            assert_eq!(others, Vec::<String>::new(), "{} {report:#?}", file.display());
            let read = |folder: &Path| fs::read_to_string(folder.join("letter.md")).unwrap();
            assert_eq!(words(&read(&made)), words(&read(&folder)), "{} {report:#?}", file.display());
            for key in ["title", "date", "salutation", "closing"] {
                let line = |text: &str| {
                    text.lines().find(|line| line.starts_with(&format!("{key}:"))).unwrap_or_default().replace('"', "")
                };
                assert_eq!(line(&read(&made)), line(&read(&folder)), "{} {report:#?}", file.display());
            }
        }
    }
    assert_eq!(begun, 8);
}

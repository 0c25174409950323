//! What reader modes find on published pages: Mozilla's Readability, which Firefox uses, and others after it.

use crate::project::Project;
use open_letter::files::Site;
use open_letter::model::{Block, Item, Json, Letter, Span, Spans};
use open_letter::publish::Publisher;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Letters of different kinds, in languages of different scripts.
const LETTERS: [&str; 5] = [
    "letters/canada-artsakh-2023",
    "tests/letters/folders/university-library",
    "tests/letters/folders/river-arabic",
    "tests/letters/folders/school-armenian",
    "tests/letters/folders/harbour-lamps",
];

/// A copy of that letter's folder in the project.
fn copy(folder: &str, project: &Project) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let copy = project.path(folder.rsplit('/').next().unwrap());
    std::fs::create_dir_all(&copy).unwrap();
    for file in std::fs::read_dir(source).unwrap().flatten().filter(|file| file.path().is_file()) {
        std::fs::copy(file.path(), copy.join(file.file_name())).unwrap();
    }
    copy
}

/// A letter whose text is much longer than all around it.
fn long(project: &Project) -> PathBuf {
    const HEAD: &str = "---
lang: en
title: A long letter
summary: What it is about.
addressees:
  - { heading: \"To:\", members: [\"Ada, Minister\"] }
salutation: Dear all
closing: Yours
---
";
    let folder = project.path("long");
    std::fs::create_dir_all(&folder).unwrap();
    let paragraph = |number| {
        format!("\nParagraph {number} {}.\n", "is as long as the paragraph of a letter may be ".repeat(8).trim())
    };
    let text: String = (0..80).map(paragraph).collect();
    std::fs::write(folder.join("letter.md"), [HEAD, &text].concat()).unwrap();
    std::fs::write(folder.join("signatories.csv"), "name\nAni Ararat\n").unwrap();
    folder
}

/// Publishes a letter, and returns each of its texts with its page.
fn publish(folder: &Path, site: &Site) -> Vec<(Letter, PathBuf)> {
    let published = Publisher::new(site, Some("https://letters.example/")).unwrap().publish(folder).unwrap();
    let folder = site.root().join("letters").join(published.id.unwrap());
    let original = read(&folder.join("letter.json"));
    let tags = original.translations.iter().map(|text| text.lang.as_str()).filter(|tag| *tag != original.lang.as_str());
    let text = |tag| (read(&folder.join(format!("letter.{tag}.json"))), folder.join(tag).join("index.html"));
    let others: Vec<_> = tags.map(text).collect();
    [(original, folder.join("index.html"))].into_iter().chain(others).collect()
}

fn read(path: &Path) -> Letter {
    let json = Json::parse(&std::fs::read_to_string(path).unwrap()).unwrap();
    Letter::read(&json, &|url| Some(url.to_string())).unwrap().letter
}

/// Every text of the letter that a reader comes for.
fn texts(letter: &Letter) -> Vec<String> {
    let members = letter.addressees.iter().flat_map(|group| &group.members);
    let addressees = members.flat_map(|one| [Some(one.name.clone()), one.office.clone(), one.organisation.clone()]);
    let headings = letter.addressees.iter().map(|group| group.heading.clone());
    let around = [letter.summary.clone(), letter.salutation.clone(), letter.closing.clone()];
    let blocks = letter.body.iter().flat_map(of_block);
    around.into_iter().chain(headings).chain(addressees).flatten().chain(blocks).collect()
}

fn of_block(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(text) | Block::Heading { heading: text } => runs(text),
        Block::Quote { quote } => quote.iter().flat_map(runs).collect(),
        Block::List(list) => list.list.iter().flat_map(of_item).collect(),
        Block::Rule { .. } | Block::Signatories { .. } => Vec::new(),
    }
}

fn of_item(item: &Item) -> Vec<String> {
    match item {
        Item::Spans(text) => runs(text),
        Item::Blocks { item } => item.iter().flat_map(of_block).collect(),
    }
}

/// The texts between the marks of footnotes.
fn runs(text: &Spans) -> Vec<String> {
    let runs = text.0.split(|span| matches!(span, Span::Footnote { .. }));
    runs.map(|spans| Spans(spans.to_vec()).plain()).collect()
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn they_find_the_summary_the_addressees_and_every_paragraph() {
    let project = Project::new("readers");
    project.copy("readers/extract.mjs");
    let site = Site::open(&project.path("site")).unwrap();
    std::fs::write(site.root().join("open-letter.js"), "").unwrap();
    let folders = LETTERS.iter().map(|folder| copy(folder, &project)).chain([long(&project)]);
    let pages: Vec<(Letter, PathBuf)> = folders.flat_map(|folder| publish(&folder, &site)).collect();
    let paths: Vec<&str> = pages.iter().map(|(_, path)| path.to_str().unwrap()).collect();
    let output = project.run("node", &[&["extract.mjs"], &paths[..]].concat()).unwrap();
    let extracts: Vec<Value> = serde_json::from_str(&output).unwrap();
    assert_eq!(extracts.len(), 10);
    for ((letter, path), extract) in pages.iter().zip(&extracts) {
        let path = path.display();
        assert_eq!(extract["offered"], true, "{path}");
        assert_eq!(extract["title"], *letter.title, "{path}");
        assert_eq!(extract["lang"], *letter.lang.as_str(), "{path}");
        assert_eq!(extract["dir"], *letter.lang.direction().as_str(), "{path}");
        let text = in_one_line(extract["text"].as_str().unwrap());
        for wanted in texts(letter) {
            assert!(text.contains(&in_one_line(&wanted)), "{path} lacks {wanted}:\n{text}");
        }
    }
}

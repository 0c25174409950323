//! The words of a text come out of Markdown unchanged, whatever they are.

use super::Made;
use super::docx::{docx, p};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRunner};
use pulldown_cmark::{Event, Options, Parser};

/// What Markdown reads otherwise, alone or beside others.
const PIECES: &[&str] = &[
    "*",
    "**",
    "_",
    "__",
    "#",
    "## ",
    "> ",
    "- ",
    "+ ",
    "1. ",
    "2) ",
    "[",
    "]",
    "](",
    "(https://a.org/)",
    "![",
    "<b>",
    "</b>",
    "<!--",
    "<https://a.org>",
    "&amp;",
    "&",
    "&#65;",
    ";",
    "\\",
    "\\\\",
    "`",
    "```",
    "~~",
    "~~~",
    "|",
    "| --- |",
    "---",
    "===",
    ":",
    "[^1]",
    "[^1]:",
    "[a]: b",
    "a",
    "b c",
    "é",
    "“",
    "”",
    "!",
    ".",
    ",",
    " ",
    "  ",
    "\u{a0}",
    "😀",
    "字",
    "١",
    "ab",
    "http://a.org/_b_",
    "$",
    "%",
    "=",
    "\"",
    "'",
    "\u{2011}",
    "\u{ad}",
    "[signatories]",
];

/// Marks of words in a Word document.
const MARKS: &[&str] = &["", "", "<w:b/>", "<w:i/>", "<w:b/><w:i/>"];

fn run(marks: &str, text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(r#"<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// The words of each paragraph that Markdown reads.
fn read(markdown: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(pulldown_cmark::Tag::Paragraph) => paragraphs.push(String::new()),
            Event::Text(text) => paragraphs.last_mut().unwrap().push_str(&text),
            Event::Start(pulldown_cmark::Tag::Strong | pulldown_cmark::Tag::Emphasis) | Event::End(_) => {}
            other => panic!("{other:?} in {markdown:?}"),
        }
    }
    paragraphs
}

#[test]
fn any_words_come_out_unchanged() {
    let config = Config {
        cases: 400,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(8),
        failure_persistence: None,
        ..Config::default()
    };
    let words = vec(select(PIECES), 1..7).prop_map(|pieces| pieces.concat());
    let paragraph = vec((select(MARKS), words), 1..4);
    let strategy = vec(paragraph, 1..12);
    TestRunner::new(config)
        .run(&strategy, |paragraphs| {
            // A long sentence keeps them out of the head and the foot.
            let text = "A sentence of the letter, which is neither at its head nor at its foot. It has two.";
            let mut body = p("", &run("", text));
            let mut expected = vec![text.to_string()];
            for runs in &paragraphs {
                let words: String = runs.iter().map(|(_, text)| text.as_str()).collect();
                let words = words.trim_matches(' ').to_string();
                let signs: String = words.chars().filter(|char| !char.is_whitespace()).collect();
                let is_rule = signs.chars().count() > 2 && signs.chars().all(|char| "*-–—_=~⁂".contains(char));
                if words.trim().is_empty() || is_rule {
                    continue;
                }
                body += &p("", &runs.iter().map(|(marks, text)| run(marks, text)).collect::<String>());
                expected.push(words);
            }
            body += &p("", &run("", text));
            expected.push(text.to_string());
            let made = Made::of("letter.docx", docx(&body));
            prop_assert_eq!(read(made.body()), expected, "{}", made.letter);
            Ok(())
        })
        .unwrap();
}

#[test]
fn signs_that_markdown_would_read_are_escaped() {
    for (words, markdown) in [
        ("1. is no list", "1\\. is no list"),
        ("# 5 in the region", "\\# 5 in the region"),
        ("> 50 per cent", "\\> 50 per cent"),
        ("- 5 degrees", "\\- 5 degrees"),
        ("2*3*4 and snake_case and _a_", "2\\*3\\*4 and snake_case and \\_a\\_"),
        ("[sic] <b> & &amp; a < b", "\\[sic] \\<b> & \\&amp; a < b"),
        ("[signatories]", "\\[signatories]"),
        ("C:\\files `x`", "C:\\\\files \\`x\\`"),
    ] {
        let text = [p("Titel", &run("", "Title")), p("", &run("", "One sentence.")), p("", &run("", words))];
        let made = Made::of("letter.docx", docx(&text.concat()));
        assert_eq!(made.body(), format!("One sentence.\n\n{markdown}"));
        // Of signs that readers see, a person decides.
        let findings = made.findings();
        assert!(findings.iter().all(|finding| finding.contains("warning: shows ")), "{words} {findings:?}");
    }
}

#[test]
fn each_sentence_of_a_document_is_on_the_page() {
    let sentences =
        ["The river has been closed since May.", "Nobody was asked.", "2 * 3 is no stress, [sic] & <so on>."];
    let body: String = sentences.iter().map(|text| p("", &run("", text))).collect();
    let made = Made::of("letter.docx", docx(&(p("Titel", &run("", "Keep it open")) + &body)));
    let site = made.folder().parent().unwrap().join("site");
    let opened = open_letter::files::Site::open(&site).unwrap();
    open_letter::publish::Publisher::new(&opened, None).unwrap().publish(&made.folder()).unwrap();
    let page = std::fs::read_to_string(site.join("letters/x/index.html")).unwrap();
    let shown = scraper::Html::parse_document(&page).root_element().text().collect::<String>();
    for sentence in sentences {
        assert!(shown.contains(sentence), "{sentence}\n{shown}");
    }
}

/// What the readers of texts and pages look for.
const MARKUP: &[&str] = &[
    "<p>",
    "</p>",
    "<ul><li>",
    "<ol start=99999999999999999999>",
    "<ol start=5>",
    "<li>",
    "</ol>",
    "<table><tr><td>",
    "<a href='#x' id=y>",
    "</a>",
    "<div id=x><a href='#y'>",
    "<h1>",
    "<h2>",
    "<blockquote>",
    "<sup>",
    "2",
    "<q>",
    "<pre>",
    "\n",
    "\n\n",
    "\t",
    "•\t",
    "- ",
    "1. ",
    "a) ",
    "é",
    "Dear ",
    "Mayor,",
    "Sincerely,\n",
    "Bo Example\n",
    "2023-09-07",
    "7 September 2023",
    "To:",
    "* * *",
    "----",
    "===",
    "<p style='mso-list:l0 level9'>",
    "&#0;",
    "&nbsp;",
    "字",
    "٧",
    "。",
    "\u{202e}",
    "\u{0}",
    "<svg>",
    "<!--",
    "<",
    ">",
];

#[test]
fn any_text_and_page_is_read_to_its_end() {
    let config = Config {
        cases: 150,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(9),
        failure_persistence: None,
        ..Config::default()
    };
    let strategy = vec(select(MARKUP), 1..25).prop_map(|pieces| pieces.concat());
    TestRunner::new(config)
        .run(&strategy, |text| {
            for name in ["a.txt", "a.html", "a.md"] {
                let words = format!("First words.\n\n{text}");
                if let Ok(made) = Made::with(name, &words, |from| from) {
                    made.findings();
                }
            }
            Ok(())
        })
        .unwrap();
}

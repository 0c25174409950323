//! Letters within the 5 MB that are too heavy.

/// The expected result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is shown, without invalid texts.
    Shown,
    /// The end of its text is cut.
    TextCut,
    /// The end of its list of names is cut.
    NamesCut,
    /// It is refused: it has too many values, is nested too deeply, or its title is invalid.
    Refused,
}

/// A letter, by what makes it heavy.
pub struct Heavy {
    pub kind: &'static str,
    pub document: String,
    pub fate: Fate,
}

/// One of each kind, as heavy as 5 MB allow.
pub fn letters() -> Vec<Heavy> {
    let long = |item: &str, most: usize| vec![item; (4_900_000 / (item.len() + 1)).min(most)].join(",");
    let body = |body: String| letter("A letter", &body, "");
    let member = |members: String| letter("A letter", "\"Text.\"", &members);
    let signatories = |item: &str, most| member(format!(",\"signatories\":[{}]", long(item, most)));
    let words = "Lorem ipsum dolor sit amet. ";
    [
        ("a million paragraphs", body(long("\"a\"", usize::MAX)), Fate::Refused),
        ("as many paragraphs as are read", body(long("\"a paragraph\"", 290_000)), Fate::TextCut),
        ("two million items that are none", body(long("1", usize::MAX)), Fate::Refused),
        ("as many items that are none as are read", body(long("1", 290_000)), Fate::TextCut),
        ("signatories without names", signatories("{}", 290_000), Fate::NamesCut),
        ("signatories of the wrong kind", signatories("[[]]", 140_000), Fate::NamesCut),
        ("60,000 logos", signatories(r#"{"name":"a","logo":"l.svg"}"#, 60_000), Fate::NamesCut),
        ("2,000 logos", signatories(r#"{"name":"a","logo":"l.svg"}"#, 2_000), Fate::Shown),
        (
            "2,000 long names",
            signatories(&format!("{{\"name\":\"{}\"}}", "Ani Ararat ".repeat(40)), 2_000),
            Fate::Shown,
        ),
        ("bad links", signatories(r#"{"name":"a","url":"javascript:x"}"#, 90_000), Fate::NamesCut),
        ("a paragraph of 5 MB", body(format!("\"{}\"", words.repeat(4_900_000 / words.len()))), Fate::TextCut),
        ("a paragraph as long as a text", body(format!("\"{}\"", words.repeat(990_000 / words.len()))), Fate::Shown),
        ("a word as long as a text", body(format!("\"{}\"", "a".repeat(990_000))), Fate::Shown),
        ("right-to-left marks", body(format!("\"{}\"", "\u{200f}a\u{200e}\u{5d0}".repeat(110_000))), Fate::TextCut),
        ("two directions", body(format!("\"{}\"", "a\u{5d0}".repeat(330_000))), Fate::TextCut),
        ("two directions, as often as are read", body(format!("\"{}\"", "a\u{5d0}".repeat(500))), Fate::Shown),
        ("two directions of numbers", body(format!("\"{}\"", "1\u{627}".repeat(500))), Fate::Shown),
        ("two directions of words", body(format!("\"{}\"", "a \u{5d0} ".repeat(9_990))), Fate::Shown),
        ("two scripts", body(format!("\"{}\"", "a\u{3042}".repeat(9_990))), Fate::Shown),
        ("soft hyphens", body(format!("\"{}\"", "a\u{ad}".repeat(330_000))), Fate::Shown),
        ("joiners, as many as are read", body(format!("\"{}\"", "a\u{200d}".repeat(1_000))), Fate::Shown),
        ("isolates, as many as are read", body(format!("\"{}\"", "\u{2067}a\u{2069}".repeat(500))), Fate::Shown),
        ("joiners", body(format!("\"{}\"", "a\u{200d}".repeat(240_000))), Fate::TextCut),
        ("isolates", body(format!("\"{}\"", "\u{2067}a\u{2069}".repeat(140_000))), Fate::TextCut),
        ("embeddings", body(format!("\"{}\"", "\u{202b}".repeat(330_000))), Fate::TextCut),
        ("pictures", body(format!("\"{}\"", "\u{1f468}\u{200d}".repeat(140_000))), Fate::TextCut),
        ("combining marks", body(format!("\"a{}\"", "\u{36b}".repeat(490_000))), Fate::Shown),
        ("10,000 lines", body(format!("\"{}\"", "a\\n".repeat(100_000))), Fate::Shown),
        ("marked words", body(format!("[{}]", long(r#"{"em":"a"}"#, 140_000))), Fate::TextCut),
        ("links", body(format!("[{}]", long(r#"{"link":"https://a.example/","text":"a"}"#, 9_000))), Fate::Shown),
        ("items", body(format!("{{\"list\":[{}],\"ordered\":true}}", long("\"a\"", 9_990))), Fate::Shown),
        ("headings", body(long(r#"{"heading":"a"}"#, 9_990)), Fate::Shown),
        ("quotations", body(long(r#"{"quote":["a"]}"#, 4_990)), Fate::Shown),
        ("deep spans", body(long(&format!("{}\"a\"{}", "{\"em\":[".repeat(8), "]}".repeat(8)), 10_000)), Fate::TextCut),
        (
            "addressees",
            member(format!(",\"addressees\":[{{\"members\":[{}]}}]", long(r#"{"name":"a"}"#, 100_000))),
            Fate::TextCut,
        ),
        ("updates", member(format!(",\"updates\":[{}]", long(r#"{"text":"a"}"#, 100_000))), Fate::TextCut),
        (
            "languages",
            member(format!(",\"translations\":[{}]", long(r#"{"lang":"fr","src":"a.json"}"#, 90_000))),
            Fate::Shown,
        ),
        ("a title of 5 MB", letter(&words.repeat(4_900_000 / words.len()), "\"Text.\"", ""), Fate::Refused),
        ("unknown members", member(many_members(290_000)), Fate::Shown),
        ("more unknown members", member(many_members(420_000)), Fate::Refused),
    ]
    .map(|(kind, document, fate)| Heavy { kind, document, fate })
    .into()
}

fn letter(title: &str, body: &str, members: &str) -> String {
    format!("{{\"version\":1,\"lang\":\"en\",\"title\":\"{title}\",\"body\":[{body}]{members}}}")
}

fn many_members(count: usize) -> String {
    (0..count).fold(String::new(), |all, number| all + &format!(",\"{number:x}\":1"))
}

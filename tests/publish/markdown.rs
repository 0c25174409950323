//! The text of a letter.

use crate::folder::Folder;
use serde_json::{Value, json};

/// The blocks made from this Markdown.
#[track_caller]
pub fn body(markdown: &str) -> Value {
    Folder::new().letter("lang: en\ntitle: A letter", markdown).published()["body"].clone()
}

/// Asserts the exact findings about this Markdown, which begins on line 6 of its file.
#[track_caller]
fn reports(markdown: &str, expected: &[&str]) {
    Folder::new().letter("lang: en\ntitle: A letter", markdown).reports(expected);
}

/// The same, of findings that begin with their lines: all are in `letter.md`.
#[track_caller]
pub fn reports_lines(markdown: &str, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|finding| format!("x/letter.md:{finding}")).collect();
    reports(markdown, &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_paragraph_on_one_line_comes_out_byte_for_byte() {
    for text in [
        "the recent heinous  aggression of  Azerbaijan",
        "former ICC cheif prosecutor – “laundromat” 120’000 (R2P) -- ... \"straight\" 'quotes' (c)",
        "5 > 3, a < b & c, 2 * 3 * 4, snake_case_word, [brackets], 50% ~~off~~ $5 :) www.a.example",
        "a\u{a0}b\u{202f}c — d‑e",
        "Մենք՝ ներքոստորագրյալներս",
    ] {
        assert_eq!(body(text), json!([text]));
    }
}

#[test]
fn paragraphs_are_parted_by_empty_lines_and_their_line_breaks_are_spaces() {
    assert_eq!(body("One\ntwo.\n\n\nThree."), json!(["One two.", "Three."]));
}

#[test]
fn lines_in_chinese_and_japanese_join_without_a_space() {
    assert_eq!(body("これは長い\n文です。\n「次」"), json!(["これは長い文です。「次」"]));
    assert_eq!(body("这是\nOpen Letter\n的信"), json!(["这是 Open Letter 的信"]));
    assert_eq!(body("이것은\n문장이다."), json!(["이것은 문장이다."]));
}

#[test]
fn a_hard_line_break_stays() {
    assert_eq!(body("Yours  \nAda\\\nand Grace"), json!(["Yours\nAda\nand Grace"]));
}

#[test]
fn emphasis_and_links_are_spans() {
    assert_eq!(
        body("A **strong**, *emphasised [linked](https://a.example/?b=c&d)* text."),
        json!([[
            "A ", { "strong": "strong" }, ", ",
            { "em": ["emphasised ", { "link": "https://a.example/?b=c&d", "text": "linked" }] }, " text."
        ]])
    );
    assert_eq!(body("**All of it**"), json!([{ "strong": "All of it" }]));
    assert_eq!(
        body("<https://a.example/> or <ada@a.example> or [us][1]\n\n[1]: mailto:us@a.example"),
        json!([[
            { "link": "https://a.example/", "text": "https://a.example/" }, " or ",
            { "link": "mailto:ada@a.example", "text": "ada@a.example" }, " or ",
            { "link": "mailto:us@a.example", "text": "us" }
        ]])
    );
}

#[test]
fn headings_quotations_and_lists_are_blocks() {
    assert_eq!(
        body(
            "## What *we* ask\n\n> One.\n>\n> Two **three**.\n\n- a\n- b *c*\n\n1. d\n2. e\n\n###### Small\n\n* f\n\n* g"
        ),
        json!([
            { "heading": ["What ", { "em": "we" }, " ask"] },
            { "quote": ["One.", ["Two ", { "strong": "three" }, "."]] },
            { "list": ["a", ["b ", { "em": "c" }]] },
            { "list": ["d", "e"], "ordered": true },
            { "heading": "Small" },
            { "list": ["f", "g"] }
        ])
    );
}

#[test]
fn html_is_refused() {
    let remedy = "write Markdown, or \\< where the sign itself is meant";
    reports(
        "One.\n\n<div class=\"a\">\ntext\n</div>\n\nTwo.",
        &[&format!("x/letter.md:8: has the HTML <div class=\"a\">: {remedy}")],
    );
    reports(
        "One <b>two</b>\nthree<br>four",
        &[
            &format!("x/letter.md:6: has the HTML <b>: {remedy}"),
            &format!("x/letter.md:7: has the HTML <br>: {remedy}"),
        ],
    );
    reports("<script>\nalert(1)\n\n</script>\n\nText.", &[&format!("x/letter.md:6: has the HTML <script>: {remedy}")]);
    reports("<!-- draft -->\n\nText.", &[&format!("x/letter.md:6: has the HTML <!-- draft -->: {remedy}")]);
    assert_eq!(body("1 \\<b> 2"), json!(["1 <b> 2"]));
}

#[test]
fn an_element_of_html_is_one_fault_and_so_are_equal_ones_in_a_line() {
    for (markdown, lines) in [
        ("This is <u>vital</u>.", &[6][..]),
        ("<U>This</u>, <b>this</B>, and <b>that</b>.", &[6, 6]),
        ("<div>\n\nThis is vital.\n\n</div>", &[6]),
        ("<div>\n<p>\n\nThis is vital.\n\n</p>\n</div>", &[6]),
        ("One<br>two<br/>three<br>four", &[6, 6]),
        ("<p>One</p>\n\n<p>Two</p>", &[6, 8]),
        ("This is vital.</u>", &[6]),
        ("<u>One</u> </u>", &[6, 6]),
        ("See <a href=\"https://a.org/\">this</a>.", &[6]),
        ("- <u>one</u>\n- <u>two</u>", &[6, 7]),
    ] {
        let expected: Vec<usize> = lines.to_vec();
        assert_eq!(lines_of_findings(markdown), expected, "{markdown}");
    }
}

/// The lines of the findings about this Markdown.
fn lines_of_findings(markdown: &str) -> Vec<usize> {
    let findings = Folder::new().letter("lang: en\ntitle: A letter", markdown).findings();
    findings.iter().map(|finding| finding.split(':').nth(1).unwrap().parse().unwrap()).collect()
}

#[test]
fn what_is_around_something_refused_is_not_empty_too() {
    let refused = ["![Map](map.png)", "`code`", "<br>", "[![Map](map.png)](https://a.org/)", "**![Map](map.png)**"];
    for inner in refused {
        for (before, after) in [
            ("", ""),
            ("- ", ""),
            ("1. ", ""),
            ("> ", ""),
            ("## ", ""),
            ("Text.\n\n", "\n\nText."),
            ("", "\n\n[signatories]\n\nAppendix."),
            ("Text.\n\n[signatories]\n\n", ""),
            ("Text.[^1]\n\n[^1]: ", ""),
        ] {
            let markdown = [before, inner, after].concat();
            assert_eq!(lines_of_findings(&markdown).len(), 1, "{markdown}");
        }
    }
    for block in
        ["```\ncode\n```", "<div></div>", "<!-- draft -->", "| a | b |\n|---|---|\n| c | d |", "- # Heading", "- * * *"]
    {
        assert_eq!(lines_of_findings(block).len(), 1, "{block}");
        assert_eq!(lines_of_findings(&format!("{block}\n\n[signatories]\n\nAppendix.")).len(), 1, "{block}");
    }
}

#[test]
fn images_are_refused() {
    reports(
        "See ![a *map*](map.png) there",
        &["x/letter.md:6: has an image: leave it out, or give one for previews as image: at the top of the file"],
    );
}

#[test]
fn code_is_refused() {
    reports(
        "Text.\n\n```\ncode\n```",
        &["x/letter.md:8: has a code block: write a paragraph, or a quotation with > before each line"],
    );
    reports(
        "Text.\n\n    indented",
        &[
            "x/letter.md:8: has a paragraph indented by four spaces or more, which Markdown takes for code: begin it at the margin",
        ],
    );
    reports("The `word` here", &["x/letter.md:6: has `word` as code: leave out the backticks"]);
}

#[test]
fn tables_are_refused() {
    reports("Text.\n\n| a | b |\n|---|---|\n| c | d |", &["x/letter.md:8: has a table: write a list, or sentences"]);
    assert_eq!(body("a | b"), json!(["a | b"]));
}

#[test]
fn what_a_list_or_quotation_can_not_hold_is_refused() {
    reports("> a\n>\n> - b", &["x/letter.md:8: has a list within a quotation: write it before or after"]);
    reports("> a\n>\n> > b", &["x/letter.md:8: has a quotation within a quotation: write it before or after"]);
    reports("> # a\n>\n> b", &["x/letter.md:6: has a heading within a quotation: write it before or after"]);
    reports("- a\n\n  # b\n- c", &["x/letter.md:8: has a heading within a list: write it before or after"]);
    reports("- a\n\n  ***\n- b", &["x/letter.md:8: has a line across within a list: write it before or after"]);
    reports("> a\n>\n> ***", &["x/letter.md:8: has a line across within a quotation: write it before or after"]);
    reports(
        "- a\n\n      b\n- c",
        &[
            "x/letter.md:8: has a paragraph indented by four spaces or more, which Markdown takes for code: begin it at the margin",
        ],
    );
}

#[test]
fn a_year_at_the_start_of_a_paragraph_is_not_lost_in_a_list() {
    assert_eq!(
        body("1989. The Oblast reported to Moscow."),
        json!([{ "list": ["The Oblast reported to Moscow."], "ordered": true, "start": 1989 }])
    );
    assert_eq!(body("1989\\. The Oblast."), json!(["1989. The Oblast."]));
}

#[test]
fn the_title_is_not_repeated() {
    reports(
        "# A letter\n\nText.",
        &["x/letter.md:6: has the title as a heading: leave it out, the title stands at the top of the file"],
    );
}

#[test]
fn what_is_empty_is_reported() {
    reports(
        "One.\n\n#\n\n-\n- a",
        &[
            "x/letter.md:8: a heading is empty: write its text, or leave it out",
            "x/letter.md:10: an item of a list is empty: write its text, or leave it out",
        ],
    );
    reports(
        "See [](https://a.example/)",
        &["x/letter.md:6: has a link without words: write them in the square brackets"],
    );
}

#[test]
fn a_link_that_runs_something_is_reported_with_its_line() {
    reports(
        "One.\n\nTwo\n[three](javascript:alert(1)) and [four](https://a.example/ \"five\")",
        &[
            "x/letter.md:9: has a link with the title “five”: leave the title out, few readers see it",
            "x/letter.md:9: a link is a javascript: link, which is dropped: give a URL that begins with https:, \
         http: or mailto:, or one relative to the letter",
        ],
    );
}

#[test]
fn spans_deeper_than_eight_are_refused() {
    let nested = |depth: usize| {
        (0..depth).fold("words".to_string(), |inner, at| {
            if at % 2 == 0 { format!("*a {inner} b*") } else { format!("**a {inner} b**") }
        })
    };
    reports(&nested(8), &[]);
    reports(&nested(9), &["x/letter.md:6: has emphasis or links in one another more than 8 deep: use fewer"]);
}

/// If any of the code were slow or recursive, this test would not end.
#[test]
fn hostile_nesting_is_read_to_its_end() {
    for (marks, times) in [
        ("> ", 20_000),
        ("- ", 5_000),
        ("[", 20_000),
        ("*a ", 10_000),
        ("**a ", 10_000),
        ("![a](", 10_000),
        ("<a", 10_000),
        ("`", 20_000),
        ("*a **b ", 5_000),
        ("[a](b ", 5_000),
        ("1. ", 5_000),
        ("[^a]: - ", 5_000),
        ("> [^a]: - ", 3_000),
        ("[^a]", 20_000),
    ] {
        Folder::new().letter("lang: en\ntitle: A letter", &marks.repeat(times)).findings();
        Folder::new().letter("lang: en\ntitle: A letter", &format!("{0}x{0}", marks.repeat(times))).findings();
    }
}

//! Hostile letters, from JSON to HTML: whatever a document contains, the result has only our elements, our attributes,
//! and links that run nothing.

mod addresses;
mod fuzzing;
#[path = "../generated/heavy.rs"]
mod generated;
mod heavy;

use fuzzing::{Kind, Outcome, corpus, fuzz, page};

/// Enough to include each kind of harm; `make bench` runs other and more cases.
const CASES: u32 = 2_000;

#[test]
fn no_document_of_any_kind_gets_more_onto_the_page_than_a_letter() {
    let Outcome { letters, refused } =
        fuzz(Kind::Documents, CASES, Some(2023)).unwrap_or_else(|failure| panic!("{failure}"));
    // If all were refused, nothing would be tested on the page; if none were, no refusal would be tested.
    assert!(letters > CASES / 2 && refused > CASES / 50, "{letters} letters, {refused} refused");
}

#[test]
fn each_letter_of_the_corpus_is_shown_without_harm() {
    for (name, document) in corpus::hostile() {
        page::inspect(&document).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }
}

#[test]
fn markup_is_seen_where_there_is_any() {
    for (html, fault) in [
        ("<p><script>1</script></p>", "has an element script"),
        ("<p onclick=\"1\">a</p>", "has an attribute onclick on p"),
        ("<p style=\"color: red\">a</p>", "has an attribute style on p"),
        ("<a href=\"javascript:1\">a</a>", "leads to javascript:1"),
        ("<a href=\"java&#10;script:1\">a</a>", "leads to java\nscript:1"),
        ("<a href=\"letter.json\">a</a>", "leads to letter.json"),
        ("<a part=\"title evil\">a</a>", "has a part title evil"),
    ] {
        assert_eq!(page::fault_of(html).as_deref(), Some(fault), "{html}");
    }
    assert_eq!(page::fault_of("<p part=\"title\" lang=\"en\">a</p>"), None);
}

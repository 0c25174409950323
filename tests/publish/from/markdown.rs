//! Markdown of other programs.

use super::Made;

#[test]
fn markdown_is_read_with_footnotes_and_lists() {
    let text = "# Keep the river open\n\nThe **river** is closed[^a].\n\n1. One\n   - Two\n2. Three\n\n> All.\n\n| A | B |\n|---|---|\n\
                | 1 | 2 |\n\n[^a]: Minutes.\n";
    let made = Made::of("letter.md", text);
    assert_eq!(made.front("title"), "title: \"Keep the river open\"");
    assert_eq!(made.body(), "The **river** is closed[^1].\n\n1. One\n   - Two\n2. Three\n\n> All.\n\n[^1]: Minutes.");
    assert_eq!(made.lost(), ["a table of 2 rows after “All.”: A | B\n1 | 2"]);
}

#[test]
fn front_matter_is_not_read_as_text() {
    assert_eq!(
        Made::error("letter.md", "---\ntitle: A\n---\n\nText."),
        "letter.md: is a letter.md already: copy it into a folder as letter.md"
    );
}

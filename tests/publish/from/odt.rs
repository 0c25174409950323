//! Texts of `LibreOffice`.

use super::{Made, archive};

const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                     xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
                     xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
                     xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
                     xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
                     xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
                     xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
                     xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

fn odt(text: &str) -> Vec<u8> {
    let content = format!(
        r##"<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}><office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties fo:color="#ff0000"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>
</office:automatic-styles><office:body><office:text><text:sequence-decls/>{text}</office:text></office:body></office:document-content>"##
    );
    let styles = format!(
        r#"<office:document-styles {NAMES}><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="fr" fo:country="CA"/></style:default-style><style:style style:name="Title" style:family="paragraph"/><style:style style:name="Quotations" style:family="paragraph"/><style:style style:name="Horizontal_20_Line" style:display-name="Horizontal Line" style:family="paragraph"/></office:styles><office:master-styles><style:master-page><style:footer><text:p>Page 1</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"#
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", &styles),
        ("META-INF/manifest.xml", "<manifest/>"),
    ])
}

#[test]
fn a_text_is_read_with_its_structure() {
    let made = Made::of(
        "letter.odt",
        odt(r#"<text:p text:style-name="Title">Keep the river open</text:p>
<text:p>The <text:span text:style-name="T1">river</text:span> is <text:span text:style-name="T2">closed</text:span>.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Minutes, p. 4.</text:p></text:note-body></text:note> See <text:a xlink:href="https://riverwatch.org/">the report</text:a>.</text:p>
<text:h text:outline-level="2">What we   ask</text:h>
<text:list text:style-name="L2"><text:list-item><text:p>One, by</text:p><text:list><text:list-item><text:p>a bullet.</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Two.</text:p><text:p>More of two.</text:p></text:list-item></text:list>
<text:p>The council said no.</text:p>
<text:list text:style-name="L2" text:continue-numbering="true"><text:list-item><text:p>Three.</text:p></text:list-item></text:list>
<text:p text:style-name="P1">The bank belongs to all.</text:p><text:p text:style-name="P1">To all.</text:p>
<text:p text:style-name="Horizontal_20_Line"/>
<text:p>A<text:s text:c="2"/>B<text:line-break/>C<text:tab/>D</text:p>"#),
    );
    assert_eq!(made.front("title"), "title: \"Keep the river open\"");
    assert_eq!(
        made.body(),
        "The **river** is *closed*.[^1] See [the report](https://riverwatch.org/).\n\n## What we ask\n\n1. One, by\n\n   - a \
         bullet.\n\n2. Two.\n\n   More of two.\n\nThe council said no.\n\n3. Three.\n\n> The bank belongs to all.\n>\n> To \
         all.\n\n---\n\nA  B\\\nC D\n\n[^1]: Minutes, p. 4."
    );
    assert_eq!(made.lost(), ["the footer of its pages: Page 1", "a tab, which is a space now in “A  B C D”"]);
}

#[test]
fn changes_comments_tables_and_pictures_are_told() {
    let made = Made::of(
        "letter.odt",
        odt(
            r#"<text:tracked-changes><text:changed-region><text:deletion><text:p>shut</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>
<text:p>The river is <text:change-start/>closed<text:change-end/><office:annotation><text:p>Really?</text:p></office:annotation>.</text:p>
<table:table><table:table-row><table:table-cell><text:p>Project</text:p></table:table-cell><table:table-cell><text:p>Cost</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:image/><svg:desc>The fence</svg:desc></draw:frame></text:p>
<text:p><draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p>
<text:p><text:span text:style-name="T3">Red.</text:span></text:p>"#,
        ),
    );
    assert_eq!(made.body(), "The river is closed.\n\nRed.");
    assert_eq!(
        made.lost(),
        [
            "the marks of 1 tracked insertion: the inserted words are kept",
            "the words of 1 tracked deletion",
            "1 comment",
            "the footer of its pages: Page 1",
            "a table of 1 rows after “The river is closed.”: Project | Cost",
            "an image after “The river is closed.”: The fence",
            "a text box after “The river is closed.”: In a box.",
            "text colour in “Red.”",
        ]
    );
}

#[test]
fn what_is_protected_or_no_text_is_refused() {
    let locked = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
        ("content.xml", ""),
    ]);
    assert_eq!(
        Made::error("letter.odt", locked),
        "letter.odt: is protected by a password: open it, and save it without one"
    );
    let sheet = archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]);
    assert_eq!(
        Made::error("letter.ods", sheet),
        "letter.ods: is not a text but application/vnd.oasis.opendocument.spreadsheet: save the letter as .odt or .docx"
    );
}

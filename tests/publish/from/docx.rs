//! Word documents.

use super::{Made, archive};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
                 xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
                 xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
                 xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";

const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const STYLES: &str = r#"
    <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Our heading"/><w:basedOn w:val="berschrift1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="IntensivesZitat"><w:name w:val="Intense Quote"/></w:style>
    <w:style w:type="paragraph" w:styleId="Liste2"><w:name w:val="List Bullet 2"/>
      <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Hervorhebung"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>"#;

const NUMBERING: &str = r#"
    <w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="1">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="2">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1:"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    <w:abstractNum w:abstractNumId="3">
      <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl></w:abstractNum>
    <w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
      <w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
    <w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>"#;

/// A document with that body, as Word in German writes it.
pub fn docx(body: &str) -> Vec<u8> {
    with(body, "", &[])
}

/// The same with relationships (id, type, target) and other parts.
fn with(body: &str, rels: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let root = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{TYPE}/officeDocument" Target="word/document.xml"/></Relationships>"#
    );
    let rels = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{TYPE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{TYPE}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="{TYPE}/footnotes" Target="footnotes.xml"/>{rels}</Relationships>"#
    );
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>"#
    );
    let styles = format!("<w:styles {W}>{STYLES}</w:styles>");
    let numbering = format!("<w:numbering {W}>{NUMBERING}</w:numbering>");
    let footnotes = format!(
        r#"<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Minutes, </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>p. 4</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p><w:p><w:r><w:t>And p. 5.</w:t></w:r></w:p></w:footnote></w:footnotes>"#
    );
    let mut all = vec![
        ("[Content_Types].xml", r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
        ("_rels/.rels", root.as_str()),
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", rels.as_str()),
        ("word/styles.xml", styles.as_str()),
        ("word/numbering.xml", numbering.as_str()),
        ("word/footnotes.xml", footnotes.as_str()),
    ];
    all.extend(parts);
    archive(&all)
}

/// A paragraph of that style with these runs.
pub fn p(style: &str, runs: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!(r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#) };
    format!("<w:p>{style}{runs}</w:p>")
}

/// Plain words.
pub fn t(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn r(properties: &str, text: &str) -> String {
    format!(r#"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn item(list: usize, level: usize, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
        t(text)
    )
}

fn body(paragraphs: &[String]) -> String {
    Made::of("letter.docx", docx(&paragraphs.concat())).body().to_string()
}

#[test]
fn headings_quotations_and_stress_are_kept() {
    let made = Made::of(
        "letter.docx",
        docx(
            &[
                p("Titel", &t("Keep the river open")),
                p("", &t("The river is closed.")),
                p("berschrift1", &r("<w:b/>", "What we ask")),
                p("Eigene", &t("And why")),
                p(
                    "",
                    &[
                        t("It is "),
                        r("<w:b/>", "closed "),
                        r("<w:b/><w:i/>", "now"),
                        t(", says "),
                        r(r#"<w:rStyle w:val="Hervorhebung"/>"#, "nobody"),
                        t("."),
                    ]
                    .concat(),
                ),
                p("Zitat", &t("The bank belongs to all.")),
                p("IntensivesZitat", &t("To all.")),
                p("", &r(r#"<w:b w:val="0"/>"#, "No stress.")),
            ]
            .concat(),
        ),
    );
    assert_eq!(made.front("title"), "title: \"Keep the river open\"");
    assert_eq!(
        made.body(),
        "The river is closed.\n\n## What we ask\n\n## And why\n\nIt is **closed *now***, says *nobody*.\n\n\
         > The bank belongs to all.\n>\n> To all.\n\nNo stress."
    );
    assert_eq!(made.lost(), Vec::<&str>::new());
}

#[test]
fn lists_are_nested_and_go_on() {
    assert_eq!(
        body(&[
            p("", &t("We ask:")),
            item(2, 0, "That the river be opened, by"),
            item(1, 1, "stopping the works,"),
            item(1, 1, "removing the fence."),
            item(2, 0, "That residents be heard."),
            p("", &t("The council has said: no.")),
            item(2, 0, "That it answer."),
            p("", &t("Or else:")),
            item(3, 0, "Five."),
            p("Liste2", &t("A bullet by its style.")),
        ]),
        "We ask:\n\n1. That the river be opened, by\n   - stopping the works,\n   - removing the fence.\n2. That residents be \
         heard.\n\nThe council has said: no.\n\n3. That it answer.\n\nOr else:\n\n5. Five.\n   - A bullet by its style."
    );
}

#[test]
fn a_list_within_a_list_does_not_begin_the_outer_one_again() {
    let made = body(&[
        p("", &t("We ask:")),
        item(2, 0, "One, by"),
        item(6, 1, "a first step,"),
        item(6, 1, "a second;"),
        item(2, 0, "Two."),
    ]);
    assert_eq!(made, "We ask:\n\n1. One, by\n   1. a first step,\n   2. a second;\n2. Two.");
}

#[test]
fn an_item_of_several_paragraphs_stays_one() {
    assert_eq!(
        body(&[p("", &t("We ask:")), item(2, 0, "One."), item(5, 0, "More of one."), item(2, 0, "Two.")]),
        "We ask:\n\n1. One.\n\n   More of one.\n\n2. Two."
    );
}

#[test]
fn numbers_that_a_letter_has_not_are_told() {
    let made = Made::of(
        "letter.docx",
        docx(&[p("", &t("We ask:")), item(2, 0, "One."), item(2, 1, "Two."), item(4, 0, "On rivers.")].concat()),
    );
    assert_eq!(made.body(), "We ask:\n\n1. One.\n   1. Two.\n\nArticle 1: On rivers.");
    assert_eq!(made.lost(), ["list numbers that are not digits, such as a) after “Two.”"]);
}

#[test]
fn footnotes_are_kept_with_their_paragraphs() {
    let note = r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>"#;
    assert_eq!(
        body(&[p("", &[t("It was closed in May."), note.to_string(), t(" Nobody was asked.")].concat())]),
        "It was closed in May.[^1] Nobody was asked.\n\n[^1]: Minutes, *p. 4*.\n\n    And p. 5."
    );
}

#[test]
fn links_are_kept_in_both_forms() {
    let rels = format!(
        r#"<Relationship Id="rId9" Type="{TYPE}/hyperlink" Target="https://riverwatch.org/a_(b)" TargetMode="External"/><Relationship Id="rId8" Type="{TYPE}/hyperlink" Target="file:///C:/a.docx" TargetMode="External"/>"#
    );
    let field = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let text = p(
        "",
        &[
            t("See "),
            format!(r#"<w:hyperlink r:id="rId9">{}</w:hyperlink>"#, t("the report")),
            t(", "),
            field("begin"),
            r#"<w:r><w:instrText> HYPERLINK "https://riverwatch.org/" </w:instrText></w:r>"#.to_string(),
            field("separate"),
            r("<w:b/>", "our site"),
            field("end"),
            t(" and "),
            format!(r#"<w:hyperlink r:id="rId8">{}</w:hyperlink>"#, t("a file")),
            t("."),
        ]
        .concat(),
    );
    let made = Made::of("letter.docx", with(&text, &rels, &[]));
    assert_eq!(
        made.body(),
        "See [the report](https://riverwatch.org/a_\\(b\\)), [**our site**](https://riverwatch.org/) and a file."
    );
    assert_eq!(
        made.lost(),
        ["a link to file:///C:/a.docx, which leads to no page of the web in “See the report, our site and a…”"]
    );
}

#[test]
fn tracked_changes_are_accepted_and_comments_left_out() {
    let made = Made::of(
        "letter.docx",
        docx(
            &[
                p(
                    "",
                    &[
                        t("The river is "),
                        format!("<w:del><w:r><w:delText>shut</w:delText></w:r></w:del><w:ins>{}</w:ins>", t("closed")),
                        t("."),
                    ]
                    .concat(),
                ),
                format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>", t("We ")),
                p("", &[t("ask."), "<w:r><w:commentReference w:id=\"1\"/></w:r>".to_string()].concat()),
                format!("<w:moveFrom>{}</w:moveFrom>", t("Moved.")),
            ]
            .concat(),
        ),
    );
    assert_eq!(made.body(), "The river is closed.\n\nWe ask.");
    assert_eq!(
        made.lost(),
        [
            "the marks of 1 tracked insertion: the inserted words are kept",
            "the words of 1 tracked deletion",
            "1 comment",
        ]
    );
}

#[test]
fn what_has_no_place_is_told_with_its_words() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p("", &t(text)));
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>());
    let rels = format!(r#"<Relationship Id="rId9" Type="{TYPE}/header" Target="header1.xml"/>"#);
    let header = format!("<w:hdr {W}>{}</w:hdr>", p("", &t("River Trust, Main Street 1")));
    let text = [
        p("", &t("We ask the city.")),
        format!("<w:tbl>{}{}</w:tbl>", row(&["Project", "Cost"]), row(&["Bridge", "3"])),
        p("", &[t("See the picture."), r#"<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="The fence"/></wp:inline></w:drawing></w:r>"#.to_string()].concat()),
        p("", &format!(r"<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>", p("", &t("In a box.")), p("", &t("In a box.")))),
        p("", &format!("<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>", "a = b")),
        p("", &[r(r#"<w:color w:val="FF0000"/>"#, "Red"), t(" words, "), r(r#"<w:u w:val="single"/>"#, "underlined"), t(".")].concat()),
        format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("In a frame.")),
        p("", &r("<w:vanish/>", "Hidden.")),
    ];
    let made = Made::of("letter.docx", with(&text.concat(), &rels, &[("word/header1.xml", &header)]));
    assert_eq!(made.body(), "We ask the city.\n\nSee the picture.\n\nRed words, underlined.\n\nIn a frame.");
    assert_eq!(
        made.lost(),
        [
            "the header of its pages: River Trust, Main Street 1",
            "a table of 2 rows after “We ask the city.”: Project | Cost\nBridge | 3",
            "an image in “See the picture.”: The fence",
            "a text box after “See the picture.”: In a box.",
            "an equation after “See the picture.”: a = b",
            "text colour in “Red words, underlined.”",
            "underlining in “Red words, underlined.”",
            "hidden words after “In a frame.”: Hidden.",
        ]
    );
}

#[test]
fn marks_and_spaces_stay_exactly() {
    let words = "\u{a0}«\u{202f}Où\u{a0}?\u{202f}» – “a”…\u{2019}s";
    assert_eq!(body(&[p("", &t(&format!("Text.{words}")))]), format!("Text.{words}"));
    let runs = r#"<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>era</w:t><w:br/><w:t>tion</w:t><w:br w:type="page"/></w:r>"#;
    assert_eq!(body(&[p("", runs)]), "co\u{2011}op\u{ad}era\\\ntion");
    let small = [
        t("m"),
        r(r#"<w:vertAlign w:val="superscript"/>"#, "2"),
        t(", CO"),
        r(r#"<w:vertAlign w:val="subscript"/>"#, "2"),
        t(", 3"),
        r(r#"<w:vertAlign w:val="superscript"/>"#, "rd"),
    ];
    assert_eq!(body(&[p("", &small.concat())]), "m², CO₂, 3rd");
}

#[test]
fn lines_across_are_kept() {
    let border = r#"<w:p><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr></w:p>"#;
    assert_eq!(
        body(&[
            p("", &t("One.")),
            border.to_string(),
            p("", &t("Two.")),
            p("", &t("* * *")),
            p("", &t("Three.")),
            p("", "")
        ]),
        "One.\n\n---\n\nTwo.\n\n---\n\nThree."
    );
}

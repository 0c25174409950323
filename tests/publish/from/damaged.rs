//! Files that are not read.

use super::{Made, archive};

#[test]
fn other_kinds_are_refused_with_what_to_do() {
    let old = [&[0xd0, 0xcf, 0x11, 0xe0][..], b"....WordDocument"].concat();
    let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    let locked = [&[0xd0, 0xcf, 0x11, 0xe0][..], &wide].concat();
    for (name, bytes, message) in [
        ("a.doc", old.as_slice(), "is a document of an older Word: open it, and save it as .docx (File, Save as)"),
        (
            "a.docx",
            locked.as_slice(),
            "is protected by a password: open it in Word, take the password off (File, Info), and save it",
        ),
        (
            "a.pdf",
            b"%PDF-1.7",
            "is a PDF, which has no paragraphs: give the document that it was made from, as .docx, .odt \
             or .txt",
        ),
        ("a.rtf", b"{\\rtf1 a}", "is RTF: open it in Word or LibreOffice, and save it as .docx or .odt"),
        ("a.mht", b"MIME-Version: 1.0\n", "is a web archive: open it, and save it as .docx, or as a web page (.html)"),
        ("a.docx", b"text", "is not .docx inside, or is damaged: open it, and save it as .docx, .odt, .html or .txt"),
        ("a.xyz", b"text", "is of a kind that is not read: save it as .docx, .odt, .html, .txt or .md"),
    ] {
        assert_eq!(Made::error(name, bytes), format!("{name}: {message}"));
    }
    let pages = archive(&[("Index/Document.iwa", "x")]);
    assert_eq!(
        Made::error("a.pages", pages),
        "a.pages: is a document of Pages: export it as Word (File, Export To, Word)"
    );
    let sheet = archive(&[("[Content_Types].xml", "<a/>"), ("xl/workbook.xml", "<a/>")]);
    assert_eq!(
        Made::error("a.xlsx", sheet),
        "a.xlsx: is a spreadsheet or a presentation: save the letter's text as .docx, .odt or .txt"
    );
    assert_eq!(Made::error("a.txt", " \n"), "a.txt has no words in it: give the file with the letter's text");
}

#[test]
fn entities_and_depth_are_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document><w:body>&b;</w:body></w:document>";
    let error = Made::error("a.docx", archive(&[("word/document.xml", bomb)]));
    assert!(error.starts_with("a.docx: declares a document type or entities in word/document.xml"), "{error}");
    let deep = format!("<d><body>{}{}</body></d>", "<p>".repeat(5000), "</p>".repeat(5000));
    let error = Made::error("a.docx", archive(&[("word/document.xml", &deep)]));
    assert_eq!(error, "a.docx: is nested too deeply, in document.xml: copy its text into a new document");
    let error = Made::error("a.html", format!("<body>{}", "<div>".repeat(50_000)));
    assert_eq!(error, "a.html: is nested too deeply: copy its text into a new document");
    let error = Made::error("a.docx", archive(&[("word/document.xml", "<a><b></a>")]));
    assert!(error.starts_with("a.docx: has a damaged part, document.xml ("), "{error}");
    let error = Made::error("a.docx", b"PK\x03\x04 cut off");
    assert!(error.starts_with("a.docx: is damaged ("), "{error}");
}

#[test]
fn a_page_is_read_piece_by_piece() {
    let text = "Wir bitten Sie – für alle – um 1\u{202f}000 €. ".repeat(2000);
    let made = Made::of("a.html", format!("<p>a{text}</p>"));
    assert_eq!(made.body(), format!("a{}", text.trim_end()));
}

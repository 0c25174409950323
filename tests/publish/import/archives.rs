//! Files that are made to do harm, and files that are something else.

use super::Import;
use super::zips::{cell, ods, repeated, row, xlsx, zip};
use std::time::Instant;

fn maps() -> Import {
    Import::new().map("name=Name,organisation=Org")
}

#[track_caller]
fn fails(file: impl AsRef<[u8]>, message: &str) {
    maps().fails(file, &format!("export.csv: {message}"));
}

/// A compound file of old Office with a stream of that name.
fn compound(stream: &str) -> Vec<u8> {
    let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].into_iter().chain([0; 600]).chain(name).collect()
}

#[test]
fn what_is_no_table_says_what_to_save_instead() {
    fails(
        compound("Workbook"),
        "is an old Excel workbook (.xls): open it, and save it as Excel workbook (.xlsx) or CSV (UTF-8)",
    );
    fails(compound("EncryptedPackage"), "is protected by a password: save it without one");
    let text =
        "is a document of Word or PowerPoint, and no table: copy the table in it to a spreadsheet, and save that";
    fails(compound("WordDocument"), text);
    fails(zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]), text);
    fails(
        zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<office/>")]),
        "is a document of LibreOffice, and no table: save the table in it as .ods, .xlsx or CSV",
    );
    fails(
        zip(&[("Index/Document.iwa", b"x"), ("Metadata/Properties.plist", b"x")]),
        "is a document of Numbers: in Numbers, choose File > Export To > CSV or Excel",
    );
    fails(
        zip(&[("xl/workbook.bin", b"x")]),
        "is a binary workbook (.xlsb): open it, and save it as Excel workbook (.xlsx) or CSV (UTF-8)",
    );
    fails(
        zip(&[("export.csv", b"Name,Org\nAda,HART\n")]),
        "is an archive (zip) without a workbook in it: unpack it, and import the file inside",
    );
    fails("%PDF-1.7 x", "is a PDF, from which no table can be read: ask for the table itself, as .xlsx or CSV");
    fails(
        "\u{feff}\n<!DOCTYPE html><table><tr><td>Name</table>",
        "is a web page, and no table: open it, and save the table in it as .xlsx or CSV",
    );
    fails(
        "<?xml version=\"1.0\"?><Workbook/>",
        "is XML, and no table that can be read: open it in a spreadsheet, and save it as .xlsx or CSV",
    );
}

#[test]
fn passwords_are_said() {
    let mut locked = xlsx("<sheetData/>");
    // The flag of encryption in each header (APPNOTE 4.4.4, bit 0).
    for at in 0..locked.len() - 8 {
        match &locked[at..at + 4] {
            b"PK\x03\x04" => locked[at + 6] |= 1,
            b"PK\x01\x02" => locked[at + 8] |= 1,
            _ => {}
        }
    }
    fails(locked, "is protected by a password: save it without one");
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    fails(
        zip(&[("mimetype", kind), ("content.xml", b"\x01\x02"), ("META-INF/manifest.xml", manifest)]),
        "is protected by a password: save it without one",
    );
}

#[test]
fn archives_have_their_limits() {
    let parts: Vec<(String, &[u8])> = (0..1001).map(|at| (format!("xl/{at}.xml"), &b"<a/>"[..])).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    fails(zip(&parts), "has more than 1,000 parts, as no document has: save it again");
    let ratio = "unpacks to more than 100 times its size, which can be a trap (a zip bomb): save it again, \
                 without empty cells that have a colour or a border";
    fails(zip(&[("xl/workbook.xml", &vec![b' '; 30_000_000])]), ratio);
    // Each a little under the ratio, and together over the size.
    let mut noise = 1_u32;
    let part: Vec<u8> = (0..15_000_000)
        .map(|at| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if at % 64 == 0 { noise.to_be_bytes()[0] } else { b' ' }
        })
        .collect();
    let names: Vec<String> = (0..8).map(|at| format!("xl/{at}.xml")).collect();
    fails(repeated(&part, &names), "unpacks to more than 100 MB: save only what is needed, without pictures");
}

#[test]
fn what_headers_say_about_sizes_is_not_believed() {
    let mut book = zip(&[("xl/workbook.xml", &vec![b' '; 30_000_000])]);
    let claimed = 10_u32.to_le_bytes();
    for at in 0..book.len() - 30 {
        match &book[at..at + 4] {
            b"PK\x03\x04" => book[at + 22..at + 26].copy_from_slice(&claimed),
            b"PK\x01\x02" => book[at + 24..at + 28].copy_from_slice(&claimed),
            _ => {}
        }
    }
    let reported = maps().try_import(book).unwrap_err();
    assert!(reported.contains("unpacks to more than 100 times") || reported.contains("is damaged"), "{reported}");
}

#[test]
fn a_list_of_texts_that_says_too_much_is_refused() {
    for lie in ["uniqueCount=\"999999999999999\"", "uniqueCount = '99999999999999999999999'"] {
        let list = format!("<sst {lie}><si><t>Name</t></si></sst>");
        let reported =
            maps().try_import(zip(&[("xl/workbook.xml", b"<a/>"), ("xl/SharedStrings.xml", list.as_bytes())]));
        assert!(reported.unwrap_err().ends_with("says that it has more texts than it can)"));
    }
}

#[test]
fn document_types_are_refused() {
    let declared = br#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>"#;
    let message = |part: &str| {
        format!("declares a document type or entities in {part}, as no such program writes them: save it again")
    };
    fails(zip(&[("xl/workbook.xml", declared)]), &message("xl/workbook.xml"));
    fails(zip(&[("xl/workbook.xml", b"<a/>"), ("xl/strings", declared)]), &message("xl/strings"));
    let wide: Vec<u8> = "\u{feff}<a/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fails(zip(&[("xl/workbook.xml", &wide)]), &message("xl/workbook.xml"));
    // A picture is never read.
    let book = xlsx("<sheetData/>");
    assert!(maps().try_import(&book).unwrap_err().ends_with("is empty: export it again, with its heading row"));
    let picture = zip(&[("xl/media/a.svg", b"<!DOCTYPE svg><svg/>"), ("xl/workbook.xml", b"<a/>")]);
    assert!(!maps().try_import(picture).unwrap_err().contains("document type"));
}

#[test]
fn damaged_files_are_reported() {
    let book = xlsx(&format!("<sheetData>{}</sheetData>", row(1, &[("A", "Name"), ("B", "Org")])));
    for cut in [10, book.len() / 2, book.len() - 10] {
        let reported = maps().try_import(&book[..cut]).unwrap_err();
        assert!(reported.starts_with("export.csv: is damaged ("), "{reported}");
    }
    let reported = maps().try_import(xlsx("<sheetData><row><c>")).unwrap_err();
    assert!(reported.starts_with("export.csv: can't be read as a workbook: open it in a spreadsheet"), "{reported}");
    let reported = maps().try_import(ods("", "<table:table><")).unwrap_err();
    assert!(reported.starts_with("export.csv: is damaged: open it in a spreadsheet, and save it again"), "{reported}");
}

/// What a sheet declares costs nothing: these files take no longer than any other of their size.
#[test]
fn declared_ranges_cost_nothing() {
    let begun = Instant::now();
    let rows = [row(1, &[("A", "Name"), ("B", "Org")]), row(2, &[("A", "Ada"), ("B", "HART")])].concat();
    let table = "id,name,organisation\n1,Ada,HART\n";
    maps().gives(xlsx(&format!(r#"<dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData>"#)), table);
    let wide = row(3, &[("XFD", "x")]);
    fails(
        xlsx(&format!("<sheetData>{rows}{wide}</sheetData>")),
        "has “x” in column 16384, and more than 500 columns are never read: delete it, or save only the columns that you \
         need",
    );
    let last = row(1_048_576, &[("A", "Bo")]);
    maps().gives(xlsx(&format!("<sheetData>{rows}{last}</sheetData>")), "id,name,organisation\n1,Ada,HART\n2,Bo,\n");
    let backwards = [row(3, &[("A", "Bo")]), row(2, &[("A", "Ada")])].concat();
    let reported = maps().try_import(xlsx(&format!("<sheetData>{backwards}</sheetData>"))).unwrap_err();
    assert!(reported.contains("row 2 comes after a later one"), "{reported}");
    let head = [cell("Name"), cell("Org")].concat();
    let ada = [cell("Ada"), cell("HART")].concat();
    let of = |rows: &str| ods("", &format!(r#"<table:table table:name="T">{rows}</table:table>"#));
    let empty = r#"<table:table-cell table:number-columns-repeated="16382"/>"#;
    maps().gives(
        of(&format!(
            r#"<table:table-row>{head}{empty}</table:table-row><table:table-row>{ada}{empty}</table:table-row>
            <table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#
        )),
        table,
    );
    fails(
        of(&format!(
            r#"<table:table-row>{head}</table:table-row><table:table-row table:number-rows-repeated="4000000000">{ada}</table:table-row>"#
        )),
        "has more rows than a sheet can have (1048576): delete those at the end",
    );
    let repeated = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>"#;
    fails(
        of(&format!("<table:table-row>{repeated}</table:table-row>")),
        "repeats “x” in 16384 columns, and more than 500 columns are never read: delete them",
    );
    let many = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="500"><text:p>x</text:p></table:table-cell>"#;
    fails(
        of(&format!(r#"<table:table-row table:number-rows-repeated="1000000">{many}</table:table-row>"#)),
        "has more than 20 million cells: save only the columns that you need",
    );
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

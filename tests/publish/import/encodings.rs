//! The encodings of exports.

use super::Import;
use encoding_rs::{Encoding, MACINTOSH, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};

const TABLE: &str = "id,name,organisation\n1,Renée Müller,\n2,Ω,\n";
const EXPORT: &str = "Name\nRenée Müller\nΩ\n";

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn unicode_is_certain() {
    let cases: [(Vec<u8>, &str); 6] = [
        (EXPORT.into(), "UTF-8"),
        (format!("\u{feff}{EXPORT}").into(), "UTF-8"),
        (utf_16(&format!("\u{feff}{EXPORT}"), u16::to_le_bytes), "UTF-16LE"),
        (utf_16(&format!("\u{feff}{EXPORT}"), u16::to_be_bytes), "UTF-16BE"),
        (utf_16(EXPORT, u16::to_le_bytes), "UTF-16LE"),
        (utf_16(EXPORT, u16::to_be_bytes), "UTF-16BE"),
    ];
    for (bytes, encoding) in cases {
        assert_eq!(Import::new().gives(bytes, TABLE).form.shown(), format!("in {encoding} with commas"));
    }
}

#[test]
fn other_encodings_are_asked_for_and_read_as_they_are_said_to_be() {
    let (bytes, ..) = WINDOWS_1252.encode("Name\nAda\nRenée Müller–Ørsted\nJosé\n");
    let import = Import::new();
    import.fails(
        &bytes,
        "export.csv: is not UTF-8, and nothing says what it is. Give the --encoding in which this reads right:\n  \
         --encoding windows-1252  line 3: Renée Müller–Ørsted\n  \
         --encoding windows-1250  line 3: Renée Müller–Řrsted\n  \
         --encoding windows-1251  line 3: Renйe Mьller–Шrsted\n  \
         --encoding macintosh     line 3: RenÈe M¸llerñÿrsted\n\
         or save it as CSV (UTF-8)",
    );
    let import = import.with(|options| options.encoding = Some("windows-1252".into()));
    import.gives(&bytes, "id,name,organisation\n1,Ada,\n2,Renée Müller–Ørsted,\n3,José,\n");
}

#[test]
fn utf_16_without_a_mark_is_reported_in_every_script() {
    for name in ["Ada", "Արամ Բեդրոսյան", "山田太郎", "अनिता शर्मा", "محمد"] {
        let text = format!("Name,Org\n{name},x\n");
        let table = format!("id,name,organisation\n1,{name},\n");
        Import::new().gives(utf_16(&text, u16::to_le_bytes), &table);
        Import::new().gives(utf_16(&text, u16::to_be_bytes), &table);
    }
}

#[track_caller]
fn first_guess(encoding: &'static Encoding, text: &str) {
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost);
    let reported = Import::new().try_import(&bytes).unwrap_err();
    let right = reported.lines().find(|line| line.ends_with(text.lines().nth(1).unwrap())).unwrap_or_default();
    assert!(right.contains(&encoding.name().to_lowercase()), "{reported}");
}

#[test]
fn the_right_encoding_is_among_those_shown() {
    first_guess(WINDOWS_1250, "Name\nŽofie Černá Dvořáková, Společnost přátel řeky\n");
    first_guess(WINDOWS_1251, "Name\nАнна Иванова, Общество друзей реки\n");
    first_guess(SHIFT_JIS, "Name\n山田太郎、川の友の会\n");
    first_guess(MACINTOSH, "Name\nFrançois Béranger, Société des Amis de la Rivière\n");
}

#[test]
fn a_few_stray_bytes_in_utf_8_are_no_other_encoding() {
    Import::new().fails(
        b"Name\nRen\xc3\xa9e \xc3\x98rsted\nJos\xe9\n",
        "export.csv: is UTF-8, but not in line 3: write the letters there again, and save it as UTF-8",
    );
}

#[test]
fn an_encoding_that_does_not_fit_is_reported() {
    let said = |name: &str| Import::new().with(|options| options.encoding = Some(name.into()));
    said("utf-8").fails(
        b"Name\nRen\xe9e\n",
        "export.csv: is not UTF-8 in line 2: leave --encoding out to be shown what it may be",
    );
    said("latin").fails(
        "Name\n",
        "export.csv: can't be read as “latin”: give --encoding a name such as utf-8, utf-16le, windows-1252 or macintosh",
    );
    said("windows-1252").fails("\u{feff}Name\n", "export.csv: begins with the mark of UTF-8: leave --encoding out");
    said("utf-16le").fails("Nam", "export.csv: is not UTF-16LE: leave --encoding out to be shown what it may be");
}

#[test]
fn what_is_no_text_is_reported() {
    for start in [&b"PK\x03\x04"[..], &[0xd0, 0xcf, 0x11, 0xe0]] {
        let reported = Import::new().try_import(start).unwrap_err();
        assert!(["is damaged", "is an old Excel workbook"].iter().any(|fault| reported.contains(fault)), "{reported}");
    }
    Import::new().fails(
        b"Name,\0x\nAda\n",
        "export.csv: is UTF-16 without a mark, or no text at all: give --encoding utf-16le or utf-16be, or save it as CSV \
         (UTF-8)",
    );
}

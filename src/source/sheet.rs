//! A table as a spreadsheet saves it: UTF-8 or UTF-16, any delimiter, a line that names it, headings over several
//! lines. Exports and `signatories.csv` are both read here.

use super::encoding::decode;
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::borrow::Cow;

/// The mark that some programs write before UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The delimiter of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimiter(u8);

/// The recognised delimiters, with their names in singular and plural.
const DELIMITERS: [(u8, &str, &str); 4] =
    [(b',', "comma", "commas"), (b';', "semicolon", "semicolons"), (b'\t', "tab", "tabs"), (b'|', "pipe", "pipes")];

impl Delimiter {
    /// The comma, the default.
    pub const COMMA: Delimiter = Delimiter(b',');

    /// Reads a name, or the character itself.
    ///
    /// # Errors
    /// A message, if it is neither.
    pub fn parse(text: &str) -> Result<Delimiter, String> {
        let is = |(mark, name, _): &&(u8, &str, &str)| *name == text || text.as_bytes() == [*mark];
        let found = DELIMITERS.iter().find(is).map(|(mark, ..)| Delimiter(*mark));
        found.ok_or_else(|| "write comma, semicolon, tab or pipe".to_string())
    }

    /// The byte.
    #[must_use]
    pub fn byte(self) -> u8 {
        self.0
    }

    /// Its name in the singular: *semicolon*.
    #[must_use]
    pub fn one(self) -> &'static str {
        DELIMITERS.iter().find(|(mark, ..)| *mark == self.0).map_or("mark", |(_, name, _)| name)
    }

    /// Its name in the plural: *semicolons*.
    #[must_use]
    pub fn name(self) -> &'static str {
        DELIMITERS.iter().find(|(mark, ..)| *mark == self.0).map_or("marks", |(_, _, name)| name)
    }
}

/// A table, its rows not yet read.
#[derive(Debug)]
pub struct Sheet<'b> {
    /// The bytes of its rows, in UTF-8 as far as they are a text.
    pub bytes: Cow<'b, [u8]>,
    /// The number of bytes in the file before them; not counted for UTF-16.
    pub before: usize,
    /// The line of the file on which they begin.
    pub line: usize,
    /// The delimiter that a first line such as `sep=;` names.
    pub declared: Option<Delimiter>,
    /// The name of UTF-16, if the file is that.
    pub utf16: Option<&'static str>,
}

impl<'b> Sheet<'b> {
    /// Opens a file. `None` if it is malformed UTF-16.
    #[must_use]
    pub fn open(file: &'b [u8]) -> Option<Sheet<'b>> {
        let mark = if file.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        if mark == 0 && is_utf16(file) {
            let decoded = decode(file, None).ok().filter(|decoded| decoded.encoding.starts_with("UTF-16"))?;
            let (declared, length) = separator_line(decoded.text.as_bytes()).unzip();
            let bytes = decoded.text.as_bytes()[length.unwrap_or_default()..].to_vec().into();
            let line = 1 + usize::from(declared.is_some());
            return Some(Sheet { bytes, before: 0, line, declared, utf16: Some(decoded.encoding) });
        }
        let (declared, length) = separator_line(&file[mark..]).unzip();
        let before = mark + length.unwrap_or_default();
        let line = 1 + usize::from(declared.is_some());
        Some(Sheet { bytes: file[before..].into(), before, line, declared, utf16: None })
    }

    /// The delimiter: the one that the table names, else the one with the highest score for the first row.
    pub fn delimiter<S: PartialOrd>(&self, score: impl Fn(&[String]) -> S) -> Delimiter {
        self.declared.unwrap_or_else(|| recognise(&self.bytes, score))
    }

    /// The delimiter that makes a heading row of one of the first rows below the first, if none does of the first row.
    /// `most`: the most rows to look at.
    #[must_use]
    pub fn below_titles(&self, is_heading_row: impl Fn(&[String]) -> bool, most: usize) -> Option<Delimiter> {
        if self.declared.is_some() {
            return None;
        }
        let place = |delimiter| rows(&self.bytes, delimiter).take(most).position(|row| is_heading_row(&row));
        let found = DELIMITERS.map(|(mark, ..)| Delimiter(mark)).map(|delimiter| (place(delimiter), delimiter));
        let found = found.into_iter().filter_map(|(place, delimiter)| Some((place?, delimiter)));
        found.min_by_key(|(place, _)| *place).filter(|(place, _)| *place > 0).map(|(_, delimiter)| delimiter)
    }
}

/// UTF-16 begins with its mark, or has a zero in its first letters.
fn is_utf16(file: &[u8]) -> bool {
    file.starts_with(&[0xff, 0xfe]) || file.starts_with(&[0xfe, 0xff]) || file.iter().take(2).any(|byte| *byte == 0)
}

/// The line in which Excel names a delimiter, `sep=;`, at the beginning of the table: the delimiter and the line's
/// length.
fn separator_line(bytes: &[u8]) -> Option<(Delimiter, usize)> {
    let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'))?;
    let line = std::str::from_utf8(&bytes[..end]).ok()?.trim_matches(['"', ' ']);
    let prefix = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="))?;
    let mark = line[prefix.len()..].chars().next()?;
    // A program that doesn't know this line adds empty cells to it, as to any row.
    let rest = line[prefix.len() + mark.len_utf8()..].trim_matches(['"', ',', ';', '\t', '|']);
    let delimiter = Delimiter::parse(mark.encode_utf8(&mut [0; 4])).ok().filter(|_| rest.is_empty())?;
    let length = if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
    Some((delimiter, end + length))
}

/// A reader of all rows, including the heading row.
#[must_use]
pub fn reader(bytes: &[u8], delimiter: Delimiter) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter.0).has_headers(false).flexible(true).from_reader(bytes)
}

/// The delimiter with the highest score for the first row with content; the first of several.
fn recognise<S: PartialOrd>(bytes: &[u8], score: impl Fn(&[String]) -> S) -> Delimiter {
    let mut best: Option<(S, Delimiter)> = None;
    for delimiter in DELIMITERS.map(|(mark, ..)| Delimiter(mark)) {
        let score = score(&first_row(bytes, delimiter));
        if best.as_ref().is_none_or(|(least, _)| score > *least) {
            best = Some((score, delimiter));
        }
    }
    best.map_or(Delimiter::COMMA, |(_, delimiter)| delimiter)
}

/// The headings, read with that delimiter.
fn first_row(bytes: &[u8], delimiter: Delimiter) -> Vec<String> {
    rows(bytes, delimiter).next().unwrap_or_default()
}

/// The rows with content, each cell as a heading.
fn rows(bytes: &[u8], delimiter: Delimiter) -> impl Iterator<Item = Vec<String>> {
    let is_mark = |char: char| char.is_whitespace() || DELIMITERS.iter().any(|(mark, ..)| char == char::from(*mark));
    let (mut reader, mut record) = (reader(bytes, delimiter), ByteRecord::new());
    let cells = std::iter::from_fn(move || {
        let is_there = reader.read_byte_record(&mut record).unwrap_or_default();
        is_there.then(|| record.iter().map(|cell| heading(&String::from_utf8_lossy(cell))).collect::<Vec<String>>())
    });
    cells.filter(move |cells| cells.iter().any(|cell| !cell.trim_matches(is_mark).is_empty()))
}

/// A heading in one line: spreadsheets and forms insert line breaks and no-break spaces.
#[must_use]
pub fn heading(cell: &str) -> String {
    let is_space = |char: char| char.is_whitespace() || matches!(char, '\u{200b}' | '\u{feff}');
    cell.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

//! The encoding of an export: detected if it is certain, asked for otherwise.
//!
//! UTF-8 is certain, because no other text looks like it; so is UTF-16, by its mark or its line breaks. The older
//! encodings read any bytes as some letters, so only a person who sees the names can choose between them.

use anyhow::{Result, bail};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};
use memchr::memchr_iter;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::fmt::Write;

/// The text of an export.
#[derive(Debug)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding's name (Encoding Standard, 4.2): `UTF-8`.
    pub encoding: &'static str,
}

/// Reads the bytes, by the encoding of that name if one is given.
///
/// # Errors
/// If the encoding is neither certain nor given, or the bytes don't fit it.
pub fn decode(bytes: &[u8], given: Option<&str>) -> Result<Decoded> {
    decode_saved_as(bytes, given, "CSV (UTF-8)")
}

/// Reads the bytes of a text that is no table.
///
/// # Errors
/// As for [`decode`].
pub fn decode_text(bytes: &[u8], given: Option<&str>) -> Result<Decoded> {
    decode_saved_as(bytes, given, "UTF-8")
}

/// `form`: as what it can be saved otherwise.
fn decode_saved_as(bytes: &[u8], given: Option<&str>, form: &str) -> Result<Decoded> {
    let mark = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = match given {
        Some(name) => named(name, mark)?,
        None => match mark.or_else(|| unmarked(bytes)) {
            Some(encoding) => encoding,
            None => bail!("{}", question(bytes, form)),
        },
    };
    match whole(bytes, encoding) {
        Some(text) => Ok(Decoded { text, encoding: encoding.name() }),
        None => bail!("{}", not_of(bytes, encoding)),
    }
}

fn named(name: &str, mark: Option<&'static Encoding>) -> Result<&'static Encoding> {
    let Some(encoding) = Encoding::for_label(name.as_bytes()) else {
        bail!("can't be read as “{name}”: give --encoding a name such as utf-8, utf-16le, windows-1252 or macintosh");
    };
    match mark {
        Some(mark) if mark != encoding => bail!("begins with the mark of {}: leave --encoding out", mark.name()),
        _ => Ok(encoding),
    }
}

/// The encoding of bytes without a mark, where it is certain.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.contains(&0) {
        return std::str::from_utf8(bytes).is_ok().then_some(UTF_8);
    }
    if is_dotted_with_zeros(bytes) {
        return None;
    }
    // With its bytes in the wrong order, a text has no line breaks and no commas.
    let reads = |encoding: &&'static Encoding| {
        let text = whole(bytes, encoding).unwrap_or_default();
        text.contains(['\n', '\r', ',', ';', '\t', '|']) && !text.contains(is_no_text)
    };
    let mut fitting = [UTF_16LE, UTF_16BE].into_iter().filter(reads);
    fitting.next().filter(|_| fitting.next().is_none())
}

/// Whether this is a text of bytes with some zeros among them. In UTF-16, each ASCII letter has one zero, and letters
/// of other scripts would be control characters.
fn is_dotted_with_zeros(bytes: &[u8]) -> bool {
    let zeros = memchr_iter(0, bytes).count();
    let text = std::str::from_utf8(bytes);
    zeros * 4 < bytes.len() && text.is_ok_and(|text| !text.contains(|char| char != '\0' && is_no_text(char)))
}

fn whole(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let bytes = match Encoding::for_bom(bytes) {
        Some((marked, length)) if marked == encoding => &bytes[length..],
        _ => bytes,
    };
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned)
}

fn is_no_text(char: char) -> bool {
    char.is_control() && !char.is_whitespace()
}

fn not_of(bytes: &[u8], encoding: &'static Encoding) -> String {
    match std::str::from_utf8(bytes) {
        Err(error) if encoding == UTF_8 => {
            let line = line_of(bytes, error.valid_up_to());
            format!("is not UTF-8 in line {line}: leave --encoding out to be shown what it may be")
        }
        _ => format!("is not {}: leave --encoding out to be shown what it may be", encoding.name()),
    }
}

/// The message about bytes whose encoding only a person can recognise.
fn question(bytes: &[u8], form: &str) -> String {
    if bytes.contains(&0) {
        return format!(
            "is UTF-16 without a mark, or no text at all: give --encoding utf-16le or utf-16be, or save it as {form}"
        );
    }
    if let Some(lines) = strays(bytes) {
        return format!("is UTF-8, but not in {lines}: write the letters there again, and save it as UTF-8");
    }
    let mut question =
        "is not UTF-8, and nothing says what it is. Give the --encoding in which this reads right:".to_string();
    let (number, line) = most_ambiguous_line(bytes);
    let mut shown: Vec<String> = Vec::new();
    for encoding in candidates(bytes) {
        if whole(bytes, encoding).is_none_or(|text| text.contains(is_no_text)) {
            continue;
        }
        let line = whole(line, encoding).unwrap_or_default().trim().to_string();
        if !shown.contains(&line) {
            let _ = write!(question, "\n  --encoding {:<13} line {number}: {line}", encoding.name().to_lowercase());
            shown.push(line);
        }
    }
    if shown.is_empty() {
        return format!("is no text: save it as {form}");
    }
    format!("{question}\nor save it as {form}")
}

/// The lines that are not UTF-8 in a text that otherwise is. A text whose other lines are all ASCII doesn't count.
fn strays(bytes: &[u8]) -> Option<String> {
    const MOST: usize = 5;
    let (mut accents, mut at, mut lines) = (0, 0, Vec::new());
    for chunk in bytes.utf8_chunks() {
        accents += chunk.valid().chars().filter(|char| !char.is_ascii()).count();
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            lines.push(line_of(bytes, at));
            at += chunk.invalid().len();
        }
    }
    if accents <= lines.len() {
        return None;
    }
    lines.dedup();
    let named: Vec<String> = lines.iter().take(MOST).map(usize::to_string).collect();
    let more = if lines.len() > MOST { " and more" } else { "" };
    Some(format!("{} {}{more}", if lines.len() == 1 { "line" } else { "lines" }, named.join(", ")))
}

/// The encodings to show, the likeliest first.
fn candidates(bytes: &[u8]) -> [&'static Encoding; 5] {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let likeliest = detector.guess(None, Utf8Detection::Deny);
    [likeliest, WINDOWS_1252, WINDOWS_1250, WINDOWS_1251, MACINTOSH]
}

/// The line that encodings read most differently, and its number: the first with the most different non-ASCII letters.
fn most_ambiguous_line(bytes: &[u8]) -> (usize, &[u8]) {
    let letters = |line: &[u8]| {
        let mut letters: Vec<u8> = line.iter().filter(|byte| !byte.is_ascii()).copied().collect();
        letters.sort_unstable();
        letters.dedup();
        letters.len()
    };
    (1..).zip(bytes.split(|byte| *byte == b'\n')).min_by_key(|(_, line)| Reverse(letters(line))).unwrap_or((1, bytes))
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + memchr_iter(b'\n', &bytes[..at]).count()
}

//! The messages of a stream, and the limit for floods.

use open_letter::live::{Flood, Messages};

/// The newest message after each of the pieces.
fn read(pieces: &[&str]) -> Vec<Option<String>> {
    let mut messages = Messages::default();
    let read = |piece: &&str| {
        messages.read(piece.as_bytes(), 0.0).expect("no flood");
        messages.take().map(|message| String::from_utf8(message).unwrap())
    };
    pieces.iter().map(read).collect()
}

#[track_caller]
fn reads(stream: &str, expected: Option<&str>) {
    assert_eq!(read(&[stream]), [expected.map(str::to_string)], "{stream:?}");
    // The result is the same, wherever the stream is cut.
    let pieces: Vec<String> = stream.chars().map(String::from).collect();
    let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
    assert_eq!(read(&pieces).into_iter().flatten().last().as_deref(), expected, "{stream:?}, byte by byte");
}

#[test]
fn messages_are_read_as_the_standard_says() {
    reads("data: 1\n\n", Some("1\n"));
    reads("data:1\n\n", Some("1\n"));
    reads("data: 1\r\n\r\n", Some("1\n"));
    reads("data: 1\r\r", Some("1\n"));
    reads("data: {\ndata: }\n\n", Some("{\n}\n"));
    reads(": a comment\nid: 7\nretry: 0\nevent: message\ndata: 1\n\n", Some("1\n"));
    reads("event: other\ndata: 1\n\n", None);
    reads("event: other\ndata: 1\n\ndata: 2\n\n", Some("2\n"));
    reads("data: 1\n", None);
    reads("retry: 0\n\n", None);
    reads("data: 1\n\ndata: 2\n\n", Some("2\n"));
}

/// How many pieces are accepted before they count as a flood; pieces come that many milliseconds apart.
fn until_flood(piece: &[u8], apart: f64) -> Option<u32> {
    let mut messages = Messages::default();
    (0..100_000).find(|number| messages.read(piece, f64::from(*number) * apart) == Err(Flood))
}

#[test]
fn a_line_that_never_ends_is_a_flood() {
    assert_eq!(until_flood(&[b'x'; 10_000], 0.0), Some(50));
    assert_eq!(until_flood(&[b'x'; 10_000], 10_000.0), Some(50), "however slowly it comes");
}

#[test]
fn a_message_that_never_ends_is_a_flood() {
    assert!(until_flood(b"data: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n", 10_000.0).is_some());
}

#[test]
fn more_than_a_megabyte_a_minute_is_a_flood() {
    assert_eq!(until_flood(&[b'\n'; 10_000], 0.0), Some(100));
    assert_eq!(until_flood(&[b'\n'; 10_000], 1000.0), None);
}

#[test]
fn more_than_a_thousand_messages_a_minute_are_a_flood() {
    assert_eq!(until_flood(b"data: 1\n\n", 0.0), Some(1000));
    assert_eq!(until_flood(b"data: 1\n\n", 100.0), None, "ten a second are none");
}

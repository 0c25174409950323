//! How much of a letter is read and shown. A letter within these limits costs the reader's page less than a second. A
//! longer one is cut, with a notice, or refused with an explanation. The command checks with the same limits.

/// Bytes of a `letter.json`, decompressed. Five hundred signatories take 100 kB.
pub const LETTER_BYTES: u32 = 5_000_000;

/// Bytes of a count document. Ours take a few hundred; another system's may hold more around the number.
pub const COUNT_BYTES: u32 = 500_000;

/// Bytes of a file of a roll. A page of 700 rows with long comments takes some hundred kB.
pub const ROLL_FILE_BYTES: u32 = 3_000_000;

/// JSON values in a document: texts, numbers, lists, objects. Two thousand signatories with all members take 32,000.
pub const VALUES: usize = 300_000;

/// Levels of nesting in a document. A letter needs 43: four for each list, and two for each span in a span.
pub const DEPTH: usize = 48;

/// Lists in one another. Widgets of 0.1.0 refuse a document with more than 32 levels; so many lists leave some to spans.
pub const LIST_DEPTH: usize = 6;

/// Paragraphs, headings, items and marked words in a letter's body, together.
pub const PARTS: usize = 10_000;

/// Bytes (UTF-8) of the texts in each of three sections: the body, the signatories, the rest. A long novel takes as
/// many.
pub const TEXT_BYTES: usize = 1_000_000;

/// Changes of script or direction in the texts of each of these sections.
pub const TURNS: usize = 20_000;

/// Signatories in a `letter.json`. `publish` writes 500 there and the others into a roll.
pub const SIGNATORIES: usize = 2_000;

/// Signatories in a file of a roll.
pub const ROLL_FILE_SIGNATORIES: usize = 10_000;

/// Groups of signatories: headings of the roll, and lines of the menu that filters it.
pub const GROUPS: usize = 100;

/// Logos of a letter's signatories.
pub const LOGOS: usize = 500;

/// Addressees and their groups, counted together.
pub const ADDRESSEES: usize = 1_000;

/// Updates of a letter.
pub const UPDATES: usize = 200;

/// Languages of a letter.
pub const TRANSLATIONS: usize = 200;

/// Names in the `latest` of a count document.
pub const LATEST: usize = 50;

/// Problems of a document that are reported one by one. The others are only counted.
pub const PROBLEMS: usize = if cfg!(target_arch = "wasm32") { 20 } else { 200 };

/// What a form to sign may ask. There are 13 fields.
pub const ASKED: usize = 50;

/// Values in the document that a form sends, and names in its map.
pub const SENT: usize = 200;

/// The longest comment of a signatory, in characters. With it, all answers fit into the 8 KiB that a collector takes.
pub const COMMENT: usize = 400;

/// The longest comment if the form says nothing else, in characters.
pub const COMMENT_DEFAULT: usize = 280;

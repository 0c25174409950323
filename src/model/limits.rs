//! How much of a letter is read and shown. A letter within these limits costs its reader's page less than a second; one
//! beyond them is cut, and says so, or is refused in words. The command judges by the same numbers what it publishes.

/// Bytes of a `letter.json`, decompressed. Five hundred signatories take 100 kB.
pub const LETTER_BYTES: u32 = 5_000_000;

/// Bytes of a count document. Ours have a few hundred; one of another system may have more around the number.
pub const COUNT_BYTES: u32 = 500_000;

/// Bytes of a file of a roll. A page of 700 rows with long comments has some hundred kB.
pub const ROLL_FILE_BYTES: u32 = 3_000_000;

/// JSON values in a document: texts, numbers, lists, objects. Two thousand signatories with all their members are 32,000.
pub const VALUES: usize = 300_000;

/// Levels of nesting in a document. A letter needs 20: eight of spans, each an array and an object.
pub const DEPTH: usize = 32;

/// Paragraphs, headings, items and marked words in the body of a letter, together.
pub const PARTS: usize = 10_000;

/// Bytes (UTF-8) of all texts of the body; and of all texts of the signatories; and of the rest of a letter. A long novel
/// has as many.
pub const TEXT_BYTES: usize = 1_000_000;

/// Changes of script or direction in all texts of the body; and of the signatories; and of the rest.
pub const TURNS: usize = 20_000;

/// Signatories in a `letter.json`. `publish` puts 500 there, and the others into a roll.
pub const SIGNATORIES: usize = 2_000;

/// Signatories in a file of a roll.
pub const ROLL_FILE_SIGNATORIES: usize = 10_000;

/// Logos of a letter's signatories.
pub const LOGOS: usize = 500;

/// Addressees, the groups that they stand in counted too.
pub const ADDRESSEES: usize = 1_000;

/// What happened since the letter was published.
pub const UPDATES: usize = 200;

/// Languages of a letter.
pub const TRANSLATIONS: usize = 200;

/// Names in the `latest` of a count document.
pub const LATEST: usize = 50;

/// Faults of a document that are told one by one. The others are counted.
pub const PROBLEMS: usize = if cfg!(target_arch = "wasm32") { 20 } else { 200 };

//! Texts that carry a time and prove that they are ours. Nothing of them is stored.

use super::key::{Key, Purpose, same};
use super::word;
use jiff::Timestamp;

/// The letters of a time, and of its proof.
const TIME: usize = 8;
const PROOF: usize = 26;

/// A text with that time, and the proof that we wrote it about these things.
#[must_use]
pub fn write(time: Timestamp, purpose: Purpose, about: &[&[u8]], key: &Key) -> String {
    let seconds = time.as_second().to_be_bytes();
    let proof = key.derive(purpose, &[about, &[&seconds[..]]].concat());
    format!("{}{}", word::write(&seconds[3..]), word::write(&proof[..16]))
}

/// The time in such a text, which may be somebody else's: see [`is_ours`].
#[must_use]
pub fn time_of(text: &str) -> Option<Timestamp> {
    if !word::is(text, TIME + PROOF) {
        return None;
    }
    let mut seconds = [0; 8];
    seconds[3..].copy_from_slice(word::read(&text[..TIME])?.get(..5)?);
    Timestamp::from_second(i64::from_be_bytes(seconds)).ok()
}

/// Whether we wrote the text, with that time in it, about these things.
#[must_use]
pub fn is_ours(text: &str, time: Timestamp, purpose: Purpose, about: &[&[u8]], key: &Key) -> bool {
    same(write(time, purpose, about, key).as_bytes(), text.as_bytes())
}

//! Bytes as words that people can copy: base32 in lower case, without letters that look alike (Crockford).

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Writes bytes as base32, five bits a letter; the last letter is filled with zeros.
#[must_use]
pub fn write(bytes: &[u8]) -> String {
    let mut word = String::with_capacity((bytes.len() * 8).div_ceil(5));
    let (mut bits, mut held) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            word.push(digit(bits >> held));
        }
    }
    if held > 0 {
        word.push(digit(bits << (5 - held)));
    }
    word
}

fn digit(bits: u32) -> char {
    char::from(DIGITS[(bits & 31) as usize])
}

/// Whether the text is such a word of that length. It has one way of being written.
#[must_use]
pub fn is(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| DIGITS.contains(&byte))
}

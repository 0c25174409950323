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

/// Reads a word. Bits that fill no byte are dropped.
#[must_use]
pub fn read(word: &str) -> Option<Vec<u8>> {
    let (mut bits, mut held) = (0_u32, 0);
    let mut bytes = Vec::new();
    for letter in word.bytes() {
        let digit = DIGITS.iter().position(|digit| *digit == letter)?;
        bits = bits << 5 | u32::try_from(digit).ok()?;
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    Some(bytes)
}

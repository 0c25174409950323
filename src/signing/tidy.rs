//! Tidies what was typed, without changing what was meant.

use crate::model::Field;
use unicode_normalization::UnicodeNormalization;

/// The answer in Normalization Form C, without spaces and invisible characters around it, and with one space where there
/// were several. An e-mail address loses what is copied along with it: spaces, `mailto:`, and the name in `Kim <kim@example.org>`.
#[must_use]
pub fn tidy(field: Field, typed: &str) -> String {
    if field == Field::Email {
        return email(typed);
    }
    let composed: String = typed.nfc().collect();
    let mut tidied = String::new();
    for word in composed.split(|char: char| char.is_whitespace()).filter(|word| !word.is_empty()) {
        if !tidied.is_empty() {
            tidied.push(' ');
        }
        tidied.push_str(word);
    }
    tidied.trim_matches(|char: char| char == ' ' || is_unseen(char)).to_string()
}

/// Whether nobody sees that the character came along with a name that was pasted. Joiners are none of these: in some
/// scripts a word ends with one.
fn is_unseen(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn email(typed: &str) -> String {
    // Some programs copy an invisible character along with the address.
    let is_kept =
        |char: &char| !char.is_whitespace() && !matches!(char, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let address = match typed.rsplit_once('<') {
        Some((_, rest)) => rest.split('>').next().unwrap_or_default(),
        None => typed,
    };
    let address: String = address.nfc().filter(is_kept).collect();
    let address = address.trim_end_matches([',', ';']);
    match address.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => address.get(7..).unwrap_or_default().to_string(),
        _ => address.to_string(),
    }
}

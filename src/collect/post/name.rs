//! Names in mails.

/// Joins words without a visible sign (U+2060).
const WORD_JOINER: char = '\u{2060}';

/// A text that strangers chose, so that no mail program makes a link of it: names such as *Armenophobia.org* are fine,
/// but a stranger must not send links to others through us. A word joiner follows every dot inside a word.
#[must_use]
pub fn unlinked(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        safe.push(char);
        if is_dot(char) && chars.peek().is_some_and(|next| !next.is_whitespace()) {
            safe.push(WORD_JOINER);
        }
    }
    safe
}

/// The dots of domain names (IDNA, UTS 46), and the colon that ends a scheme.
fn is_dot(char: char) -> bool {
    matches!(char, '.' | '．' | '。' | '｡' | ':')
}

#[cfg(test)]
mod tests {
    use super::unlinked;

    #[test]
    fn a_name_like_a_domain_is_broken_and_others_are_not() {
        assert_eq!(unlinked("Armenophobia.org"), "Armenophobia.\u{2060}org");
        assert_eq!(unlinked("javascript:x"), "javascript:\u{2060}x");
        for name in ["Dr. Kim A. Lee", "Անի Պետրոսյան", "O’Neill & Sons, Inc."] {
            assert_eq!(unlinked(name), name);
        }
    }
}

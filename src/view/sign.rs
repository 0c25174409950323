//! The link to sign.

use super::context::Context;
use super::element::Element;
use super::link::link;
use crate::model::Sign;

/// A plain link, so that signing works without scripts. Its event and its form are in `embed/loader/glue/signing.js`.
pub(super) fn sign(sign: &Sign, context: Context) -> Element {
    let Context { settings, language, .. } = context;
    let url = with_partner(sign.url.as_str(), settings.partner.as_deref());
    let link = link(&url).part("sign");
    match &sign.label {
        Some(label) => link.text(label),
        None => link.say(language.texts.sign, language),
    }
}

/// The URL with the host page's id as `?partner=`, before any fragment.
pub(super) fn with_partner(url: &str, partner: Option<&str>) -> String {
    let Some(partner) = partner.filter(|_| url.starts_with("http")) else { return url.to_string() };
    let (url, fragment) = url.split_once('#').map_or((url, String::new()), |(url, rest)| (url, format!("#{rest}")));
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}partner={}{fragment}", percent_encoded(partner))
}

/// The text with all characters percent-encoded except the unreserved ones (RFC 3986, section 2.3).
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte.into()),
            _ => {
                encoded.push('%');
                encoded.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::with_partner;

    #[test]
    fn partner_joins_the_query_before_the_fragment() {
        assert_eq!(with_partner("https://a.example/sign", None), "https://a.example/sign");
        assert_eq!(with_partner("https://a.example/sign", Some("x")), "https://a.example/sign?partner=x");
        assert_eq!(
            with_partner("https://a.example/?a=b#c", Some("é &")),
            "https://a.example/?a=b&partner=%C3%A9%20%26#c"
        );
        assert_eq!(with_partner("mailto:a@b.example", Some("x")), "mailto:a@b.example");
    }
}

//! Typing errors in the domains of e-mail addresses: a suggestion, never a silent change.

/// Domains where many people have their mailbox.
const COMMON: [&str; 27] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.fr",
    "hotmail.co.uk",
    "outlook.com",
    "yahoo.com",
    "yahoo.fr",
    "yahoo.co.uk",
    "icloud.com",
    "protonmail.com",
    "proton.me",
    "t-online.de",
    "freenet.de",
    "orange.fr",
    "wanadoo.fr",
    "laposte.net",
    "libero.it",
    "yandex.ru",
    "rambler.ru",
    "btinternet.com",
    "comcast.net",
    "verizon.net",
    "bigpond.com",
    "terra.com.br",
    "naver.com",
    "walla.co.il",
];

/// Domains that look like an error and are none.
const REAL: [&str; 10] = [
    "mail.com",
    "email.com",
    "ymail.com",
    "hotmail.it",
    "hotmail.de",
    "hotmail.es",
    "yahoo.de",
    "yahoo.it",
    "yahoo.es",
    "yandex.by",
];

/// Names that have their mailboxes at one domain only, whatever is written after them.
const ONLY: [(&str, &str); 3] = [("gmail", "gmail.com"), ("googlemail", "googlemail.com"), ("icloud", "icloud.com")];

/// The address that may be meant: `kim@gmail.com` for `kim@gmial.com`. `None` if the domain is common, or like no common
/// one.
#[must_use]
pub fn suggestion(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    let domain = domain.to_ascii_lowercase();
    if domain.len() > 30 || COMMON.contains(&domain.as_str()) || REAL.contains(&domain.as_str()) {
        return None;
    }
    let name = domain.split('.').next().unwrap_or_default();
    let only = ONLY.into_iter().find_map(|(only, whole)| (only == name).then_some(whole));
    let meant = only.or_else(|| COMMON.into_iter().find(|common| is_one_error(&domain, common)))?;
    Some([local, "@", meant].concat())
}

/// Whether one error of typing lies between the two: a letter left out, added, or another, or two exchanged.
fn is_one_error(typed: &str, meant: &str) -> bool {
    let (mut typed, mut meant) = (typed.as_bytes(), meant.as_bytes());
    while let ([a, typed_rest @ ..], [b, meant_rest @ ..]) = (typed, meant)
        && a == b
    {
        (typed, meant) = (typed_rest, meant_rest);
    }
    while let ([typed_rest @ .., a], [meant_rest @ .., b]) = (typed, meant)
        && a == b
    {
        (typed, meant) = (typed_rest, meant_rest);
    }
    match (typed, meant) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

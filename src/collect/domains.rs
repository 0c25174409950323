//! Domains of mail addresses: those where everybody may have a mailbox, and those where nobody keeps one.

/// The domains of throw-away addresses that hold what comes from there, unless the coordinator has another list.
pub const THROW_AWAY: &str = include_str!("../../integrations/hosting/throw-away-domains.txt");

/// Large providers of mailboxes, from which many sign in an hour without any of them knowing another.
const PROVIDERS: [&str; 66] = [
    "126.com",
    "163.com",
    "abv.bg",
    "aol.com",
    "bigpond.com",
    "bluewin.ch",
    "btinternet.com",
    "centrum.cz",
    "comcast.net",
    "fastmail.com",
    "free.fr",
    "freemail.hu",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "hotmail.es",
    "hotmail.fr",
    "hotmail.it",
    "icloud.com",
    "interia.pl",
    "laposte.net",
    "libero.it",
    "live.com",
    "mac.com",
    "mail.com",
    "mail.ru",
    "mailbox.org",
    "me.com",
    "msn.com",
    "naver.com",
    "o2.pl",
    "onet.pl",
    "orange.fr",
    "outlook.com",
    "outlook.fr",
    "pm.me",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rambler.ru",
    "riseup.net",
    "seznam.cz",
    "sfr.fr",
    "t-online.de",
    "telenet.be",
    "tuta.com",
    "tutanota.com",
    "ukr.net",
    "verizon.net",
    "walla.co.il",
    "wanadoo.fr",
    "web.de",
    "wp.pl",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.fr",
    "yandex.ru",
    "ymail.com",
];

/// Whether everybody may have a mailbox there.
#[must_use]
pub fn is_provider(domain: &str) -> bool {
    PROVIDERS.binary_search(&domain).is_ok()
}

/// The domains of a list: one a line, in lower case, without empty lines and notes.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.trim().to_lowercase());
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

#[cfg(test)]
mod tests {
    use super::{PROVIDERS, THROW_AWAY, is_provider, lines};

    #[test]
    fn providers_are_in_order_and_throw_nothing_away() {
        assert!(PROVIDERS.is_sorted());
        assert!(is_provider("gmail.com") && !is_provider("example.org"));
        assert!(!lines(THROW_AWAY).iter().any(|domain| is_provider(domain)));
    }
}

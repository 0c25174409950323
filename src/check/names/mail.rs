//! Finds what may have been an e-mail address, and is none as it is written. What is certain, `email_in` finds.

use crate::model::email_in;

/// Hosts of mail that many people have.
const HOSTS: [&str; 22] = [
    "gmail",
    "googlemail",
    "yahoo",
    "hotmail",
    "outlook",
    "icloud",
    "protonmail",
    "gmx",
    "aol",
    "yandex",
    "mail.ru",
    "web.de",
    "t-online",
    "posteo",
    "orange.fr",
    "free.fr",
    "libero.it",
    "wp.pl",
    "ukr.net",
    "qq.com",
    "163.com",
    "naver.com",
];

/// What people write for the at sign, without brackets around it.
const AT: [&str; 9] = ["-at-", "_at_", ".at.", "=at=", "*at*", "#", "-ät-", "_ät_", "-arroba-"];

/// The fault of a text that may have an address in it.
#[must_use]
pub fn fault(text: &str) -> Option<String> {
    if text.len() < SHORTEST || !text.contains(['.', '@', '＠', ',']) || email_in(text).is_some() {
        return None;
    }
    let lower = text.to_lowercase();
    let shown = spelled(&lower).or_else(|| with_sign(&lower)).or_else(|| of_host(&lower))?;
    Some(format!("has {shown}, which may be an e-mail address that everybody could read: leave it out"))
}

const SHORTEST: usize = 6;

/// `kim-at-example.org`, `kim#example.org`
fn spelled(text: &str) -> Option<&str> {
    AT.iter().find_map(|at| {
        let (begin, end) = text.split_once(at).map(|(before, _)| (before.len(), before.len() + at.len()))?;
        let local = text[..begin].rsplit(char::is_whitespace).next().filter(|word| is_local(word))?;
        let domain = text[end..].split(char::is_whitespace).next().map(trimmed).filter(|word| is_domain(word))?;
        Some(&text[begin - local.len()..end + domain.len()])
    })
}

/// `kim@gmail`, `kim@gmail,com`, `kim@@example.org`
fn with_sign(text: &str) -> Option<&str> {
    let word = text.split_whitespace().map(trimmed).find(|word| word.contains(['@', '＠']))?;
    let (local, domain) = word.split_once(['@', '＠'])?;
    let domain = domain.trim_start_matches(['@', '＠', '.']);
    let is_comma = domain.split_once(',').is_some_and(|(name, end)| is_name(name) && is_end(end));
    (is_local(local) && (is_comma || is_domain(domain) || is_host(domain))).then_some(word)
}

/// `kim.gmail.com`, `kimgmail.com`
fn of_host(text: &str) -> Option<&str> {
    let is_mail = |word: &&str| {
        HOSTS.iter().any(|host| {
            let at = word.find(host).filter(|at| *at > 0);
            at.is_some_and(|at| {
                let end = word[at + host.len()..].strip_prefix('.');
                let is_whole = at + host.len() == word.len() && word[..at].ends_with(['.', '_']);
                host.contains('.') && is_whole || end.is_some_and(is_end)
            })
        })
    };
    text.split_whitespace().map(trimmed).find(is_mail)
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|char: char| "()[]<>{}.,;:\"'“”".contains(char))
}

fn is_local(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|char| char.is_alphanumeric() || "._-+".contains(char))
}

fn is_name(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|char| char.is_alphanumeric() || char == '-')
}

/// Whether a word is the end of a domain: `org`, `co.uk`.
fn is_end(word: &str) -> bool {
    let is_label = |label: &str| (2..=6).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_lowercase());
    word.split('.').all(is_label)
}

fn is_domain(word: &str) -> bool {
    word.split_once('.').is_some_and(|(name, end)| is_name(name) && end.split('.').next_back().is_some_and(is_end))
}

fn is_host(word: &str) -> bool {
    HOSTS.iter().any(|host| word == *host || word.strip_prefix(host).is_some_and(|end| end == "com"))
}

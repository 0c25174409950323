//! Faults of a single address.

use super::{CODE, RELATIVE, Use};
use crate::model::link_scheme;
use crate::source::finding::Weight;
use std::cell::Cell;
use url::{Host, SyntaxViolation, Url};

/// A fault; the message follows the name of the address.
#[derive(Debug)]
pub struct Fault {
    /// The kind of fault in a word.
    pub code: &'static str,
    /// How much it matters.
    pub weight: Weight,
    /// The fault and the remedy.
    pub message: String,
}

/// The fault in an address that the model accepted as a link. Only certain faults are reported.
#[must_use]
pub fn fault(address: &str, made: Use) -> Option<Fault> {
    if address.contains(char::is_whitespace) {
        return Some(warning("has white space in it: leave it out, or write %20 for a space"));
    }
    match link_scheme(address).as_deref() {
        None => Some(relative(address)),
        Some("mailto") => mail(address),
        Some(scheme) => web(address, scheme, made),
    }
}

/// The host of a complete web address.
#[must_use]
pub fn host(address: &str) -> Option<String> {
    let is_web = address.starts_with("http://") || address.starts_with("https://");
    let whole = if address.starts_with("www.") { format!("https://{address}") } else { address.to_string() };
    let url = (is_web || address.starts_with("www.")).then(|| Url::parse(&whole).ok())??;
    url.host_str().map(str::to_string)
}

fn warning(message: impl Into<String>) -> Fault {
    Fault { code: CODE, weight: Weight::Warning, message: message.into() }
}

fn hint(message: impl Into<String>) -> Fault {
    Fault { code: CODE, weight: Weight::Hint, message: message.into() }
}

fn relative(address: &str) -> Fault {
    if address.starts_with('#') {
        return warning("leads into the letter's own file, where nothing has that name: write a whole address");
    }
    if let Some(handle) = address.strip_prefix('@') {
        return warning(match handle.split_once('@').filter(|(_, server)| is_host(server)) {
            Some((name, server)) => format!("is a handle and no address: write https://{server}/@{name}"),
            None => format!("is a handle and no address: write that of the page, https://…/{handle}, or leave it out"),
        });
    }
    if address.contains('@') && !address.contains('/') {
        return warning(format!("is an e-mail address without its scheme: write mailto:{address}"));
    }
    let first = address.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
    if address.starts_with("www.") || is_host(first) && !address.starts_with(['.', '/']) {
        return warning(format!("has no https: and so leads into the letter's own folder: write https://{address}"));
    }
    if address.starts_with("//") {
        return hint(format!("leaves the scheme open: write https:{address}"));
    }
    let fault = "is relative to the letter's folder in the site, into which publish puts no such file";
    Fault { code: RELATIVE, ..hint(format!("{fault}: write a whole address, or put it there")) }
}

/// Whether a word is the name of a host, not of a file.
fn is_host(word: &str) -> bool {
    const FILES: [&str; 22] = [
        "html", "htm", "php", "asp", "aspx", "pdf", "json", "xml", "md", "txt", "csv", "doc", "docx", "odt", "jpg",
        "jpeg", "png", "gif", "svg", "webp", "avif", "zip",
    ];
    word.rsplit_once('.').is_some_and(|(name, end)| {
        let is_name = !name.is_empty() && name.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '.'));
        let is_end = end.len() > 1 && end.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_name && is_end && !FILES.contains(&end.to_ascii_lowercase().as_str())
    })
}

fn mail(address: &str) -> Option<Fault> {
    let (_, rest) = address.split_once(':')?;
    let (recipients, query) = rest.split_once('?').unwrap_or((rest, ""));
    if recipients.is_empty() && !query.is_empty() {
        // A mail without an address, for readers to fill in.
        return None;
    }
    for recipient in recipients.split(',') {
        let Some((name, domain)) = recipient.rsplit_once('@').filter(|(name, _)| !name.is_empty()) else {
            return Some(warning("has no e-mail address: write mailto:name@domain"));
        };
        if !domain.contains('.') || domain.starts_with('.') || domain.ends_with('.') || name.contains('@') {
            return Some(warning(format!("has {recipient}, which is not an e-mail address: write mailto:name@domain")));
        }
        if is_placeholder(domain) {
            return Some(placeholder(domain));
        }
    }
    None
}

fn web(address: &str, scheme: &str, made: Use) -> Option<Fault> {
    let violation = Cell::new(None);
    // Readers don't notice what every browser repairs in a path or query.
    let is_grave = |found| !matches!(found, SyntaxViolation::NonUrlCodePoint | SyntaxViolation::PercentDecode);
    let note = |found| violation.set(violation.get().or(Some(found).filter(|found| is_grave(*found))));
    let url = match Url::options().syntax_violation_callback(Some(&note)).parse(address) {
        Ok(url) => url,
        Err(error) => {
            return Some(warning(format!("is not a URL ({error}): write it as the browser's address bar has it")));
        }
    };
    if let Some(found) = violation.get() {
        let fault = found.description();
        return Some(warning(format!(
            "is not written as a URL is ({fault}): write it as the browser's address bar has it"
        )));
    }
    let trimmed = address.trim_end_matches(['.', ',', ';', '”', '’', '»', '"', '\'']);
    let without_bracket = if trimmed.contains('(') { trimmed } else { trimmed.trim_end_matches([')', ']']) };
    if without_bracket.len() < address.len() {
        let end = &address[without_bracket.len()..];
        return Some(warning(format!("ends with {end}, which belongs to the sentence: leave it out")));
    }
    if let Some(fault) = of_host(&url) {
        return Some(fault);
    }
    match (scheme, made) {
        ("http", Use::Loaded) => {
            Some(warning("is loaded by http, which pages that came by https refuse: write https:"))
        }
        ("http", Use::Followed) => Some(hint("goes by http: write https:, if that page is there too")),
        _ => None,
    }
}

fn of_host(url: &Url) -> Option<Fault> {
    let inner =
        |host: String| Some(warning(format!("leads to {host}, which readers can't reach: write a public address")));
    match url.host()? {
        Host::Domain(domain) if is_placeholder(domain) => Some(placeholder(domain)),
        Host::Domain(domain)
            if domain == "localhost"
                || domain.ends_with(".localhost")
                || domain.rsplit('.').next() == Some("local") =>
        {
            inner(domain.to_string())
        }
        Host::Domain(domain) if !domain.trim_end_matches('.').contains('.') => Some(warning(format!(
            "has the host {domain}, which is not a whole name: write it with its end, such as .org"
        ))),
        Host::Ipv4(ip) if ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_unspecified() => {
            inner(ip.to_string())
        }
        Host::Ipv6(ip) if ip.is_loopback() || ip.is_unspecified() => inner(ip.to_string()),
        _ => None,
    }
}

/// A hint, because a new starter letter contains many and is in order.
fn placeholder(domain: &str) -> Fault {
    hint(format!("leads to {domain}, an example address: write your own address"))
}

/// Whether a domain is reserved for examples (RFC 2606, sections 2 and 3).
fn is_placeholder(domain: &str) -> bool {
    let domain = domain.trim_end_matches('.').to_ascii_lowercase();
    let labels: Vec<&str> = domain.rsplit('.').collect();
    matches!(labels.as_slice(), ["example" | "test" | "invalid", ..] | ["com" | "org" | "net", "example", ..])
}

//! Who receives what is typed, and which receivers a host page need not put up with.

use crate::model::{host, is_loopback};

/// The host that receives the data, if it is not the letter's own: the form names it. Both addresses are absolute and as
/// the URL Standard writes them, so that the host is in ASCII (Punycode) and nobody mistakes one letter for another.
#[must_use]
pub fn receiver(letter: &str, action: &str) -> Option<String> {
    let action = host(action)?;
    (host(letter) != Some(action)).then(|| action.to_string())
}

/// Whether a letter must not send to `action` from that page: the address is of the page's site, but not of the
/// letter's. Browsers and servers trust a request within a site more than others, and a letter comes from elsewhere.
///
/// Which hosts are of one site depends on a list of registries that is too long for a widget (the Public Suffix List).
/// This rule does without: hosts are of one site if their last two labels are the same, or the last three where the
/// second to last is as short as those of registries (`co.uk`, `com.au`). The letter may send to its own host, to hosts
/// above or below it, and to any other host of its site but the page's own. Where many people share a domain
/// (`github.io`), the rule refuses more than it must, and the reader follows the link to sign.
#[must_use]
pub fn is_refused(page: &str, letter: &str, action: &str) -> bool {
    let (Some(page), Some(action)) = (host(page), host(action)) else { return false };
    let Some(letter) = host(letter) else { return true };
    let is_own =
        is_within(letter, action) || is_within(action, letter) || is_one_site(letter, action) && action != page;
    is_one_site(action, page) && !is_own
}

/// Whether the host is that domain or below it.
fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.') && !is_address(host))
}

fn is_one_site(one: &str, other: &str) -> bool {
    one == other || is_loopback(one) && is_loopback(other) || !is_address(one) && site(one) == site(other)
}

/// The part of the host that identifies its site.
fn site(host: &str) -> &str {
    let host = host.trim_end_matches('.');
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let (Some(last), Some(second)) = (dots.next(), dots.next()) else { return host };
    let is_registry = host.len() - last == 3 && last - second <= 4;
    let cut = if is_registry { dots.next() } else { Some(second) };
    cut.and_then(|cut| host.get(cut + 1..)).unwrap_or(host)
}

/// Whether the host is an IP address.
fn is_address(host: &str) -> bool {
    host.starts_with('[') || host.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()))
}

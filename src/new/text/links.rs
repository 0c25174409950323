//! Links of documents.

use super::losses::Losses;
use super::signs;
use url::Url;

/// The address of a link, if a letter may have it. What stands between it and its page is left out.
pub fn link(address: &str, losses: &mut Losses) -> Option<String> {
    let address = address.trim();
    if let Some((host, target)) = direct(address) {
        losses.add(format!("the detour over {host} of a link"), vec![]);
        return Some(target);
    }
    let fits = signs::is_link(address);
    if !fits && !address.is_empty() && !address.starts_with('#') {
        losses.add(format!("a link to {address}, which leads to no page of the web"), vec![]);
    }
    fits.then(|| address.to_string())
}

/// The ways of programs that count or check who follows a link: the end of the host, the path, and the parameter with
/// the address of the page.
const DETOURS: [(&str, &str, &str); 9] = [
    ("google.com", "/url", "q"),
    ("google.com", "/url", "url"),
    ("safelinks.protection.outlook.com", "/", "url"),
    ("facebook.com", "/l.php", "u"),
    ("youtube.com", "/redirect", "q"),
    ("linkedin.com", "/redir/redirect", "url"),
    ("linkedin.com", "/safety/go", "url"),
    ("slack-redir.net", "/link", "url"),
    ("out.reddit.com", "/", "url"),
];

/// The host of a detour, and the address of the page behind it.
fn direct(address: &str) -> Option<(String, String)> {
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?;
    let is_of = |end: &str| host == end || host.strip_suffix(end).is_some_and(|rest| rest.ends_with('.'));
    let mut named = DETOURS.iter().filter(|(end, path, _)| is_of(end) && url.path().starts_with(path));
    let value = |key: &str| url.query_pairs().find(|(name, _)| name == key).map(|(_, value)| value.into_owned());
    let target = named.find_map(|(_, _, key)| value(key)).or_else(|| defended(address, host))?;
    let is_page = Url::parse(&target).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    is_page.then(|| (host.to_string(), target))
}

/// The address in one of `urldefense.com`: between `__` and `__;`, if no sign of it was taken out.
fn defended(address: &str, host: &str) -> Option<String> {
    let (_, rest) = address.split_once("/v3/__").filter(|_| host == "urldefense.com")?;
    let (target, _) = rest.split_once("__;")?;
    (!target.contains('*')).then(|| target.to_string())
}

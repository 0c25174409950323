//! Addresses in a letter: all of them pass this one check, in the browser and natively.
//!
//! An address is resolved first, then the result is checked, and only the result is used. The text as written is never
//! checked alone: URL parsers ignore different characters, and a relative address to one is a script to another
//! (`\u{a0}javascript:…`).

/// Resolves a URL reference against the address of the document; `None` if it is not a URL.
pub type Resolve<'r> = &'r dyn Fn(&str) -> Option<String>;

/// A checked URL for `href`: http, https or mailto, resolved against the letter's address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(description = "An http, https or mailto URL, or one relative to the letter's own address")
)]
pub struct Link(#[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "uri-reference")))] String);

impl Link {
    /// Resolves a reference with `resolve` and checks the result.
    ///
    /// # Errors
    ///
    /// The fault, to be read after the path: it is not a URL, has another scheme than http, https and mailto, or names a
    /// user.
    pub fn of(written: &str, resolve: Resolve) -> Result<Link, String> {
        let written = written.trim();
        judge(written)?;
        let url = resolve(written).ok_or(NO_URL)?;
        judge(&url)?;
        Ok(Link(url))
    }

    /// The URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

const NO_URL: &str = "is not a URL";

/// Accepts an address, absolute or relative, if no URL parser can find another scheme in it. A scheme ends with the
/// first colon, so an address with a colon in its first segment must begin exactly with an allowed scheme. (A relative
/// reference has no colon there: RFC 3986, section 4.2.)
///
/// The address must not name a user: `https://parliament.example@elsewhere.example/` does not lead where it seems to.
fn judge(address: &str) -> Result<(), String> {
    let is_slash = |char: char| matches!(char, '/' | '\\');
    let host = match split_scheme(address) {
        Some((scheme, _)) if scheme.eq_ignore_ascii_case("mailto") => None,
        // Some parsers read any number of slashes as two.
        Some((scheme, rest)) if is_web(scheme) => Some(rest.trim_start_matches(is_slash)),
        Some((scheme, _)) if is_scheme(scheme) => {
            return Err(["is a ", &scheme.to_ascii_lowercase(), ": link, which is dropped"].concat());
        }
        Some(_) => return Err(NO_URL.into()),
        None => address.strip_prefix(is_slash).and_then(|rest| rest.strip_prefix(is_slash)),
    };
    match host.and_then(|host| host.split(ends_segment).next()) {
        Some(host) if host.contains('@') => Err("has a user's name in it, which is dropped".into()),
        _ => Ok(()),
    }
}

/// The parts before and after the first colon, if it is in the first segment.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    (!scheme.contains(ends_segment)).then_some((scheme, rest))
}

fn ends_segment(char: char) -> bool {
    matches!(char, '/' | '\\' | '?' | '#')
}

/// Whether the word has the form of a scheme (RFC 3986, section 3.1).
fn is_scheme(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{judge, split_scheme};
    use url::Url;

    /// A placeholder for the letter's address, to check addresses in source files.
    const SOMEWHERE: &str = "https://somewhere.invalid/letters/letter/letter.json";

    /// The scheme of a checked address, in lower case. `None` if it is relative.
    #[must_use]
    pub fn link_scheme(address: &str) -> Option<String> {
        split_scheme(address).map(|(scheme, _)| scheme.to_ascii_lowercase())
    }

    /// Leaves an address of a source file as written: the reader of the published letter resolves it. `None` if the
    /// resolved address would not pass the check (URL Standard).
    #[must_use]
    pub fn as_written(reference: &str) -> Option<String> {
        let base = Url::parse(SOMEWHERE).ok()?;
        let whole = base.join(reference).ok()?;
        judge(whole.as_str()).ok()?;
        Some(reference.to_string())
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::{as_written, link_scheme};

//! Addresses that come out of a letter: the one door that all of them pass, in the browser and natively.
//!
//! An address is resolved first, then the result is judged, and the result is what is used. What was written is never
//! judged by itself alone: each reader of URLs leaves out other characters, and what one of them takes for a relative
//! address is a script to another (`\u{a0}javascript:…`).

/// Resolves a URL reference against the address of the document that is read; `None` if it is no URL.
pub type Resolve<'r> = &'r dyn Fn(&str) -> Option<String>;

/// A URL that may stand in `href`: http, https or mailto, resolved against the letter's own address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(description = "An http, https or mailto URL, or one relative to the letter's own address")
)]
pub struct Link(#[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "uri-reference")))] String);

impl Link {
    /// The door: the address that a reference leads to, resolved by `resolve`.
    ///
    /// # Errors
    /// What is wrong with it, to be read after its path: it is no URL, has another scheme than http, https and mailto,
    /// or names a user.
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

const NO_URL: &str = "is no URL";

/// Lets an address pass, be it whole or relative, if no reader of URLs can find another scheme in it: one ends with the
/// first colon, and whatever has a colon in its first segment must begin with an allowed one, letter for letter. (So
/// RFC 3986, section 4.2: a relative reference has no colon there.)
///
/// Neither may it name a user: `https://parliament.example@elsewhere.example/` does not lead where it seems to.
fn judge(address: &str) -> Result<(), String> {
    let is_slash = |char: char| matches!(char, '/' | '\\');
    let host = match split_scheme(address) {
        Some((scheme, _)) if scheme.eq_ignore_ascii_case("mailto") => None,
        // However many slashes there are, some reader takes them for two.
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

/// What stands before the first colon, and after it, where that is in the first segment.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    (!scheme.contains(ends_segment)).then_some((scheme, rest))
}

fn ends_segment(char: char) -> bool {
    matches!(char, '/' | '\\' | '?' | '#')
}

/// Whether it is spelt as a scheme (RFC 3986, section 3.1).
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

    /// Where a letter might stand. An address in a source file is judged by what it means there.
    const SOMEWHERE: &str = "https://somewhere.invalid/letters/letter/letter.json";

    /// The scheme of an address that has passed the door, in lower case. `None`: it is relative.
    #[must_use]
    pub fn link_scheme(address: &str) -> Option<String> {
        split_scheme(address).map(|(scheme, _)| scheme.to_ascii_lowercase())
    }

    /// Resolves nothing: an address in a source file stays as it is written, since who reads the published letter knows
    /// what it is relative to. `None`, if it would not pass the door where it is resolved (URL Standard).
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

//! The address of an export.

use crate::model::is_loopback;
use url::Url;

/// An address that may be asked: https, and no user in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Url);

impl Address {
    /// Whether a text is meant as an address, and not as a file.
    #[must_use]
    pub fn is_meant(text: &str) -> bool {
        text.split_once("://").is_some_and(|(scheme, _)| scheme.chars().all(|char| char.is_ascii_alphanumeric()))
    }

    /// Reads an address. With `allows_private`, plain http leads to this computer.
    ///
    /// # Errors
    /// A message without the address, which may be a secret.
    pub fn parse(text: &str, allows_private: bool) -> Result<Address, String> {
        let url =
            Url::parse(text.trim()).map_err(|error| format!("the address is not a URL ({error}): copy it again"))?;
        Address::of(url, allows_private)
    }

    fn of(mut url: Url, allows_private: bool) -> Result<Address, String> {
        let host = url.host_str().unwrap_or_default().to_string();
        let named = if host.is_empty() { "the address".to_string() } else { format!("the address of {host}") };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(format!("{named} has a user's name or a password in it: give one that needs none"));
        }
        let is_own = url.scheme() == "http" && allows_private && is_loopback(&host);
        if url.scheme() != "https" && !is_own {
            return Err(format!(
                "{named} begins with {}: others could change the table on its way, so give it with https:",
                url.scheme()
            ));
        }
        url.set_fragment(None);
        Ok(Address(url))
    }

    /// The address to which this one leads on.
    ///
    /// # Errors
    /// A message, if it may not be asked.
    pub fn follow(&self, location: &str, allows_private: bool) -> Result<Address, String> {
        let url = self.0.join(location).ok().filter(|_| !location.is_empty());
        let url = url.ok_or_else(|| format!("{} redirects to no address: copy the address again", self.host()))?;
        Address::of(url, allows_private).map_err(|fault| format!("{} redirects, and {fault}", self.host()))
    }

    /// The whole address, for the request alone.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Its host, for messages.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Whether it is the page of a Google sheet, which people copy from their browser.
    #[must_use]
    pub fn is_sheet_page(&self) -> bool {
        let path = self.0.path();
        self.host() == "docs.google.com" && path.starts_with("/spreadsheets/d/") && path.contains("/edit")
    }
}

/// Never the whole: it may be a secret.
impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Address({})", self.host())
    }
}

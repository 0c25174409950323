//! E-mail addresses: the form in which two of them are the same mailbox, and their keyed marks.

use super::key::{Key, Purpose};

/// An address in its canonical form, which is used for marks and limits alone. Mails go to the address as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonical {
    local: String,
    domain: String,
}

/// Hosts of mailboxes that ignore dots, with the name that stands for both.
const DOTLESS: [&str; 2] = ["gmail.com", "googlemail.com"];

impl Canonical {
    /// The canonical form: lower case, the domain in ASCII (IDNA), what follows `+` dropped, dots dropped for Gmail
    /// alone. `None` if it is no address.
    #[must_use]
    pub fn of(address: &str) -> Option<Canonical> {
        let (local, domain) = address.trim().rsplit_once('@')?;
        let domain = match url::Host::parse(domain.trim_end_matches('.')).ok()? {
            url::Host::Domain(domain) => domain.to_lowercase(),
            _ => return None,
        };
        let local = local.to_lowercase();
        let local = local.split('+').next().unwrap_or_default();
        let (local, domain) = if DOTLESS.contains(&domain.as_str()) {
            (local.replace('.', ""), DOTLESS[0].to_string())
        } else {
            (local.to_string(), domain)
        };
        (!local.is_empty()).then_some(Canonical { local, domain })
    }

    /// The domain.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The form as text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// The mark of the address in a letter: who signs two letters is not known to be one person.
    #[must_use]
    pub fn mark(&self, letter: &str, key: &Key) -> [u8; 32] {
        key.derive(Purpose::Mark, &[letter.as_bytes(), self.text().as_bytes()])
    }

    /// The mark of the domain in a letter.
    #[must_use]
    pub fn domain_mark(&self, letter: &str, key: &Key) -> [u8; 16] {
        domain_mark(&self.domain, letter, key)
    }
}

/// The mark of a domain in a letter.
#[must_use]
pub fn domain_mark(domain: &str, letter: &str, key: &Key) -> [u8; 16] {
    let hash = key.derive(Purpose::Mark, &[b"domain", letter.as_bytes(), domain.to_lowercase().as_bytes()]);
    hash[..16].try_into().unwrap_or_default()
}

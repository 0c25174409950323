//! The form of e-mail addresses.

use super::check::Fault;

/// What is wrong with a tidied e-mail address. Quoted local parts (RFC 5321, section 4.1.2) and addresses of machines
/// (`kim@[192.0.2.1]`) exist, but nobody's mailbox has one.
pub(super) fn fault(address: &str) -> Option<Fault> {
    let (local, domain) = address.rsplit_once('@').unwrap_or_default();
    // RFC 5322, section 3.2.3.
    let is_atom = |char: char| char.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(char);
    let is_local = (1..=64).contains(&local.len())
        && local.chars().all(is_atom)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    if !is_local || domain.is_empty() || domain.chars().any(|char| !is_of_domain(char)) {
        return Some(Fault::Form);
    }
    (!is_domain(domain)).then_some(Fault::Domain)
}

fn is_of_domain(char: char) -> bool {
    // Letters of all scripts, and their marks: the mail server turns them into ASCII.
    char.is_ascii_alphanumeric() || matches!(char, '.' | '-') || !char.is_ascii() && !char.is_control()
}

/// Whether a mailbox can be there: at least two labels, the last of which is no number.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-');
    let last = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.')
        && domain.split('.').all(is_label)
        && last.chars().count() > 1
        && !last.starts_with(|char: char| char.is_ascii_digit())
}

//! What is to be mended so that mails arrive: the login at the relay, and the records of the sender's domain.

use super::dns;
use super::envelope::Sender;
use super::way::Way;
use std::net::SocketAddr;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// All is well.
    Good,
    /// Mails may arrive all the same.
    Doubtful,
    /// To be mended.
    Fault,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How grave it is.
    pub grade: Grade,
    /// What it is about: `relay`, `SPF`, `DKIM`, `DMARC`.
    pub about: &'static str,
    /// What was found, and what to do.
    pub says: String,
}

/// The names under which relays usually have their DKIM keys. A selector can't be found out, only tried.
const SELECTORS: [&str; 16] = [
    "default",
    "dkim",
    "mail",
    "email",
    "smtp",
    "key1",
    "k1",
    "k2",
    "s1",
    "s2",
    "selector1",
    "selector2",
    "google",
    "mxvault",
    "pm",
    "mte1",
];

/// Looks at everything. A folder needs nothing.
pub async fn examine(sender: &Sender, way: &Way, selector: Option<&str>) -> Vec<Found> {
    let Way::Relay(_) = way else {
        let says = "mails are written into a folder and sent nowhere: for a real letter, write mail.smtp".to_string();
        return vec![found(Grade::Doubtful, "relay", says)];
    };
    let mut all = vec![relay(way).await];
    match dns::resolvers() {
        Ok(servers) => all.extend(records(sender.domain(), &servers, selector).await),
        Err(error) => all.push(found(Grade::Doubtful, "DNS", format!("the records can't be looked up: {error:#}"))),
    }
    all
}

/// Whether the relay lets us in.
pub async fn relay(way: &Way) -> Found {
    match way.open().await {
        Ok(open) => {
            open.close().await;
            found(Grade::Good, "relay", "the relay lets us in".to_string())
        }
        Err(error) => found(Grade::Fault, "relay", format!("{error:#}")),
    }
}

/// What the records of the sender's domain say.
pub async fn records(domain: &str, servers: &[SocketAddr], selector: Option<&str>) -> Vec<Found> {
    let unknown = |about, error: anyhow::Error| {
        found(Grade::Doubtful, about, format!("the record can't be looked up: {error:#}"))
    };
    let spf = match dns::txt(domain, servers).await {
        Ok(texts) => spf(domain, &texts),
        Err(error) => unknown("SPF", error),
    };
    let dkim = match keys(domain, servers, selector).await {
        Ok(found) => found,
        Err(error) => unknown("DKIM", error),
    };
    let dmarc = match policies(domain, servers).await {
        Ok(texts) => dmarc(domain, &texts),
        Err(error) => unknown("DMARC", error),
    };
    vec![spf, dkim, dmarc]
}

fn spf(domain: &str, texts: &[String]) -> Found {
    let records: Vec<&String> = texts.iter().filter(|text| text.starts_with("v=spf1")).collect();
    match records[..] {
        [] => found(
            Grade::Fault,
            "SPF",
            format!(
                "{domain} does not say who may send for it. Add a TXT record to {domain}, such as \"v=spf1 \
                 include:relay.example ~all\"; your relay gives you the exact words"
            ),
        ),
        [one] if one.ends_with("+all") => {
            found(Grade::Fault, "SPF", format!("the record of {domain} allows everybody (+all): end it with ~all"))
        }
        [one] => found(Grade::Good, "SPF", format!("{one}. Compare this with what your relay asks for")),
        _ => found(
            Grade::Fault,
            "SPF",
            format!("{domain} has {} SPF records, so none counts: join them into one", records.len()),
        ),
    }
}

async fn keys(domain: &str, servers: &[SocketAddr], selector: Option<&str>) -> anyhow::Result<Found> {
    let tried: Vec<&str> = selector.map_or_else(|| SELECTORS.to_vec(), |selector| vec![selector]);
    for selector in &tried {
        let name = format!("{selector}._domainkey.{domain}");
        // A key that was taken back is empty (RFC 6376, 3.6.1).
        let is_key = |text: &String| {
            let mut tags = text.split(';').map(str::trim);
            tags.any(|tag| tag.strip_prefix("p=").is_some_and(|key| !key.is_empty()))
        };
        if dns::txt(&name, servers).await?.iter().any(is_key) {
            return Ok(found(Grade::Good, "DKIM", format!("there is a key at {name}")));
        }
    }
    Ok(match selector {
        Some(selector) => found(
            Grade::Fault,
            "DKIM",
            format!("there is no key at {selector}._domainkey.{domain}: add the record that your relay gives you"),
        ),
        None => found(
            Grade::Doubtful,
            "DKIM",
            "no key was found under the usual names. If your relay gave you a selector, write it into \
             mail.dkim-selector; if it gave you none, ask for it: large providers want signed mails"
                .to_string(),
        ),
    })
}

/// The policies of the domain, or of the domains above it (RFC 7489, 6.6.3).
async fn policies(domain: &str, servers: &[SocketAddr]) -> anyhow::Result<Vec<String>> {
    let mut name = domain;
    loop {
        let mut texts = dns::txt(&format!("_dmarc.{name}"), servers).await?;
        texts.retain(|text| text.starts_with("v=DMARC1"));
        match name.split_once('.') {
            Some((_, above)) if texts.is_empty() && above.contains('.') => name = above,
            _ => return Ok(texts),
        }
    }
}

fn dmarc(domain: &str, texts: &[String]) -> Found {
    match texts {
        [] => found(
            Grade::Fault,
            "DMARC",
            format!(
                "there is no policy. Add a TXT record to _dmarc.{domain}: \"v=DMARC1; p=none; \
                 rua=mailto:postmaster@{domain}\"; large providers want one from whoever sends many mails"
            ),
        ),
        [one] => found(Grade::Good, "DMARC", one.clone()),
        _ => found(Grade::Fault, "DMARC", format!("there are {} policies, so none counts: keep one", texts.len())),
    }
}

fn found(grade: Grade, about: &'static str, says: String) -> Found {
    Found { grade, about, says }
}

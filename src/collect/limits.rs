//! Limits in memory. Their keys are keyed hashes, so that not even a dump of the memory lists addresses of networks.

use super::key::{Key, Purpose};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use jiff::Timestamp;
use serde::Deserialize;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

/// How many sign-ups are taken.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Rates {
    /// Mails to an address in a day, for all letters together.
    pub address_per_day: NonZeroU32,
    /// Sign-ups from a network in an hour.
    pub network_per_hour: NonZeroU32,
    /// Sign-ups for a letter in a minute.
    pub letter_per_minute: NonZeroU32,
    /// Signatures for a letter that count at once from a domain in an hour, unless it is a large provider of mailboxes.
    pub domain_per_hour: NonZeroU32,
    /// Wrong codes and other tries from a network in an hour.
    pub tries_per_hour: NonZeroU32,
}

const fn number(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

impl Default for Rates {
    fn default() -> Rates {
        Rates {
            address_per_day: number(3),
            network_per_hour: number(30),
            letter_per_minute: number(600),
            domain_per_hour: number(60),
            tries_per_hour: number(120),
        }
    }
}

/// Links to sign in that are mailed to a coordinator in an hour.
const COORDINATOR: NonZeroU32 = number(6);

/// The state of the limits.
#[derive(Debug)]
pub struct Limits {
    addresses: DefaultKeyedRateLimiter<[u8; 16]>,
    networks: DefaultKeyedRateLimiter<[u8; 16]>,
    tries: DefaultKeyedRateLimiter<[u8; 16]>,
    letters: DefaultKeyedRateLimiter<[u8; 16]>,
    domains: DefaultKeyedRateLimiter<[u8; 16]>,
    coordinators: DefaultKeyedRateLimiter<[u8; 16]>,
    key: Key,
}

/// Too many. Again after so many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy(pub u64);

impl Limits {
    /// Limits at these rates, all unused.
    #[must_use]
    pub fn new(rates: &Rates, key: &Key) -> Limits {
        const DAY: Duration = Duration::from_hours(24);
        let per_day =
            Quota::with_period(DAY / rates.address_per_day.get()).map(|quota| quota.allow_burst(rates.address_per_day));
        Limits {
            addresses: RateLimiter::hashmap(per_day.unwrap_or(Quota::per_hour(rates.address_per_day))),
            networks: RateLimiter::hashmap(Quota::per_hour(rates.network_per_hour)),
            tries: RateLimiter::hashmap(Quota::per_hour(rates.tries_per_hour)),
            letters: RateLimiter::hashmap(Quota::per_minute(rates.letter_per_minute)),
            domains: RateLimiter::hashmap(Quota::per_hour(rates.domain_per_hour)),
            coordinators: RateLimiter::hashmap(Quota::per_hour(COORDINATOR)),
            key: key.clone(),
        }
    }

    /// Takes a sign-up from this network for this letter.
    ///
    /// # Errors
    /// If there were too many of them.
    pub fn sign(&self, from: IpAddr, letter: &str, now: Timestamp) -> Result<(), Busy> {
        check(&self.networks, self.network(from, now))?;
        check(&self.letters, self.short(&[letter.as_bytes()]))
    }

    /// Takes a try of a code, or a wish for a link, from this network.
    ///
    /// # Errors
    /// If there were too many of them.
    pub fn try_from(&self, from: IpAddr, now: Timestamp) -> Result<(), Busy> {
        check(&self.tries, self.network(from, now))
    }

    /// Takes a confirmed signature for this letter from an address at this domain.
    ///
    /// # Errors
    /// If there were too many of them.
    pub fn domain(&self, domain: &str, letter: &str) -> Result<(), Busy> {
        check(&self.domains, self.short(&[b"domain", letter.as_bytes(), domain.as_bytes()]))
    }

    /// Whether one more link to sign in may be mailed to this coordinator. Strangers can cause these mails. They can't
    /// keep a coordinator out by it, because each of the mails has a link that works.
    #[must_use]
    pub fn may_sign_in(&self, admin: &str) -> bool {
        check(&self.coordinators, self.short(&[b"coordinator", admin.as_bytes()])).is_ok()
    }

    /// Whether one more mail may go to this address today. Its canonical form.
    #[must_use]
    pub fn may_mail(&self, address: &str, now: Timestamp) -> bool {
        check(&self.addresses, self.short(&[&day(now), address.as_bytes()])).is_ok()
    }

    /// A name for a network that changes every day.
    pub fn network_name(&self, from: IpAddr, now: Timestamp) -> String {
        super::word::write(&self.network(from, now)[..5])
    }

    /// Forgets what no longer matters.
    pub fn forget(&self) {
        let Limits { addresses, networks, tries, letters, domains, coordinators, .. } = self;
        for limiter in [addresses, networks, tries, letters, domains, coordinators] {
            limiter.retain_recent();
        }
    }

    /// The mark of a network under a key of the day: an IPv4 address, or the first half of an IPv6 address.
    fn network(&self, from: IpAddr, now: Timestamp) -> [u8; 16] {
        match from.to_canonical() {
            IpAddr::V4(address) => self.short(&[&day(now), &address.octets()]),
            IpAddr::V6(address) => self.short(&[&day(now), &address.octets()[..8]]),
        }
    }

    fn short(&self, parts: &[&[u8]]) -> [u8; 16] {
        let hash = self.key.derive(Purpose::Network, parts);
        hash[..16].try_into().unwrap_or_default()
    }
}

fn day(now: Timestamp) -> [u8; 8] {
    now.as_second().div_euclid(86_400).to_le_bytes()
}

fn check(limiter: &DefaultKeyedRateLimiter<[u8; 16]>, key: [u8; 16]) -> Result<(), Busy> {
    limiter.check_key(&key).map_err(|not_until| {
        let wait = not_until.wait_time_from(DefaultClock::default().now());
        Busy(wait.as_secs() + 1)
    })
}

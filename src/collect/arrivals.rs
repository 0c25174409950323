//! Where the sign-ups of a day came from, for the coordinator's page: in memory alone, and without persons.

use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// How many of each are listed.
const LISTED: usize = 10;

/// How many different ones are kept, so that a flood can't fill the memory.
const MOST: usize = 10_000;

/// Names with numbers, the largest first.
pub type Largest = Vec<(String, u64)>;

/// The arrivals of a day.
#[derive(Debug, Default)]
pub struct Arrivals(Mutex<(i64, HashMap<String, Of>)>);

#[derive(Debug, Default)]
struct Of {
    networks: HashMap<String, u64>,
    domains: HashMap<String, u64>,
    partners: HashMap<String, u64>,
}

impl Arrivals {
    /// Notes a sign-up: the mark of its network, the domain of its address, the partner.
    pub fn note(&self, letter: &str, network: &str, domain: &str, partner: Option<&str>, now: Timestamp) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let today = day(now);
        if held.0 != today {
            *held = (today, HashMap::new());
        }
        let of = held.1.entry(letter.to_string()).or_default();
        for (map, name) in
            [(&mut of.networks, Some(network)), (&mut of.domains, Some(domain)), (&mut of.partners, partner)]
        {
            if let Some(name) = name
                && (map.len() < MOST || map.contains_key(name))
            {
                *map.entry(name.to_string()).or_default() += 1;
            }
        }
    }

    /// The largest networks, domains and partners of today.
    pub fn of(&self, letter: &str, now: Timestamp) -> (Largest, Largest, Largest) {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match held.1.get(letter).filter(|_| held.0 == day(now)) {
            Some(of) => (largest(&of.networks), largest(&of.domains), largest(&of.partners)),
            None => Default::default(),
        }
    }
}

fn largest(map: &HashMap<String, u64>) -> Largest {
    let mut all: Largest = map.iter().map(|(name, number)| (name.clone(), *number)).collect();
    all.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    all.truncate(LISTED);
    all
}

fn day(now: Timestamp) -> i64 {
    now.as_second().div_euclid(86_400)
}

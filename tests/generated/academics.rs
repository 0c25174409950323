//! Rolls of invented academics at invented universities: names of many languages, most of them in Latin letters with
//! accents, with roles and affiliations. The same seed gives the same roll.

use crate::generated::Random;
use jiff::ToSpan;
use jiff::civil::date;
use std::fmt::Write;

/// The heading row of the table.
const HEADING: &str = "id,name,kind,role,organisation,url,country,lang,signed,comment,initiator,verified\n";

/// The parts of names in each language, the most common first.
const LANDS: &str = include_str!("lands.tsv");

/// A whole table of that number of persons; the first six are initiators.
pub fn table(seed: u64, count: usize) -> String {
    let lands: Vec<Land> = LANDS.lines().skip(1).filter_map(Land::read).collect();
    let mut csv = HEADING.to_string();
    for number in 0..count {
        let mut random = Random::of(seed, number, 1);
        let land = &lands[random.uneven(lands.len())];
        row(number, land, &mut random, &mut csv);
    }
    csv
}

fn row(number: usize, land: &Land, random: &mut Random, csv: &mut String) {
    let id = number + 1;
    let name = land.person(random);
    let field = FIELDS[random.uneven(FIELDS.len())];
    let role = ROLES[random.uneven(ROLES.len())].replace("{}", field);
    let university = random.pick(&land.universities);
    let organisation =
        if random.chance(3) { format!("Department of {field}, {university}") } else { university.to_string() };
    let url = if random.chance(40) { format!("https://people.example/{id}") } else { String::new() };
    // Twenty sign on each day, until six weeks are over.
    let day = i64::try_from(number / 20).unwrap_or(42).min(42);
    let signed = date(2025, 10, 6).saturating_add(day.days());
    let comment = if random.chance(15) { random.pick(&COMMENTS) } else { "" };
    let initiator = if number < 6 { "true" } else { "" };
    let verified = if random.chance(2) { "true" } else { "" };
    let Land { lang, country, .. } = land;
    let _ = writeln!(
        csv,
        "{id},\"{name}\",person,\"{role}\",\"{organisation}\",{url},{country},{lang},{signed},\"{comment}\",{initiator},{verified}"
    );
}

struct Land {
    lang: &'static str,
    country: &'static str,
    /// Whether the family name comes first.
    family_first: bool,
    given: Vec<&'static str>,
    begins: Vec<&'static str>,
    ends: Vec<&'static str>,
    universities: Vec<&'static str>,
}

impl Land {
    fn read(line: &'static str) -> Option<Land> {
        let mut cells = line.split('\t');
        let (lang, country, first) = (cells.next()?, cells.next()?, cells.next()?);
        let mut words = || Some(cells.next()?.split('|').collect());
        let (given, begins, ends, universities) = (words()?, words()?, words()?, words()?);
        Some(Land { lang, country, family_first: first == "family", given, begins, ends, universities })
    }

    fn person(&self, random: &mut Random) -> String {
        let mut given = random.pick(&self.given).to_string();
        if random.chance(7) {
            let second = random.pick(&self.given);
            if second != given {
                given = [&given, " ", second].concat();
            }
        }
        let family = [random.pick(&self.begins), random.pick(&self.ends)].concat();
        let degree = if self.lang == "en" && random.chance(8) { ", PhD" } else { "" };
        if self.family_first { format!("{family} {given}") } else { format!("{given} {family}{degree}") }
    }
}

/// The most common first, as in [`ROLES`].
const FIELDS: [&str; 16] = [
    "History",
    "Linguistics",
    "Botany",
    "Philosophy",
    "Hydrology",
    "Musicology",
    "Law",
    "Geology",
    "Classics",
    "Mathematics",
    "Nursing Science",
    "Art History",
    "Astronomy",
    "Library Science",
    "Economics",
    "Theology",
];

const ROLES: [&str; 9] = [
    "Professor of {}",
    "Associate Professor of {}",
    "Lecturer in {}",
    "Doctoral Candidate in {}",
    "Research Fellow, {}",
    "Senior Lecturer in {}",
    "Emeritus Professor of {}",
    "Subject Librarian for {}",
    "Professor of {} & Dean",
];

const COMMENTS: [&str; 8] = [
    "I wrote half of my thesis at the third table from the window.",
    "Open shelves taught me what I had not known to ask.",
    "Ein Lesesaal ist kein Quadratmeter.",
    "On ne déplace pas une mémoire, on la perd.",
    "My students came from the night shift. Where are they to go?",
    "Las estanterías abiertas son la mejor clase que he dado.",
    "For Ms Harrowgale’s lamps.",
    "A room that smells of paper, and of rain on coats: please keep it.",
];

//! A realistic untidy export: semicolons, Windows-1252, European dates, stray spaces and empty lines, repeated rows,
//! and faulty rows. The same seed gives the same export.

use crate::generated::{self, Random};
use encoding_rs::WINDOWS_1252;
use std::collections::HashSet;
use std::fmt::Write;

/// An export, and the correct result of its import.
pub struct Untidy {
    /// In Windows-1252.
    pub bytes: Vec<u8>,
    /// Rows that are not empty.
    pub rows: usize,
    /// New, valid rows.
    pub added: usize,
    /// Rows with the e-mail address of an earlier row.
    pub duplicates: usize,
    /// Faulty rows.
    pub refused: usize,
    /// Added rows of signatories who do not want to be named.
    pub hidden: usize,
}

/// The column mapping for the import.
pub const MAP: &str = "name=Vor- und Nachname,email=\"E-Mail, privat\",organisation=Organisation,kind=Art,signed=Am,\
                       consent=Name zeigen?,comment=Warum";

/// An export with that number of rows, each of a person with an e-mail address, except for repeated rows.
pub fn untidy(seed: u64, rows: usize) -> Untidy {
    let mut random = Random(seed);
    let people = people(seed, rows);
    let mut text = String::from(" vor- und nachname;\"E-Mail, privat\";Organisation ;Art;Am;Name zeigen?;WARUM\r\n");
    let mut untidy = Untidy { bytes: Vec::new(), rows, added: 0, duplicates: 0, refused: 0, hidden: 0 };
    let mut right: Vec<usize> = Vec::new();
    let mut hidden: HashSet<usize> = HashSet::new();
    for (number, (name, organisation)) in people.iter().enumerate() {
        noise(&mut random, &mut text);
        let mut row = Row::of(number, name, organisation, &mut random);
        match random.below(20) {
            0 => {
                row.spoil(&mut random);
                untidy.refused += 1;
            }
            1 if !right.is_empty() => {
                let earlier = right[random.below(right.len())];
                row.email = format!(" PERSON{earlier}@Example.org");
                // Half of them have the same name, the others share a household.
                if random.chance(2) {
                    row.name = people[earlier].0.to_uppercase();
                    // Whoever says no once is hidden.
                    hidden.extend((!row.consents).then_some(earlier));
                }
                untidy.duplicates += 1;
            }
            _ => {
                untidy.added += 1;
                hidden.extend((!row.consents).then_some(number));
                right.push(number);
            }
        }
        row.write(&mut text);
    }
    let (bytes, _, lost) = WINDOWS_1252.encode(&text);
    assert!(!lost, "all names are such that Windows-1252 has them");
    untidy.bytes = bytes.into_owned();
    untidy.hidden = hidden.len();
    untidy
}

/// Names and organisations that Windows-1252 can encode.
fn people(seed: u64, count: usize) -> Vec<(String, String)> {
    let mut people = Vec::with_capacity(count);
    let mut first = 0;
    while people.len() < count {
        let rows = [generated::HEADING, &generated::rows(seed, first, 1000)].concat();
        first += 1000;
        for row in csv::Reader::from_reader(rows.as_bytes()).into_records().flatten() {
            let (name, organisation) = (row[1].trim().to_string(), row[4].to_string());
            if !WINDOWS_1252.encode(&[&name, &*organisation].concat()).2 {
                people.push((name, organisation));
            }
        }
    }
    people.truncate(count);
    people
}

/// Adds empty lines.
fn noise(random: &mut Random, text: &mut String) {
    if random.chance(40) {
        text.push_str([";;;;;;\r\n", "\r\n", " ; ;;;; ;\r\n", "\n\n"][random.below(4)]);
    }
}

struct Row {
    name: String,
    email: String,
    organisation: String,
    kind: &'static str,
    day: String,
    consent: &'static str,
    consents: bool,
    comment: &'static str,
    end: &'static str,
}

impl Row {
    fn of(number: usize, name: &str, organisation: &str, random: &mut Random) -> Row {
        let name = match random.below(6) {
            0 => name.to_uppercase(),
            1 => name.to_lowercase(),
            2 => format!("  {name} "),
            3 => name.replacen(' ', " \n", 1),
            _ => name.to_string(),
        };
        let consents = !random.chance(8);
        let consent = if consents { ["Ja", "ja ", "x", "1", "oui"] } else { ["Nein", "", "0", "FALSE", "non"] };
        Row {
            name,
            email: [format!("person{number}@example.org"), format!(" Person{number}@example.ORG ")][random.below(2)]
                .clone(),
            organisation: organisation.to_string(),
            kind: ["Person", " person", "Privatperson", ""][random.below(4)],
            day: format!("{}.{}.2023 {:02}:{:02}", 1 + random.below(28), 1 + random.below(12), random.below(24), 7),
            consent: consent[random.below(5)],
            consents,
            comment: ["", "Darum; und weil es „wichtig“ ist", "Zeile\r\nund Zeile", "- so nicht"][random.below(4)],
            end: if random.chance(50) { "\n" } else { "\r\n" },
        }
    }

    /// Introduces one fault.
    fn spoil(&mut self, random: &mut Random) {
        match random.below(7) {
            // People who ask not to be named may leave out the name.
            0 => (self.name, self.consent) = (" ".into(), "Ja"),
            1 => self.day = "31.2.2023".into(),
            2 => self.day = "gestern".into(),
            3 => self.consent = "vielleicht",
            4 => self.kind = "Mitglied",
            5 => self.name.push('\u{7}'),
            _ => self.end = ";\r\n",
        }
    }

    fn write(&self, text: &mut String) {
        let Row { name, email, organisation, kind, day, consent, comment, end, .. } = self;
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let (name, organisation, comment) = (quoted(name), quoted(organisation), quoted(comment));
        let _ = write!(text, "{name};{email};{organisation};{kind};{day};{consent};{comment}{end}");
    }
}

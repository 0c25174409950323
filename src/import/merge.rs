//! Merges signatures into the table: adds new ones, updates changed ones, keeps the coordinator's changes.

use super::find::{Finder, Found};
use super::held::Held;
use super::report::{About, Report};
use super::signature::{Refusal, Signature};
use super::table::Table;
use super::{Duplicates, WithoutConsent};
use crate::source::imported::Identity;
use crate::source::imported::Known;
use crate::source::imported::{Mark, Secret};
use crate::source::nameless::is_anybody;
use crate::source::same_person::{self, Person};
use crate::source::words::truth;
use std::collections::{HashMap, HashSet};

/// The table, the memory of earlier imports, and the state of this import.
pub struct Merge<'m> {
    pub(super) table: Table,
    pub(super) known: Known,
    pub(super) secret: &'m Secret,
    pub(super) source: &'m str,
    pub(super) duplicates: Duplicates,
    without_consent: WithoutConsent,
    pub(super) holds: bool,
    pub(super) held: Held,
    counts: HashMap<Mark, usize>,
    pub(super) places: HashMap<String, usize>,
    names: HashMap<[String; 2], Vec<usize>>,
    pub(super) taken: HashMap<usize, usize>,
    skipped: HashMap<Mark, usize>,
    gone: HashSet<String>,
    pub(super) present: HashSet<String>,
    pub(super) is_whole: bool,
    /// The lines of signatories who say no in another row.
    pub(super) denied: HashSet<usize>,
    /// What a place in the export is called: *line*, or *entry*.
    pub(super) unit: &'static str,
}

impl<'m> Merge<'m> {
    /// Starts with the present table, and with what the coordinator has decided; `holds`: other new rows wait. `counts`:
    /// the number of rows of the export with each mark. `unit`: what a place in the export is called.
    #[must_use]
    pub fn new(
        (table, mut known): (Table, Known),
        (secret, source): (&'m Secret, &'m str),
        (duplicates, without_consent): (Duplicates, WithoutConsent),
        (held, holds): (Held, bool),
        (counts, unit): (HashMap<Mark, usize>, &'static str),
    ) -> Self {
        let mut places = HashMap::new();
        let mut names: HashMap<[String; 2], Vec<usize>> = HashMap::new();
        for place in table.places() {
            let id = table.get(place, "id");
            known.next_id = known.next_id.max(id.parse().map_or(0, |id: u64| id.saturating_add(1)));
            if !id.is_empty() {
                places.insert(id.to_string(), place);
            }
            names.entry(same_person::name(|column| table.get(place, column))).or_default().push(place);
        }
        let (taken, skipped) = (HashMap::new(), HashMap::new());
        Merge {
            table,
            known,
            secret,
            source,
            duplicates,
            without_consent,
            holds,
            held,
            counts,
            places,
            names,
            taken,
            skipped,
            gone: HashSet::new(),
            present: HashSet::new(),
            is_whole: true,
            denied: HashSet::new(),
            unit,
        }
    }

    /// Notes a row that can't be imported. Its signatory stays unchanged.
    pub fn refuse(&mut self, refusal: Refusal, report: &mut Report) {
        report.refused += 1;
        match &refusal.identity {
            Some(identity) => {
                self.spare(identity);
                if refusal.says_no {
                    self.deny(&self.places_of(identity), refusal.line, report);
                }
            }
            None => self.is_whole = false,
        }
        report.leave_out(refusal.line, refusal.who, About::Refused, refusal.reason);
    }

    /// Merges a signature.
    pub fn take(&mut self, signature: &Signature, report: &mut Report) {
        match self.finder().find(&signature.identity, signature.get("name"), &signature.person(self.source)) {
            Found::Row(_, place) if self.taken.contains_key(&place) => {
                let again = self.again(signature, place);
                self.leave_out(signature, again, &[place], report);
            }
            Found::Row(id, place) => self.update(signature, &id, place, report),
            Found::Deleted(id) => {
                report.deleted += 1;
                self.gone.insert(id);
                self.spare(&signature.identity);
            }
            Found::Conflict(reason) => {
                let (identity, says_no) = (Some(signature.identity.clone()), signature.says_no());
                self.refuse(Refusal { line: signature.line, who: signature.who(), reason, identity, says_no }, report);
            }
            Found::Doubtful(doubt) if self.duplicates != Duplicates::Add => {
                let places = self.places_of(&signature.identity);
                self.leave_out(signature, doubt, &places, report);
            }
            Found::Nobody | Found::Doubtful(_) => self.take_unknown(signature, report),
        }
    }

    pub(super) fn finder(&self) -> Finder<'_> {
        let Merge { table, places, known, secret, counts, taken, gone, .. } = self;
        Finder { table, places, known, secret, counts, taken, gone }
    }

    /// The signatory of a row, to compare with others.
    fn person_at(&self, place: usize) -> Person {
        let sources = Person::sources(&self.known, self.table.get(place, "id"));
        Person::new(|column| self.table.get(place, column), sources)
    }

    /// Keeps everybody whom this identity may belong to: they are still in the export.
    pub(super) fn spare(&mut self, identity: &Identity) {
        let anybody = self.finder().anybody(identity);
        self.present.extend(anybody);
    }

    /// Merges somebody who was never imported, but may have been written into the table by hand.
    fn take_unknown(&mut self, signature: &Signature, report: &mut Report) {
        let Identity { key: number, email, alike, .. } = &signature.identity;
        let anybody = is_anybody(signature.get("name"));
        let alike = alike.filter(|_| number.is_none() && email.is_none() && !anybody);
        let marks: Vec<Mark> = [*number, *email, alike].into_iter().flatten().collect();
        let key = same_person::name(|column| signature.get(column));
        let same = self.names.get(&key).cloned().filter(|_| !anybody).unwrap_or_default();
        let person = signature.person(self.source);
        let alike: Vec<usize> = same.iter().copied().filter(|place| person.may_be(&self.person_at(*place))).collect();
        let unit = self.unit;
        if !signature.consents && self.without_consent == WithoutConsent::Skip {
            if let Some(line) = signature.denied {
                let again = format!("repeats the signatory of {unit} {line}, who did not consent");
                return self.leave_out(signature, again, &alike, report);
            }
            report.skipped += 1;
            self.skipped.extend(marks.into_iter().map(|mark| (mark, signature.line)));
            if self.duplicates != Duplicates::Add {
                self.deny(&alike, signature.line, report);
            }
            return;
        }
        if let Some(line) = marks.iter().find_map(|mark| self.skipped.get(mark)) {
            let again = format!("repeats the signatory of {unit} {line}, who did not consent");
            return self.leave_out(signature, again, &alike, report);
        }
        let free: Vec<usize> = alike.iter().copied().filter(|place| !self.taken.contains_key(place)).collect();
        match (self.duplicates, alike.first(), free.as_slice()) {
            (Duplicates::Merge, _, [place]) => {
                let id = self.table.get(*place, "id").to_string();
                let id = if id.is_empty() { self.give_id(*place, signature.identity.id.clone()) } else { id };
                self.update(signature, &id, *place, report);
            }
            (Duplicates::Skip | Duplicates::Merge, Some(place), _) => {
                let reason = self.already(signature, *place);
                self.leave_out(signature, reason, &alike, report);
            }
            _ => {
                if let (None, Some(place)) = (alike.first(), same.first()) {
                    let text = self.somebody_else(signature, *place);
                    report.note(signature.line, About::Name, text);
                }
                self.add(signature, key, report);
            }
        }
    }

    fn add(&mut self, signature: &Signature, name: [String; 2], report: &mut Report) {
        if !self.admits(signature, "new", report) {
            return;
        }
        let place = self.table.add();
        let id = self.give_id(place, signature.identity.id.clone());
        for (column, value) in signature.cells.iter().filter(|(column, value)| *column != "id" && !value.is_empty()) {
            self.table.set(place, column, value);
        }
        self.names.entry(name).or_default().push(place);
        report.added += 1;
        self.remember(signature, &id, place, report);
    }

    fn give_id(&mut self, place: usize, id: Option<String>) -> String {
        let id = id.unwrap_or_else(|| {
            while self.places.contains_key(&self.known.next_id.to_string()) {
                self.known.next_id += 1;
            }
            self.known.next_id.to_string()
        });
        self.known.next_id = self.known.next_id.max(id.parse().map_or(0, |id: u64| id.saturating_add(1)));
        self.table.set(place, "id", &id);
        self.places.insert(id.clone(), place);
        id
    }

    /// Remembers the identity of a signature.
    pub(super) fn remember(&mut self, signature: &Signature, id: &str, place: usize, report: &mut Report) {
        let cells =
            signature.cells.iter().map(|(column, value)| (*column, self.secret.mark(column, &[value]))).collect();
        self.known.remember(id, self.source, &signature.identity, cells);
        self.taken.insert(place, signature.line);
        self.present.insert(id.to_string());
        report.hidden += usize::from(!signature.consents);
        if let Some(line) = signature.denied.filter(|_| truth(self.table.get(place, "hidden")) == Some(true)) {
            let name = signature.get("name");
            let text = format!("{name} says no to being named in {} {line}, so the name is hidden", self.unit);
            report.note(signature.line, About::Consent, text);
            self.denied.insert(signature.line);
        }
        report.nameless += usize::from(signature.consents && signature.nameless);
        for column in signature.like_formulas() {
            let value = signature.get(column);
            let text = format!(
                "{column} is “{value}”, which a spreadsheet could run: in the table an apostrophe is written before it"
            );
            report.note(signature.line, About::Formula, text);
        }
    }
}

//! Reading a long roll while people sign and withdraw.

use open_letter::model::{GroupRef, Kind, PageRef, RollFile, RollIndex, Signatory};
use open_letter::roll::{Filter, Holder, Placed, Reading, Row, rows};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRunner};
use std::collections::HashMap;
use std::ops::Range;

/// The number of rows in the letter.
const FIRST: usize = 24;

/// A host that serves the files of the latest published roll, and no others.
#[derive(Default)]
struct Host {
    roll: Vec<Signatory>,
    index: RollIndex,
    files: HashMap<String, RollFile>,
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Chunks with borders that depend on their content, as in a publication.
fn chunks<T>(items: &[T], name: impl Fn(&T) -> String, least: usize, of: u64) -> Vec<Range<usize>> {
    let mut chunks: Vec<Range<usize>> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        match chunks.last_mut() {
            Some(chunk) if chunk.len() < least || !(hash(&name(item)) >> 32).is_multiple_of(of) => chunk.end = at + 1,
            _ => chunks.push(at..at + 1),
        }
    }
    chunks
}

fn row_text(row: &Signatory) -> String {
    format!("{:?} {}", row.id, row.name)
}

/// The groups of a roll in order, as a publication has them.
fn groups(roll: &[Signatory]) -> Vec<GroupRef> {
    let mut groups: Vec<GroupRef> = Vec::new();
    for (row, from) in roll.iter().zip(0..).filter(|(row, _)| !row.initiator) {
        let Some(name) = row.group.clone() else { break };
        match groups.last_mut().filter(|last| last.name == name) {
            Some(last) => last.count += 1,
            None => groups.push(GroupRef { name, from, count: 1 }),
        }
    }
    groups
}

impl Host {
    fn publish(&mut self, roll: Vec<Signatory>) {
        self.files.clear();
        let mut pages = Vec::new();
        for range in chunks(&roll, row_text, 30, 20) {
            let rows = roll[range].to_vec();
            let src = format!("{:016x}", hash(&rows.iter().map(row_text).collect::<String>()));
            pages.push(PageRef { src: src.clone(), count: rows.len() as u64 });
            self.files.insert(src, RollFile { signatories: rows, ..RollFile::default() });
        }
        let mut lists = Vec::new();
        for range in chunks(&pages, |page| page.src.clone(), 3, 3) {
            let pages = pages[range].to_vec();
            let src = format!("{:016x}", hash(&pages.iter().map(|page| page.src.as_str()).collect::<String>()));
            lists.push(PageRef { src: src.clone(), count: pages.iter().map(|page| page.count).sum() });
            self.files.insert(src, RollFile { pages, ..RollFile::default() });
        }
        let of = |kind| roll.iter().filter(|row| row.kind == Some(kind)).count() as u64;
        let (organisations, persons) = (of(Kind::Organisation), of(Kind::Person));
        let groups = groups(&roll);
        self.index = RollIndex {
            count: roll.len() as u64,
            organisations,
            persons,
            pages: lists,
            groups,
            ..RollIndex::default()
        };
        self.roll = roll;
    }

    fn letter(&self) -> Vec<Signatory> {
        self.roll[..FIRST.min(self.roll.len())].to_vec()
    }
}

/// A reader of a page, who does what the widget does.
struct Reader {
    reading: Reading,
    letter: Vec<Signatory>,
    newest_first: bool,
    kind: Option<Kind>,
    files: usize,
}

impl Reader {
    fn begin(host: &Host, newest_first: bool, kind: Option<Kind>) -> Reader {
        let letter = host.letter();
        let mut reading = Reading::default();
        reading.set_letter(&rows(&letter));
        let reading = reading.begin(newest_first, Filter { kind, group: None });
        Reader { reading, letter, newest_first, kind, files: 0 }
    }

    /// Loads the rows of a range from their pages.
    fn load(&mut self, host: &Host, range: Range<u64>) -> (Range<u64>, Placed) {
        let (mut at, mut from, mut placed) = (range.start, None, Placed::new());
        while at < range.end {
            match self.reading.holding(at) {
                None => break,
                Some(Holder::List(src)) => self.reading.take_list(&src, &host.files[&src]),
                Some(Holder::Page(src, rows)) => {
                    from.get_or_insert(rows.start);
                    at = rows.end;
                    placed.extend(rows.zip(host.files[&src].signatories.iter().cloned()));
                    self.files += 1;
                }
            }
        }
        (from.unwrap_or(range.start)..at.max(range.end), placed)
    }

    /// Follows the published roll, and fills the sheets that need it.
    fn settle(&mut self, host: &Host) {
        if !self.reading.is_of(&host.index) {
            let (mut pages, needed) = self.reading.pages_of(&host.index);
            while let Some(list) = pages.unread_list(&needed).map(str::to_string) {
                pages.take(&list, &host.files[&list]);
            }
            self.reading.published_anew(host.index.clone(), pages);
        }
        let mut fills = 0;
        while let Some(range) = self.reading.to_fill() {
            let (range, rows) = self.load(host, range);
            self.reading.fill(&range, &rows);
            fills += 1;
            assert!(fills < 1000, "filled without end");
        }
    }

    /// Reads that number of further sheets. Returns whether there are more.
    fn read_on(&mut self, host: &Host, sheets: usize) -> bool {
        self.settle(host);
        for _ in 0..sheets {
            while !self.reading.next_sheet() {
                let Some(row) = self.reading.next_row() else { return false };
                let (range, rows) = self.load(host, row..row + 1);
                self.reading.take(&range, rows);
            }
        }
        self.reading.has_more()
    }

    /// All sheets with their rows; emptied sheets are filled again.
    fn shown(&mut self, host: &Host) -> Vec<Row> {
        let numbers: Vec<u32> = self.reading.places().iter().map(|place| place.number).collect();
        for number in numbers {
            self.reading.moved(number, true, 0.0);
        }
        self.settle(host);
        let sheets = self.reading.places().iter().map(|place| place.rows.clone().expect("it was filled"));
        sheets.flat_map(|rows| rows.iter().map(|found| found.row.clone()).collect::<Vec<_>>()).collect()
    }

    /// The signatories that the sheets must show once all are read.
    fn expected(&self, host: &Host) -> Vec<Signatory> {
        let mut letter: Vec<String> = self.letter.iter().map(open_letter::roll::identity).collect();
        let mut rows: Vec<Signatory> = Vec::new();
        for row in &host.roll {
            let elsewhere = match letter.iter().position(|other| *other == open_letter::roll::identity(row)) {
                _ if self.newest_first => row.initiator,
                Some(at) => {
                    letter.remove(at);
                    true
                }
                None => false,
            };
            if !elsewhere && (self.kind.is_none() || self.kind == row.kind) {
                rows.push(row.clone());
            }
        }
        if self.newest_first {
            rows.reverse();
        }
        rows
    }

    /// Asserts that the sheets have the right rows in the right order, each once, and all rows at the end.
    #[track_caller]
    fn claim(&mut self, host: &Host, all: bool) {
        let shown: Vec<String> = self.shown(host).iter().map(|row| row_text(&row.signatory)).collect();
        let expected: Vec<String> = self.expected(host).iter().map(row_text).collect();
        assert_eq!(shown, expected[..shown.len().min(expected.len())]);
        assert!(!all || shown.len() == expected.len(), "{} of {} are shown", shown.len(), expected.len());
    }

    fn numbers(&self) -> Vec<(u32, usize)> {
        let places = self.reading.places().iter();
        places.map(|place| (place.number, place.rows.as_ref().map_or(0, |rows| rows.len()))).collect()
    }
}

fn person(number: usize) -> Signatory {
    let kind = if number.is_multiple_of(9) { Kind::Organisation } else { Kind::Person };
    // Some have no id, and some of those sign twice.
    let id = (!number.is_multiple_of(31)).then(|| number.to_string());
    let name = if id.is_some() { format!("Name {number}") } else { format!("Name {}", number / 62) };
    Signatory { id, name, kind: Some(kind), initiator: number < 5, ..Signatory::default() }
}

fn people(numbers: Range<usize>) -> Vec<Signatory> {
    numbers.map(person).collect()
}

fn published(roll: Vec<Signatory>) -> Host {
    let mut host = Host::default();
    host.publish(roll);
    host
}

#[test]
fn the_whole_roll_is_read_in_either_order() {
    let host = published(people(0..700));
    for newest_first in [false, true] {
        let mut reader = Reader::begin(&host, newest_first, None);
        while reader.read_on(&host, 3) {}
        reader.claim(&host, true);
        let full = reader.numbers().iter().filter(|(_, rows)| *rows == 16).count();
        assert!(full + 1 >= reader.numbers().len(), "only the last may have fewer: {:?}", reader.numbers());
    }
}

#[test]
fn who_signs_is_first_where_the_newest_do() {
    let mut host = published(people(0..700));
    let mut reader = Reader::begin(&host, true, None);
    reader.read_on(&host, 5);
    let before = reader.numbers();
    host.publish(people(0..703));
    reader.claim(&host, false);
    assert_eq!(reader.numbers()[1..], before[1..], "the other sheets are the same");
    assert_eq!(reader.shown(&host)[0].signatory.name, "Name 702");
    let new: Vec<bool> = reader.shown(&host).iter().take(5).map(|row| row.new).collect();
    assert_eq!(new, [true, true, true, false, false]);
    host.publish(people(0..760));
    reader.claim(&host, false);
    assert!(reader.numbers().iter().all(|(_, rows)| *rows <= 32), "{:?}", reader.numbers());
    while reader.read_on(&host, 1) {}
    reader.claim(&host, true);
}

#[test]
fn rows_stay_in_their_sheets_when_one_before_them_is_withdrawn() {
    for newest_first in [false, true] {
        let mut host = published(people(0..700));
        let mut reader = Reader::begin(&host, newest_first, None);
        while reader.read_on(&host, 9) {}
        let sheets = |reader: &Reader| -> HashMap<String, u32> {
            let places = reader.reading.places().iter();
            let rows = places
                .flat_map(|place| place.rows.iter().flat_map(|rows| rows.iter()).map(|found| (place.number, found)));
            rows.filter_map(|(number, found)| Some((found.row.signatory.id.clone()?, number))).collect()
        };
        let before = sheets(&reader);
        let mut roll = people(0..700);
        roll.remove(200);
        roll.remove(350);
        host.publish(roll);
        reader.claim(&host, true);
        let after = sheets(&reader);
        assert_eq!((before.len() - after.len()), 2);
        assert!(after.iter().all(|(id, number)| before[id] == *number));
    }
}

#[test]
fn a_kind_is_read_to_its_last_and_no_further() {
    let mut roll = people(0..50);
    roll.extend(people(50..3000).into_iter().map(|row| Signatory { kind: Some(Kind::Person), ..row }));
    let host = published(roll);
    let mut reader = Reader::begin(&host, false, Some(Kind::Organisation));
    while reader.read_on(&host, 1) {}
    reader.claim(&host, true);
    assert!(reader.files < 4, "{} pages for those who are on the first two", reader.files);
}

#[test]
fn memory_is_bounded_and_what_was_emptied_comes_back() {
    let mut host = published(people(0..5000));
    for (newest_first, kind) in [(false, None), (true, None), (false, Some(Kind::Organisation))] {
        host.publish(people(0..5000));
        let mut reader = Reader::begin(&host, newest_first, kind);
        while reader.read_on(&host, 1) {
            let numbers: Vec<u32> = reader.reading.places().iter().map(|place| place.number).collect();
            for number in &numbers[..numbers.len().saturating_sub(4)] {
                reader.reading.moved(*number, false, 700.0);
            }
            reader.reading.empty_far();
            assert!(reader.reading.places().iter().filter(|place| place.rows.is_some()).count() <= 84);
        }
        // Some of the empty sheets have changed meanwhile.
        host.publish(people(0..40).into_iter().chain(people(41..900)).chain(people(902..5010)).collect());
        while reader.read_on(&host, 1) {}
        reader.claim(&host, true);
    }
}

/// An event on the page or its host.
#[derive(Clone, Debug)]
enum Event {
    ReadOn(usize),
    Signed(usize),
    Withdrew(Index),
    Corrected(Index),
    Inserted(Index, usize),
    BecameInitiator(Index),
    /// All rows are written again, for instance by another release.
    AllChanged,
    /// The letter is updated to the roll.
    LetterCaughtUp,
    /// The reader moves elsewhere; all other sheets are far and perhaps emptied.
    Went(Index),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let event = prop_oneof![
        4 => (1_usize..12).prop_map(Event::ReadOn),
        3 => (1_usize..60).prop_map(Event::Signed),
        3 => any::<Index>().prop_map(Event::Withdrew),
        1 => any::<Index>().prop_map(Event::Corrected),
        1 => (any::<Index>(), 1_usize..90).prop_map(|(place, count)| Event::Inserted(place, count)),
        1 => any::<Index>().prop_map(Event::BecameInitiator),
        1 => Just(Event::AllChanged),
        2 => Just(Event::LetterCaughtUp),
        3 => any::<Index>().prop_map(Event::Went),
    ];
    vec(event, 1..14)
}

fn happen(event: &Event, host: &mut Host, reader: &mut Reader, next: &mut usize) {
    let mut roll = host.roll.clone();
    let mut new = |count: usize| {
        *next += count;
        people(*next - count..*next)
    };
    match event {
        Event::ReadOn(sheets) => {
            reader.read_on(host, *sheets);
        }
        Event::Signed(count) => roll.extend(new(*count)),
        Event::Withdrew(place) => drop(roll.remove(place.index(roll.len()))),
        Event::Corrected(place) => {
            let place = place.index(roll.len());
            roll[place].name += "!";
        }
        Event::Inserted(place, count) => {
            let place = 5 + place.index(roll.len() - 5);
            roll.splice(place..place, new(*count));
        }
        Event::BecameInitiator(place) => {
            let place = place.index(roll.len());
            roll[place].initiator = true;
            roll.sort_by_key(|row| !row.initiator);
        }
        Event::AllChanged => roll.iter_mut().for_each(|row| row.name += "."),
        Event::LetterCaughtUp => {
            reader.letter = host.letter();
            reader.reading.set_letter(&rows(&reader.letter));
        }
        Event::Went(to) => {
            let numbers: Vec<u32> = reader.reading.places().iter().map(|place| place.number).collect();
            let at = to.index(numbers.len().max(1));
            for (index, number) in numbers.into_iter().enumerate() {
                reader.reading.moved(number, index.abs_diff(at) < 3, 500.0);
            }
            reader.reading.empty_far();
        }
    }
    if roll != host.roll {
        host.publish(roll);
    }
}

#[test]
fn whatever_happens_each_name_is_shown_once_and_in_its_place() {
    let config = Config {
        cases: 120,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(2023),
        failure_persistence: None,
        ..Config::default()
    };
    let kinds = prop_oneof![3 => Just(None), 1 => Just(Some(Kind::Organisation)), 1 => Just(Some(Kind::Person))];
    let cases = (200_usize..1500, any::<bool>(), kinds, events());
    let run = TestRunner::new(config).run(&cases, |(count, newest_first, kind, events)| {
        let mut host = published(people(0..count));
        let mut reader = Reader::begin(&host, newest_first, kind);
        let mut next = count;
        for event in &events {
            happen(event, &mut host, &mut reader, &mut next);
            // A widget does this at once.
            reader.settle(&host);
        }
        reader.letter = host.letter();
        reader.reading.set_letter(&rows(&reader.letter));
        reader.claim(&host, false);
        while reader.read_on(&host, 1) {}
        reader.claim(&host, true);
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Initiators, then members of groups in order, then others.
fn in_groups(sizes: &[(&str, usize)], others: usize) -> Vec<Signatory> {
    let mut number = 0;
    let mut row = |group: Option<&str>, initiator| {
        number += 1;
        let (id, group) = (Some(number.to_string()), group.map(Into::into));
        Signatory { id, name: format!("N{number}"), group, initiator, ..Signatory::default() }
    };
    let mut roll: Vec<Signatory> = (0..3).map(|_| row(Some("B"), true)).collect();
    for (group, size) in sizes {
        roll.extend((0..*size).map(|_| row(Some(group), false)));
    }
    roll.extend((0..others).map(|_| row(None, false)));
    roll
}

impl Reader {
    /// A reader who has chosen a group.
    fn of_group(host: &Host, group: &str) -> Reader {
        let mut reader = Reader::begin(host, false, None);
        reader.reading = reader.reading.begin(false, Filter { kind: None, group: Some(group.into()) });
        reader
    }

    /// The names in the sheets.
    fn names(&self) -> Vec<String> {
        let rows = self.reading.places().iter().flat_map(|place| place.rows.iter().flat_map(|rows| rows.iter()));
        rows.map(|found| found.row.signatory.name.clone()).collect()
    }
}

fn names_of(roll: &[Signatory], group: &str) -> Vec<String> {
    let of = roll[FIRST..].iter().filter(|row| row.group.as_deref() == Some(group));
    of.map(|row| row.name.clone()).collect()
}

#[test]
fn a_group_is_read_by_its_own_pages_alone() {
    let roll = in_groups(&[("A", 1000), ("B", 100), ("C", 1000)], 500);
    let mut host = Host::default();
    host.publish(roll.clone());
    for group in ["A", "B", "C"] {
        let mut reader = Reader::of_group(&host, group);
        while reader.read_on(&host, 1) {}
        assert_eq!(reader.names(), names_of(&roll, group), "{group}");
        assert!(group != "B" || reader.files < 8, "{} pages for a hundred names", reader.files);
    }
    let mut reader = Reader::of_group(&host, "D");
    while reader.read_on(&host, 1) {}
    assert!(reader.names().is_empty(), "a group that has gone");
}

#[test]
fn a_group_that_changes_is_followed() {
    let mut host = Host::default();
    host.publish(in_groups(&[("A", 200), ("B", 100), ("C", 200)], 50));
    let mut reader = Reader::of_group(&host, "B");
    while reader.read_on(&host, 1) {}
    // Ten of those before, the first and the last of the group have withdrawn; three have joined it.
    let mut roll = host.roll.clone();
    roll.retain(|row| !["N204", "N303"].contains(&row.name.as_str()));
    roll.drain(50..60);
    let end = roll.iter().rposition(|row| row.group.as_deref() == Some("B")).unwrap() + 1;
    for number in 0..3 {
        let (id, name) = (Some(format!("new{number}")), format!("New {number}"));
        roll.insert(end, Signatory { id, name, group: Some("B".into()), ..Signatory::default() });
    }
    host.publish(roll.clone());
    while reader.read_on(&host, 1) {}
    assert_eq!(reader.names(), names_of(&roll, "B"));
}

/// A sheet that was emptied still knows between which groups it is.
#[test]
fn an_empty_sheet_keeps_its_groups() {
    let mut host = Host::default();
    host.publish(in_groups(&[("A", 2000)], 0));
    let mut reader = Reader::begin(&host, false, None);
    while reader.read_on(&host, 1) {}
    let numbers: Vec<u32> = reader.reading.places().iter().map(|place| place.number).collect();
    for number in numbers {
        reader.reading.moved(number, false, 700.0);
    }
    assert!(reader.reading.empty_far());
    let a = Some("A".to_string());
    assert!(reader.reading.places().iter().all(|place| place.ends() == Some([a.clone(), a.clone()])));
    assert!(reader.reading.places().iter().any(|place| place.rows.is_none()));
}

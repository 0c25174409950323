//! Properties that every roll has, tested on invented rows mixed with odd ones.

use crate::folder::Folder;
use crate::generated;
use crate::reader::Reader;
use open_letter::model::Signatory;
use open_letter::roll::{Query, fold};
use open_letter::source::any_error;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestCaseError, TestRunner};
use std::collections::BTreeSet;

/// Asserts the claim for this many cases, the same ones each time.
fn of_each<S: Strategy>(cases: u32, what: &S, claim: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config {
        cases,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(2023),
        failure_persistence: None,
        max_shrink_iters: 60,
        ..Config::default()
    };
    TestRunner::new(config).run(what, claim).unwrap_or_else(|failure| panic!("{failure}"));
}

/// A row, as written in the table.
#[derive(Clone, Debug)]
enum Line {
    Invented(String),
    Odd { id: Option<u64>, name: String, organisation: String, initiator: bool, hidden: bool },
}

impl Line {
    fn name(&self) -> String {
        match self {
            Line::Invented(line) => line.split('"').nth(1).unwrap().trim().to_string(),
            Line::Odd { name, .. } => name.clone(),
        }
    }

    fn is_initiator(&self) -> bool {
        matches!(self, Line::Odd { initiator: true, .. })
            || matches!(self, Line::Invented(line) if line.contains(",true,"))
    }

    fn is_hidden(&self) -> bool {
        matches!(self, Line::Odd { hidden: true, .. })
    }

    /// The cells, with a last one that invented rows lack: `hidden`.
    fn csv(&self) -> String {
        match self {
            Line::Invented(line) => format!("{line},\n"),
            Line::Odd { id, name, organisation, initiator, hidden } => {
                let id = id.map(|id| format!("odd-{id:x}")).unwrap_or_default();
                let [name, organisation] = [name, organisation].map(|text| text.replace('"', "\"\""));
                format!("{id},\"{name}\",person,,\"{organisation}\",,,,{initiator},,{hidden}\n")
            }
        }
    }
}

fn table(lines: &[Line]) -> String {
    let heading = generated::HEADING.trim_end();
    std::iter::once(format!("{heading},hidden\n")).chain(lines.iter().map(Line::csv)).collect()
}

fn words(text: String) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names in letters that fold, names without spaces or without case, and names that are not letters.
fn name() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => "[a-zA-Z][a-zA-Z'’-]{0,11}",
        2 => "[À-žß]{1,10}",
        1 => "[가-힣]{1,4}",
        1 => "[一-龥]{1,4}",
        1 => "[ぁ-ゖァ-ヺ]{1,5}",
        1 => "[а-яёА-Я]{1,40}",
        1 => "[ا-يً-ْ]{1,8}",
        1 => "[ա-ֆ]{1,10}",
        1 => "\\PC{1,6}",
    ];
    let words = vec(word, 1..8).prop_map(|parts| words(parts.join(" ")));
    words.prop_filter("a name has a character", |name| !name.is_empty())
}

fn odd() -> impl Strategy<Value = Line> {
    let few = || prop::bool::weighted(0.1);
    let row = (option::weighted(0.7, any::<u64>()), name(), option::weighted(0.2, name()), few(), few());
    row.prop_map(|(id, name, organisation, initiator, hidden)| {
        let organisation = organisation.unwrap_or_default();
        Line::Odd { id, name, organisation, initiator, hidden }
    })
}

/// Rows for a roll too long for the letter: invented ones, mixed with odd ones.
#[derive(Clone, Debug)]
struct Roll {
    seed: u64,
    count: usize,
    odd: Vec<(Index, Line)>,
}

impl Roll {
    fn lines(self) -> Vec<Line> {
        let mut lines = invented(self.seed, 0, self.count);
        for (place, line) in self.odd {
            lines.insert(place.index(lines.len() + 1), line);
        }
        lines
    }
}

fn roll() -> impl Strategy<Value = Roll> {
    let parts = (any::<u64>(), 501_usize..900, vec((any::<Index>(), odd()), 0..30));
    parts.prop_map(|(seed, count, odd)| Roll { seed, count, odd })
}

fn invented(seed: u64, first: usize, count: usize) -> Vec<Line> {
    generated::rows(seed, first, count).lines().map(|line| Line::Invented(line.to_string())).collect()
}

/// A change that a coordinator makes to the table.
#[derive(Clone, Debug)]
enum Edit {
    Added(Vec<Line>),
    /// Invented rows: their seed and their number.
    ManyAdded(u64, usize),
    Inserted(Index, Line),
    SignedAgain(Index),
    Withdrawn(Index),
    Corrected(Index, Line),
    Nothing,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => vec(odd(), 1..4).prop_map(Edit::Added),
        1 => (any::<u64>(), 1_usize..400).prop_map(|(seed, count)| Edit::ManyAdded(seed, count)),
        1 => (any::<Index>(), odd()).prop_map(|(place, line)| Edit::Inserted(place, line)),
        1 => any::<Index>().prop_map(Edit::SignedAgain),
        2 => any::<Index>().prop_map(Edit::Withdrawn),
        2 => (any::<Index>(), odd()).prop_map(|(place, line)| Edit::Corrected(place, line)),
        1 => Just(Edit::Nothing),
    ]
}

fn change(lines: &mut Vec<Line>, edit: Edit) {
    match edit {
        Edit::Added(more) => lines.extend(more),
        // Their ids are new: each table has fewer lines than these ids start from.
        Edit::ManyAdded(seed, count) => lines.extend(invented(seed, lines.len() + 100_000, count)),
        Edit::Inserted(place, line) => lines.insert(place.index(lines.len() + 1), line),
        Edit::SignedAgain(place) => {
            let again = match lines[place.index(lines.len())].clone() {
                Line::Odd { name, organisation, initiator, hidden, .. } => {
                    Line::Odd { id: None, name, organisation, initiator, hidden }
                }
                // Without its id.
                Line::Invented(line) => Line::Invented(line[line.find(',').unwrap()..].to_string()),
            };
            lines.push(again);
        }
        Edit::Withdrawn(place) => drop(lines.remove(place.index(lines.len()))),
        Edit::Corrected(place, line) => {
            let place = place.index(lines.len());
            lines[place] = line;
        }
        Edit::Nothing => {}
    }
}

/// The letter's folder with the table, published.
fn publish(folder: Folder, lines: &[Line]) -> Folder {
    let folder = folder.signatories(&table(lines));
    let published = folder.publish();
    assert!(!any_error(&published.findings), "{:?}", folder.shorten(&published.findings));
    folder
}

fn open(folder: &Folder) -> Reader {
    Reader::open(&folder.out().join("letters/x/roll"))
}

/// The names that may be published, in the order of the roll.
fn names(lines: &[Line]) -> Vec<String> {
    let named = |initiators: bool| {
        let lines = lines.iter().filter(move |line| !line.is_hidden() && line.is_initiator() == initiators);
        lines.map(Line::name)
    };
    named(true).chain(named(false)).collect()
}

#[test]
fn pages_concatenated_give_the_roll() {
    of_each(12, &roll(), |roll| {
        let lines = roll.lines();
        let folder = publish(Folder::new(), &lines);
        let reader = open(&folder);
        let rows = reader.walk(false);
        let walked: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        prop_assert_eq!(walked, names(&lines));
        let backward: Vec<Signatory> = reader.walk(true).into_iter().rev().collect();
        prop_assert_eq!(&backward, &rows);
        prop_assert_eq!(reader.index.count, rows.len() as u64);
        Ok(())
    });
}

/// Whether each word of the query begins a word of the name or, in scripts without spaces, occurs in it. Written
/// without the code under test.
fn holds(folded: &str, query: &str) -> bool {
    let unspaced = |char: char| matches!(char, '\u{1100}'..='\u{11ff}' | '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..);
    fold(query).split(' ').all(|word| {
        let begins = folded.split(' ').any(|other| other.starts_with(word));
        begins || (word.contains(unspaced) && folded.replace(' ', "").contains(word))
    })
}

#[test]
fn each_name_is_found_by_the_beginnings_of_its_words_and_by_nothing_that_it_does_not_hold() {
    // For some names of a roll: the beginning of a word, and two words in reverse order.
    let asked = vec((any::<Index>(), any::<Index>(), any::<Index>(), any::<Index>()), 40);
    of_each(8, &(roll(), asked), |(roll, asked)| {
        let lines = roll.lines();
        let folder = publish(Folder::new(), &lines);
        let reader = open(&folder);
        let rows = reader.walk(false);
        let plain: Vec<String> = rows.iter().map(|row| fold(&row.name)).collect();
        for (who, word, other, length) in asked {
            let at = who.index(rows.len());
            let words: Vec<&str> = plain[at].split(' ').filter(|word| !word.is_empty()).collect();
            if words.is_empty() {
                continue;
            }
            let (word, other) = (words[word.index(words.len())], words[other.index(words.len())]);
            let ends: Vec<usize> = word.char_indices().map(|(at, char)| at + char.len_utf8()).collect();
            let beginning = &word[..ends[length.index(ends.len())]];
            for query in [beginning.to_string(), format!("{other} {beginning}"), rows[at].name.clone()] {
                let found = reader.find(&query);
                prop_assert!(found.contains(&rows[at]), "“{query}” does not find {}", rows[at].name);
                for row in &found {
                    prop_assert!(holds(&fold(&row.name), &query), "“{query}” finds {}", row.name);
                }
                // Expects every row that matches; identical rows are found once.
                let wanted = Query::new(&query);
                let holding = rows.iter().zip(&plain).filter(|(_, plain)| wanted.matches(plain));
                let expected: BTreeSet<String> = holding.map(|(row, _)| format!("{row:?}")).collect();
                let results: BTreeSet<String> = found.iter().map(|row| format!("{row:?}")).collect();
                prop_assert_eq!(results.len(), found.len());
                prop_assert!(results == expected, "“{query}” finds {} of {}", results.len(), expected.len());
            }
        }
        Ok(())
    });
}

#[test]
fn publishing_each_change_gives_what_publishing_at_once_does() {
    of_each(10, &(roll(), vec(edit(), 1..5)), |(roll, edits)| {
        let mut lines = roll.lines();
        let mut folder = publish(Folder::new(), &lines);
        for edit in edits {
            change(&mut lines, edit);
            folder = publish(folder, &lines);
        }
        let scratch = publish(Folder::new(), &lines);
        let (grown, scratch) = (folder.site_files_but_for_times(), scratch.site_files_but_for_times());
        let paths = |site: &[(String, String)]| site.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
        prop_assert_eq!(paths(&grown), paths(&scratch));
        prop_assert!(grown == scratch, "a file differs");
        Ok(())
    });
}

//! Searching a roll file by file.

use open_letter::model::{NameRef, RollFile, RollIndex, Signatory};
use open_letter::roll::{Query, Search, keys, separator};
use std::collections::HashMap;

/// The search files of a roll, each with that number of entries.
struct Roll {
    index: RollIndex,
    files: HashMap<String, RollFile>,
}

fn person(name: &str) -> Signatory {
    Signatory { name: name.into(), ..Signatory::default() }
}

fn roll(names: &[&str], entries_per_file: usize, files_per_list: usize) -> Roll {
    let mut entries: Vec<(String, &str)> =
        names.iter().flat_map(|name| keys(name).into_iter().map(move |key| (key, *name))).collect();
    entries.sort();
    let mut files = HashMap::new();
    let mut refs = Vec::new();
    for (number, chunk) in entries.chunks(entries_per_file).enumerate() {
        let src = format!("shard-{number}");
        let before = (number * entries_per_file).checked_sub(1).map_or("", |last| &entries[last].0);
        let from = if number == 0 { String::new() } else { separator(before, &chunk[0].0).to_string() };
        refs.push(NameRef { from, src: src.clone() });
        let signatories = chunk.iter().map(|(_, name)| person(name)).collect();
        files.insert(src, RollFile { signatories, ..RollFile::default() });
    }
    let mut names = Vec::new();
    for (number, chunk) in refs.chunks(files_per_list).enumerate() {
        let src = format!("list-{number}");
        names.push(NameRef { from: chunk[0].from.clone(), src: src.clone() });
        files.insert(src, RollFile { names: chunk.to_vec(), ..RollFile::default() });
    }
    Roll { index: RollIndex { names, ..RollIndex::default() }, files }
}

/// Searches until `enough` matches are found or all files are read. Returns the files read, and the matches.
fn search(roll: &Roll, query: &str, enough: usize) -> (Vec<String>, Vec<String>) {
    let mut search = Search::new(&roll.index, Query::new(query));
    let mut read = Vec::new();
    while let Some(src) = search.wanted().map(str::to_string) {
        search.take(&roll.files[&src]);
        read.push(src);
        if search.found().len() >= enough {
            break;
        }
    }
    assert_eq!(search.is_exhausted(), search.wanted().is_none());
    (read, search.found().iter().map(|signatory| signatory.name.clone()).collect())
}

const NAMES: [&str; 9] =
    ["Ani Bo", "Ani Co", "Ani Do", "Ani Eo", "Bedros Ani", "Carla Ano", "Zabel Zo", "Zabel Zo", "Maria de la Cruz"];

#[test]
fn a_word_is_found_with_two_files() {
    let (read, found) = search(&roll(&NAMES, 4, 3), "carla", 1);
    assert_eq!((read.len(), found), (2, vec!["Carla Ano".to_string()]));
}

#[test]
fn all_bearers_are_found_in_the_order_of_their_keys() {
    let (_, found) = search(&roll(&NAMES, 2, 2), "an", usize::MAX);
    assert_eq!(
        found,
        ["Ani Bedros", "Ani Bo", "Ani Co", "Ani Do", "Ani Eo", "Carla Ano"]
            .map(|name| { if name == "Ani Bedros" { "Bedros Ani".to_string() } else { name.to_string() } })
    );
}

#[test]
fn whole_words_lead_straight_to_the_name() {
    let roll = roll(&NAMES, 2, 100);
    for query in ["cruz maria", "maria cruz", "Bedros Ani"] {
        let (read, found) = search(&roll, query, 1);
        assert_eq!((read.len(), found.len()), (2, 1), "{query}");
    }
}

#[test]
fn beginnings_of_words_are_found_in_the_end() {
    let (_, found) = search(&roll(&NAMES, 2, 2), "cr ma", usize::MAX);
    assert_eq!(found, ["Maria de la Cruz"]);
}

#[test]
fn a_name_is_found_with_its_title_however_long_that_is() {
    let title = |signatory: &mut Signatory| signatory.title = Some("Prof. Dr.".into());
    let mut roll = roll(&["Ada Profumo", "Ada Zed", "Ada Bo", "Drake Bo", "Mia Lee"], 2, 2);
    roll.files
        .values_mut()
        .flat_map(|file| &mut file.signatories)
        .filter(|one| one.name.ends_with("Bo"))
        .for_each(title);
    roll.index.titles = vec!["dr".into(), "prof".into()];
    let found = |query: &str| search(&roll, query, usize::MAX).1;
    for query in ["prof ada", "Prof. Dr. Ada", "ada prof dr", "dr ada bo", "prof dr bo ada"] {
        assert!(found(query).contains(&"Ada Bo".to_string()), "{query}: {:?}", found(query));
    }
    assert_eq!(found("prof ada").len(), 2, "a word may be the title of one and the name of another");
    assert_eq!(found("dr drake"), ["Drake Bo"]);
    assert_eq!(found("d prof"), ["Drake Bo"], "all words may be those of titles");
    assert_eq!(found("prof lee"), Vec::<String>::new());
}

#[test]
fn titles_cost_no_file_if_none_is_typed() {
    let mut with = roll(&NAMES, 2, 2);
    with.index.titles = vec!["dr".into(), "prof".into()];
    for query in ["ani bo", "zabel zo", "maria cruz", "carla"] {
        assert_eq!(search(&with, query, usize::MAX), search(&roll(&NAMES, 2, 2), query, usize::MAX), "{query}");
    }
}

#[test]
fn no_file_is_read_twice_and_none_in_vain() {
    let roll = roll(&NAMES, 1, 2);
    for query in ["a", "ani", "ani bo", "zo zabel", "de cruz", "x", "maria de la cruz"] {
        let (read, _) = search(&roll, query, usize::MAX);
        let mut once = read.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), read.len(), "{query}");
    }
    assert!(search(&roll, "", 1).0.is_empty() && search(&roll, "!", 1).0.is_empty());
    assert!(search(&roll, "zz", 1).0.len() <= 2, "one list and one file can hold it");
}

#[test]
fn the_bearers_of_one_key_may_fill_several_files() {
    let mut names: Vec<Signatory> = Vec::new();
    let entries: Vec<&str> = vec!["Ani Bo"; 7];
    let mut roll = roll(&entries, 3, 2);
    for (number, file) in roll.files.values_mut().flat_map(|file| &mut file.signatories).enumerate() {
        file.id = Some(number.to_string());
        names.push(file.clone());
    }
    let (_, found) = search(&roll, "ani bo", usize::MAX);
    assert_eq!(found.len(), names.len());
}

#[test]
fn hostile_files_end_the_search() {
    let mut roll = roll(&NAMES, 2, 2);
    for file in roll.files.values_mut() {
        *file = RollFile::default();
    }
    assert!(search(&roll, "ani", usize::MAX).1.is_empty());
}

#[test]
fn words_around_a_name_may_match_but_find_nobody_by_themselves() {
    let of = |name: &str| Signatory { title: Some("Prof. Dr.".into()), suffix: Some("PhD".into()), ..person(name) };
    let finds = |query: &str| Query::new(query).finds(&of("Ada Example"));
    assert!(["ada", "dr ada", "prof. ada example phd", "exa dr"].into_iter().all(finds));
    assert!(!["dr", "phd prof", "ada md", ""].into_iter().any(finds));
}

#[test]
fn nobody_is_found_by_what_stands_for_a_withheld_name() {
    let withheld = Signatory { withheld: true, ..person("A nurse") };
    assert!(!["a", "nurse", "a nurse"].into_iter().any(|query| Query::new(query).finds(&withheld)));
    assert!(Query::new("nurse").finds(&person("A nurse")));
}

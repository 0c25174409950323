//! Folding, and the matches of queries.

use open_letter::roll::{Query, fold, fold_char, fold_digest, keys};

/// `name`, `query`, whether it matches, why: browser tests use the same table.
const TABLE: &str = include_str!("names.tsv");

#[test]
fn the_table_holds() {
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let [name, query, found, why] = *line.split('\t').collect::<Vec<_>>() else { panic!("{line}") };
        assert_eq!(Query::new(query).matches(name), found == "yes", "“{query}” in “{name}”: {why}");
        let marks = Query::new(query).marks(name);
        assert!(found == "no" || !marks.is_empty(), "“{query}” marks nothing in “{name}”");
    }
}

#[test]
fn words_stand_one_space_apart() {
    assert_eq!(fold("  Dr.  Jean-Pierre   O’Brien, \u{202b}PhD\u{202c} "), "dr jean pierre obrien phd");
    assert_eq!(fold("l\u{b4}été"), "lete");
    assert_eq!(fold("…"), "");
}

#[test]
fn what_was_folded_stays_as_it_is() {
    for code in 0..=0x0010_FFFF {
        let Some(char) = char::from_u32(code) else { continue };
        let folded = fold(&char.to_string());
        assert_eq!(fold(&folded), folded, "U+{code:04X}");
        assert_eq!(fold_char(char).trim(), folded, "U+{code:04X}");
    }
}

/// Published search files contain folded keys. If folding changes, rolls must be published again, and until then
/// widgets of either release may read either kind. So folding must not change by accident.
#[test]
fn folding_does_not_change_unnoticed() {
    const BLOCKS: u32 = 0x0011_0000 / 4096;
    let all = (0..BLOCKS).fold(0_u64, |all, block| all.rotate_left(1) ^ fold_digest(block));
    assert_eq!(format!("{all:016x}"), "a151df7fea0fb522");
}

#[test]
fn decomposition_is_that_of_unicode_17() {
    assert_eq!(char::UNICODE_VERSION, (17, 0, 0));
    assert_eq!(unicode_normalization::UNICODE_VERSION, (17, 0, 0));
}

#[track_caller]
fn marks(name: &str, query: &str, expected: &[&str]) {
    let marks = Query::new(query).marks(name);
    let parts: Vec<&str> = marks.iter().map(|range| &name[range.clone()]).collect();
    assert_eq!(parts, expected);
}

#[test]
fn the_matched_parts_of_the_original_are_marked() {
    marks("Søren Ångström", "ang so", &["Sø", "Ång"]);
    marks("Søren Ångstro\u{308}m", "angstro", &["Ångstro\u{308}"]);
    marks("Groß", "gros", &["Groß"]);
    marks("Mary O’Brien", "o", &["O"]);
    marks("Mary O’Brien", "ob", &["O’B"]);
    marks("Anna-Anna", "an", &["An", "An"]);
    marks("Anna", "a ann", &["Ann"]);
    marks("김민준", "민ㅈ", &["민준"]);
    marks("山田太郎", "太郎", &["太郎"]);
    marks("山田 太郎", "田太", &["田 太"]);
    marks("Ada", "grace", &[]);
}

#[test]
fn each_word_begins_a_key() {
    assert_eq!(keys("Maria Garcia"), ["garcia maria", "maria garcia"]);
    assert_eq!(keys("Ada"), ["ada"]);
    assert_eq!(keys("a b c"), ["a b", "a c", "b a", "b c", "c a", "c b"]);
    assert_eq!(keys("a b c d e f"), ["a b", "b c", "c d", "d e", "e f", "f a"]);
    assert_eq!(keys("山田 太郎"), ["太郎 山田", "山田 太郎", "山田太郎", "田太郎", "郎"]);
    assert_eq!(keys("!"), Vec::<String>::new());
    assert_eq!(keys(&"ä".repeat(40)), ["a".repeat(32)], "keys end after 32 bytes");
    assert_eq!(keys(&"ж".repeat(40)), ["ж".repeat(16)]);
}

#[test]
fn a_separator_is_the_shortest_text_between_two_keys() {
    for (before, key, expected) in
        [("", "ada", "a"), ("ada", "ado", "ado"), ("ada", "adaline", "adal"), ("ada", "b", "b"), ("ada", "ada", "ada")]
    {
        assert_eq!(open_letter::roll::separator(before, key), expected);
    }
}

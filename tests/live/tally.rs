//! Which counts are believed.

use Believed::{Changed, Ignored, Unchanged};
use open_letter::live::{Believed, Tally};
use open_letter::model::{Count, Kinds, Live, Signatory, Timestamp};

/// The reader's clock.
const NOW: Timestamp = Timestamp(1_000_000);

/// An answer with only its count.
fn bare(count: u64) -> Count {
    Count { count, updated: None, goal: None, kinds: None, latest: Vec::new(), refresh: None, closed: false }
}

/// An answer dated that many seconds after a fixed time.
fn dated(count: u64, seconds: i64) -> Count {
    Count { updated: Some(Timestamp(seconds * 1000)), ..bare(count) }
}

/// Asserts which answers are believed, one after the other.
#[track_caller]
fn believes(mut tally: Tally, answers: &[(Count, Believed, u64)]) {
    for (index, (answer, believed, shown)) in answers.iter().enumerate() {
        assert_eq!(tally.take(answer, NOW), *believed, "answer {index}");
        assert_eq!(tally.count(), Some(*shown), "after answer {index}");
    }
}

#[test]
fn a_higher_count_is_believed_at_once() {
    believes(Tally::of(Some(22)), &[(bare(23), Changed, 23), (bare(23), Unchanged, 23), (bare(40), Changed, 40)]);
}

#[test]
fn nothing_is_known_before_the_first_answer() {
    assert_eq!(Tally::of(None).count(), None);
    believes(Tally::of(None), &[(bare(0), Changed, 0)]);
}

#[test]
fn an_older_answer_is_ignored_whatever_it_counts() {
    believes(
        Tally::of(Some(22)),
        &[(dated(30, 100), Changed, 30), (dated(29, 50), Ignored, 30), (dated(31, 50), Ignored, 30)],
    );
}

#[test]
fn a_lower_count_is_believed_when_it_is_newer() {
    believes(Tally::of(Some(22)), &[(dated(30, 100), Changed, 30), (dated(29, 101), Changed, 29)]);
}

/// A cache may have an older count than the letter.
#[test]
fn a_first_answer_below_the_letter_needs_a_second() {
    believes(Tally::of(Some(22)), &[(dated(21, 1), Ignored, 22), (dated(21, 1), Changed, 21)]);
    believes(Tally::of(Some(22)), &[(dated(21, 1), Ignored, 22), (dated(22, 2), Changed, 22)]);
}

#[test]
fn without_a_time_a_lower_count_needs_a_second_answer() {
    believes(Tally::of(Some(22)), &[(bare(20), Ignored, 22), (bare(20), Changed, 20)]);
    believes(Tally::of(Some(22)), &[(bare(20), Ignored, 22), (bare(21), Changed, 21)]);
    believes(
        Tally::default(),
        &[(dated(30, 100), Changed, 30), (dated(29, 100), Ignored, 30), (dated(29, 100), Changed, 29)],
    );
}

/// A publisher's clock was once ahead: later answers are still newer.
#[test]
fn a_time_that_is_still_to_come_proves_nothing() {
    believes(
        Tally::of(Some(22)),
        &[(dated(30, 9_999_999), Changed, 30), (dated(31, 500), Changed, 31), (dated(29, 600), Changed, 29)],
    );
    // A lower count without a proof needs a second answer.
    believes(
        Tally::of(Some(22)),
        &[(dated(30, 500), Changed, 30), (dated(29, 9_999_999), Ignored, 30), (dated(29, 9_999_999), Changed, 29)],
    );
}

#[test]
fn a_clock_that_is_minutes_ahead_is_believed() {
    believes(
        Tally::of(Some(22)),
        &[(dated(30, 1290), Changed, 30), (dated(29, 1280), Ignored, 30), (dated(31, 1295), Changed, 31)],
    );
}

/// The reader's clock is behind: all times are in its future, and counts still change.
#[test]
fn a_readers_clock_that_was_set_back_stops_nothing() {
    let mut tally = Tally::of(Some(22));
    let (day, back) = (86_400, Timestamp(1_000_000));
    assert_eq!(tally.take(&dated(30, day), Timestamp(day * 1000)), Changed);
    assert_eq!(tally.take(&dated(31, day + 60), back), Changed);
    assert_eq!(tally.take(&dated(32, day + 120), back), Changed);
    assert_eq!(tally.count(), Some(32));
}

#[test]
fn caches_that_take_turns_do_not_make_the_count_go_back() {
    let (new, old) = (bare(30), bare(28));
    let turns =
        [(new.clone(), Changed, 30), (old.clone(), Ignored, 30), (new.clone(), Unchanged, 30), (old, Ignored, 30)];
    believes(Tally::of(Some(22)), &turns);
}

#[test]
fn what_no_answer_contains_comes_from_the_letter() {
    let name = |name: &str| Signatory { name: name.into(), ..Signatory::default() };
    let letter = Live {
        count: Some(22),
        goal: Some(100),
        kinds: Some(Kinds { organisations: 20, persons: 2 }),
        latest: vec![name("Ani")],
        updated: None,
        closed: false,
        stale_since: None,
    };
    assert_eq!(Tally::of(Some(22)).over(letter.clone()), letter);
    let mut tally = Tally::of(Some(22));
    tally.take(&Count { latest: vec![name("Zabel")], ..bare(23) }, NOW);
    let shown = tally.over(letter);
    assert_eq!((shown.count, shown.goal, shown.kinds), (Some(23), Some(100), None));
    assert_eq!(shown.latest, [name("Zabel")]);
}

//! No order of acts counts anybody twice, or brings back who withdrew.

use jiff::{SignedDuration, Timestamp};
use open_letter::collect::signature::{CODE_TRIES, Id, Signature, State, Words};
use open_letter::collect::state::{Act, Next, next};
use open_letter::model::Kind;
use proptest::prelude::*;

pub fn signature(kind: Kind) -> Signature {
    let at = Timestamp::from_second(1_790_000_000).unwrap();
    let organisation = (kind == Kind::Organisation).then(|| "Berg e. V.".to_string());
    let words = Words {
        name: "Anna Berg".into(),
        kind,
        organisation,
        role: None,
        country: None,
        comment: None,
        lang: "en".into(),
    };
    Signature {
        row: 0,
        letter: "a".into(),
        id: Id::random().unwrap(),
        state: State::Pending,
        words,
        shown: true,
        partner: None,
        text: "0".repeat(16),
        consent: None,
        created: at,
        confirmed: None,
        changed: at,
        number: None,
        joined: None,
        mark: Some([1; 32]),
        domain: None,
        address: Some(vec![1]),
        version: 0,
        sent: None,
        tries: 0,
        reason: None,
        mails: (0, None),
    }
}

fn words(name: &str) -> Box<Words> {
    Box::new(Words { name: name.into(), ..signature(Kind::Person).words })
}

pub fn acts() -> impl Strategy<Value = Act> {
    let hold = || prop_oneof![Just(None), Just(Some("first".to_string()))];
    prop_oneof![
        (any::<bool>(), any::<bool>(), hold()).prop_map(|(right, fits, hold)| Act::Code { right, fits, hold }),
        hold().prop_map(|hold| Act::Confirm { hold }),
        Just(Act::Reject),
        hold().prop_map(|hold| Act::Change(words("Anna B."), hold)),
        Just(Act::Hide),
        Just(Act::Show),
        Just(Act::Withdraw),
        Just(Act::Erase),
        Just(Act::Approve),
        Just(Act::Decline(None)),
        Just(Act::Edit(words("Anna C."))),
        Just(Act::Invalidate(None)),
        Just(Act::Restore),
    ]
}

/// Follows acts. Returns every signature on the way, and whether it is gone at the end.
fn follow(acts: &[Act]) -> (Vec<Signature>, bool) {
    let mut path = vec![signature(Kind::Person)];
    for (after, act) in acts.iter().enumerate() {
        let last = path.last().unwrap();
        let now = last.created + SignedDuration::from_mins(i64::try_from(after).unwrap());
        match next(last, act, now) {
            Next::Becomes(mut new, _) => {
                // The store gives whoever begins to count a place.
                if new.state == State::Confirmed && new.joined.is_none() {
                    new.joined = Some(1);
                }
                path.push(*new);
            }
            Next::Wrong(new) => path.push(*new),
            Next::Gone => return (path, true),
            Next::Same | Next::Expired | Next::Refused => {}
        }
    }
    (path, false)
}

proptest! {
    #[test]
    fn who_withdrew_never_comes_back(acts in prop::collection::vec(acts(), 0..40)) {
        let (path, _) = follow(&acts);
        let withdrew = path.iter().position(|signature| signature.state == State::Withdrawn);
        if let Some(at) = withdrew {
            prop_assert!(path[at..].iter().all(|signature| signature.state == State::Withdrawn));
        }
    }

    #[test]
    fn nobody_counts_whose_address_is_not_confirmed(acts in prop::collection::vec(acts(), 0..40)) {
        let (path, _) = follow(&acts);
        for signature in path {
            let needs = matches!(signature.state, State::Confirmed | State::Held);
            prop_assert!(!needs || signature.confirmed.is_some());
        }
    }

    #[test]
    fn an_act_that_is_repeated_changes_nothing(acts in prop::collection::vec(acts(), 0..20), act in acts()) {
        let (path, gone) = follow(&acts);
        prop_assume!(!gone && !matches!(act, Act::Code { .. }));
        let last = path.last().unwrap();
        let now = last.changed + SignedDuration::from_hours(9);
        if let Next::Becomes(mut new, _) = next(last, &act, now) {
            new.joined = new.joined.or((new.state == State::Confirmed).then_some(1));
            match next(&new, &act, now) {
                // Nothing, or the very same.
                Next::Becomes(again, _) => prop_assert_eq!(&*again, &*new),
                other => prop_assert!(matches!(other, Next::Same | Next::Refused), "{:?}", other),
            }
        }
    }

    #[test]
    fn codes_cannot_be_tried_for_ever(acts in prop::collection::vec(acts(), 0..80)) {
        let (path, _) = follow(&acts);
        prop_assert!(path.iter().all(|signature| signature.tries <= CODE_TRIES));
    }

    #[test]
    fn only_the_coordinator_lets_in_again_who_was_taken_out(acts in prop::collection::vec(acts(), 0..40)) {
        let mut last = signature(Kind::Person);
        for act in acts {
            if let Next::Becomes(new, _) = next(&last, &act, last.changed) {
                if matches!(last.state, State::Invalidated | State::Declined) && new.state == State::Confirmed {
                    prop_assert!(matches!(act, Act::Restore | Act::Approve));
                }
                last = *new;
            }
        }
    }
}

#[test]
fn a_code_lives_an_hour_from_when_it_was_sent() {
    let mut anna = signature(Kind::Person);
    let code = |right| Act::Code { right, fits: true, hold: None };
    anna.sent = Some(anna.created);
    let after = |minutes| anna.created + SignedDuration::from_mins(minutes);
    assert!(matches!(next(&anna, &code(true), after(59)), Next::Becomes(..)));
    assert_eq!(next(&anna, &code(true), after(60)), Next::Expired);
    assert!(matches!(next(&anna, &Act::Confirm { hold: None }, after(6000)), Next::Becomes(..)), "the link lives on");
}

#[test]
fn a_code_of_other_words_confirms_nothing() {
    let anna = signature(Kind::Person);
    let act = Act::Code { right: true, fits: false, hold: None };
    assert_eq!(next(&anna, &act, anna.created), Next::Expired);
}

#[test]
fn it_was_not_me_is_possible_after_a_scanner_has_pressed_the_button() {
    let anna = signature(Kind::Person);
    let Next::Becomes(confirmed, _) = next(&anna, &Act::Confirm { hold: None }, anna.created) else { panic!() };
    assert_eq!(next(&confirmed, &Act::Reject, anna.created), Next::Gone);
}

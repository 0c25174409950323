//! What a sign-up does where an address has signed already.

use crate::states::signature;
use jiff::{SignedDuration, Timestamp};
use open_letter::collect::again::{Place, plan};
use open_letter::collect::mail::Kind as Mail;
use open_letter::collect::signature::{Signature, State};
use open_letter::model::Kind;

fn now() -> Timestamp {
    signature(Kind::Person).created + SignedDuration::from_hours(9)
}

fn named(name: &str, state: State) -> Signature {
    let mut new = signature(Kind::Person);
    new.words.name = name.into();
    new.state = state;
    new
}

fn mailed(signature: Signature, times: u8, minutes: i64) -> Signature {
    Signature { mails: (times, Some(now() - SignedDuration::from_mins(minutes))), ..signature }
}

fn anna() -> Signature {
    named("Anna Berg", State::Pending)
}

#[test]
fn a_new_address_gets_a_row_and_a_mail() {
    let plan = plan(&[], &anna(), true, now());
    assert_eq!((plan.place, plan.mail), (Place::New(0), Some((Mail::Confirm, now()))));
}

#[test]
fn two_names_share_an_address_and_a_third_does_not() {
    let first = (named("Anna Berg", State::Confirmed), 0);
    let second = (named("Bo Berg", State::Confirmed), 1);
    assert_eq!(plan(std::slice::from_ref(&first), &named("Bo Berg", State::Pending), true, now()).place, Place::New(1));
    let third = plan(&[first, second], &named("Cy Berg", State::Pending), true, now());
    assert_eq!((third.place, third.mail.map(|(kind, _)| kind)), (Place::Stay(0), Some(Mail::Again)));
}

#[test]
fn strangers_cannot_fill_an_address_with_names() {
    let rows = [(mailed(named("X", State::Pending), 1, 30), 0), (mailed(named("Y", State::Pending), 1, 20), 1)];
    assert_eq!(plan(&rows, &anna(), true, now()).place, Place::Replace(0));
}

#[test]
fn who_signs_again_gets_the_link_and_no_second_row() {
    for state in [State::Confirmed, State::Held] {
        let plan = plan(&[(named("anna  BERG", state), 0)], &anna(), true, now());
        assert_eq!((plan.place, plan.mail.map(|(kind, _)| kind)), (Place::Stay(0), Some(Mail::Again)));
    }
}

#[test]
fn the_code_that_is_on_its_way_stays_good() {
    let rows = [(mailed(anna(), 1, 3), 0)];
    let soon = plan(&rows, &anna(), true, now());
    assert_eq!((soon.place, soon.mail), (Place::Stay(0), None));
    let rows = [(mailed(anna(), 1, 11), 0)];
    let later = plan(&rows, &anna(), true, now());
    assert_eq!((later.place, later.mail), (Place::Replace(0), Some((Mail::Confirm, now()))));
}

#[test]
fn an_address_gets_five_mails_and_no_more() {
    let four = [(mailed(anna(), 4, 99), 0)];
    assert!(plan(&four, &anna(), true, now()).mail.is_some());
    let five = [(mailed(anna(), 3, 99), 0), (mailed(named("Bo", State::Pending), 2, 99), 1)];
    assert_eq!(plan(&five, &anna(), true, now()).mail, None);
    assert_eq!(plan(&[], &anna(), false, now()).mail, None, "a limit of the day");
}

#[test]
fn a_couple_gets_its_second_mail_after_ten_minutes() {
    let rows = [(mailed(named("Bo Berg", State::Pending), 1, 4), 0)];
    let plan = plan(&rows, &anna(), true, now());
    assert_eq!((plan.place, plan.mail), (Place::New(1), Some((Mail::Confirm, now() + SignedDuration::from_mins(6)))));
}

#[test]
fn who_was_turned_away_does_not_come_in_by_another_name() {
    for state in [State::Declined, State::Invalidated] {
        let plan = plan(&[(named("X", state), 0)], &anna(), true, now());
        assert_eq!((plan.place, plan.mail), (Place::Stay(0), None));
    }
}

#[test]
fn who_withdrew_may_sign_anew() {
    let plan = plan(&[(named("", State::Withdrawn), 0)], &anna(), true, now());
    assert_eq!(plan.place, Place::New(0));
}

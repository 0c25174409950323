//! The course of a signature, from the fields to the end.

use open_letter::model::Field;
use open_letter::signing::{CodeFault, Confirmed, Course, Fault, Pending, Sent, Signed, Stage, Trouble};
use proptest::prelude::*;

fn pending() -> Pending {
    Pending { signature: "7f3k".into(), late: false }
}

fn coding() -> Course {
    let mut course = Course::default();
    assert!(course.send(Vec::new()));
    course.sent(Sent::Pending(pending()), false);
    course
}

#[test]
fn faults_are_kept_until_the_next_attempt() {
    let mut course = Course::default();
    assert!(!course.send(vec![(Field::Email, Fault::Form)]));
    assert_eq!((course.fault(Field::Email), course.fault(Field::Name)), (Some(Fault::Form), None));
    assert!(course.send(Vec::new()));
    assert_eq!((course.fault(Field::Email), &course.stage), (None, &Stage::Sending));
}

#[test]
fn a_second_click_sends_nothing() {
    let mut course = Course::default();
    assert!(course.send(Vec::new()));
    assert!(!course.send(Vec::new()));
    course.sent(Sent::Pending(pending()), false);
    assert!(!course.send(Vec::new()), "it is sent");
    assert!(course.confirm("481516").is_some());
    assert!(course.confirm("481516").is_none());
}

#[test]
fn what_could_not_be_sent_can_be_sent_again() {
    let mut course = Course::default();
    course.send(Vec::new());
    course.sent(Sent::Trouble(Trouble::Unsure), false);
    assert_eq!((&course.stage, course.trouble), (&Stage::Asking, Some(Trouble::Unsure)));
    assert!(course.send(Vec::new()));
    assert_eq!(course.trouble, None);
}

#[test]
fn a_code_is_read_as_people_write_it() {
    for typed in ["481516", " 481 516 ", "481-516", "Code: 481516.", "٤٨١٥١٦", "۴۸۱۵۱۶", "４８１５１６"]
    {
        let signature = ("7f3k".to_string(), "481516".to_string());
        assert_eq!(coding().confirm(typed), Some(signature), "{typed}");
    }
    for typed in ["", "48151", "4815162", "none"] {
        let mut course = coding();
        assert_eq!(course.confirm(typed), None, "{typed}");
        assert_eq!((course.code, &course.stage), (Some(CodeFault::Missing), &Stage::Coding(pending())));
    }
}

#[test]
fn a_wrong_code_can_be_tried_again_and_one_that_expired_leads_back() {
    let mut course = coding();
    course.confirm("000000");
    course.confirmed(Confirmed::Wrong(4));
    assert_eq!((course.code, &course.stage), (Some(CodeFault::Wrong(4)), &Stage::Coding(pending())));
    course.confirm("481516");
    assert_eq!(course.code, None);
    course.confirmed(Confirmed::Expired);
    assert_eq!((course.expired, &course.stage), (true, &Stage::Asking));
    assert!(course.send(Vec::new()));
    assert!(!course.expired);
}

#[test]
fn the_host_page_learns_the_state_alone() {
    let told = |stage: Stage| stage.told();
    let signed = |held| Stage::Signed(Signed { held, ..Signed::default() });
    assert_eq!(told(Stage::Coding(pending())), Some("pending"));
    assert_eq!(told(signed(false)), Some("confirmed"));
    assert_eq!(told(signed(true)), Some("held"));
    assert_eq!(told(Stage::Taken { confirms: false }), Some("sent"));
    assert_eq!(told(Stage::Taken { confirms: true }), Some("pending"));
    for stage in [Stage::Asking, Stage::Sending, Stage::Confirming(pending()), Stage::Closed] {
        assert_eq!(told(stage), None);
    }
}

#[test]
fn a_letter_that_closes_ends_what_is_not_sent() {
    let mut course = Course::default();
    course.close();
    assert_eq!(course.stage, Stage::Closed);
    let mut course = coding();
    course.close();
    assert_eq!(course.stage, Stage::Coding(pending()), "the collector decides");
}

#[derive(Clone, Debug)]
enum Act {
    Send,
    Sent(Sent),
    Confirm,
    Confirmed(Confirmed),
    Again,
    Close,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        Just(Act::Send),
        Just(Act::Sent(Sent::Pending(pending()))),
        Just(Act::Sent(Sent::Taken)),
        Just(Act::Sent(Sent::Closed)),
        Just(Act::Sent(Sent::Trouble(Trouble::Failed))),
        Just(Act::Confirm),
        Just(Act::Confirmed(Confirmed::Signed(Signed::default()))),
        Just(Act::Confirmed(Confirmed::Expired)),
        Just(Act::Confirmed(Confirmed::Wrong(1))),
        Just(Act::Again),
        Just(Act::Close),
    ];
    prop::collection::vec(act, 0..30)
}

proptest! {
    /// Nobody is told that they have signed who hasn't, whatever comes in whatever order.
    #[test]
    fn nobody_has_signed_without_the_receivers_word(acts in acts()) {
        let mut course = Course::default();
        let mut said = false;
        for act in acts {
            let (was_sending, was_confirming) =
                (course.stage == Stage::Sending, matches!(course.stage, Stage::Confirming(_)));
            let was_signed = matches!(course.stage, Stage::Signed(_) | Stage::Taken { .. });
            match act {
                Act::Send => drop(course.send(Vec::new())),
                Act::Sent(sent) => {
                    said |= was_sending && sent == Sent::Taken;
                    course.sent(sent, false);
                }
                Act::Confirm => drop(course.confirm("481516")),
                Act::Confirmed(confirmed) => {
                    said |= was_confirming && matches!(confirmed, Confirmed::Signed(_));
                    course.confirmed(confirmed);
                }
                Act::Again => course.again(),
                Act::Close => course.close(),
            }
            let is_signed = matches!(course.stage, Stage::Signed(_) | Stage::Taken { .. });
            prop_assert!(!is_signed || said);
            prop_assert!(is_signed || !was_signed, "what is signed stays signed");
        }
    }
}

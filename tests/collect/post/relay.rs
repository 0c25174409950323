//! What the worker does when the relay fails, at each step.

use super::shelf::Shelf;
use super::sink::{Does, Sink};
use crate::samples::mails::{kinds, message, sender, tag};
use jiff::{SignedDuration, Timestamp};
use open_letter::collect::post::outbox::again;
use open_letter::collect::post::{Outbox, Settled, Way, Worker};

/// A relay that does this, an outbox with so many mails, and a worker between them.
fn setting(script: &[Does], mails: usize) -> (Sink, Shelf, Worker<Shelf>) {
    let sink = Sink::start(script);
    let shelf = Shelf::of(kinds(&tag("en")).into_iter().cycle().take(mails).map(message));
    let way = Way::relay(&sink.address(), None).unwrap();
    (sink.clone(), shelf.clone(), Worker::new(shelf, sender(), way, None))
}

#[tokio::test]
async fn a_mail_that_is_refused_for_now_is_tried_again() {
    for refusal in [Does::ToReceiver("451 4.7.1 greylisted"), Does::ToText("452 4.3.1 full")] {
        let (sink, shelf, worker) = setting(&[refusal], 1);
        let before = Timestamp::now();
        worker.run_once().await.unwrap();
        let [(1, Settled::Later(at, why)), (1, Settled::Sent)] = &shelf.settled()[..] else {
            panic!("{:?}", shelf.settled())
        };
        assert!(*at >= before + SignedDuration::from_secs(60) && why.contains("45"), "{at} {why}");
        assert_eq!(sink.taken().len(), 1);
    }
}

#[test]
fn waits_grow_and_end_after_three_days() {
    let now = Timestamp::UNIX_EPOCH;
    let waits: Vec<Timestamp> = (0..).map_while(|tries| again(tries, now)).collect();
    assert!(waits.is_sorted() && waits.len() >= 8);
    let all: i64 = waits.iter().map(|at| at.as_second()).sum();
    assert!((2..4).contains(&(all / 86_400)), "{all} s");
}

#[tokio::test]
async fn a_mail_that_is_refused_for_good_is_given_up_and_told_without_an_address() {
    for refusal in [Does::ToReceiver("550 5.1.1 <kim@example.org> is unknown"), Does::ToText("554 5.7.1 spam")] {
        let (sink, shelf, worker) = setting(&[refusal], 2);
        worker.run_once().await.unwrap();
        let [(1, Settled::Refused(why)), (2, Settled::Sent)] = &shelf.settled()[..] else {
            panic!("{:?}", shelf.settled())
        };
        assert!(why.contains("55") && !why.contains("kim@example.org"), "{why}");
        assert_eq!((sink.taken().len(), sink.connections()), (1, 1));
    }
}

#[tokio::test]
async fn nobody_gets_two_if_the_connection_is_cut_after_the_text() {
    let (sink, shelf, worker) = setting(&[Does::CutsAfter], 2);
    worker.run_once().await.unwrap();
    assert!(matches!(&shelf.settled()[..], [(1, Settled::Unknown(_)), (2, Settled::Sent)]), "{:?}", shelf.settled());
    assert_eq!((sink.taken().len(), shelf.handed()), (2, vec![1, 2]));
}

#[tokio::test]
async fn a_connection_that_is_cut_before_the_text_costs_no_mail() {
    // The second mail finds the connection of the first closed.
    let (sink, shelf, worker) = setting(&[Does::Takes, Does::CutsBefore], 2);
    worker.run_once().await.unwrap();
    assert_eq!(shelf.settled(), [(1, Settled::Sent), (2, Settled::Sent)]);
    assert_eq!((sink.taken().len(), sink.connections()), (2, 2));
}

#[tokio::test]
async fn a_relay_that_is_busy_says_nothing_about_the_mail() {
    let (sink, shelf, worker) = setting(&[Does::ToReceiver("421 4.3.2 try later")], 1);
    worker.run_once().await.unwrap();
    assert!(matches!(&shelf.settled()[..], [(1, Settled::Untried(..)), (1, Settled::Sent)]), "{:?}", shelf.settled());
    assert_eq!((sink.taken().len(), shelf.handed()), (1, vec![1]));
}

#[tokio::test]
async fn a_login_is_sent_and_a_wrong_one_is_explained() {
    let sink = Sink::start(&[]);
    // \0letters\0secret
    sink.demand("AGxldHRlcnMAc2VjcmV0");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("smtp.password");
    let settled = async |password: &str| {
        std::fs::write(&file, password).unwrap();
        let shelf = Shelf::of([message(kinds(&tag("en")).remove(1))]);
        let way = Way::relay(&sink.address(), Some(("letters", &file))).unwrap();
        match way.open().await {
            Ok(_) => Worker::new(shelf.clone(), sender(), way, None).run_once().await.map(|_| shelf.settled()),
            Err(error) => Err(error),
        }
    };
    assert_eq!(settled("secret\n").await.unwrap(), [(1, Settled::Sent)]);
    let error = settled("wrong").await.unwrap_err().to_string();
    assert!(error.contains("refuses the login") && error.contains("mail.password-file"), "{error}");
}

#[tokio::test]
async fn nothing_is_sent_without_encryption_to_another_machine() {
    // This address leads to this machine, but is not one of loopback.
    let sink = Sink::start(&[]);
    let way = Way::relay(&sink.address_of("0.0.0.0"), None).unwrap();
    let Err(error) = way.open().await else { panic!("it was opened") };
    assert!(error.to_string().contains("offers no encryption"), "{error}");
}

#[tokio::test]
async fn a_password_file_that_is_missing_is_named() {
    let sink = Sink::start(&[]);
    let missing = std::path::Path::new("/nowhere/smtp.password");
    let Err(error) = Way::relay(&sink.address(), Some(("letters", missing))) else { panic!("it was read") };
    assert!(error.to_string().contains("mail.password-file /nowhere/smtp.password"), "{error}");
}

#[tokio::test]
async fn many_mails_are_sent_once_each_and_the_worker_stops_when_told() {
    let (sink, shelf, worker) = setting(&[], 60);
    let watched = shelf.clone();
    let stop = async move {
        while watched.settled().len() < 60 {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    worker.run(stop).await;
    let mut rows: Vec<i64> = shelf.settled().iter().map(|(row, _)| *row).collect();
    rows.sort_unstable();
    assert_eq!(rows, (1..=60).collect::<Vec<_>>());
    assert_eq!(sink.taken().len(), 60);
    assert!(shelf.next().await.unwrap().is_none());
}

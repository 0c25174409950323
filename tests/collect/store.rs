//! What every store must do. A second store runs the same suite.

use crate::states::{acts, signature};
use jiff::{SignedDuration, Timestamp};
use open_letter::collect::key::Key;
use open_letter::collect::mail::{Kind as Mail, Sent, To};
use open_letter::collect::signature::{Consent, Handle, Id, Signature, State, Words};
use open_letter::collect::state::Act;
use open_letter::collect::store::sqlite::Sqlite;
use open_letter::collect::store::{Filter, Open, Outcome, SignUp, Store};
use open_letter::model::Kind;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::path::Path;

async fn open(folder: &Path) -> Sqlite {
    Sqlite::open(&folder.join("signatures.db"), &folder.join("withdrawn")).await.unwrap()
}

fn now() -> Timestamp {
    Timestamp::from_second(1_790_000_000).unwrap()
}

fn later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

fn handle(word: &str) -> Handle {
    Handle::of("a", Some(word), &Key::of([1; 32]).unwrap()).unwrap()
}

/// A sign-up whose address has this mark.
fn sign_up(name: &str, mark: u8, word: &str) -> SignUp {
    let mut new = signature(Kind::Person);
    new.words.name = name.into();
    new.mark = Some([mark; 32]);
    SignUp { handle: handle(word), signature: new, consent: None, may_mail: true }
}

async fn of(store: &impl Store, word: &str) -> Signature {
    store.of_handle(handle(word).hash()).await.unwrap().unwrap().0
}

async fn join(store: &impl Store, name: &str, mark: u8) -> Signature {
    store.sign(sign_up(name, mark, name), now()).await.unwrap();
    let id = of(store, name).await.id;
    match store.act(&id, Act::Confirm { hold: None }, "signatory", now()).await.unwrap() {
        Outcome::Done(signature) => *signature,
        other => panic!("{other:?}"),
    }
}

macro_rules! suite {
    ($($name:ident => $test:ident;)*) => {$(
        #[tokio::test]
        async fn $name() {
            let folder = tempfile::tempdir().unwrap();
            $test(&open(folder.path()).await).await;
        }
    )*};
}

suite! {
    a_sign_up_is_there_once => once;
    who_confirms_counts_and_has_a_place => places;
    counts_are_always_those_of_the_rows => counts;
    an_address_is_erased_with_its_last_mail => erased;
    the_address_of_an_organisation_stays_until_it_is_decided => organisation;
    a_mail_that_was_taken_is_nobody_elses => taken;
    a_mail_that_was_being_handed_over_is_not_sent_again => handed;
    who_has_not_confirmed_is_reminded_once => reminded;
    pending_rows_and_old_marks_are_deleted => purged;
    a_filter_selects => selected;
    who_withdrew_leaves_nothing_but_an_id => bare;
    signatures_from_elsewhere_are_taken_once => adopted;
    a_secret_is_used_once => used;
    acts_are_logged => logged;
    asking_twice_for_the_link_puts_it_off_by_nothing => asked;
    what_was_agreed_to_is_kept => agreed;
    signing_anew_after_withdrawing_makes_another_row => anew;
}

async fn once(store: &impl Store) {
    store.sign(sign_up("Anna", 1, "x"), now()).await.unwrap();
    let first = of(store, "x").await;
    store.sign(sign_up("Anna", 1, "x"), later(60)).await.unwrap();
    assert_eq!(of(store, "x").await, first, "a repeat changes nothing");
    store.sign(sign_up("Anna", 1, "y"), later(1)).await.unwrap();
    assert_eq!(of(store, "y").await.id, first.id, "the same name is the same row");
    store.sign(sign_up("Anna", 1, "z"), later(60)).await.unwrap();
    let (again, fits) = store.of_handle(handle("z").hash()).await.unwrap().unwrap();
    assert_eq!((again.id, again.version, fits), (first.id, 1, true));
    let (_, fits) = store.of_handle(handle("x").hash()).await.unwrap().unwrap();
    assert!(!fits, "the words were replaced, and the old handle does not fit them");
}

async fn asked(store: &impl Store) {
    join(store, "Anna", 1).await;
    while let Some(mail) = store.take_mail(later(1), later(2)).await.unwrap() {
        store.sent(mail.row, Sent::Yes, later(1)).await.unwrap();
    }
    let mails = of(store, "Anna").await.mails.0;
    for minute in 20..24 {
        store.link("a", [1; 32], vec![1], later(minute)).await.unwrap();
        store.sign(sign_up("Anna", 1, &format!("again {minute}")), later(minute)).await.unwrap();
    }
    assert_eq!(of(store, "Anna").await.mails, (mails + 1, Some(later(20))), "one mail, at the first wish");
    assert!(store.take_mail(later(24), later(25)).await.unwrap().is_some());
    assert!(store.take_mail(later(24), later(25)).await.unwrap().is_none());
}

async fn agreed(store: &impl Store) {
    let agreed = |id: &str, sent: &str, text: &str| Consent {
        id: id.into(),
        lang: "en".into(),
        text: text.into(),
        sent: sent.into(),
    };
    let sign = async |name: &str, mark: u8, consent: Consent| {
        let mut new = sign_up(name, mark, name);
        new.signature.consent = Some((consent.id.clone(), now()));
        new.consent = Some(consent);
        store.sign(new, now()).await.unwrap();
        of(store, name).await.consent.unwrap().0
    };
    assert_eq!(sign("Anna", 1, agreed("first", "on", "I sign.")).await, "first");
    assert_eq!(sign("Bo", 2, agreed("second", "first", "I sign this.")).await, "first", "she read an earlier page");
    assert_eq!(sign("Cy", 3, agreed("second", "invented", "I sign this.")).await, "second");
    assert_eq!(store.consent("a", "first", "en").await.unwrap().as_deref(), Some("I sign."));
    assert_eq!(store.consent("a", "second", "en").await.unwrap().as_deref(), Some("I sign this."));
    assert_eq!(store.consent("a", "invented", "en").await.unwrap(), None);
}

async fn places(store: &impl Store) {
    let (anna, bo) = (join(store, "Anna", 1).await, join(store, "Bo", 2).await);
    assert_eq!((anna.number, anna.joined), (Some(1), Some(1)));
    assert_eq!((bo.number, bo.joined), (Some(2), Some(2)));
    store.act(&anna.id, Act::Withdraw, "signatory", now()).await.unwrap();
    let cy = join(store, "Cy", 3).await;
    assert_eq!((cy.number, cy.joined), (Some(2), Some(3)), "a place is never given twice");
    let names: Vec<String> = store.roll("a", 0, 10).await.unwrap().into_iter().map(|one| one.words.name).collect();
    assert_eq!(names, ["Bo", "Cy"]);
    let count = store.count("a").await.unwrap();
    assert_eq!((count.persons, count.organisations), (2, 0));
}

async fn counts(store: &impl Store) {
    let mut runner = TestRunner::deterministic();
    for round in 0..60_u8 {
        let name = format!("Person {round}");
        store.sign(sign_up(&name, round, &name), now()).await.unwrap();
        let id = of(store, &name).await.id;
        for _ in 0..8 {
            let act = acts().new_tree(&mut runner).unwrap().current();
            store.act(&id, act, "test", later(1)).await.unwrap();
        }
    }
    let filter = Filter { states: vec![State::Confirmed], ..Filter::default() };
    let confirmed = store.select("a", &filter).await.unwrap();
    assert!(!confirmed.is_empty());
    assert_eq!(store.count("a").await.unwrap().all(), confirmed.len() as u64);
    assert_eq!(store.roll("a", 0, 1000).await.unwrap().len(), confirmed.len());
    assert_eq!(store.recount().await.unwrap(), [""; 0], "no count has drifted");
}

/// Takes the mail that is due, and settles it.
async fn send(store: &impl Store, sent: Sent) -> Option<Mail> {
    let mail = store.take_mail(later(600), later(610)).await.unwrap()?;
    store.handing(mail.row).await.unwrap();
    store.sent(mail.row, sent, later(600)).await.unwrap();
    Some(mail.kind)
}

async fn erased(store: &impl Store) {
    store.sign(sign_up("Anna", 1, "x"), now()).await.unwrap();
    assert_eq!(send(store, Sent::Yes).await, Some(Mail::Confirm));
    let anna = of(store, "x").await;
    assert!(anna.address.is_some() && anna.sent.is_some());
    store.act(&anna.id, Act::Confirm { hold: None }, "signatory", now()).await.unwrap();
    assert_eq!(send(store, Sent::Later(later(600), true)).await, Some(Mail::Signed));
    assert!(of(store, "x").await.address.is_some());
    assert_eq!(send(store, Sent::Yes).await, Some(Mail::Signed));
    assert_eq!(of(store, "x").await.address, None);
    assert_eq!(send(store, Sent::Yes).await, None);
}

async fn organisation(store: &impl Store) {
    let mut new = sign_up("Anna", 1, "x");
    new.signature = Signature { mark: Some([1; 32]), ..signature(Kind::Organisation) };
    store.sign(new, now()).await.unwrap();
    let id = of(store, "x").await.id;
    let hold = Some("organisation".to_string());
    store.act(&id, Act::Confirm { hold }, "signatory", now()).await.unwrap();
    while send(store, Sent::Yes).await.is_some() {}
    let waiting = of(store, "x").await;
    assert_eq!((waiting.state, waiting.address.is_some()), (State::Held, true));
    store.act(&id, Act::Approve, "kim", now()).await.unwrap();
    assert_eq!(send(store, Sent::Yes).await, Some(Mail::Approved));
    let approved = of(store, "x").await;
    assert_eq!((approved.state, approved.address), (State::Confirmed, None));
    assert_eq!(store.count("a").await.unwrap().organisations, 1);
}

async fn taken(store: &impl Store) {
    store.sign(sign_up("Anna", 1, "x"), now()).await.unwrap();
    let mail = store.take_mail(later(1), later(11)).await.unwrap().unwrap();
    assert!(matches!(&mail.to, To::Signatory(signature) if signature.words.name == "Anna"));
    assert!(store.take_mail(later(2), later(12)).await.unwrap().is_none());
    assert!(store.take_mail(later(12), later(22)).await.unwrap().is_some(), "whoever had it is lost");
    store.queue("kim@example.org", Mail::SignIn, now()).await.unwrap();
    store.queue("kim@example.org", Mail::SignIn, now()).await.unwrap();
    let mail = store.take_mail(later(1), later(11)).await.unwrap().unwrap();
    assert!(matches!(&mail.to, To::Coordinator(address) if address == "kim@example.org"));
    assert!(store.take_mail(later(1), later(11)).await.unwrap().is_none(), "one of a kind is enough");
}

async fn handed(store: &impl Store) {
    store.sign(sign_up("Anna", 1, "x"), now()).await.unwrap();
    let mail = store.take_mail(later(1), later(11)).await.unwrap().unwrap();
    store.handing(mail.row).await.unwrap();
    assert!(store.take_mail(later(99), later(109)).await.unwrap().is_none());
    assert_eq!(store.end_handing(later(100)).await.unwrap(), 1);
    assert!(store.take_mail(later(200), later(210)).await.unwrap().is_none());
    assert!(of(store, "x").await.sent.is_some(), "the code may have arrived, and works");
}

async fn reminded(store: &impl Store) {
    store.sign(sign_up("Anna", 1, "x"), now()).await.unwrap();
    assert_eq!(store.remind(later(60), later(60)).await.unwrap(), 0, "the first mail is not sent yet");
    send(store, Sent::Yes).await;
    assert_eq!(store.remind(later(-1), later(60)).await.unwrap(), 0, "it is too early");
    assert_eq!(store.remind(later(60), later(60)).await.unwrap(), 1);
    assert_eq!(send(store, Sent::Yes).await, Some(Mail::Reminder));
    assert_eq!(store.remind(later(60), later(60)).await.unwrap(), 0);
}

async fn purged(store: &impl Store) {
    store.sign(sign_up("Anna", 1, "x"), now()).await.unwrap();
    let bo = join(store, "Bo", 2).await;
    store.set_open("a", Open::Closed(later(0))).await.unwrap();
    assert_eq!(store.open("a").await.unwrap(), Open::Closed(now()));
    assert_eq!(store.purge(later(-1), later(-1)).await.unwrap(), (0, 0));
    assert_eq!(store.purge(later(1), later(-1)).await.unwrap(), (1, 0));
    assert!(store.of_handle(handle("x").hash()).await.unwrap().is_none());
    assert_eq!(store.purge(later(1), later(1)).await.unwrap(), (0, 1));
    let bo = store.of_id(&bo.id).await.unwrap().unwrap();
    assert_eq!((bo.mark, bo.domain, bo.state), (None, None, State::Confirmed));
}

async fn selected(store: &impl Store) {
    let anna = join(store, "Anna Berg", 1).await;
    join(store, "Bo Berg", 2).await;
    let mut other = sign_up("Cy Dahl", 3, "cy");
    other.signature.partner = Some("north".into());
    other.signature.domain = Some([9; 16]);
    other.signature.created = later(60);
    store.sign(other, now()).await.unwrap();
    let names = async |filter: Filter| -> Vec<String> {
        store.select("a", &filter).await.unwrap().into_iter().map(|one| one.words.name).collect()
    };
    assert_eq!(names(Filter { name: Some("BERG".into()), ..Filter::default() }).await, ["Anna Berg", "Bo Berg"]);
    assert_eq!(names(Filter { ids: vec![anna.id.clone()], ..Filter::default() }).await, ["Anna Berg"]);
    assert_eq!(names(Filter { partner: Some("north".into()), ..Filter::default() }).await, ["Cy Dahl"]);
    assert_eq!(names(Filter { domain: Some([9; 16]), ..Filter::default() }).await, ["Cy Dahl"]);
    assert_eq!(names(Filter { from: Some(later(30)), ..Filter::default() }).await, ["Cy Dahl"]);
    assert_eq!(names(Filter { to: Some(later(30)), ..Filter::default() }).await.len(), 2);
    assert_eq!(names(Filter { states: vec![State::Pending], ..Filter::default() }).await, ["Cy Dahl"]);
    assert_eq!(store.select("b", &Filter::default()).await.unwrap(), []);
}

async fn bare(store: &impl Store) {
    let anna = join(store, "Anna Berg", 1).await;
    store.act(&anna.id, Act::Withdraw, "signatory", now()).await.unwrap();
    let left = store.of_id(&anna.id).await.unwrap().unwrap();
    let words = Words { name: String::new(), ..anna.words.clone() };
    assert_eq!((left.state, left.words, left.address), (State::Withdrawn, words, None));
    store.act(&anna.id, Act::Erase, "signatory", now()).await.unwrap();
    assert_eq!(store.of_id(&anna.id).await.unwrap(), None);
}

async fn adopted(store: &impl Store) {
    let anna = join(store, "Anna", 1).await;
    let new = |id: Id, mark: u8| {
        let confirmed = Some(now());
        Signature { id, mark: Some([mark; 32]), state: State::Confirmed, confirmed, ..signature(Kind::Person) }
    };
    let bo = Id::random().unwrap();
    let all = vec![new(anna.id.clone(), 5), new(Id::random().unwrap(), 1), new(bo.clone(), 2)];
    assert_eq!(store.adopt(all.clone()).await.unwrap(), 1);
    assert_eq!(store.adopt(all).await.unwrap(), 0);
    assert_eq!(store.count("a").await.unwrap().persons, 2);
    assert_eq!(store.of_id(&bo).await.unwrap().unwrap().joined, Some(2));
}

async fn used(store: &impl Store) {
    assert!(store.use_once([1; 32], later(30), now()).await.unwrap());
    assert!(!store.use_once([1; 32], later(30), later(1)).await.unwrap());
    assert!(store.use_once([2; 32], later(30), later(1)).await.unwrap());
}

async fn logged(store: &impl Store) {
    let anna = join(store, "Anna", 1).await;
    store.act(&anna.id, Act::Invalidate(None), "kim@example.org", later(5)).await.unwrap();
    let log = store.log("a", 10).await.unwrap();
    let lines: Vec<(&str, &str)> = log.iter().map(|line| (line.who.as_str(), line.what.as_str())).collect();
    assert_eq!(lines, [("kim@example.org", "invalidate"), ("signatory", "confirm")]);
    assert!(log.iter().all(|line| line.id == anna.id));
}

async fn anew(store: &impl Store) {
    let first = join(store, "Anna", 1).await;
    store.act(&first.id, Act::Withdraw, "signatory", now()).await.unwrap();
    store.sign(sign_up("Anna", 1, "new"), later(60)).await.unwrap();
    let second = of(store, "new").await;
    assert_ne!(second.id, first.id);
    store.act(&second.id, Act::Confirm { hold: None }, "signatory", later(60)).await.unwrap();
    assert_eq!(store.count("a").await.unwrap().all(), 1);
    assert_eq!(store.of_mark("a", [1; 32]).await.unwrap().len(), 1);
}

#[tokio::test]
async fn many_at_once_are_all_there() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let signing = (0..500_u32).map(|number| {
        let store = store.clone();
        tokio::spawn(async move {
            let name = format!("Person {number}");
            let mut new = sign_up(&name, 0, &name);
            new.signature.mark = Some(std::array::from_fn(|at| number.to_le_bytes()[at % 4]));
            store.sign(new, now()).await.unwrap();
        })
    });
    for done in signing.collect::<Vec<_>>() {
        done.await.unwrap();
    }
    assert_eq!(store.select("a", &Filter::default()).await.unwrap().len(), 500);
    store.close().await;
    assert_eq!(open(folder.path()).await.select("a", &Filter::default()).await.unwrap().len(), 500);
}

#[tokio::test]
async fn the_database_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    store.sign(sign_up("Anna", 1, "x"), now()).await.unwrap();
    for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", file.path().display());
    }
}

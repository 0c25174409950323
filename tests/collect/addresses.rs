use open_letter::collect::address::{Canonical, domain_mark};
use open_letter::collect::key::Key;
use open_letter::collect::seal::Seal;

fn key(byte: u8) -> Key {
    Key::of([byte; 32]).unwrap()
}

#[track_caller]
fn is(address: &str, canonical: &str) {
    assert_eq!(Canonical::of(address).map(|address| address.text()).as_deref(), Some(canonical));
}

#[test]
fn one_mailbox_has_one_form() {
    is("kim@example.org", "kim@example.org");
    is("Kim@Example.ORG", "kim@example.org");
    is("kim+letters@example.org", "kim@example.org");
    is("kim.berg@example.org", "kim.berg@example.org");
    is("k.i.m+x@gmail.com", "kim@gmail.com");
    is("Kim@GoogleMail.com", "kim@gmail.com");
    is("kim@münchen.example", "kim@xn--mnchen-3ya.example");
    is("kim@xn--mnchen-3ya.example", "kim@xn--mnchen-3ya.example");
    is("kim@example.org.", "kim@example.org");
}

#[test]
fn what_is_no_address_has_none() {
    for text in ["", "kim", "@example.org", "+x@example.org", "kim@", "kim@[192.0.2.1]", "kim@192.0.2.1"] {
        assert_eq!(Canonical::of(text), None, "{text}");
    }
}

#[test]
fn marks_are_of_a_letter_and_a_key() {
    let kim = Canonical::of("kim@example.org").unwrap();
    assert_eq!(kim.mark("a", &key(1)), Canonical::of("KIM+1@example.org").unwrap().mark("a", &key(1)));
    assert_ne!(kim.mark("a", &key(1)), kim.mark("b", &key(1)));
    assert_ne!(kim.mark("a", &key(1)), kim.mark("a", &key(2)));
    assert_eq!(kim.domain_mark("a", &key(1)), domain_mark("Example.org", "a", &key(1)));
}

#[test]
fn sealed_addresses_open_with_key_and_mark_alone() {
    let (seal, mark) = (Seal::of(&key(1)), [7; 32]);
    let sealed = seal.close("kim@example.org", &mark).unwrap();
    assert_eq!(seal.open(&sealed, &mark).as_deref(), Some("kim@example.org"));
    assert_eq!(seal.open(&sealed, &[8; 32]), None);
    assert_eq!(Seal::of(&key(2)).open(&sealed, &mark), None);
    assert_ne!(sealed, seal.close("kim@example.org", &mark).unwrap());
    assert_eq!(sealed.len(), seal.close("a-much-longer-address@example.org", &mark).unwrap().len());
}

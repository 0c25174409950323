use jiff::Timestamp;
use open_letter::collect::key::Key;
use open_letter::collect::rules::{Form, check_token, hold, token};
use open_letter::collect::settings::{Moderate, Persons};
use open_letter::collect::signature::Words;
use open_letter::model::Kind;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + seconds).unwrap()
}

#[test]
fn a_form_is_answered_by_a_person_within_two_hours() {
    let key = Key::of([1; 32]).unwrap();
    let given = token("a", &key, at(0));
    let is = |seconds| check_token(&given, "a", &key, at(seconds));
    assert_eq!(is(0), Form::Young);
    assert_eq!(is(1), Form::Young);
    assert_eq!(is(2), Form::Fits);
    assert_eq!(is(7200), Form::Fits);
    assert_eq!(is(7201), Form::Wrong);
    assert_eq!(is(-1), Form::Wrong);
}

#[test]
fn a_token_is_of_one_letter_and_cannot_be_made_up() {
    let key = Key::of([1; 32]).unwrap();
    let given = token("a", &key, at(0));
    assert_eq!(check_token(&given, "b", &key, at(9)), Form::Wrong);
    assert_eq!(check_token(&given, "a", &Key::of([2; 32]).unwrap(), at(9)), Form::Wrong);
    let mut other = given.clone();
    other.replace_range(9..10, if given.as_bytes()[9] == b'0' { "1" } else { "0" });
    assert_eq!(check_token(&other, "a", &key, at(9)), Form::Wrong);
    for text in ["", "x", &given[1..], &format!("{given}0"), &given.to_uppercase()] {
        assert_eq!(check_token(text, "a", &key, at(9)), Form::Wrong, "{text}");
    }
}

fn words(name: &str) -> Words {
    let (organisation, role, country, comment) = (None, None, None, None);
    Words { name: name.into(), kind: Kind::Person, organisation, role, country, comment, lang: "en".into() }
}

fn moderate(persons: Persons) -> Moderate {
    Moderate { persons, words: vec!["casino".into()], domains: vec!["throwaway.example".into()], comments: false }
}

#[test]
fn organisations_and_first_persons_wait() {
    let after = moderate(Persons::After);
    let first = moderate(Persons::First(2));
    let anna = words("Anna Berg");
    assert_eq!(hold(&anna, None, 0, &after), None);
    assert_eq!(hold(&anna, None, 1, &first), Some("first"));
    assert_eq!(hold(&anna, None, 2, &first), None);
    let organisation =
        Words { kind: Kind::Organisation, organisation: Some("Berg e. V.".into()), ..words("Anna Berg") };
    assert_eq!(hold(&organisation, None, 100, &after), Some("organisation"));
}

#[test]
fn words_domains_and_odd_names_wait_and_are_not_refused() {
    let after = moderate(Persons::After);
    assert_eq!(hold(&words("Casino Royal"), None, 9, &after), Some("word"));
    let comment = Words { comment: Some("best CASINO".into()), ..words("Anna") };
    assert_eq!(hold(&comment, None, 9, &after), Some("word"));
    assert_eq!(hold(&words("Anna"), Some("throwaway.example"), 9, &after), Some("domain"));
    assert_eq!(hold(&words("Anna"), Some("x.throwaway.example"), 9, &after), Some("domain"));
    assert_eq!(hold(&words("Anna"), Some("nothrowaway.example"), 9, &after), None);
    assert_eq!(hold(&words("ANNA BERG"), None, 9, &after), Some("name"));
    assert_eq!(hold(&words("Аnna"), None, 9, &after), Some("name"), "a Cyrillic A");
    for name in ["Anna Berg", "Li", "AB", "Ёлка", "Արամ", "王小明", "محمد", "Jean-Luc O’Neill", "山田太郎", "Ng"]
    {
        assert_eq!(hold(&words(name), None, 9, &after), None, "{name}");
    }
    let comments = Moderate { comments: true, ..after };
    assert_eq!(hold(&Words { comment: Some("Good".into()), ..words("Anna") }, None, 9, &comments), Some("comment"));
}

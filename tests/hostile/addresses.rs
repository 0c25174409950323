//! Every address of a letter, with every character that URL parsers may ignore before, within and after its scheme:
//! none leads to a script, wherever it is used.

use crate::fuzzing::addresses::{HOME, SCHEMES, ignored, inspect, leads_on};
use crate::fuzzing::{Kind, Outcome, fuzz};
use open_letter::model::{Link, as_written};
use url::Url;

/// The address with the character in each place where it might be ignored.
fn forms(scheme: &str, char: char) -> [String; 6] {
    let (head, tail) = scheme.split_at(scheme.len() / 2);
    [
        format!("{char}{scheme}:pwned()"),
        format!("{char}{char} {char}{scheme}:pwned()"),
        format!("{head}{char}{tail}:pwned()"),
        format!("{scheme}{char}:pwned()"),
        format!("{scheme}:{char}pwned()"),
        format!("{char}{head}{char}{tail}{char}:{char}//%0apwned()"),
    ]
}

#[track_caller]
fn is_harmless(address: &str) {
    inspect(address).unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn no_character_carries_a_script_through_the_door() {
    let home = Url::parse(HOME).unwrap();
    let resolve = |reference: &str| home.join(reference).ok().map(String::from);
    for char in ignored() {
        for form in SCHEMES.iter().flat_map(|scheme| forms(scheme, char)) {
            for resolver in [&resolve as &dyn Fn(&str) -> Option<String>, &as_written] {
                if let Ok(link) = Link::of(&form, resolver) {
                    let whole = home.join(link.as_str()).unwrap();
                    assert!(leads_on(whole.as_str()), "{form:?} has become {link:?}");
                    let first =
                        link.as_str().split(['/', '?', '#', '\\']).next().unwrap_or_default().to_ascii_lowercase();
                    let ours = ["http:", "https:", "mailto:"].iter().any(|own| first.starts_with(own));
                    assert!(ours || !first.contains(':'), "{form:?} has become {link:?}");
                }
            }
        }
    }
}

#[test]
fn no_field_of_a_letter_lets_a_script_through() {
    // The exhaustive test above checks the address check itself; this one checks that every field uses it.
    let some = "\u{a0}\u{feff}\u{ad}\u{200b}\u{3000}\u{e0001}\u{85}\u{1f}\t\n\\".chars();
    for form in some.flat_map(|char| SCHEMES.iter().flat_map(move |scheme| forms(scheme, char))) {
        is_harmless(&form);
    }
    for form in [
        "https://user:password@evil.example/",
        "//user@evil.example",
        "\\\\user@evil.example\\",
        "https:user@evil.example",
    ] {
        is_harmless(form);
    }
}

#[test]
fn no_mixture_of_them_does() {
    let Outcome { letters, .. } =
        fuzz(Kind::Addresses, 1_000, Some(2023)).unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(letters, 1_000);
}

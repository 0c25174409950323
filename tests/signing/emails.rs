//! E-mail addresses: what is copied along goes, what can't be one is refused, and typing errors get a suggestion.

use super::{fault as fault_of, tidied};
use crate::script::call;
use open_letter::model::Field;
use open_letter::signing::Fault;
use serde_json::json;

#[track_caller]
fn fault(typed: &str) -> Option<Fault> {
    fault_of(Field::Email, typed)
}

/// The address that the widget takes to be meant.
fn suggestion(address: &str) -> Option<String> {
    call("check.js", "suggestion", json!([address])).as_str().map(str::to_string)
}

#[test]
fn what_is_copied_along_goes() {
    for typed in [
        " kim@example.org ",
        "kim @ example.org",
        "mailto:kim@example.org",
        "Kim Lee <kim@example.org>",
        "\u{200b}kim@example.org\u{feff}",
        "kim@example.org;",
        "kim@example.org\n",
    ] {
        assert_eq!(tidied(Field::Email, typed), "kim@example.org", "{typed}");
    }
}

#[test]
fn addresses_are_addresses() {
    for address in [
        "a@b.cd",
        "first.last+tag@sub.example.co.uk",
        "o'brien@example.org",
        "x_y-z=1@example.museum",
        "kim@bücher.example",
        "kim@приклад.укр",
        "kim@xn--bcher-kva.example",
        "1@2.example",
    ] {
        assert_eq!(fault(address), None, "{address}");
    }
}

#[test]
fn what_can_be_no_address_is_refused() {
    let long = ["a".repeat(65), "@example.org".into()].concat();
    for (address, expected) in [
        ("kim", Fault::Form),
        ("@example.org", Fault::Form),
        ("kim@", Fault::Form),
        ("kim@@example.org", Fault::Form),
        ("kim.@example.org", Fault::Form),
        ("k..m@example.org", Fault::Form),
        ("kim,lee@example.org", Fault::Form),
        ("kim@exa mple.org/x", Fault::Form),
        ("кім@example.org", Fault::Form),
        (&long, Fault::Form),
        ("kim@localhost", Fault::Domain),
        ("kim@example.", Fault::Domain),
        ("kim@.org", Fault::Domain),
        ("kim@example..org", Fault::Domain),
        ("kim@-example.org", Fault::Domain),
        ("kim@192.0.2.1", Fault::Domain),
        ("kim@example.c", Fault::Domain),
        (&["kim@", &"a.".repeat(130), "org"].concat(), Fault::Long),
    ] {
        assert_eq!(fault(address), Some(expected), "{address}");
    }
}

#[test]
fn typing_errors_get_a_suggestion() {
    for (typed, meant) in [
        ("gmial.com", "gmail.com"),
        ("gmal.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("gnail.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("gmail.cm", "gmail.com"),
        ("GMIAL.COM", "gmail.com"),
        ("gmail.de", "gmail.com"),
        ("googlemail.de", "googlemail.com"),
        ("hotmial.com", "hotmail.com"),
        ("hotmai.com", "hotmail.com"),
        ("hotnail.com", "hotmail.com"),
        ("hotmal.fr", "hotmail.fr"),
        ("outlok.com", "outlook.com"),
        ("outloook.com", "outlook.com"),
        ("yaho.com", "yahoo.com"),
        ("yahooo.com", "yahoo.com"),
        ("yahoo.co.ku", "yahoo.co.uk"),
        ("iclod.com", "icloud.com"),
        ("icloud.fr", "icloud.com"),
        ("protonmial.com", "protonmail.com"),
        ("t-onlin.de", "t-online.de"),
        ("oragne.fr", "orange.fr"),
        ("laposte.ne", "laposte.net"),
        ("liber.it", "libero.it"),
    ] {
        let expected = ["kim@", meant].concat();
        assert_eq!(suggestion(&["kim@", typed].concat()).as_deref(), Some(expected.as_str()), "{typed}");
    }
}

#[test]
fn real_domains_get_none() {
    for domain in [
        "gmail.com",
        "GMail.com",
        "mail.com",
        "ymail.com",
        "email.com",
        "gmx.de",
        "gmx.net",
        "gmx.at",
        "web.de",
        "free.fr",
        "sfr.fr",
        "aol.com",
        "live.com",
        "mail.ru",
        "bk.ru",
        "ukr.net",
        "yandex.by",
        "yahoo.it",
        "yahoo.ca",
        "hotmail.it",
        "outlook.fr",
        "outlook.de",
        "example.org",
        "letters.example",
        "a.b",
        "",
    ] {
        assert_eq!(suggestion(&["kim@", domain].concat()), None, "{domain}");
    }
    assert_eq!(suggestion("kim"), None);
}

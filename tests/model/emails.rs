//! E-mail addresses in texts.

use open_letter::model::{email_in, masked, without_emails};

#[test]
fn addresses_are_found_however_they_are_written() {
    for (text, address) in [
        ("kim@example.org", "kim@example.org"),
        ("Kim Example <kim@example.org>", "kim@example.org"),
        ("Kim Example (KIM.E+roll@mail.example.co.uk), Lyon", "KIM.E+roll@mail.example.co.uk"),
        ("mailto:kim@example.org?subject=x", "kim@example.org"),
        ("https://kim@example.org/", "kim@example.org"),
        ("https://a.example/?mail=kim%40example.org&x=1", "mail=kim%40example.org"),
        ("kim&#64;example.org", "kim&#64;example.org"),
        ("kim @ example.org", "kim @ example.org"),
        ("kim＠example.org", "kim＠example.org"),
        ("kim@пример.рф", "kim@пример.рф"),
        ("кім@приклад.укр.", "кім@приклад.укр"),
        ("kim@xn--e1afmkfd.xn--p1ai", "kim@xn--e1afmkfd.xn--p1ai"),
        ("kim@[192.168.0.1]", "kim@[192.168.0.1]"),
        ("\"kim e\"@example.org", "\"kim e\"@example.org"),
        ("o'kim@example.org", "o'kim@example.org"),
        ("kim_@example.org", "kim_@example.org"),
        ("kim (at) example.org", "kim (at) example.org"),
        ("kim[at]example[dot]org", "kim[at]example[dot]org"),
        ("kim (AT) example (dot) org", "kim (AT) example (dot) org"),
        ("kim (arroba) ejemplo (punto) org", "kim (arroba) ejemplo (punto) org"),
        ("write to kim at example dot org", "kim at example dot org"),
        ("kim@x.example", "kim@x.example"),
        ("@kim or kim@example.org", "kim@example.org"),
        ("Kim Example kim@ example.org", "kim@ example.org"),
        ("Kim Example kim @example.org", "kim @example.org"),
        ("Kim Example k.example @mail.example.fr", "k.example @mail.example.fr"),
        ("Kim kim[a]example.org", "kim[a]example.org"),
        ("kim(a)example.fi", "kim(a)example.fi"),
    ] {
        assert_eq!(email_in(text), Some(address), "{text}");
    }
}

#[test]
fn what_is_no_address_is_left_alone() {
    for text in [
        "",
        "@",
        "Kim Example",
        "@kim",
        "@kim@social.example",
        "https://social.example/@kim",
        "https://social.example/@kim@other.example",
        "https://maps.example/@46.2,6.1,15z",
        "https://a.example/logo@2x.png",
        "https://cdn.example/pack@1.2.3/logo.svg",
        "Women@Work",
        "Kim @ Work",
        "Professor at example.org",
        "They met at noon. Then they left.",
        "look at polka dot dresses",
        "Freund(at) innen",
        "write to @kim.example now",
        "write to @kim.org now",
        "follow @kim.org",
        "New York Times @nytimes.com",
        "Kim @kim.bsky.social",
        "los amig(a)s. Gracias",
        "amig(a)s.Gracias",
        "Women@ Work",
        "point (a) see example.org",
        "5 @ 3.50",
        "50 %40 60",
        "Kim (Attac), example.org",
        "कि@",
        "［at］",
    ] {
        assert_eq!(email_in(text), None, "{text}");
    }
}

#[test]
fn the_words_beside_an_address_are_kept() {
    for (text, rest) in [
        ("Kim Example <kim@example.org>", Some("Kim Example")),
        ("kim@example.org (Kim Example)", Some("Kim Example")),
        ("Kim Example, kim@example.org, Lyon", Some("Kim Example Lyon")),
        ("Kim Example – mailto:kim@example.org; k@example.org", Some("Kim Example")),
        ("<a href=\"mailto:ss@x.org\">Ss</a>", Some("Ss")),
        ("<b>Kim</b> kim@example.org", Some("Kim")),
        ("kim@example.org", None),
        ("<kim (at) example.org>", None),
    ] {
        assert_eq!(without_emails(text).as_deref(), rest, "{text}");
    }
}

#[test]
fn a_message_keeps_its_words_without_the_addresses() {
    let message = "consent is “kim@example.org”: say --yes \"kim@example.org\" or --no \"kim@example.org\"";
    assert_eq!(masked(message), "consent is “…”: say --yes \"…\" or --no \"…\"");
    assert_eq!(masked("nothing"), "nothing");
    assert_eq!(masked(&"kim@example.org, ".repeat(100)), "");
}

#[test]
fn any_text_is_looked_through() {
    // At signs of every width, in any combination: nothing panics, and each address found is a part of the text.
    let pieces = [
        "@", "＠", "%40", "(at)", " at ", "dot", "(", "）", "a", "é", "क", "𝒳", ".", "。", "[", "]", "\"", " ", "&#64;",
    ];
    let mut seed = 1_u64;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..8 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text.push_str(pieces[usize::try_from(seed >> 33).unwrap() % pieces.len()]);
        }
        if let Some(found) = email_in(&text) {
            assert!(text.contains(found), "{text}");
        }
        assert!(without_emails(&text).is_none_or(|rest| rest.contains(char::is_alphabetic)));
    }
}

#[test]
fn a_text_of_many_addresses_keeps_none() {
    let many = "Kim kim@example.org, ".repeat(30);
    assert_eq!(without_emails(&many), None);
}

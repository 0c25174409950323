//! Who receives the data, and where a letter may not send it.

use crate::script::call;
use open_letter::signing::receiver;
use serde_json::json;

/// Whether the widget refuses to send to `action` for a letter on a page.
fn is_refused(page: &str, letter: &str, action: &str) -> bool {
    call("receiver.js", "isRefused", json!([page, letter, action])).as_bool().expect("yes or no")
}

#[test]
fn a_receiver_that_is_not_the_letters_host_is_named() {
    let letter = "https://letters.example/letters/a/letter.json";
    assert_eq!(receiver(letter, "https://letters.example/collect/v1/letters/a/signatures"), None);
    assert_eq!(receiver(letter, "https://letters.example:8443/collect"), None);
    assert_eq!(receiver(letter, "https://api.proca.example/api?id=5").as_deref(), Some("api.proca.example"));
    assert_eq!(receiver(letter, "https://xn--ltters-bva.example/").as_deref(), Some("xn--ltters-bva.example"));
    assert_eq!(receiver("http://[::1]:8080/letter.json", "http://[::1]:8090/"), None);
}

#[test]
fn the_host_pages_site_is_no_receiver_of_a_letter_from_elsewhere() {
    for (page, letter, action) in [
        ("https://partner.example/a", "https://letters.example/l.json", "https://partner.example/transfer"),
        ("https://www.partner.example/a", "https://letters.example/l.json", "https://partner.example/transfer"),
        ("https://partner.example/a", "https://letters.example/l.json", "https://api.partner.example/transfer"),
        ("https://www.partner.co.uk/a", "https://letters.org.uk/l.json", "https://shop.partner.co.uk/"),
        ("http://127.0.0.1:80/a", "https://letters.example/l.json", "http://localhost:631/"),
        ("https://victim.github.io/", "https://evil.github.io/l.json", "https://victim.github.io/"),
        ("https://partner.example/a", "no address", "https://partner.example/"),
        ("https://192.0.2.1/", "https://letters.example/l.json", "https://192.0.2.1/"),
    ] {
        assert!(is_refused(page, letter, action), "{page} {letter} {action}");
    }
}

#[test]
fn other_receivers_are_not_refused() {
    for (page, letter, action) in [
        ("https://partner.example/", "https://letters.example/l.json", "https://letters.example/collect"),
        ("https://partner.example/", "https://letters.example/l.json", "https://actionnetwork.org/api"),
        // The federation's own site, with its letters and its collector.
        ("https://www.fed.example/", "https://letters.fed.example/l.json", "https://collect.fed.example/"),
        ("https://fed.example/", "https://letters.fed.example/l.json", "https://fed.example/collect"),
        ("https://letters.example/letters/a/", "https://letters.example/l.json", "https://letters.example/collect"),
        // Two organisations below one registry.
        ("https://partner.co.uk/", "https://letters.org/l.json", "https://collector.co.uk/"),
        ("https://partner.com.au/", "https://letters.org/l.json", "https://collector.com.au/"),
        ("https://192.0.2.1/", "https://letters.example/l.json", "https://192.0.2.2/"),
        ("about:srcdoc", "https://letters.example/l.json", "https://letters.example/collect"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8081/l.json", "http://127.0.0.1:8082/"),
    ] {
        assert!(!is_refused(page, letter, action), "{page} {letter} {action}");
    }
}

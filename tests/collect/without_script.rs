//! Signing by the page with the form, which is a file and has no token, in a browser without scripts.

use crate::http::{Answer, form, get, send};
use crate::place::{At, LETTER};
use jiff::SignedDuration;
use open_letter::collect::signature::State;
use scraper::{Html, Selector};

fn post(at: &At, path: &str, fields: &[(&str, &str)]) -> Answer {
    let headers = [
        ("Accept", "text/html,application/xhtml+xml"),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Origin", "null"),
    ];
    send(at.to, "POST", path, &headers, &form(fields)).unwrap()
}

fn signatures() -> String {
    format!("/collect/v1/letters/{LETTER}/signatures")
}

/// The names and values of the fields of a page's form.
fn fields(page: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(page);
    let selector = Selector::parse("form input, form textarea").unwrap();
    let inputs = page.select(&selector).filter_map(|input| {
        let input = input.value();
        let is_off = matches!(input.attr("type"), Some("radio" | "checkbox")) && input.attr("checked").is_none();
        (!is_off).then(|| {
            (input.attr("name").unwrap_or_default().to_string(), input.attr("value").unwrap_or_default().to_string())
        })
    });
    inputs.collect()
}

#[test]
fn the_form_comes_back_filled_with_a_token_and_one_button() {
    let at = At::new();
    let typed = [
        ("name", "Anna Berg"),
        ("email", "anna@example.org"),
        ("consent", "2026-11-29"),
        ("lang", "en"),
        ("partner", "north-ngo"),
    ];
    let page = post(&at, &signatures(), &typed);
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"));
    let filled = fields(&page.body);
    let value = |name: &str| filled.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert_eq!((value("name"), value("email")), (Some("Anna Berg"), Some("anna@example.org")));
    assert!(value("token").is_some_and(|token| !token.is_empty()), "{filled:?}");
    at.pass(SignedDuration::from_secs(3));
    let pairs: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let sent = post(&at, &signatures(), &pairs);
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert!(sent.header("location").starts_with("../../signatures/"), "{sent:?}");
    let path = sent.header("location").replace("../../", "/collect/v1/");
    let page = get(at.to, &path);
    assert_eq!(page.status, 200);
    assert!(fields(&page.body).iter().any(|(name, _)| name == "code"), "{}", page.body);
    let handle = path["/collect/v1/signatures/".len()..].split('/').next().unwrap().to_string();
    let code = at.code(&handle);
    let wrong = if code == "000000" { "000001" } else { "000000" };
    assert_eq!(post(&at, &path, &[("code", wrong)]).status, 403);
    // As a Persian keyboard types them.
    let typed: String = code.bytes().map(|digit| char::from_u32(0x6f0 + u32::from(digit - b'0')).unwrap()).collect();
    let done = post(&at, &path, &[("code", &typed)]);
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(at.of(&handle).state, State::Confirmed);
    assert_eq!(at.of(&handle).partner.as_deref(), Some("north-ngo"), "the way here is not forgotten");
    let own = get(at.to, &done.header("location").replace("../../../", "/collect/"));
    assert!(own.status == 200 && own.body.contains("Anna Berg"), "{}", own.body);
}

#[test]
fn faults_are_on_the_page() {
    let at = At::new();
    let page = post(&at, &signatures(), &[("name", "https://x.example"), ("email", "anna@"), ("lang", "en")]);
    assert_eq!(page.status, 422);
    assert!(page.body.contains("aria-invalid=\"true\"") && page.body.contains("https://x.example"), "{}", page.body);
}

#[test]
fn what_cannot_be_is_a_page_too() {
    let at = At::new();
    let missing = post(&at, "/collect/v1/letters/none/signatures", &[]);
    assert_eq!(missing.status, 404);
    assert!(missing.header("content-type").starts_with("text/html"), "{missing:?}");
    let link = post(&at, &format!("/collect/v1/letters/{LETTER}/link"), &[("email", "nobody@example.org")]);
    assert_eq!(link.status, 200);
}

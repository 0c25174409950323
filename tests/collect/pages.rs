//! The pages, in every language: their structure, what they say, and that nothing of what strangers wrote is markup.

use crate::samples::mails::{about, languages, tag};
use crate::samples::pages::{SCRIPT, TOKEN, all, faults, form, own_page, signature};
use open_letter::collect::pages::{CodeState, Decision, Own, STYLE, Sent, Told, confirm, own, policy, sent, sure};
use open_letter::collect::signature::{Signature, State};
use open_letter::model::Kind;
use open_letter::publish::sign_page;
use scraper::{ElementRef, Html, Selector};
use sha2::{Digest, Sha256};

fn select<'h>(page: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_page_has_its_language_one_heading_and_labelled_controls() {
    for lang in languages() {
        for (name, page) in all(&lang) {
            let html = Html::parse_document(&page);
            let which = format!("{name} in {}", lang.as_str());
            let root = html.root_element();
            assert_eq!((root.attr("lang"), root.attr("dir")), (Some(lang.as_str()), Some(lang.direction().as_str())));
            assert_eq!(select(&html, "h1").len(), 1, "{which}");
            assert!(!text(select(&html, "h1")[0]).is_empty() && !page.contains("{n}"), "{which}");
            for control in select(&html, "input:not([type=hidden]), select, textarea") {
                let id = control.attr("id").unwrap_or_else(|| panic!("{which}: no id"));
                let labels = select(&html, &format!("label[for='{id}']"));
                assert!(labels.len() == 1 && !text(labels[0]).is_empty(), "{which}: {id} has no label");
                if let Some(described) = control.attr("aria-describedby") {
                    assert_eq!(select(&html, &format!("#{described}")).len(), 1, "{which}: {described}");
                }
            }
            for button in select(&html, "button") {
                assert!(button.attr("value").is_some() && !text(button).is_empty(), "{which}");
            }
            let mut ids: Vec<&str> = select(&html, "[id]").iter().filter_map(|one| one.attr("id")).collect();
            ids.sort_unstable();
            let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
            assert!(twice.is_none(), "{which}: {twice:?}");
        }
    }
}

#[test]
fn nothing_runs_loads_or_is_changed_by_looking() {
    for (name, page) in all(&tag("en")) {
        let html = Html::parse_document(&page);
        assert!(
            select(&html, "script, img, iframe, link:not([rel=icon]), object, [style], [onclick]").is_empty(),
            "{name}"
        );
        assert!(select(&html, "form").iter().all(|form| form.attr("method") == Some("post")), "{name}");
        assert!(page.contains("noindex"), "{name}");
    }
}

#[test]
fn the_policy_allows_this_stylesheet_and_no_frame() {
    use base64::Engine;
    let hash = |style: &str| base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style));
    let (hash, form) = (hash(STYLE), hash(sign_page::STYLE));
    let parts: Vec<&str> = policy().split("; ").collect();
    assert!(parts.contains(&"default-src 'none'") && parts.contains(&"frame-ancestors 'none'"), "{parts:?}");
    assert!(
        parts.contains(&"form-action 'self'")
            && parts.contains(&&*format!("style-src 'sha256-{hash}' 'sha256-{form}'")),
        "{parts:?}"
    );
    let (_, page) = all(&tag("en")).remove(0);
    assert_eq!(select(&Html::parse_document(&page), "style")[0].text().collect::<String>(), STYLE);
}

/// The values of the buttons.
fn acts(page: &maud::Markup) -> Vec<String> {
    let html = Html::parse_document(&page.0);
    select(&html, "button").iter().filter_map(|button| button.attr("value")).map(str::to_string).collect()
}

#[test]
fn each_state_offers_what_can_follow_it() {
    let about = about(&tag("en"));
    let form = form();
    let of = |state, shown| acts(&own(&about, &signature(state, shown, Kind::Person), &own_page(&form)));
    assert_eq!(of(State::Confirmed, true), ["change", "hide", "withdraw", "erase"]);
    assert_eq!(of(State::Held, false), ["change", "show", "withdraw", "erase"]);
    assert_eq!(of(State::Declined, true), ["withdraw", "erase"]);
    assert_eq!(of(State::Withdrawn, true), ["erase"]);
    let pending = signature(State::Pending, true, Kind::Person);
    assert_eq!(acts(&confirm(&about, &pending)), ["confirm", "reject"]);
    let given = Own { news: true, ..own_page(&form) };
    let with_news = own(&about, &signature(State::Withdrawn, true, Kind::Person), &given);
    assert_eq!(acts(&with_news), ["news-off", "erase"]);
}

#[test]
fn a_signatory_sees_everything_that_is_published_and_nothing_if_hidden() {
    let about = about(&tag("en"));
    let of = |signature: &Signature| {
        let html = Html::parse_document(&confirm(&about, signature).0);
        select(&html, ".shown p").into_iter().map(text).collect::<Vec<_>>()
    };
    let (name, sons, comment) = (format!("Kim {SCRIPT}"), format!("Sons {SCRIPT}"), format!("I agree. {SCRIPT}"));
    let person = of(&signature(State::Pending, true, Kind::Person));
    assert_eq!(person, [&name, "Fellow", &sons, "AM", &comment]);
    // Who signs for an organisation is not named.
    let organisation = of(&signature(State::Pending, true, Kind::Organisation));
    assert_eq!(organisation, [&sons, "Fellow", "AM", &comment]);
    assert!(of(&signature(State::Pending, false, Kind::Person)).is_empty());
}

#[test]
fn a_fault_is_explained_beside_its_field_and_what_was_typed_stays() {
    let (form, faults) = (form(), faults());
    let given = Own { faults: Some(&faults), ..own_page(&form) };
    let page = own(&about(&tag("en")), &signature(State::Confirmed, true, Kind::Person), &given);
    let html = Html::parse_document(&page.0);
    let name = select(&html, "#name")[0];
    assert_eq!((name.attr("value"), name.attr("aria-invalid")), (Some("=Kim"), Some("true")));
    let described = name.attr("aria-describedby").unwrap();
    assert!(!text(select(&html, &format!("#{described}"))[0]).is_empty());
    // Without faults, the fields have what was signed; the address can't be changed.
    let page = own(&about(&tag("en")), &signature(State::Confirmed, true, Kind::Person), &own_page(&form));
    let html = Html::parse_document(&page.0);
    let fields: Vec<_> = select(&html, "input, textarea").iter().filter_map(|one| one.attr("name")).collect();
    assert_eq!(fields, ["name", "organisation", "role", "country", "comment"]);
    assert_eq!(select(&html, "#role")[0].attr("value"), Some("Fellow"));
}

#[test]
fn the_data_are_one_link_away() {
    let form = form();
    let given = Own { now: Told::Confirmed, ..own_page(&form) };
    let page = own(&about(&tag("fr")), &signature(State::Confirmed, true, Kind::Person), &given);
    let html = Html::parse_document(&page.0);
    assert!(select(&html, "a").iter().any(|link| link.attr("href") == Some(&*format!("{TOKEN}/data.json"))));
    assert_eq!(text(select(&html, "h1")[0]), "Merci d’avoir signé");
    assert!(text(html.root_element()).contains("12 874") || text(html.root_element()).contains("12\u{202f}874"));
}

#[test]
fn the_letter_says_what_happens_next_once_somebody_has_signed() {
    let form = form();
    let page_at = |now: Told| {
        let given = Own { now, ..own_page(&form) };
        own(&about(&tag("en")), &signature(State::Confirmed, true, Kind::Person), &given).0
    };
    assert!(page_at(Told::Confirmed).contains("<h2>What happens next</h2><p>We hand &lt;it&gt; over.</p>"));
    assert!(!page_at(Told::Nothing).contains("We hand"));
}

#[test]
fn an_act_on_many_shows_their_number_first() {
    let page = sure(&tag("en"), Decision::Approve, ("a", "A letter"), 120);
    let html = Html::parse_document(&page.0);
    assert_eq!(text(select(&html, "h1")[0]), "Approve 120 signatures?");
    assert_eq!(select(&html, "input[name=sure]")[0].attr("value"), Some("120"));
    assert_eq!(acts(&page), ["approve", "back"]);
}

#[test]
fn a_wrong_code_is_explained_beside_the_field() {
    let wrong = Sent { later: false, code: CodeState::Wrong(3) };
    let html = Html::parse_document(&sent(&about(&tag("en")), "confirm", &wrong).0);
    let code = select(&html, "#code")[0];
    assert_eq!((code.attr("aria-invalid"), code.attr("autocomplete")), (Some("true"), Some("one-time-code")));
    assert_eq!(text(select(&html, "#code-error")[0]), "That is not the code. Tries left: 3.");
}

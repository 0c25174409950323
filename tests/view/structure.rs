//! The structure that assistive technology sees: headings, landmarks, names, live regions (WCAG 2.2, 1.3.1, 2.4.6,
//! 4.1.2 and 4.1.3).

use crate::{html, settings, shown, small, small_with};
use open_letter::model::{Code, Failure, Letter, State, Status, Update};
use open_letter::view::Now;
use scraper::{ElementRef, Html, Selector};

/// The values of `show` with headings, with and without the title.
const SHOWS: [&str; 5] = ["", "title body roll", "body roll", "summary", "roll"];

/// A letter with every heading.
fn delivered() -> Letter {
    let mut letter = small_with(&[("/signatories/0/logo", "https://example.org/logo.svg")]);
    letter.status = Status::Delivered;
    letter.updates = vec![Update { date: None, text: "It was handed over.".into(), url: None }];
    letter
}

/// The elements that match the selector.
fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn parsed(attributes: &[(&str, &str)]) -> Html {
    Html::parse_fragment(&shown(delivered(), attributes))
}

/// Everything that an element can show, including notices.
fn everything() -> Vec<Html> {
    let failure = Failure {
        code: Code::Status,
        message: String::new(),
        url: String::new(),
        page: None,
        status: None,
        retry_after: None,
    };
    let notices = [State::Loading, State::Failed(failure)];
    let notices = notices.map(|state| Html::parse_fragment(&html(state, settings(&[]), Now::default())));
    let letters =
        SHOWS.into_iter().chain(["count", "count sign", "share", "languages"]).map(|show| parsed(&[("show", show)]));
    letters.chain([Html::parse_fragment(&shown(small(), &[]))]).chain(notices).collect()
}

#[test]
fn headings_begin_at_the_level_that_the_host_gives_and_skip_none() {
    for show in SHOWS {
        for level in 1..=6 {
            let html = parsed(&[("show", show), ("heading-level", &level.to_string())]);
            let levels: Vec<u8> = all(&html, "h1, h2, h3, h4, h5, h6")
                .iter()
                .map(|heading| heading.value().name().as_bytes()[1] - b'0')
                .collect();
            assert_eq!(levels[0], level, "{show}");
            let has_title = show.is_empty() || show.contains("title");
            let inner = if has_title { (level + 1).min(6) } else { level };
            assert!(levels.len() == 1 || levels[1..].iter().all(|one| *one == inner), "{show} at {level}: {levels:?}");
        }
    }
}

#[test]
fn a_whole_letter_is_an_article_and_a_badge_is_none() {
    for (show, articles) in [("", 1), ("body", 1), ("title count", 1), ("count", 0), ("count sign", 0), ("roll", 0)] {
        assert_eq!(all(&parsed(&[("show", show)]), "article").len(), articles, "{show}");
    }
}

/// Letters add no landmarks to a page, however many there are (ARIA in HTML: a `section` is one if it has a name, a
/// `header` or `footer` if it is in no `section` or `article`).
#[test]
fn nothing_is_a_landmark() {
    let landmarks =
        "main, nav, aside, form, footer, section[aria-label], section[aria-labelledby], [role=region], [role=search]";
    for html in everything() {
        assert_eq!(all(&html, landmarks).len(), 0, "{}", html.html());
        assert_eq!(all(&html, "header").len(), all(&html, "section > header").len(), "{}", html.html());
    }
}

#[test]
fn live_regions_are_polite_and_say_nothing_until_something_happens() {
    for html in everything() {
        assert_eq!(all(&html, "[role=alert], [aria-live=assertive]").len(), 0);
        for status in all(&html, "[role=status]:not([part=notice])") {
            assert_eq!(status.text().collect::<String>().trim(), "", "{}", status.html());
        }
    }
}

#[test]
fn every_control_has_a_name_and_says_its_state() {
    for html in everything() {
        for control in all(&html, "button, a, progress, [role=group]") {
            let named = control.attr("aria-label").is_some_and(|label| !label.is_empty());
            let hidden = control.attr("value") == Some("");
            assert!(named || hidden || control.text().any(|text| !text.trim().is_empty()), "{}", control.html());
        }
        assert!(all(&html, "[part=filters] button").iter().all(|button| button.attr("aria-pressed").is_some()));
        assert!(all(&html, "[part=languages] > *").iter().all(|one| one.attr("lang").is_some()));
        assert!(all(&html, "img").iter().all(|image| image.attr("alt") == Some("")), "the name beside it says it");
        for described in all(&html, "[aria-describedby]") {
            let id = described.attr("aria-describedby").unwrap();
            assert_eq!(all(&html, &format!("#{id}")).len(), 1, "{}", html.html());
        }
    }
}

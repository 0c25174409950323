//! The interface in another language than the letter's, and the switch to translations.

use crate::{holds, html, settings, shown, small, small_with};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use open_letter::language::{FILES, Language};
use open_letter::model::{Code, Failure, LanguageTag, Letter, Signatory, State};
use open_letter::roll::Row;
use open_letter::view::{Beyond, BeyondSignal, Changing, Listing, Now, OnMessage, OpenLetter, PageOf, sheets, tools};
use scraper::{ElementRef, Html, Selector};
use std::sync::Arc;

fn tag(tag: &str) -> LanguageTag {
    LanguageTag::parse(tag).unwrap()
}

fn selected<'h>(document: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    document.select(&Selector::parse(selector).unwrap()).collect()
}

/// The value of the nearest attribute with that name, on the element or around it.
fn nearest<'h>(element: ElementRef<'h>, name: &str) -> Option<&'h str> {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    std::iter::once(element).chain(around).find_map(|element| element.attr(name))
}

/// A letter in that language that uses every text of the interface.
fn full(lang: &str) -> (Letter, Now) {
    let mut letter = small_with(&[
        ("/lang", lang),
        ("/withdraw", "mailto:a@letters.example"),
        ("/contact", "mailto:b@letters.example"),
        ("/privacy", "https://letters.example/privacy"),
    ]);
    letter.sign.as_mut().unwrap().label = None;
    letter.signatories[1].verified = true;
    let update = open_letter::model::Update {
        date: None,
        text: "Ծ".into(),
        url: Some(letter.sign.as_ref().unwrap().url.clone()),
    };
    letter.updates.push(update);
    let mut now = Now::of(&letter);
    let zabel = Signatory { name: "Զապէլ".into(), ..Signatory::default() };
    now.live.latest = vec![zabel.clone()];
    now.live.stale_since = open_letter::model::Timestamp::parse("2026-11-23T12:00:00Z");
    now.rows = [&*now.rows, &[Row { signatory: zabel, new: true }]].concat().into();
    now.spoken = Some(3);
    now.copied = true;
    now.address = "https://letters.example/".into();
    (letter, now)
}

/// Everything rendered in that language: the letter, a delivered letter, the tools of a long roll.
fn everything(lang: &str) -> String {
    let (letter, now) = full(lang);
    let mut delivered = letter.clone();
    delivered.status = open_letter::model::Status::Delivered;
    let beyond = BeyondSignal::new(Beyond {
        sheets: Vec::new(),
        more: true,
        status: Language::new(&tag(lang)).texts.found_none.into(),
    });
    let language = Language::new(&tag(lang));
    let listing = Listing::of(&letter, &settings(&[]));
    let beyond =
        Owner::new().with(|| tools(&beyond, &language, 3, None).to_html() + &sheets(&beyond, &listing).to_html());
    [
        html(State::Shown(Arc::new(letter)), settings(&[]), now.clone()),
        html(State::Shown(Arc::new(delivered)), settings(&[]), now),
        format!(
            "<article part=\"letter\" lang=\"{lang}\" dir=\"{}\">{beyond}</article>",
            tag(lang).direction().as_str()
        ),
    ]
    .concat()
}

#[test]
fn the_interface_speaks_the_letters_language() {
    for (lang, _) in FILES {
        let html = everything(lang).replace("<!>", "");
        let language = Language::new(&tag(lang));
        let texts = language.texts;
        let words = [
            texts.signatories,
            texts.sign,
            texts.all,
            texts.find,
            texts.orders[2],
            texts.show_more,
            texts.verified,
            texts.initiator,
            texts.latest,
            texts.new,
            texts.delivered,
            texts.updates,
            texts.read_on,
            texts.share,
            texts.copied,
            texts.withdraw,
            texts.contact,
            texts.privacy,
            texts.found_none,
            texts.copy_by_hand,
        ];
        for word in words {
            assert!(html.contains(word), "{lang} lacks {word}");
        }
        holds(&html, &[&language.plural(&texts.signatures, 3), &language.number(10)]);
        assert!(!html.contains('{'), "something is not filled in: {html}");
        let foreign = Html::parse_fragment(&html);
        let foreign = selected(&foreign, "article [lang]:not([part=languages] *)");
        assert_eq!(foreign.iter().map(ElementRef::html).collect::<Vec<_>>(), Vec::<String>::new(), "{lang}");
    }
}

/// In a Persian letter the interface is English: each of its texts is marked as English, from left to right.
#[test]
fn english_in_another_letter_says_its_language_and_direction() {
    let html = everything("ur").replace("<!>", "");
    let document = Html::parse_fragment(&html);
    let own = ["title", "summary", "date", "addressees", "salutation", "body", "closing", "languages"];
    let mut english = 0;
    for element in selected(&document, "article *") {
        let text: String = element.children().filter_map(|node| node.value().as_text()).map(|text| &**text).collect();
        let inside = std::iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap));
        let parts: Vec<&str> = inside.clone().filter_map(|element| element.attr("part")).collect();
        let of_a_name =
            |element: ElementRef| element.value().name() == "bdi" || element.attr("class") == Some("detail");
        let is_own = own.iter().any(|part| parts.contains(part)) || inside.clone().any(of_a_name);
        let says_something = text.chars().any(|char| char.is_ascii_alphabetic());
        if says_something && !is_own {
            assert_eq!(nearest(element, "lang"), Some("en"), "{text:?}: {}", element.html());
            assert_eq!(nearest(element, "dir"), Some("ltr"), "{text:?}: {}", element.html());
            english += 1;
        } else if is_own && !parts.contains(&"languages") {
            assert_eq!(
                (nearest(element, "lang"), nearest(element, "dir")),
                (Some("ur"), Some("rtl")),
                "{}",
                element.html()
            );
        }
    }
    assert!(english > 35, "only {english} texts are the interface's: {html}");
    // The progress bar fills in the letter's direction.
    let bar = selected(&document, "progress")[0];
    assert_eq!((bar.attr("lang"), nearest(bar, "dir")), (Some("en"), Some("rtl")));
}

/// A browser must not translate the names of persons and organisations, wherever they are. It may translate their
/// roles.
#[test]
fn names_are_left_as_they_are_by_translators() {
    let html = everything("en").replace("<!>", "");
    let document = Html::parse_fragment(&html);
    let is_left = |name: &str| {
        let holds = |element: &ElementRef| {
            element.children().any(|node| node.value().as_text().is_some_and(|text| text.contains(name)))
        };
        let found: Vec<ElementRef> = selected(&document, "article *").into_iter().filter(holds).collect();
        assert!(!found.is_empty(), "{name} is not there: {html}");
        found.iter().all(|element| nearest(*element, "translate") == Some("no"))
    };
    for name in ["Ada Example", "Government", "Ani Ararat", "Example Society", "Example Institute", "Զապէլ"] {
        assert!(is_left(name), "{name} would be translated: {html}");
    }
    for words in ["Minister of Examples", "Fellow", "A short letter", "Latest:"] {
        assert!(!is_left(words), "{words} would not be translated: {html}");
    }
}

#[test]
fn notices_are_in_the_readers_language_with_its_direction() {
    let failure = Failure {
        code: Code::Status,
        message: String::new(),
        url: String::new(),
        page: None,
        status: None,
        retry_after: None,
    };
    let arabic = Language::new(&tag("ar")).texts;
    for (state, text) in [(State::Loading, arabic.loading), (State::Failed(failure), arabic.failures.status)] {
        let html = Owner::new().with(|| {
            let (settings, changing, on) = (settings(&[]), Changing::new(Now::default()), OnMessage::new(|_| true));
            let reader = vec![tag("ka"), tag("ar-LB"), tag("en")];
            view! { <OpenLetter state settings reader changing on /> }.to_html()
        });
        holds(&html, &[text, r#"lang="ar""#, r#"dir="rtl""#]);
    }
}

/// The letter with translations into these languages.
fn translated(langs: &[&str]) -> Letter {
    let mut letter = small();
    let french = letter.translations[1].clone();
    letter.translations.truncate(1);
    letter
        .translations
        .extend(langs.iter().map(|lang| open_letter::model::Translation { lang: tag(lang), ..french.clone() }));
    letter
}

/// The links or buttons of the language switch, each with its element and language.
fn choices(letter: &Letter, reader: &[&str], pages: &[(&str, &str)]) -> Vec<(String, String)> {
    let html = Owner::new().with(|| {
        let now = Now::of(letter);
        let state = State::Shown(Arc::new(letter.clone()));
        let (settings, changing, on) = (settings(&[]), Changing::new(now), OnMessage::new(|_| true));
        let reader = reader.iter().map(|lang| tag(lang)).collect::<Vec<_>>();
        let pages: Vec<_> = pages.iter().map(|(lang, page)| (tag(lang), (*page).to_string())).collect();
        let page = move |lang: &LanguageTag| pages.iter().find(|(of, _)| of == lang).map(|(_, page)| page.clone());
        let page_of: PageOf = Box::new(page);
        view! { <OpenLetter state settings reader changing on page_of /> }.to_html()
    });
    let document = Html::parse_fragment(&html);
    let choices = selected(&document, "[part=languages] > *");
    choices
        .iter()
        .map(|choice| (choice.html().replace("<!---->", ""), choice.attr("lang").unwrap().to_string()))
        .collect()
}

#[track_caller]
fn order(letter: &Letter, reader: &[&str], expected: &[&str]) {
    let langs: Vec<String> = choices(letter, reader, &[]).into_iter().map(|(_, lang)| lang).collect();
    assert_eq!(langs, expected);
}

#[test]
fn the_readers_language_is_offered_first_and_the_others_in_the_letters_order() {
    let letter = translated(&["fr", "hy", "ar"]);
    order(&letter, &[], &["en", "fr", "hy", "ar"]);
    order(&letter, &["hy-AM"], &["hy", "en", "fr", "ar"]);
    order(&letter, &["ka", "ar-LB", "fr"], &["ar", "en", "fr", "hy"]);
    order(&letter, &["en-US", "fr"], &["en", "fr", "hy", "ar"]);
    order(&letter, &["ka"], &["en", "fr", "hy", "ar"]);
}

#[test]
fn each_choice_says_its_language_and_direction() {
    let letter = translated(&["ar", "hy"]);
    let choices: Vec<String> = choices(&letter, &[], &[]).into_iter().map(|(html, _)| html).collect();
    assert_eq!(
        choices,
        [
            r#"<button aria-current="true" dir="ltr" lang="en" title="A short letter" type="button">English</button>"#,
            r#"<button dir="rtl" lang="ar" title="Une courte lettre" type="button">العربية</button>"#,
            r#"<button dir="ltr" lang="hy" title="Une courte lettre" type="button">հայերեն</button>"#,
        ]
    );
}

#[test]
fn where_the_letter_is_alone_its_languages_are_links() {
    let letter = translated(&["ar"]);
    let choices: Vec<String> =
        choices(&letter, &[], &[("en", "../"), ("ar", "../ar/")]).into_iter().map(|(html, _)| html).collect();
    assert_eq!(
        choices,
        [
            r#"<a aria-current="page" dir="ltr" href="../" hreflang="en" lang="en" rel="alternate" title="A short letter">English</a>"#,
            r#"<a dir="rtl" href="../ar/" hreflang="ar" lang="ar" rel="alternate" title="Une courte lettre">العربية</a>"#,
        ]
    );
}

#[test]
fn a_letter_in_one_language_offers_none() {
    assert!(!shown(translated(&[]), &[]).contains("part=\"languages\""));
}

#[test]
fn a_count_that_a_language_says_by_a_word_has_no_digit_beside_it() {
    let mut letter = small_with(&[("/lang", "ar")]);
    letter.signatures.count = Some(2);
    letter.signatures.goal = None;
    let html = shown(letter, &[("show", "count")]).replace("<!>", "");
    holds(&html, &["<span class=\"number\">توقيعان</span><span class=\"unit\"></span>"]);
}

#[test]
fn a_list_of_names_has_the_commas_of_the_letters_language() {
    for (lang, names) in [
        ("en", "李灯, Զապէլ"),
        ("hy", "李灯, Զապէլ"),
        ("zh-Hans", "李灯、Զապէլ"),
        ("ar", "\u{2068}李灯\u{2069}، \u{2068}Զապէլ\u{2069}"),
        ("he", "\u{2068}李灯\u{2069}, \u{2068}Զապէլ\u{2069}"),
        ("fa", "\u{2068}李灯\u{2069}، \u{2068}Զապէլ\u{2069}"),
        ("ja", "李灯、Զապէլ"),
        ("ko", "李灯, Զապէլ"),
    ] {
        let (letter, mut now) = full(lang);
        now.live.latest.insert(0, Signatory { name: "李灯".into(), ..Signatory::default() });
        let html = html(State::Shown(Arc::new(letter)), settings(&[]), now).replace("<!>", "");
        holds(&html, &[&format!("<span translate=\"no\">{names}</span></p>")]);
    }
}

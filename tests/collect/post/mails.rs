//! Each mail in each language, as it arrives.

use super::shelf::Shelf;
use super::sink::{Sink, Taken};
use crate::samples::mails::{CODE, LINK, about, day, kinds, languages, message, reads, sender, tag};
use mailparse::{MailHeaderMap, ParsedMail};
use open_letter::collect::post::{Message, Reads, Says, Settled, Texts, Way, Worker, compose};
use open_letter::language::Language;
use scraper::{Html, Selector};

/// Sends the mails, and returns them as they arrived.
async fn arrived(messages: Vec<Message>) -> Vec<Taken> {
    let number = messages.len();
    let (sink, shelf) = (Sink::start(&[]), Shelf::of(messages));
    let way = Way::relay(&sink.address(), None).unwrap();
    let worker = Worker::new(shelf.clone(), sender(), way, None);
    assert_eq!(worker.run_once().await.unwrap(), number);
    assert!(shelf.settled().iter().all(|(_, settled)| *settled == Settled::Sent), "{:?}", shelf.settled());
    sink.taken()
}

fn part(mail: &ParsedMail, kind: &str) -> String {
    let part = mail.parts().find(|part| part.ctype.mimetype == kind).unwrap_or_else(|| panic!("no {kind}"));
    part.get_body().unwrap().replace("\r\n", "\n")
}

fn header(mail: &ParsedMail, name: &str) -> String {
    mail.headers.get_first_value(name).unwrap_or_default()
}

/// The words of an HTML document.
fn words(html: &str) -> String {
    Html::parse_document(html).root_element().text().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn every_mail_arrives_in_every_language_as_text_and_html() {
    for lang in languages() {
        let texts = Texts::of(&Language::new(&lang));
        assert_eq!(texts.lang, lang.as_str());
        let kinds = kinds(&lang);
        let taken = arrived(kinds.iter().cloned().map(message).collect()).await;
        for (says, taken) in kinds.iter().zip(&taken) {
            let mail = mailparse::parse_mail(&taken.bytes).unwrap();
            let (text, html) = (part(&mail, "text/plain"), part(&mail, "text/html"));
            let which = format!("{} in {}", says.kind(), lang.as_str());
            assert_eq!(mail.ctype.mimetype, "multipart/alternative", "{which}");
            assert!(text.contains(LINK) != matches!(says, Says::Declined { .. }), "{which}: {text}");
            assert!(!text.contains(".."), "{which}: {text}");
            assert!(!text.contains(['{', '}']) && !header(&mail, "Subject").contains('{'), "{which}: {text}");
            let document = Html::parse_document(&html);
            let root = document.root_element();
            let dir = if ["ar", "fa", "he"].contains(&lang.as_str()) { "rtl" } else { "ltr" };
            assert_eq!((root.attr("lang"), root.attr("dir")), (Some(lang.as_str()), Some(dir)), "{which}");
            // Both parts say the same.
            let of_html = words(&html);
            for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "--") {
                let found = of_html.contains(line) || html.contains(&line.replace('&', "&amp;"));
                assert!(found, "{which}: {line} is not in the HTML: {of_html}");
            }
        }
    }
}

#[tokio::test]
async fn the_code_is_found_in_the_subject_and_in_both_parts() {
    for lang in languages() {
        let taken = arrived(vec![message(kinds(&lang).remove(0))]).await;
        let mail = mailparse::parse_mail(&taken[0].bytes).unwrap();
        for text in [header(&mail, "Subject"), part(&mail, "text/plain"), words(&part(&mail, "text/html"))] {
            // In one piece: programs that fill in codes look for six digits.
            assert!(text.contains(CODE), "{}: {text}", lang.as_str());
        }
    }
}

#[tokio::test]
async fn headers_are_those_of_a_transactional_mail() {
    for taken in arrived(kinds(&tag("en")).into_iter().map(message).collect()).await {
        let mail = mailparse::parse_mail(&taken.bytes).unwrap();
        assert_eq!(header(&mail, "Auto-Submitted"), "auto-generated");
        assert_eq!(header(&mail, "From"), "Letters <letters@example.org>");
        assert_eq!(header(&mail, "Reply-To"), "campaign@example.org");
        assert_eq!(header(&mail, "To"), "kim@example.org");
        assert_eq!(header(&mail, "Content-Language"), "en");
        assert_eq!(header(&mail, "List-Unsubscribe"), "");
        let id = header(&mail, "Message-ID");
        let id = id.trim_matches(['<', '>']).split_once('@').unwrap();
        assert_eq!(id.1, "example.org");
        // What comes back names the mail, and nobody's address.
        assert_eq!(
            (taken.from.as_str(), taken.to.as_str()),
            (&*format!("letters+{}@example.org", id.0), "kim@example.org")
        );
    }
}

#[test]
fn names_that_look_like_domains_become_no_links() {
    let says = Says::Confirm {
        about: about(&tag("en")),
        reads: reads(),
        code: CODE.to_string(),
        link: LINK.to_string(),
        until: day(),
    };
    let written = compose(&message(says));
    for text in [written.text(), written.html()] {
        assert!(!text.contains("Armenophobia.org") && text.contains("Armenophobia.\u{2060}org"), "{text}");
    }
    let html = Html::parse_document(&written.html());
    let links: Vec<_> = html.select(&Selector::parse("a").unwrap()).filter_map(|link| link.attr("href")).collect();
    assert_eq!(links, ["https://letters.example/letters/a/", LINK, "https://letters.example/privacy"]);
    assert!(html.select(&Selector::parse("img, link, script, style, iframe").unwrap()).next().is_none());
}

#[test]
fn a_hidden_name_is_not_in_the_mail() {
    for lang in languages() {
        let reads = Reads { shown: false, ..reads() };
        let signed = Says::Signed { about: about(&lang), reads, held: false, last: true, link: LINK.to_string() };
        assert!(!compose(&message(signed)).text().contains("Armenophobia"), "{}", lang.as_str());
    }
}

#[test]
fn a_letter_in_a_language_without_texts_is_answered_in_english() {
    let written = compose(&message(kinds(&tag("ka")).remove(0)));
    assert_eq!((written.lang, written.dir), ("en", "ltr"));
    assert!(written.text().contains("the link until December 7, 2026"), "{}", written.text());
    assert!(written.html().contains("lang=\"ka\""));
}

#[test]
fn a_long_title_is_cut_in_the_subject_and_whole_in_the_mail() {
    let mut about = about(&tag("en"));
    about.title = "Letter to the Government of Canada ".repeat(5);
    let written = compose(&message(Says::Again { about: about.clone(), link: LINK.to_string() }));
    assert!(written.subject.chars().count() < 100 && written.subject.ends_with('…'), "{}", written.subject);
    assert!(written.text().contains(&about.title));
}

#[test]
fn an_address_that_is_none_makes_no_mail() {
    let to = |to: &str| Message { to: to.to_string(), ..message(kinds(&tag("en")).remove(0)) };
    for bad in ["kim", "kim@", "kim@[127.0.0.1]", "kim@example.org\r\nBcc: a@example.org", "a b@example.org"] {
        assert!(sender().mail("1", &to(bad), jiff::Timestamp::now()).is_err(), "{bad}");
    }
    let mail = sender().mail("1", &to("kim@bücher.example"), jiff::Timestamp::now()).unwrap();
    assert_eq!(mail.envelope.to()[0].to_string(), "kim@xn--bcher-kva.example");
}

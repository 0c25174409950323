//! The coordinator's queue: what waits, letter by letter.

use super::frame::{button, page, quiet_button, told};
use super::shown::shown;
use crate::collect::post::about::Speech;
use crate::collect::signature::{Id, Words};
use crate::language::fill;
use crate::model::{Date, LanguageTag};
use maud::{Markup, html};

/// The signatures of one letter that wait.
#[derive(Clone, Debug)]
pub struct Lot {
    /// The letter's id.
    pub letter: String,
    /// Its title, and the language of that.
    pub title: (String, LanguageTag),
    /// The address of its figures.
    pub figures: String,
    /// What waits, the oldest first. The page may show fewer than there are.
    pub held: Vec<Held>,
    /// How many wait in all.
    pub all: u64,
}

/// A signature that waits.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its id.
    pub id: Id,
    /// What would be published.
    pub words: Words,
    /// Why it waits.
    pub why: Why,
    /// The domain of its address, while that is known: a hint whether somebody may sign for the organisation.
    pub domain: Option<String>,
    /// The partner on whose page it was signed.
    pub partner: Option<String>,
    /// The day of signing.
    pub signed: Date,
}

/// Why a signature waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is an organisation.
    Organisation,
    /// It is one of the first persons.
    First,
    /// It has a word from the coordinator's list.
    Word,
    /// All capitals, or mixed scripts.
    Unusual,
    /// Its address is a throw-away one.
    ThrowAway,
    /// It has a comment.
    Comment,
    /// The coordinator's own table has the same address.
    InTable,
    /// Many came from the domain of its address.
    Crowd,
}

impl Why {
    /// The reason that the rules gave.
    #[must_use]
    pub fn of(reason: Option<&str>) -> Why {
        match reason {
            Some("first") => Why::First,
            Some("word") => Why::Word,
            Some("name") => Why::Unusual,
            Some("domain") => Why::ThrowAway,
            Some("comment") => Why::Comment,
            Some("known") => Why::InTable,
            Some("crowd") => Why::Crowd,
            _ => Why::Organisation,
        }
    }
}

/// The page. Each form posts `do=approve` or `do=decline` with `letter`, and `id` or `all=1`; to decline, `reason` too.
#[must_use]
pub fn queue(lang: &LanguageTag, lots: &[Lot], done: bool) -> Markup {
    let speech = Speech::of(lang);
    let texts = &speech.texts.coordinator;
    let all: u64 = lots.iter().map(|lot| lot.all).sum();
    let title = if all == 0 { texts.title.to_string() } else { speech.language.plural(&texts.waiting, all) };
    let body = html! {
        @if done { (told(texts.done)) }
        @if all == 0 { p { (texts.nothing) } }
        @for lot in lots { (self::lot(&speech, lot)) }
        form method="post" { p.acts { (quiet_button("sign-out", texts.sign_out)) } }
    };
    page(&speech, &title, None, &body)
}

fn lot(speech: &Speech, lot: &Lot) -> Markup {
    let texts = &speech.texts.coordinator;
    let (title, lang) = &lot.title;
    html! {
        section {
            h2 lang=(lang.as_str()) dir=(lang.direction().as_str()) { (title) }
            p { a.way href=(lot.figures) { (texts.figures) } }
            @for held in &lot.held { (row(speech, &lot.letter, held)) }
            @if lot.all > 1 {
                form method="post" {
                    input type="hidden" name="letter" value=(lot.letter);
                    input type="hidden" name="all" value="1";
                    p.acts { (button("approve", texts.approve_all)) (quiet_button("decline", texts.decline_all)) }
                }
            }
        }
    }
}

fn row(speech: &Speech, letter: &str, held: &Held) -> Markup {
    let texts = &speech.texts.coordinator;
    let domain = held.domain.as_ref().map(|domain| fill(texts.domain, "domain", domain));
    let partner = held.partner.as_ref().map(|partner| fill(texts.partner, "partner", partner));
    let why = match held.why {
        Why::Organisation => speech.language.sign_texts().organisation,
        Why::First => texts.first_person,
        Why::Word => texts.listed_word,
        Why::Unusual => texts.unusual,
        Why::ThrowAway => texts.throw_away,
        Why::Comment => texts.with_comment,
        Why::InTable => texts.in_table,
        Why::Crowd => texts.crowd,
    };
    let reason = format!("reason-{}", held.id);
    html! {
        form.held method="post" aria-label=(held.words.published_name()) {
            (shown(&held.words))
            ul.facts {
                li { (why) }
                @for fact in [domain, partner].into_iter().flatten() { li { (fact) } }
                li { time datetime=(held.signed.to_iso()) { (speech.language.date(held.signed)) } }
            }
            input type="hidden" name="letter" value=(letter);
            input type="hidden" name="id" value=(held.id);
            div.field {
                label for=(reason) { (texts.reason) }
                input id=(reason) name="reason" maxlength="300" dir="auto";
            }
            p.acts { (button("approve", texts.approve)) (quiet_button("decline", texts.decline)) }
        }
    }
}

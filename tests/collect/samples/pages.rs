//! Every page, in every state.

use super::mails::{about, day};
use jiff::Timestamp;
use open_letter::collect::pages::{
    CodeState, Decision, Figures, Held, Lot, Notice, Own, Sent, SignIn, Told, Why, confirm, figures, notice, own,
    queue, sent, sign_in, sure,
};
use open_letter::collect::signature::{Id, Signature, State, Words};
use open_letter::model::{Field, Json, Kind, LanguageTag, SignForm};
use open_letter::publish::sign_page::Filled;
use open_letter::signing::Fault;

pub const TOKEN: &str = "7f3kq2m8wx4tz6bn5vchd1rj90pgys7f3kq2m8";
pub const SCRIPT: &str = "<script>alert(1)</script>\"'&";

fn words(kind: Kind) -> Words {
    Words {
        name: format!("Kim {SCRIPT}"),
        kind,
        organisation: Some(format!("Sons {SCRIPT}")),
        role: Some("Fellow".to_string()),
        country: Some("AM".to_string()),
        comment: Some(format!("I agree. {SCRIPT}")),
        lang: "en".to_string(),
    }
}

/// A signature in that state.
pub fn signature(state: State, shown: bool, kind: Kind) -> Signature {
    Signature {
        row: 1,
        letter: "a".to_string(),
        id: Id::parse("c-7f3kq2m8").unwrap(),
        state,
        words: words(kind),
        shown,
        partner: None,
        text: "00".to_string(),
        consent: None,
        created: Timestamp::UNIX_EPOCH,
        confirmed: None,
        changed: Timestamp::UNIX_EPOCH,
        number: Some(12_874),
        joined: None,
        mark: None,
        domain: None,
        address: None,
        version: 0,
        sent: None,
        tries: 0,
        reason: None,
        mails: (0, None),
    }
}

fn held((number, reason): (usize, &str)) -> Held {
    Held {
        id: Id::parse(&format!("c-7f3kq2m{number}")).unwrap(),
        words: words(Kind::Organisation),
        why: Why::of(Some(reason)),
        domain: Some("example.org".to_string()),
        partner: Some("north-ngo".to_string()),
        signed: day(),
    }
}

fn lots(lang: &LanguageTag) -> Vec<Lot> {
    let all = ["organisation", "first", "word", "comment", "known", "crowd"];
    vec![Lot {
        letter: "a".to_string(),
        title: (format!("A letter {SCRIPT}"), lang.clone()),
        figures: "figures/a".to_string(),
        held: all.into_iter().enumerate().map(held).collect(),
        all: 120,
    }]
}

/// A form with every field that is published.
pub fn form() -> SignForm {
    let text = r#"{ "action": "https://letters.example/collect/v1/letters/a/signatures", "ask": [
        { "field": "name" }, { "field": "email" }, { "field": "kind" }, { "field": "organisation" },
        { "field": "role" }, { "field": "country" }, { "field": "comment" },
        { "field": "consent", "text": "I sign." } ] }"#;
    SignForm::of(&Json::parse(text).unwrap(), &|address| Some(address.to_string())).0.unwrap()
}

/// What the page of a signatory needs besides.
pub fn own_page(form: &SignForm) -> Own<'_> {
    Own { token: TOKEN, form, faults: None, number: Some(12_874), news: false, now: Told::Nothing }
}

/// A name that was refused.
pub fn faults() -> Filled {
    let mut filled = Filled::default();
    filled.answers.set(Field::Name, "=Kim");
    filled.faults.push((Field::Name, Fault::Form));
    filled
}

/// Every page in that language, in every state, with a name for messages.
pub fn all(lang: &LanguageTag) -> Vec<(String, String)> {
    let mut about = about(lang);
    about.title = format!("A letter {SCRIPT}");
    let (about, form) = (&about, form());
    let faults = faults();
    let mut pages = Vec::new();
    let mut add = |name: String, page: maud::Markup| pages.push((name, page.into_string()));
    for (shown, kind) in [(true, Kind::Person), (false, Kind::Person), (true, Kind::Organisation)] {
        add(format!("confirm {shown} {kind:?}"), confirm(about, &signature(State::Pending, shown, kind)));
        for state in State::ALL {
            let given = Own { news: shown, now: Told::Saved, ..own_page(&form) };
            let page = own(about, &signature(state, shown, kind), &given);
            add(format!("own {shown} {kind:?} {state:?}"), page);
        }
    }
    let given = Own { faults: Some(&faults), ..own_page(&form) };
    add("own faults".to_string(), own(about, &signature(State::Confirmed, true, Kind::Person), &given));
    for code in [CodeState::Awaited, CodeState::Wrong(3), CodeState::Over] {
        add(format!("sent {code:?}"), sent(about, "../v1/signatures/x/confirm", &Sent { later: true, code }));
    }
    for says in Notice::ALL {
        add(format!("notice {says:?}"), notice(says, lang, Some(about), Some("../v1/letters/a/link")));
        add(format!("notice {says:?} alone"), notice(says, lang, None, None));
    }
    for step in [SignIn::Address, SignIn::LinkSent, SignIn::Enter, SignIn::Over] {
        add(format!("sign-in {step:?}"), sign_in(lang, step));
    }
    add("queue".to_string(), queue(lang, &lots(lang), true));
    add("empty queue".to_string(), queue(lang, &[], false));
    for decision in [Decision::Approve, Decision::Decline] {
        add(format!("sure {decision:?}"), sure(lang, decision, ("a", SCRIPT), 120));
    }
    let rows = vec![(format!("a{SCRIPT}"), 7), ("b".to_string(), 1)];
    for paused in [true, false] {
        let (networks, domains, partners) = (rows.clone(), rows.clone(), rows.clone());
        let given = Figures { count: (3, 1204), networks, domains, partners, paused };
        add(format!("figures {paused}"), figures(lang, about, &given, "../"));
    }
    pages
}

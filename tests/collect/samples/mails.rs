//! One mail of each kind, in each language.

use open_letter::collect::post::{About, FILES, Message, Reads, Says, Sender, Waiting};
use open_letter::model::{Date, LanguageTag};

pub const CODE: &str = "481516";
pub const LINK: &str = "https://letters.example/collect/c/7f3kq2m8wx4tz6bn5vchd1rj90pgys7f3kq2m8";

pub fn tag(lang: &str) -> LanguageTag {
    LanguageTag::parse(lang).unwrap()
}

/// The languages of the interface.
pub fn languages() -> Vec<LanguageTag> {
    FILES.iter().map(|(lang, _)| tag(lang)).collect()
}

pub fn about(lang: &LanguageTag) -> About {
    About {
        lang: lang.clone(),
        title: "A letter & its <title>".to_string(),
        url: "https://letters.example/letters/a/".to_string(),
        privacy: Some("https://letters.example/privacy".to_string()),
        next: Some("We hand <it> over.".to_string()),
    }
}

pub fn reads() -> Reads {
    Reads { name: "Armenophobia.org".to_string(), organisation: Some("Kim & <Sons>".to_string()), shown: true }
}

pub fn day() -> Date {
    Date { year: 2026, month: 12, day: 7 }
}

/// A mail of each kind.
pub fn kinds(lang: &LanguageTag) -> Vec<Says> {
    let (about, link) = (about(lang), LINK.to_string());
    let (lang, reads) = (lang.clone(), reads());
    let waiting = vec![
        Waiting { title: about.title.clone(), organisations: 2, persons: 50 },
        Waiting { title: "Another".to_string(), organisations: 0, persons: 1 },
    ];
    vec![
        Says::Confirm {
            about: about.clone(),
            reads: reads.clone(),
            code: CODE.to_string(),
            link: link.clone(),
            until: day(),
        },
        Says::Signed { about: about.clone(), reads: reads.clone(), held: false, last: true, link: link.clone() },
        Says::Again { about: about.clone(), link: link.clone() },
        Says::Approved { about: about.clone(), reads: reads.clone(), link: link.clone() },
        Says::Declined { about: about.clone(), reason: Some("No such body.".to_string()) },
        Says::Reminder { about, reads, link: link.clone(), until: day() },
        Says::Queue { lang: lang.clone(), waiting, link: link.clone() },
        Says::SignIn { lang, link },
    ]
}

pub fn message(says: Says) -> Message {
    Message { to: "kim@example.org".to_string(), says }
}

pub fn sender() -> Sender {
    Sender::new("Letters <letters@example.org>", Some("campaign@example.org")).unwrap()
}

//! Names: nobody's is refused, in any script; what is no name is.

use super::{answers, collected, fault, tidied};
use open_letter::model::Field;
use open_letter::signing::{Fault, check_field, tidy};
use proptest::prelude::*;

#[test]
fn names_of_all_scripts_are_names() {
    for name in [
        "Aino Köykkä-Þórsdóttir",
        "Հակոբ Մելքոնյան",
        "ნინო ბერიძე",
        "Лариса П’ятигорець",
        "Ελένη Παπαδοπούλου",
        "שרה בן־דוד",
        "محمد بن عبد الرحمن آل الشيخ",
        "ܐܦܪܝܡ",
        "अनीता शर्मा",
        "অনিতা সেন",
        "ਗੁਰਪ੍ਰੀਤ ਕੌਰ",
        "અનિતા પટેલ",
        "அனிதா ராஜன்",
        "అనిత రెడ్డి",
        "ಅನಿತಾ ರಾವ್",
        "അനിത നായർ",
        "සුනිල් පෙරේරා",
        "สมชาย ใจดี",
        "ສົມສັກ",
        "အောင်ဆန်း",
        "បញ្ញា សុខ",
        "አበበ በቀለ",
        "ᏎᏉᏯ",
        "བསྟན་འཛིན།",
        "山田 太郎",
        "김민수",
        "王小明",
        "やまだ・タロウ",
        "ߡߊߡߊ߬ߘߎ߬",
        "ⵎⵓⵃⵎⴰⴷ",
    ] {
        assert_eq!(fault(Field::Name, name), None, "{name}");
    }
}

#[test]
fn names_are_taken_as_people_write_them() {
    for name in [
        "X",
        "Ng",
        "J. R. R. Tolkien",
        "Dr. Martin Luther King, Jr.",
        "O’Brien",
        "O'Brien",
        "Jean–Luc",
        "Nuñez i Solà",
        "S:t Eriks förening",
        "EU:n kansalaiset",
        "Branch: North",
        "Malcolm X",
        "Louis XIV",
        "2Pac",
        "Group 47",
        "4 Non Blondes",
        "Armenophobia.org",
        "Team wwwonder",
        "ALL CAPS",
        "van der Berg (née Smith)",
        "Smith & Sons",
        "“Bobby” Smith",
        "Aleksandr\u{301}a",
        "نا\u{200c}صر",
    ] {
        assert_eq!(fault(Field::Name, name), None, "{name}");
    }
}

#[test]
fn what_is_no_name_is_refused_for_its_reason() {
    for (name, expected) in [
        ("https://spam.example", Fault::Link),
        ("See www.spam.example", Fault::Link),
        ("WWW.SPAM.EXAMPLE", Fault::Link),
        ("(www.spam.example)", Fault::Link),
        ("mailto:kim", Fault::Link),
        ("javascript:alert", Fault::Link),
        ("kim@example.org", Fault::Link),
        ("@kim", Fault::Link),
        ("Kim/Lee", Fault::Link),
        ("=cmd", Fault::Form),
        ("+1 Kim", Fault::Form),
        ("-Kim", Fault::Form),
        ("Kim\u{202e}eeL", Fault::Form),
        ("Kim\u{2066}", Fault::Form),
        ("Kim\u{7}", Fault::Form),
        ("Kim\u{0}", Fault::Form),
        ("12345", Fault::Letters),
        ("...", Fault::Letters),
        ("❤️", Fault::Letters),
        ("\u{3164}", Fault::Letters),
        ("\u{115f}\u{1160} \u{ffa0}", Fault::Letters),
        ("\u{200b}\u{feff}", Fault::Missing),
        ("\u{200b}=cmd", Fault::Form),
        ("   ", Fault::Missing),
    ] {
        assert_eq!(fault(Field::Name, name), Some(expected), "{name}");
    }
}

#[test]
fn names_have_at_most_a_hundred_characters_after_composition() {
    assert_eq!(fault(Field::Name, &"é".repeat(100)), None);
    assert_eq!(fault(Field::Name, &"e\u{301}".repeat(100)), None, "composed, these are 100");
    assert_eq!(fault(Field::Name, &"é".repeat(101)), Some(Fault::Long));
}

#[test]
fn organisations_and_roles_may_have_a_slash_but_no_address() {
    for field in [Field::Organisation, Field::Role] {
        assert_eq!(fault(field, "Ärzte ohne Grenzen / Médecins Sans Frontières"), None);
        assert_eq!(fault(field, "https://spam.example"), Some(Fault::Link));
        assert_eq!(fault(field, "kim@example.org"), Some(Fault::Link));
        assert_eq!(fault(field, "=1+1"), Some(Fault::Form));
    }
    assert_eq!(fault(Field::Comment, "He/she said 100 %! :-) @home"), None);
    assert_eq!(fault(Field::Comment, "Buy at https://spam.example"), Some(Fault::Link));
    assert_eq!(fault(Field::Comment, "@SUM(1)"), Some(Fault::Form));
    assert_eq!(fault(Field::Comment, &"a".repeat(281)), Some(Fault::Long));
    assert_eq!(fault(Field::Postcode, "K1A 0B1"), None);
    assert_eq!(fault(Field::Country, "Côte d’Ivoire"), None);
}

#[test]
fn several_spaces_become_one() {
    assert_eq!(tidied(Field::Name, "  Kim \t\u{a0}\n  Lee\u{2028}"), "Kim Lee");
    assert_eq!(tidied(Field::Name, "Zoe\u{301}"), "Zo\u{e9}");
    assert_eq!(tidied(Field::Comment, "One.\r\n\r\nTwo."), "One. Two.");
}

#[test]
fn invisible_characters_that_came_along_go_and_joiners_stay() {
    assert_eq!(tidied(Field::Name, "\u{feff}\u{200e} Kim\u{200f} Lee \u{200b}\u{ad}"), "Kim\u{200f} Lee");
    // Old texts in Malayalam write the last letter of a word with a joiner.
    assert_eq!(tidied(Field::Name, "അവന്\u{200d}"), "അവന്\u{200d}");
}

/// What the collector finds wrong with any name.
fn collectors(typed: &str) -> Option<Fault> {
    check_field(collected().asks(Field::Name).expect("it is asked"), &answers(&[(Field::Name, typed)]))
}

proptest! {
    #[test]
    fn tidying_twice_changes_nothing(typed in any::<String>()) {
        for field in [Field::Name, Field::Email, Field::Comment] {
            let once = tidy(field, &typed);
            prop_assert_eq!(tidy(field, &once), once);
        }
    }

    #[test]
    fn what_passes_is_fit_to_be_published(typed in any::<String>()) {
        let tidied = tidy(Field::Name, &typed);
        if collectors(&typed).is_none() {
            prop_assert!(!tidied.is_empty() && tidied.chars().count() <= 100);
            let refused = |char: char| matches!(char, '/' | '@' | '\u{202e}') || char.is_control();
            prop_assert!(!tidied.contains(refused));
            prop_assert!(!tidied.starts_with(['=', '+', '-']));
            prop_assert!(tidied.contains(char::is_alphabetic));
        }
    }

    #[test]
    fn words_of_letters_are_names(name in "\\p{L}{1,20}( \\p{L}{1,20}){0,3}") {
        prop_assert_eq!(collectors(&name), None);
    }
}

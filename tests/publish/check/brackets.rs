//! Brackets.

use super::{has_findings, text};

#[test]
fn pairs_numbers_and_faces_are_left_alone() {
    for (lang, paragraph) in [
        ("en", "Artsakh (Nagorno-Karabakh), the (first (and last)) time [sic] {so}."),
        ("en", "We ask: a) to act, b) to speak; 1) now, 12) later; ii) and iii) too :-) ;) :("),
        ("fr", "L’Artsakh (Haut-Karabakh) et 1°) puis 2)."),
        ("ar", "أولا (نعم) أ) ثم ب) أخيرا ١) و٢)."),
        ("hy", "Արցախ (Լեռնային Ղարաբաղ) ա) և բ)։"),
        ("ja", "彼（私）は「はい」と【言】った。"),
    ] {
        has_findings(&text(lang, paragraph), &[]);
    }
}

#[test]
fn what_has_no_partner_is_reported() {
    for (paragraph, message) in [
        (
            "Artsakh (Nagorno-Karabakh, as it is called.",
            "has (Nagorno-Karabakh, as it is… without a closing ): write it",
        ),
        (
            "Artsakh Nagorno-Karabakh), as it is called.",
            "has Artsakh Nagorno-Karabakh) without an opening (: write it, or leave out the )",
        ),
        ("Artsakh (Nagorno-Karabakh].", "has (Nagorno-Karabakh]. without a closing ): write it"),
        ("彼は「はいと言った。", "has 「はいと言った。 without a closing 」: write it"),
    ] {
        has_findings(&text("en", paragraph), &[&format!("letter.md:8: warning: {message}")]);
    }
}

//! Quotation marks, by the conventions of many languages.

use super::{FRONT, has_findings, text};
use crate::folder::Folder;

/// Asserts that paragraphs in that language give no finding.
#[track_caller]
fn quiet(lang: &str, paragraphs: &[&str]) {
    has_findings(&text(lang, &paragraphs.join("\n\n")), &[]);
}

/// Asserts the only finding about the first paragraph.
#[track_caller]
fn reports(lang: &str, paragraph: &str, message: &str) {
    has_findings(&text(lang, paragraph), &[&format!("letter.md:8: warning: {message}")]);
}

#[test]
fn what_each_language_does_is_left_alone() {
    for (lang, paragraph) in [
        ("en", "He “said ‘no’ twice”, and the boys’ mothers’ ’90s rock ’n’ roll didn’t help: 120’000 of them."),
        ("en", "“All of it.” “Why?” (“Because.”) A 5\" pipe, 6'2\" tall, and \"straight\" marks."),
        ("en", "An em-dash—“quoted”—and “a ‘nested’ quotation”; l’“État” c’est “moi”."),
        (
            "fr",
            "Il a dit : « L’État, c’est moi », puis « non » ; l’« État » et « la “loi” ». «\u{202f}Oui\u{202f}», dit-il.",
        ),
        ("de", "Er sagte: „Nein, ‚nie‘ wieder.“ Und „das“ – »jenes«, »so ›und‹ so«, ‚einfach‘."),
        ("de-CH", "«Ja», sagte er, «‹nein› war gestern»."),
        ("sv", "Han sade ”hej” och ”då”. »Ja», sade hon, ’nej’."),
        ("fi", "”Kyllä”, hän sanoi, ja »ei»."),
        ("da", "»Ja«, sagde han, »og ›nej‹«."),
        ("pl", "Powiedział „tak”, a potem «nie»."),
        ("hu", "Azt mondta: „igen, »nem« volt”."),
        ("ro", "A spus „da, «nu» și gata”."),
        ("cs", "Řekl „ano“ a ‚ne‘."),
        ("nl", "Hij zei ‘ja’ en “nee” en „misschien”, ’s avonds."),
        ("es", "Dijo «sí, “quizá” no» y «¿por qué?»."),
        ("it", "Disse «sì» e l’“altro” disse «no»."),
        ("ru", "Он сказал «да, „нет“ было вчера»."),
        ("el", "Είπε «ναι» και “όχι”."),
        ("hy", "Նա ասաց՝ «Այո՛, իհա՛րկե», և «ո՞չ»։"),
        ("ar", "قال «نعم» ثم “لا” ثم ”ربما“ و\"أكيد\"."),
        ("fa", "او گفت «بله» و «نه»."),
        ("he", "הוא אמר \"כן\" וצה\"ל אמר ”לא” ו„אולי”, ארה”ב."),
        ("zh", "他说“你好”，又说“再见”。"),
        ("ja", "彼は「はい、『いいえ』」と言った。"),
        ("ja", "彼は“はい”と言った。"),
        ("ko", "그는 “네, ‘아니요’”라고 했다. 「법」과 『책』."),
        ("nl", "„Ja”, zei hij, en ’s avonds „nee”."),
        ("pl", "Powiedział: „tak, «nie» było wczoraj”."),
        ("el", "Είπε: «ναι, “όχι” χθες», γι’ αυτό."),
        ("fa", "او گفت «بله، “نه” دیروز بود»."),
        ("uz", "O‘zbekiston va ‘Abdulla."),
        ("en", "The city of Sana‘a and the poet ‘Abd al-Ra’uf."),
    ] {
        quiet(lang, &[paragraph]);
    }
}

#[test]
fn a_quotation_that_does_not_end_is_reported_with_its_beginning() {
    for (lang, paragraph, message) in [
        (
            "en",
            "It is “deliberately inflicting on the group conditions of life.",
            "has “deliberately inflicting on the… without a closing ”: write it where the quotation ends",
        ),
        ("en", "He “said” and “did not.", "has “did not. without a closing ”: write it where the quotation ends"),
        ("en", "“mixed\" marks", "has “mixed\" marks without a closing ”: write it where the quotation ends"),
        (
            "fr",
            "Il dit : « non, et s’en va.",
            "has « non, et s’en va. without a closing »: write it where the quotation ends",
        ),
        ("de", "Er sagte: „Nein.", "has „Nein. without a closing “: write it where the quotation ends"),
        ("pl", "Powiedział „tak.", "has „tak. without a closing ”: write it where the quotation ends"),
        ("hy", "Նա ասաց՝ «Այո։", "has «Այո։ without a closing »: write it where the quotation ends"),
        ("ar", "قال «نعم ثم ذهب.", "has «نعم ثم ذهب. without a closing »: write it where the quotation ends"),
        ("sv", "Han sade ”hej och gick.", "has ”hej och gick. without a closing ”: write it where the quotation ends"),
        ("da", "Han sagde »ja og gik.", "has »ja og gik. without a closing «: write it where the quotation ends"),
        ("de", "Er sagte „das ‚eine“ da.", "has ‚eine“ da. without a closing ‘: write it where the quotation ends"),
    ] {
        reports(lang, paragraph, message);
    }
}

#[test]
fn a_quotation_that_does_not_begin_is_reported_with_its_end() {
    for (lang, paragraph, message) in [
        (
            "en",
            "It is to bring about its physical destruction” they say.",
            "has …about its physical destruction” without an opening “: write it where the quotation begins",
        ),
        (
            "fr",
            "Il dit non », et s’en va.",
            "has Il dit non » without an opening «: write it where the quotation begins",
        ),
        ("ru", "Он сказал да» и ушёл.", "has Он сказал да» without an opening «: write it where the quotation begins"),
    ] {
        reports(lang, paragraph, message);
    }
}

#[test]
fn marks_that_both_open_and_close_must_be_even() {
    reports("en", "He \"said so.", "has \" an odd number of times: open and close each quotation");
    reports("ar", "قال “نعم ثم ذهب.", "has ” an odd number of times: open and close each quotation");
}

#[test]
fn a_single_mark_that_opens_is_a_hint() {
    has_findings(
        &text("en", "He said ‘no and left."),
        &["letter.md:8: hint: has ‘no and left. without a closing ’: write it, or ’ for ‘ if an apostrophe is meant"],
    );
}

#[test]
fn a_quotation_may_run_through_paragraphs() {
    quiet("en", &["He said: “One.", "“Two.", "“Three.” And left."]);
    quiet("en", &["\"One.", "\"Two.\""]);
    quiet("fr", &["« Un.", "» Deux.", "» Trois », dit-il."]);
    quiet("fr", &["Il dit : « Un.", "Deux.", "Trois. »"]);
    quiet("de", &["„Eins.", "Zwei.", "Drei.“"]);
}

#[test]
fn what_only_looks_as_if_it_ran_on_is_reported() {
    has_findings(
        &text("en", "“One.\n\nTwo.\n\n“Three.”"),
        &["letter.md:8: warning: has “One. without a closing ”: write it where the quotation ends"],
    );
    has_findings(
        &text("de", "„Eins.\n\nZwei.\n\nDrei."),
        &["letter.md:8: warning: has „Eins. without a closing “: write it where the quotation ends"],
    );
}

#[test]
fn front_matter_lists_and_quotations_are_read_too() {
    let folder = Folder::new().letter(
        &format!("{FRONT}\nclosing: With “regards\naddressees:\n  - 'The “Minister, Chair'"),
        "> A “quotation\n\n- An “item\n- Another",
    );
    has_findings(
        &folder,
        &[
            "letter.md:6: warning: closing has “regards without a closing ”: write it where the quotation ends",
            "letter.md:8: warning: the name of an addressee has “Minister without a closing ”: write it where the \
             quotation ends",
            "letter.md:11: warning: has “quotation without a closing ”: write it where the quotation ends",
            "letter.md:13: warning: has “item without a closing ”: write it where the quotation ends",
        ],
    );
}

#[test]
fn marks_are_followed_through_emphasis_and_links() {
    quiet("en", &["It is “**strong”**, “[linked](https://a.org/)” and *“em”*."]);
}

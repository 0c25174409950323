//! Letters that were copied out of mails.

use super::Made;
use super::docx::{docx, p, t};

const HEAD: &str = "From: Ada Example <ada@museum.net>\nTo: Board <board@museum.net>\nDate: Mon, 4 May 2026 10:12:33 \
                    +0200\nSubject: Open letter on the museum\n\n";

const LETTER: &str = "Dear Members of the Board,\n\nwe, the staff of the museum, ask you to open the hall, because the people of \
                      the city want to see what is in it.\n\n- an answer\n- a meeting\n\nYours sincerely,\nBo Example (guard), \
                      bo@museum.net\n";

/// The letter with the sign of a quotation before each line.
fn quoted(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { ">\n".to_string() } else { format!("> {line}\n") }).collect()
}

/// Whether it is the letter, without anything of a mail.
#[track_caller]
fn is_letter(made: &Made) {
    assert_eq!(made.front("salutation"), "salutation: \"Dear Members of the Board,\"", "{:#?}", made.report);
    assert_eq!(made.front("closing"), "closing: \"Yours sincerely,\"");
    assert_eq!(made.signatories(), [("Bo Example".to_string(), "guard".to_string())], "{:#?}", made.report);
    let text = "we, the staff of the museum, ask you to open the hall, because the people of the city want to see what is in it.";
    assert_eq!(made.body(), format!("{text}\n\n- an answer\n- a meeting"), "{:#?}", made.report);
    assert!(!made.letter.contains("museum.net"), "{}", made.letter);
    assert!(made.lost().contains(&"notes beside the names, which are not for readers: bo@museum.net"));
}

#[test]
fn the_head_the_signs_and_the_end_of_a_mail_are_left_out_and_told() {
    let made = Made::of("letter.txt", format!("{HEAD}{}\nSent from my iPhone\n", quoted(LETTER)));
    is_letter(&made);
    assert_eq!(made.front("title"), "title: \"Open letter on the museum\"");
    assert_eq!(
        made.lost()[..2],
        [
            "“Sent from my iPhone” at the end of a mail",
            "the head of a mail: From: Ada Example <ada@museum.net>\nTo: Board <board@museum.net>\nDate: Mon, 4 May 2026 \
             10:12:33 +0200"
        ]
    );
}

#[test]
fn answers_and_mails_that_were_passed_on_are_known_in_other_languages() {
    let twice = quoted(&quoted(LETTER));
    for (before, letter) in [
        ("On Mon, May 4, 2026 at 10:12 AM Ada Example <ada@museum.net>\nwrote:\n\n", quoted(LETTER)),
        ("Am 04.05.26 um 10:12 schrieb Ada Example:\n", quoted(LETTER)),
        ("Le lun. 4 mai 2026 à 10:12, Ada Example <ada@museum.net> a écrit :\n\n", quoted(LETTER)),
        ("El lun, 4 may 2026 a las 10:12, Ada Example (<ada@museum.net>) escribió:\n\n", twice),
        (
            "---------- Forwarded message ---------\nVon: Ada Example <ada@museum.net>\nGesendet: Montag, 4. Mai 2026 10:12\nAn: \
             Board <board@museum.net>;\n  Ce Example <ce@museum.net>\nBetreff: WG: Offener Brief\n\n",
            LETTER.to_string(),
        ),
        ("От: Ada Example <ada@museum.net>\nДата: 4 мая 2026 г. в 10:12\nТема: Fwd: Письмо\n\n", LETTER.to_string()),
        (
            "发件人: Ada Example <ada@museum.net>\n发送时间: 2026年5月4日 10:12\n收件人: board@museum.net\n主题: 公开信\n\n",
            quoted(LETTER),
        ),
    ] {
        is_letter(&Made::of("letter.txt", format!("{before}{letter}")));
    }
}

#[test]
fn the_ends_of_mails_are_known_in_other_languages() {
    for end in [
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Отправлено с iPhone",
        "Get Outlook for iOS",
        "发自我的 iPhone",
        "-- \nBo Example | Museum | Tel. +49 30 1234567\nbo@museum.net",
    ] {
        let made = Made::of("letter.txt", format!("Open letter\n\n{LETTER}\n{end}\n"));
        is_letter(&made);
        assert!(made.report.iter().all(|line| !line.starts_with("look at")), "{:#?}", made.report);
        assert!(made.lost().iter().any(|line| line.contains(" of a mail")), "{:#?}", made.report);
    }
}

#[test]
fn a_mail_in_another_program_is_known_too() {
    let word: String = HEAD
        .trim()
        .lines()
        .chain(LETTER.lines())
        .filter(|line| !line.is_empty())
        .map(|line| p("", &t(&line.replace('<', "&lt;"))))
        .collect();
    let made = Made::of("letter.docx", docx(&word));
    assert_eq!(made.front("title"), "title: \"Open letter on the museum\"");
    assert!(!made.letter.contains("museum.net"), "{}", made.letter);
    is_letter(&Made::of("letter.md", format!("{HEAD}{}", quoted(LETTER))));
    let page: String = LETTER
        .split("\n\n")
        .map(|text| {
            let text = text.replace("\n- a meeting", "<li>a meeting</ul>").replace("- ", "<ul><li>");
            ["<p>", &text.replace('\n', "<br>")].concat()
        })
        .collect();
    let page = format!(
        "<div>On 4 May 2026, Ada Example &lt;ada@museum.net&gt; wrote:</div><blockquote type=cite>{page}</blockquote>"
    );
    is_letter(&Made::of("letter.html", page));
}

#[test]
fn a_memorandum_and_a_quotation_are_no_mail() {
    let made = Made::of(
        "letter.txt",
        "To: Ada Example, Mayor, ada@museum.net\nSubject: The river\n\nDear Mayor,\n\nThe river is closed, and we ask why that is \
         so.\n\n> All belongs to all.\n\nSincerely,\n\nBo Example, Chair\n",
    );
    assert_eq!(made.front("title"), "title: \"The river\"");
    assert!(made.letter.contains("      - name: \"Ada Example\"\n        office: \"Mayor\"\n"), "{}", made.letter);
    assert_eq!(made.body(), "The river is closed, and we ask why that is so.\n\n> All belongs to all.");
    assert!(made.lost().contains(&"notes beside the addressees, which are not for readers: ada@museum.net"));
}

#[test]
fn several_addressees_in_a_line_lose_their_addresses() {
    let letter = LETTER
        .replace("Dear Members", "To: Board <board@museum.net>; Ada Example, Mayor (a@museum.net)\n\nDear Members");
    let made = Made::of("letter.txt", format!("Open letter\n\n{letter}"));
    let members = "members:\n      - name: \"Board\"\n      - name: \"Ada Example\"\n        office: \"Mayor\"\n";
    assert!(made.letter.contains(members), "{}", made.letter);
    is_letter(&made);
}

#[test]
fn addresses_that_stay_in_the_text_are_told() {
    let text = "Write to river@museum.net or kim (at) museum (dot) net, or call +46 70 123 45 67. In 2023-09-07 there were 1 000 000 people.";
    let made = Made::of("letter.docx", docx(&[p("", &t("One.")), p("", &t(text))].concat()));
    assert!(made.report.contains(
        &"look at: river@museum.net, kim (at) museum (dot) net, +46 70 123 45 67, in the text: everybody will be able to read it, so \
          leave it out unless that is meant".to_string()), "{:#?}", made.report);
}

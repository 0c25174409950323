//! What front matter and the table of signatories take from a text.

use super::Made;
use super::docx::{docx, p, t};

const LETTER: &str = "Keep the river open\n\nSpringfield, 7 September 2023\n\nTo: Ada Example, Mayor of Springfield\n\nDear \
                      Mayor,\n\nThe river has been closed since May. Nobody was asked, and the people who live there want to \
                      know why.\n\nYours sincerely,\n\nBo Example, Chair\n\nCe Exemple\n";

#[test]
fn what_is_plain_is_taken_and_said_line_by_line() {
    let made = Made::of("letter.txt", LETTER);
    for (key, line) in [
        ("lang", "lang: en"),
        ("title", "title: \"Keep the river open\""),
        ("date", "date: 2023-09-07"),
        ("salutation", "salutation: \"Dear Mayor,\""),
        ("closing", "closing: \"Yours sincerely,\""),
    ] {
        assert_eq!(made.front(key), line);
    }
    assert!(made.letter.contains(
        "addressees:\n  - heading: \"To:\"\n    members:\n      - name: \"Ada Example\"\n        office: \
                                  \"Mayor of Springfield\"\n"
    ));
    assert_eq!(
        made.body(),
        "The river has been closed since May. Nobody was asked, and the people who live there want to know why."
    );
    let pair = |name: &str, role: &str| (name.to_string(), role.to_string());
    assert_eq!(made.signatories(), [pair("Bo Example", "Chair"), pair("Ce Exemple", "")]);
    let line = |key: &str| 1 + made.letter.lines().position(|line| line.starts_with(key)).unwrap();
    assert_eq!(
        made.report,
        [
            format!("took: “Keep the river open” as the title: line {} of letter.md", line("title:")),
            format!("took: “2023-09-07” as the date: line {} of letter.md", line("date:")),
            format!("took: “Ada Example” as the addressees: line {} of letter.md", line("addressees:")),
            format!("took: “Dear Mayor,” as the salutation: line {} of letter.md", line("salutation:")),
            format!("took: “Yours sincerely,” as the closing: line {} of letter.md", line("closing:")),
            "took: 2 names, “Bo Example” to “Ce Exemple”, as signatories: signatories.csv".to_string(),
            format!("took: en as the language: line {} of letter.md", line("lang:")),
            "left out: “Springfield” beside the date".to_string(),
        ]
    );
    assert_eq!(made.findings(), Vec::<String>::new());
}

#[test]
fn a_letter_is_known_in_other_languages() {
    for (lang, text, date, salutation, closing) in [
        (
            "de",
            "Den Fluss offen halten\n\nBerlin, den 7. September 2023\n\nSehr geehrte Frau Bürgermeisterin,\n\nder Fluss ist seit \
             Mai gesperrt, und wir wissen nicht, warum das so ist.\n\nMit freundlichen Grüßen\n\nJana Muster",
            "2023-09-07",
            "Sehr geehrte Frau Bürgermeisterin,",
            "Mit freundlichen Grüßen",
        ),
        (
            "fr",
            "Pour une rivière ouverte\n\nParis, le 7 septembre 2023\n\nMadame la Maire,\n\nLa rivière est fermée depuis mai, et \
             nous ne savons pas pourquoi les habitants ne sont pas consultés.\n\nVeuillez agréer, Madame la Maire, l’expression de \
             notre considération.\n\nAnne Dupont",
            "2023-09-07",
            "Madame la Maire,",
            "Veuillez agréer, Madame la Maire, l’expression de notre considération.",
        ),
        (
            "es",
            "Por un río abierto\n\n7 de septiembre de 2023\n\nEstimada alcaldesa:\n\nEl río está cerrado desde mayo y no sabemos por \
             qué los vecinos no son escuchados en la ciudad.\n\nAtentamente,\n\nAna Silva",
            "2023-09-07",
            "Estimada alcaldesa:",
            "Atentamente,",
        ),
        (
            "ru",
            "Откройте реку\n\n7 сентября 2023 г.\n\nУважаемый мэр!\n\nРеку закрыли в мае, и мы не знаем, почему это так и что с \
             этим делать.\n\nС уважением,\n\nАнна Иванова",
            "2023-09-07",
            "Уважаемый мэр!",
            "С уважением,",
        ),
        (
            "ar",
            "افتحوا النهر\n\n7 سبتمبر 2023\n\nالسيد رئيس البلدية،\n\nالنهر مغلق من شهر مايو، ولا نعرف ما هذا الذي جرى على النهر في \
             هذه المدينة.\n\nمع خالص التحية،\n\nمريم حداد",
            "2023-09-07",
            "السيد رئيس البلدية،",
            "مع خالص التحية،",
        ),
    ] {
        let made = Made::of("letter.txt", text);
        assert_eq!(made.front("lang"), format!("lang: {lang}"));
        assert_eq!(made.front("date"), format!("date: {date}"), "{lang} {:#?}", made.report);
        assert_eq!(made.front("salutation"), format!("salutation: \"{salutation}\""), "{:#?}", made.report);
        assert_eq!(made.front("closing"), format!("closing: \"{closing}\""), "{:#?}", made.report);
        assert_eq!(made.table.lines().count(), 2, "{lang} {:#?}", made.report);
        assert_eq!(made.findings(), Vec::<String>::new());
    }
}

#[test]
fn what_is_not_plain_stays_and_is_suggested() {
    let text = "River Trust\nMain Street 1\n\nOpen the river\n\n03/04/2023\n\nDear Mayor, the river is closed.\n\nWe ask you to \
                open it again before the summer, and to hear all those who live there.\n\nSincerely,\n\nBo Example\nChair";
    let made = Made::of("letter.txt", text);
    assert!(made.letter.contains("\n#title: \"River Trust\"\n"), "{}", made.letter);
    assert!(made.letter.contains("\n#date: 2023-04-03\n"));
    assert!(made.letter.contains("\n#salutation: \"Dear Mayor,\"\n"));
    assert_eq!(
        made.body(),
        "River Trust\\\nMain Street 1\n\nOpen the river\n\n03/04/2023\n\nDear Mayor, the river is closed.\n\nWe ask you to open it \
         again before the summer, and to hear all those who live there.\n\nBo Example\\\nChair"
    );
    assert_eq!(made.table.lines().count(), 1);
    assert!(made.report.iter().any(|line| {
        line.starts_with("look at: what begins with “Bo Example Chair” may be names: write them into signatories.csv")
    }));
    assert!(
        made.report.iter().any(|line| line.starts_with("suggested: “2023-04-03” as the date, still in the text too"))
    );
}

#[test]
fn what_follows_the_names_is_the_appendix() {
    let made = Made::of(
        "letter.docx",
        docx(
            &[
                p("Titel", &t("Keep the river open")),
                p("", &t("Dear Mayor,")),
                p("", &t("The river is closed, and we ask for an answer to all of our letters.")),
                p("", &t("Sincerely,")),
                p("berschrift1", &t("Signatories")),
                p("", &t("Bo Example, Chair")),
                p("", &t("Ce Exemple (River Trust)")),
                p("berschrift1", &t("Annex")),
                p("", &t("The numbers.")),
            ]
            .concat(),
        ),
    );
    assert_eq!(
        made.body(),
        "The river is closed, and we ask for an answer to all of our letters.\n\n[signatories]\n\n## Annex\n\nThe numbers."
    );
    let pair = |name: &str, role: &str| (name.to_string(), role.to_string());
    assert_eq!(made.signatories(), [pair("Bo Example", "Chair"), pair("Ce Exemple", "River Trust")]);
    assert_eq!(made.lost(), ["“Signatories” before the names"]);
}

#[test]
fn the_other_keys_are_explained_and_can_be_put_to_use() {
    let made = Made::of("letter.txt", LETTER);
    let used: String = made
        .letter
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => format!("{rest}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    std::fs::write(made.folder().join("letter.md"), used).unwrap();
    crate::check::is_in_order(&open_letter::check::check(&made.folder()));
}

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

/// A letter with that head, and a foot that is plain.
fn with_head(head: &str) -> Made {
    let body = "The river has been closed since May, and nobody who lives there was asked before it was.";
    Made::of("letter.txt", format!("{head}\n\n{body}\n\nYours sincerely,\n\nBo Example, Chair\n"))
}

#[test]
fn a_letterhead_is_no_title_if_a_line_says_what_it_is_about() {
    for (subject, title) in [
        ("Re: The river path", "The river path"),
        ("Betreff: Der Uferweg", "Der Uferweg"),
        ("Objet : Le chemin de halage", "Le chemin de halage"),
        ("הנדון: שביל הנחל", "שביל הנחל"),
        ("Open letter on the river path", "Open letter on the river path"),
        ("Lettre ouverte à la ville", "Lettre ouverte à la ville"),
    ] {
        let made = with_head(&format!("River Trust\n\nTo:\n\nAda Example, Mayor\n\n{subject}\n\nDear Mayor,"));
        assert_eq!(made.front("title"), format!("title: \"{title}\""), "{:#?}", made.report);
        assert!(
            made.letter.contains("addressees:\n  - heading: \"To:\"\n    members:\n      - name: \"Ada Example\"\n")
        );
        assert!(made.body().starts_with("River Trust\n\nThe river"), "the letterhead stays: {}", made.body());
    }
}

#[test]
fn a_line_of_strong_words_right_above_the_salutation_is_the_title() {
    let strong = |text: &str| p("", &format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>"));
    let made = |head: &[String]| {
        let text = p("", &t("The river has been closed since May, and nobody was asked."));
        Made::of("letter.docx", docx(&[&[head.concat(), p("", &t("Dear Mayor,")), text][..]].concat().concat()))
    };
    let to = [p("", &t("To:")), p("", &t("Ada Example, Mayor"))].concat();
    let one = made(&[p("", &t("River Trust")), to.clone(), strong("Keep the river open")]);
    assert_eq!(one.front("title"), "title: \"Keep the river open\"", "{:#?}", one.report);
    assert!(one.letter.contains("\naddressees:\n"), "{:#?}", one.report);
    let two = made(&[strong("River Trust"), to, strong("Keep the river open")]);
    assert!(two.letter.contains("\n#title: \"Keep the river open\"\n"), "of two, none is plain: {:#?}", two.report);
}

#[test]
fn addressees_may_be_a_list_below_words_that_stand_alone() {
    let members =
        "    members:\n      - name: \"Anne Dupont\"\n        office: \"maire\"\n      - name: \"Luc Martin\"\n";
    for heading in ["À l’attention de\u{a0}:", "À l’attention de", "To:"] {
        let made = with_head(&format!(
            "Lettre ouverte pour la rivière\n\n{heading}\n\n- Anne Dupont, maire\n- Luc Martin, préfet\n\nMadame la Maire,"
        ));
        let expected = format!("addressees:\n  - heading: \"{heading}\"\n{members}");
        assert!(made.letter.contains(&expected), "{:#?}\n{}", made.report, made.letter);
        assert!(made.body().starts_with("The river"), "{}", made.body());
    }
}

#[test]
fn an_addressee_who_is_addressed_as_in_a_salutation_is_none() {
    let made = with_head("Lettre ouverte pour la rivière\n\nMadame Anne Dupont, maire\n\nMadame la Maire,");
    assert_eq!(made.front("salutation"), "salutation: \"Madame la Maire,\"");
    assert!(made.letter.contains("  - name: \"Madame Anne Dupont\"\n    office: \"maire\"\n"), "{:#?}", made.report);
    let made = with_head("לכבוד\n\nנועה בן-עמי, ראש העירייה\n\nשלום רב,");
    assert_eq!(made.front("salutation"), "salutation: \"שלום רב,\"");
    assert!(
        made.letter.contains("  - heading: \"לכבוד\"\n    members:\n      - name: \"נועה בן-עמי\"\n"),
        "{:#?}",
        made.report
    );
}

#[test]
fn a_sentence_can_close_a_letter() {
    let closing = "Nous restons à votre disposition et vous prions d’agréer, Madame la Maire, l’expression de notre haute \
                   considération.";
    let made = Made::of(
        "letter.txt",
        format!(
            "Pour une rivière ouverte\n\nMadame la Maire,\n\nLa rivière est fermée depuis mai, et nous ne savons pas pourquoi \
             les habitants ne sont pas consultés.\n\n{closing}\n\nAnne Dupont, riveraine\n"
        ),
    );
    assert_eq!(made.front("closing"), format!("closing: \"{closing}\""));
    assert_eq!(made.signatories(), [("Anne Dupont".to_string(), "riveraine".to_string())]);
}

#[test]
fn names_below_headings_are_in_groups() {
    let foot = |foot: &[String]| {
        let text = [
            p("Titel", &t("Keep the river open")),
            p("", &t("Dear Mayor,")),
            p("", &t("The river is closed, and we ask for an answer to all of our letters.")),
            p("", &t("Sincerely,")),
            foot.concat(),
        ];
        Made::of("letter.docx", docx(&text.concat()))
    };
    let strong = |text: &str| p("", &format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>"));
    let made = foot(&[
        p("", &t("Ada Example, Chair")),
        strong("Professors:"),
        p("", &t("Bo Example, Law")),
        p("", &t("Ce Exemple, Arts")),
        p("berschrift1", &t("Organisations in France")),
        p("", &t("Rivière ouverte")),
        p("berschrift1", &t("Appendix")),
        p("", &t("Ada Example")),
    ]);
    let groups: Vec<String> =
        made.table.lines().skip(1).map(|row| row.split(',').nth(9).unwrap().to_string()).collect();
    assert_eq!(made.table.lines().next().unwrap().split(',').nth(9), Some("group"));
    assert_eq!(groups, ["", "Professors", "Professors", "Organisations in France"], "{:#?}", made.report);
    assert!(made.body().ends_with("[signatories]\n\n## Appendix\n\nAda Example"), "{}", made.body());
    assert!(
        made.report.contains(
            &"took: 4 names, “Ada Example” to “Rivière ouverte”, as signatories, in 2 groups: signatories.csv"
                .to_string()
        ),
        "{:#?}",
        made.report
    );
    let stacked =
        foot(&[strong("Ada Example"), p("", &t("Professor of Law")), strong("Bo Example"), p("", &t("Editor"))]);
    assert_eq!(stacked.table.lines().count(), 1, "an office below a name is no name: {:#?}", stacked.report);
    assert!(stacked.report.iter().any(|line| line.contains("what begins with “Ada Example” may be names")));
}

#[test]
fn the_other_keys_are_explained_and_can_be_put_to_use() {
    let made = Made::of("letter.txt", LETTER);
    let used: String = made
        .letter
        .lines()
        .map(|line| match line.strip_prefix('#') {
            // Nobody is in the groups of the example.
            Some(rest) if rest.starts_with("groups:") => String::new(),
            Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => format!("{rest}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    std::fs::write(made.folder().join("letter.md"), used).unwrap();
    crate::check::is_in_order(&open_letter::check::check(&made.folder()));
}

//! Several names in one line, lists of names, and headings above them.

use super::Made;
use super::docx::{docx, p, t};

const TEXT: &str =
    "The river has been closed since May. Nobody was asked, and the people who live there want to know why.";

/// A letter that ends so, as a plain text.
fn txt(foot: &str) -> Made {
    Made::of("letter.txt", format!("Keep the river open\n\nDear Mayor,\n\n{TEXT}\n\nYours sincerely,\n\n{foot}\n"))
}

/// The same as a Word document, with a paragraph for each line.
fn word(foot: &str) -> Made {
    let lines =
        ["Dear Mayor,", TEXT, "Yours sincerely,"].into_iter().chain(foot.lines().filter(|line| !line.is_empty()));
    let line = |line: &str| match line.split_once('\t') {
        Some((one, two)) => p("", &[t(one), "<w:r><w:tab/></w:r>".to_string(), t(two)].concat()),
        None => p("", &t(&line.replace('&', "&amp;").replace('<', "&lt;"))),
    };
    Made::of("letter.docx", docx(&(p("Titel", &t("Keep the river open")) + &lines.map(line).collect::<String>())))
}

#[track_caller]
fn are(made: &Made, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> =
        expected.iter().map(|(name, role)| (name.to_string(), role.to_string())).collect();
    assert_eq!(made.signatories(), expected, "{:#?}", made.report);
    assert!(made.body().starts_with(TEXT) && !made.body().contains("Example"), "{}", made.body());
}

/// Whether nobody was taken, the words are still there, and somebody is asked to look.
#[track_caller]
fn is_asked(made: &Made, words: &str) {
    assert_eq!(made.table.lines().count(), 1, "{}\n{:#?}", made.table, made.report);
    assert!(made.body().contains(words), "{}", made.body());
    assert!(made.report.iter().any(|line| line.contains(" may be names: write them into")), "{:#?}", made.report);
}

#[test]
fn several_names_in_a_line_are_several_people_where_that_is_plain() {
    for line in [
        "Ada Example, Bo Example, Ce Example and Dee Example",
        "Ada Example, Bo Example, Ce Example, and Dee Example",
        "Ada Example, Bo Example, Ce Example, Dee Example",
        "Ada Example, Bo Example, Ce Example und Dee Example",
        "Ada Example, Bo Example, Ce Example et Dee Example",
        "Ada Example, Bo Example, Ce Example y Dee Example",
        "Ada Example; Bo Example; Ce Example; Dee Example",
        "Ada Example • Bo Example • Ce Example • Dee Example",
        "Ada Example · Bo Example · Ce Example · Dee Example",
        "Ada Example / Bo Example / Ce Example / Dee Example",
        "Ada Example – Bo Example – Ce Example – Dee Example",
        "Ada Example & Bo Example\n\nCe Example & Dee Example",
        "Ada Example <a@x.org>, Bo Example <b@x.org>, Ce Example <c@x.org>, Dee Example <d@x.org>",
    ] {
        for made in [txt(line), word(line)] {
            are(&made, &[("Ada Example", ""), ("Bo Example", ""), ("Ce Example", ""), ("Dee Example", "")]);
        }
    }
    are(
        &txt("Prof. Ada Example; Dr. Bo Example, Lund; Ce Example"),
        &[("Prof. Ada Example", ""), ("Dr. Bo Example", "Lund"), ("Ce Example", "")],
    );
    are(
        &txt("Premiers signataires : Ada Example (médecin), Bo Example, Ce Example (juriste, Lyon), …"),
        &[("Ada Example", "médecin"), ("Bo Example", ""), ("Ce Example", "juriste, Lyon")],
    );
    let made = txt("Ada Example, Bo Example, Ce Example and 34 others");
    are(&made, &[("Ada Example", ""), ("Bo Example", ""), ("Ce Example", "")]);
    assert_eq!(made.lost(), ["“34 others” among the names"]);
    let made = txt("Ada Example and 34 others");
    are(&made, &[("Ada Example", "")]);
    assert_eq!(made.lost(), ["“34 others” among the names"]);
}

#[test]
fn one_person_with_commas_stays_one() {
    for (line, name, role) in [
        ("Ada Example, Professor of Law, University of Lund", "Ada Example", "Professor of Law, University of Lund"),
        (
            "Ada Example, Associate Professor, Stockholm University",
            "Ada Example",
            "Associate Professor, Stockholm University",
        ),
        ("Ada Example, Vice President, River Watch, New York", "Ada Example", "Vice President, River Watch, New York"),
        ("Ada Example, Minister of Trade and Industry", "Ada Example", "Minister of Trade and Industry"),
        (
            "Ada Example, Professorin für Recht, Freie Universität",
            "Ada Example",
            "Professorin für Recht, Freie Universität",
        ),
        (
            "Ada Example, Conseillère municipale, Mairie de Lyon",
            "Ada Example",
            "Conseillère municipale, Mairie de Lyon",
        ),
        (
            "Ada Example, Catedrática de Derecho, Universidad Complutense",
            "Ada Example",
            "Catedrática de Derecho, Universidad Complutense",
        ),
        ("Ada Example, PhD, River Trust", "Ada Example, PhD", "River Trust"),
        ("Ada Example; Professor of Law", "Ada Example", "Professor of Law"),
        ("Ada Example - Nurse", "Ada Example", "Nurse"),
        ("Ada Example\tMayor of Lund", "Ada Example", "Mayor of Lund"),
    ] {
        are(&txt(line), &[(name, role)]);
        are(&word(line), &[(name, role)]);
    }
    let made = Made::of(
        "letter.txt",
        "افتحوا النهر\n\nالسيد رئيس البلدية،\n\nالنهر مغلق من شهر مايو، ولا نعرف ما هذا الذي جرى على النهر.\n\nمع خالص التحية،\n\nمريم حداد، أستاذة القانون، جامعة حلب\n",
    );
    assert_eq!(
        made.signatories(),
        [("مريم حداد".to_string(), "أستاذة القانون, جامعة حلب".to_string())],
        "{:#?}",
        made.report
    );
}

#[test]
fn what_only_a_person_can_read_stays_in_the_text() {
    for (foot, words) in [
        ("Ada Example, Bo Example\nCe Example, Dee Example", "Ada Example, Bo Example"),
        ("Ada Example, Deep Sonne", "Ada Example, Deep Sonne"),
        ("Ada Example\tBo Example\nMayor\tNurse", "Ada Example Bo Example"),
        ("Ada and Bo Example", "Ada and Bo Example"),
        ("Ada Example, Nurse, Bo Example, Chair", "Ada Example, Nurse, Bo Example, Chair"),
        ("Ada Example\n\nProfessor of Law\n\nBo Example\n\nNurse", "Professor of Law"),
    ] {
        is_asked(&txt(foot), words);
        is_asked(&word(foot), words);
    }
    let foot = "Mit freundlichen Grüßen\n\nAda Beispiel\nBo Beispiel\n";
    let made = Made::of(
        "letter.md",
        format!("# Der Fluss\n\nSehr geehrte Frau Muster,\n\nder Fluss ist seit Mai zu.\n\n{foot}"),
    );
    is_asked(&made, "Ada Beispiel\\\nBo Beispiel");
}

#[test]
fn names_in_lines_of_markdown_are_lines() {
    let foot = "Yours sincerely,\nAda Example, Chair\nBo Example, Nurse\n";
    let made = Made::of("letter.md", format!("# The river\n\nDear Mayor,\n\n{TEXT}\n\n{foot}"));
    are(&made, &[("Ada Example", "Chair"), ("Bo Example", "Nurse")]);
    let wrapped =
        "# The river\n\nDear Mayor,\n\nWe speak\nwith respect to the river, which is\nclosed. It is not open.\n";
    let made = Made::of("letter.md", wrapped);
    assert_eq!(made.body(), "We speak with respect to the river, which is closed. It is not open.");
}

#[test]
fn a_few_lines_that_are_not_clear_are_taken_among_many_and_told() {
    let made = txt("Ada Example, Chair\n\nBo Example, Nurse\n\nCe Example, Deep Sonne\n\nDee Example");
    are(&made, &[("Ada Example", "Chair"), ("Bo Example", "Nurse"), ("Ce Example", "Deep Sonne"), ("Dee Example", "")]);
    assert!(made.report.contains(&"look at: “Ce Example, Deep Sonne” is one row of signatories.csv: if it names more than one, write a row for each".to_string()), "{:#?}", made.report);
}

#[test]
fn chinese_closings_have_two_parts_and_names_a_sign_of_their_own() {
    for foot in ["此致\n敬礼\n\n王小明、李小红、张三", "此致\n\n敬礼\n\n王小明 李小红 张三"] {
        let made = Made::of(
            "letter.txt",
            format!("公开信\n\n尊敬的部长：\n\n我们请求您重新开放图书馆，因为这座城市的人们需要它。\n\n{foot}\n"),
        );
        assert_eq!(made.front("closing"), "closing: \"此致 敬礼\"");
        let names: Vec<String> = made.signatories().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["王小明", "李小红", "张三"], "{:#?}", made.report);
    }
}

#[test]
fn lists_of_names_are_taken_without_addresses_and_what_was_left_out_is_told() {
    let made = txt(
        "- Ada Example (Lund)\n- Bo Example – Nurse\n- Ce Example <ce@x.org>\n- Dee Example, tel. +46 70 123 45 67\n- 34 others",
    );
    are(&made, &[("Ada Example", "Lund"), ("Bo Example", "Nurse"), ("Ce Example", ""), ("Dee Example", "")]);
    assert_eq!(
        made.lost(),
        [
            "notes beside the names, which are not for readers: ce@x.org, +46 70 123 45 67",
            "“34 others” among the names"
        ]
    );
    let page = format!(
        "<h1>The river</h1><p>Dear Mayor,<p>{TEXT}<p>Sincerely,<ul><li><a href='mailto:a@x.org'>Ada Example</a><li><a href='https://bo.org/'>Bo Example</a></ul>"
    );
    let made = Made::of("letter.html", page);
    are(&made, &[("Ada Example", ""), ("Bo Example", "")]);
    assert_eq!(
        made.lost(),
        ["notes beside the names, which are not for readers: a@x.org", "the links of the names: https://bo.org/"]
    );
}

#[test]
fn lists_and_tables_that_may_have_names_are_told() {
    let made = txt("- Ada Example: I support this!\n- Bo Example, Nurse\n- Ce Example");
    assert!(
        made.report
            .iter()
            .any(|line| line.starts_with("look at: what begins with “Ada Example: I support this! Bo…” may be names")),
        "{:#?}",
        made.report
    );
    let made = txt("Ada Example, Chair\n\nVerein für Flüsse e. V.");
    assert!(
        made.report.iter().any(|line| line.contains("“Verein für Flüsse e. V.” may be more names")),
        "{:#?}",
        made.report
    );
    let made = Made::of("letter.txt", "The river is closed. We ask why.\n\n- Ada Example\n- Bo Example\n");
    assert!(
        made.report.iter().any(|line| line.contains("“Ada Example Bo Example” may be names")),
        "without a closing: {:#?}",
        made.report
    );
    let table = "<table><tr><td>Name<td>Country<tr><td>Ada Example<td>Sweden</table>";
    let borderless = "<table><tr><td>Ada Example<td>Bo Example<tr><td>Mayor<td>Nurse</table>";
    for table in [table, borderless] {
        let made = Made::of("letter.html", format!("<p>{TEXT}<p>Sincerely,{table}"));
        assert!(
            made.report
                .iter()
                .any(|line| line
                    .starts_with("look at: the table after “Sincerely,”, which was left out, may have names")),
            "{:#?}",
            made.report
        );
    }
    let made = Made::of(
        "letter.html",
        format!("<p>{TEXT}<table><tr><td>Project<td>Cost<tr><td>Bridge<td>3</table><p>We ask."),
    );
    assert!(made.report.iter().all(|line| !line.contains("may have names")), "{:#?}", made.report);
}

#[test]
fn headings_with_a_colon_above_names_are_groups() {
    let foot = "Initiators:\n\nAda Example, Chair\n\nBo Example\n\nSupporting organisations:\n\nRiver Trust\n\nSociety of Rowers";
    let pages = foot.split("\n\n").map(|line| ["<p>", line].concat()).collect::<String>();
    let page = format!("<h1>The river</h1><p>Dear Mayor,<p>{TEXT}<p>Yours sincerely,{pages}");
    let together = foot
        .replace(":\n\n", ":\n")
        .replace("Chair\n\nBo", "Chair\nBo")
        .replace("Trust\n\nSoc", "Trust, Lund\nSoc")
        .replace("\nBo Example", "\nBo Example, Nurse")
        .replace("Rowers", "Rowers, Lund");
    for made in [txt(foot), word(foot), Made::of("letter.html", page), txt(&together)] {
        let mut reader = csv::Reader::from_reader(made.table.as_bytes());
        let at = reader.headers().unwrap().iter().position(|heading| heading == "group").unwrap();
        let groups: Vec<String> = reader.records().map(|row| row.unwrap()[at].to_string()).collect();
        assert_eq!(
            groups,
            ["Initiators", "Initiators", "Supporting organisations", "Supporting organisations"],
            "{:#?}",
            made.report
        );
        assert!(made.lost().iter().all(|line| !line.contains("before the names")), "{:#?}", made.report);
    }
    let made = txt("Signatories:\n\nAda Example, Chair\n\nBo Example");
    assert_eq!(made.lost(), ["“Signatories:” before the names"], "a heading of all is no group");
}

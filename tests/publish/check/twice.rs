//! Content that is both in front matter and in the text.

use super::{FRONT, findings, has_findings};
use crate::folder::Folder;

fn letter(lang: &str, date: &str, body: &str) -> Folder {
    let front = FRONT.replace("lang: en", &format!("lang: {lang}")).replace("2023-09-07", date);
    let members = "addressees:\n  - heading: To the attention of\n    members:\n      - Ada Example, Mayor of Springfield\n\
                   salutation: Dear Mayor,\nclosing: Yours sincerely,";
    let table = "name,role\nBo Example,Chair\nCe Exemple,\n";
    Folder::new().letter(&format!("{front}\n{members}"), body).signatories(table)
}

#[test]
fn what_appears_twice_is_reported() {
    let body = "A letter\n\n7 September 2023\n\nTo the Mayor of Springfield, Ada Example\n\n**Dear Mayor,**\n\nThe river is \
                closed.\n\nYours sincerely,\n\nBo Example, Chair\n\nCe Exemple";
    has_findings(
        &letter("en", "2023-09-07", body),
        &[
            "letter.md:14: warning: repeats the title “A letter”, which is shown anyway: leave it out here, it is at the top of the file as title",
            "letter.md:16: warning: repeats the date “2023-09-07”, which is shown anyway: leave it out here, it is at the top of the file as date",
            "letter.md:18: warning: repeats the addressee “Ada Example”, which is shown anyway: leave it out here, it is at the top of the file as addressees",
            "letter.md:20: warning: repeats the salutation “Dear Mayor,”, which is shown anyway: leave it out here, it is at the top of the file as salutation",
            "letter.md:24: warning: repeats the closing “Yours sincerely,”, which is shown anyway: leave it out here, it is at the top of the file as closing",
            "letter.md:26: warning: repeats the signatory “Bo Example, Chair”, who is shown below the letter anyway: leave out here \
             those who are in signatories.csv",
        ],
    );
}

#[test]
fn a_salutation_within_the_first_paragraph_is_reported() {
    let reported =
        findings(&letter("en", "2023-09-07", "Dear Mayor, the river is closed.\n\nYours sincerely, Bo Example"));
    assert_eq!(reported.len(), 2, "{reported:?}");
}

#[test]
fn a_date_is_known_in_the_letter_s_language() {
    for (lang, date) in [
        ("en", "September 7, 2023"),
        ("en", "Springfield, 07.09.2023"),
        ("en", "2023-09-07"),
        ("de", "Berlin, den 7. September 2023"),
        ("fr", "Paris, le 7 septembre 2023"),
        ("ru", "7 сентября 2023 г."),
        ("hy", "7 սեպտեմբերի, 2023"),
        ("pl", "Warszawa, 7 września 2023"),
        ("fa", "۱۶ شهریور ۱۴۰۲"),
        ("ja", "東京、2023年9月7日"),
        ("ko", "서울, 2023년 9월 7일"),
    ] {
        let reported = findings(&letter(lang, "2023-09-07", &format!("{date}\n\nText.")));
        assert!(reported.iter().any(|reported| reported.contains("repeats the date")), "{lang} {date} {reported:?}");
    }
}

#[test]
fn a_text_that_only_names_them_is_left_alone() {
    for body in [
        "Ada Example must act.\n\nText.",
        "On 7 September 2023 the council met, and nobody of us was heard there.\n\nText.",
        "Dear to us is the river.\n\nText.",
        "The river is closed.\n\nBo Example knows.",
        "The river is closed.\n\nYours is the choice.",
        "Text.\n\n- Bo Example asked.\n- Ce Exemple",
    ] {
        assert_eq!(findings(&letter("en", "2023-09-07", body)), Vec::<String>::new(), "{body}");
    }
}

#[test]
fn a_signatory_is_known_with_another_description_than_in_the_table() {
    // The front matter of these letters has 13 lines.
    let above = "The river is closed.\n\n";
    for (foot, line) in [
        ("Bo Example, nurse", 18),
        ("**Bo Example**, nurse\n\nSociety of Rowers", 18),
        ("**Bo Example**, nurse\\\nSociety of Rowers", 18),
        ("Bo Example\nNurse", 18),
        ("Dr. Bo Example (nurse)", 18),
        ("Zoe Other, teacher\n\nBo Example – nurse", 20),
        ("- Zoe Other\n- Bo Example, nurse", 19),
        ("Bo Example, nurse\n\nContact: the rowers, Springfield", 18),
    ] {
        let found = findings(&letter("en", "2023-09-07", &format!("{above}Yours sincerely,\n\n{foot}")));
        assert_eq!(found.len(), 2, "{foot} {found:?}");
        let at = format!("x/letter.md:{line}: warning: repeats the signatory");
        assert!(found[1].starts_with(&at), "{foot} {found:?}");
    }
    for foot in [
        "Signed: Dr. Bo Example, Ce Exemple",
        "Bo Example, nurse",
        "Prof. Bo Example and Ce Exemple",
        "With kind regards,\n\nBo Example, nurse",
        "Mit freundlichen Grüßen\n\nBo Example, Krankenpfleger",
    ] {
        let found = findings(&letter("en", "2023-09-07", &format!("{above}{foot}")));
        assert!(found.len() == 1 && found[0].contains("repeats the signatory"), "{foot} {found:?}");
    }
}

#[test]
fn who_is_not_in_the_table_is_not_repeated() {
    for foot in [
        "Zoe Other, nurse",
        "> We row.\n\nBo Example, nurse",
        "Bo Example, who rows, knows.",
        "Bo Example and others row.",
    ] {
        let body = format!("The river is closed.\n\n{foot}");
        assert_eq!(findings(&letter("en", "2023-09-07", &body)), Vec::<String>::new(), "{foot}");
    }
    let found = findings(&letter("en", "2023-09-07", "The river is closed.\n\nYours sincerely,\n\nZoe Other, nurse"));
    assert!(found.len() == 1 && found[0].contains("repeats the closing"), "{found:?}");
}

#[test]
fn a_date_is_known_in_other_forms() {
    for (lang, date, line) in [
        ("en", "2026-05-03", "May 3rd, 2026"),
        ("en", "2026-05-03", "3rd of May 2026"),
        ("en", "2026-05-03", "Springfield, Sunday, the 3rd of May 2026"),
        ("en", "2026-09-07", "Sept. 7, 2026"),
        ("en", "2026-05-03", "03/05/26"),
        ("ar", "2026-05-03", "٣ أيار ٢٠٢٦"),
        ("ar", "2026-05-03", "٣ مايو ٢٠٢٦"),
        ("ar", "2026-05-03", "بيروت، في ٣ أيار ٢٠٢٦"),
        ("de", "2026-01-03", "Wien, am 3. Jänner 2026"),
        ("el", "2026-05-03", "Αθήνα, 3 Μαΐου 2026"),
        ("es", "2026-05-03", "Madrid, a 3 de mayo de 2026"),
        ("fa", "2026-05-03", "۱۳ اردیبهشت ۱۴۰۵"),
        ("fr", "2026-05-01", "Lyon, le 1er mai 2026"),
        ("fr", "2026-05-01", "Lyon, le vendredi 1er mai 2026"),
        ("he", "2026-05-03", "3 במאי 2026"),
        ("hy", "2026-05-03", "3 մայիսի, 2026 թ."),
        ("it", "2026-05-01", "Roma, 1º maggio 2026"),
        ("ja", "2026-05-03", "令和8年5月3日（日）"),
        ("ja", "2026-05-03", "２０２６年５月３日"),
        ("ko", "2026-05-03", "2026년 5월 3일 일요일"),
        ("nl", "2026-05-03", "Utrecht, 3 mei 2026"),
        ("pl", "2026-05-03", "Warszawa, dnia 3 maja 2026 r."),
        ("pl", "2026-05-03", "3 V 2026"),
        ("pt", "2026-05-03", "Lisboa, 3 de maio de 2026"),
        ("ru", "2026-05-03", "Москва, 3 мая 2026 года"),
        ("tr", "2026-05-03", "Ankara, 3 Mayıs 2026"),
        ("uk", "2026-05-03", "Київ, 3 травня 2026 року"),
        ("zh-Hans", "2026-05-03", "二〇二六年五月三日"),
        ("zh-Hans", "2026-05-13", "2026年5月13日 星期三"),
        ("zh-Hant", "2026-05-23", "中華民國一一五年五月二十三日"),
    ] {
        let found = findings(&letter(lang, date, &format!("{line}\n\nText.")));
        assert!(found.iter().any(|found| found.contains("repeats the date")), "{lang} {line} {found:?}");
    }
    for (lang, line) in [
        ("en", "We met on 3 May 2026."),
        ("en", "On 3 May 2026 the council met"),
        ("en", "May 13th, 2026"),
        ("en", "3 March 2026"),
        ("ja", "令和7年5月3日"),
        ("ja", "2026年5月3日に市長が公園を閉じた。"),
        ("zh-Hans", "二〇二六年五月十三日"),
        ("ar", "٣ آذار ٢٠٢٦"),
    ] {
        let found = findings(&letter(lang, "2026-05-03", &format!("{line}\n\nText.")));
        assert!(!found.iter().any(|found| found.contains("repeats the date")), "{lang} {line} {found:?}");
    }
}

#[test]
fn an_addressee_is_known_with_another_title_or_description() {
    for (addressee, line) in [
        ("Ada Exemple, Maire", "Madame Ada Exemple\nMaire de Lyon"),
        ("Ada Exemple, Maire", "Madame Ada Exemple\\\nMaire de Lyon"),
        ("Ada Exemple, Maire", "Lyon, le 1er mai 2026\\\nMadame Ada Exemple\\\nMaire de Lyon"),
        ("Ana Ejemplo, Alcaldesa", "Dª Ana Ejemplo, Alcaldesa"),
        ("Ana Ejemplo, Alcaldesa", "Excma. Sra. Dña. Ana Ejemplo, Ayuntamiento de Valdesol"),
        ("Ms Orla Tidewell, Chair", "To Mrs Orla Tidewell"),
        ("Jan Voorbeeld, Burgemeester", "Aan de heer Jan Voorbeeld, burgemeester van Utrecht"),
        ("Иван Пример, министр", "Господину Ивану Примеру"),
        ("سامي المثال, رئيس البلدية", "السيد سامي المثال، رئيس بلدية النهر"),
        ("王小明, 教育部長", "致王小明部長"),
        ("王小明, 教育部长", "尊敬的王小明先生"),
        ("山田太郎, 市長", "山田太郎 様"),
        ("김철수, 시장", "김철수 시장님께"),
    ] {
        let front = format!("{FRONT}\naddressees:\n  - \"{addressee}\"");
        let found = findings(&Folder::new().letter(&front, &format!("{line}\n\nThe text is here.")));
        let repeated = found.iter().filter(|found| found.contains("repeats the addressee"));
        assert_eq!(repeated.count(), 1, "{line} {found:?}");
    }
    for line in ["Ada Example must act", "Ada Example must act, now.", "Bo Example, Mayor", "What Ada Example said"] {
        let front = format!("{FRONT}\naddressees:\n  - Ada Example, Mayor");
        let found = findings(&Folder::new().letter(&front, &format!("{line}\n\nThe text is here.")));
        assert!(!found.iter().any(|found| found.contains("repeats")), "{line} {found:?}");
    }
}

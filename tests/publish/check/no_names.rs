//! Texts in the column of names that are none, or more than that.

use super::{FRONT, findings, has_findings};
use crate::folder::Folder;

fn table(names: &[&str], kind: &str) -> Folder {
    let rows: Vec<String> = names.iter().map(|name| format!("\"{}\",{kind}\n", name.replace('"', "\"\""))).collect();
    Folder::new().letter(FRONT, "Text.").signatories(&format!("name,kind\n{}", rows.concat()))
}

/// Asserts the same finding about each of these names.
#[track_caller]
fn each(kind: &str, names: &[&str], message: &str) {
    for name in names {
        let expected = vec![format!("x/signatories.csv:2: {message}")];
        assert_eq!(findings(&table(&[name], kind)), expected, "{name}");
    }
}

#[track_caller]
fn leaves_alone(kind: &str, names: &[&str]) {
    for name in names {
        assert_eq!(findings(&table(&[name], kind)), Vec::<String>::new(), "{name}");
    }
}

const NONE: &str = "warning: name is not a name: write the name, or delete the row";

#[test]
fn the_last_row_of_a_workbook_is_no_name() {
    let sums = [
        "Total",
        "TOTAL:",
        "Total: 34",
        "Grand total",
        "Summe",
        "Gesamt",
        "Somme",
        "Total général",
        "Suma",
        "Totale",
        "Soma",
        "Totaal",
        "Razem",
        "Итого",
        "Всего: 12",
        "Усього",
        "Toplam",
        "Σύνολο",
        "Ընդամենը",
        "المجموع",
        "جمع کل",
        "סה״כ",
        "合计",
        "總計",
        "合計",
        "합계",
    ];
    each("", &sums, NONE);
    each("person", &sums, NONE);
    leaves_alone("organisation", &["Total", "Totaal"]);
    leaves_alone("person", &["Total Khalid", "Sum Li", "Maria Summer"]);
}

#[test]
fn numbers_answers_and_pronouns_are_no_names() {
    each("", &["12345", "350"], "warning: name has no letter: write the name, or delete the row");
    let answers = [
        "yes",
        "No",
        "Yes!",
        "true",
        "Ja",
        "nein",
        "oui",
        "non",
        "sí",
        "não",
        "да",
        "нет",
        "так",
        "ні",
        "evet",
        "hayır",
        "نعم",
        "לא",
        "այո",
        "ναι",
        "はい",
        "いいえ",
        "아니요",
        "بله",
        "I agree",
        "je suis d'accord",
        "Einverstanden",
        "согласна",
    ];
    each("", &answers, NONE);
    let pronouns =
        ["me", "Myself", "ich", "moi", "c’est moi", "я", "أنا", "אני", "我", "本人", "私", "나", "ik", "εγώ"];
    each("", &pronouns, NONE);
    leaves_alone(
        "person",
        &["Me Li", "Ja Rule", "No Hae-jin", "Da Silva", "Ben", "Vero", "Tak", "Yo Yo Ma", "Ano Jürgens"],
    );
}

#[test]
fn a_sentence_in_place_of_a_name_is_reported_in_every_language() {
    let sentences = [
        "I support this",
        "I fully support this letter!!!",
        "Count me in",
        "Ich unterstütze das",
        "Ich bin dafür!",
        "Je soutiens cette lettre",
        "Je suis d’accord avec vous",
        "Apoyo esta carta",
        "Estoy de acuerdo",
        "Sostengo la lettera",
        "Sono d’accordo",
        "Apoio esta carta",
        "Estou de acordo",
        "Destekliyorum",
        "Я поддерживаю письмо",
        "Поддерживаю",
        "Я підтримую",
        "أنا أؤيد هذه الرسالة",
        "أدعم هذا",
        "אני תומכת במכתב",
        "Աջակցում եմ",
        "Ik steun dit",
        "Popieram ten list",
        "Υποστηρίζω την επιστολή",
        "حمایت می‌کنم",
        "我支持这封信",
        "支持",
        "賛同します",
        "지지합니다",
        "Thank you",
        "Merci",
        "谢谢",
    ];
    each("", &sentences, NONE);
    leaves_alone(
        "organisation",
        &["I Stand With the River", "We Support This River", "Stop the Works", "Thank You Nurses"],
    );
    leaves_alone("", &["We Support Libraries", "Stop the Works", "Solidarity", "Friends of the River"]);
    leaves_alone(
        "person",
        &[
            "Mary I. Support",
            "Im A-ra",
            "Ich Tschaikowsky",
            "Bravo Murillo",
            "Ana Quero",
            "Add Meyer",
            "Merci Dubois",
            "I Wan",
        ],
    );
}

#[test]
fn a_sentence_behind_a_name_is_told_from_it() {
    for (name, own, said) in [
        ("Bo Example - I fully support this letter!!!", "Bo Example", "I fully support this letter"),
        ("Bo Example, I agree", "Bo Example", "I agree"),
        ("Bo Example (ich bin dafür)", "Bo Example", "ich bin dafür"),
        ("Bo Exemple – je soutiens cette lettre", "Bo Exemple", "je soutiens cette lettre"),
        ("Бо Пример, я поддерживаю", "Бо Пример", "я поддерживаю"),
        ("王小明，我支持", "王小明", "我支持"),
    ] {
        let message = format!("has more than a name, “{said}”: write {own}, and the rest into the column comment");
        each("", &[name], &format!("warning: name {message}"));
        each("person", &[name], &format!("warning: name {message}"));
    }
    each("", &["Bo Example!!"], "warning: name ends with !: leave it out");
    leaves_alone("", &["Yahoo!", "Jean-Paul Exemple", "Bo Example (nurse)", "Bo Example, Jr."]);
}

#[test]
fn a_life_is_more_than_a_name_whether_its_kind_is_known_or_not() {
    let lives = [
        "Bo Example, nurse in Springfield for thirty years and mother of three, who has rowed on the river since her childhood",
        "Bo Example has been a nurse in Springfield for thirty years and is a mother of three who rows on the river every day",
        "Bo Beispiel, seit dreißig Jahren Krankenschwester in Springfeld, arbeitet heute für den Verein und lebt am Fluss",
        "Bo Exemple est infirmière à Printemps depuis trente ans, elle vit au bord de la rivière avec ses trois enfants",
        "Бо Пример живет в Весеннем тридцать лет и работает медсестрой в городской больнице, мать троих детей, гребет",
    ];
    for kind in ["", "person"] {
        for life in lives {
            let rest = "more than a name: write the rest into the columns role, organisation or note";
            let length = life.chars().count();
            each(kind, &[life], &format!("warning: name has {length} characters and {rest}"));
        }
    }
    leaves_alone(
        "",
        &[
            "National Network of Women’s Organisations for the Environment, Health and Development in the South",
            "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families",
            "Bundesverband der Vertriebenen und Flüchtlinge aus den Gebieten östlich der großen Flüsse des Landes e. V.",
        ],
    );
}

#[test]
fn what_a_program_wrote_in_place_of_a_character_is_reported() {
    for (name, code, meant) in [
        (r"Ben X\'Y", r"\'", "Ben X'Y"),
        (r"Ada \'Bo\' O\'Brien", r"\'", "Ada 'Bo' O'Brien"),
        (r#"Ada \"Bo\" Example"#, r#"\""#, r#"Ada "Bo" Example"#),
        (r"Jos\u00e9 Li", r"\u00e9", "José Li"),
        ("Bo%20Example", "%20", "Bo Example"),
        ("Ren%C3%A9e Li", "%C3", "Renée Li"),
        ("Ren=C3=A9e Li", "=C3", "Renée Li"),
        ("O''Brien", "''", "O'Brien"),
        (r"Bo\nExample", r"\n", "Bo Example"),
        (r"Bo\r\nExample", r"\r\n", "Bo Example"),
    ] {
        each("", &[name], &format!("warning: name shows {code}, which a program put there: write {meant}"));
    }
    leaves_alone(
        "organisation",
        &["50%50 Club", "1% for the River", "100 % Wasser", r"A\B Club", "A=B", "Rock'n'Roll", "''Bo"],
    );
    let folder = Folder::new().letter(FRONT, "Text.").signatories("name,role\nAda,Nurse\\'s aide\n");
    has_findings(
        &folder,
        &["signatories.csv:2: warning: role shows \\', which a program put there: write Nurse's aide"],
    );
}

#[test]
fn what_may_be_an_e_mail_address_is_a_hint() {
    for (name, shown) in [
        ("qq-at-example.org", "qq-at-example.org"),
        ("Kim kim_at_example.org", "kim_at_example.org"),
        ("Kim kim#example.org", "kim#example.org"),
        ("Kim kim@gmail", "kim@gmail"),
        ("Kim kim@gmail,com", "kim@gmail,com"),
        ("Kim kim.gmail.com", "kim.gmail.com"),
        ("Kim kimli.web.de", "kimli.web.de"),
    ] {
        for kind in ["", "person"] {
            let message = "which may be an e-mail address that everybody could read: leave it out";
            each(kind, &[name], &format!("hint: name has {shown}, {message}"));
        }
    }
    leaves_alone("", &["Women@Work", "Nurse at St.Mary", "Olive.com", "greenweb.de", "Paolo Li", "C# Club", "@kim"]);
}

#[test]
fn a_table_with_the_surnames_first_is_one_hint() {
    let inverted = "hint: name is Example, Ada, with the surname first, as are 2 more: write Ada Example, for readers see names as \
                    they are in the table";
    has_findings(
        &table(&["Example, Ada", "Sample, Bo", "van Trial, Ce"], ""),
        &[&format!("signatories.csv:2: {inverted}")],
    );
    for names in [
        ["Ada Example, Nurse", "Bo Sample, Chair", "Ce Trial, Doctor"],
        ["Example, Ada", "Bo Sample", "Ce Trial"],
        ["Ada Example, PhD", "Sample, Jr.", "Trial, MD"],
        ["Example, nurse", "Sample, chair", "Trial, doctor"],
    ] {
        assert_eq!(findings(&table(&names, "")), Vec::<String>::new(), "{names:?}");
    }
}

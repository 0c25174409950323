//! The language of the letter: its code, and the letters of the text.

use super::{FRONT, check_document, findings, has_findings, text};
use crate::folder::Folder;

#[test]
fn the_name_of_a_language_is_no_code() {
    has_findings(
        &text("English", "Text."),
        &["letter.md:2: warning: lang is “English”, which is not a language code: write one such as en, fr or pt-BR"],
    );
    for lang in ["en", "pt-BR", "gsw", "zh-Hant-TW"] {
        has_findings(&text(lang, "Text."), &[]);
    }
}

/// A sentence in each language of the interface, and the codes that a text in it should have.
const TEXTS: [(&str, &str); 20] = [
    ("ar", "نحن المعلمين نطلب أن تبقى المكتبة مفتوحة للجميع"),
    ("de", "Wir bitten darum, dass die Bibliothek offen bleibt"),
    ("el", "Ζητάμε να μείνει ανοιχτή η βιβλιοθήκη για όλους"),
    ("en", "We ask the city to keep the library open for all"),
    ("es", "Pedimos que la biblioteca siga abierta para todos"),
    ("fa", "ما خواهان باز ماندن کتابخانه برای همه هستیم"),
    ("fr", "Nous demandons que la bibliothèque reste ouverte"),
    ("he", "אנחנו מבקשים שהספרייה תישאר פתוחה לכולם"),
    ("hy", "Խնդրում ենք, որ գրադարանը բաց մնա բոլորի համար"),
    ("it", "Chiediamo che la biblioteca resti aperta a tutti"),
    ("ja", "図書館を開いたままにしてください。説明会を開催せよ。"),
    ("ko", "우리는 도서관이 모두에게 열려 있기를 바랍니다"),
    ("nl", "Wij vragen dat de bibliotheek open blijft voor allen"),
    ("pl", "Prosimy, aby biblioteka pozostała otwarta dla nas"),
    ("pt", "Pedimos que a biblioteca continue aberta para todos"),
    ("ru", "Мы просим оставить библиотеку открытой для всех"),
    ("tr", "Kütüphanenin herkese açık kalmasını istiyoruz"),
    ("uk", "Ми просимо залишити бібліотеку відкритою для всіх"),
    ("zh-Hans", "我们要求保留图书馆，这个计划没有问过我们的意见。"),
    ("zh-Hant", "我們要求保留圖書館，這個計畫沒有問過我們的意見。"),
];

/// Languages that have the same letters.
fn letters(lang: &str) -> &str {
    match lang {
        "ar" | "fa" => "Arabic",
        "ru" | "uk" => "Cyrillic",
        "el" | "he" | "hy" | "ja" | "ko" | "zh-Hans" | "zh-Hant" => lang,
        _ => "Latin",
    }
}

#[test]
fn a_text_in_other_letters_than_its_language_is_reported_once() {
    for (written, body) in TEXTS {
        for (lang, _) in TEXTS {
            let found = findings(&text(lang, body));
            let expected = usize::from(letters(written) != letters(lang));
            assert_eq!(found.len(), expected, "{lang} {body} {found:?}");
            assert!(found.iter().all(|finding| finding.starts_with("x/letter.md:2: warning: lang is ")), "{found:?}");
        }
    }
}

#[test]
fn the_remedy_names_the_language_of_the_text() {
    let remedy = "write the code of its language, such as";
    for (lang, written, said) in [
        ("en", "ar", "in Arabic letters: write the code of its language, such as ar or fa"),
        ("en", "ja", "in Japanese characters: write the code of its language, such as ja"),
        ("zh-Hans", "ja", "in Japanese characters: write the code of its language, such as ja"),
        ("zh-Hans", "zh-Hant", "in traditional characters: write the code of its language, such as zh-Hant"),
        ("zh", "zh-Hant", "in traditional characters: write the code of its language, such as zh-Hant"),
        ("zh-TW", "zh-Hans", "in simplified characters: write the code of its language, such as zh-Hans"),
        ("ja", "zh-Hant", "in Chinese characters: write the code of its language, such as zh-Hant"),
        ("en", "ko", "in Korean letters: write the code of its language, such as ko"),
        ("en", "el", "in Greek letters: write the code of its language, such as el"),
        ("en", "he", "in Hebrew letters: write the code of its language, such as he"),
        ("en", "hy", "in Armenian letters: write the code of its language, such as hy"),
        ("hy", "en", "in Latin letters: write the code of its language, such as en or fr"),
        ("en", "ru", "in Cyrillic letters: write the code of its language, such as ru or uk"),
    ] {
        assert!(said.contains(remedy));
        let (_, body) = TEXTS.iter().find(|(known, _)| *known == written).unwrap();
        has_findings(&text(lang, body), &[&format!("letter.md:2: warning: lang is “{lang}”, and the text is {said}")]);
    }
}

#[test]
fn a_language_that_fits_its_text_is_left_alone() {
    for (lang, body) in [
        ("en", "公開信"),
        ("zh-TW", "我們要求保留圖書館，這個計畫沒有問過我們的意見。"),
        ("zh-HK", "我們要求保留圖書館，這個計畫沒有問過我們的意見。"),
        ("zh-CN", "我们要求保留图书馆，这个计划没有问过我们的意见。"),
        ("zh-Hans", "《となりのトトロ》是一部电影，我们要求市政府在图书馆里重新放映这部电影，没有问题。"),
        ("sr", "Tražimo da biblioteka ostane otvorena za sve"),
        ("sr", "Тражимо да библиотека остане отворена за све"),
        ("kk", "Кітапхана ашық болсын деп сұраймыз"),
        ("ru-Latn", "My prosim ostavit biblioteku otkrytoy dlya vsekh"),
        ("ko", "우리는 도서관을 원한다. 圖書館開放要求"),
        ("hy", "Խնդրում ենք, որ գրադարանը բաց մնա։\n\nWe ask for the library to stay open."),
        ("en", "We write to Նարե Թթենյան and 王小明 about the library."),
        ("ka", "ჩვენ ვითხოვთ, რომ ბიბლიოთეკა ღია დარჩეს"),
        ("tlh", "We ask the city to keep the library open"),
    ] {
        let found = findings(&text(lang, body));
        assert!(!found.iter().any(|finding| finding.contains("lang is")), "{lang} {found:?}");
    }
}

#[test]
fn a_translation_in_other_letters_is_named_by_its_file() {
    let (_, hebrew) = TEXTS[7];
    let folder = |body: &str| {
        let front = "---\ntitle: Une lettre\nsummary: Sommaire.\n---\n";
        Folder::new().letter(FRONT, "We ask.").file("letter.fr.md", format!("{front}{body}\n"))
    };
    let found = findings(&folder(hebrew));
    let said = "lang is “fr”, and the text is in Hebrew letters: name the file by its language, such as he";
    assert!(found.iter().filter(|finding| finding.ends_with(said)).count() == 1, "{found:?}");
}

#[test]
fn a_translation_that_is_still_in_the_first_language_is_not_reported_twice() {
    let body = "We ask the city to keep the library open for all, today and tomorrow.";
    let folder = Folder::new().letter(FRONT, body);
    let folder = folder.file("letter.ar.md", format!("---\ntitle: رسالة مفتوحة\nsummary: ملخص.\n---\n{body}\n"));
    let found = findings(&folder);
    assert!(found.len() == 1 && !found[0].contains("lang is"), "{found:?}");
}

#[test]
fn a_document_is_checked_too() {
    let letter = r#"{"version": 1, "lang": "en", "title": "A letter", "body": ["אנחנו מבקשים שהספרייה תישאר פתוחה"]}"#;
    let (found, _) = check_document(letter);
    assert!(found.len() == 1 && found[0].contains("lang is “en”, and the text is in Hebrew letters"), "{found:?}");
}

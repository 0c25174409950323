//! The language of a text.

use super::Made;

#[test]
fn the_script_shows_the_language() {
    for (lang, text) in [
        ("ja", "公開書簡\n\n私達は図書館閉鎖計画の撤回を要求する。住民説明会を開催せよ。"),
        ("ko", "공개 서한\n\n우리는 도서관을 다시 열 것을 요구한다."),
        ("el", "Ανοιχτή επιστολή\n\nΖητούμε να ανοίξει ξανά το ποτάμι."),
        ("he", "מכתב גלוי\n\nפתחו את הנחל."),
        ("hy", "Բաց նամակ\n\nԲացեք գետը։"),
        ("zh-Hans", "公开信\n\n我们请求您重新开放图书馆。"),
        ("zh-Hant", "公開信\n\n我們請求您重新開放圖書館。"),
        (
            "nl",
            "Open brief\n\nWij vragen dat de gemeente de rivier weer opent, want het is voor ons van belang. We willen een antwoord.",
        ),
        (
            "es",
            "Carta abierta\n\nEl río está cerrado desde mayo y no sabemos por qué los vecinos de la ciudad no son escuchados.",
        ),
        (
            "ca",
            "Carta oberta\n\nEl riu és tancat i els veïns no són escoltats per la ciutat. És una decisió que no és per als veïns.",
        ),
    ] {
        let made = Made::of("letter.txt", text);
        assert_eq!(made.front("lang"), format!("lang: {lang}"), "{:#?}", made.report);
        assert!(
            made.report.iter().any(|line| line.starts_with(&format!("took: {lang} as the language"))),
            "{:#?}",
            made.report
        );
    }
}

#[test]
fn a_language_that_is_only_likely_is_told() {
    for (lang, text) in [
        ("ar", "رسالة مفتوحة إلى وزير التربية\n\nافتحوا النهر"),
        (
            "fa",
            "نامه سرگشاده\n\nما از شما می‌خواهیم که رودخانه را باز کنید و به مردم گوش دهید. من این را گفتم و ما گفتیم.",
        ),
        ("ur", "کھلا خط\n\nہم چاہتے ہیں کہ دریا کو دوبارہ کھولا جائے اور لوگوں کی بات سنی جائے۔"),
        (
            "bg",
            "Отворено писмо\n\nНие искаме реката да се отвори отново и в града да се чува гласът на хората. Това не е честно, и съвсем не е за тези, които живеят там.",
        ),
        ("sr", "Отворено писмо\n\nМи тражимо да се река поново отвори и да људи буду саслушани у граду."),
        ("hi", "खुला पत्र\n\nहम चाहते हैं कि नदी फिर से खोली जाए।"),
        ("en", "Opin bréf\n\nVið biðjum ykkur."),
    ] {
        let made = Made::of("letter.txt", text);
        assert_eq!(made.front("lang"), format!("lang: {lang}"), "{:#?}", made.report);
        let told = format!("look at: the language, {lang}, which the words of the text don't show");
        assert!(made.report.iter().any(|line| line.starts_with(&told)), "{:#?}", made.report);
    }
}

#[test]
fn what_the_file_names_counts_if_it_fits_the_script() {
    for (named, text, lang) in [
        ("en-US", "우리는 도서관을 다시 열 것을 요구한다.", "ko"),
        ("ja-JP", "私達は図書館閉鎖計画の撤回を要求する。", "ja-JP"),
        ("zh-TW", "我們請求您重新開放圖書館。", "zh-TW"),
        ("zh-CN", "我們請求您重新開放圖書館。", "zh-Hant"),
        ("zh", "我们请求您重新开放图书馆。", "zh-Hans"),
        ("fa", "ما از شما می‌خواهیم که رودخانه را باز کنید.", "fa"),
        ("fr-CA", "Ouvrez la rivière.", "fr-CA"),
        ("en", "Ουδείς ρωτήθηκε.", "el"),
    ] {
        let made = Made::of("letter.html", format!("<html lang={named}><body><p>{text}"));
        assert_eq!(made.front("lang"), format!("lang: {lang}"), "{named} {:#?}", made.report);
    }
}

#[test]
fn a_title_in_chinese_is_no_salutation() {
    let text = "致教育部長公開信\n\n敬愛的部長：\n\n我們請求您重新開放圖書館，因為這座城市的人們需要它。\n\n此致\n敬禮\n\n王小明\n";
    let made = Made::of("letter.txt", text);
    assert_eq!(made.front("title"), "title: \"致教育部長公開信\"");
    assert_eq!(made.front("salutation"), "salutation: \"敬愛的部長：\"");
    assert_eq!(made.front("closing"), "closing: \"此致 敬禮\"");
}

//! Languages of the letter, of the interface and of the reader.

use crate::answer::Answer;
use crate::origins::{Files, has_end};
use crate::page::{COUNT, Page, SMALL};
use crate::{published, site};
use open_letter::language::Language;
use open_letter::model::{Json, LanguageTag, Letter};
use open_letter::view::first_view;
use serde_json::{Value, json};

const FRENCH: &str = "/letters/small.fr.json";

/// The path of the file with the interface's texts in that language.
fn texts(lang: &str) -> String {
    let start = format!("open-letter-{lang}-");
    let entries = std::fs::read_dir(site::folder()).unwrap().flatten();
    let mut names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    format!("/{}", names.find(|name| name.starts_with(&start) && has_end(name, "json")).expect("the site is built"))
}

/// The number of requests for files of texts.
fn asked(page: &Page) -> usize {
    page.files.requests().iter().filter(|request| is_of_texts(&request.path)).count()
}

fn is_of_texts(path: &str) -> bool {
    path.starts_with("/open-letter-") && has_end(path, "json")
}

fn element(letter: &str, attributes: &str) -> String {
    format!("<open-letter src=\"{{files}}{letter}\" {attributes}></open-letter>")
}

/// Sets the languages of the browser's reader, who otherwise reads English.
fn reader(langs: &[&str]) -> String {
    format!("<script>Object.defineProperty(navigator, 'languages', {{ value: {} }})</script>", json!(langs))
}

/// Opens a page, and sets these languages of the reader before the widget runs.
async fn open_for(page: &Page, langs: &[&str], body: &str) {
    let script = "<script async src=\"{files}/open-letter.js\"></script>";
    page.open_bare(&[&reader(langs), script, body].concat()).await;
}

/// The letter in another language, which its siblings don't list.
fn letter_in(lang: &str) -> Value {
    let mut letter: Value = serde_json::from_str(&Files::text(SMALL)).unwrap();
    letter["lang"] = lang.into();
    letter["sign"]["label"] = Value::Null;
    letter["translations"] = Value::Null;
    letter
}

async fn share_button(page: &Page) -> String {
    page.get("text(part('share')?.querySelector('button'))").await.as_str().unwrap_or_default().to_string()
}

pub async fn a_letter_brings_its_interface_along_with_the_engine(page: Page) {
    let french = texts("fr");
    let gates = [page.files.hold(SMALL), page.files.hold(FRENCH)];
    page.open_body(&format!("<div lang=\"fr-CA\">{}</div>", element(SMALL, ""))).await;
    page.until_served("the texts are asked for while the letter is not there", |files| {
        files.count(&french) == 1 && files.count(SMALL) == 1
    })
    .await;
    gates.into_iter().for_each(crate::answer::Gate::open);
    page.until_ready(1).await;
    assert_eq!(share_button(&page).await, "Partager");
    assert_eq!(page.text("count").await, "3 signatures");
    assert!(page.is("!part('share').querySelector('[lang]')").await, "no other language is in it");
    page.quiet().await;
    assert_eq!(asked(&page), 1);
}

/// The glue, which is small, asks for the texts: they come while the module does.
pub async fn they_come_while_the_module_does(page: Page) {
    let module = crate::first_view::module();
    let gate = page.files.hold(&module);
    page.open_body(&element(SMALL, "lang=\"hy\"")).await;
    let armenian = texts("hy");
    page.until_served("letter, module and texts are asked for together", |files| {
        [SMALL, &armenian, &module].iter().all(|path| files.count(path) == 1)
    })
    .await;
    gate.open();
    page.until_ready(1).await;
    assert_eq!(share_button(&page).await, "Share", "there is no Armenian text, so the letter is English");
}

pub async fn many_elements_ask_once(page: Page) {
    let french: String = (0..20).map(|_| element(SMALL, "lang=\"fr\"")).collect();
    page.open_body(&[french, element(SMALL, "lang=\"fr-CH\" show=\"title share\"")].concat()).await;
    page.until_ready(21).await;
    page.until("parts('share', 20)[0]?.textContent.includes('Partager')").await;
    page.run("document.body.insertAdjacentHTML('beforeend', letter().outerHTML)").await;
    page.until_ready(22).await;
    assert_eq!(page.get("text(part('share', 21).querySelector('button'))").await, "Partager");
    assert_eq!(asked(&page), 1);
}

pub async fn without_its_file_the_interface_is_english_and_nothing_is_reported(page: Page) {
    let french = texts("fr");
    page.files.answer(&french, Answer::status(404));
    page.open_body(&[element(SMALL, "lang=\"fr\""), element(SMALL, "lang=\"fr\"")].concat()).await;
    page.until_ready(2).await;
    assert_eq!(page.text("title").await, "Une courte lettre");
    assert_eq!(share_button(&page).await, "Share");
    let marks = "(button => [button.lang, button.dir])(part('share').querySelector('button'))";
    assert_eq!(page.get(marks).await, json!(["en", "ltr"]));
    page.run("letter().setAttribute('show', 'title share')").await;
    page.until("!part('body')").await;
    page.quiet().await;
    assert_eq!(page.files.count(&french), 1, "it is not asked for again");
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
    assert_eq!(page.events("error").await.len(), 0);
}

pub async fn a_letter_does_not_wait_long_for_its_texts(page: Page) {
    let gate = page.files.hold(&texts("fr"));
    page.open_body(&element(SMALL, "lang=\"fr\"")).await;
    page.until_ready(1).await;
    assert_eq!(share_button(&page).await, "Share");
    gate.open();
}

pub async fn the_name_of_the_letters_file_gives_its_language(page: Page) {
    let armenian = texts("hy");
    page.files.answer("/letters/x.hy.json", Answer::json(&letter_in("hy")));
    page.open_body(&element("/letters/x.hy.json", "")).await;
    page.until_ready(1).await;
    assert_eq!(share_button(&page).await, "Կիսվել");
    assert_eq!(page.get("text(part('sign'))").await, "Ստորագրել նամակը");
    assert_eq!((asked(&page), page.files.count(&armenian)), (1, 1));
}

/// Chromium has no data for dates in Armenian, nor for the language's name.
pub async fn armenian_days_are_written_out_in_every_browser(page: Page) {
    let mut letter = letter_in("hy");
    letter["date"] = "2023-09-07".into();
    letter["translations"] = json!([{ "lang": "hy", "src": "x.hy.json" }, { "lang": "en", "src": "small.json" }]);
    page.files.answer("/letters/x.hy.json", Answer::json(&letter));
    open_for(&page, &["en"], &element("/letters/x.hy.json", "lang=\"hy\"")).await;
    page.until_ready(1).await;
    assert_eq!(page.text("date").await, "07 սեպտեմբերի, 2023 թ.");
    let theirs = "Intl.DateTimeFormat.supportedLocalesOf('hy').length
        ? new Intl.DateTimeFormat('hy', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, 8, 7))
        : text(part('date'))";
    assert_eq!(page.get(theirs).await, "07 սեպտեմբերի, 2023 թ.", "as the browser would write it");
    let offered = format!("{CHOICES}.map(choice => text(choice))");
    assert_eq!(page.get(&offered).await, json!(["English", "հայերեն"]));
}

pub async fn what_nothing_announces_is_asked_for_when_the_letter_is_there(page: Page) {
    page.files.answer("/letters/x.json", Answer::json(&letter_in("hy")));
    page.open_body(&element("/letters/x.json", "")).await;
    page.until_ready(1).await;
    assert_eq!(share_button(&page).await, "Կիսվել");
    assert_eq!(asked(&page), 1);
}

pub async fn the_first_view_announces_it(page: Page) {
    let letter = letter_in("fr");
    let json = Json::parse(&letter.to_string()).unwrap();
    let view = first_view(&Letter::read(&json, &|reference| Some(reference.to_string())).unwrap().letter);
    let view = json!({ "view": 1, "lang": "fr", "languages": [], "tree": view });
    page.files.answer("/letters/x.view.json", Answer::json(&view));
    page.files.answer("/letters/x.json", Answer::json(&letter));
    let gate = page.files.hold(&crate::first_view::module());
    page.open_body(&element("/letters/x.json", "")).await;
    page.until("text(part('share')?.querySelector('button')) === 'Partager'").await;
    let french = texts("fr");
    page.until_served("the texts are asked for while the module is not there", |files| files.count(&french) == 1).await;
    gate.open();
    page.until_ready(1).await;
    assert_eq!(share_button(&page).await, "Partager");
}

pub async fn an_element_asks_for_two_files_at_most(page: Page) {
    page.files.answer("/letters/x.hy.json", Answer::json(&letter_in("hy")));
    open_for(&page, &["de-AT", "en"], &element("/letters/x.hy.json", "lang=\"fr\"")).await;
    page.until_ready(1).await;
    assert_eq!(share_button(&page).await, "Կիսվել");
    assert_eq!((asked(&page), page.files.count(&texts("de"))), (2, 0));
}

pub async fn notices_are_in_the_readers_language(page: Page) {
    open_for(&page, &["ka", "ar-LB", "fr"], &element("/letters/none.json", "")).await;
    assert_eq!(page.error().await["code"], "status");
    let notice = "(notice => [notice.lang, notice.dir, text(notice.querySelector('button'))])(part('notice'))";
    assert_eq!(page.get(notice).await, json!(["ar", "rtl", "إعادة المحاولة"]));
    open_for(&page, &["fr"], "<open-letter></open-letter>").await;
    assert_eq!(page.error().await["code"], "no-src");
    assert_eq!(page.get(notice).await, json!(["fr", "ltr", null]));
}

pub async fn without_an_engine_the_notice_is_in_the_readers_language_too(page: Page) {
    let broken = "<script>delete window.WebAssembly</script>";
    open_for(&page, &["ru"], &[broken, &element(SMALL, "")].concat()).await;
    assert_eq!(page.error().await["code"], "engine");
    let notice = "(notice => [notice.lang, text(notice.querySelector('p'))])(part('notice'))";
    assert_eq!(page.get(notice).await, json!(["ru", "Письмо невозможно показать здесь."]));
}

pub async fn traditional_chinese_is_not_read_as_simplified(page: Page) {
    page.files.answer("/letters/x.zh-Hant.json", Answer::json(&letter_in("zh-Hant")));
    page.files.answer("/letters/x.zh-CN.json", Answer::json(&letter_in("zh-CN")));
    page.open_body(&[element("/letters/x.zh-Hant.json", ""), element("/letters/x.zh-CN.json", "")].concat()).await;
    page.until_ready(2).await;
    let shares = "[0, 1].map(index => text(part('share', index).querySelector('button')))";
    assert_eq!(page.get(shares).await, json!(["Share", "分享"]));
}

pub async fn the_pinned_script_takes_texts_of_exactly_its_bytes(page: Page) {
    let pinned = format!("/open-letter-{}.js", env!("CARGO_PKG_VERSION"));
    let body = format!("<script async src=\"{{files}}{pinned}\"></script>{}", element(SMALL, "lang=\"fr\""));
    page.open_bare(&body).await;
    page.until_ready(1).await;
    assert_eq!(share_button(&page).await, "Partager");
    page.files.change(&texts("fr"), |bytes| bytes.push(b' '));
    page.open_bare(&body).await;
    page.until_ready(1).await;
    assert_eq!(share_button(&page).await, "Share");
}

/// The languages of a letter with translations, with the files and titles.
const THREE: [(&str, &str, &str); 3] = [
    ("en", "three.json", "A short letter"),
    ("fr", "three.fr.json", "Une courte lettre"),
    ("ar", "three.ar.json", "رسالة قصيرة"),
];

/// The letter in one of them, at its own address.
fn one_of_three(lang: &str) -> Answer {
    let translation = |(lang, src, title): (&str, &str, &str)| json!({ "lang": lang, "title": title, "src": src });
    let mut letter = letter_in(lang);
    letter["title"] = THREE.into_iter().find(|(of, ..)| *of == lang).unwrap().2.into();
    letter["url"] = format!("https://letters.example/{lang}/").into();
    letter["translations"] = THREE.map(translation).to_vec().into();
    Answer::json(&letter)
}

fn in_three_languages(page: &Page) {
    for (lang, file, _) in THREE {
        page.files.answer(&format!("/letters/{file}"), one_of_three(lang));
    }
}

/// The switcher's buttons.
const CHOICES: &str = "[...part('languages').children]";

pub async fn another_language_changes_the_text_and_neither_count_nor_roll(page: Page) {
    in_three_languages(&page);
    let document = json!({ "count": 5, "updated": "2026-11-23T12:00:00Z", "goal": 10,
        "latest": [{ "id": "9", "name": "Nairi" }] });
    page.files.answer(COUNT, Answer::json(&document));
    open_for(&page, &["en"], &element("/letters/three.json", "")).await;
    page.until("letter().count === 5").await;
    page.until("parts('signatory').length === 4").await;
    let arabic = texts("ar");
    let (held, gate) = one_of_three("ar").gated();
    page.files.answer("/letters/three.ar.json", held);
    page.run(&format!("{CHOICES}.find(choice => choice.lang === 'ar').focus()")).await;
    page.run("root().activeElement.click()").await;
    page.until_served("the interface's texts are asked for with the letter", |files| files.count(&arabic) == 1).await;
    gate.open();
    page.until("part('letter').dir === 'rtl'").await;
    assert_eq!(page.text("title").await, "رسالة قصيرة");
    assert_eq!(page.get("[part('letter').lang, letter().letter.lang]").await, json!(["ar", "ar"]));
    assert_eq!(share_button(&page).await, "مشاركة");
    assert_eq!(page.get("root().activeElement?.lang").await, "ar", "the focus stays on the language");
    assert!(page.is(&format!("{CHOICES}.find(choice => choice.lang === 'ar').ariaCurrent === 'true'")).await);
    assert_eq!(page.number("letter().count").await, 5);
    page.until("parts('signatory').length === 4").await;
    page.quiet().await;
    let counts: Vec<Value> = page.events("count").await.iter().map(|event| event["detail"]["count"].clone()).collect();
    assert_eq!(counts.last(), Some(&json!(5)));
    assert!(!counts[1..].contains(&json!(3)), "the count went back: {counts:?}");
    assert_eq!(page.files.count(&arabic), 1);
}

pub async fn the_address_that_is_shared_is_the_translations_own(page: Page) {
    in_three_languages(&page);
    let stub =
        "<script>Object.defineProperty(navigator, 'share', { value: async data => { window.shared = data } })</script>";
    open_for(&page, &["en"], &[stub, &element("/letters/three.json", "")].concat()).await;
    page.until_ready(1).await;
    page.run(&format!("{CHOICES}.find(choice => choice.lang === 'fr').click()")).await;
    page.until_ready(2).await;
    page.run("part('share').querySelector('button').click()").await;
    page.until("window.shared").await;
    assert_eq!(
        page.get("window.shared").await,
        json!({ "title": "Une courte lettre", "url": "https://letters.example/fr/" })
    );
}

pub async fn the_readers_language_is_offered_first(page: Page) {
    in_three_languages(&page);
    open_for(&page, &["ka", "ar-LB", "fr"], &element("/letters/three.json", "")).await;
    page.until_ready(1).await;
    let offered = format!("{CHOICES}.map(choice => [choice.lang, choice.dir, text(choice)])");
    let expected = json!([["ar", "rtl", "العربية"], ["en", "ltr", "English"], ["fr", "ltr", "français"]]);
    assert_eq!(page.get(&offered).await, expected);
    assert_eq!(page.text("title").await, "A short letter", "and nothing else is decided by it");
}

pub async fn a_translation_that_fails_to_load_leaves_the_letter(page: Page) {
    in_three_languages(&page);
    page.files.answer("/letters/three.fr.json", Answer::status(500));
    open_for(&page, &["en"], &element("/letters/three.json", "")).await;
    page.until_ready(1).await;
    page.run(&format!("{CHOICES}.find(choice => choice.lang === 'fr').click()")).await;
    assert_eq!(page.error().await["code"], "status");
    assert_eq!(page.text("title").await, "A short letter");
    assert!(page.is("shown(part('body')) && !part('notice')").await);
    page.run("letter().update()").await;
    page.until_served("the letter is still followed", |files| files.count(COUNT) >= 2).await;
}

/// All text in the letter, except what follows its count, and the description of its bar.
const WRITTEN: &str = "(() => {
    const letter = part('letter').cloneNode(true);
    letter.querySelectorAll('.age, .spoken').forEach(node => node.remove());
    return [letter.textContent, letter.querySelector('progress').getAttribute('aria-label')];
})()";

/// Lets the widget take over a published page, and returns what is written before and after.
async fn take_over(page: &Page, path: &str) -> [Value; 2] {
    page.go(&page.files.url(path)).await;
    page.run("window.old = part('letter')").await;
    let before = page.get(WRITTEN).await;
    let script = page.files.url("/open-letter.js");
    page.run(&format!("document.head.append(Object.assign(document.createElement('script'), {{ src: '{script}' }}))"))
        .await;
    page.until("letter().letter && part('letter') !== old && !shown(old)").await;
    [before, page.get(WRITTEN).await]
}

/// Pages that release 0.1.0 has published have the letter in a shadow root.
pub async fn a_page_of_the_first_release_and_its_widget_write_alike(page: Page) {
    for (_, path) in published::in_each_language().filter(|(lang, _)| ["ar-EG", "de-CH", "hy"].contains(lang)) {
        let html = Files::text(&[path.as_str(), "index.html"].concat());
        let (before, rest) = html.split_once("<div data-page><div><article").unwrap();
        let (article, after) = rest.split_once("</article></div></div>").unwrap();
        let older = format!(
            "{before}<template shadowrootmode=\"open\"><slot hidden></slot><div><article{article}</article></div></template>\
             <a href=\"snippet.html\">A letter</a>{after}"
        );
        page.files.answer(&path, Answer::text("text/html; charset=utf-8", &older));
        let [before, after] = take_over(&page, &path).await;
        assert_eq!(before, after, "{path}");
        let choices = "[...part('languages').children].map(({ localName }) => localName)";
        assert_eq!(page.get(choices).await, json!(["a", "a"]));
    }
}

pub async fn a_page_and_its_widget_write_alike_in_every_language(page: Page) {
    let mut wrong = Vec::new();
    for (lang, path) in published::in_each_language() {
        let [before, after] = take_over(&page, &path).await;
        if before != after {
            wrong.push(format!("{lang}: {before} | {after}"));
        }
        // The same for later counts.
        let count = json!({ "count": 98_765, "updated": "2099-01-01T00:00:00Z", "goal": 1_234_567 });
        page.files.answer(&format!("{path}count.json"), Answer::json(&count));
        page.until("letter().count === 98765 || (letter().update(), false)").await;
        let expected = Language::new(&LanguageTag::parse(lang).unwrap()).number(98_765);
        page.until(&format!("text(part('count')).includes({})", json!(expected))).await;
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), published::LANGUAGES.len(), wrong.join("\n"));
}

/// What no page has written: in the letter's language if the browser knows it, else in a neutral form; never in the
/// reader's.
pub async fn without_a_page_nothing_is_in_the_language_of_the_browser(page: Page) {
    const MONTHS: [&str; 3] = ["March", "Mar ", "M03"];
    for lang in published::LANGUAGES.iter().filter(|lang| !lang.starts_with("en") || **lang == "en-a") {
        let mut letter = letter_in(lang);
        letter["date"] = json!("2024-03-01");
        letter["signatures"] = json!({ "count": 1_234_567 });
        // Each at its own address, because WebKit may have kept the one before.
        let path = format!("/letters/own-{lang}.json");
        page.files.answer(&path, Answer::json(&letter));
        page.open_body(&element(&path, "")).await;
        page.until("shown(part('date'))").await;
        let date = page.text("date").await;
        assert!(!MONTHS.iter().any(|month| date.contains(month)), "{lang}: {date}");
        let is_known = "[Intl.DateTimeFormat, Intl.NumberFormat].map(format => {
            try { return format.supportedLocalesOf(LANG).length > 0 } catch { return false } })";
        let is_known = page.get(&is_known.replace("LANG", &json!(lang).to_string())).await;
        if is_known[0] == false && !lang.starts_with("hy") {
            assert_eq!(date, "2024-03-01", "{lang}");
        }
        if is_known[1] == false {
            assert!(page.text("count").await.contains("1\u{a0}234\u{a0}567"), "{lang}: {}", page.text("count").await);
        }
    }
}

//! Attributes that change at any time take effect.

use crate::page::{Page, SMALL};

async fn open(page: &Page, attributes: &str) {
    page.open_body(&format!("<open-letter src=\"{{files}}{SMALL}\" {attributes}></open-letter>")).await;
    page.until_ready(1).await;
}

pub async fn show_chooses_the_parts(page: Page) {
    open(&page, "show=\"title count\"").await;
    assert!(page.is("shown(part('title')) && shown(part('count'))").await);
    assert!(page.is("!part('body') && !part('salutation') && !part('addressee') && !part('signatory')").await);
    page.run("letter().setAttribute('show', 'body')").await;
    page.until("!part('title') && shown(part('paragraph')) && shown(part('salutation')) && shown(part('closing'))")
        .await;
    page.run("letter().removeAttribute('show')").await;
    page.until("shown(part('title')) && shown(part('addressee')) && shown(part('signatory'))").await;
    assert_eq!(page.files.count(SMALL), 1, "the letter is there already");
}

pub async fn heading_level_is_that_of_the_title(page: Page) {
    open(&page, "").await;
    assert_eq!(page.get("heading().localName").await, "h2");
    page.run("letter().setAttribute('heading-level', '4')").await;
    page.until("heading().localName === 'h4'").await;
    page.run("letter().removeAttribute('heading-level')").await;
    page.until("heading().localName === 'h2'").await;
    assert_eq!(page.events("ready").await.len(), 1);
}

pub async fn refresh_renders_nothing_anew(page: Page) {
    open(&page, "").await;
    page.run(
        "window.kept = [part('letter'), parts('signatory').find(row => row.part.contains('person'))];
        part('filters').querySelector('.person').click();
        part('filters').querySelector('.person').focus();
        letter().refresh = 30;",
    )
    .await;
    page.quiet().await;
    assert!(page.is("kept.every(node => node.isConnected)").await);
    assert!(page.is("root().activeElement === part('filters').querySelector('.person')").await);
    assert_eq!(page.get("part('filters').querySelector('.person').getAttribute('aria-pressed')").await, "true");
}

/// The visible difference between light and dark: the colours of the text and of its background.
const COLOURS: &str = "[letter(), part('letter'), part('title')].map(node => getComputedStyle(node))
    .map(({ color, backgroundColor, colorScheme }) => [color, backgroundColor, colorScheme].join()).join()";

pub async fn theme_is_light_or_dark_whatever_the_host_is(page: Page) {
    open(&page, "theme=\"light\"").await;
    let light = page.get(COLOURS).await;
    page.run("letter().setAttribute('theme', 'dark')").await;
    page.until(&format!("({COLOURS}) !== {light}")).await;
    page.run("letter().setAttribute('theme', 'light')").await;
    page.until(&format!("({COLOURS}) === {light}")).await;
}

pub async fn lang_brings_the_translation(page: Page) {
    open(&page, "").await;
    assert_eq!(page.text("title").await, "A short letter");
    page.run("letter().setAttribute('lang', 'fr')").await;
    page.until_ready(2).await;
    assert_eq!(page.text("title").await, "Une courte lettre");
    assert!(page.is("part('letter').closest('[lang]').lang === 'fr'").await);
    page.run("letter().setAttribute('lang', 'en')").await;
    page.until_ready(3).await;
    assert_eq!(page.text("title").await, "A short letter");
}

pub async fn lang_of_the_host_chooses_the_text(page: Page) {
    page.open_body(&format!("<div lang=\"fr-CA\"><open-letter src=\"{{files}}{SMALL}\"></open-letter></div>")).await;
    page.until("text(part('title')) === 'Une courte lettre'").await;
}

pub async fn lang_without_a_translation_shows_the_text_of_src(page: Page) {
    open(&page, "lang=\"hy\"").await;
    assert_eq!(page.text("title").await, "A short letter");
    assert_eq!(page.events("error").await.len(), 0);
}

pub async fn src_brings_another_letter(page: Page) {
    open(&page, "").await;
    page.run("letter().setAttribute('src', letter().getAttribute('src').replace('small', 'other'))").await;
    page.until_ready(2).await;
    assert_eq!(page.text("title").await, "Another letter");
    assert_eq!(page.number("parts('title').length").await, 1);
}

pub async fn the_last_of_many_srcs_wins(page: Page) {
    let gate = page.files.hold("/letters/other.json");
    open(&page, "").await;
    page.run(
        "const src = letter().getAttribute('src');
        letter().setAttribute('src', src.replace('small', 'other'));
        letter().setAttribute('src', src);",
    )
    .await;
    gate.open();
    page.until("text(part('title')) === 'A short letter'").await;
    page.quiet().await;
    assert_eq!(page.text("title").await, "A short letter");
}

pub async fn unknown_values_mean_the_default_and_one_warning(page: Page) {
    for (attribute, value) in
        [("theme", "purple"), ("heading-level", "9"), ("refresh", "soon"), ("loading", "never"), ("show", "horoscope")]
    {
        open(&page, &format!("{attribute}=\"{value}\"")).await;
        page.quiet().await;
        assert_eq!(page.get("heading().localName").await, "h2", "{attribute}={value}");
        assert!(page.is("shown(part('paragraph')) && shown(part('signatory'))").await, "{attribute}={value}");
        let warnings = page.get("recorded.warnings").await;
        assert_eq!(warnings.as_array().map(Vec::len), Some(1), "{warnings}");
        let warning = warnings[0].as_str().unwrap_or_default();
        assert!(warning.contains(attribute) && warning.contains(value), "{warning}");
    }
}

pub async fn an_unknown_word_of_show_is_dropped(page: Page) {
    open(&page, "show=\"title horoscope\"").await;
    assert!(page.is("shown(part('title')) && !part('body')").await);
    assert_eq!(page.number("recorded.warnings.length").await, 1);
}

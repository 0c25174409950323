//! The element as scripts see it.

use crate::answer::Answer;
use crate::page::{OTHER, Page, SMALL};
use serde_json::json;

async fn open(page: &Page) {
    page.open_body(&format!("<open-letter src=\"{{files}}{SMALL}\"></open-letter>")).await;
    page.until_ready(1).await;
}

pub async fn each_attribute_is_a_property(page: Page) {
    open(&page).await;
    for (property, attribute, value) in [
        ("headingLevel", "heading-level", "3"),
        ("show", "show", "'title body'"),
        ("theme", "theme", "'dark'"),
        ("look", "look", "'plain'"),
        ("refresh", "refresh", "30"),
        ("loading", "loading", "'lazy'"),
        ("partner", "partner", "'hayren'"),
        ("lang", "lang", "'en'"),
    ] {
        page.run(&format!("letter().{property} = {value}")).await;
        let reflected = format!("letter().getAttribute('{attribute}') === String({value})");
        assert!(page.is(&reflected).await, "{reflected}");
        assert!(page.is(&format!("String(letter().{property}) === String({value})")).await, "{property} is {value}");
    }
    page.until("heading().localName === 'h3'").await;
}

pub async fn without_attributes_the_properties_are_the_defaults(page: Page) {
    open(&page).await;
    let defaults = "[letter().headingLevel, letter().theme, letter().loading, String(letter().refresh)]";
    assert_eq!(page.get(defaults).await, json!([2, "auto", "eager", "60"]));
    page.run("letter().setAttribute('heading-level', 'nine'); letter().setAttribute('theme', 'purple');").await;
    assert_eq!(page.get(defaults).await, json!([2, "auto", "eager", "60"]));
}

pub async fn letter_and_count_are_null_until_they_are_known(page: Page) {
    let gate = page.files.hold(SMALL);
    page.open_body(&format!("<open-letter src=\"{{files}}{SMALL}\"></open-letter>")).await;
    page.until_served("the letter is asked for", |files| files.count(SMALL) == 1).await;
    page.until("'count' in letter()").await;
    assert_eq!(page.get("[letter().letter, letter().count]").await, json!([null, null]));
    gate.open();
    page.until_ready(1).await;
    assert_eq!(page.get("[letter().letter.title, letter().count]").await, json!(["A short letter", 3]));
}

pub async fn letter_and_count_are_read_only(page: Page) {
    open(&page).await;
    page.run("try { letter().count = 1000000; letter().letter = null; } catch { }").await;
    assert_eq!(page.get("[letter().letter.title, letter().count]").await, json!(["A short letter", 3]));
}

/// Scripts may set properties before the loader runs.
pub async fn a_property_set_before_the_element_is_defined_counts(page: Page) {
    let gate = page.files.hold("/open-letter.js");
    page.open_body(&format!("<open-letter src=\"{{files}}{SMALL}\"></open-letter>")).await;
    page.run("letter().headingLevel = 5").await;
    gate.open();
    page.until_ready(1).await;
    assert_eq!(page.get("heading().localName").await, "h5");
}

/// Scripts that come late find the letter by `ready`, and those that come early wait for it.
pub async fn ready_resolves_with_the_element_once_its_letter_shows(page: Page) {
    let gate = page.files.hold(SMALL);
    page.open_body(&format!("<open-letter src=\"{{files}}{SMALL}\"></open-letter>")).await;
    page.until("letter().ready").await;
    page.run(
        "letter().ready.then(element =>
            (window.resolved = [element === letter(), element.count, shown(part('title')), events('ready').length]))",
    )
    .await;
    page.quiet().await;
    assert!(!page.is("window.resolved").await);
    gate.open();
    page.until("window.resolved").await;
    assert_eq!(page.get("resolved").await, json!([true, 3, true, 1]));
    page.run("letter().ready.then(({ letter }) => (window.late = letter.title))").await;
    page.until("window.late === 'A short letter'").await;
}

pub async fn ready_waits_for_another_letter(page: Page) {
    open(&page).await;
    for (change, title) in [
        (format!("letter().src = '{}'", page.files.url(OTHER)), "Another letter"),
        (format!("letter().src = '{}'", page.files.url(SMALL)), "A short letter"),
        ("letter().lang = 'fr'".into(), "Une courte lettre"),
        // These bring no other text.
        ("letter().lang = 'fr '".into(), "Une courte lettre"),
        ("letter().lang = 'tlh'; letter().lang = 'fr'".into(), "Une courte lettre"),
    ] {
        page.run(&format!(
            "window.title = undefined; {change};
            letter().ready.then(({{ letter }}) => (window.title = letter.title))"
        ))
        .await;
        page.until("title").await;
        assert_eq!(page.get("title").await, title, "{change}");
    }
    page.run("letter().theme = 'dark'; letter().ready.then(() => (window.is_same = true))").await;
    page.until("window.is_same && part('letter').dataset.theme === 'dark'").await;
}

pub async fn ready_waits_for_a_letter_as_long_as_there_is_none(page: Page) {
    page.files.answer(OTHER, Answer::status(404));
    page.open_body(&format!("<open-letter src=\"{{files}}{OTHER}\"></open-letter>")).await;
    page.error().await;
    page.run("window.before = letter().ready; before.finally(() => (window.is_over = true))").await;
    page.run("letter().theme = 'dark'").await;
    page.quiet().await;
    assert!(!page.is("window.is_over").await);
    page.run(&format!("letter().src = '{}'", page.files.url(SMALL))).await;
    page.until("window.is_over").await;
    assert!(page.is("letter().letter").await);
    // A removed element shows nothing; inserted again, it shows its letter anew.
    page.run("window.gone = letter(); gone.remove()").await;
    page.until("gone.letter === null").await;
    page.run("document.body.append(gone); gone.ready.then(() => (window.is_back = true))").await;
    page.until("window.is_back && letter().letter").await;
}

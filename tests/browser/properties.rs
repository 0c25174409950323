//! The element as scripts see it.

use crate::page::{Page, SMALL};
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

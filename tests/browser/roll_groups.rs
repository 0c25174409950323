//! Rolls in groups, the first part of a roll, and print.

use crate::answer::Answer;
use crate::origins::Files;
use crate::page::{COUNT, Page, SMALL, small_letter};
use crate::published;
use crate::rolls::{NAMES, STATUS_TEXT, find, open, order, own, to_the_end};
use serde_json::{Value, json};

/// The headings of groups in the order of the page, each with the number of names below it.
const HEADINGS: &str = "[...root().querySelectorAll('[part=roll] li')].reduce((all, item) => {
    if (!item.matches('[part~=signatory]')) all.push([text(item), 0]);
    else if (all.length) all.at(-1)[1]++;
    return all;
}, [])";

/// Chooses a group by its place in the menu, from 1; 0 is everybody.
async fn choose(page: &Page, index: usize) {
    page.run(&format!(
        "const menu = root().querySelector('[part~=filters] select');
        menu.selectedIndex = {index};
        menu.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ))
    .await;
}

fn row(id: usize, group: &str) -> Value {
    json!({ "id": id.to_string(), "name": format!("Name {id}"), "kind": "person", "group": group })
}

/// A short letter in two groups.
fn grouped() -> Value {
    let mut letter = small_letter();
    letter["signatories"] = json!([
        { "id": "0", "name": "Beginners", "initiator": true }, row(1, "Professors"), row(2, "Professors"),
        row(3, "Friends"), { "id": "4", "name": "Name 4" }
    ]);
    letter["signatures"]["count"] = json!(5);
    letter
}

pub async fn a_short_roll_has_headings_and_a_menu_of_groups(page: Page) {
    page.files.answer(SMALL, Answer::json(&grouped()));
    page.open_body(&format!("<open-letter src=\"{{files}}{SMALL}\" show=\"count roll\" refresh=off></open-letter>"))
        .await;
    page.until_ready(1).await;
    assert_eq!(page.get(HEADINGS).await, json!([["Professors", 2], ["Friends", 1], ["Other signatories", 1]]));
    choose(&page, 2).await;
    page.until(&format!("JSON.stringify({NAMES}) === '[\"Name 3\"]'")).await;
    choose(&page, 0).await;
    page.until(&format!("{NAMES}.length === 5")).await;
    // Who joins comes to the group.
    let joined = json!({ "id": "9", "name": "Name 9", "group": "Friends" });
    let count = json!({ "count": 6, "updated": "2026-11-23T12:00:30Z", "latest": [joined] });
    page.files.answer(COUNT, Answer::json(&count));
    page.run("letter().update()").await;
    page.until(&format!("JSON.stringify({HEADINGS}[1]) === '[\"Friends\",2]'")).await;
    assert_eq!(page.get("parts('new').map(row => text(row.querySelector('.name')))").await, json!(["Name 9"]));
    // Who withdraws is gone, with the heading of an empty group.
    let mut letter = grouped();
    letter["signatories"].as_array_mut().unwrap().remove(3);
    letter["signatures"]["count"] = json!(4);
    page.files.answer(SMALL, Answer::json(&letter));
    page.files.answer(COUNT, Answer::json(&json!({ "count": 4, "updated": "2026-11-23T12:01:00Z" })));
    page.run("letter().update()").await;
    page.until(&format!("JSON.stringify({HEADINGS}) === '[[\"Professors\",2],[\"Other signatories\",1]]'")).await;
}

/// Five initiators, then people of three groups and of none in turn.
fn table(rows: usize) -> String {
    let group = |at: usize| ["Professors", "Friends", "", "In France"][at % 4];
    let row = |at: usize| format!("{at},Name Number-{at},{},{}\n", group(at), at < 5);
    ["id,name,group,initiator\n".to_string(), (0..rows).map(row).collect()].concat()
}

pub async fn a_long_roll_has_each_heading_once(page: Page) {
    let letter = published::publish(&own(&page, "groups"), &table(1000));
    open(&page, &letter, "show=roll").await;
    to_the_end(&page).await;
    page.until(&format!("{NAMES}.length === 1000")).await;
    // Of five initiators, two are professors.
    assert_eq!(
        page.get(HEADINGS).await,
        json!([["Professors", 248], ["Friends", 249], ["In France", 249], ["Other signatories", 249]])
    );
    assert_eq!(page.number("root().querySelectorAll('.tools select').length").await, 0, "it has one order");
}

pub async fn a_group_of_a_long_roll_is_read_by_itself(page: Page) {
    let letter = published::publish(&own(&page, "group"), &table(4000));
    open(&page, &letter, "show=roll").await;
    choose(&page, 2).await;
    to_the_end(&page).await;
    page.until(&format!("{NAMES}.length === 1000")).await;
    assert_eq!(page.get(HEADINGS).await, json!([["Friends", 999]]), "and an initiator");
    assert!(page.is(&format!("{NAMES}.every(name => name.split('-')[1] % 4 === 1)")).await);
    find(&page, "number 100").await;
    page.until(&format!("/^3 names (found|so far)/.test({STATUS_TEXT})")).await;
    assert_eq!(page.number("root().querySelectorAll('.found > :not([part])').length").await, 0);
    find(&page, "").await;
    choose(&page, 0).await;
    page.until(&format!("{HEADINGS}[0]?.[0] === 'Professors'")).await;
}

pub async fn a_group_chosen_before_the_engine_is_shown(page: Page) {
    let id = own(&page, "before");
    let letter = published::publish(&id, "name,group\nAni,Professors\nBo,Friends\n");
    let gate = page.files.hold(&crate::first_view::module());
    page.open_body(&format!("<open-letter src=\"{{files}}{letter}\"></open-letter>")).await;
    page.until("root()?.querySelector('[part~=filters] select')").await;
    assert_eq!(page.get(HEADINGS).await, json!([["Professors", 1], ["Friends", 1]]));
    page.run("root().querySelector('[part~=filters] select').selectedIndex = 2").await;
    gate.open();
    page.until(&format!("JSON.stringify({NAMES}) === '[\"Bo\"]'")).await;
    assert_eq!(page.number("root().querySelectorAll('[aria-disabled]').length").await, 0);
}

/// A letter with that number of names.
fn many(count: usize) -> Value {
    let mut letter = small_letter();
    let row = |at| json!({ "id": at, "name": format!("Name {at}"), "signed": format!("2026-03-{:02}", 1 + at % 28) });
    letter["signatories"] = (0..count).map(row).collect();
    letter["signatures"]["count"] = json!(count);
    letter
}

pub async fn two_hundred_names_show_a_first_part_and_read_on(page: Page) {
    page.files.answer(SMALL, Answer::json(&many(200)));
    let far = "<div style=\"block-size: 6000px\"></div>";
    page.open_body(&format!(
        "{far}<open-letter src=\"{{files}}{SMALL}\" show=\"count roll\" refresh=off></open-letter>"
    ))
    .await;
    page.until_ready(1).await;
    page.until("canFind() && part('more')").await;
    page.quiet().await;
    assert_eq!(page.number("parts('signatory').length").await, 40);
    // Search, filters and orders see all names.
    find(&page, "name 199").await;
    page.until(&format!("JSON.stringify({NAMES}) === '[\"Name 199\"]'")).await;
    find(&page, "").await;
    order(&page, 1).await;
    page.until(&format!("{NAMES}[0] === 'Name 195'")).await;
    assert_eq!(page.number("parts('signatory').length").await, 40);
    order(&page, 0).await;
    page.until(&format!("{NAMES}[0] === 'Name 0'")).await;
    to_the_end(&page).await;
    page.until(&format!("{NAMES}.length === 200 && {NAMES}[199] === 'Name 199'")).await;
    // Who joins once all are shown is shown too.
    page.files.answer(SMALL, Answer::json(&many(201)));
    page.files.answer(COUNT, Answer::json(&json!({ "count": 201, "updated": "2026-11-23T12:01:00Z" })));
    page.run("letter().update()").await;
    page.until(&format!("{NAMES}.length === 201")).await;
    assert_eq!(page.number("parts('new').length").await, 1);
}

/// By keyboard, the focus goes to the first of the new names.
pub async fn the_button_leads_to_the_names_that_it_shows(page: Page) {
    page.files.answer(SMALL, Answer::json(&many(200)));
    page.open_body(&format!(
        "<script>delete window.IntersectionObserver</script><open-letter src=\"{{files}}{SMALL}\" show=roll refresh=off></open-letter>"
    ))
    .await;
    page.until_ready(1).await;
    page.until("canFind() && part('more')").await;
    page.run("part('more').focus(); part('more').click()").await;
    page.until(&format!("{NAMES}.length >= 56")).await;
    page.until("text(focused()?.querySelector('.name')) === 'Name 40'").await;
    assert_eq!(page.number("root().querySelectorAll('[tabindex]').length").await, 1);
}

pub async fn all_names_are_printed(page: Page) {
    page.files.answer(SMALL, Answer::json(&many(300)));
    let far = "<div style=\"block-size: 6000px\"></div>";
    page.open_body(&format!("{far}<open-letter src=\"{{files}}{SMALL}\" show=roll refresh=off></open-letter>")).await;
    page.until_ready(1).await;
    page.until("canFind() && part('more')").await;
    assert_eq!(page.number("parts('signatory').length").await, 40);
    page.run("dispatchEvent(new Event('beforeprint'))").await;
    page.until(&format!("{NAMES}.length === 300")).await;
}

/// What a page of a printed letter has, asked while it is printed: Chromium renders nothing after the event.
pub async fn chromium_prints_all_names(page: Page) {
    page.files.answer(SMALL, Answer::json(&many(300)));
    page.open_body(&format!("<open-letter src=\"{{files}}{SMALL}\" show=roll refresh=off></open-letter>")).await;
    page.until_ready(1).await;
    page.until("canFind() && part('more')").await;
    page.run("addEventListener('afterprint', () => { window.printed = parts('signatory').length })").await;
    crate::chromium::command(&page, "Page.printToPDF", json!({})).await;
    page.until("window.printed === 300").await;
}

/// The page has all names, and those beyond the first take no room until the widget comes.
pub async fn the_widget_takes_over_a_page_of_many_names_without_a_shift(page: Page) {
    let rows = (0..200).map(|at| format!("{at},Name {at}\n")).collect::<Vec<_>>().concat();
    let letter = published::publish(&own(&page, "page"), &["id,name\n", &rows].concat());
    let gate = page.files.hold(&crate::first_view::module());
    // As `publish` writes it into a site with the widget.
    let path = letter.replace("letter.json", "");
    let html = Files::text(&[&path, "index.html"].concat()).replace("data-static=\"alone\"", "data-static=\"awaited\"");
    let script = "</main><script async crossorigin src=\"../../open-letter.js\"></script>";
    page.files.answer(&path, Answer::text("text/html; charset=utf-8", &html.replace("</main>", script)));
    page.go(&page.files.url(&path)).await;
    page.until("letter()?.querySelector('[part~=signatory]')").await;
    let static_rows = "[...letter().querySelectorAll('[part~=signatory]')]";
    assert_eq!(page.number(&format!("{static_rows}.length")).await, 200);
    assert_eq!(page.number(&format!("{static_rows}.filter(shown).length")).await, 40);
    let last = "Math.round(parts('signatory')[39].getBoundingClientRect().bottom)";
    let before = page.number(last).await;
    gate.open();
    page.until("root()?.querySelector('[part=more]') && canFind()").await;
    page.quiet().await;
    assert!(page.is("tree() === root()").await);
    let after = page.number(last).await;
    assert!(before.abs_diff(after) <= 2, "{before} became {after}");
}

//! Rolls that change while a reader reads or searches them.

use crate::answer::Answer;
use crate::origins::Files;
use crate::page::{COUNT, Page, SMALL, small_letter};
use crate::published;
use crate::rolls::{NAMES, STATUS_TEXT, TO_THE_END, find, names, open, order, own, settled, shown, to_the_end};
use serde_json::json;

/// Makes the page follow what was just published.
async fn follow(page: &Page, count: usize) {
    // Twice, in case fewer have signed within the same second: the first time nothing proves that the answer is newer.
    while page.number("letter().count").await != count as u64 {
        page.run("letter().update()").await;
        page.quiet().await;
    }
}

/// Scrolls on until there are that many sheets.
async fn read(page: &Page, sheets: u64) {
    while page.number("root().querySelectorAll('.sheet').length").await < sheets {
        page.run(TO_THE_END).await;
    }
}

/// A table without the rows of these numbers.
fn without(table: &str, rows: &[usize]) -> String {
    let lines =
        table.lines().enumerate().filter(|(line, _)| line.checked_sub(1).is_none_or(|row| !rows.contains(&row)));
    lines.map(|(_, line)| [line, "\n"].concat()).collect()
}

fn all_shown(table: &str) -> Vec<String> {
    names(table).iter().map(|name| shown(name)).collect()
}

/// Rows with links, which can take the focus: all have the same given name.
fn linked(numbers: impl Iterator<Item = usize>) -> String {
    let row = |number| format!("{number},Maria Number-{number},https://example.org/{number}");
    numbers.map(row).fold(String::new(), |all, row| all + &row + "\n")
}

pub async fn sheets_that_were_emptied_come_back_after_names_have_joined(page: Page) {
    let id = own(&page, "emptied");
    let letter = published::publish(&id, &published::table(3000));
    open(&page, &letter, "show=\"count roll\"").await;
    read(&page, 120).await;
    page.until("root().querySelectorAll('.sheet:empty').length > 10").await;
    published::publish(&id, &published::table(3003));
    follow(&page, 3003).await;
    let index = letter.replace("letter.json", "roll/index.json");
    page.until_served("the roll is followed", |files| files.count(&index) > 1).await;
    page.quiet().await;
    page.run("root().querySelector('.sheet:empty').scrollIntoView()").await;
    page.until(
        "[...root().querySelectorAll('.sheet')].some(sheet => {
            const { top, bottom } = sheet.getBoundingClientRect();
            return sheet.childElementCount === 16 && top < innerHeight / 2 && bottom > innerHeight / 2;
        })",
    )
    .await;
    page.run("scrollTo(0, 0)").await;
    // As many as are near in any browser.
    let first = json!(all_shown(&published::table(3003))[..60]);
    page.until(&format!("JSON.stringify({NAMES}.slice(0, 60)) === JSON.stringify({first})")).await;
}

pub async fn where_the_newest_are_first_who_signs_is_first_and_nobody_twice(page: Page) {
    let id = own(&page, "newest");
    let letter = published::publish(&id, &published::table(700));
    open(&page, &letter, "show=\"count roll\"").await;
    order(&page, 1).await;
    page.until("part('roll').dataset.shows === 'newest'").await;
    read(&page, 6).await;
    // The reader is in the middle of them.
    page.run("root().querySelectorAll('.sheet')[2].scrollIntoView(); window.scrollBy(0, 40)").await;
    settled(&page).await;
    page.run(
        "window.kept = root().querySelectorAll('.sheet')[2].querySelectorAll('li')[6];
        window.at = kept.getBoundingClientRect().top;",
    )
    .await;
    published::publish(&id, &published::table(720));
    follow(&page, 720).await;
    let table = published::table(720);
    let all = all_shown(&table);
    page.until(&format!("{NAMES}[12] === {}", json!(all[719]))).await;
    page.quiet().await;
    assert!(page.is("kept.isConnected && Math.abs(kept.getBoundingClientRect().top - at) < 4").await);
    to_the_end(&page).await;
    let expected: Vec<&String> = all[..12].iter().chain(all[12..].iter().rev()).collect();
    page.until(&format!("{NAMES}.length >= 720")).await;
    assert_eq!(page.get(NAMES).await, json!(expected));
    assert_eq!(page.number("parts('new').length").await, 20);
}

pub async fn who_withdraws_among_those_who_were_read_is_gone_and_nobody_else(page: Page) {
    let id = own(&page, "withdrawn");
    let table = published::table(900);
    let letter = published::publish(&id, &table);
    open(&page, &letter, "show=\"count roll\"").await;
    read(&page, 6).await;
    page.run("window.kept = root().querySelectorAll('.sheet')[4].firstElementChild").await;
    // One whose name is in the letter, and two further on.
    let withdrawn = without(&table, &[20, 40, 60]);
    published::publish(&id, &withdrawn);
    follow(&page, 897).await;
    let all = all_shown(&withdrawn);
    page.until(&format!("JSON.stringify({NAMES}.slice(0, 80)) === JSON.stringify({})", json!(all[..80]))).await;
    assert!(page.is("kept.isConnected").await, "rows stay in the sheets that they are in");
    to_the_end(&page).await;
    page.until(&format!("{NAMES}.length >= 897")).await;
    assert_eq!(page.get(NAMES).await, json!(all));
    assert_eq!(page.get("events('error')").await, json!([]));
}

/// The letter [`SMALL`] with these names, each with a link, published as it is.
fn small(page: &Page, names: &[String]) {
    let mut letter = small_letter();
    let row = |name: &String| json!({ "id": name, "name": name, "kind": "person", "url": "https://example.org/" });
    letter["signatories"] = names.iter().map(row).collect();
    letter["signatures"]["count"] = json!(names.len());
    page.files.answer(SMALL, Answer::json(&letter));
    let updated = format!("2026-11-23T12:00:{:02}Z", names.len() % 60);
    page.files.answer(COUNT, Answer::json(&json!({ "count": names.len(), "updated": updated })));
}

pub async fn in_any_order_of_a_roll_at_hand_names_join_in_their_places(page: Page) {
    let name =
        |number: usize| ["Zoë", "Émile", "Ada", "Öykü", "Noor"][number % 5].to_string() + " " + &number.to_string();
    let mut names: Vec<String> = (10..60).map(name).collect();
    for (chosen, joins, place) in [(1, "Yara 99", 0), (2, "Bea 99", 10)] {
        names.truncate(50);
        small(&page, &names);
        open(&page, SMALL, "show=\"count roll\" refresh=off").await;
        let before = page.get(NAMES).await;
        order(&page, chosen).await;
        page.until(&format!("{NAMES}[0] !== {}", before[0])).await;
        page.run("parts('signatory')[30].scrollIntoView({ block: 'center' })").await;
        page.run(
            "window.kept = parts('signatory')[30];
            kept.querySelector('a').focus({ preventScroll: true });
            window.at = kept.getBoundingClientRect().top;",
        )
        .await;
        names.push(joins.into());
        small(&page, &names);
        follow(&page, 51).await;
        page.until(&format!("{NAMES}[{place}] === {}", json!(joins))).await;
        page.quiet().await;
        assert_eq!(page.number(&format!("{NAMES}.length")).await, 51);
        assert!(page.is("kept.isConnected && root().activeElement === kept.querySelector('a')").await);
        assert!(
            page.is("Math.abs(kept.getBoundingClientRect().top - at) < 4").await,
            "what is read stays in its place"
        );
    }
}

pub async fn who_looks_for_a_name_sees_it_arrive(page: Page) {
    let id = own(&page, "arrives");
    let letter = published::publish(&id, &published::table(700));
    open(&page, &letter, "show=\"count roll\"").await;
    find(&page, "zuzu zz").await;
    page.until(&format!("{STATUS_TEXT}.startsWith('No such name')")).await;
    let arrived = published::table(700) + "zuzu,Zuzu Zzyzx,person,,,NL,2023-09-30,,,\n";
    published::publish(&id, &arrived);
    follow(&page, 701).await;
    page.until(&format!("{STATUS_TEXT} === '1 name found'")).await;
    assert_eq!(page.get(NAMES).await, json!(["Zuzu Zzyzx"]));
    assert_eq!(page.number("root().querySelectorAll('.found [part~=new]').length").await, 1);
    published::publish(&id, &published::table(700));
    page.run("window.later = Date.now; Date.now = () => later() + 301_000").await;
    follow(&page, 700).await;
    page.until(&format!("{STATUS_TEXT}.startsWith('No such name')")).await;
    assert_eq!(page.get(NAMES).await, json!([]), "who withdraws is gone");
}

pub async fn who_was_found_stays_in_focus_when_others_come_and_go(page: Page) {
    let id = own(&page, "focus");
    let table = |numbers: &mut dyn Iterator<Item = usize>| ["id,name,url\n", &linked(numbers)].concat();
    let letter = published::publish(&id, &table(&mut (100..700)));
    open(&page, &letter, "show=\"count roll\"").await;
    find(&page, "number 3").await;
    stays_in_focus(&page, |others| drop(published::publish(&id, &table(others)))).await;
}

pub async fn at_hand_who_was_found_stays_in_focus_too(page: Page) {
    let publish = |numbers: &mut dyn Iterator<Item = usize>| {
        let names: Vec<String> = numbers.map(|number| format!("Maria Number-{number}")).collect();
        small(&page, &names);
    };
    publish(&mut (300..350));
    open(&page, SMALL, "show=\"count roll\" refresh=off").await;
    find(&page, "number 3").await;
    stays_in_focus(&page, |others| {
        let mut others = others.filter(|number| (300..350).contains(number) || *number > 3997);
        publish(&mut others);
    })
    .await;
}

/// Focuses a search result; then one before it withdraws and two others sign. Asserts that the focus stays.
async fn stays_in_focus(page: &Page, publish: impl Fn(&mut dyn Iterator<Item = usize>)) {
    page.until(&format!("/\\d/.test({STATUS_TEXT})")).await;
    page.run("window.kept = root().querySelectorAll('.found > *')[5]; kept.querySelector('a').focus()").await;
    let withdrawn = page.get("text(root().querySelectorAll('.found .name')[2])").await;
    let number: usize = withdrawn.as_str().unwrap().rsplit('-').next().unwrap().parse().unwrap();
    publish(&mut (100..700).filter(|other| *other != number).chain([3998, 3999]));
    page.run("letter().update()").await;
    page.until(&format!("!{NAMES}.includes({withdrawn})")).await;
    page.quiet().await;
    assert!(page.is("kept.isConnected && root().activeElement === kept.querySelector('a')").await);
    assert_eq!(page.get("part('find').value").await, "number 3");
}

pub async fn the_same_name_is_looked_for_again_after_a_failure(page: Page) {
    let letter = published::of_length(600);
    let index = letter.replace("letter.json", "roll/index.json");
    page.files.answer(&index, Answer::status(500));
    open(&page, &letter, "show=roll").await;
    find(&page, "maria").await;
    page.until(&format!("{STATUS_TEXT}.startsWith('The names could not be loaded')")).await;
    page.files.restore(&index);
    find(&page, "maria").await;
    page.until(&format!("/ found|so far/.test({STATUS_TEXT})")).await;
}

pub async fn a_roll_that_caches_keep_back_is_followed_when_they_let_it_go(page: Page) {
    let id = own(&page, "kept-back");
    let letter = published::publish(&id, &published::table(540));
    let index = letter.replace("letter.json", "roll/index.json");
    open(&page, &letter, "show=\"count roll\" refresh=off").await;
    to_the_end(&page).await;
    page.until("parts('signatory').length === 540").await;
    let old = Files::text(&index);
    published::publish(&id, &published::table(541));
    page.files.answer(&index, Answer::text("application/json", &old));
    follow(&page, 541).await;
    page.until_served("the roll is looked at", |files| files.count(&index) == 2).await;
    page.quiet().await;
    assert_eq!(page.number("parts('signatory').length").await, 540);
    page.files.restore(&index);
    page.run("letter().update()").await;
    page.until("parts('signatory').length === 541").await;
}

/// The letter then has only the beginning of the roll, and the roll files of its own.
pub async fn a_roll_that_becomes_too_long_for_its_letter_loses_nobody_on_open_pages(page: Page) {
    let id = own(&page, "border");
    let letter = published::publish(&id, &published::table(500));
    open(&page, &letter, "show=\"count roll\" refresh=off").await;
    to_the_end(&page).await;
    page.until("parts('signatory').length === 500").await;
    published::publish(&id, &published::table(502));
    follow(&page, 502).await;
    page.until("parts('new').length === 2").await;
    page.quiet().await;
    assert_eq!(page.number("parts('signatory').length").await, 502);
    let last = shown(&names(&published::table(502))[501]);
    find(&page, &last).await;
    page.until(&format!("{NAMES}.includes({})", json!(last))).await;
}

pub async fn a_roll_whose_index_failed_to_load_is_followed_later(page: Page) {
    let id = own(&page, "tunnel");
    let table = published::table(540);
    let letter = published::publish(&id, &table);
    let index = letter.replace("letter.json", "roll/index.json");
    open(&page, &letter, "show=\"count roll\" refresh=off").await;
    to_the_end(&page).await;
    page.until("parts('signatory').length === 540").await;
    page.files.answer(&index, Answer::status(500));
    published::publish(&id, &without(&table, &[100]));
    follow(&page, 539).await;
    page.until("events('error').length").await;
    assert_eq!(page.number("parts('signatory').length").await, 540);
    page.files.restore(&index);
    page.run("letter().update()").await;
    page.until("parts('signatory').length === 539").await;
}

/// A signatory who moves up into the letter's part of the roll has signed long ago.
pub async fn nobody_is_new_who_only_moves_up(page: Page) {
    let id = own(&page, "moves-up");
    let table = published::table(600);
    let letter = published::publish(&id, &table);
    open(&page, &letter, "show=\"count roll\" refresh=off").await;
    let before = page.get(NAMES).await;
    published::publish(&id, &without(&table, &[15]));
    follow(&page, 599).await;
    page.until(&format!("JSON.stringify({NAMES}) !== JSON.stringify({before})")).await;
    page.quiet().await;
    assert_eq!(page.number("parts('new').length").await, 0);
}

//! Long rolls filtered by kind: only organisations, or only persons.

use crate::page::{Page, SMALL, small_letter};
use crate::published;
use crate::rolls::{NAMES, STATUS_TEXT, TO_THE_END, find, open, own, to_the_end};
use serde_json::json;

/// A table in which these are organisations, all others persons.
fn table(rows: usize, is_organisation: impl Fn(usize) -> bool) -> String {
    let row = |number: usize| {
        let kind = if is_organisation(number) { "organisation" } else { "person" };
        format!("{number},Signatory Number-{number},{kind}\n")
    };
    std::iter::once("id,name,kind\n".to_string()).chain((0..rows).map(row)).collect()
}

async fn choose(page: &Page, kind: &str) {
    page.run(&format!("part('filters').querySelector('.{kind}').click()")).await;
    page.until(&format!("part('filters').querySelector('.{kind}').getAttribute('aria-pressed') === 'true'")).await;
}

/// Whether the button for more is out of view, or everything has loaded.
const FULL: &str =
    "part('more') && (part('more').getBoundingClientRect().top > innerHeight || part('more').offsetParent === null)";

fn numbered(numbers: impl Iterator<Item = usize>) -> Vec<String> {
    numbers.map(|number| format!("Signatory Number-{number}")).collect()
}

pub async fn rows_of_a_kind_keep_coming_until_the_screen_is_full(page: Page) {
    // So few that a page of the roll has two or three.
    let letter = published::publish(&own(&page, "kinds"), &table(12_000, |number| number.is_multiple_of(150)));
    open(&page, &letter, "show=roll").await;
    choose(&page, "organisation").await;
    page.until(&format!("{NAMES}.length > 20 && ({FULL})")).await;
    assert_eq!(page.number("parts('person').filter(row => row.closest('.sheet')).length").await, 0);
    to_the_end(&page).await;
    page.until(&format!("{NAMES}.length === 80")).await;
    assert_eq!(page.get(NAMES).await, json!(numbered((0..12_000).step_by(150))));
    assert!(
        page.number("root().querySelectorAll('.sheet').length").await < 10,
        "there is nothing in memory of the others"
    );
    choose(&page, "person").await;
    page.until(&format!("{NAMES}.length > 40 && ({FULL})")).await;
    let first = numbered((0..60).filter(|number: &usize| !number.is_multiple_of(150)));
    page.until(&format!("JSON.stringify({NAMES}.slice(0, 40)) === JSON.stringify({})", json!(first[..40]))).await;
    choose(&page, "all").await;
    page.until(&format!("JSON.stringify({NAMES}.slice(0, 40)) === JSON.stringify({})", json!(numbered(0..40)))).await;
}

pub async fn a_kind_ends_with_its_last_whatever_else_there_is(page: Page) {
    let letter = published::publish(&own(&page, "ends"), &table(9000, |number| number < 20 || number == 30));
    open(&page, &letter, "show=roll").await;
    choose(&page, "organisation").await;
    page.run(TO_THE_END).await;
    page.until("part('more')?.offsetParent === null").await;
    let expected = numbered((0..20).chain([30]));
    page.until(&format!("{NAMES}.length === {}", expected.len())).await;
    assert_eq!(page.get(NAMES).await, json!(expected));
    page.quiet().await;
    let asked = page.files.requests().into_iter().filter(|request| request.path.contains("/roll/")).count();
    assert!(asked <= 4, "the index, a list, a page, and perhaps the next: {asked}");
}

pub async fn a_kind_that_is_rare_is_looked_for_by_and_by(page: Page) {
    let letter = published::publish(&own(&page, "rare"), &table(9000, |number| number == 8_900));
    open(&page, &letter, "show=roll").await;
    choose(&page, "organisation").await;
    let asked =
        |page: &Page| page.files.requests().into_iter().filter(|request| request.path.contains("/roll/")).count();
    page.until_served("the roll is read on", |_| asked(&page) > 12).await;
    page.quiet().await;
    let before = asked(&page);
    assert!(before < 20, "{before} files for nobody");
    while page.get(&format!("{NAMES}.length")).await == 0 {
        page.until("part('more')?.offsetParent").await;
        page.run("part('more').click()").await;
        page.quiet().await;
    }
    assert_eq!(page.get(NAMES).await, json!(["Signatory Number-8900"]));
    page.until("part('more')?.offsetParent === null").await;
}

pub async fn as_many_of_a_kind_are_found_as_counted_and_seen(page: Page) {
    let letter = published::publish(&own(&page, "found"), &table(2000, |number| number.is_multiple_of(4)));
    open(&page, &letter, "show=roll").await;
    agree(&page, "number 12", [111, 29, 82]).await;
    // There are more than the page shows at once.
    find(&page, "number 1").await;
    choose(&page, "organisation").await;
    page.until(&format!("{STATUS_TEXT}.startsWith('32 names so far') && {NAMES}.length === 32")).await;
    assert!(page.is("parts('person').every(row => row.offsetParent === null)").await);
    page.run("part('more').click()").await;
    page.until(&format!("{STATUS_TEXT}.startsWith('64 names so far') && {NAMES}.length === 64")).await;
}

pub async fn at_hand_as_many_of_a_kind_are_found_as_counted_and_seen(page: Page) {
    let mut letter = small_letter();
    let kind = |number: usize| if number.is_multiple_of(4) { "organisation" } else { "person" };
    let row = |number| json!({ "name": format!("Signatory Number-{number}"), "kind": kind(number) });
    letter["signatories"] = (0..130).map(row).collect();
    page.files.answer(SMALL, crate::answer::Answer::json(&letter));
    open(&page, SMALL, "show=roll").await;
    agree(&page, "number 12", [11, 4, 7]).await;
}

/// Searches for a name, and asserts the number of matches in all, of organisations and of persons.
async fn agree(page: &Page, name: &str, counts: [usize; 3]) {
    find(page, name).await;
    for (kind, count) in ["all", "organisation", "person"].into_iter().zip(counts) {
        choose(page, kind).await;
        let all_found = format!("{STATUS_TEXT} === '{count} names found'");
        loop {
            page.until(&format!("{all_found} || part('more')?.offsetParent")).await;
            if page.is(&all_found).await {
                break;
            }
            page.run("part('more').click()").await;
            page.quiet().await;
        }
        assert_eq!(page.number(&format!("{NAMES}.length")).await, count as u64, "{kind}");
    }
    choose(page, "all").await;
    page.until(&format!("{STATUS_TEXT} === '{} names found'", counts[0])).await;
}

/// Some have no kind, and there are no requests for the count.
pub async fn the_kinds_of_a_roll_that_is_not_followed_are_counted(page: Page) {
    let table = table(600, |number| number.is_multiple_of(4)) + "600,Nobody Knows,\n";
    let letter = published::publish(&own(&page, "kindless"), &table);
    open(&page, &letter, "show=roll refresh=off").await;
    page.until("shown(part('filters'))").await;
    assert_eq!(
        page.get("[...part('filters').querySelectorAll('.number')].map(text)").await,
        json!(["601", "150", "450"])
    );
    assert_eq!(page.files.count(&letter.replace("letter.json", "count.json")), 0);
    choose(&page, "organisation").await;
    to_the_end(&page).await;
    page.until(&format!("{NAMES}.length === 150")).await;
}

//! Long rolls: reading on, searching for a name, other orders, new names.

use crate::answer::Answer;
use crate::origins::Files;
use crate::page::{Page, small_letter};
use crate::published;
use serde_json::{Value, json};
use unicode_normalization::char::decompose_compatible;

/// Opens a page with the letter, and waits until its roll is ready for use.
pub async fn open(page: &Page, letter: &str, attributes: &str) {
    page.open_body(&format!("<open-letter src=\"{{files}}{letter}\" {attributes}></open-letter>")).await;
    page.until_ready(1).await;
    page.until("canFind()").await;
}

/// Types a name.
pub async fn find(page: &Page, name: &str) {
    page.run(&format!(
        "part('find').value = {};
        part('find').dispatchEvent(new InputEvent('input', {{ bubbles: true }}));",
        json!(name)
    ))
    .await;
}

/// Chooses an order by its place in the list.
pub async fn order(page: &Page, index: u8) {
    page.run(&format!(
        "const order = root().querySelector('.order');
        order.selectedIndex = {index};
        order.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ))
    .await;
}

/// The names shown, in the order of the page.
pub const NAMES: &str = "parts('signatory').filter(row => row.checkVisibility?.() ?? row.offsetParent !== null)
    .map(row => text(row.querySelector('.name')))";
/// The search's status for the reader.
pub const STATUS_TEXT: &str = "text(root().querySelector('.status-text'))";
/// Scrolls to the last element.
pub const TO_THE_END: &str = "scrollTo(0, document.documentElement.scrollHeight)";

/// Scrolls on until there is nothing more.
pub async fn to_the_end(page: &Page) {
    let begun = std::time::Instant::now();
    page.until("part('more')").await;
    while page.is("part('more').offsetParent !== null").await {
        assert!(begun.elapsed().as_secs() < 30, "there is always more");
        page.run(TO_THE_END).await;
    }
}

/// Waits until nothing moves: a browser lays sheets out when they come into view, or a little later.
pub async fn settled(page: &Page) {
    const PLACES: &str = "[scrollY, ...[...root().querySelectorAll('.sheet')].map(sheet => sheet.offsetHeight)]";
    const LAID_OUT: &str = "[...root().querySelectorAll('.sheet > li')].every(row => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom < 0 || top > innerHeight || row.checkVisibility({ contentVisibilityAuto: true });
    })";
    let mut before = Value::Null;
    loop {
        page.until(LAID_OUT).await;
        let now = page.get(PLACES).await;
        if now == before {
            return;
        }
        before = now;
        page.quiet().await;
    }
}

/// The id of a letter that only this test publishes.
pub fn own(page: &Page, name: &str) -> String {
    format!("roll-{name}-{}", page.files.origin().rsplit(':').next().unwrap())
}

/// The names of a table, the initiators' included.
pub fn names(table: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.records().map(|record| record.unwrap()[1].trim().to_string()).collect()
}

/// A name as the page shows it: the page collapses white space.
pub fn shown(name: &str) -> String {
    name.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

pub async fn a_short_roll_has_no_need_of_help(page: Page) {
    page.open("one-tag").await;
    page.until_ready(1).await;
    page.quiet().await;
    assert_eq!(page.number("parts('find').length + parts('more').length").await, 0);
}

pub async fn the_whole_roll_is_read_as_the_reader_nears_its_end(page: Page) {
    let letter = published::of_length(600);
    open(&page, &letter, "").await;
    let index = letter.replace("letter.json", "roll/index.json");
    assert!(page.number("parts('signatory').length").await < 200, "not all at once");
    to_the_end(&page).await;
    page.until("parts('signatory').length === 600").await;
    let names: Vec<String> = names(&published::table(600)).iter().map(|name| shown(name)).collect();
    assert_eq!(page.get(NAMES).await, json!(names));
    assert_eq!(page.files.count(&index), 1);
    assert_eq!(page.number("events('error').length").await, 0);
}

pub async fn nothing_of_a_roll_is_asked_for_before_somebody_wants_it(page: Page) {
    let letter = published::of_length(600);
    let far = "<div style=\"block-size: 9000px\"></div>";
    page.open_body(&format!("{far}<open-letter src=\"{{files}}{letter}\"></open-letter>")).await;
    page.until_ready(1).await;
    page.until("canFind()").await;
    page.quiet().await;
    let asks = |page: &Page| page.files.requests().iter().any(|request| request.path.contains("/roll/"));
    assert!(!asks(&page));
    page.run(TO_THE_END).await;
    page.until_served("the roll is read on", |_| asks(&page)).await;
}

/// The count has a part of the engine to itself, and is followed.
pub async fn the_letter_stays_where_the_part_for_long_rolls_cannot_be_had(page: Page) {
    let letter = published::of_length(600);
    let shared = Files::part("updates");
    for path in Files::part("roll").iter().filter(|path| !shared.contains(path)) {
        page.files.answer(path, Answer::status(404));
    }
    page.open_body(&format!("<open-letter src=\"{{files}}{letter}\"></open-letter>")).await;
    page.until("events('error').length === 1").await;
    assert_eq!(page.get("events('error')[0].detail.code").await, "roll");
    assert!(page.number("parts('signatory').length").await > 0);
    let count = letter.replace("letter.json", "count.json");
    page.until_served("the count is followed", |files| files.count(&count) == 1).await;
}

pub async fn a_name_among_100_000_is_found_by_two_files(page: Page) {
    let letter = published::of_length(100_000);
    // A word that occurs in one person's name, from its beginning.
    let mut bearers = std::collections::BTreeMap::<String, Vec<String>>::new();
    for name in names(&published::table(100_000)) {
        for word in open_letter::roll::fold(&name).split(' ').filter(|word| word.is_ascii() && word.len() > 6) {
            bearers.entry(word.into()).or_default().push(name.clone());
        }
    }
    let mut words = bearers.keys().zip(bearers.keys().skip(1));
    let alone = |(word, next): &(&String, &String)| bearers[*word].len() == 1 && !next.starts_with(*word);
    let word = words.find(alone).unwrap().0.clone();
    open(&page, &letter, "show=roll").await;
    page.until("parts('signatory').length > 60").await;
    page.quiet().await;
    // The index has loaded already, for the rows after the letter's.
    let before = page.files.requests().len();
    find(&page, &word).await;
    page.until(&format!("{STATUS_TEXT} === '1 name found'")).await;
    let asked = page.files.requests()[before..].to_vec();
    assert!(asked.len() <= 3, "a list, a search file, and where the word is at its edge its neighbour: {asked:?}");
    // No request has the reader's text in its address.
    let sent = format!("performance.getEntriesByType('resource').some(({{ name }}) => name.includes('{word}'))");
    assert_eq!(page.get(&sent).await, json!(false));
    assert_eq!(page.get(NAMES).await, json!([shown(&bearers[&word][0])]));
}

pub async fn a_hundred_thousand_open_as_twenty_two_do(page: Page) {
    let letter = published::of_length(100_000);
    open(&page, &letter, "").await;
    assert_eq!(page.text("count").await, "100,000 signatures");
    assert!(page.number("root().querySelectorAll('[part~=roll] > ol > *').length").await == 24);
    assert_eq!(page.number("parts('initiator').length").await, 12);
    assert!(page.get("text(part('filters'))").await.as_str().unwrap().starts_with("All 100,000"));
}

pub async fn rows_that_are_far_leave_the_page_and_come_back(page: Page) {
    let letter = published::of_length(100_000);
    open(&page, &letter, "show=roll").await;
    let sheets = "root().querySelectorAll('.sheet').length";
    while page.number(sheets).await < 120 {
        page.run(TO_THE_END).await;
    }
    page.until("root().querySelectorAll('.sheet:empty').length > 10").await;
    assert!(page.number("parts('signatory').length").await < 24 + 16 * 100);
    let height = page.number("document.documentElement.scrollHeight").await;
    page.run("root().querySelector('.sheet:empty').scrollIntoView(); window.at = scrollY").await;
    // The rows in view are there again, and the reader has kept the place.
    page.until(
        "[...root().querySelectorAll('.sheet')].some(sheet => {
            const { top, bottom } = sheet.getBoundingClientRect();
            return sheet.childElementCount === 16 && top < innerHeight / 2 && bottom > innerHeight / 2;
        })",
    )
    .await;
    page.quiet().await;
    assert!(page.is("Math.abs(scrollY - at) < 200").await, "the page has moved by itself");
    let now = page.number("document.documentElement.scrollHeight").await;
    assert!(now.abs_diff(height) < height / 5, "{height} became {now}");
}

pub async fn what_is_found_is_marked_counted_and_cleared_by_escape(page: Page) {
    let letter = published::of_length(600);
    open(&page, &letter, "show=roll").await;
    find(&page, "zzzzqqqq").await;
    page.until(&format!("{STATUS_TEXT}.startsWith('No such name')")).await;
    assert_eq!(page.get(NAMES).await, json!([]));
    find(&page, "maria").await;
    page.until(&format!("/^\\d+ names (found|so far)/.test({STATUS_TEXT})")).await;
    let marks = page.get("[...root().querySelectorAll('.found mark')].map(text)").await;
    assert!(
        marks.as_array().is_some_and(|marks| marks.iter().all(|mark| mark == "Maria" || mark == "María")),
        "{marks}"
    );
    page.run("part('find').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))").await;
    page.until("part('roll').dataset.shows === 'list'").await;
    assert_eq!(page.get("[part('find').value, root().querySelectorAll('.found').length]").await, json!(["", 0]));
    assert_eq!(page.get(STATUS_TEXT).await, "");
}

pub async fn a_common_name_is_shown_by_and_by(page: Page) {
    let letter = published::of_length(100_000);
    open(&page, &letter, "show=roll").await;
    find(&page, "maria").await;
    page.until("root().querySelectorAll('.found > *').length === 32").await;
    assert!(page.get(STATUS_TEXT).await.as_str().unwrap().starts_with("32 names so far"));
    page.run("part('more').click()").await;
    page.until("root().querySelectorAll('.found > *').length === 64").await;
}

pub async fn names_are_found_as_the_shared_table_says(page: Page) {
    let cases: Vec<[&str; 4]> = include_str!("../roll/names.tsv")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| <[&str; 4]>::try_from(line.split('\t').collect::<Vec<_>>()).unwrap())
        .collect();
    let mut letter = small_letter();
    letter["signatories"] = cases.iter().map(|[name, ..]| json!({ "name": name })).collect();
    letter["signatures"] = json!({ "count": cases.len() });
    page.files.answer(crate::page::SMALL, Answer::json(&letter));
    open(&page, crate::page::SMALL, "show=roll").await;
    for [name, query, found, why] in cases {
        // If nothing is left of the reader's text, there is no search.
        if open_letter::roll::fold(query).is_empty() {
            continue;
        }
        find(&page, query).await;
        page.until("part('roll').dataset.shows === 'found'").await;
        let names = page.get(NAMES).await;
        let is_found = names.as_array().unwrap().contains(&json!(shown(name)));
        assert_eq!(is_found, found == "yes", "{name} by {query}, {why}: {names}");
        find(&page, "").await;
    }
}

pub async fn names_of_any_length_wrap_and_never_widen_the_page(page: Page) {
    let names =
        ["W".repeat(300), "长".repeat(300), "👩🏽‍🚀".repeat(40), "x".into(), "مُحَمَّد ".repeat(50), "a\u{301}".repeat(200)];
    let mut letter = small_letter();
    let rows = (0..60).map(|at| json!({ "name": names[at % names.len()], "comment": names[(at + 1) % names.len()] }));
    letter["signatories"] = rows.collect();
    page.files.answer(crate::page::SMALL, Answer::json(&letter));
    page.open_body(&format!(
        "<div style=\"inline-size: 280px\"><open-letter src=\"{{files}}{}\" show=roll></open-letter></div>",
        crate::page::SMALL
    ))
    .await;
    page.until_ready(1).await;
    page.until("canFind()").await;
    let width = "Math.max(...parts('signatory').map(row => row.scrollWidth), part('roll').scrollWidth) <= 280";
    assert!(page.is(width).await);
    assert!(page.is("document.documentElement.scrollWidth <= innerWidth").await);
}

/// The browser's folding of a range of code points, each on its own line.
const DECOMPOSED: &str = "(() => {
    const lines = [];
    for (let code = FROM; code < FROM + 0x8000; code++) {
        const surrogate = code >= 0xd800 && code < 0xe000;
        lines.push(surrogate ? '' : String.fromCodePoint(code).normalize('NFKD').toLowerCase());
    }
    return lines;
})()";

/// Searches in the browser look for keys that the publisher has folded. The two may have different versions of Unicode:
/// they differ only in characters that one of them does not know and so leaves unchanged.
pub async fn characters_fold_in_the_browser_as_they_do_for_the_publisher(page: Page) {
    page.open("one-tag").await;
    let mut differing = Vec::new();
    for from in (0..0x11_0000_u32).step_by(0x8000) {
        let lines = page.get(&DECOMPOSED.replace("FROM", &from.to_string())).await;
        for (code, line) in (from..).zip(lines.as_array().unwrap()) {
            let Some(char) = char::from_u32(code) else { continue };
            let mut native = String::new();
            decompose_compatible(char, |part| native.extend(part.to_lowercase()));
            if line != &native {
                let unknown = [line.as_str().unwrap(), &native].contains(&char.to_string().as_str());
                differing.push((code, unknown));
            }
        }
    }
    // The first character that Unicode 16 added is U+1C89.
    assert!(differing.iter().all(|(code, unknown)| *unknown && *code >= 0x1c89), "{differing:x?}");
}

pub async fn a_roll_at_hand_has_its_orders_and_initiators_first_in_each(page: Page) {
    let mut letter = small_letter();
    let name =
        |number: usize| ["Zoë", "Émile", "Ada", "Öykü", "Noor"][number % 5].to_string() + " " + &number.to_string();
    let rows = (0..45).map(|number| json!({ "name": name(number), "initiator": number == 7 }));
    letter["signatories"] = rows.collect();
    letter["signatures"] = json!({ "count": 45 });
    page.files.answer(crate::page::SMALL, Answer::json(&letter));
    open(&page, crate::page::SMALL, "show=roll").await;
    order(&page, 1).await;
    to_the_end(&page).await;
    page.until(&format!("{NAMES}.at(-1) === 'Zoë 0'")).await;
    let newest = page.get(NAMES).await;
    assert_eq!([&newest[0], &newest[1], &newest[44]], [&json!(name(7)), &json!(name(44)), &json!(name(0))]);
    order(&page, 2).await;
    page.until(&format!("{NAMES}[1]?.startsWith('Ada')")).await;
    assert_eq!(page.number(&format!("{NAMES}.length")).await, 45);
    let sorted = page.get(NAMES).await;
    let first = |at: usize| sorted[at].as_str().unwrap().split(' ').next().unwrap().to_string();
    assert_eq!(
        [first(0), first(1), first(10), first(18), first(27), first(36)],
        ["Ada", "Ada", "Émile", "Noor", "Öykü", "Zoë"]
    );
    order(&page, 0).await;
    page.until(&format!("{NAMES}[0] === 'Zoë 0'")).await;
}

pub async fn the_newest_of_a_long_roll_follow_its_initiators(page: Page) {
    let letter = published::of_length(600);
    open(&page, &letter, "show=roll").await;
    order(&page, 1).await;
    page.until("parts('signatory').length > 50 && root().querySelectorAll('.sheet').length > 2").await;
    let all = names(&published::table(600));
    let mut expected: Vec<String> = all[..12].iter().map(|name| shown(name)).collect();
    expected.extend(all[560..].iter().rev().map(|name| shown(name)));
    page.until(&format!("{NAMES}.length >= 52")).await;
    let shown = page.get(NAMES).await;
    assert_eq!(shown.as_array().unwrap()[..52], expected.iter().map(|name| json!(name)).collect::<Vec<_>>());
}

/// A table of that many rows, of which the first 60 are initiators, and some have titles.
fn of_many_initiators(rows: usize) -> String {
    let row = |at: usize| {
        let title = if at % 100 == 99 { "Professor" } else { "" };
        format!("{at},{title},Ada{at} Example{at},{}\n", at < 60)
    };
    ["id,title,name,initiator\n".to_string(), (0..rows).map(row).collect()].concat()
}

pub async fn many_initiators_are_read_on_like_all_others(page: Page) {
    let letter = published::publish(&own(&page, "initiators"), &of_many_initiators(700));
    open(&page, &letter, "show=roll").await;
    page.until("part('more') && shown(part('more'))").await;
    to_the_end(&page).await;
    let all = page.get("parts('signatory').map(row => text(row.querySelector('.name')).split(' Example').pop())").await;
    let expected: Vec<String> = (0..700).map(|at| at.to_string()).collect();
    assert_eq!(all, json!(expected));
}

pub async fn a_name_is_found_with_its_title(page: Page) {
    let letter = published::publish(&own(&page, "titles"), &of_many_initiators(700));
    open(&page, &letter, "show=roll").await;
    find(&page, "Professor Ada499").await;
    page.until(&format!("{NAMES}.length === 1 && {NAMES}[0].includes('Ada499 Example499')")).await;
}

pub async fn a_kind_can_be_read_by_itself(page: Page) {
    let letter = published::of_length(600);
    open(&page, &letter, "show=roll").await;
    page.run("part('filters').querySelector('.organisation').click()").await;
    page.until(&format!("{NAMES}.length > 0 && parts('person').every(row => row.offsetParent === null)")).await;
    to_the_end(&page).await;
    assert_eq!(page.get(&format!("{NAMES}.length")).await, page.get("parts('organisation').length").await);
}

pub async fn who_signs_meanwhile_joins_without_disturbing_the_reader(page: Page) {
    let id = own(&page, "joined");
    let letter = published::publish(&id, &published::table(540));
    open(&page, &letter, "show=\"count roll\"").await;
    to_the_end(&page).await;
    page.until("parts('signatory').length === 540").await;
    settled(&page).await;
    page.run(
        "part('find').focus({ preventScroll: true }); window.kept = parts('signatory').at(-1); window.at = kept.getBoundingClientRect().top",
    )
    .await;
    published::publish(&id, &(published::table(540) + &published::rows(540, 3)));
    page.run("letter().update()").await;
    page.until("letter().count === 543").await;
    page.until("parts('signatory').length === 543").await;
    let names = names(&published::table(543));
    assert_eq!(
        page.get(&format!("{NAMES}.slice(-3)")).await,
        json!(names[540..].iter().map(|name| shown(name)).collect::<Vec<_>>())
    );
    assert_eq!(page.number("parts('new').length").await, 3);
    assert!(page.is("kept.isConnected && root().activeElement === part('find')").await);
    assert!(page.is("Math.abs(kept.getBoundingClientRect().top - at) < 2").await);
}

pub async fn a_roll_that_was_published_anew_is_read_on(page: Page) {
    let id = own(&page, "anew");
    let letter = published::publish(&id, &published::table(1500));
    open(&page, &letter, "show=roll refresh=off").await;
    page.until("parts('signatory').length > 60").await;
    // A withdrawal: the files with the name are gone, and the page's index still lists them.
    let table = published::table(1500);
    let withdrawn: Vec<&str> =
        table.lines().enumerate().filter(|(at, _)| *at != 1400 && *at != 700).map(|(_, line)| line).collect();
    published::publish(&id, &(withdrawn.join("\n") + "\n"));
    to_the_end(&page).await;
    assert_eq!(page.get("events('error')").await, json!([]));
    let last = names(&table).last().unwrap().clone();
    assert_eq!(page.get(&format!("{NAMES}.at(-1)")).await, json!(shown(&last)));
    find(&page, &last).await;
    page.until(&format!("{STATUS_TEXT}.includes('found')")).await;
}

pub async fn where_names_fail_to_load_the_reader_sees_it_and_can_try_again(page: Page) {
    let letter = published::of_length(600);
    let index = letter.replace("letter.json", "roll/index.json");
    page.files.answer(&index, Answer::status(500));
    open(&page, &letter, "show=roll").await;
    find(&page, "maria").await;
    page.until(&format!("{STATUS_TEXT}.startsWith('The names could not be loaded')")).await;
    page.until("events('error').length").await;
    assert_eq!(page.get("events('error')[0].detail.code").await, "roll");
    assert_eq!(page.number("root().querySelectorAll('[part~=roll] > ol > *').length").await, 24);
    page.files.restore(&index);
    page.run("part('more').click()").await;
    page.until(&format!("/ found|so far/.test({STATUS_TEXT})")).await;
}

pub async fn without_a_way_to_see_the_end_come_near_the_button_reads_on(page: Page) {
    let letter = published::of_length(600);
    let body = format!(
        "<script>delete window.IntersectionObserver</script>\
         <open-letter src=\"{{files}}{letter}\" show=\"roll\"></open-letter>"
    );
    page.open_body(&body).await;
    page.until_ready(1).await;
    page.until("canFind()").await;
    page.run(TO_THE_END).await;
    page.until("part('more')?.offsetParent").await;
    let before = page.number("parts('signatory').length").await;
    page.run("part('more').click()").await;
    page.until(&format!("parts('signatory').length > {before}")).await;
    assert_eq!(page.get("recorded.errors").await, json!([]));
}

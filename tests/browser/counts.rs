//! Counts that change: what the widget requests, believes and shows.

use crate::answer::{Answer, Body};
use crate::origins::Files;
use crate::page::{COUNT, Page, SMALL, small_letter};
use serde_json::{Value, json};

/// The letter [`SMALL`], with its own count of 3 and its goal of 10.
fn small(attributes: &str) -> String {
    format!("<open-letter src=\"{{files}}{SMALL}\" {attributes}></open-letter>")
}

/// A count document without a time.
fn bare(count: &Value) -> Answer {
    Answer::json(&json!({ "count": count }))
}

/// A count document from that second of a fixed minute.
fn dated(count: u64, second: u8) -> Answer {
    Answer::json(&json!({ "count": count, "updated": format!("2026-11-23T12:00:{second:02}Z"), "goal": 10 }))
}

/// Opens a page with the letter, on a clock of its own, and waits for the first answer.
async fn open(page: &Page, attributes: &str) {
    page.open_clocked(&small(attributes)).await;
    page.until_followed(1).await;
    page.pass(1).await;
    page.until_served("the count is asked for", |files| files.count(COUNT) == 1).await;
    page.until("!clock.busy()").await;
}

/// Waits until the page shows that count.
async fn until_count(page: &Page, count: u64) {
    page.until(&format!("letter().count === {count} && text(part('count'))?.includes('{count}')")).await;
}

pub async fn the_count_is_asked_for_once_the_letter_is_there_and_reported(page: Page) {
    page.files.answer(COUNT, dated(7, 0));
    open(&page, "").await;
    until_count(&page, 7).await;
    page.until("events('count').length === 2").await;
    let events =
        page.get("events('count').map(({ detail, bubbles, composed }) => ({ ...detail, bubbles, composed }))").await;
    assert_eq!(
        events,
        json!([
            { "count": 3, "previous": null, "bubbles": true, "composed": true },
            { "count": 7, "previous": 3, "bubbles": true, "composed": true },
        ])
    );
    assert_eq!(page.get("[part('progress').value, part('progress').max]").await, json!([7, 10]));
}

pub async fn a_new_signature_shows_within_one_refresh_and_leaves_all_else_alone(page: Page) {
    open(&page, "").await;
    page.run(
        "window.kept = parts('signatory')[1];
        part('filters').querySelector('.person').click();
        part('filters').querySelector('.person').focus();",
    )
    .await;
    let mut letter = small_letter();
    letter["signatories"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "4", "name": "Garo Gyumri", "kind": "person", "role": "Poet" }));
    letter["signatures"]["count"] = json!(4);
    letter["title"] = json!("A title that was changed meanwhile");
    page.files.answer(SMALL, Answer::json(&letter));
    page.files.answer(COUNT, dated(4, 1));
    page.pass(67).await;
    until_count(&page, 4).await;
    page.until("text(part('new'))?.includes('Garo Gyumri, Poet')").await;
    assert_eq!(page.number("parts('signatory').length").await, 3, "the persons");
    assert_eq!(page.number("parts('new').length").await, 1);
    assert!(page.is("parts('signatory')[0] === kept").await, "a row that stays is the same row");
    assert!(page.is("root().activeElement === part('filters').querySelector('.person')").await, "the focus stays");
    assert!(page.is("part('filters').querySelector('.person').getAttribute('aria-pressed') === 'true'").await);
    assert_eq!(page.text("title").await, "A short letter", "the text is not exchanged under the reader");
    assert_eq!(page.files.count(SMALL), 2);
}

pub async fn who_withdrew_is_gone(page: Page) {
    open(&page, "").await;
    let mut letter = small_letter();
    letter["signatories"].as_array_mut().unwrap().remove(1);
    letter["signatures"]["count"] = json!(2);
    page.files.answer(SMALL, Answer::json(&letter));
    page.files.answer(COUNT, Answer::json(&json!({ "count": 2, "updated": "2026-11-23T12:00:00Z" })));
    page.pass(67).await;
    until_count(&page, 2).await;
    page.until("parts('signatory').length === 2").await;
    page.until("!root().textContent.includes('Ani Ararat')").await;
}

pub async fn the_latest_join_before_the_letter_is_published_anew(page: Page) {
    open(&page, "").await;
    let latest = json!([{ "id": "4", "name": "Garo Gyumri", "kind": "person" }]);
    page.files.answer(COUNT, Answer::json(&json!({ "count": 4, "updated": "2026-11-23T12:00:00Z", "latest": latest })));
    page.pass(67).await;
    page.until("text(part('new'))?.includes('Garo Gyumri')").await;
    page.until("text(part('latest'))?.includes('Garo Gyumri')").await;
}

pub async fn older_answers_change_nothing(page: Page) {
    page.files.answer(COUNT, dated(9, 30));
    open(&page, "").await;
    until_count(&page, 9).await;
    for (count, second) in [(8, 20), (12, 10)] {
        page.files.answer(COUNT, dated(count, second));
        page.pass(67).await;
        assert_eq!(page.number("letter().count").await, 9);
    }
    page.files.answer(COUNT, dated(8, 40));
    page.pass(67).await;
    until_count(&page, 8).await;
}

pub async fn a_lower_count_without_a_time_waits_for_a_second_answer(page: Page) {
    page.files.answer(COUNT, bare(&json!(9)));
    open(&page, "").await;
    until_count(&page, 9).await;
    page.files.answer(COUNT, bare(&json!(8)));
    page.pass(67).await;
    assert_eq!(page.number("letter().count").await, 9);
    page.pass(67).await;
    until_count(&page, 8).await;
}

pub async fn what_is_no_count_is_an_error_told_once_and_the_last_good_one_stays(page: Page) {
    page.files.answer(COUNT, bare(&json!(9)));
    open(&page, "refresh=\"10\"").await;
    until_count(&page, 9).await;
    for (index, wrong) in [json!(-1), json!(2.5), json!(1e300), json!("12,873"), Value::Null].iter().enumerate() {
        page.files.answer(COUNT, bare(wrong));
        // Four times `refresh`, because nothing changes on this page for long.
        page.pass(45).await;
        page.until(&format!("events('error').length === {}", index + 1)).await;
        let detail = page.get(&format!("events('error')[{index}].detail")).await;
        assert_eq!((&detail["code"], &detail["url"]), (&json!("count"), &json!(page.files.url(COUNT))), "{detail}");
        assert!(detail["message"].as_str().unwrap().starts_with("count is "), "{detail}");
        assert_eq!(page.number("letter().count").await, 9);
        page.files.answer(COUNT, bare(&json!(9)));
        page.pass(60).await;
    }
}

pub async fn a_hidden_page_asks_for_nothing_and_asks_at_once_when_it_is_seen_again(page: Page) {
    open(&page, "").await;
    page.run("clock.show(false)").await;
    page.pass(3600).await;
    assert_eq!(page.files.count(COUNT), 1);
    page.files.answer(COUNT, dated(5, 1));
    page.run("clock.show(true)").await;
    page.pass(1).await;
    until_count(&page, 5).await;
    assert_eq!(page.files.count(COUNT), 2);
    page.run("clock.show(false); clock.show(true)").await;
    page.pass(30).await;
    assert_eq!(page.files.count(COUNT), 2, "nothing was due");
}

pub async fn a_page_without_network_asks_for_nothing(page: Page) {
    open(&page, "").await;
    page.run("clock.connect(false)").await;
    page.pass(600).await;
    assert_eq!(page.files.count(COUNT), 1);
    page.run("clock.connect(true)").await;
    page.pass(1).await;
    page.until_served("the count is asked for", |files| files.count(COUNT) == 2).await;
}

pub async fn fifty_elements_ask_once(page: Page) {
    let elements: String = (0..50).map(|index| small(&format!("refresh=\"{}\"", 60 + index))).collect();
    page.open_clocked(&elements).await;
    page.until_followed(50).await;
    page.pass(1).await;
    page.until_served("the count is asked for", |files| files.count(COUNT) == 1).await;
    page.files.answer(COUNT, dated(5, 1));
    page.pass(67).await;
    page.until("[...document.querySelectorAll('open-letter')].every(({ count }) => count === 5)").await;
    assert_eq!(page.files.count(COUNT), 2, "as the quickest of them wants");
    page.run("document.querySelectorAll('open-letter').forEach(element => element.remove())").await;
    page.pass(600).await;
    assert_eq!(page.files.count(COUNT), 2, "nobody is left to ask for");
}

pub async fn parts_placed_apart_share_one_letter_and_one_count(page: Page) {
    let parts = [small("show=\"count sign\""), small("show=\"roll\""), small("show=\"title body\"")].concat();
    page.open_clocked(&parts).await;
    page.until_followed(3).await;
    page.pass(1).await;
    page.until_served("the count is asked for", |files| files.count(COUNT) == 1).await;
    page.quiet().await;
    assert_eq!((page.files.count(SMALL), page.files.count(COUNT)), (1, 1));
}

pub async fn a_count_that_has_not_changed_is_asked_about_by_its_tag_and_without_a_preflight(page: Page) {
    page.files.answer(COUNT, dated(5, 1).with_tag("\"one\""));
    open(&page, "").await;
    until_count(&page, 5).await;
    page.pass(67).await;
    page.until_served("the count is asked for again", |files| files.count(COUNT) == 2).await;
    page.files.answer(COUNT, dated(6, 2).with_tag("\"two\""));
    page.pass(67).await;
    until_count(&page, 6).await;
    let requests = page.files.requests();
    let answers = requests.iter().filter(|request| request.path == COUNT);
    let answers: Vec<_> = answers.map(|request| (request.if_none_match.as_deref(), request.status)).collect();
    // The windows of WebKit's driver are private, and store nothing.
    if page.is("navigator.vendor.startsWith('Apple')").await {
        assert_eq!(answers, [(None, 200); 3]);
    } else {
        assert_eq!(answers, [(None, 200), (Some("\"one\""), 304), (Some("\"one\""), 200)]);
    }
    // The page and the files have different origins: a request that is not simple (Fetch standard) would cost another
    // one.
    assert!(requests.iter().all(|request| request.method == "GET"), "{requests:?}");
}

pub async fn refresh_off_asks_for_nothing_but_by_update(page: Page) {
    page.open_clocked(&small("refresh=\"off\"")).await;
    page.until_followed(1).await;
    page.pass(600).await;
    assert_eq!(page.files.count(COUNT), 0);
    page.files.answer(COUNT, dated(6, 1));
    page.run("window.answer = 'none'; letter().update().then(value => (window.answer = [value === undefined, letter().count]))").await;
    page.until("window.answer !== 'none'").await;
    assert_eq!(page.get("window.answer").await, json!([true, 6]));
    page.run("letter().refresh = 30").await;
    page.pass(40).await;
    assert_eq!(page.files.count(COUNT), 2, "from now on it is asked for");
}

pub async fn update_resolves_when_no_answer_comes(page: Page) {
    open(&page, "").await;
    page.files.answer(COUNT, Answer::status(500));
    page.run("letter().update().then(() => (window.answered = true))").await;
    page.until("window.answered").await;
    page.until("events('error').length === 1").await;
    assert_eq!(page.number("letter().count").await, 3);
}

pub async fn the_letter_stays_where_the_part_that_follows_it_cannot_be_had(page: Page) {
    for path in Files::part("updates") {
        page.files.answer(&path, Answer::status(404));
    }
    page.open_clocked(&small("")).await;
    page.until_followed(1).await;
    page.until("events('error').length === 1").await;
    assert_eq!(page.get("events('error')[0].detail.code").await, json!("count"));
    page.run("letter().update().then(() => (window.answered = true))").await;
    page.until("window.answered").await;
    page.pass(600).await;
    assert_eq!((page.files.count(COUNT), page.number("letter().count").await), (0, 3));
    assert_eq!(page.number("parts('signatory').length").await, 3);
}

pub async fn the_part_that_follows_is_started_whatever_type_its_host_gives_it(page: Page) {
    for path in Files::part("updates") {
        let bytes = std::fs::read(crate::site::folder().join(path.trim_start_matches('/'))).unwrap();
        page.files.answer(&path, Answer::file("part.bin", bytes));
    }
    open(&page, "").await;
}

pub async fn a_letter_that_is_closed_is_not_polled(page: Page) {
    let mut letter = small_letter();
    letter["status"] = json!("delivered");
    page.files.answer(SMALL, Answer::json(&letter));
    page.open_clocked(&small("")).await;
    page.until_followed(1).await;
    page.pass(600).await;
    assert_eq!((page.files.count(COUNT), page.number("letter().count").await), (0, 3));
}

pub async fn numbers_of_other_systems_are_read_by_pointer(page: Page) {
    let shapes = [
        ("/data/attributes/signature_count", json!({ "data": { "attributes": { "signature_count": 104_214 } } })),
        ("/total_signatures", json!({ "title": "A petition", "total_signatures": 104_214 })),
        ("/0/meta/signatures", json!([{ "id": 7, "meta": { "signatures": 104_214 } }])),
    ];
    for (index, (pointer, document)) in shapes.into_iter().enumerate() {
        // Each at its own address, because WebKit keeps what it has preloaded.
        let (src, api) = (format!("/letters/foreign-{index}.json"), format!("/api-{index}.json"));
        let mut letter = small_letter();
        letter["signatures"]["src"] = json!({ "url": page.files.url(&api), "pointer": pointer });
        page.files.answer(&src, Answer::json(&letter));
        page.files.answer(&api, Answer::json(&document));
        page.open_body(&format!("<open-letter src=\"{{files}}{src}\" show=\"count\"></open-letter>")).await;
        page.until("text(part('count'))?.includes('104,214')").await;
    }
}

pub async fn a_host_that_sends_retry_after_is_obeyed(page: Page) {
    open(&page, "refresh=\"10\"").await;
    page.files.answer(COUNT, Answer::status(503).with_header("retry-after", "300"));
    page.pass(15).await;
    assert_eq!(page.files.count(COUNT), 2);
    page.pass(290).await;
    assert_eq!(page.files.count(COUNT), 2);
    page.files.answer(COUNT, dated(4, 1));
    page.pass(100).await;
    until_count(&page, 4).await;
}

pub async fn a_server_in_trouble_is_asked_ever_more_rarely_and_found_again(page: Page) {
    open(&page, "refresh=\"10\"").await;
    let troubles = [
        Answer::status(500),
        Answer::broken(Body::Reset),
        Answer::text("text/html", "<!doctype html><p>Hello"),
        Answer::status(404).without_cors(),
    ];
    // Not the server's count: Firefox repeats a request itself after a reset connection.
    let mut asked = page.number("clock.begun").await;
    for trouble in troubles {
        page.files.answer(COUNT, trouble);
        page.pass(300).await;
        let now = page.number("clock.begun").await;
        assert!(now - asked <= 8, "{} requests in five minutes of trouble", now - asked);
        asked = now;
    }
    assert_eq!(page.get("events('error').map(({ detail }) => detail.code)").await, json!(["count"]), "one event");
    page.files.answer(COUNT, dated(8, 1));
    page.pass(1200).await;
    until_count(&page, 8).await;
}

pub async fn caches_that_take_turns_do_not_make_the_count_go_back(page: Page) {
    page.files.answer(COUNT, dated(9, 30));
    open(&page, "refresh=\"10\"").await;
    until_count(&page, 9).await;
    for (count, second) in [(8, 10), (9, 30), (7, 5), (9, 30), (8, 10), (10, 40), (9, 30)] {
        page.files.answer(COUNT, dated(count, second));
        page.pass(12).await;
    }
    until_count(&page, 10).await;
    assert_eq!(page.get("events('count').map(({ detail }) => detail.count)").await, json!([3, 9, 10]));
}

pub async fn an_answer_that_never_ends_is_given_up_and_the_next_one_counts(page: Page) {
    open(&page, "").await;
    let beginning = br#"{"count": 4"#;
    page.files.answer(COUNT, Answer::broken(Body::Stalled(beginning.as_slice().into())));
    page.run("clock.pass(67)").await;
    page.until_served("the count is asked for", |files| files.count(COUNT) == 2).await;
    page.run("clock.pass(11)").await;
    page.until("events('error')[0]?.detail.message === 'no whole answer within 10 s'").await;
    page.until_served("the request is given up", crate::origins::Files::idle).await;
    page.files.answer(COUNT, dated(5, 1));
    page.pass(80).await;
    until_count(&page, 5).await;
}

pub async fn a_count_that_is_old_stays_with_the_time_it_is_from(page: Page) {
    page.files.answer(COUNT, dated(9, 0));
    open(&page, "refresh=\"10\"").await;
    until_count(&page, 9).await;
    page.files.answer(COUNT, Answer::status(500));
    page.pass(60).await;
    assert_eq!(page.get("text(root().querySelector('.stale'))").await, "");
    page.pass(240).await;
    page.until("text(root().querySelector('.stale')).startsWith('As of Nov 2')").await;
    assert_eq!(page.number("letter().count").await, 9);
    page.files.answer(COUNT, dated(10, 1));
    page.pass(1200).await;
    until_count(&page, 10).await;
    assert_eq!(page.get("text(root().querySelector('.stale'))").await, "");
}

pub async fn a_stream_updates_at_once_and_requests_become_a_fallback(page: Page) {
    with_stream(&page);
    page.files.answer("/stream", Answer::stream(&[json!({ "count": 40 }), json!({ "count": 41 })]));
    page.open_clocked(&small("")).await;
    page.until("letter()?.count >= 40").await;
    page.pass(1).await;
    until_count(&page, 41).await;
    let before = page.files.count(COUNT);
    page.pass(200).await;
    assert_eq!(page.files.count(COUNT), before);
    page.run("clock.show(false)").await;
    page.until_served("the stream is closed", crate::origins::Files::idle).await;
    page.run("clock.show(true)").await;
    page.until_served("the stream is opened again", |files| files.count("/stream") == 2).await;
}

pub async fn without_its_stream_the_count_is_asked_for(page: Page) {
    with_stream(&page);
    page.files.answer("/stream", Answer::status(500));
    page.files.answer(COUNT, dated(5, 1));
    page.open_clocked(&small("")).await;
    page.until_followed(1).await;
    page.pass(1).await;
    until_count(&page, 5).await;
    page.files.answer(COUNT, dated(6, 2));
    page.pass(67).await;
    until_count(&page, 6).await;
    page.pass(1800).await;
    let tries = page.files.count("/stream");
    assert!((2..=8).contains(&tries), "the stream was tried {tries} times in half an hour");
}

pub async fn names_that_came_with_the_count_are_not_asked_for(page: Page) {
    page.files.answer(COUNT, dated(3, 0));
    open(&page, "").await;
    for count in 4..10 {
        let latest: Vec<Value> =
            (4..=count).rev().take(5).map(|id| json!({ "id": id.to_string(), "name": format!("Name {id}") })).collect();
        let updated = format!("2026-11-23T12:01:{count:02}Z");
        page.files.answer(COUNT, Answer::json(&json!({ "count": count, "updated": updated, "latest": latest })));
        page.pass(67).await;
        page.until(&format!("parts('signatory').length === {count}")).await;
    }
    assert_eq!(page.files.count(SMALL), 1, "the letter itself");
}

pub async fn names_follow_at_most_every_five_minutes_and_then_to_the_last(page: Page) {
    page.files.answer(COUNT, dated(3, 0));
    open(&page, "refresh=\"10\"").await;
    for count in 11..25 {
        page.files.answer(COUNT, dated(count, u8::try_from(count).unwrap()));
        page.pass(13).await;
    }
    until_count(&page, 24).await;
    page.until("!clock.busy()").await;
    // The letter itself, and its names at the first change; no more of them until the time is up.
    assert_eq!(page.files.count(SMALL), 2);
    let mut letter = small_letter();
    letter["signatures"]["count"] = json!(24);
    letter["signatories"].as_array_mut().unwrap().push(json!({ "id": "24", "name": "The last of all" }));
    page.files.answer(SMALL, Answer::json(&letter));
    page.pass(130).await;
    page.until("parts('signatory').some(row => text(row).includes('The last of all'))").await;
    page.pass(600).await;
    assert_eq!(page.files.count(SMALL), 3, "it is as new as the count");
}

pub async fn a_clock_that_is_set_back_stops_nothing(page: Page) {
    page.files.answer(COUNT, dated(5, 0));
    open(&page, "").await;
    until_count(&page, 5).await;
    page.run("clock.show(false); const { now } = Date; Date.now = () => now() - 86_400_000; clock.show(true)").await;
    page.files.answer(COUNT, dated(6, 30));
    page.pass(67).await;
    until_count(&page, 6).await;
    page.files.answer(COUNT, dated(7, 40));
    page.pass(67).await;
    until_count(&page, 7).await;
}

pub async fn a_time_in_the_future_stops_nothing(page: Page) {
    page.files.answer(COUNT, Answer::json(&json!({ "count": 5, "updated": "2099-01-01T00:00:00Z" })));
    open(&page, "").await;
    until_count(&page, 5).await;
    page.files.answer(COUNT, dated(6, 30));
    page.pass(67).await;
    until_count(&page, 6).await;
}

/// Page translators replace texts by their own elements.
pub async fn a_count_that_was_translated_goes_on(page: Page) {
    page.files.answer(COUNT, dated(5, 0));
    open(&page, "").await;
    until_count(&page, 5).await;
    page.run(
        "const texts = [], walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const node of texts.filter(({ data, parentNode }) => data.trim() && parentNode.localName !== 'style')) {
            const font = document.createElement('font');
            font.textContent = `»${node.data}«`;
            node.replaceWith(font);
        }",
    )
    .await;
    assert!(page.is("text(part('count')).includes('»')").await);
    let latest = json!([{ "id": "6", "name": "Garo Gyumri", "kind": "person" }]);
    let count = json!({ "count": 6, "updated": "2026-11-23T12:00:30Z", "goal": 10, "latest": latest });
    page.files.answer(COUNT, Answer::json(&count));
    page.pass(67).await;
    page.until("text(root().querySelector('[part=count] .number')) === '6'").await;
    page.until("text(part('latest')).includes('Garo Gyumri')").await;
    page.until("text(part('new'))?.includes('Garo Gyumri')").await;
    assert_eq!(page.get("recorded.errors").await, json!([]));
}

fn with_stream(page: &Page) {
    let mut letter = small_letter();
    letter["signatures"]["stream"] = json!("../stream");
    page.files.answer(SMALL, Answer::json(&letter));
}

pub async fn screen_readers_get_it_now_and_then_and_by_one_element(page: Page) {
    page.open_clocked(
        &[small("refresh=\"10\" show=\"roll\""), small("refresh=\"10\""), small("refresh=\"10\"")].concat(),
    )
    .await;
    page.until_followed(3).await;
    page.run(
        "window.spoken = [];
        document.querySelectorAll('open-letter').forEach(({ shadowRoot }, index) => {
            const status = shadowRoot.querySelector('.spoken');
            if (status) new MutationObserver(() => spoken.push(`${index}: ${status.textContent}`))
                .observe(status, { childList: true, characterData: true, subtree: true });
        });",
    )
    .await;
    for count in 4..10 {
        page.files.answer(COUNT, dated(count, u8::try_from(count).unwrap()));
        page.pass(12).await;
    }
    let spoken = page.get("spoken").await;
    let spoken: Vec<&str> = spoken.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!((2..=4).contains(&spoken.len()), "{spoken:?}");
    assert!(spoken.iter().all(|text| text.starts_with("1: ")), "{spoken:?}");
}

pub async fn what_is_read_stays_where_it_is_when_names_join_above_it(page: Page) {
    let below = "<div style=\"height: 3000px\"><p id=\"read\">Read me</p></div>";
    page.open_clocked(&[&small("show=\"count roll title\""), below].concat()).await;
    page.until_followed(1).await;
    page.pass(1).await;
    page.run("document.getElementById('read').scrollIntoView(); window.scrollBy(0, 20)").await;
    let place = "Math.round(document.getElementById('read').getBoundingClientRect().top)";
    let before = page.get(place).await;
    let latest: Vec<Value> =
        (4..40).map(|number| json!({ "id": number.to_string(), "name": format!("Name {number}") })).collect();
    page.files
        .answer(COUNT, Answer::json(&json!({ "count": 39, "updated": "2026-11-23T12:00:00Z", "latest": latest })));
    page.pass(67).await;
    page.until("parts('new').length === 36").await;
    page.until(&format!("{place} === {before}")).await;
}

pub async fn who_withdrew_is_gone_also_where_another_has_signed(page: Page) {
    page.files.answer(COUNT, dated(3, 0));
    open(&page, "").await;
    let mut letter = small_letter();
    let garo = json!({ "id": "4", "name": "Garo Gyumri", "kind": "person" });
    letter["signatories"].as_array_mut().unwrap().remove(1);
    letter["signatories"].as_array_mut().unwrap().push(garo.clone());
    page.files.answer(SMALL, Answer::json(&letter));
    let count = json!({ "count": 3, "updated": "2026-11-23T12:00:30Z", "goal": 10, "latest": [garo] });
    page.files.answer(COUNT, Answer::json(&count));
    page.pass(67).await;
    page.until("text(part('new'))?.includes('Garo Gyumri')").await;
    page.until("!root().textContent.includes('Ani Ararat')").await;
    assert_eq!(page.number("parts('signatory').length").await, 3);
}

pub async fn who_joined_and_withdrew_before_the_letter_followed_is_gone(page: Page) {
    open(&page, "").await;
    let latest = |names: &[&str]| {
        names.iter().map(|name| json!({ "id": name, "name": name, "kind": "person" })).collect::<Vec<_>>()
    };
    for (second, names, joined) in [
        (10, vec!["Garo", "Lucine"], vec!["Lucine", "Garo"]),
        (20, vec!["Nareg", "Garo"], vec!["Lucine", "Garo", "Nareg"]),
        (30, vec!["Nareg", "Lucine"], vec!["Lucine", "Nareg"]),
    ] {
        let count = json!({ "count": 3 + joined.len(), "updated": format!("2026-11-23T12:00:{second}Z"),
            "latest": latest(&names) });
        page.files.answer(COUNT, Answer::json(&count));
        page.pass(67).await;
        let shown = "JSON.stringify(parts('new').map(row => text(row.querySelector('.name'))))";
        page.until(&format!("{shown} === JSON.stringify({})", json!(joined))).await;
    }
}

/// A table may have no ids: then the affiliation distinguishes signatories.
pub async fn without_ids_nobody_is_listed_twice(page: Page) {
    let mut letter = small_letter();
    let row = |name: &str, organisation: &str| json!({ "name": name, "kind": "person", "organisation": organisation });
    letter["signatories"] = json!([row("Ani", "Union"), row("Bedros", "Union"), row("Zabel", "Union")]);
    page.files.answer(SMALL, Answer::json(&letter));
    open(&page, "").await;
    let latest = json!([row("Garo", "Union"), { "name": "Zabel", "kind": "person" }, row("Bedros", "Union")]);
    page.files.answer(COUNT, Answer::json(&json!({ "count": 4, "updated": "2026-11-23T12:00:30Z", "latest": latest })));
    page.pass(67).await;
    page.until("parts('new').length").await;
    page.quiet().await;
    assert_eq!(page.number("parts('signatory').length").await, 4);
}

pub async fn a_letter_that_closes_meanwhile_offers_no_way_to_sign_and_asks_no_more(page: Page) {
    page.files.answer(COUNT, dated(3, 0));
    open(&page, "").await;
    assert!(page.is("shown(part('sign'))").await);
    let closed = json!({ "count": 3, "updated": "2026-11-23T12:00:30Z", "goal": 10, "status": "closed" });
    page.files.answer(COUNT, Answer::json(&closed));
    page.pass(67).await;
    page.until("!parts('sign').some(shown)").await;
    let asked = page.files.count(COUNT);
    page.pass(600).await;
    assert_eq!(page.files.count(COUNT), asked);
    page.run("letter().update().then(() => (window.updated = true))").await;
    page.until("window.updated").await;
}

pub async fn whoever_chose_a_kind_finds_the_way_back_when_its_last_has_withdrawn(page: Page) {
    page.files.answer(COUNT, dated(3, 0));
    open(&page, "").await;
    page.run("part('filters').querySelector('.organisation').click()").await;
    let mut letter = small_letter();
    letter["signatories"].as_array_mut().unwrap().retain(|row| row["kind"] == "person");
    let left = letter["signatories"].as_array().unwrap().len() as u64;
    letter["signatures"]["count"] = json!(left);
    page.files.answer(SMALL, Answer::json(&letter));
    page.files.answer(COUNT, dated(left, 30));
    page.pass(67).await;
    page.until("parts('signatory').length === 0").await;
    assert!(page.is("shown(part('filters').querySelector('.all'))").await);
    page.run("part('filters').querySelector('.all').click()").await;
    page.until(&format!("parts('signatory').filter(shown).length === {left} && !shown(part('filters'))")).await;
}

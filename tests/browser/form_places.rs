//! Where the form is, and where the link leads instead.

use crate::access::axe;
use crate::answer::Answer;
use crate::collector::{Collector, Given};
use crate::form::{OUTCOME, SEND, click_sign, element, fill_in, letter, open, send_code, until_code, write};
use crate::origins::Files;
use crate::page::{OTHER, Page, SMALL};
use serde_json::json;

/// Where the link leads.
const AWAY: &str = "/sign-here.html";

fn with_link(page: &Page, mut letter: serde_json::Value) -> serde_json::Value {
    letter["sign"]["url"] = json!(page.host.url(AWAY));
    page.host.answer(AWAY, Answer::text("text/html", "<!doctype html><title>Sign</title><h1>Sign</h1>"));
    letter
}

async fn until_away(page: &Page) {
    page.until(&format!("location.pathname === '{AWAY}' && document.querySelector('h1')")).await;
}

pub async fn what_was_typed_stays_when_the_form_is_closed_and_when_the_language_changes(page: Page) {
    let collector = Collector::start().await;
    let letter = letter(&collector);
    let mut french = letter.clone();
    french["lang"] = json!("fr");
    french["sign"]["label"] = json!("Signer");
    page.files.answer("/letters/small.fr.json", Answer::json(&french));
    open(&page, &letter).await;
    click_sign(&page).await;
    fill_in(&page).await;
    write(&page, "comment", "Every word counts.").await;
    page.run("part('form').querySelector('[value=organisation]').click()").await;
    let typed = "[...part('form').querySelectorAll('[name]')].map(field => field.type.match(/radio|checkbox/) ? field.checked : field.value)";
    let before = page.get(typed).await;
    page.run("part('form').querySelector('.close').click()").await;
    page.until("!part('form') && focused() === part('sign')").await;
    assert_eq!(page.get("part('sign').getAttribute('aria-expanded')").await, "false");
    click_sign(&page).await;
    assert_eq!(page.get(typed).await, before);
    page.run("part('sign').click()").await;
    page.until("!part('form')").await;
    click_sign(&page).await;
    page.run("parts('languages')[0].querySelector('[lang=fr]').click()").await;
    page.until("text(part('form'))?.includes('Adresse')").await;
    assert_eq!(page.get(typed).await, before);
    assert!(page.is("part('form').closest('[part~=letter]').lang === 'fr'").await);
    page.run(SEND).await;
    page.until("part('form').querySelectorAll('[aria-invalid=true]').length === 1").await;
}

pub async fn a_host_that_holds_the_event_back_gets_no_form(page: Page) {
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    page.run("addEventListener('open-letter-sign', event => event.preventDefault())").await;
    page.run("part('sign').click()").await;
    page.quiet().await;
    assert!(page.is("!part('form')").await);
}

pub async fn where_the_part_cannot_be_had_the_link_leads_on(page: Page) {
    let collector = Collector::start().await;
    let letter = with_link(&page, letter(&collector));
    for path in Files::part("form") {
        page.files.answer(&path, Answer::status(404));
    }
    open(&page, &letter).await;
    // When the reader leaves, the request for the count may fail too.
    page.run("addEventListener('open-letter-error', ({ detail }) => sessionStorage.setItem(detail.code, detail.code))")
        .await;
    page.run("part('sign').click()").await;
    until_away(&page).await;
    assert_eq!(page.get("sessionStorage.getItem('sign')").await, "sign");
}

/// A plain post from a partner's page would have that site's cookies.
pub async fn a_form_that_only_a_page_can_send_is_behind_the_link(page: Page) {
    let collector = Collector::start().await;
    let mut letter = with_link(&page, letter(&collector));
    letter["sign"]["form"] = json!({ "action": "https://forms.example/f", "by": "page", "ask": [{ "field": "name" }] });
    open(&page, &letter).await;
    page.run("part('sign').click()").await;
    until_away(&page).await;
}

pub async fn a_form_that_is_none_leaves_the_link(page: Page) {
    let collector = Collector::start().await;
    for bad in [json!({ "action": "http://insecure.example/f", "ask": [] }), json!("yes"), json!({})] {
        let mut letter = with_link(&page, letter(&collector));
        letter["sign"]["form"] = bad;
        open(&page, &letter).await;
        page.run("part('sign').click()").await;
        until_away(&page).await;
    }
}

pub async fn another_receiver_is_named_and_believed_by_its_answer(page: Page) {
    let collector = Collector::start().await;
    let mut letter = letter(&collector);
    letter["sign"]["form"] = json!({
        "action": collector.elsewhere("/api"), "by": "status",
        "ask": [{ "field": "first-name" }, { "field": "last-name" }, { "field": "email" }],
        "send": {
            "as": "json", "fails": "/errors",
            "body": { "person": { "given_name": "{first-name}", "email_addresses": [{ "address": "{email}" }] } },
        },
    });
    open(&page, &letter).await;
    click_sign(&page).await;
    assert!(page.is("text(part('form')).includes('localhost receives your data')").await);
    write(&page, "first-name", "Kim").await;
    write(&page, "last-name", "Lee").await;
    write(&page, "email", "kim@example.org").await;
    collector.next(Given::Json(200, json!({ "errors": [{ "message": "unknown page" }] })));
    page.run(SEND).await;
    page.until("text(part('form')).includes('localhost did not accept your signature')").await;
    page.run(SEND).await;
    page.until(&format!("{OUTCOME}.includes('localhost has received your signature')")).await;
    assert_eq!(page.get("events('signed').map(({ detail }) => detail.state)").await, json!(["sent"]));
    let posts = collector.posts();
    let body: serde_json::Value = serde_json::from_str(&posts[1].body).unwrap();
    assert_eq!(
        body,
        json!({ "person": { "given_name": "Kim", "email_addresses": [{ "address": "kim@example.org" }] } })
    );
    assert_eq!(posts[1].headers["content-type"], "application/json");
    assert_eq!(page.number("letter().count").await, 3);
}

pub async fn a_badge_opens_the_form_of_the_letter_on_the_page(page: Page) {
    let collector = Collector::start().await;
    page.files.answer(SMALL, Answer::json(&letter(&collector)));
    page.open_body(&[element("show=\"count sign\""), element("")].concat()).await;
    page.until_ready(2).await;
    page.run(
        "window.pressed = [];
        for (const index of [0, 1]) letter(index).addEventListener('open-letter-sign', () => pressed.push(index));
        part('sign', 0).click()",
    )
    .await;
    page.until("shown(part('form', 1))").await;
    assert!(page.is("!part('form', 0)").await);
    page.until("focused().name === 'name'").await;
    // One event, on the element that was pressed.
    assert_eq!(page.get("pressed").await, json!([0]));
}

pub async fn a_badge_alone_opens_its_own_form(page: Page) {
    let collector = Collector::start().await;
    page.files.answer(SMALL, Answer::json(&letter(&collector)));
    page.open_body(&element("show=\"count sign\"")).await;
    page.until_ready(1).await;
    click_sign(&page).await;
    fill_in(&page).await;
    page.run(SEND).await;
    until_code(&page).await;
}

pub async fn two_letters_on_one_page_have_two_forms(page: Page) {
    let collector = Collector::start().await;
    page.files.answer(SMALL, Answer::json(&letter(&collector)));
    let mut other = letter(&collector);
    other["id"] = json!("other");
    other["sign"]["form"]["action"] = json!(collector.action("other"));
    page.files.answer(OTHER, Answer::json(&other));
    page.open_body(&format!("{}<open-letter src=\"{{files}}{OTHER}\"></open-letter>", element(""))).await;
    page.until_ready(2).await;
    page.run("part('sign', 1).click()").await;
    page.until("shown(part('form', 1))").await;
    page.run("part('sign', 0).click()").await;
    page.until("shown(part('form', 0))").await;
    page.run("part('form', 1).querySelector('[name=name]').value = 'Kim Lee'").await;
    assert_eq!(page.get("part('form', 0).querySelector('[name=name]').value").await, "");
    fill_in(&page).await;
    page.run(SEND).await;
    until_code(&page).await;
    assert!(page.is("part('form', 1).dataset.stage === 'asking'").await);
    assert_eq!(collector.posts()[0].path, "/collect/v1/letters/small/signatures");
}

pub async fn the_strictest_policy_is_kept(page: Page) {
    let collector = Collector::start().await;
    page.files.answer(SMALL, Answer::json(&letter(&collector)));
    let policy = format!(
        "default-src 'none'; script-src {{origin}} 'wasm-unsafe-eval'; connect-src {{origin}} {}; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        collector.origin()
    );
    page.open_guarded(&element(""), Some(&policy)).await;
    page.until_ready(1).await;
    click_sign(&page).await;
    fill_in(&page).await;
    page.run(SEND).await;
    until_code(&page).await;
    send_code(&page, crate::collector::CODE).await;
    page.until(&format!("{OUTCOME}.includes('You have signed')")).await;
    assert_eq!(page.get("recorded.violations").await, json!([]));
    assert_eq!(page.number("root().querySelectorAll('[style], style').length").await, 0);
}

/// Some hosts let frames run scripts and nothing else.
pub async fn a_frame_that_may_not_submit_forms_signs_too(page: Page) {
    let collector = Collector::start().await;
    page.files.answer(SMALL, Answer::json(&letter(&collector)));
    page.open_bare(
        "<iframe src=\"{files}/embed.html?letter=letters/small.json\" sandbox=\"allow-scripts allow-same-origin\"
          title=\"A letter\" width=\"700\" height=\"3000\"></iframe>",
    )
    .await;
    page.until_inside("!!part('sign')").await;
    page.inside("part('sign').click()").await;
    page.until_inside("!!part('form')").await;
    page.inside(
        "(() => {
            const field = name => part('form').querySelector(`[name=${name}]`);
            field('name').value = 'Kim Lee';
            field('email').value = 'kim@example.org';
            field('consent').click();
            part('form').querySelector('.asking .send').click();
        })()",
    )
    .await;
    page.until_inside("part('form').dataset.stage === 'coding'").await;
}

pub async fn everybody_can_use_it_in_each_stage(page: Page) {
    let collector = Collector::start().await;
    axe::serve(&page);
    page.files.answer(SMALL, Answer::json(&letter(&collector)));
    for (theme, width) in [("light", 1280), ("dark", 320)] {
        let letter = element(&format!("theme=\"{theme}\""));
        let body = format!("{}<main style=\"inline-size: {width}px\"><h1>A host</h1>{letter}</main>", axe::TAG);
        page.open_body(&body).await;
        page.until_ready(1).await;
        click_sign(&page).await;
        assert_eq!(axe::found(&page).await, [] as [String; 0], "{theme}: the fields");
        page.run(SEND).await;
        page.until("part('form').querySelectorAll('[aria-invalid=true]').length === 3").await;
        assert_eq!(axe::found(&page).await, [] as [String; 0], "{theme}: faults");
        fill_in(&page).await;
        page.run(SEND).await;
        until_code(&page).await;
        assert_eq!(axe::found(&page).await, [] as [String; 0], "{theme}: the code");
        assert!(page.is("part('form').scrollWidth <= part('form').clientWidth").await);
        send_code(&page, crate::collector::CODE).await;
        page.until(&format!("{OUTCOME}.includes('You have signed')")).await;
        assert_eq!(axe::found(&page).await, [] as [String; 0], "{theme}: the end");
    }
}

pub async fn nothing_that_was_typed_is_stored_or_told(page: Page) {
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    click_sign(&page).await;
    fill_in(&page).await;
    page.run(SEND).await;
    until_code(&page).await;
    send_code(&page, crate::collector::CODE).await;
    page.until(&format!("{OUTCOME}.includes('You have signed')")).await;
    let kept =
        page.get("[document.cookie, localStorage.length, sessionStorage.length, JSON.stringify(recorded)]").await;
    assert_eq!((&kept[0], &kept[1], &kept[2]), (&json!(""), &json!(0), &json!(0)));
    assert!(!kept[3].as_str().unwrap().contains("kim@example.org"), "{kept}");
    assert!(!page.files.requests().iter().any(|request| request.path.contains("kim")));
}

/// A browser would write the answers into the address of the page.
pub async fn a_script_of_the_page_cannot_send_what_was_typed_to_the_page(page: Page) {
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    click_sign(&page).await;
    fill_in(&page).await;
    let before = page.get("location.href").await;
    // Firefox throws instead.
    page.run(
        "window.stays = true;
        const form = part('form').querySelector('form');
        for (const way of ['submit', 'requestSubmit']) try { form[way]() } catch {}",
    )
    .await;
    page.quiet().await;
    assert_eq!(page.get("location.href").await, before);
    assert!(page.is("window.stays && shown(part('form'))").await);
}

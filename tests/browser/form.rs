//! Signing where one reads: the form, the code, the end.

use crate::answer::Answer;
use crate::collector::{CODE, Collector, Given, NUMBER};
use crate::page::{Page, SMALL, small_letter};
use serde_json::{Value, json};

/// A letter that asks for these fields, at a collector.
pub fn letter(collector: &Collector) -> Value {
    let mut letter = small_letter();
    letter["privacy"] = json!("https://example.org/privacy");
    letter["sign"]["form"] = json!({
        "action": collector.action("small"),
        "ask": [
            { "field": "name" },
            { "field": "email" },
            { "field": "kind" },
            { "field": "organisation", "required": "organisation" },
            { "field": "comment", "max": 280 },
            { "field": "consent", "id": "2026-11-29", "text": "I sign this letter, and my name may be published." }
        ]
    });
    letter
}

/// Opens a page with that letter.
pub async fn open(page: &Page, letter: &Value) {
    page.files.answer(SMALL, Answer::json(letter));
    page.open_body(&element("")).await;
    page.until_ready(1).await;
}

pub fn element(attributes: &str) -> String {
    format!("<open-letter src=\"{{files}}{SMALL}\" {attributes}></open-letter>")
}

/// Opens the form by a click.
pub async fn click_sign(page: &Page) {
    page.run("part('sign').click()").await;
    page.until("shown(part('form'))").await;
}

/// Types into a field.
pub async fn write(page: &Page, field: &str, text: &str) {
    page.run(&format!(
        "const field = part('form').querySelector('[name={field}]');
        field.focus();
        field.value = {};
        field.dispatchEvent(new Event('input', {{ bubbles: true, composed: true }}));
        field.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(text)
    ))
    .await;
}

/// Fills in what must be filled in.
pub async fn fill_in(page: &Page) {
    write(page, "name", "Kim Lee").await;
    write(page, "email", "kim@example.org").await;
    page.run("part('form').querySelector('[name=consent]').click()").await;
}

pub const SEND: &str = "part('form').querySelector('.asking .send').click()";
pub const CONFIRM: &str = "part('form').querySelector('.coding .send').click()";
/// What the form has said: to screen readers, and at the end.
pub const STATUS: &str = "text(part('form').querySelector('[role=status]'))";
pub const OUTCOME: &str = "text(part('form').querySelector('.outcome'))";

/// Waits until the form asks for the code.
pub async fn until_code(page: &Page) {
    page.until("part('form').dataset.stage === 'coding' && shown(part('form').querySelector('#sign-code'))").await;
}

/// Types the code, and sends it.
pub async fn send_code(page: &Page, code: &str) {
    page.run(&format!("part('form').querySelector('#sign-code').value = '{code}'; {CONFIRM}")).await;
}

pub async fn who_reads_signs_and_sees_her_number_and_her_name(page: Page) {
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    assert!(page.is("part('sign').getAttribute('role') === null").await, "it is a link until the form is there");
    click_sign(&page).await;
    assert_eq!(
        page.get("[part('sign').getAttribute('role'), part('sign').getAttribute('aria-expanded')]").await,
        json!(["button", "true"])
    );
    page.until("focused().name === 'name'").await;
    fill_in(&page).await;
    page.run(SEND).await;
    until_code(&page).await;
    page.until("focused().id === 'sign-code'").await;
    assert!(page.is("part('form').textContent.includes('a code was sent to kim@example.org')").await);
    let sent = "text(part('form').querySelector('.sent'))";
    assert!(page.is(&format!("/at \\d+:\\d\\d/.test({sent}) && !/20\\d\\d/.test({sent})")).await, "a time of day");
    assert_eq!(page.number("letter().count").await, 3, "nobody has signed yet");
    send_code(&page, CODE).await;
    page.until(&format!("{OUTCOME}.includes('You have signed')")).await;
    page.until(&format!("letter().count === {NUMBER} && text(part('count')).includes('12,874')")).await;
    assert!(page.is("part('form').textContent.includes('12,874')").await);
    page.until(
        "parts('signatory').some(row => text(row).includes('Kim Lee') && text(row).includes('published shortly'))",
    )
    .await;
    let told =
        page.get("events('signed').map(({ detail, bubbles, composed }) => ({ ...detail, bubbles, composed }))").await;
    let told_of = |state: &str| json!({ "state": state, "bubbles": true, "composed": true });
    assert_eq!(told, json!([told_of("pending"), told_of("confirmed")]));
    assert_eq!(page.number("events('sign').length").await, 1);
    assert_eq!(page.number("events('error').length").await, 0);
    let posts = collector.posts();
    assert_eq!(posts.len(), 2, "{posts:#?}");
    let field = |name: &str| posts[0].field(name);
    assert_eq!(posts[0].headers["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(field("name").as_deref(), Some("Kim Lee"));
    assert_eq!(field("consent").as_deref(), Some("2026-11-29"));
    assert_eq!((field("lang").as_deref(), field("kind").as_deref()), (Some("en"), Some("person")));
    assert_eq!(field("key").map(|key| key.len()), Some(32));
    for post in &posts {
        assert!(!post.headers.contains_key("referer") && !post.headers.contains_key("cookie"), "{post:#?}");
    }
    assert_eq!(posts[1].path, "/collect/v1/signatures/signature-1/confirm");
}

pub async fn the_letter_says_what_happens_next(page: Page) {
    let collector = Collector::start().await;
    let mut letter = letter(&collector);
    letter["sign"]["next"] = json!("We hand the letter over on <b>1 June</b>.");
    open(&page, &letter).await;
    click_sign(&page).await;
    let next = "part('form').querySelector('.next')";
    assert!(page.is(&format!("!shown({next})")).await, "nobody has signed yet");
    fill_in(&page).await;
    page.run(SEND).await;
    until_code(&page).await;
    send_code(&page, CODE).await;
    page.until(&format!("shown({next})")).await;
    let said = page
        .get(&format!("[...{next}.children].map(({{ localName, textContent }}) => [localName, textContent])"))
        .await;
    assert_eq!(said, json!([["h4", "What happens next"], ["p", "We hand the letter over on <b>1 June</b>."]]));
}

pub async fn enter_sends_as_the_button_does_and_two_clicks_send_once(page: Page) {
    use crate::access::keys::press;
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    click_sign(&page).await;
    fill_in(&page).await;
    page.run("part('form').querySelector('[name=email]').focus()").await;
    press(&page, fantoccini::key::Key::Enter).await;
    page.run(SEND).await;
    until_code(&page).await;
    page.run("part('form').querySelector('#sign-code').focus()").await;
    page.run(&format!("part('form').querySelector('#sign-code').value = '{CODE}'")).await;
    press(&page, fantoccini::key::Key::Enter).await;
    page.run(CONFIRM).await;
    page.until(&format!("{OUTCOME}.includes('You have signed')")).await;
    page.quiet().await;
    assert_eq!(collector.posts().len(), 2);
    assert!(page.is("location.pathname === '/ad-hoc.html'").await, "no form was submitted into the page");
}

pub async fn faults_stand_beside_their_fields_and_the_first_gets_the_focus(page: Page) {
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    click_sign(&page).await;
    write(&page, "name", "https://spam.example").await;
    write(&page, "email", "kim").await;
    page.run(SEND).await;
    page.until("part('form').querySelectorAll('[aria-invalid=true]').length === 3").await;
    page.until("focused().name === 'name'").await;
    let beside = "[...part('form').querySelectorAll('[aria-invalid=true]')].map(field =>
        field.getAttribute('aria-describedby').split(' ').map(id => text(root().getElementById(id)) ?? '').join(' ').trim())";
    let said = page.get(beside).await;
    let said: Vec<&str> = said.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(said[0].contains("leave out web and e-mail addresses"), "{said:?}");
    assert!(said[1].contains("name@example.org"), "{said:?}");
    assert!(said[2].contains("tick this box"), "{said:?}");
    assert!(page.is(&format!("{STATUS}.includes('Name, E-mail address') && {STATUS}.includes('tick this box')")).await);
    let border = "['name', 'comment'].map(name => getComputedStyle(part('form').querySelector(`[name=${name}]`)).borderTopWidth)";
    assert_eq!(page.get(border).await, json!(["2px", "1px"]), "it is seen at the field, too");
    assert_eq!(collector.posts().len(), 0);
    // An organisation must be named.
    page.run("part('form').querySelector('[value=organisation]').click()").await;
    page.run(SEND).await;
    page.until("part('form').querySelectorAll('[aria-invalid=true]').length === 4").await;
    fill_in(&page).await;
    write(&page, "organisation", "Example Society").await;
    collector.next(Given::Json(422, json!({ "error": "invalid", "fields": { "email": "domain" } })));
    page.run(SEND).await;
    page.until("part('form').querySelectorAll('[aria-invalid=true]').length === 1 && focused().name === 'email'").await;
    assert!(page.is("part('form').textContent.includes('No e-mail can arrive there')").await);
    assert_eq!(page.get("part('form').querySelector('[name=name]').value").await, "Kim Lee");
}

pub async fn a_typing_error_in_the_address_is_asked_about_and_never_changed_silently(page: Page) {
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    click_sign(&page).await;
    fill_in(&page).await;
    write(&page, "email", "kim@gmial.com").await;
    let meant = "part('form').querySelector('.meant')";
    page.until(&format!("shown({meant})")).await;
    assert!(page.is(&format!("text({meant}).includes('kim@gmail.com')")).await);
    assert_eq!(page.get("part('form').querySelector('[name=email]').value").await, "kim@gmial.com");
    page.run(SEND).await;
    page.until("focused().className === 'meant'").await;
    page.run(&format!("{meant}.click()")).await;
    page.until("part('form').querySelector('[name=email]').value === 'kim@gmail.com'").await;
    // Who means what she typed sends it by a second click.
    write(&page, "email", "kim@gmial.com").await;
    page.run(SEND).await;
    page.run(SEND).await;
    until_code(&page).await;
    assert_eq!(collector.posts()[0].field("email").as_deref(), Some("kim@gmial.com"));
}

pub async fn a_code_that_is_wrong_is_tried_again_and_one_that_expired_leads_back(page: Page) {
    let collector = Collector::start().await;
    open(&page, &letter(&collector)).await;
    click_sign(&page).await;
    fill_in(&page).await;
    page.run(SEND).await;
    until_code(&page).await;
    send_code(&page, "12").await;
    page.until("part('form').textContent.includes('type the six digits')").await;
    send_code(&page, "000 000").await;
    page.until("part('form').textContent.includes('Tries left: 4')").await;
    page.until("focused().id === 'sign-code'").await;
    collector.next(Given::Json(410, json!({ "error": "expired" })));
    send_code(&page, "000 000").await;
    page.until("part('form').dataset.stage === 'asking'").await;
    assert!(page.is(&format!("{STATUS}.includes('no longer valid')")).await);
    assert_eq!(page.get("part('form').querySelector('[name=name]').value").await, "Kim Lee");
    assert!(page.is("part('form').querySelector('[name=consent]').checked").await);
    assert_eq!(page.number("letter().count").await, 3);
}

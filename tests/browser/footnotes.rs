//! Footnotes: from a mark to its note and back, in the widget, before its engine, and on a published page.

use crate::access::keys::{press, until_seen};
use crate::answer::Answer;
use crate::first_view::{OUTLINE, module};
use crate::origins::Files;
use crate::page::Page;
use crate::published;
use fantoccini::key::Key;
use serde_json::json;

const PAGE: &str = "/letters/harbour-lamps/";
const LANGUAGES: [&str; 2] = ["en", "ar"];

fn element(lang: &str) -> String {
    published::folders();
    let letter = format!("<open-letter src=\"{{files}}{PAGE}letter.json\" lang=\"{lang}\"></open-letter>");
    format!("<p style=\"height: 2000px\"></p>{letter}")
}

async fn open(page: &Page, lang: &str) {
    page.open_body(&element(lang)).await;
    page.until_ready(1).await;
    page.until("part('footnotes')").await;
}

async fn until_focus(page: &Page, id: &str) {
    page.until_equal("focused()?.id", &json!(id)).await;
    until_seen(page).await;
}

pub async fn a_mark_leads_to_its_note_and_back_by_keyboard(page: Page) {
    for lang in LANGUAGES {
        open(&page, lang).await;
        page.run("window.hashes = 0; addEventListener('hashchange', () => hashes++)").await;
        let before = page.get("[location.href, history.length]").await;
        let mark = format!("mark-harbour-lamps-{lang}-1-2");
        page.run(&format!("root().getElementById('{mark}').focus()")).await;
        press(&page, Key::Enter).await;
        until_focus(&page, &format!("note-harbour-lamps-{lang}-1")).await;
        // The second way back leads to the second mark.
        press(&page, Key::Tab).await;
        page.until_equal("focused()?.textContent", &json!("↑1")).await;
        press(&page, Key::Tab).await;
        page.until_equal("focused()?.textContent", &json!("↑2")).await;
        press(&page, Key::Enter).await;
        until_focus(&page, &mark).await;
        assert_eq!(page.get("[location.href, history.length]").await, before, "the host's address stays");
        assert_eq!(page.number("hashes").await, 0);
    }
}

pub async fn before_the_engine_marks_are_text_and_then_its_links(page: Page) {
    for lang in LANGUAGES {
        let gate = page.files.hold(&module());
        page.open_body(&element(lang)).await;
        page.until("part('footnotes') && !letter().letter").await;
        assert_eq!(page.number("root().querySelectorAll('sup a[href], small a[href], [id^=note]').length").await, 0);
        page.run("window.marks = [...root().querySelectorAll('sup a, small a')]; marks[0].click()").await;
        let before = page.get(OUTLINE).await;
        gate.open();
        page.until_ready(1).await;
        assert_eq!(page.get(OUTLINE).await, before, "{lang}");
        assert!(page.is("marks.length === 18 && marks.every(mark => mark.isConnected && mark.hash)").await, "{lang}");
        assert!(page.is("!location.hash").await);
    }
}

pub async fn a_finger_finds_a_mark(page: Page) {
    open(&page, "en").await;
    for selector in ["sup a", "small a"] {
        let missed = format!(
            "[...root().querySelectorAll('{selector}')].filter(mark => {{
                mark.scrollIntoView({{ block: 'center' }});
                const {{ left, right, top, bottom }} = mark.getBoundingClientRect();
                const [x, y] = [(left + right) / 2, (top + bottom) / 2];
                const isHit = (x, y) => root().elementFromPoint(x, y) === mark;
                return ![[x, y], [x, y - 11], [x, y + 11]].every(at => isHit(...at));
            }}).map(mark => mark.id || mark.textContent)"
        );
        assert_eq!(page.get(&missed).await, json!([]), "{selector}");
    }
}

pub async fn a_published_page_needs_no_script_for_them(page: Page) {
    published::folders();
    for (path, lang) in [(PAGE.to_string(), "en"), ([PAGE, "ar/"].concat(), "ar")] {
        let name = [path.as_str(), "index.html"].concat();
        let answer = Answer::file(&name, Files::text(&name).into_bytes());
        page.files.answer(&path, answer.with_header("content-security-policy", "script-src 'none'"));
        page.go(&page.files.url(&path)).await;
        let (mark, note) = (format!("mark-harbour-lamps-{lang}-2-1"), format!("note-harbour-lamps-{lang}-2"));
        page.run(&format!("document.getElementById('{mark}').focus()")).await;
        press(&page, Key::Enter).await;
        let target = "document.querySelector(':target')?.id";
        page.until_equal(target, &json!(note)).await;
        let in_sight = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector(':target').getBoundingClientRect())";
        page.until(in_sight).await;
        page.run("document.querySelector(':target small a').focus()").await;
        press(&page, Key::Enter).await;
        page.until_equal(target, &json!(mark)).await;
        page.until(in_sight).await;
    }
}

pub async fn numbers_and_notes_stand_at_the_right_in_an_arabic_letter(page: Page) {
    open(&page, "ar").await;
    let side = "(list => getComputedStyle(list).paddingRight)(part('footnotes').querySelector('ol'))";
    assert!(page.is(&format!("parseFloat({side}) > 0")).await);
    assert!(page.is("parts('list').every(list => parseFloat(getComputedStyle(list).paddingRight) > 0)").await);
    // The rule above the notes begins where they do.
    let rule = "parseFloat(getComputedStyle(part('footnotes'), '::before').width) < part('footnotes').clientWidth / 2";
    assert!(page.is(rule).await);
}

//! The letter replaces a text that the reader may be reading already.

use crate::answer::Answer;
use crate::origins::Files;
use crate::page::{CANADA, Page, SMALL};
use crate::published;
use serde_json::json;

/// A long text in the element, and a page that can scroll.
fn snippet() -> String {
    let text = format!("<p id=\"text\">{}</p><a id=\"link\" href=\"#\">More</a>", "Words of the letter. ".repeat(60));
    format!(
        "<p style=\"height: 300px\">Before</p><open-letter src=\"{{files}}{SMALL}\">{text}</open-letter>\
         <p id=\"after\" style=\"height: 3000px\">After</p>"
    )
}

/// The same, as on a page that `publish` has written.
fn published() -> String {
    format!(
        "<open-letter src=\"{{files}}{SMALL}\"><div><div><article data-static=\"awaited\"><p id=\"text\">{}</p>\
         <a id=\"link\" href=\"#\">More</a></article></div></div></open-letter>\
         <p id=\"after\" style=\"height: 3000px\">After</p>",
        "Words of the letter. ".repeat(60)
    )
}

/// The same, as release 0.1.0 published it: in a shadow root.
fn published_by_0_1_0() -> String {
    format!(
        "<open-letter src=\"{{files}}{SMALL}\"><template shadowrootmode=\"open\"><style>p {{ margin: 0 }}</style>\
         <slot hidden></slot><div><p id=\"text\">{}</p><a id=\"link\" href=\"#\">More</a></div></template></open-letter>\
         <p id=\"after\" style=\"height: 3000px\">After</p>",
        "Words of the letter. ".repeat(60)
    )
}

const TEXT_SHOWS: &str = "shown(document.getElementById('text') ?? root().getElementById('text'))";
const LETTER_SHOWS: &str = "shown(part('title'))";

/// Opens the page and holds its letter back until `act` is done.
async fn open(page: &Page, body: &str, act: &str) {
    let gate = page.files.hold(SMALL);
    page.open_body(body).await;
    page.until(&format!("{TEXT_SHOWS} && !{LETTER_SHOWS}")).await;
    page.run(act).await;
    page.until_served("the letter is asked for", |files| files.count(SMALL) == 1).await;
    // The event for a scroll or a selection comes a moment later.
    page.quiet().await;
    gate.open();
    page.until_ready(1).await;
    page.quiet().await;
}

async fn is_exchanged(page: &Page) {
    page.until(&format!("{LETTER_SHOWS} && !({TEXT_SHOWS})")).await;
    assert_eq!(page.number("parts('title').length").await, 1);
}

async fn is_kept(page: &Page) {
    assert!(page.is(&format!("{TEXT_SHOWS} && !{LETTER_SHOWS}")).await);
    assert_eq!(page.number("letter().count").await, 3);
}

pub async fn a_text_that_nobody_reads_yet_is_exchanged(page: Page) {
    open(&page, &snippet(), "").await;
    is_exchanged(&page).await;
}

pub async fn once_the_reader_scrolls_in_it_the_text_stays_until_it_is_out_of_sight(page: Page) {
    open(&page, &snippet(), "scrollTo(0, 200)").await;
    is_kept(&page).await;
    page.run("scrollTo(0, 2500)").await;
    let seen = "document.getElementById('after').getBoundingClientRect().bottom";
    page.until("scrollY > 2000").await;
    let before = page.number(&format!("Math.round({seen})")).await;
    is_exchanged(&page).await;
    page.quiet().await;
    let after = page.number(&format!("Math.round({seen})")).await;
    assert!(before.abs_diff(after) <= 1, "what is below moved from {before} to {after}");
}

pub async fn a_selection_in_the_text_is_kept(page: Page) {
    open(&page, &snippet(), "getSelection().selectAllChildren(document.getElementById('text'))").await;
    is_kept(&page).await;
    assert!(page.is("String(getSelection()).startsWith('Words of the letter')").await);
    page.run("getSelection().removeAllRanges()").await;
    is_exchanged(&page).await;
}

pub async fn focus_in_the_text_is_kept(page: Page) {
    open(&page, &snippet(), "document.getElementById('link').focus()").await;
    is_kept(&page).await;
    page.run("document.activeElement.blur()").await;
    is_exchanged(&page).await;
}

pub async fn a_published_text_is_exchanged_even_where_the_reader_has_scrolled(page: Page) {
    open(&page, &published(), "scrollTo(0, 50)").await;
    is_exchanged(&page).await;
    assert!(page.is("letter().contains(document.getElementById('text'))").await, "reader modes and archives find it");
}

pub async fn one_of_the_first_release_is_exchanged_too(page: Page) {
    open(&page, &published_by_0_1_0(), "scrollTo(0, 50)").await;
    is_exchanged(&page).await;
    assert_eq!(page.number("root().querySelectorAll('style').length").await, 0, "nothing of it is left");
}

/// The class may be defined before the parser reaches the text.
pub async fn one_of_the_first_release_shows_whichever_comes_first(page: Page) {
    let gate = page.files.hold(SMALL);
    page.open_body("").await;
    page.until("customElements.get('open-letter')").await;
    let html = published_by_0_1_0().replace("{files}", &page.files.site()).replace('\'', "\\'");
    // The parser's result if the element has a shadow root already.
    page.run(&format!("document.body.innerHTML = '{html}'")).await;
    page.until(TEXT_SHOWS).await;
    assert!(!page.is("letter().querySelector('template')").await);
    gate.open();
    page.until_ready(1).await;
    is_exchanged(&page).await;
}

/// Opens a page whose parser pauses in the middle of the published text, before its letter and after, and lets the
/// letter load meanwhile; then the rest of the page. Without an earlier class, the script runs during the pause.
async fn open_in_halves(page: &Page, published: &str, knows_class: bool) {
    if knows_class {
        page.open_body("").await;
        page.until("customElements.get('open-letter')").await;
    } else {
        page.open_bare("").await;
    }
    let html = published.replace("{files}", &page.files.site());
    let (begun, rest) = html.split_at(html.find("<slot").or(html.find("<p id=\"text\"")).unwrap());
    let (text, rest) = rest.split_at(rest.find("<a id").unwrap());
    page.run(&format!("window.halves = {}", json!([begun, text, rest]))).await;
    page.run("document.open(); document.write('<!doctype html>' + halves[0])").await;
    if !knows_class {
        let script = page.files.url("/open-letter.js");
        page.run(&format!(
            "document.head.append(Object.assign(document.createElement('script'), {{ src: '{script}' }}))"
        ))
        .await;
    }
    page.until("letter().letter").await;
    page.run("document.write(halves[1])").await;
    page.quiet().await;
    page.run("document.write(halves[2]); document.close()").await;
    page.until("document.readyState === 'complete'").await;
}

pub async fn a_published_text_that_comes_in_pieces_is_exchanged_as_a_whole(page: Page) {
    open_in_halves(&page, &published(), false).await;
    is_exchanged(&page).await;
    assert_eq!(page.get("shown(document.getElementById('link'))").await, json!(false));
    open_in_halves(&page, &published_by_0_1_0(), false).await;
    is_exchanged(&page).await;
    assert_eq!(page.get("shown(root().getElementById('link'))").await, json!(false));
    assert_eq!(page.number("root().querySelectorAll('style').length").await, 0, "nothing of it is left");
}

pub async fn so_is_one_that_comes_in_pieces_to_a_class_that_is_known(page: Page) {
    open_in_halves(&page, &published(), true).await;
    is_exchanged(&page).await;
    assert_eq!(page.get("shown(document.getElementById('link'))").await, json!(false));
    open_in_halves(&page, &published_by_0_1_0(), true).await;
    is_exchanged(&page).await;
    assert!(!page.is("letter().querySelector('template') ?? root().getElementById('link')").await);
}

pub async fn focus_in_a_published_text_is_kept(page: Page) {
    open(&page, &published(), "document.getElementById('link').focus()").await;
    is_kept(&page).await;
    page.run("document.activeElement.blur()").await;
    is_exchanged(&page).await;
}

pub async fn a_selection_in_a_published_text_is_kept(page: Page) {
    open(&page, &published(), "getSelection().selectAllChildren(document.getElementById('text'))").await;
    is_kept(&page).await;
    page.run("getSelection().removeAllRanges()").await;
    is_exchanged(&page).await;
}

pub async fn focus_from_before_the_script_is_kept(page: Page) {
    for text in [snippet(), published()] {
        let script = page.files.hold("/open-letter.js");
        page.open_body(&text).await;
        page.run("document.getElementById('link').focus()").await;
        script.open();
        page.until_ready(1).await;
        page.quiet().await;
        is_kept(&page).await;
    }
}

/// There, `WebKit` matches neither `:focus` nor `:focus-within`.
pub async fn so_it_is_in_a_window_behind_another(page: Page) {
    let gate = page.files.hold(SMALL);
    page.open_body(&snippet()).await;
    page.run("document.getElementById('link').focus()").await;
    // In which window the keyboard is afterwards, each browser decides.
    page.spend();
    page.client.new_window(false).await.unwrap();
    page.quiet().await;
    gate.open();
    page.until_ready(1).await;
    page.quiet().await;
    is_kept(&page).await;
}

pub async fn focus_may_move_in_the_text(page: Page) {
    let text = snippet().replace("<a id", "<a id=\"before\" href=\"#\">Less</a> <a id");
    open(&page, &text, "document.getElementById('before').focus()").await;
    page.run("document.getElementById('link').focus()").await;
    page.quiet().await;
    is_kept(&page).await;
    assert_eq!(page.get("document.activeElement.id").await, "link");
    page.run("document.activeElement.blur()").await;
    is_exchanged(&page).await;
}

pub async fn focus_in_a_text_of_the_first_release_is_kept(page: Page) {
    open(&page, &published_by_0_1_0(), "root().getElementById('link').focus()").await;
    is_kept(&page).await;
    page.run("root().activeElement.blur()").await;
    is_exchanged(&page).await;
}

pub async fn a_published_text_stays_when_the_letter_fails(page: Page) {
    page.files.answer(SMALL, Answer::status(404));
    for published in [published(), published_by_0_1_0()] {
        page.open_body(&published).await;
        assert_eq!(page.error().await["code"], "status");
        page.quiet().await;
        assert!(page.is(&format!("{TEXT_SHOWS} && !shown(part('notice'))")).await);
        assert_eq!(page.get("recorded.violations").await, json!([]));
    }
}

/// Where the visible parts of the letter are, and the end of it. How old the count is, only the widget knows.
const PLACES: &str =
    "window.places = () => [...tree().querySelectorAll('[part], p, li, .number'), document.querySelector('main')]
    .filter(node => shown(node) && !node.matches('.age')).map(node => {
        const { x, y, width, height, bottom } = node.getBoundingClientRect();
        const place = node.localName === 'main' ? [bottom] : [x, y, width, height];
        return [`${node.getAttribute('part')} ${node.localName}`, ...place];
    })";

pub async fn nothing_moves_when_the_widget_takes_over_a_published_page(page: Page) {
    let folders = published::folders();
    let pages = [CANADA.replace("letter.json", ""), CANADA.replace("letter.json", "fr/")];
    // *Latest* takes two lines in a narrow column, and its names come with the count.
    let long = published::of_length(600).replace("letter.json", "");
    let long = [500, 800, 1280].map(|width| (&long, width));
    for (path, width) in pages.iter().chain(folders).zip([1280, 800, 500].into_iter().cycle()).chain(long) {
        page.resize(width, 900).await;
        let gate = page.files.hold("/open-letter.js");
        // The tests' own site has no widget, and its pages await none.
        let html = Files::text(path).replace("data-static=\"alone\"", "data-static=\"awaited\"");
        page.files.answer(path, Answer::text("text/html; charset=utf-8", &html));
        page.go(&page.files.url(path)).await;
        if !page.is("document.querySelector('script[src]')").await {
            let script = page.files.url("/open-letter.js");
            page.run(&format!(
                "document.body.append(Object.assign(document.createElement('script'), {{ src: '{script}' }}))"
            ))
            .await;
        }
        page.until("document.fonts.status === 'loaded' && shown(part('title'))").await;
        page.run(&format!("{PLACES}; window.before = places(); window.shift = 0")).await;
        page.run(
            "if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
                new PerformanceObserver(list => list.getEntries().forEach(({ value }) => (window.shift += value)))
                    .observe({ type: 'layout-shift' });
            }",
        )
        .await;
        assert!(page.number("before.length").await > 30, "{path}");
        gate.open();
        page.until("shown(part('title')) && part('title').getRootNode() === root()").await;
        page.quiet().await;
        // The stylesheet reserves the space of what the widget adds.
        let moved = "(() => {
            const now = places();
            const isAt = (place, at) => place.every((one, index) => one === at[index] || Math.abs(one - at[index]) < 0.6);
            // A long roll goes on where the link to its other pages was.
            const ends = part('roll').querySelector('.beyond') ? ['letter article', 'roll section', 'more a', 'null main'] : [];
            return before.filter(place => !ends.includes(place[0]) && !now.some(at => isAt(place, at)))
                .map(place => [place, 'is now', now.find(at => at[0] === place[0])]);
        })()";
        assert_eq!(page.get(moved).await, json!([]), "{path} at {width}");
        assert_eq!(page.get("window.shift").await, json!(0), "{path} at {width}");
    }
}

/// Opens the published page of a letter in two languages, and lets the widget take it over once `act` is done.
async fn open_published(page: &Page, act: &str) {
    page.go(&page.files.url(published::in_two_languages())).await;
    page.run(act).await;
    page.run(&format!(
        "window.views = 0;
        letter().addEventListener('open-letter-ready', () => window.views++);
        document.head.append(Object.assign(document.createElement('script'), {{ src: '{}' }}))",
        page.files.url("/open-letter.js")
    ))
    .await;
    page.until("window.views").await;
}

const CHOICES: &str = "[...part('languages').children].map(choice =>
    ['localName', 'lang', 'hreflang', 'rel', 'ariaCurrent', 'textContent'].map(name => choice[name]))";

pub async fn the_languages_of_a_published_page_stay_links(page: Page) {
    // The reader's own language does not change their order, because the pointer may be on one.
    let act = "Object.defineProperty(navigator, 'languages', { value: ['fr'] });
        window.before = { choices: part('languages'), href: part('languages').lastElementChild.href }";
    open_published(&page, act).await;
    page.until("part('languages') !== before.choices && !shown(before.choices)").await;
    let links =
        json!([["a", "en", "en", "alternate", "page", "English"], ["a", "fr", "fr", "alternate", null, "français"]]);
    assert_eq!(page.get(CHOICES).await, links);
    page.run("letter().setAttribute('theme', 'dark')").await;
    page.until("part('letter').dataset.theme === 'dark'").await;
    assert_eq!(page.get(CHOICES).await, links, "in the next view too");
    assert_eq!(page.get("part('languages').lastElementChild.href === before.href").await, true);
    page.run("part('languages').lastElementChild.click()").await;
    page.until("location.pathname.endsWith('/two-languages/fr/') && document.documentElement.lang === 'fr'").await;
}

pub async fn another_letter_in_a_published_page_has_its_own_languages(page: Page) {
    open_published(&page, "").await;
    let mut other: serde_json::Value = serde_json::from_str(&Files::text(SMALL)).unwrap();
    other["title"] = json!("Another letter");
    other["translations"] = json!([{ "lang": "en", "src": "other.json" }, { "lang": "fr", "src": "other.fr.json" }]);
    page.files.answer("/letters/other.json", Answer::json(&other));
    page.run("letter().src = '../other.json'").await;
    page.until("text(part('title')) === 'Another letter'").await;
    assert_eq!(
        page.get("[...part('languages').children].map(({ localName }) => localName)").await,
        json!(["button", "button"])
    );
}

pub async fn focus_on_a_language_of_a_published_page_is_kept(page: Page) {
    let act = "window.before = part('languages').lastElementChild; before.focus()";
    open_published(&page, act).await;
    page.until("letter().count === 2").await;
    assert!(page.is("shown(before) && focused() === before").await, "the text waits for it");
    page.run("before.blur()").await;
    page.until("!shown(before) && shown(part('languages'))").await;
}

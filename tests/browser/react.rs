//! The element in a React page, `tests/hosts/react/page.tsx`.

use crate::answer::Answer;
use crate::origins::{tests, with_recorder};
use crate::packages::packages;
use crate::page::{COUNT, OTHER, Page, SMALL};
use serde_json::{Value, json};
use std::process::Command;
use std::sync::OnceLock;

const APP: &str = "<div id=\"app\"></div><script src=\"/app.js\"></script>";

/// The page's script with React's development build, which has all warnings.
fn bundle() -> &'static str {
    static BUNDLE: OnceLock<String> = OnceLock::new();
    BUNDLE.get_or_init(|| bundled("page.tsx"))
}

fn bundled(source: &str) -> String {
    let source = tests("hosts/react").join(source);
    let options = ["--bundle", "--jsx=automatic", "--define:process.env.NODE_ENV=\"development\""];
    let mut esbuild = Command::new(packages().join(".bin/esbuild"));
    let output = esbuild.arg(source).args(options).env("NODE_PATH", packages()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Serves React's script beside the host's pages.
fn serve(page: &Page) {
    page.host.answer("/app.js", Answer::text("text/javascript; charset=utf-8", bundle()));
}

/// Renders the letter [`SMALL`] with further props.
async fn render(page: &Page, props: Value) {
    let mut given = json!({ "src": page.files.url(SMALL) });
    given.as_object_mut().unwrap().extend(props.as_object().unwrap().clone());
    page.run(&format!("page.render({given})")).await;
}

async fn complaints(page: &Page) -> Value {
    page.get("[...recorded.errors, ...recorded.warnings]").await
}

pub async fn its_props_reach_the_element_and_its_events_the_handler(page: Page) {
    serve(&page);
    page.open_body(APP).await;
    page.until("customElements.get('open-letter')").await;
    render(&page, json!({ "partner": "hayren", "dark": true })).await;
    page.until_ready(1).await;
    assert_eq!(page.get("heading().localName").await, "h3");
    let props = "[letter().headingLevel, letter().theme, letter().refresh, letter().partner]";
    assert_eq!(page.get(props).await, json!([3, "dark", 10, "hayren"]));
    page.until("document.getElementById('count').textContent === '3'").await;
    assert_eq!(complaints(&page).await, json!([]));
}

pub async fn a_changed_state_changes_the_same_element(page: Page) {
    serve(&page);
    page.open_body(APP).await;
    render(&page, json!({ "partner": "hayren" })).await;
    page.until_ready(1).await;
    page.run("window.first = letter()").await;
    render(&page, json!({ "dark": true, "level": 5, "show": "title count" })).await;
    page.until("heading().localName === 'h5' && !part('body')").await;
    assert_eq!(page.get("part('letter').dataset.theme").await, "dark");
    assert!(!page.is("letter().hasAttribute('partner')").await, "a prop that is gone");
    render(&page, json!({ "src": page.files.url(OTHER) })).await;
    page.until("text(part('title')) === 'Another letter' && part('body')").await;
    assert!(page.is("letter() === first").await);
    assert_eq!(page.files.count(SMALL), 1);
    assert_eq!(complaints(&page).await, json!([]));
}

/// React does not know the properties of an undefined element, and then makes all props attributes.
pub async fn rendered_before_the_script_has_come_it_is_the_same(page: Page) {
    serve(&page);
    let gate = page.files.hold("/open-letter.js");
    let html = format!("<!doctype html><html lang=\"en\"><head><title>Host</title></head><body>{APP}</body></html>");
    let html = with_recorder(&html, &page.files.site());
    page.host.answer("/react.html", Answer::text("text/html; charset=utf-8", &html));
    page.go(&page.host.url("/react.html")).await;
    // React inserts the script itself, and the second time recognises it.
    let script = page.files.url("/open-letter.js");
    for dark in [false, true] {
        render(&page, json!({ "script": script, "level": 4, "partner": "hayren", "dark": dark })).await;
        page.until(&format!("letter()?.getAttribute('theme') === '{}'", if dark { "dark" } else { "light" })).await;
    }
    assert!(page.is("shown(letter().querySelector('a'))").await, "the content inside");
    gate.open();
    page.until_ready(1).await;
    assert_eq!(page.get("heading().localName").await, "h4");
    assert_eq!(page.get("[letter().theme, letter().refresh, letter().partner]").await, json!(["dark", 10, "hayren"]));
    page.until("document.getElementById('count').textContent === '3'").await;
    assert_eq!(page.files.count("/open-letter.js"), 1);
    assert_eq!(complaints(&page).await, json!([]));
}

pub async fn unmounted_it_leaves_nothing_running(page: Page) {
    serve(&page);
    page.open_clocked(APP).await;
    render(&page, json!({})).await;
    page.until_followed(1).await;
    let begun = page.files.count(COUNT);
    page.pass(60).await;
    assert!(page.files.count(COUNT) > begun, "it asks for the count while it is there");
    page.run("page.unmount()").await;
    page.until("!letter() && !clock.busy()").await;
    let requests = page.files.requests().len();
    page.pass(300).await;
    page.quiet().await;
    assert_eq!(page.files.requests().len(), requests);
    assert_eq!(complaints(&page).await, json!([]));
}

/// The children of a `div` are React's: they stay where they are, and React keeps updating them.
pub async fn it_goes_on_with_the_children_of_its_div(page: Page) {
    page.host.answer("/app.js", Answer::text("text/javascript; charset=utf-8", &bundled("tag.tsx")));
    page.open_body(APP).await;
    let src = page.files.url(SMALL);
    let render = async |texts: Value| page.run(&format!("tag.render({})", json!({ "src": src, "texts": texts }))).await;
    let children = "[...document.querySelectorAll('[data-open-letter] > p')].map(text)";
    render(json!(["One", "Two"])).await;
    page.until_ready(1).await;
    for texts in [json!(["Two", "Three"]), json!(["Three", "Two", "One"]), json!([]), json!(["Four"])] {
        render(texts.clone()).await;
        page.until(&format!("JSON.stringify({children}) === '{texts}'")).await;
        assert!(page.is("shown(part('title'))").await);
        assert!(!page.is("[...document.querySelectorAll('[data-open-letter] > p')].some(shown)").await);
    }
    // With only a text, React removes all other nodes.
    for text in ["A text", "Another text"] {
        render(json!(text)).await;
        let own =
            "[...document.querySelector('[data-open-letter]').childNodes].find(node => node.nodeType === 3)?.data";
        page.until_equal(own, &json!(text)).await;
        page.until("shown(part('title'))").await;
    }
    page.until("document.querySelectorAll('open-letter').length === 1").await;
    page.run("tag.unmount()").await;
    page.until("!letter()").await;
    page.quiet().await;
    assert_eq!(complaints(&page).await, json!([]));
}

/// What React's server sends for the tag: its script comes first, wherever it was written.
const SENT: &str = "<div id=\"app\"><script async crossorigin=\"anonymous\" src=\"{files}/open-letter.js\" \
    data-letter=\"{files}/letters/small.json\"></script><main><p>Before the letter.</p></main></div>\
    <script src=\"/app.js\"></script>";

async fn says_what_to_write(page: &Page, body: &str, act: &str) {
    page.host.answer("/app.js", Answer::text("text/javascript; charset=utf-8", &bundled("moved.tsx")));
    page.open_bare(body).await;
    let given = json!({ "loader": page.files.url("/open-letter.js"), "letter": page.files.url(SMALL) });
    page.run(&format!("moved.{act}({given})")).await;
    // React marks what its server has moved without changing the page. The next change is noticed, such as another page.
    page.until(
        "recorded.warnings.some(line => line.includes('write <open-letter src=')) ||
         (document.body.append(document.createElement('i')), false)",
    )
    .await;
    page.until_ready(1).await;
    page.quiet().await;
    let said = "recorded.warnings.filter(line => line.startsWith('open-letter')).length";
    assert_eq!(page.number(said).await, 1);
}

pub async fn a_tag_that_react_moved_into_the_head_is_told_what_to_write(page: Page) {
    says_what_to_write(&page, APP, "render").await;
}

pub async fn a_tag_that_its_server_moved_to_the_top_is_too(page: Page) {
    says_what_to_write(&page, SENT, "hydrate").await;
}

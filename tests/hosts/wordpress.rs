//! The `WordPress` plugin, by PHP's command line with stand-ins for the functions of `WordPress`.

use crate::page::snippets;
use crate::source;
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

const PLUGIN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/integrations/wordpress/open-letter.php");
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hosts/wordpress/page.php");
const SRC: &str = "https://letters.example/letters/a/letter.json";

/// Who may write scripts into posts, as the stand-ins have it.
const EDITOR: u32 = 7;
const CONTRIBUTOR: u32 = 8;

/// What a page shows.
struct Shown {
    html: String,
    /// By handle.
    scripts: Value,
    /// What the filter was asked.
    asked: Value,
}

/// What PHP prints, or what it complains of.
fn php(arguments: &[&str], input: &str) -> Result<String, String> {
    let mut command = Command::new("php");
    command.args(["-d", "display_errors=stderr"]).args(arguments);
    let php = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut php = php.unwrap_or_else(|error| panic!("php: {error}: run scripts/install-tools hosts"));
    php.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = php.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stdout) + &text(output.stderr)) }
}

/// Shows a page with that text, by default an editor's post that a reader looks at.
#[track_caller]
fn page(text: &str, members: Value) -> Shown {
    let mut page = json!({ "text": text, "author": EDITOR, "editing": false });
    page.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    let shown = php(&[PAGE, PLUGIN], &page.to_string()).unwrap();
    let shown: Value = serde_json::from_str(&shown).unwrap_or_else(|error| panic!("{error}: {shown}"));
    let html = shown["html"].as_str().unwrap().to_string();
    Shown { html, scripts: shown["scripts"].clone(), asked: shown["asked"].clone() }
}

/// Claims of an editor's text what it becomes.
#[track_caller]
fn becomes(text: &str, html: &str) {
    assert_eq!(page(text, json!({})).html, html);
}

/// Claims which script an editor's text brings.
#[track_caller]
fn brings(text: &str, script: Option<&str>) {
    let scripts = page(text, json!({})).scripts;
    assert_eq!(scripts.pointer("/open-letter/src").and_then(Value::as_str), script, "{scripts}");
}

fn letter(attributes: &str) -> String {
    format!("[open-letter src=\"{SRC}\"{attributes}]")
}

#[test]
fn php_finds_no_fault_in_it() {
    php(&["-l", PLUGIN], "").unwrap();
}

#[test]
fn it_is_of_this_release() {
    assert!(
        source("integrations/wordpress/open-letter.php")
            .contains(&format!(" * Version:           {}\n", env!("CARGO_PKG_VERSION")))
    );
}

#[test]
fn it_asks_nobody_and_stores_nothing() {
    let code = source("integrations/wordpress/open-letter.php");
    for name in ["wp_remote", "curl_", "file_get", "fopen", "option(", "transient", "setcookie", "$_", "$wpdb", "eval("]
    {
        assert!(!code.contains(name), "{name}");
    }
}

#[test]
fn the_shortcode_is_the_element() {
    becomes(
        &letter(
            " show=\"count sign\" lang=\"fr\" theme=\"dark\" look=\"plain\" heading-level=\"3\" refresh=\"off\" loading=\"lazy\" partner='us'",
        ),
        &format!(
            "<open-letter src=\"{SRC}\" lang=\"fr\" show=\"count sign\" theme=\"dark\" look=\"plain\" \
             heading-level=\"3\" refresh=\"off\" loading=\"lazy\" partner=\"us\"></open-letter>"
        ),
    );
    becomes(&letter(""), &format!("<open-letter src=\"{SRC}\"></open-letter>"));
    becomes(&letter(" lang=\"\" onclick=\"a()\" style=\"a\""), &format!("<open-letter src=\"{SRC}\"></open-letter>"));
}

#[test]
fn it_hands_on_every_attribute_of_the_element() {
    for name in crate::manifest::manifest().names("attributes") {
        let html = page(&letter(&format!(" {name}=\"{SRC}\"")), json!({})).html;
        assert!(html.contains(&format!(" {name}=\"{SRC}\"")), "{name}: {html}");
    }
}

#[test]
fn the_script_is_that_of_the_letters_own_site_loaded_async_and_once() {
    let shown = page(&(letter("") + &letter(" show=\"roll\"")), json!({}));
    let script = json!({ "src": "https://letters.example/open-letter.js", "needs": [], "version": null, "how": { "strategy": "async" } });
    assert_eq!(shown.scripts, json!({ "open-letter": script }));
    brings(
        "[open-letter src=\"http://h.example/a/letters/letters/b/letter.json?c=/letters/\"]",
        Some("http://h.example/a/letters/open-letter.js"),
    );
    brings("[open-letter src=\"https://h.example/letter.json?c=/letters/\"]", None);
    brings("[open-letter src=\"https://letters/a/letter.json\"]", None);
}

#[test]
fn another_script_may_be_named() {
    brings(&letter(" script=\"https://cdn.example/open-letter.js\""), Some("https://cdn.example/open-letter.js"));
    brings(&letter(" script=\"javascript:a()\""), None);
    brings(&letter(" script=\"/open-letter.js\""), None);
}

#[test]
fn an_address_that_is_none_of_the_web_leaves_the_content_alone() {
    for src in [
        "",
        " src=\"\"",
        " src=\"javascript:alert(1)\"",
        " src=\"data:text/html,a\"",
        " src=\"/letters/a.json\"",
        " src=\"//h.example/a\"",
        " src=\"ftp://h.example/\"",
        " src=\"https:///a\"",
        " src",
    ] {
        let shown = page(&format!("[open-letter{src}]<a href=\"/a\">A</a>[/open-letter]"), json!({}));
        assert_eq!(shown.html, "<a href=\"/a\">A</a>", "{src}");
        assert_eq!(shown.scripts, json!([]), "{src}");
    }
}

#[test]
fn markup_in_an_attribute_stays_text() {
    becomes(
        &letter(" partner='a\" onclick=\"b()' theme=\"<script>\" lang=\"&quot; onload=c\""),
        &format!(
            "<open-letter src=\"{SRC}\" lang=\"onload=c\" theme=\"&lt;script&gt;\" partner=\"a&quot; onclick=&quot;b()\"></open-letter>"
        ),
    );
    becomes(
        "[open-letter src='https://h.example/letters/\"><script>a()</script>']",
        "<open-letter src=\"https://h.example/letters/scripta()/script\"></open-letter>",
    );
    becomes(
        "[open-letter src=\"https://h.example/letters/a?b=1&amp;c='2'\"]",
        "<open-letter src=\"https://h.example/letters/a?b=1&#038;c=&#039;2&#039;\"></open-letter>",
    );
}

#[test]
fn curly_quotes_are_quotes() {
    let html = format!("<open-letter src=\"{SRC}\" lang=\"fr\" show=\"count sign roll\"></open-letter>");
    for [open, close] in [
        ["“", "”"],
        ["”", "”"],
        ["„", "“"],
        ["« ", " »"],
        ["&#8220;", "&#8221;"],
        ["&#8221;", "&#8243;"],
        ["&quot;", "&quot;"],
    ] {
        becomes(
            &format!("[open-letter src={open}{SRC}{close} show={open}count sign roll{close} lang={open}fr{close}]"),
            &html,
        );
    }
    becomes(&format!("[open-letter src=“{SRC}” stray]"), &format!("<open-letter src=\"{SRC}\"></open-letter>"));
    brings(&format!("[open-letter src=“{SRC}”]"), Some("https://letters.example/open-letter.js"));
}

#[test]
fn what_texturizing_made_curly_is_found_in_the_post() {
    let text = format!("[open-letter src=&#8221;{SRC}&#8221;]");
    let shown = page(&text, json!({ "post": letter("") }));
    assert_eq!(shown.scripts["open-letter"]["src"], "https://letters.example/open-letter.js");
}

#[test]
fn the_content_is_what_a_post_may_hold() {
    let within = |content: &str| {
        let html = page(&format!("{}{content}[/open-letter]", letter("")), json!({})).html;
        let (_, rest) = html.split_once('>').unwrap();
        rest.strip_suffix("</open-letter>").unwrap().to_string()
    };
    let nested = "<p>Read <a href=\"https://letters.example/\">the <em>letter</em></a>.</p><ul><li>One</li></ul>";
    assert_eq!(within(nested), nested);
    assert_eq!(
        within("<script>a()</script><b onclick=\"a()\">B</b><a href=\"javascript:a()\">C</a>"),
        "a()<b>B</b><a>C</a>"
    );
    assert_eq!(within("</open-letter><iframe src=\"https://h.example/\"></iframe>D"), "D");
    // What making paragraphs leaves at the ends.
    assert_eq!(within("</p>\n<p>One</p>\n<p>Two</p>\n<p>"), "<p>One</p>\n<p>Two</p>");
    assert_eq!(within("<br />\n<a href=\"/a\">A</a><br />\n"), "<a href=\"/a\">A</a>");
    assert_eq!(within("</p>\n<p>"), "");
}

/// A browser ignores `</open-letter>` while a paragraph is open: the rest of the page would vanish with the letter.
#[test]
fn nothing_is_left_open_in_it() {
    let open = page(&format!("{}One</p>\n<p>Two<div><b>Three[/open-letter]</p><p>After", letter("")), json!({})).html;
    assert_eq!(
        open,
        format!("<open-letter src=\"{SRC}\">One\n<p>Two<div><b>Three</b></div></p></open-letter></p><p>After")
    );
}

#[test]
fn a_script_comes_only_from_those_who_may_write_one() {
    let shown = page(&letter(""), json!({ "author": CONTRIBUTOR }));
    assert_eq!(shown.html, format!("<open-letter src=\"{SRC}\"></open-letter>"));
    assert_eq!(shown.scripts, json!([]));
    assert_eq!(page(&letter(""), json!({ "post": null })).scripts, json!([]), "a widget");
}

#[test]
fn a_script_is_not_taken_from_elsewhere_on_an_editors_page() {
    let foreign = "[open-letter src=\"https://evil.example/letters/a/letter.json\"]";
    assert_eq!(page(foreign, json!({ "post": letter("") })).scripts, json!([]));
    let half = letter(" script=\"https://evil.example/open-letter.js\"");
    assert_eq!(page(&half, json!({ "post": letter("") })).scripts, json!([]));
}

#[test]
fn the_filter_has_the_last_word() {
    let pinned = "https://letters.example/open-letter-0.1.0.js";
    for (author, before) in [(EDITOR, "https://letters.example/open-letter.js"), (CONTRIBUTOR, "")] {
        let shown = page(&letter(""), json!({ "author": author, "filtered": pinned }));
        assert_eq!(shown.scripts["open-letter"]["src"], pinned);
        assert_eq!(shown.asked, json!([[before, SRC]]));
    }
    for nothing in [json!(""), json!(false)] {
        assert_eq!(page(&letter(""), json!({ "filtered": nothing })).scripts, json!([]));
    }
}

#[test]
fn those_who_edit_are_told_what_is_wrong_and_readers_are_not() {
    let told =
        |text: &str, members: Value| page(text, members).html.split_once("</p>").map(|(told, _)| told.to_string());
    let no_src =
        "<p><strong>Open Letter:</strong> give the address of the letter, as src=&quot;https://…/letter.json&quot;.";
    assert_eq!(told("[open-letter]", json!({ "editing": true })).as_deref(), Some(no_src));
    assert_eq!(told("[open-letter]", json!({})), None);
    let no_script = "<p><strong>Open Letter:</strong> no script is loaded. Its address is not known, or the author of this post \
                     may not add scripts; the filter open_letter_script can name it.";
    assert_eq!(told(&letter(""), json!({ "author": CONTRIBUTOR, "editing": true })).as_deref(), Some(no_script));
    assert_eq!(told(&letter(""), json!({ "author": CONTRIBUTOR })), None);
    assert_eq!(told(&letter(""), json!({ "editing": true })), None, "nothing is wrong");
}

#[test]
fn the_example_on_the_page_for_webmasters_works() {
    let examples = snippets("WordPress", "");
    let shown = page(&examples[0], json!({}));
    assert_eq!(
        shown.html.trim(),
        "<open-letter src=\"https://letters.example/letters/canada-artsakh-2023/letter.json\" heading-level=\"3\">\
         <a href=\"https://letters.example/letters/canada-artsakh-2023/\">Letter to the Government of Canada</a></open-letter>"
    );
    assert_eq!(shown.scripts["open-letter"]["src"], "https://letters.example/open-letter.js");
    for code in snippets("WordPress", "php") {
        let file = format!("{}/filter.php", env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(&file, format!("<?php\n{code}")).unwrap();
        php(&["-l", &file], "").unwrap();
    }
}

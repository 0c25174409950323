//! Tests the `WordPress` plugin with PHP's command line and stand-ins for the functions of `WordPress`.

use crate::page::snippets;
use crate::source;
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

const PLUGIN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/integrations/wordpress/open-letter.php");
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hosts/wordpress/page.php");
const SETTINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hosts/wordpress/settings.php");
const SRC: &str = "https://letters.example/letters/a/letter.json";

/// The user who may write scripts into posts, in the stand-ins.
const EDITOR: u32 = 7;
const CONTRIBUTOR: u32 = 8;

/// The output of a page.
struct Shown {
    html: String,
    /// By handle.
    scripts: Value,
    /// The filter's arguments.
    asked: Value,
}

/// PHP's output, or its error messages.
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

/// Shows a page with that text: by default an editor's post, viewed by a reader, on a site that trusts the letters'
/// origin.
#[track_caller]
fn page(text: &str, members: Value) -> Shown {
    let trusted = "https://letters.example/\nhttps://cdn.example/\nhttp://h.example/\nhttps://h.example/";
    let mut page = json!({ "text": text, "author": EDITOR, "editing": false, "trusted": trusted });
    page.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    let shown = php(&[PAGE, PLUGIN], &page.to_string()).unwrap();
    let shown: Value = serde_json::from_str(&shown).unwrap_or_else(|error| panic!("{error}: {shown}"));
    let html = shown["html"].as_str().unwrap().to_string();
    Shown { html, scripts: shown["scripts"].clone(), asked: shown["asked"].clone() }
}

/// Asserts what an editor's text becomes.
#[track_caller]
fn becomes(text: &str, html: &str) {
    assert_eq!(page(text, json!({})).html, html);
}

/// Asserts which script an editor's text loads.
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
    let release = env!("CARGO_PKG_VERSION");
    for (name, line) in [
        ("wordpress/open-letter.php", format!(" * Version:           {release}\n")),
        ("wordpress/open-letter.php", format!("\t\t'{release}',\n")),
        ("wordpress/readme.txt", format!("Stable tag: {release}\n")),
        ("npm/package.json", format!("\"version\": \"{release}\"")),
    ] {
        assert!(source(&format!("integrations/{name}")).contains(&line), "{name} lacks {line}");
    }
}

#[test]
fn it_asks_nobody_and_stores_one_setting() {
    let code = source("integrations/wordpress/open-letter.php");
    for name in ["wp_remote", "curl_", "file_get", "fopen", "transient", "setcookie", "$_", "$wpdb", "eval(", "update_"]
    {
        assert!(!code.contains(name), "{name}");
    }
    assert_eq!(code.matches("register_setting(").count(), 1);
    assert_eq!(settings(json!({}))["options"], json!([]), "nothing is left when it is deleted");
    assert_eq!(settings(json!({ "network": true }))["options"], json!([]), "on a network neither");
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
fn its_tag_has_crossorigin_and_no_other_tag_has() {
    let tag = |handle: &str| {
        let stubs = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hosts/wordpress/stubs.php");
        let own = "<script>let text = \\'a src=b\\';</script>\\n<script src=\"https://h.example/a.js\" async></script>";
        let code = format!("require '{stubs}'; require '{PLUGIN}'; echo open_letter_tag( '{own}', '{handle}' );");
        php(&["-r", &code], "").unwrap()
    };
    assert!(tag("open-letter").ends_with("<script crossorigin src=\"https://h.example/a.js\" async></script>"));
    assert_eq!(tag("open-letter").matches("crossorigin").count(), 1);
    assert!(!tag("another").contains("crossorigin"));
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
    // The remainder that `WordPress` leaves at the ends when it makes paragraphs.
    assert_eq!(within("</p>\n<p>One</p>\n<p>Two</p>\n<p>"), "<p>One</p>\n<p>Two</p>");
    assert_eq!(within("<br />\n<a href=\"/a\">A</a><br />\n"), "<a href=\"/a\">A</a>");
    assert_eq!(within("</p>\n<p>"), "");
}

/// A browser ignores `</open-letter>` while a paragraph is open: the rest of the page would disappear with the letter.
#[test]
fn nothing_is_left_open_in_it() {
    let open = page(&format!("{}One</p>\n<p>Two<div><b>Three[/open-letter]</p><p>After", letter("")), json!({})).html;
    assert_eq!(
        open,
        format!("<open-letter src=\"{SRC}\">One\n<p>Two<div><b>Three</b></div></p></open-letter></p><p>After")
    );
}

/// Whether a site that trusts one address loads a script from another.
fn loads(trusted: &str, script: &str) -> bool {
    let shown = page(&letter(&format!(" script='{script}'")), json!({ "trusted": trusted }));
    shown.scripts != json!([])
}

#[test]
fn a_script_comes_only_from_where_the_site_trusts_whoever_wrote_the_post() {
    for author in [EDITOR, CONTRIBUTOR] {
        let trusted = page(&letter(""), json!({ "author": author }));
        assert_eq!(trusted.scripts["open-letter"]["src"], "https://letters.example/open-letter.js", "{author}");
        for trusted in ["", "https://else.example/", "letters.example", "*", "https://*/", "not an address"] {
            let shown = page(&letter(""), json!({ "author": author, "trusted": trusted }));
            assert_eq!(shown.html, format!("<open-letter src=\"{SRC}\"></open-letter>"));
            assert_eq!(shown.scripts, json!([]), "{trusted}");
        }
    }
    assert_ne!(page(&letter(""), json!({ "post": null })).scripts, json!([]), "in a widget it is trusted as well");
}

/// A post's content does not prove who wrote it: a shortcode elsewhere on the page may look the same.
#[test]
fn the_text_of_a_super_admins_post_trusts_nobody() {
    let foreign = "[open-letter src=\"https://hayren.com/letters/a/letter.json\"]";
    let post = "<a href=\"https://hayren.community/\">ours</a> https://hayren.com/letters/a/letter.json";
    let members = json!({ "post": post, "author": EDITOR, "trusted": "https://hayren.community/" });
    assert_eq!(page(foreign, members).scripts, json!([]));
}

#[test]
fn addresses_are_compared_whole() {
    let ours = "https://hayren.community/letters";
    for script in [
        "https://hayren.community/letters",
        "https://hayren.community/letters/",
        "https://hayren.community/letters/open-letter.js",
        "https://hayren.community/letters/open-letter.js?v=2",
        "https://HAYREN.community:443/letters/open-letter.js",
    ] {
        assert!(loads(ours, script), "{script}");
    }
    for script in [
        "https://hayren.com/letters/open-letter.js",
        "https://hayren.community.evil.example/letters/open-letter.js",
        "https://evil.example/https://hayren.community/letters/open-letter.js",
        "https://evil.example/?https://hayren.community/letters/open-letter.js",
        "https://sub.hayren.community/letters/open-letter.js",
        "https://hayren.community./letters/open-letter.js",
        "http://hayren.community/letters/open-letter.js",
        "https://hayren.community:8443/letters/open-letter.js",
        "https://hayren.community/letters-of-others/open-letter.js",
        "https://hayren.community/open-letter.js",
        "https://hayren.community/Letters/open-letter.js",
        "https://hayren.community/letters/../open-letter.js",
        "https://hayren.community/letters/%2e%2E/open-letter.js",
        "https://hayren.community/letters/.%2e/open-letter.js",
        "https://hayren.community/letters/..%2fopen-letter.js",
        "https://hayren.community/letters/..%5copen-letter.js",
        "https://hayren.community/letters//evil.example/open-letter.js",
        "https://hayren.community@evil.example/letters/open-letter.js",
        "https://a:b@hayren.community/letters/open-letter.js",
        "https://evil.example\\@hayren.community/letters/open-letter.js",
        "https://evil.example#@hayren.community/letters/open-letter.js",
        "https://evil.example&#9;.hayren.community/letters/open-letter.js",
        "https://hayren.community/letters\u{a0}/open-letter.js",
        "https://hayren。community/letters/open-letter.js",
        "//hayren.community/letters/open-letter.js",
        "javascript:https://hayren.community/letters/open-letter.js",
    ] {
        assert!(!loads(ours, script), "{script}");
    }
    assert!(loads("http://127.0.0.1:80", "http://127.0.0.1/open-letter.js"));
    assert!(loads("https://a.example/open-letter.js", "https://a.example/open-letter.js"));
    assert!(!loads("https://a.example/open-letter.js", "https://a.example/open-letter.json"));
}

/// Opens and saves the settings: by default as an administrator of a site outside a network.
#[track_caller]
fn settings(members: Value) -> Value {
    let mut page = json!({ "network": false, "may": ["manage_options"], "trusted": "", "given": "" });
    page.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    let result = php(&[SETTINGS, PLUGIN], &page.to_string()).unwrap();
    serde_json::from_str(&result).unwrap_or_else(|error| panic!("{error}: {result}"))
}

#[test]
fn administrators_say_what_is_trusted_and_on_a_network_super_admins_alone() {
    for (network, capability) in [(false, "manage_options"), (true, "manage_network_options")] {
        let result =
            settings(json!({ "network": network, "may": [capability], "trusted": "https://a.example/</textarea>" }));
        assert_eq!(result["menu"], json!({ "title": "Open Letter", "capability": capability }));
        assert_eq!(result["saved_by"], capability, "who may save it is who may see it");
        assert_eq!(
            result["rest"],
            json!({ "type": "string", "default": "", "group": "open_letter" }),
            "not by the REST API"
        );
        let html = result["html"].as_str().unwrap();
        for part in [
            "<form action=\"options.php\" method=\"post\"><input type=\"hidden\" name=\"option_page\" value=\"open_letter\">",
            "<label for=\"open_letter_trusted\">",
            "name=\"open_letter_trusted\" aria-describedby=\"open-letter-about\">https://a.example/&lt;/textarea&gt;</textarea>",
        ] {
            assert!(html.contains(part), "lacks {part}: {html}");
        }
    }
    let site_admin = settings(json!({ "network": true, "may": ["manage_options", "unfiltered_html"] }));
    assert_eq!(site_admin["html"], "");
}

#[test]
fn what_is_saved_is_one_address_a_line() {
    let given = " HTTPS://Letters.Example:443\r\nhttp://h.example:8080/a/ https://letters.example/\nhttps://[::1]/x";
    let result = settings(json!({ "given": given }));
    let stored = "https://letters.example/\nhttp://h.example:8080/a/\nhttps://[::1]/x";
    assert_eq!(result["stored"], stored);
    assert_eq!(result["again"], stored, "what is stored is saved as it is");
    assert_eq!(result["errors"], json!([]));
}

#[test]
fn what_is_no_address_is_left_out_and_named() {
    for wrong in [
        "letters.example",
        "//letters.example/",
        "javascript:alert(1)",
        "https://",
        "https://*.example/",
        "https://a@letters.example/",
        "https://letters.example/../x",
        "https://letters.example/?a",
        "https://letters.example/#a",
        "<b>",
    ] {
        let result = settings(json!({ "given": format!("https://a.example/\n{wrong}") }));
        assert_eq!(result["stored"], "https://a.example/", "{wrong}");
        let escaped = wrong.replace('<', "&lt;").replace('>', "&gt;");
        let message = format!("{escaped} is left out: write a whole address, such as https://letters.example/.");
        assert_eq!(result["errors"], json!([message]));
    }
    assert_eq!(settings(json!({ "given": ["https://a.example/"] }))["stored"], "", "no text");
    assert_eq!(settings(json!({ "given": null }))["stored"], "");
}

#[test]
fn the_filter_has_the_last_word() {
    let pinned = "https://letters.example/open-letter-0.1.0.js";
    for (trusted, before) in [("https://letters.example/", "https://letters.example/open-letter.js"), ("", "")] {
        let shown = page(&letter(""), json!({ "trusted": trusted, "filtered": pinned }));
        assert_eq!(shown.scripts["open-letter"]["src"], pinned);
        assert_eq!(shown.asked, json!([[before, SRC]]));
    }
    for nothing in [json!(""), json!(false)] {
        assert_eq!(page(&letter(""), json!({ "filtered": nothing })).scripts, json!([]));
    }
}

#[test]
fn editors_see_what_is_wrong_and_readers_do_not() {
    let result =
        |text: &str, members: Value| page(text, members).html.split_once("</p>").map(|(result, _)| result.to_string());
    let no_src =
        "<p><strong>Open Letter:</strong> give the address of the letter, as src=&quot;https://…/letter.json&quot;.";
    assert_eq!(result("[open-letter]", json!({ "editing": true })).as_deref(), Some(no_src));
    assert_eq!(result("[open-letter]", json!({})), None);
    let not_trusted = "<p><strong>Open Letter:</strong> no script is loaded, for https://letters.example/open-letter.js is not \
                       trusted here. An administrator can trust it under Settings &gt; Open Letter; on a network, a super admin can.";
    let untrusting = |editing: bool| json!({ "trusted": "", "editing": editing });
    assert_eq!(result(&letter(""), untrusting(true)).as_deref(), Some(not_trusted));
    assert_eq!(result(&letter(""), untrusting(false)), None);
    let not_known = "<p><strong>Open Letter:</strong> no script is loaded, for its address is not known: name it, as \
                     script=&quot;https://…/open-letter.js&quot;.";
    let elsewhere = "[open-letter src=\"https://letters.example/letter.json\"]";
    assert_eq!(result(elsewhere, json!({ "editing": true })).as_deref(), Some(not_known));
    assert_eq!(result(&letter(""), json!({ "editing": true })), None, "nothing is wrong");
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

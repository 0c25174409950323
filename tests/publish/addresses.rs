//! Addresses that a coordinator wrote or received: one that runs script is refused with its line, and never published.

use crate::folder::Folder;
use scraper::Html;
use std::process::Command;
use url::Url;

const REMEDY: &str = "give a URL that begins with https:, http: or mailto:, or one relative to the letter";

/// Asserts that a folder has exactly these findings, and that nothing is published.
#[track_caller]
fn refuses(folder: &Folder, expected: &[String]) {
    let reported = folder.findings();
    assert_eq!(reported, expected);
    let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
    let output = command.args(["publish", "x", "--out", "site"]).current_dir(folder.beside("")).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(folder.site_files().iter().filter(|(path, _)| path.starts_with("letters/")).count(), 0);
}

#[test]
fn an_address_that_runs_a_script_is_refused_in_its_line() {
    // In YAML and in Markdown, with the escapes that each has for such characters.
    for scheme in
        ["javascript:x", r"\u00a0javascript:x", r"\u3000JavaScript:x", r"\ufeffjavascript:x", r"java\u00adscript:x"]
    {
        let is_plain = scheme.to_lowercase().ends_with("javascript:x") && !scheme.starts_with(r"\ufeff");
        let fault = if is_plain { "is a javascript: link, which is dropped" } else { "is not a URL" };
        for (members, path, line) in [
            ("sign:\n  url: URL", "sign.url", 5),
            ("withdraw: URL", "withdraw", 4),
            ("contact: URL", "contact", 4),
            ("privacy: URL", "privacy", 4),
            ("url: URL", "url", 4),
            ("image: URL", "image", 4),
            ("updates:\n  - text: News\n    url: URL", "the url of an update", 6),
            ("signatures:\n  src: URL", "signatures.src", 5),
            ("signatures:\n  src: {url: URL, pointer: /a}", "signatures.src.url", 5),
            ("signatures:\n  stream: URL", "signatures.stream", 5),
        ] {
            let members = members.replace("URL", &format!("\"{scheme}\""));
            let folder = Folder::new().letter(&format!("lang: en\ntitle: A letter\n{members}"), "Text.");
            refuses(&folder, &[format!("x/letter.md:{line}: {path} {fault}: {REMEDY}")]);
        }
    }
}

#[test]
fn an_address_in_the_table_that_runs_a_script_is_refused_in_its_row() {
    for column in ["url", "logo"] {
        for (cell, fault) in [
            ("javascript:x", "is a javascript: link, which is dropped"),
            ("\u{a0}\u{2003}javascript:x", "is a javascript: link, which is dropped"),
            ("data:text/plain;x", "is a data: link, which is dropped"),
            ("java\u{200b}script:x", "is not a URL"),
            // A user and a host look like an e-mail address: one fault, and one finding.
            ("https://a.example@b.example/", "has a user's name in it, which is dropped"),
        ] {
            let folder = Folder::new().signatories(&format!("name,{column}\nAda,https://a.org/\nBob,{cell}\n"));
            refuses(&folder, &[format!("x/signatories.csv:3: {column} {fault}: {REMEDY}")]);
        }
    }
}

#[test]
fn whatever_is_published_leads_to_the_web_or_to_a_mail() {
    // These look like schemes, but each is relative or an ordinary web address.
    for address in [
        "./javascript:x",
        "a/javascript:x",
        "?javascript:x",
        "#javascript:x",
        "//evil.org/javascript:x",
        "https://evil.org/\u{a0}javascript:x",
    ] {
        let front = "lang: en\ntitle: A letter\nurl: URL\nimage: URL\nsign: {url: URL}\nwithdraw: URL\ncontact: URL\nprivacy: URL\nupdates: [{text: News, url: URL}]";
        let front = front.replace("URL", &format!("\"{address}\""));
        let csv = format!("name,url,logo,kind,initiator\nAda,{address},{address},person,true\n");
        let csv = (0..600).fold(csv, |csv, number| csv + &format!("Name {number},{address},{address},,\n"));
        let folder = Folder::new()
            .letter(&front, &format!("See [this](<{address}>)."))
            .file("letter.fr.md", format!("---\ntitle: Une lettre\n---\n\nVoyez [ceci](<{address}>).\n"))
            .signatories(&csv);
        folder.publish();
        let mut seen = 0;
        for (path, bytes) in folder.site_files() {
            let home = Url::parse("https://letters.example/").unwrap().join(&path).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            let mut leads_on = |href: &str| {
                seen += 1;
                let url = home.join(href).unwrap_or_else(|error| panic!("{path}: {href}: {error}"));
                assert!(matches!(url.scheme(), "http" | "https" | "mailto" | "data"), "{path} leads to {url}");
                assert!(url.scheme() != "data" || href == "data:,", "{path} leads to {url}");
            };
            let links = match path.rsplit('.').next() {
                Some("html") => addresses(&text),
                Some("xml") => {
                    text.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().into()).collect()
                }
                _ => Vec::new(),
            };
            for href in links {
                leads_on(&href);
            }
        }
        assert!(seen > 100, "{seen} addresses were looked at");
    }
}

/// All addresses that a reader could follow or a browser load, including those in JSON-LD.
fn addresses(html: &str) -> Vec<String> {
    let tree = Html::parse_document(html);
    let mut addresses = Vec::new();
    for element in tree.tree.nodes().filter_map(|node| node.value().as_element()) {
        let named = |name: &str| matches!(name, "href" | "src" | "action" | "formaction" | "data-letter");
        addresses.extend(element.attrs().filter(|(name, _)| named(name)).map(|(_, value)| value.to_string()));
        if element.attr("property").is_some_and(|name| matches!(name, "og:url" | "og:image")) {
            addresses.extend(element.attr("content").map(str::to_string));
        }
    }
    let linked_data = html.split("application/ld+json\">").skip(1).filter_map(|rest| rest.split("</script>").next());
    for json in linked_data.filter_map(|json| serde_json::from_str::<serde_json::Value>(json).ok()) {
        let members = ["/url", "/mainEntityOfPage", "/image"].map(|at| json.pointer(at));
        let authors = json["author"].as_array().into_iter().flatten().map(|author| author.get("url"));
        addresses
            .extend(members.into_iter().chain(authors).flatten().filter_map(|url| url.as_str()).map(str::to_string));
    }
    addresses
}

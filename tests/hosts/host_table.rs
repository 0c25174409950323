//! The sections of `docs/embedding.md` on each kind of website: from the same table as the page for partners.

use open_letter::publish::hosts::{HOSTS, Host};
use std::collections::BTreeSet;
use std::path::Path;

const PAGE: &str = "docs/embedding.md";
const START: &str = "<!-- Each website, written by tests/hosts/host_table.rs -->\n";
const END: &str = "<!-- The end of each website -->";

fn section(host: &Host) -> String {
    let snippet = if host.form.is_empty() { "snippet.html".into() } else { format!("snippet.{}.html", host.form) };
    let trap = if host.trap.is_empty() { String::new() } else { format!(" {}", host.trap) };
    let apart = host.apart.as_ref().map(|apart| {
        let code = apart.code.replace("{script}", "https://letters.example/open-letter.js");
        format!(" {} `{code}`.", apart.place.trim_end_matches('.').to_string() + ":")
    });
    let jsx = if host.jsx { ", or the JSX that the page for partners makes of it" } else { "" };
    let tried = match host.tried {
        Some(tried) => format!("Tried: {tried}."),
        None => "Not tried; this follows the system’s documentation.".to_string(),
    };
    format!("### {}\nTake `{snippet}`{jsx}. {}{}{trap} *{tried}*\n\n", host.name, host.place, apart.unwrap_or_default())
}

#[test]
fn the_page_has_a_section_for_each_website() {
    let page = crate::source(PAGE);
    let (before, rest) = page.split_once(START).expect("the page has a place for the sections");
    let (there, after) = rest.split_once(END).unwrap();
    let sections: String = HOSTS.iter().map(section).collect();
    if std::env::var_os("UPDATE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
        std::fs::write(path, [before, START, &sections, END, after].concat()).unwrap();
    } else {
        assert_eq!(there, sections, "UPDATE=1 cargo test --test hosts host_table writes the sections");
    }
}

#[test]
fn no_two_websites_have_one_name() {
    let ids: BTreeSet<&str> = HOSTS.iter().map(|host| host.id).collect();
    assert_eq!(ids.len(), HOSTS.len());
}

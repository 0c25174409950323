//! What was tried on which host, and passed: the tests that run write it down, and `docs/embedding.md` has it as a table.
//!
//! `make hosts` runs them all; then `UPDATE=1 cargo test --test hosts tried` rewrites the table.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const PAGE: &str = "docs/embedding.md";
const START: &str = "<!-- What was tried, written by tests/hosts/tried.rs -->\n";
const END: &str = "<!-- The end of what was tried -->";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("tried")
}

/// Writes down which forms work on a host, and which do not.
pub fn record(host: &str, version: &str, forms: &[(String, bool)]) {
    std::fs::create_dir_all(folder()).unwrap();
    let of = |wanted: bool| {
        let forms = forms.iter().filter(|(_, works)| *works == wanted).map(|(form, _)| form.as_str());
        forms.collect::<Vec<_>>().join(", ")
    };
    let line = format!("| {host} {version} | {} | {} |\n", of(true), of(false));
    std::fs::write(folder().join(format!("{}.md", host.replace([' ', ','], "-"))), line).unwrap();
}

/// The lines of a table by their hosts, without the versions.
fn hosts(table: &str) -> BTreeMap<String, String> {
    let lines = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| host |"));
    let host = |line: &str| {
        let words = line.split('|').nth(1).unwrap().split_whitespace();
        words.filter(|word| !word.starts_with(|char: char| char.is_ascii_digit())).collect::<Vec<_>>().join(" ")
    };
    lines.map(|line| (host(line), line.to_string())).collect()
}

/// What the documentation says of a host is what its test has found. Hosts whose tests have not run keep their lines.
#[test]
fn the_documentation_says_what_was_tried() {
    let page = crate::source(PAGE);
    let (before, rest) = page.split_once(START).expect("the page has a place for the table");
    let (there, after) = rest.split_once(END).unwrap();
    let mut lines = hosts(there);
    for file in std::fs::read_dir(folder()).into_iter().flatten().flatten() {
        lines.extend(hosts(&std::fs::read_to_string(file.path()).unwrap()));
    }
    let lines = lines.into_values().map(|line| line + "\n").collect::<String>();
    let table = format!("| host | works | does not |\n|---|---|---|\n{lines}");
    if std::env::var_os("UPDATE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
        std::fs::write(path, [before, START, &table, END, after].concat()).unwrap();
    } else {
        assert_eq!(there, table, "UPDATE=1 cargo test --test hosts tried writes the table");
    }
}

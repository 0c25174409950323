//! Which module may use which: checks the design's map against the sources.

mod circles;
mod wall;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with the modules that it may use. It may always use its own submodules.
const LAYERS: [(&str, &[&str]); 19] = [
    ("model", &[]),
    ("signing", &["model"]),
    ("roll", &["model"]),
    ("language", &["model"]),
    ("view", &["model", "signing", "roll", "language"]),
    ("files", &[]),
    ("source", &["model", "roll", "language", "files"]),
    ("new", &["model", "roll", "language", "files", "source"]),
    ("check", &["model", "signing", "roll", "language", "files", "source"]),
    ("import", &["model", "files", "source"]),
    ("publish", &["model", "signing", "roll", "language", "view", "files", "source"]),
    ("serve", &["files"]),
    ("collect", &["model", "signing", "roll", "language", "files", "source", "publish"]),
    ("assemble", &["model", "language", "view", "files"]),
    // Belongs to the binary, which uses the library from outside.
    ("command", &[]),
    ("browser", &["model"]),
    ("fetch", &["model", "browser"]),
    ("live", &["model", "roll", "fetch", "browser"]),
    ("embed", &["model", "signing", "roll", "language", "view", "fetch", "live", "browser"]),
];

/// The modules that may name browser interfaces.
const BROWSER_LAYERS: [&str; 4] = ["fetch", "browser", "live", "embed"];

fn modules() -> BTreeSet<String> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    folders.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

/// The Rust sources of a module, without comments.
fn sources(module: &str) -> Vec<(PathBuf, String)> {
    let mut sources = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                sources.push((path, code.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    sources
}

/// The modules of the crate that a source names, by `crate::one` or `use crate::{one, two}`.
fn named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        let list = rest.strip_prefix('{').map_or(rest, |list| list.split_once('}').map_or(list, |(list, _)| list));
        let paths = if list.len() == rest.len() { vec![rest] } else { list.split(',').map(str::trim).collect() };
        for path in paths {
            let end = path.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(path.len());
            named.insert(path[..end].to_string());
        }
    }
    named
}

#[test]
fn each_module_has_its_place_in_the_map() {
    for module in modules() {
        assert!(
            LAYERS.iter().any(|(layer, _)| *layer == module),
            "src/{module} is not in the map: give it a layer here"
        );
    }
}

#[test]
fn each_module_knows_only_the_layers_that_it_may() {
    let modules = modules();
    for (layer, allowed) in LAYERS.iter().filter(|(layer, _)| modules.contains(*layer)) {
        for (path, code) in sources(layer) {
            for name in named(&code).intersection(&modules) {
                assert!(
                    name == layer || allowed.contains(&name.as_str()),
                    "{} uses crate::{name}, which {layer} may not know",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn the_browser_is_named_only_where_it_is_touched() {
    for module in modules().iter().filter(|module| !BROWSER_LAYERS.contains(&module.as_str())) {
        for (path, code) in sources(module) {
            assert!(!code.contains("web_sys"), "{} names web_sys: that is for {BROWSER_LAYERS:?}", path.display());
        }
    }
}

#[test]
fn names_are_found_in_both_forms() {
    let code = "use crate::model::{Json, Node};\nuse crate::{view, fetch::request};\nlet x = crate::live::now();";
    assert_eq!(named(code), ["fetch", "live", "model", "view"].map(String::from).into());
}

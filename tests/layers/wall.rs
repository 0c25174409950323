//! The wall around the later part of the widget: all of it is in `embed/later/`, and the first part enters it only
//! through functions marked for that. Anything else that the first part named there would move into the first part,
//! which every reader waits for.

use super::circles::House;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const LATER: [&str; 2] = ["embed", "later"];

/// The functions of a file through which the first part enters the later one.
fn entries(source: &str) -> BTreeSet<String> {
    let is_mark =
        |attribute: &syn::Attribute| attribute.path().segments.last().is_some_and(|last| last.ident == "wasm_split");
    let functions = syn::parse_file(source).unwrap().items.into_iter().filter_map(|item| match item {
        syn::Item::Fn(function) if function.attrs.iter().any(is_mark) => Some(function.sig.ident.to_string()),
        _ => None,
    });
    functions.collect()
}

/// Names that break through the wall.
fn holes(source: &Path) -> Vec<String> {
    let house = House::read(source);
    let mut holes = Vec::new();
    for module in
        house.0.iter().filter(|(names, _)| !names.starts_with(&LATER.map(String::from))).map(|(_, module)| module)
    {
        let file = module.file.strip_prefix(source).unwrap().display();
        if fs::read_to_string(&module.file).unwrap().contains("#[wasm_split(") {
            holes.push(format!("{file} has a part that is split off: move that to embed/later/"));
        }
        for path in &module.named {
            let Some(home) = house.home(path).filter(|home| home.starts_with(&LATER.map(String::from))) else {
                continue;
            };
            let is_entry = path.strip_prefix(&home[..]).is_some_and(|rest| {
                let entries = entries(&fs::read_to_string(&house.0[home].file).unwrap());
                rest.len() == 1 && entries.contains(&rest[0])
            });
            if !is_entry {
                holes.push(format!("{file} names {}, which is not an entry of the later part", path.join("::")));
            }
        }
    }
    holes
}

#[test]
fn the_later_part_is_entered_only_by_its_entries() {
    assert_eq!(holes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")), [""; 0]);
}

#[test]
fn a_hole_in_the_wall_is_found() {
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wall");
    fs::create_dir_all(source.join("embed/later")).unwrap();
    let write = |name: &str, text: &str| fs::write(source.join("embed").join(name), text).unwrap();
    write("mod.rs", "mod element; mod later; mod share;");
    write("later/mod.rs", "pub mod roll;");
    write("later/roll.rs", "pub struct Roll; #[wasm_split(later, fallible)] pub fn show() {} pub fn shown() {}");
    write("element.rs", "use super::later::roll::{Roll, show}; fn f() { super::later::roll::shown() }");
    write("share.rs", "#[wasm_split(later)] fn share() {}");
    let expected = [
        "embed/element.rs names embed::later::roll::Roll, which is not an entry of the later part",
        "embed/element.rs names embed::later::roll::shown, which is not an entry of the later part",
        "embed/share.rs has a part that is split off: move that to embed/later/",
    ];
    assert_eq!(holes(&source), expected);
}

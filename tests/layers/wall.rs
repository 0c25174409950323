//! The walls around the later parts of the widget: all of a part is in its module of `embed/later/`, and all other code
//! enters it only through functions marked for that. Anything else that the first part named there would move into the
//! first part, which every reader waits for; what one part named of another would move to where both find it.

use super::circles::{House, Names};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const LATER: [&str; 2] = ["embed", "later"];

/// The functions of a file that enter a later part, each with the name of that part.
fn entries(source: &str) -> BTreeMap<String, String> {
    let is_mark =
        |attribute: &&syn::Attribute| attribute.path().segments.last().is_some_and(|last| last.ident == "wasm_split");
    let functions = syn::parse_file(source).unwrap().items.into_iter().filter_map(|item| match item {
        syn::Item::Fn(function) => {
            let tokens = function.attrs.iter().find(is_mark)?.meta.require_list().unwrap().tokens.to_string();
            Some((function.sig.ident.to_string(), tokens.split(',').next()?.trim().to_string()))
        }
        _ => None,
    });
    functions.collect()
}

/// The later part to which a module belongs.
fn part(module: &Names) -> Option<&str> {
    module.strip_prefix(&LATER.map(String::from)[..])?.first().map(String::as_str)
}

/// Names that break through a wall.
fn holes(source: &Path) -> Vec<String> {
    let house = House::read(source);
    let mut holes = Vec::new();
    for (names, module) in &house.0 {
        let file = module.file.strip_prefix(source).unwrap().display();
        let own = part(names);
        for (function, of) in entries(&fs::read_to_string(&module.file).unwrap()) {
            if own != Some(of.as_str()) {
                holes.push(format!("{file} has {function} of the part {of}: move that to embed/later/{of}"));
            }
        }
        for path in &module.named {
            let Some((home, other)) = house.home(path).and_then(|home| Some((home, part(home)?))) else { continue };
            let is_entry = path.strip_prefix(&home[..]).is_some_and(|rest| {
                let entries = entries(&fs::read_to_string(&house.0[home].file).unwrap());
                rest.len() == 1 && entries.contains_key(&rest[0])
            });
            if own != Some(other) && !is_entry {
                holes.push(format!("{file} names {}, which is no entry of the part {other}", path.join("::")));
            }
        }
    }
    holes
}

#[test]
fn each_later_part_is_entered_only_by_its_entries() {
    assert_eq!(holes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")), [""; 0]);
}

#[test]
fn a_hole_in_the_wall_is_found() {
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wall");
    fs::create_dir_all(source.join("embed/later")).unwrap();
    let write = |name: &str, text: &str| fs::write(source.join("embed").join(name), text).unwrap();
    write("mod.rs", "mod element; mod later; mod share;");
    write("later/mod.rs", "pub mod roll; pub mod news;");
    write("later/roll.rs", "pub struct Roll; #[wasm_split(roll, fallible)] pub fn show() {} pub fn shown() {}");
    write("later/news.rs", "use super::roll::{Roll, show}; #[wasm_split(roll, fallible)] pub fn tell() {}");
    write("element.rs", "use super::later::roll::{Roll, show}; fn f() { super::later::roll::shown() }");
    write("share.rs", "#[wasm_split(share)] fn share() {}");
    let expected = [
        "embed/element.rs names embed::later::roll::Roll, which is no entry of the part roll",
        "embed/element.rs names embed::later::roll::shown, which is no entry of the part roll",
        "embed/later/news.rs has tell of the part roll: move that to embed/later/roll",
        "embed/later/news.rs names embed::later::roll::Roll, which is no entry of the part roll",
        "embed/share.rs has share of the part share: move that to embed/later/share",
    ];
    assert_eq!(holes(&source), expected);
}

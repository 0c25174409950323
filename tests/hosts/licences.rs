//! The licences of other people's works in what we ship. `scripts/list-licences` writes them.

use crate::source;
use std::collections::BTreeSet;
use std::process::Command;

/// The lists, each with the arguments of `cargo tree` for it: none are those of this system.
const LISTS: [(&str, &[&str]); 2] = [("widget", &["--target", "wasm32-unknown-unknown"]), ("command", &[])];

/// A line of a list.
struct Work<'l> {
    /// Name and version.
    name: &'l str,
    licences: Vec<&'l str>,
}

/// The works of a list: the crates that cargo links. Those of Rust's standard library follow.
fn works(list: &str) -> Vec<Work<'_>> {
    let (own, _) = list.split_once("\nRust's standard library ").unwrap();
    own.lines().filter_map(work).collect()
}

fn work(line: &str) -> Option<Work<'_>> {
    let (name, rest) = line.split_once("  ")?;
    let (_, version) = name.split_once(' ')?;
    let licences = rest.trim_start().split("  ").next()?.split(" and ").collect();
    version.starts_with(|char: char| char.is_ascii_digit()).then_some(Work { name, licences })
}

/// The crates that cargo links, each by name and version. It knows them without a network, since it has built them.
fn linked(target: &[&str]) -> BTreeSet<String> {
    let tree =
        ["tree", "--locked", "--offline", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];
    let output = Command::new(env!("CARGO")).args(tree).args(target).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    let name = |line: &str| {
        let (name, version) = line.split_once(" v")?;
        let version = version.split(' ').next()?;
        (name != "open-letter").then(|| format!("{name} {version}"))
    };
    lines.lines().filter_map(name).collect()
}

#[test]
fn each_crate_that_is_linked_is_in_the_list() {
    for (name, target) in LISTS {
        let list = source(&format!("licences/{name}.txt"));
        let listed: BTreeSet<String> = works(&list).iter().map(|work| work.name.to_string()).collect();
        let missing: Vec<_> = linked(target).difference(&listed).cloned().collect();
        assert!(missing.is_empty(), "licences/{name}.txt lacks {missing:?}: run scripts/list-licences");
    }
}

/// The crates for other systems are not all here, so this compares with the lock file.
#[test]
fn no_work_in_the_list_is_outdated() {
    let lock = source("Cargo.lock");
    let toolchain = source("rust-toolchain.toml");
    for (name, _) in LISTS {
        let list = source(&format!("licences/{name}.txt"));
        let is_locked = |work: &Work| {
            let (name, version) = work.name.split_once(' ').unwrap();
            lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n"))
        };
        let works = works(&list);
        let outdated: Vec<&str> = works.iter().filter(|work| !is_locked(work)).map(|work| work.name).collect();
        assert!(outdated.is_empty(), "licences/{name}.txt has the outdated {outdated:?}: run scripts/list-licences");
        let rust = list.split_once("\nRust's standard library ").unwrap().1.split(' ').next().unwrap();
        assert!(
            toolchain.contains(&format!("\"{rust}\"")),
            "licences/{name}.txt names Rust {rust}: run scripts/list-licences"
        );
    }
}

#[test]
fn each_licence_in_the_list_has_its_text() {
    for (name, _) in LISTS {
        let list = source(&format!("licences/{name}.txt"));
        for work in works(&list) {
            for licence in &work.licences {
                let (_, texts) =
                    list.split_once(&format!("\n{licence}\n=")).unwrap_or_else(|| panic!("{licence} in {name}"));
                let section = texts.split("\n\n===").next().unwrap();
                let words: Vec<&str> = section.split_whitespace().collect();
                assert!(words.join(" ").contains(work.name), "{} is not under {licence} in {name}", work.name);
            }
        }
    }
}

//! The pages that people open from the campaign page.

use std::collections::BTreeSet;
use std::path::Path;

fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    files.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

#[test]
fn each_page_is_listed_and_the_list_is_linked() {
    let pages = pages();
    let (_, index) = pages.iter().find(|(name, _)| name == "index.html").unwrap();
    let linked: BTreeSet<&str> =
        index.split("<a href=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
    let there = pages.iter().map(|(name, _)| name.as_str()).filter(|name| *name != "index.html").collect();
    assert_eq!(linked, there);
    assert!(include_str!("../../index.html").contains("href=\"pages/index.html\""));
}

#[test]
fn a_pinned_script_is_that_of_this_release() {
    let pinned = format!("open-letter-{}.js", env!("CARGO_PKG_VERSION"));
    for (name, page) in pages() {
        for script in page.split("../open-letter-").skip(1) {
            assert!(format!("open-letter-{script}").starts_with(&pinned), "{name} has another than {pinned}");
        }
    }
}

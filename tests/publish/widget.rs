//! The widget's files beside the letters.

use crate::folder::Folder;
use open_letter::files::Site;
use open_letter::publish::widget;

#[test]
fn a_folder_gives_the_widget_and_nothing_else() {
    let folder = Folder::new();
    let built = folder.beside("built");
    std::fs::create_dir_all(built.join("letters/y")).unwrap();
    for name in [
        "open-letter.js",
        "open-letter.js.br",
        "open-letter-0123456789abcdef.wasm",
        "open-letter-0123456789abcdef.wasm.gz",
        "open-letter-fr-0123456789abcdef.json",
        "open-letter.d.ts",
        "open-letter.licences.txt",
        "integrity.json",
        "letter.schema.json",
        "index.html",
        "site.css",
        "letters/y/letter.json",
    ] {
        std::fs::write(built.join(name), name).unwrap();
    }
    let site = Site::open(&folder.out()).unwrap();
    let laid = widget::lay(&site, Some(&built)).unwrap().unwrap();
    let paths: Vec<&str> = laid.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "integrity.json",
            "letter.schema.json",
            "open-letter-0123456789abcdef.wasm",
            "open-letter-0123456789abcdef.wasm.gz",
            "open-letter-fr-0123456789abcdef.json",
            "open-letter.d.ts",
            "open-letter.licences.txt",
            "open-letter.js",
            "open-letter.js.br"
        ],
        "the loader, which names the others, last"
    );
    assert!(laid.iter().all(|file| file.written));
    let again = widget::lay(&site, Some(&built)).unwrap().unwrap();
    assert!(again.iter().all(|file| !file.written));
}

#[test]
fn the_hashes_are_those_of_files_that_the_site_has() {
    let folder = Folder::new();
    let built = folder.beside("built");
    std::fs::create_dir(&built).unwrap();
    let hashes = r#"{"campaign.css":"sha384-a","open-letter.js":"sha384-b","pages/index.html":"sha384-c"}"#;
    for (name, text) in [("open-letter.js", "x"), ("integrity.json", hashes), ("integrity.json.br", "old")] {
        std::fs::write(built.join(name), text).unwrap();
    }
    let site = Site::open(&folder.out()).unwrap();
    std::fs::write(folder.out().join("campaign.css"), "y").unwrap();
    widget::lay(&site, Some(&built)).unwrap();
    let there = folder.site_json("integrity.json");
    assert_eq!(there, serde_json::json!({"campaign.css": "sha384-a", "open-letter.js": "sha384-b"}));
    assert!(!folder.out().join("integrity.json.br").exists(), "the compressed copy would be served in its place");
}

#[test]
fn a_file_is_not_left_beside_its_outdated_packets() {
    let folder = Folder::new();
    let built = folder.beside("built");
    std::fs::create_dir(&built).unwrap();
    for name in ["open-letter.js", "open-letter.js.br", "open-letter.js.gz"] {
        std::fs::write(built.join(name), "long").unwrap();
    }
    let site = Site::open(&folder.out()).unwrap();
    widget::lay(&site, Some(&built)).unwrap();
    std::fs::write(folder.out().join("theirs.js.br"), "theirs").unwrap();
    std::fs::write(built.join("open-letter.js"), "short").unwrap();
    std::fs::remove_file(built.join("open-letter.js.br")).unwrap();
    std::fs::remove_file(built.join("open-letter.js.gz")).unwrap();
    widget::lay(&site, Some(&built)).unwrap();
    let names: Vec<String> = folder.site_files().into_iter().map(|(path, _)| path).collect();
    assert_eq!(names, ["open-letter.js", "theirs.js.br"]);
}

#[test]
fn a_folder_without_a_widget_is_refused() {
    let folder = Folder::new();
    let site = Site::open(&folder.out()).unwrap();
    let error = widget::lay(&site, Some(&folder.path())).unwrap_err().to_string();
    assert_eq!(
        error,
        format!("{} has no open-letter.js in it: build the widget with make dist first", folder.path().display())
    );
}

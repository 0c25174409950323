//! The built site that is tested.

use std::path::{Path, PathBuf};

/// The folder of the built site. `OPEN_LETTER_SITE` names another.
pub fn folder() -> PathBuf {
    let folder = std::env::var_os("OPEN_LETTER_SITE").map_or_else(|| "target/site".into(), PathBuf::from);
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// The path of the part of the module that is fetched once the letter shows.
pub fn later() -> String {
    let entries = std::fs::read_dir(folder()).unwrap().flatten();
    let mut names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_it = |name: &String| {
        name.starts_with("open-letter-later-") && name.len() == "open-letter-later-0123456789abcdef.wasm".len()
    };
    format!("/{}", names.find(is_it).expect("the site is built"))
}

//! The built site under test.

use std::path::{Path, PathBuf};

/// The folder of the built site. `OPEN_LETTER_SITE` names another.
pub fn folder() -> PathBuf {
    let folder = std::env::var_os("OPEN_LETTER_SITE").map_or_else(|| "target/site".into(), PathBuf::from);
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

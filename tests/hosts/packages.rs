//! The npm packages that `scripts/install-tools` installs.

use std::path::PathBuf;

/// The folder of the packages.
pub fn packages() -> PathBuf {
    let packages = tools().join("node_modules");
    assert!(
        packages.join("typescript").exists(),
        "no TypeScript in {}: run scripts/install-tools hosts",
        packages.display()
    );
    packages
}

/// The version of a package that is installed.
#[allow(dead_code, reason = "the browser tests don't write down what was tried")]
pub fn version(package: &str) -> String {
    let manifest = std::fs::read_to_string(packages().join(package).join("package.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    manifest["version"].as_str().unwrap().to_string()
}

/// The folder of `scripts/install-tools`, as set in the Makefile.
pub fn tools() -> PathBuf {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = || set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")));
    set("OPEN_LETTER_TOOLS").or_else(|| Some(cache()?.join("open-letter/tools"))).expect("HOME is set")
}

//! The widget for comparison: `plain/`, written by hand in JavaScript, with the same look.
//!
//! It gets the same stylesheet, bundler options, compression and server as ours.

use crate::engines::find;
use anyhow::{Result, ensure};
use open_letter::assemble::compress::brotli;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// The widget's stylesheet, from `build.rs`.
const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));

/// A folder with `plain.js`, ready to serve.
pub fn folder() -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let script = bundle()?;
    std::fs::write(folder.path().join("plain.js.br"), brotli(&script)?)?;
    std::fs::write(folder.path().join("plain.js"), script)?;
    Ok(folder)
}

/// The loader's options, from `scripts/build-widget`.
fn bundle() -> Result<Vec<u8>> {
    let main = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/plain/main.js");
    let css = format!("--define:WIDGET_CSS={}", serde_json::to_string(CSS)?);
    let options = ["--bundle", "--minify", "--format=iife", "--target=es2022", "--log-level=warning"];
    let bundled = Command::new(find(&["esbuild"])?).arg(main).args(options).arg(css).output()?;
    ensure!(bundled.status.success(), "esbuild: {}", String::from_utf8_lossy(&bundled.stderr));
    Ok(bundled.stdout)
}

/// The first line in which the plain widget shows something else than ours. Then the comparison is not fair.
pub fn difference(ours: &[String], plain: &[String]) -> Option<String> {
    let at = (0..ours.len().max(plain.len())).find(|line| ours.get(*line) != plain.get(*line))?;
    let [ours, plain] = [ours, plain].map(|lines| lines.get(at).map_or("nothing", String::as_str));
    Some(format!("NO FAIR COMPARISON: where ours has\n  {ours}\ntests/bench/plain/ has\n  {plain}"))
}

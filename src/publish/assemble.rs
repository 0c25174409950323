//! From a Trunk build to a site's files: final names, integrity, compression.
//!
//! Trunk takes a file's hash before `wasm-opt` has changed it, and integrity before its last hook has run; so all of
//! this is done here, last.

use super::compress::{brotli, gzip, is_compressed};
use super::hash::{integrity, name_hash};
use super::sizes::{Size, Sizes};
use crate::model;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The script that wasm-bindgen writes, by the name that Trunk gives it.
const GLUE: &str = "open-letter.js";
/// The WebAssembly module, likewise.
const WASM: &str = "open-letter_bg.wasm";
/// The part of the module that is fetched once the letter shows, by the name that the splitting gives it.
const LATER: &str = "split_later.wasm";
/// The name that partners reference, and that never changes.
const LOADER: &str = "open-letter.js";
/// What a folder has that was assembled, and may therefore be assembled anew.
const INTEGRITY: &str = "integrity.json";

/// Files by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// Assembles the site's files in `out`, whose earlier content is gone afterwards.
///
/// # Errors
/// If the build or the loader is not what is expected, or a file can't be read or written.
pub fn assemble(trunk: &Path, loader: &Path, out: &Path) -> Result<Sizes> {
    let mut files = Files::new();
    collect(trunk, "", &mut files)?;
    let loader = fs::read_to_string(loader).with_context(|| format!("can't read the loader {}", loader.display()))?;
    let first = name_finally(&mut files, &loader).with_context(|| format!("in {}", trunk.display()))?;
    files.insert("open-letter.d.ts".into(), include_bytes!("../embed/open-letter.d.ts").into());
    files.insert("letter.schema.json".into(), super::pretty(&model::schema()));
    files.insert(INTEGRITY.into(), super::pretty(&integrities(&files)));
    let (packets, sizes) = compress(&files, &first)?;
    files.extend(packets);
    swap_in(&files, out).with_context(|| format!("can't write {}", out.display()))?;
    Ok(sizes)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    let cannot = || format!("can't read {}", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, fs::read(entry.path()).with_context(cannot)?);
        }
    }
    Ok(())
}

/// Gives glue and wasm the names by which they can be cached for ever, and writes those into the loader. The names of
/// the three files that a reader downloads first.
fn name_finally(files: &mut Files, loader: &str) -> Result<[String; 3]> {
    let mut take = |name| files.remove(name).with_context(|| format!("there is no {name}: build with trunk first"));
    let (glue, wasm, later) = (take(GLUE)?, take(WASM)?, take(LATER)?);
    let wasm_name = format!("open-letter-{}.wasm", name_hash(&wasm));
    let later_name = format!("open-letter-later-{}.wasm", name_hash(&later));
    // Glue that is started without being told where the wasm is looks beside itself.
    let glue = String::from_utf8(glue).context("the glue is no text")?.replace(WASM, &wasm_name);
    if !glue.contains(LATER) {
        bail!("the glue does not name {LATER}: bundle it with what the splitting wrote");
    }
    let glue = glue.replace(LATER, &later_name);
    let glue_name = format!("open-letter-{}.js", name_hash(glue.as_bytes()));
    let mut loader = loader.to_string();
    for (placeholder, value) in [
        ("__OPEN_LETTER_GLUE__", glue_name.as_str()),
        ("__OPEN_LETTER_WASM__", &wasm_name),
        ("__OPEN_LETTER_VERSION__", env!("CARGO_PKG_VERSION")),
    ] {
        if !loader.contains(placeholder) {
            bail!("the loader has no {placeholder} in it: bundle it without names of its own");
        }
        loader = loader.replace(placeholder, value);
    }
    let names = [LOADER.to_string(), glue_name.clone(), wasm_name.clone()];
    let own = [(LOADER.into(), loader.into()), (glue_name, glue.into()), (wasm_name, wasm), (later_name, later)];
    files.extend(own);
    Ok(names)
}

/// The integrity of each file that runs.
fn integrities(files: &Files) -> BTreeMap<&str, String> {
    let runs = |path: &str| [".js", ".wasm"].iter().any(|end| path.ends_with(end));
    files.iter().filter(|(path, _)| runs(path)).map(|(path, bytes)| (path.as_str(), integrity(bytes))).collect()
}

fn compress(files: &Files, first: &[String]) -> Result<(Files, Sizes)> {
    let mut packets = Files::new();
    let mut sizes = Sizes::default();
    for (path, bytes) in files {
        let mut size =
            Size { name: path.clone(), raw: bytes.len(), gzip: None, brotli: None, first: first.contains(path) };
        if is_compressed(path, bytes.len()) {
            let (brotli, gzip) = (brotli(bytes)?, gzip(bytes)?);
            size.brotli = Some(brotli.len());
            size.gzip = Some(gzip.len());
            packets.extend([(format!("{path}.br"), brotli), (format!("{path}.gz"), gzip)]);
        }
        sizes.files.push(size);
    }
    Ok((packets, sizes))
}

/// Writes everything into a folder beside `out`, and then exchanges the two.
fn swap_in(files: &Files, out: &Path) -> Result<()> {
    if fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) && !out.join(INTEGRITY).exists() {
        bail!("it holds other files, and would be written anew from nothing: name an empty folder");
    }
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".open-letter-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let [new, old] = [builder.tempdir_in(parent)?, builder.tempdir_in(parent)?];
    let site = new.path().join("site");
    for (path, bytes) in files {
        let target = site.join(path);
        fs::create_dir_all(target.parent().unwrap_or(&site))?;
        fs::write(target, bytes)?;
    }
    if out.exists() {
        fs::rename(out, old.path().join("site"))?;
    }
    fs::rename(site, out)?;
    Ok(())
}

//! Turns a Trunk build into a site's files: final names, integrity, compression.
//!
//! Trunk hashes a file before `wasm-opt` changes it, and computes integrity before its last hook runs. So all of this
//! happens here, last.

pub mod compress;
mod parts;
mod prune;
mod short_names;
mod sizes;
mod texts;

pub use prune::prune;
pub use sizes::{Size, Sizes, Visit};

use crate::files::hash::{integrity, name_hash};
use crate::model;
use anyhow::{Context, Result, bail};
use compress::{brotli, gzip, is_compressed};
use parts::Engine;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The name that partners reference. It never changes.
const LOADER: &str = "open-letter.js";
/// The loader with the glue inside, in the folder of loaders.
const PINNED: &str = "pinned.js";
/// The script of the iframe form's page, in the same folder.
const EMBED: &str = "embed.js";
/// The page of the iframe form.
const EMBED_PAGE: &str = include_str!("../embed/loader/frame/embed.html");
/// The licences of other people's works in the widget, which `scripts/list-licences` writes.
const LICENCES: &[u8] = include_bytes!("../../licences/widget.txt");
/// The file that marks an assembled folder, which may be assembled again.
const INTEGRITY: &str = "integrity.json";

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

/// Assembles the site's files in `out` and removes its earlier content. `loaders` is the folder of the scripts that
/// esbuild bundled.
///
/// # Errors
/// If the build or a loader has an unexpected form, or a file can't be read or written.
pub fn assemble(trunk: &Path, loaders: &Path, out: &Path) -> Result<Sizes> {
    let mut files = Files::new();
    collect(trunk, "", &mut files)?;
    let loader = |name| {
        let path = loaders.join(name);
        fs::read_to_string(&path).with_context(|| format!("can't read the loader {}", path.display()))
    };
    let engine = Engine::found_in(&mut files).with_context(|| format!("in {}", trunk.display()))?;
    let pinned = format!("open-letter-{}.js", env!("CARGO_PKG_VERSION"));
    let embed = loader(EMBED)?;
    let embed_name = format!("open-letter-embed-{}.js", name_hash(embed.as_bytes()));
    files.insert(LOADER.into(), engine.named_in(&loader(LOADER)?)?.into());
    let pinned_loader = engine.contained_in(&loader(PINNED)?)?;
    let pinned_tag = pinned_tag(&pinned, &integrity(pinned_loader.as_bytes()));
    files.insert(pinned, pinned_loader.into());
    files.insert("embed.html".into(), EMBED_PAGE.replace("__OPEN_LETTER_EMBED__", &embed_name).into());
    files.insert(embed_name, embed.into());
    let visits = visits(&engine);
    files.extend(engine.into_files());
    files.insert("open-letter.d.ts".into(), include_bytes!("../../integrations/typescript/open-letter.d.ts").into());
    files.insert(
        "open-letter.react.d.ts".into(),
        include_bytes!("../../integrations/typescript/open-letter.react.d.ts").into(),
    );
    files.insert(
        "custom-elements.json".into(),
        include_bytes!("../../integrations/typescript/custom-elements.json").into(),
    );
    files.insert("open-letter.licences.txt".into(), LICENCES.into());
    files.insert("letter.schema.json".into(), crate::files::json::pretty(&model::schema()));
    files.insert(INTEGRITY.into(), crate::files::json::pretty(&integrities(&files)));
    only_ascii(&files)?;
    let (packets, table) = compress(&files)?;
    files.extend(packets);
    swap_in(&files, out).with_context(|| format!("can't write {}", out.display()))?;
    Ok(Sizes { files: table, visits, pinned_tag })
}

/// What readers download, and the most that it may weigh in bytes of brotli.
fn visits(engine: &Engine) -> Vec<Visit> {
    let loader = LOADER.to_string();
    let shows = vec![loader.clone(), engine.style()];
    let follows = shows.iter().cloned().chain(engine.first()).chain(engine.part("updates")).collect();
    let visit = |what, budget, files| Visit { what, budget, files };
    vec![
        visit("the script that partners name", 8_000, vec![loader]),
        visit("before the letter shows", 15_000, shows),
        // Of 100 kB, the letter itself and its first view take up to 8.
        visit("a visit whose count is followed", 92_000, follows),
        visit("signing, besides", 12_000, engine.form().collect()),
    ]
}

/// The tag that embeds exactly this build. The integrity rules out any other script from the host.
fn pinned_tag(name: &str, integrity: &str) -> String {
    let site = "https://letters.example";
    format!(
        "<script async src=\"{site}/{name}\" integrity=\"{integrity}\" crossorigin=\"anonymous\" \
         data-letter=\"{site}/letters/…/letter.json\"></script>"
    )
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

/// Refuses a script with characters that a page in another encoding than UTF-8 would misread.
fn only_ascii(files: &Files) -> Result<()> {
    let scripts = files.iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|end| end == "js"));
    for (path, bytes) in scripts {
        if let Some(at) = bytes.iter().position(|byte| !byte.is_ascii()) {
            bail!("{path} is not ASCII at byte {at}: pages in other encodings can't run it; write it as an escape");
        }
    }
    Ok(())
}

/// The integrity of each file that scripts fetch or run.
fn integrities(files: &Files) -> BTreeMap<&str, String> {
    let runs = |path: &str| [".js", ".wasm", ".css"].iter().any(|end| path.ends_with(end));
    files.iter().filter(|(path, _)| runs(path)).map(|(path, bytes)| (path.as_str(), integrity(bytes))).collect()
}

fn compress(files: &Files) -> Result<(Files, Vec<Size>)> {
    let mut packets = Files::new();
    let mut sizes = Vec::new();
    for (path, bytes) in files {
        let mut size = Size { name: path.clone(), raw: bytes.len(), gzip: None, brotli: None };
        if is_compressed(path, bytes.len()) {
            let (brotli, gzip) = (brotli(bytes)?, gzip(bytes)?);
            size.brotli = Some(brotli.len());
            size.gzip = Some(gzip.len());
            packets.extend([(format!("{path}.br"), brotli), (format!("{path}.gz"), gzip)]);
        }
        sizes.push(size);
    }
    Ok((packets, sizes))
}

/// Writes everything into a folder beside `out`, then swaps the two.
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

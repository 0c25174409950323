//! Turns a Trunk build into a site's files: final names, integrity, compression.
//!
//! Trunk hashes a file before `wasm-opt` changes it, and computes integrity before its last hook runs. So all of this
//! happens here, last.

pub mod compress;
mod sizes;

pub use sizes::{BUDGET_BYTES, Size, Sizes};

use crate::files::hash::{integrity, name_hash};
use crate::language::{self, Texts};
use crate::model;
use anyhow::{Context, Result, bail};
use compress::{brotli, gzip, is_compressed};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The script that wasm-bindgen writes, under Trunk's name for it.
const GLUE: &str = "open-letter.js";
/// The WebAssembly module, likewise.
const WASM: &str = "open-letter_bg.wasm";
/// The part of the module that is fetched after the letter shows, under the name that the splitting gives it.
const LATER: &str = "split_later.wasm";
/// The stylesheet, from `style/widget/`.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));
/// The name that partners reference. It never changes.
const LOADER: &str = "open-letter.js";
/// The loader with the glue inside, in the folder of loaders.
const PINNED: &str = "pinned.js";
/// The script of the iframe form's page, in the same folder.
const EMBED: &str = "embed.js";
/// The page of the iframe form.
const EMBED_PAGE: &str = include_str!("../embed/loader/frame/embed.html");
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
    let parts = Parts::found_in(&mut files).with_context(|| format!("in {}", trunk.display()))?;
    let pinned = format!("open-letter-{}.js", env!("CARGO_PKG_VERSION"));
    let embed = loader(EMBED)?;
    let embed_name = format!("open-letter-embed-{}.js", name_hash(embed.as_bytes()));
    files.insert(
        LOADER.into(),
        parts.named_in(&loader(LOADER)?, &["STYLE", "GLUE", "WASM", "LATER", "TEXTS", "VERSION"])?.into(),
    );
    let named = [
        "STYLE",
        "STYLE_INTEGRITY",
        "WASM",
        "WASM_INTEGRITY",
        "LATER",
        "LATER_INTEGRITY",
        "TEXTS_INTEGRITY",
        "VERSION",
    ];
    let pinned_loader = parts.named_in(&loader(PINNED)?, &named)?;
    let pinned_tag = pinned_tag(&pinned, &integrity(pinned_loader.as_bytes()));
    files.insert(pinned, pinned_loader.into());
    files.insert("embed.html".into(), EMBED_PAGE.replace("__OPEN_LETTER_EMBED__", &embed_name).into());
    files.insert(embed_name, embed.into());
    let first = [LOADER.to_string(), parts.style.name()];
    files.extend([parts.style, parts.glue, parts.wasm, parts.later].map(|part| (part.name(), part.bytes)));
    files.extend(parts.texts.into_files());
    files.insert("open-letter.d.ts".into(), include_bytes!("../../integrations/typescript/open-letter.d.ts").into());
    files.insert(
        "open-letter.react.d.ts".into(),
        include_bytes!("../../integrations/typescript/open-letter.react.d.ts").into(),
    );
    files.insert(
        "custom-elements.json".into(),
        include_bytes!("../../integrations/typescript/custom-elements.json").into(),
    );
    files.insert("letter.schema.json".into(), crate::files::json::pretty(&model::schema()));
    files.insert(INTEGRITY.into(), crate::files::json::pretty(&integrities(&files)));
    only_ascii(&files)?;
    let (packets, table) = compress(&files, &first)?;
    files.extend(packets);
    swap_in(&files, out).with_context(|| format!("can't write {}", out.display()))?;
    Ok(Sizes { files: table, pinned_tag })
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

/// A file of the engine.
struct Part {
    stem: &'static str,
    end: &'static str,
    bytes: Vec<u8>,
}

impl Part {
    /// The name under which it can be cached for ever.
    fn name(&self) -> String {
        format!("{}-{}.{}", self.stem, name_hash(&self.bytes), self.end)
    }
}

/// The engine.
struct Parts {
    style: Part,
    glue: Part,
    wasm: Part,
    later: Part,
    texts: TextFiles,
}

impl Parts {
    fn found_in(files: &mut Files) -> Result<Parts> {
        let mut take = |name, stem, end| {
            let bytes = files.remove(name).with_context(|| format!("there is no {name}: build with trunk first"))?;
            anyhow::Ok(Part { stem, end, bytes })
        };
        Ok(Parts {
            style: Part { stem: "open-letter", end: "css", bytes: STYLE.into() },
            glue: take(GLUE, "open-letter", "js")?,
            wasm: take(WASM, "open-letter", "wasm")?,
            later: take(LATER, "open-letter-later", "wasm")?,
            texts: TextFiles::new()?,
        })
    }

    /// The loader with its placeholders filled in. It must have exactly these placeholders.
    fn named_in(&self, loader: &str, placeholders: &[&str]) -> Result<String> {
        let mut loader = loader.to_string();
        for placeholder in placeholders {
            let value = match *placeholder {
                "STYLE" => self.style.name(),
                "STYLE_INTEGRITY" => integrity(&self.style.bytes),
                "GLUE" => self.glue.name(),
                "WASM" => self.wasm.name(),
                "WASM_INTEGRITY" => integrity(&self.wasm.bytes),
                "LATER" => self.later.name(),
                "LATER_INTEGRITY" => integrity(&self.later.bytes),
                "TEXTS" => self.texts.named(|tag, _| tag.to_string()),
                "TEXTS_INTEGRITY" => self.texts.named(|tag, bytes| format!("{tag}:{}", integrity(bytes))),
                _ => env!("CARGO_PKG_VERSION").to_string(),
            };
            let placeholder = format!("__OPEN_LETTER_{placeholder}__");
            if !loader.contains(&placeholder) {
                bail!("the loader has no {placeholder} in it: bundle it without names of its own");
            }
            loader = loader.replace(&placeholder, &value);
        }
        Ok(loader)
    }
}

/// The files of the interface's texts. They change with each release, so one hash names them all: that keeps the loader
/// small.
struct TextFiles {
    hash: String,
    /// By language tag, without English, which is part of the engine. Each file is a list: the release, then the
    /// values.
    files: Vec<(&'static str, Vec<u8>)>,
}

impl TextFiles {
    fn new() -> Result<TextFiles> {
        let others = language::all().iter().filter(|texts| texts.lang != "en");
        let file = |texts: &Texts| {
            let mut values = vec![env!("CARGO_PKG_VERSION")];
            values.extend(texts.values());
            anyhow::Ok((texts.lang, serde_json::to_vec(&values)?))
        };
        let files: Vec<(&str, Vec<u8>)> = others.map(file).collect::<Result<_>>()?;
        let all: Vec<&[u8]> = files.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        Ok(TextFiles { hash: name_hash(&all.concat()), files })
    }

    /// The hash and the languages, in the loader's notation: *0123456789abcdef ar de*.
    fn named(&self, entry: impl Fn(&str, &[u8]) -> String) -> String {
        let entries = self.files.iter().map(|(tag, bytes)| entry(tag, bytes));
        std::iter::once(self.hash.clone()).chain(entries).collect::<Vec<_>>().join(" ")
    }

    fn into_files(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let Self { hash, files } = self;
        files.into_iter().map(move |(tag, bytes)| (format!("open-letter-{tag}-{hash}.json"), bytes))
    }
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

fn compress(files: &Files, first: &[String]) -> Result<(Files, Vec<Size>)> {
    let mut packets = Files::new();
    let mut sizes = Vec::new();
    for (path, bytes) in files {
        let mut size =
            Size { name: path.clone(), raw: bytes.len(), gzip: None, brotli: None, first: first.contains(path) };
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

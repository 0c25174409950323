//! From a Trunk build to a site's files.

use crate::folder::Folder;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use open_letter::assemble::{assemble, prune};
use open_letter::language::{self, Texts};
use open_letter::view::sign_form;
use serde_json::Value;
use sha2::{Digest, Sha384};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use wasm_encoder::{
    ConstExpr, CustomSection, ExportKind, ExportSection, GlobalSection, GlobalType, ImportSection, Module, ValType,
};
use wasmparser::{Parser, Payload};

const LOADER: &str = r#"const style = "__OPEN_LETTER_STYLE__", glue = "__OPEN_LETTER_GLUE__",
wasm = "__OPEN_LETTER_WASM__", version = "__OPEN_LETTER_VERSION__";"#;

const PINNED: &str = r#"const wasm = ["__OPEN_LETTER_WASM__", "__OPEN_LETTER_WASM_INTEGRITY__"],
style = ["__OPEN_LETTER_STYLE__", "__OPEN_LETTER_STYLE_INTEGRITY__"], version = "__OPEN_LETTER_VERSION__";"#;

/// What the module imports, and the files that are loaded later.
const GLUE: &str = r#"const given = { "./glue.js": { __wbg_now_123: () => 1, keep() {} },
"./parts.js": { __wasm_split_load_news: ["__OPEN_LETTER_PART_news+roll__", "__OPEN_LETTER_PART_news__"],
__wasm_split_load_roll: ["__OPEN_LETTER_PART_news+roll__"] } }; let engine; engine.__wbindgen_free(engine.mount());
const texts = "__OPEN_LETTER_TEXTS__", forms = "__OPEN_LETTER_SIGN_TEXTS__";"#;
/// The end of the glue, where the form is a file of its own.
const WITH_FORM: &str = r#"const form = "__OPEN_LETTER_FORM__";"#;
const FORM: &str = r#"const style = "__OPEN_LETTER_FORM_STYLE__";"#;
const EMBED: &str = "document.title = 'embedded'";

struct Build {
    folder: Folder,
}

impl Build {
    fn new() -> Self {
        let build = Build { folder: Folder::new() };
        let trunk = build.trunk();
        std::fs::create_dir_all(trunk.join("pages")).unwrap();
        let glue = format!("{GLUE}\n{WITH_FORM}\n{}", "// x\n".repeat(200));
        std::fs::write(trunk.join("open-letter.js"), glue).unwrap();
        std::fs::write(trunk.join("open-letter-form.js"), FORM).unwrap();
        std::fs::write(trunk.join("open-letter_bg.wasm"), first(7)).unwrap();
        std::fs::create_dir(trunk.join("parts")).unwrap();
        for (names, byte) in [("news", 8), ("news+roll", 9)] {
            let part = module(&[("__wasm_split", "memory"), ("__wasm_split", "__stack")], &[], byte);
            std::fs::write(trunk.join(format!("parts/{names}.wasm")), part).unwrap();
        }
        std::fs::write(trunk.join("index.html"), "<!doctype html>".repeat(100)).unwrap();
        std::fs::write(trunk.join("pages/one.html"), "<p>short").unwrap();
        std::fs::write(trunk.join("photo.jpg"), vec![1; 3000]).unwrap();
        std::fs::create_dir_all(build.loaders()).unwrap();
        for (name, text) in [
            ("open-letter.js", LOADER.into()),
            ("pinned.js", [GLUE, PINNED, FORM].concat()),
            ("embed.js", EMBED.to_string()),
        ] {
            std::fs::write(build.loaders().join(name), text).unwrap();
        }
        build
    }

    fn trunk(&self) -> PathBuf {
        self.folder.beside("trunk")
    }

    fn loaders(&self) -> PathBuf {
        self.folder.beside("loaders")
    }

    fn run(&self) -> anyhow::Result<String> {
        assemble(&self.trunk(), &self.loaders(), &self.folder.out()).map(|sizes| sizes.to_string())
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.folder.site_files().into_iter().collect()
    }
}

/// A module that imports and exports these, and has a section of a thousand such bytes.
fn module(imports: &[(&str, &str)], exports: &[&str], byte: u8) -> Vec<u8> {
    let ty = GlobalType { val_type: ValType::I32, mutable: false, shared: false };
    let (mut taken, mut given, mut own) = (ImportSection::new(), ExportSection::new(), GlobalSection::new());
    for (module, name) in imports {
        taken.import(module, name, ty);
    }
    for (index, name) in (imports.len()..).zip(exports) {
        own.global(ty, &ConstExpr::i32_const(0));
        given.export(name, ExportKind::Global, u32::try_from(index).unwrap());
    }
    let filling = CustomSection { name: "filling".into(), data: vec![byte; 1000].into() };
    Module::new().section(&taken).section(&own).section(&given).section(&filling).clone().finish()
}

/// The first part.
fn first(byte: u8) -> Vec<u8> {
    let imports = [
        ("./glue.js", "__wbg_now_123"),
        ("./glue.js", "keep"),
        ("./parts.js", "__wasm_split_load_news"),
        ("./parts.js", "__wasm_split_load_roll"),
    ];
    module(&imports, &["memory", "mount", "__wbindgen_free", "__stack"], byte)
}

/// What a module imports, then what it exports.
fn links(module: &[u8]) -> Vec<String> {
    let mut links = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.unwrap() {
            Payload::ImportSection(section) => {
                links.extend(section.into_imports().flatten().map(|import| [import.module, import.name].join(" ")));
            }
            Payload::ExportSection(section) => {
                links.extend(section.into_iter().flatten().map(|export| export.name.into()));
            }
            _ => {}
        }
    }
    links
}

/// The glue's data about files of texts: their common hash, and the languages.
fn table(files: &BTreeMap<String, Vec<u8>>, stem: &str, entry: impl Fn(&str, &[u8]) -> String) -> String {
    let start = format!("{stem}-fr-");
    let french = named(files, &start, ".json");
    let hash = french.trim_start_matches(&start).trim_end_matches(".json");
    // English is in the engine, but not its form.
    let others = language::all().iter().filter(|texts| texts.lang != "en" || stem != "open-letter");
    let entry = |texts: &Texts| entry(texts.lang, &files[&format!("{stem}-{}-{hash}.json", texts.lang)]);
    std::iter::once(hash.to_string()).chain(others.map(entry)).collect::<Vec<_>>().join(" ")
}

fn has_end(name: &str, end: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == end)
}

/// The one file whose name begins and ends like this.
fn named(files: &BTreeMap<String, Vec<u8>>, start: &str, end: &str) -> String {
    let length = start.len() + "0123456789abcdef".len() + end.len();
    let fits = |name: &&String| name.starts_with(start) && name.ends_with(end) && name.len() == length;
    let found: Vec<&String> = files.keys().filter(fits).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

#[test]
fn files_get_their_final_names_and_the_loader_knows_them() {
    let build = Build::new();
    build.run().unwrap();
    let files = build.files();
    let (glue, wasm) = (named(&files, "open-letter-", ".js"), named(&files, "open-letter-", ".wasm"));
    let loader = String::from_utf8(files["open-letter.js"].clone()).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    let style = named(&files, "open-letter-", ".css");
    let named_in_loader = [("STYLE", &*style), ("GLUE", &*glue), ("WASM", &*wasm), ("VERSION", version)];
    let expected = named_in_loader.iter().fold(LOADER.to_string(), |loader, (placeholder, value)| {
        loader.replace(&format!("__OPEN_LETTER_{placeholder}__"), value)
    });
    assert_eq!(loader, expected);
    assert!(!files.contains_key("open-letter_bg.wasm"));
    let embed = named(&files, "open-letter-embed-", ".js");
    assert_eq!(files[&embed], EMBED.as_bytes());
    assert!(String::from_utf8(files["embed.html"].clone()).unwrap().contains(&format!("src=\"{embed}\"")));
    assert_eq!(files["pages/one.html"], b"<p>short");
    assert_eq!(files["open-letter.licences.txt"], include_bytes!("../../licences/widget.txt"));
    assert_eq!(files["letter.schema.json"], format!("{:#}\n", open_letter::model::schema()).into_bytes());
}

#[test]
fn each_part_has_a_file_and_all_have_short_names_from_one_table() {
    let build = Build::new();
    build.run().unwrap();
    let files = build.files();
    let (glue, wasm) = (named(&files, "open-letter-", ".js"), named(&files, "open-letter-", ".wasm"));
    let (news, shared) =
        (named(&files, "open-letter-news-", ".wasm"), named(&files, "open-letter-news-roll-", ".wasm"));
    assert_eq!(links(&files[&wasm]), ["a c", "a keep", "b d", "b e", "memory", "mount", "f", "g"]);
    for part in [&news, &shared] {
        assert_eq!(links(&files[part]), ["__wasm_split memory", "__wasm_split g"]);
    }
    let expected = format!(
        r#"const given = {{ "a": {{ c: () => 1, keep() {{}} }},
"b": {{ d: ["{shared}", "{news}"],
e: ["{shared}"] }} }}; let engine; engine.f(engine.mount());
const texts = "{}", forms = "{}";"#,
        table(&files, "open-letter", |lang, _| lang.to_string()),
        table(&files, "open-letter-sign", |lang, _| lang.to_string())
    );
    let glue = String::from_utf8_lossy(&files[&glue]);
    let (linked, form) = glue.split_once("\nconst form").unwrap();
    assert_eq!(linked, expected);
    let name = named(&files, "open-letter-form-", ".js");
    assert!(form.starts_with(&format!(" = \"{name}\";")), "{form}");
    let form = String::from_utf8_lossy(&files[&name]);
    assert!(form.starts_with("const style = \".form-place{") && form.ends_with("\";"), "{form}");
}

#[test]
fn parts_that_do_not_link_are_refused() {
    let error = |build: &Build| format!("{:#}", build.run().unwrap_err());
    let build = Build::new();
    std::fs::write(build.trunk().join("parts/news.wasm"), module(&[("__wasm_split", "__gone")], &[], 1)).unwrap();
    let said = error(&build);
    assert!(said.ends_with("parts/news.wasm: it imports __gone, which the first part doesn't export"), "{said}");
    let build = Build::new();
    std::fs::write(build.trunk().join("open-letter.js"), GLUE.replace("__wbg_now_123", "__wbg_now_124")).unwrap();
    let said = error(&build);
    assert!(said.ends_with("open-letter.js: the script has no __wbg_now_123, which the module imports"), "{said}");
    let build = Build::new();
    std::fs::write(build.trunk().join("open-letter_bg.wasm"), "<!doctype html>").unwrap();
    let said = error(&build);
    assert!(said.contains("open-letter_bg.wasm: this is not a WebAssembly module"), "{said}");
}

#[test]
fn exports_that_nobody_calls_are_removed_and_all_else_stays() {
    let whole = module(&[], &["memory", "__wbg_stream_free", "stream_read", "mount"], 1);
    let pruned = prune(&whole, "stream_").unwrap();
    assert_eq!(links(&pruned), ["memory", "mount"]);
    assert_eq!(prune(&pruned, "stream_").unwrap_err().to_string(), "no export has stream_ in its name");
    let expected = module(&[], &["memory", "mount"], 1);
    assert!(whole.len() > pruned.len() && pruned.len() > expected.len(), "what was exported is still there");
}

#[test]
fn what_changes_gets_another_name() {
    let build = Build::new();
    build.run().unwrap();
    let before = build.files();
    build.run().unwrap();
    assert_eq!(build.files(), before, "the same input gives the same bytes");
    std::fs::write(build.trunk().join("open-letter_bg.wasm"), first(8)).unwrap();
    build.run().unwrap();
    let after = build.files();
    assert_ne!(named(&before, "open-letter-", ".wasm"), named(&after, "open-letter-", ".wasm"));
    assert_ne!(before["open-letter.js"], after["open-letter.js"], "the loader names the module");
}

#[test]
fn the_pinned_loader_knows_the_bytes_of_the_engine_and_its_tag_knows_its_own() {
    let build = Build::new();
    let printed = build.run().unwrap();
    let files = build.files();
    let integrity: BTreeMap<String, String> = serde_json::from_slice(&files["integrity.json"]).unwrap();
    let name = format!("open-letter-{}.js", env!("CARGO_PKG_VERSION"));
    let pinned = String::from_utf8(files[&name].clone()).unwrap();
    let module = named(&files, "open-letter-", ".wasm");
    assert!(pinned.contains(&format!("[\"{module}\", \"{}\"]", integrity[&module])), "{pinned}");
    for part in [named(&files, "open-letter-news-", ".wasm"), named(&files, "open-letter-news-roll-", ".wasm")] {
        assert!(pinned.contains(&format!("\"{part} {}\"", integrity[&part])), "{pinned}");
    }
    let integrity_of = |bytes: &[u8]| format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)));
    for stem in ["open-letter", "open-letter-sign"] {
        let texts = table(&files, stem, |lang, bytes| format!("{lang}:{}", integrity_of(bytes)));
        assert!(pinned.contains(&format!("\"{texts}\"")), "{pinned}");
    }
    let tag = printed.lines().find(|line| line.starts_with("pinned: ")).unwrap();
    let beginning = format!(
        "pinned: <script async src=\"https://letters.example/{name}\" integrity=\"{}\" crossorigin=\"anonymous\" ",
        integrity[&name]
    );
    assert!(tag.starts_with(&beginning), "{tag}");
}

#[test]
fn integrity_is_that_of_the_final_files() {
    let build = Build::new();
    build.run().unwrap();
    let files = build.files();
    let integrity: BTreeMap<String, String> = serde_json::from_slice(&files["integrity.json"]).unwrap();
    let expected: Vec<&String> =
        files.keys().filter(|name| ["js", "wasm", "css"].iter().any(|end| has_end(name, end))).collect();
    assert_eq!(integrity.keys().collect::<Vec<_>>(), expected);
    let wasm = named(&files, "open-letter-", ".wasm");
    let of_file = |bytes: &[u8]| format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)));
    assert_eq!(integrity[&wasm], of_file(&files[&wasm]));
}

#[test]
fn texts_are_compressed_ahead_and_unpack_to_themselves() {
    let build = Build::new();
    build.run().unwrap();
    let files = build.files();
    let mut packed = 0;
    for (name, bytes) in &files {
        let (mut plain, original) = (Vec::new(), |end| &files[name.strip_suffix(end).unwrap()]);
        if has_end(name, "br") {
            brotli::Decompressor::new(bytes.as_slice(), 4096).read_to_end(&mut plain).unwrap();
            assert_eq!(&plain, original(".br"));
            packed += 1;
        } else if has_end(name, "gz") {
            flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut plain).unwrap();
            assert_eq!(&plain, original(".gz"));
            assert_eq!(bytes[4..8], [0; 4], "no time of writing");
            packed += 1;
        }
    }
    assert!(packed >= 8, "{packed}");
    for absent in ["photo.jpg.br", "pages/one.html.br"] {
        assert!(!files.contains_key(absent), "{absent}");
    }
}

#[test]
fn the_table_tells_what_readers_download() {
    let build = Build::new();
    let table = build.run().unwrap();
    let lines: Vec<&str> = table.lines().collect();
    let columns: Vec<&str> = lines[0].split_whitespace().collect();
    assert_eq!(columns, ["file", "raw", "gzip", "brotli"]);
    let size = |start: &str| -> usize {
        let line = lines.iter().find(|line| line.starts_with(start)).unwrap();
        let last = line.split_whitespace().last().unwrap();
        last.parse().unwrap_or_else(|_| line.split_whitespace().nth(1).unwrap().parse().unwrap())
    };
    let files = build.files();
    let loader = size("open-letter.js ");
    let shown = loader + size(&named(&files, "open-letter-", ".css"));
    let engine = size(&named(&files, "open-letter-", ".js")) + size(&named(&files, "open-letter-", ".wasm"));
    assert_eq!(
        lines[lines.len() - 4..lines.len() - 1],
        [
            format!("the script that partners name: 1 request, {loader} bytes of brotli, within the budget of 8000"),
            format!("before the letter shows: 2 requests, {shown} bytes of brotli, within the budget of 15000"),
            format!(
                "a visit whose count is followed: 4 requests, {} bytes of brotli, within the budget of 92000",
                shown + engine
            ),
        ]
    );
}

#[test]
fn the_folder_is_written_anew_from_nothing() {
    let build = Build::new();
    build.run().unwrap();
    std::fs::write(build.folder.out().join("old.html"), "old").unwrap();
    build.run().unwrap();
    assert!(!build.files().contains_key("old.html"));
    assert_eq!(
        std::fs::read_dir(build.folder.beside(""))
            .unwrap()
            .flatten()
            .filter(|entry| entry.file_name().to_string_lossy().starts_with('.'))
            .count(),
        0
    );
}

#[test]
fn a_folder_of_other_things_is_left_alone() {
    let build = Build::new();
    std::fs::create_dir(build.folder.out()).unwrap();
    std::fs::write(build.folder.out().join("thesis.txt"), "years").unwrap();
    let error = format!("{:#}", build.run().unwrap_err());
    assert!(
        error.ends_with("it holds other files, and would be written anew from nothing: name an empty folder"),
        "{error}"
    );
    assert_eq!(build.files().keys().collect::<Vec<_>>(), ["thesis.txt"]);
}

#[test]
fn a_build_or_loader_that_is_none_is_reported() {
    let build = Build::new();
    let loader = build.loaders().join("open-letter.js");
    std::fs::write(&loader, "const glue = 1").unwrap();
    let error = format!("{:#}", build.run().unwrap_err());
    assert!(
        error.ends_with("the script has no __OPEN_LETTER_STYLE__ in it: bundle it without names of its own"),
        "{error}"
    );
    std::fs::write(&loader, LOADER).unwrap();
    std::fs::remove_file(build.trunk().join("open-letter_bg.wasm")).unwrap();
    let error = format!("{:#}", build.run().unwrap_err());
    assert!(error.ends_with("there is no open-letter_bg.wasm: build with trunk first"), "{error}");
    assert!(!build.folder.out().exists());
}

#[test]
fn types_and_manifest_lie_beside_the_script() {
    let build = Build::new();
    build.run().unwrap();
    let files = build.files();
    for name in ["open-letter.d.ts", "open-letter.react.d.ts", "custom-elements.json"] {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("integrations/typescript").join(name);
        assert_eq!(files[name], std::fs::read(source).unwrap(), "{name}");
    }
}

#[test]
fn each_language_but_english_is_a_file_of_its_own_that_names_its_release() {
    let build = Build::new();
    build.run().unwrap();
    let files = build.files();
    let french = named(&files, "open-letter-fr-", ".json");
    let values: Vec<String> = serde_json::from_slice(&files[&french]).unwrap();
    let texts = language::all().iter().find(|texts| texts.lang == "fr").unwrap();
    assert_eq!(values, [vec![env!("CARGO_PKG_VERSION")], texts.values()].concat());
    let of_form: Value = serde_json::from_slice(&files[&named(&files, "open-letter-sign-fr-", ".json")]).unwrap();
    let texts = language::all_sign().iter().find(|texts| texts.lang == "fr").unwrap();
    assert_eq!(of_form, sign_form(texts));
    assert!(files.keys().all(|name| !name.starts_with("open-letter-en-")), "English is in the engine");
    for texts in language::all().iter().skip(1) {
        named(&files, &format!("open-letter-{}-", texts.lang), ".json");
    }
}

/// A page in a Chinese encoding reads the script in that encoding, unless its host declares another.
#[test]
fn a_script_that_is_not_ascii_is_refused() {
    for name in ["open-letter.js", "pinned.js"] {
        let build = Build::new();
        let loader = if name == "pinned.js" { [GLUE, PINNED, FORM].concat() } else { LOADER.to_string() };
        std::fs::write(build.loaders().join(name), format!("{loader} const quotes = /“/;")).unwrap();
        let error = build.run().unwrap_err().to_string();
        assert!(error.contains("is not ASCII at byte"), "{error}");
    }
}

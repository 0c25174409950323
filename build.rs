//! Writes the files that the crate includes from outside its sources.

use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Features, Targets};
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "src/publish/widget_file.rs"]
mod widget_file;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    write_stylesheet(&out);
    let native = env::var("CARGO_CFG_TARGET_ARCH").as_deref() != Ok("wasm32");
    write_texts(&out, native);
    if native {
        write_page_stylesheets(&out);
        carry_widget(&out);
    }
    if native && env::var_os("CARGO_FEATURE_COLLECT").is_some() {
        write_collectors_texts(&out);
    }
}

/// Writes `widget.rs`: the files of the folder that `OPEN_LETTER_WIDGET` names, as part of the binary. Without that
/// variable it has none.
fn carry_widget(out: &Path) {
    println!("cargo:rerun-if-changed=src/publish/widget_file.rs");
    println!("cargo:rerun-if-env-changed=OPEN_LETTER_WIDGET");
    let folder = env::var_os("OPEN_LETTER_WIDGET").filter(|folder| !folder.is_empty());
    let files = folder.map(|folder| widget_files(Path::new(&folder))).unwrap_or_default();
    let mut code = "/// The widget's files that this binary carries.\nconst FILES: &[(&str, &[u8])] = &[\n".to_string();
    for (name, path) in files {
        let path = path.to_string_lossy();
        writeln!(code, "    ({name:?}, include_bytes!({path:?})),").expect("a string takes everything");
    }
    code.push_str("];\n");
    fs::write(out.join("widget.rs"), code).expect("OUT_DIR can be written");
}

fn widget_files(folder: &Path) -> Vec<(String, PathBuf)> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let folder =
        folder.canonicalize().unwrap_or_else(|error| panic!("OPEN_LETTER_WIDGET is {}: {error}", folder.display()));
    let mut files: Vec<(String, PathBuf)> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("OPEN_LETTER_WIDGET is {}: {error}", folder.display()))
        .flatten()
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        .filter(|(name, _)| widget_file::is_widget_file(name))
        .collect();
    files.sort();
    files
}

/// Writes `texts.rs`: the interface's texts, one value of the type `Texts` for each file of `src/language/texts`, so
/// that the compiler finds missing texts. English is first. The widget has only English; the native binary has all.
fn write_texts(out: &Path, native: bool) {
    let (mut names, mut texts, mut pages, mut files) = (String::new(), String::new(), String::new(), String::new());
    for TextFile { tag, path, mut json } in text_files("src/language/texts") {
        if native || json["months"] != "" {
            write!(names, "({tag:?}, {}),", value(&json["name"], "")).expect("a string takes everything");
        }
        if !native && tag != "en" {
            continue;
        }
        let of_pages = json["pages"].take();
        json.as_object_mut().expect("a file of texts is an object").remove("pages");
        write!(pages, "{},", value(&of_pages, "Pages")).expect("a string takes everything");
        write!(texts, "{},", value(&json, "Texts")).expect("a string takes everything");
        write!(files, "({tag:?}, include_str!({path:?})),").expect("a string takes everything");
    }
    let mut code =
        format!("/// The texts that are compiled in, English first.\nconst COMPILED: &[Texts] = &[{texts}];\n");
    let about = "The languages by their tags, each as it calls itself.";
    writeln!(code, "/// {about}\nconst NAMES: &[(&str, &str)] = &[{names}];").expect("a string takes everything");
    if native {
        let about = "The files of the texts by their languages' tags, English first.";
        writeln!(code, "/// {about}\npub const FILES: &[(&str, &str)] = &[{files}];")
            .expect("a string takes everything");
        writeln!(code, "/// What published pages say besides, in the same order.\nconst PAGES: &[Pages] = &[{pages}];")
            .expect("a string takes everything");
    }
    if native {
        code.push_str(&sign_texts());
    }
    fs::write(out.join("texts.rs"), code).expect("OUT_DIR can be written");
}

/// Writes `collectors-texts.rs`: what the collector's mails and pages say, from `src/collect/post/texts`, in the same
/// way.
fn write_collectors_texts(out: &Path) {
    let (mut texts, mut files) = (String::new(), String::new());
    for TextFile { tag, path, json } in text_files("src/collect/post/texts") {
        write!(texts, "{},", value(&json, "Texts")).expect("a string takes everything");
        write!(files, "({tag:?}, include_str!({path:?})),").expect("a string takes everything");
    }
    let code = format!(
        "/// The texts in all languages, English first.\nconst ALL: &[Texts] = &[{texts}];\n\
         /// Their files by the languages' tags, in the same order.\n\
         pub const FILES: &[(&str, &str)] = &[{files}];\n"
    );
    fs::write(out.join("collectors-texts.rs"), code).expect("OUT_DIR can be written");
}

/// A file of texts.
struct TextFile {
    tag: String,
    path: String,
    json: serde_json::Value,
}

/// The files of texts in a folder, English first. Each has every text that the English one has.
fn text_files(folder: &str) -> Vec<TextFile> {
    println!("cargo:rerun-if-changed={folder}");
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}")).flatten();
    let read = |path: PathBuf| {
        let tag = path.file_stem().expect("it has a name").display().to_string();
        let path = path.canonicalize().expect("it is there");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let json = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        TextFile { tag, path: path.to_string_lossy().into_owned(), json }
    };
    let paths = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "json"));
    let mut files: Vec<TextFile> = paths.map(read).collect();
    files.sort_by_key(|file| (file.tag != "en", file.tag.clone()));
    for file in &files {
        require_all(&file.path, &files[0].json, &file.json);
    }
    files
}

/// Fails if a file lacks a text that the English one has.
fn require_all(path: &str, english: &serde_json::Value, own: &serde_json::Value) {
    for (key, text) in english.as_object().into_iter().flatten().filter(|_| english.get("other").is_none()) {
        match own.get(key) {
            Some(own) => require_all(path, text, own),
            None => panic!("{path} lacks {key}: translate {text}"),
        }
    }
}

/// The texts of the form to sign. The widget loads them when somebody is about to sign.
fn sign_texts() -> String {
    let (mut texts, mut files) = (String::new(), String::new());
    for TextFile { path, json, tag } in text_files("src/language/texts/sign") {
        write!(texts, "{},", value(&json, "SignTexts")).expect("a string takes everything");
        write!(files, "({tag:?}, include_str!({path:?})),").expect("a string takes everything");
    }
    let texts = format!("/// The texts of the form to sign, English first.\nconst SIGN: &[SignTexts] = &[{texts}];\n");
    let about = "Their files by their languages' tags, English first.";
    format!("{texts}/// {about}\npub const SIGN_FILES: &[(&str, &str)] = &[{files}];\n")
}

/// The Rust value for a part of such a file: a text, a list of texts, an object of the type `kind`, or a text in its
/// plural forms.
fn value(json: &serde_json::Value, kind: &str) -> String {
    use serde_json::Value;
    match json {
        Value::Array(items) => format!("[{}]", items.iter().map(|item| value(item, "") + ",").collect::<String>()),
        Value::Object(forms) if forms.contains_key("other") => {
            let form =
                |category: &&str| format!("{category}: {}, ", value(forms.get(*category).unwrap_or(&"".into()), ""));
            format!(
                "Plural {{ {} }}",
                ["zero", "one", "two", "few", "many", "other"].iter().map(form).collect::<String>()
            )
        }
        Value::Object(members) => {
            let members = members.iter().map(|(key, member)| format!("{key}: {},", value(member, &capital(key))));
            format!("{kind} {{ {} }}", members.collect::<String>())
        }
        text => format!("{:?}", text.as_str().unwrap_or_default()),
    }
}

/// The type of a group of texts: `Failures` for the key `failures`.
fn capital(key: &str) -> String {
    let (first, rest) = key.split_at(1);
    [&first.to_uppercase(), rest].concat()
}

/// Writes `widget.css`: `style/widget/tokens.css`, then the file of each view in alphabetical order. The form to sign has
/// its own, `form.css`, which no reader waits for.
fn write_stylesheet(out: &Path) {
    println!("cargo:rerun-if-changed={WIDGET_STYLE}");
    let form = fs::read_to_string(Path::new(WIDGET_STYLE).join(FORM)).expect("a stylesheet can be read");
    for (name, css) in [("widget.css", widget_style(&[FORM])), (FORM, form)] {
        fs::write(out.join(name), minified(&css)).expect("OUT_DIR can be written");
    }
}

const WIDGET_STYLE: &str = "style/widget";
/// The stylesheet of the form to sign.
const FORM: &str = "form.css";

/// The sources of the widget's stylesheet, but for those files.
fn widget_style(but: &[&str]) -> String {
    let entries = fs::read_dir(WIDGET_STYLE).expect("style/widget is there").flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| !but.iter().any(|name| path.ends_with(name))).collect();
    files.sort_by_key(|path| (!path.ends_with("tokens.css"), path.clone()));
    files.iter().map(|path| fs::read_to_string(path).expect("a stylesheet can be read")).collect()
}

/// The stylesheet of the letter on its own page: the widget's, and `style/page/letter.css`. There the letter is not in
/// a shadow root but in two boxes within the element. The outer stands for the host, so that no rule of the page meets
/// the element itself, and the widget finds it as everywhere.
fn page_letter_style(own: &str) -> String {
    // The page's letter has no look, and is no badge.
    let css = [&widget_style(&["badge.css", "looks.css", FORM]), own].concat();
    // In a nested rule, `&` is the outer box.
    let css = css.replace(":host(", "&:is(").replace(":host", "&");
    format!("open-letter > div {{ {css} }}")
}

/// Writes each stylesheet of published pages separately: `style/page/letter.css` as `page-letter.css`.
fn write_page_stylesheets(out: &Path) {
    let folder = Path::new("style/page");
    println!("cargo:rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder).expect("style/page is there").flatten() {
        let css = fs::read_to_string(entry.path()).expect("a stylesheet can be read");
        let css = if entry.file_name() == "letter.css" { page_letter_style(&css) } else { css };
        let name = format!("page-{}", entry.file_name().to_string_lossy());
        fs::write(out.join(name), minified(&css)).expect("OUT_DIR can be written");
    }
}

/// The stylesheet, minified and lowered for browsers of the last three years. A rule that does not parse fails the
/// build.
fn minified(css: &str) -> String {
    let browsers = Browsers {
        chrome: Some(111 << 16),
        firefox: Some(115 << 16),
        safari: Some((16 << 16) | (4 << 8)),
        ..Browsers::default()
    };
    // A lowered light-dark() would follow the widget's own color-scheme instead of the host's.
    let targets = Targets { browsers: Some(browsers), exclude: Features::LightDark, ..Targets::default() };
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).unwrap_or_else(|error| panic!("style/: {error}"));
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).expect("the stylesheet can be minified");
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    sheet.to_css(options).expect("the stylesheet can be printed").code
}

//! The engine's files: the stylesheet, the glue, and the module in its parts.

use super::Files;
use super::short_names::ShortNames;
use super::texts::TextFiles;
use crate::files::hash::{integrity, name_hash};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fmt::Display;

/// The stylesheet, from `style/widget/`.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));
/// The script that wasm-bindgen writes, under Trunk's name for it.
const GLUE: &str = "open-letter.js";
/// The first part of the module, likewise.
const WASM: &str = "open-letter_bg.wasm";
/// The form to sign, and its stylesheet.
const FORM: &str = "open-letter-form.js";
const FORM_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/form.css"));
/// The folder of the later parts. Each file is named by its part, or by all parts that share it: `long_roll+updates.wasm`.
const LATER: &str = "parts/";

/// The engine.
pub struct Engine {
    style: Part,
    glue: Part,
    wasm: Part,
    form: Part,
    /// By the names of their parts.
    later: BTreeMap<String, Part>,
    texts: TextFiles,
    form_texts: TextFiles,
    short: ShortNames,
}

impl Engine {
    /// Takes the engine out of the files.
    ///
    /// # Errors
    /// If a file is missing, or the files don't fit together.
    pub fn found_in(files: &mut Files) -> Result<Engine> {
        let mut take = |name| files.remove(name).with_context(|| format!("there is no {name}: build with trunk first"));
        let (glue, wasm, form) = (take(GLUE)?, take(WASM)?, take(FORM)?);
        let short = ShortNames::of(&wasm).context(WASM)?;
        let wasm = Part { stem: "open-letter".into(), end: "wasm", bytes: short.in_module(&wasm).context(WASM)? };
        let mut later = BTreeMap::new();
        let paths: Vec<String> = files.keys().filter(|path| path.starts_with(LATER)).cloned().collect();
        for path in paths {
            let bytes = short.in_module(&files.remove(&path).unwrap_or_default()).context(path.clone())?;
            let names = path.trim_start_matches(LATER).trim_end_matches(".wasm").to_string();
            let stem = format!("open-letter-{}", names.replace(['+', '_'], "-"));
            later.insert(names, Part { stem, end: "wasm", bytes });
        }
        let form = with_style(&String::from_utf8(form).context(FORM)?).context(FORM)?;
        let form = Part { stem: "open-letter-form".into(), end: "js", bytes: form.into() };
        let style = Part { stem: "open-letter".into(), end: "css", bytes: STYLE.into() };
        let glue = Part { stem: "open-letter".into(), end: "js", bytes: glue };
        let (texts, form_texts) = (TextFiles::of_letter()?, TextFiles::of_form()?);
        let mut engine = Engine { style, glue, wasm, form, later, texts, form_texts, short };
        let glue = String::from_utf8(std::mem::take(&mut engine.glue.bytes)).context(GLUE)?;
        let glue = engine.linked(&glue, Part::name, |tag, _| tag.to_string()).context(GLUE)?;
        engine.glue.bytes = fill(&glue, [("FORM", engine.form.name())]).context(GLUE)?.into();
        Ok(engine)
    }

    /// The loader with the names of the engine's files.
    ///
    /// # Errors
    /// If it names others.
    pub fn named_in(&self, loader: &str) -> Result<String> {
        let files = [("STYLE", &self.style), ("GLUE", &self.glue), ("WASM", &self.wasm)];
        let names = files.into_iter().map(|(place, part)| (place, part.name()));
        fill(loader, names.chain([("VERSION", env!("CARGO_PKG_VERSION").to_string())]))
    }

    /// The loader that contains the glue, with the names and the integrity of the engine's other files.
    ///
    /// # Errors
    /// If it names others.
    pub fn contained_in(&self, loader: &str) -> Result<String> {
        let part = |part: &Part| format!("{} {}", part.name(), integrity(&part.bytes));
        let loader = self.linked(loader, part, |tag, bytes| format!("{tag}:{}", integrity(bytes)))?;
        let values = [
            ("STYLE", self.style.name()),
            ("STYLE_INTEGRITY", integrity(&self.style.bytes)),
            ("WASM", self.wasm.name()),
            ("WASM_INTEGRITY", integrity(&self.wasm.bytes)),
            ("VERSION", env!("CARGO_PKG_VERSION").to_string()),
        ];
        with_style(&fill(&loader, values)?)
    }

    /// The glue with the names by which it calls the module, and those of the files that it loads.
    fn linked(
        &self,
        glue: &str,
        name: impl Fn(&Part) -> String,
        language: impl Fn(&str, &[u8]) -> String,
    ) -> Result<String> {
        let files = self.later.iter().map(|(names, part)| (format!("PART_{names}"), name(part)));
        let texts = [("TEXTS", &self.texts), ("SIGN_TEXTS", &self.form_texts)];
        let texts = texts.map(|(place, texts)| (place.to_string(), texts.named(&language)));
        fill(&self.short.in_script(glue)?, files.chain(texts))
    }

    /// The name of the stylesheet.
    pub fn style(&self) -> String {
        self.style.name()
    }

    /// The names of the files without which the engine doesn't start.
    pub fn first(&self) -> [String; 2] {
        [self.glue.name(), self.wasm.name()]
    }

    /// The names of the files that a later part needs.
    pub fn part(&self, name: &str) -> impl Iterator<Item = String> {
        self.later.iter().filter(move |(names, _)| names.split('+').any(|of| of == name)).map(|(_, part)| part.name())
    }

    /// The names of the files of the form to sign: its script, and the largest file of a language.
    pub fn form(&self) -> impl Iterator<Item = String> {
        [self.form.name()].into_iter().chain(self.form_texts.largest())
    }

    /// The files by their final names.
    pub fn into_files(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let parts = [self.style, self.glue, self.wasm, self.form].into_iter().chain(self.later.into_values());
        parts.map(|part| (part.name(), part.bytes)).chain(self.texts.into_files()).chain(self.form_texts.into_files())
    }
}

/// A file of the engine.
struct Part {
    stem: String,
    end: &'static str,
    bytes: Vec<u8>,
}

impl Part {
    /// The name under which it can be cached for ever.
    fn name(&self) -> String {
        format!("{}-{}.{}", self.stem, name_hash(&self.bytes), self.end)
    }
}

/// The form's script with its stylesheet.
fn with_style(script: &str) -> Result<String> {
    let text = serde_json::to_string(FORM_STYLE)?;
    let ascii = text
        .trim_matches('"')
        .chars()
        .map(|char| if char.is_ascii() { char.to_string() } else { format!("\\u{:04x}", u32::from(char)) });
    fill(script, [("FORM_STYLE", ascii.collect())])
}

/// The script with its placeholders filled in. It must have all of these.
fn fill(script: &str, values: impl IntoIterator<Item = (impl Display, String)>) -> Result<String> {
    let mut script = script.to_string();
    for (place, value) in values {
        let placeholder = format!("__OPEN_LETTER_{place}__");
        if !script.contains(&placeholder) {
            bail!("the script has no {placeholder} in it: bundle it without names of its own");
        }
        script = script.replace(&placeholder, &value);
    }
    Ok(script)
}

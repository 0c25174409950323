//! Short names for what the parts of the module and the glue call in each other.
//!
//! The compilers' names are long, with hashes that no compression makes shorter. All parts and the glue get theirs from
//! one table, because they link by name.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ExportSectionReader, Import, ImportSectionReader, Parser, Payload};

/// The name under which the later parts import what the first part exports.
const FIRST: &str = "__wasm_split";

/// The short name of each import and export of the first part.
#[derive(Debug)]
pub struct ShortNames {
    names: BTreeMap<String, String>,
    imports: BTreeSet<String>,
    exports: BTreeSet<String>,
}

impl ShortNames {
    /// Names for the imports and exports of the first part.
    ///
    /// # Errors
    /// If it is no WebAssembly module.
    pub fn of(first: &[u8]) -> Result<ShortNames> {
        let (imports, exports) = links(first)?;
        let modules = imports.iter().map(|import| import.module).filter(|module| *module != FIRST);
        let fields: Vec<&str> = imports.iter().map(|import| import.name).collect();
        let exports: Vec<&str> = exports.iter().map(|export| export.name).collect();
        let all: Vec<&str> = modules.chain(fields.iter().copied()).chain(exports.iter().copied()).collect();
        let kept: BTreeSet<&str> = all.iter().copied().filter(|name| !is_long(name)).collect();
        let mut free = (0..).map(short).filter(|name| !kept.contains(name.as_str()));
        let mut names = BTreeMap::new();
        for name in all.into_iter().filter(|name| is_long(name)) {
            if !names.contains_key(name) {
                names.extend(free.next().map(|short| (name.to_string(), short)));
            }
        }
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_string).collect();
        Ok(ShortNames { names, imports: owned(fields), exports: owned(exports) })
    }

    /// The module with short names.
    ///
    /// # Errors
    /// If it is no WebAssembly module, or imports something from the first part that that doesn't export.
    pub fn in_module(&self, module: &[u8]) -> Result<Vec<u8>> {
        let (imports, _) = links(module)?;
        let mut of_first = imports.iter().filter(|import| import.module == FIRST);
        if let Some(Import { name, .. }) = of_first.find(|import| !self.exports.contains(import.name)) {
            bail!("it imports {name}, which the first part doesn't export");
        }
        let mut written = Module::new();
        let renamed = Renaming(self).parse_core_module(&mut written, Parser::new(0), module);
        renamed.context("the module can't be written with short names")?;
        Ok(written.finish())
    }

    /// The script with short names.
    ///
    /// # Errors
    /// If it lacks something that the first part imports.
    pub fn in_script(&self, script: &str) -> Result<String> {
        let mut written = String::with_capacity(script.len());
        let mut found = BTreeSet::new();
        let mut script = script.to_string();
        for (module, short) in self.names.iter().filter(|(name, _)| is_address(name)) {
            let [module, short] = [module, short].map(|name| format!("\"{name}\""));
            if !script.contains(&module) {
                bail!("the script has no {module}, from which the module imports");
            }
            script = script.replace(&module, &short);
        }
        let mut rest = script.as_str();
        while !rest.is_empty() {
            let length = rest
                .find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '$')))
                .unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            found.insert(word);
            written.push_str(self.short(word));
            let next = after.chars().next().map_or(0, char::len_utf8);
            written.push_str(&after[..next]);
            rest = &after[next..];
        }
        match self.imports.iter().find(|name| !found.contains(name.as_str())) {
            Some(name) => bail!("the script has no {name}, which the module imports"),
            None => Ok(written),
        }
    }

    fn short<'n>(&'n self, name: &'n str) -> &'n str {
        self.names.get(name).map_or(name, String::as_str)
    }
}

/// Whether a compiler invented the name. Our own are short words, which a script may use for something else too.
fn is_long(name: &str) -> bool {
    name.contains('_') || is_address(name)
}

/// Whether the name is that of a script from which the module imports.
fn is_address(name: &str) -> bool {
    name.starts_with("./")
}

/// The names in order: `a` to `z`, `A` to `Z`, `aa`, `ba` …
fn short(mut number: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % LETTERS.len()]));
        match (number / LETTERS.len()).checked_sub(1) {
            Some(more) => number = more,
            None => return name,
        }
    }
}

/// What a module imports and exports.
fn links(module: &[u8]) -> Result<(Vec<Import<'_>>, Vec<Export<'_>>)> {
    let (mut imports, mut exports) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("this is not a WebAssembly module")? {
            Payload::ImportSection(section) => imports = section.into_imports().collect::<Result<_, _>>()?,
            Payload::ExportSection(section) => exports = section.into_iter().collect::<Result<_, _>>()?,
            _ => {}
        }
    }
    Ok((imports, exports))
}

/// Writes a module again with other names.
struct Renaming<'n>(&'n ShortNames);

impl Reencode for Renaming<'_> {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let Import { module, name, ty } = import?;
            imports.import(self.0.short(module), self.0.short(name), self.entity_type(ty)?);
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        for export in section {
            let Export { name, kind, index } = export?;
            exports.export(self.0.short(name), self.export_kind(kind)?, self.external_index(kind, index)?);
        }
        Ok(())
    }
}

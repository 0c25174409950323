//! Removes exports that nobody calls from a linked module, so that the splitting and the glue find nothing that needs
//! them.
//!
//! Everything else stays byte for byte: the addresses in the module's relocations are those of its code and data.

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// The module without the exports whose names contain the word.
///
/// # Errors
/// If it is no WebAssembly module, or has no such export.
pub fn prune(module: &[u8], word: &str) -> Result<Vec<u8>> {
    let mut written = Module::new();
    let mut removed = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("this is not a WebAssembly module")?;
        if let Payload::ExportSection(section) = payload {
            let mut exports = ExportSection::new();
            for export in section {
                let export = export?;
                if export.name.contains(word) {
                    removed += 1;
                } else {
                    RoundtripReencoder.parse_export(&mut exports, export)?;
                }
            }
            written.section(&exports);
        } else if let Some((id, range)) = payload.as_section() {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            written.section(&RawSection { id, data: &module[range] });
        }
    }
    if removed == 0 {
        bail!("no export has {word} in its name");
    }
    Ok(written.finish())
}

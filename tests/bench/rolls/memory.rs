//! The memory of a page while somebody scrolls: it stays bounded, however far they scroll.

use super::LONGEST;
use super::stage::{Reader, Stage};
use crate::cdp;
use crate::device::Network;
use crate::figure::{Figure, Unit};
use crate::metrics::metrics;
use crate::runs::Runs;
use anyhow::{Context, Result};
use serde::de::IgnoredAny;
use serde_json::json;
use std::time::Duration;

const ROUNDS: usize = 2;

/// Numbers of rows at which memory is measured. About 1,500 rows keep their elements; after that, memory must not grow.
const ROWS: [usize; 3] = [1_000, 2_000, 10_000];

/// CSS pixels per frame: a freely spinning wheel.
const PIXELS: u32 = 500;

/// The memory of a page.
struct Memory {
    /// The total, in bytes.
    bytes: f64,
    /// The elements, with their styles and boxes.
    elements: f64,
    module: f64,
    nodes: f64,
}

/// Scrolls at full speed.
pub async fn figures(stage: &mut Stage) -> Result<Vec<Figure>> {
    let mut held = ROWS.map(|_| Vec::new());
    for _ in 0..ROUNDS {
        let reader = stage.open(LONGEST, Network::Local).await?;
        cdp::send(reader.client, "Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
        for (held, rows) in held.iter_mut().zip(ROWS) {
            let _: IgnoredAny = reader.does(&format!("readOn({rows}, {PIXELS})")).await?;
            held.push(memory(&reader).await?);
        }
        reader.leave().await?;
    }
    let mut figures = Vec::new();
    for (what, unit, of) in [
        ("memory", Unit::Megabytes, (|held| held.bytes / 1e6) as fn(&Memory) -> f64),
        ("  of it the elements'", Unit::Megabytes, |held| held.elements / 1e6),
        ("  of it the module's", Unit::Megabytes, |held| held.module / 1e6),
        ("nodes", Unit::Count, |held| held.nodes),
    ] {
        for (held, rows) in held.iter().zip(ROWS) {
            let name = format!("{what}, {rows} rows read");
            figures.push(Figure::new(name, unit, Runs::new(held.iter().map(of))));
        }
        let [_, some, many] = &held;
        let ratios = many.iter().zip(some).map(|(many, some)| of(many) / of(some));
        let name = format!("  {} / {} rows", ROWS[2], ROWS[1]);
        figures.push(Figure::new(name, Unit::Times, Runs::new(ratios)).within(1.25));
    }
    Ok(figures)
}

async fn memory(reader: &Reader<'_>) -> Result<Memory> {
    // Each round may release objects that the next one frees.
    for _ in 0..3 {
        cdp::send(reader.client, "HeapProfiler.collectGarbage", json!({})).await?;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let heap = cdp::send(reader.client, "Runtime.getHeapUsage", json!({})).await?;
    let of = |name| heap[name].as_f64().with_context(|| format!("there is no {name}"));
    let (objects, elements, buffers) = (of("usedSize")?, of("embedderHeapUsedSize")?, of("backingStorageSize")?);
    let module = cdp::evaluate(reader.client, "moduleMemory.buffer.byteLength").await?;
    let module = module.as_f64().context("the module's memory was not kept")?;
    let [nodes] = metrics(reader.client, ["Nodes"]).await?;
    Ok(Memory { bytes: objects + elements + buffers + module, elements, module, nodes })
}

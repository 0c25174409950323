//! Chromium's metrics of a page: durations in seconds, sizes in bytes, and numbers.

use crate::cdp;
use anyhow::{Context, Result};
use fantoccini::Client;
use serde_json::json;

/// The metrics with these names (`Performance.getMetrics`).
pub async fn metrics<const N: usize>(client: &Client, names: [&str; N]) -> Result<[f64; N]> {
    cdp::send(client, "Performance.enable", json!({})).await?;
    let given = cdp::send(client, "Performance.getMetrics", json!({})).await?;
    let given = given["metrics"].as_array().context("Chromium gives no metrics")?;
    let mut values = [0.0; N];
    for (value, name) in values.iter_mut().zip(names) {
        let metric = given.iter().find(|metric| metric["name"] == name);
        *value = metric.and_then(|metric| metric["value"].as_f64()).with_context(|| format!("there is no {name}"))?;
    }
    Ok(values)
}

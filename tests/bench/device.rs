//! The emulated phone: the slow processor, bad network and small screen of a cheap one.

use crate::cdp;
use anyhow::Result;
use fantoccini::Client;
use serde_json::json;

/// How many times slower than this machine.
pub const CPU_SLOWDOWN: u32 = 4;
/// The time between a request and the first byte of the answer.
pub const LATENCY_MS: u32 = 150;
pub const DOWN_KBIT_PER_S: u32 = 1600;
pub const UP_KBIT_PER_S: u32 = 750;
const BYTES_PER_KBIT: u32 = 125;

/// The network of the phone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// The emulated one.
    Phone,
    /// This machine's own: to measure computation only, or behind a `Line`.
    Local,
}

/// Makes the window emulate that phone, with an empty cache.
pub async fn emulate(client: &Client, network: Network) -> Result<()> {
    emulate_device(client).await?;
    if network == Network::Local {
        return Ok(());
    }
    let network = json!({
        "offline": false,
        "latency": LATENCY_MS,
        "downloadThroughput": DOWN_KBIT_PER_S * BYTES_PER_KBIT,
        "uploadThroughput": UP_KBIT_PER_S * BYTES_PER_KBIT,
    });
    cdp::send(client, "Network.emulateNetworkConditions", network).await?;
    Ok(())
}

/// Makes the window use its cache again.
pub async fn use_cache(client: &Client) -> Result<()> {
    cdp::send(client, "Network.setCacheDisabled", json!({ "cacheDisabled": false })).await?;
    Ok(())
}

/// The screen has one dot for each CSS pixel: this machine has no graphics processor to draw the nine of a real phone.
async fn emulate_device(client: &Client) -> Result<()> {
    let screen = json!({ "width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": true });
    let commands = [
        ("Emulation.setDeviceMetricsOverride", screen),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": CPU_SLOWDOWN })),
        ("Network.enable", json!({})),
        ("Network.clearBrowserCache", json!({})),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        // The certificate behind a `Line` is its own.
        ("Security.setIgnoreCertificateErrors", json!({ "ignore": true })),
        // A window behind another one draws no frames.
        ("Page.bringToFront", json!({})),
    ];
    for (command, params) in commands {
        cdp::send(client, command, params).await?;
    }
    Ok(())
}

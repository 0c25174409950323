//! The emulated phone: the slow processor, the bad network and the small screen of a reader who holds a cheap one.

use crate::cdp;
use anyhow::Result;
use fantoccini::Client;
use serde_json::json;

/// How often slower than this machine.
pub const CPU_SLOWDOWN: u32 = 4;
/// Between a request and the first byte of its answer.
pub const LATENCY_MS: u32 = 150;
pub const DOWN_KBIT_PER_S: u32 = 1600;
const UP_KBIT_PER_S: u32 = 750;
const BYTES_PER_KBIT: u32 = 125;

/// Makes the window that phone, with nothing in its cache.
pub async fn emulate(client: &Client) -> Result<()> {
    emulate_on_local_network(client).await?;
    let network = json!({
        "offline": false,
        "latency": LATENCY_MS,
        "downloadThroughput": DOWN_KBIT_PER_S * BYTES_PER_KBIT,
        "uploadThroughput": UP_KBIT_PER_S * BYTES_PER_KBIT,
    });
    cdp::send(client, "Network.emulateNetworkConditions", network).await?;
    Ok(())
}

/// The same phone, but that its network is this machine's own.
///
/// The screen has one dot for each CSS pixel: there is no graphics processor here to draw the nine of a real one.
pub async fn emulate_on_local_network(client: &Client) -> Result<()> {
    let screen = json!({ "width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": true });
    let commands = [
        ("Emulation.setDeviceMetricsOverride", screen),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": CPU_SLOWDOWN })),
        ("Network.enable", json!({})),
        ("Network.clearBrowserCache", json!({})),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        // A window behind another draws no frames.
        ("Page.bringToFront", json!({})),
    ];
    for (command, params) in commands {
        cdp::send(client, command, params).await?;
    }
    Ok(())
}

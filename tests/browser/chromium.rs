//! Chromium's own protocol, for what `WebDriver` can't do.

use crate::page::Page;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

/// Gives the page a window of that size, in CSS pixels.
pub async fn size(page: &Page, width: u32, height: u64) {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
    command(page, "Emulation.setDeviceMetricsOverride", metrics).await;
}

/// Sets the reader's preferences: media features and their values.
pub async fn media(page: &Page, features: &[(&str, &str)]) {
    let features: Vec<Value> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    command(page, "Emulation.setEmulatedMedia", json!({ "features": features })).await;
}

/// A command of the protocol, and its answer.
pub async fn command(page: &Page, name: &str, parameters: Value) -> Value {
    let command = Command(json!({ "cmd": name, "params": parameters }).to_string());
    page.client.issue_cmd(command).await.unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[derive(Debug)]
struct Command(String);

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, driver: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        driver.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.0.clone()))
    }
}

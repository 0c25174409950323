//! Commands of the Chrome `DevTools` Protocol, which chromedriver passes on to its window.

use anyhow::{Context, Result, ensure};
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use std::time::Duration;
use url::{ParseError, Url};

/// How long a page may take to settle a promise. Scrolling through 10,000 rows takes half a minute.
const PATIENCE: Duration = Duration::from_mins(3);

/// Sends a command and returns its result.
pub async fn send(client: &Client, command: &'static str, params: Value) -> Result<Value> {
    client.issue_cmd(Command { command, params }).await.with_context(|| format!("Chromium refuses {command}"))
}

/// Evaluates an expression in the page and returns its value; awaits a promise.
pub async fn evaluate(client: &Client, expression: &str) -> Result<Value> {
    let params = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
    let answer = tokio::time::timeout(PATIENCE, send(client, "Runtime.evaluate", params)).await;
    let mut answer = answer.with_context(|| format!("not done after {PATIENCE:?}: {expression}"))??;
    let thrown = &answer["exceptionDetails"];
    ensure!(thrown.is_null(), "{}: {}", expression.lines().next().unwrap_or_default(), thrown["exception"]);
    Ok(answer["result"]["value"].take())
}

#[derive(Debug)]
struct Command {
    command: &'static str,
    params: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.command, "params": self.params }).to_string()))
    }
}

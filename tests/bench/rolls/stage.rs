//! The browser, with a page for each roll.

use crate::device::Network;
use crate::engines::{Browser, Engine};
use crate::forms::Form;
use crate::servers::{self, Host, Server};
use crate::visit::{Visit, arrive, close_window, open_window, visit};
use crate::{cdp, device, published, site};
use anyhow::{Context, Result};
use fantoccini::Client;
use fantoccini::wd::WindowHandle;
use serde::de::DeserializeOwned;
use serde_json::json;

pub struct Stage {
    browser: Browser,
    host: Host,
    _files: Server,
}

impl Stage {
    /// Publishes a letter with a roll of each length, and serves a page with each.
    pub async fn start(lengths: &[usize]) -> Result<Stage> {
        let letters: Vec<_> = lengths.iter().map(|length| (*length, published::of_length(*length))).collect();
        let site = site::folder();
        let files = servers::files(&site, "/rolls", &published::site()).await?;
        let page = |(length, letter): (usize, String)| {
            Ok((length, Form::OneTag.page(&files.origin, &site, &format!("rolls{letter}"))?))
        };
        let host = Host::start(letters.into_iter().map(page).collect::<Result<_>>()?).await?;
        Ok(Stage { browser: Engine::Chromium.start().await?, host, _files: files })
    }

    /// Visits the letter with a roll of this length, on the phone's network.
    pub async fn visit(&mut self, length: usize) -> Result<Visit> {
        visit(&self.browser.client, &mut self.host, &length.to_string(), Network::Phone).await
    }

    /// Opens that letter on the phone and leaves the page open for a reader.
    pub async fn open(&mut self, length: usize, network: Network) -> Result<Reader<'_>> {
        let client = &self.browser.client;
        let before = open_window(client).await?;
        device::emulate(client, network).await?;
        let early = json!({ "source": include_str!("memory.js") });
        cdp::send(client, "Page.addScriptToEvaluateOnNewDocument", early).await?;
        arrive(client, &mut self.host, &length.to_string()).await?;
        cdp::evaluate(client, include_str!("reader.js")).await?;
        Ok(Reader { client, before })
    }
}

/// A reader with the letter on the phone's screen.
pub struct Reader<'s> {
    pub client: &'s Client,
    before: WindowHandle,
}

impl Reader<'_> {
    /// Runs an action of `reader.js` and returns its report.
    pub async fn does<T: DeserializeOwned>(&self, what: &str) -> Result<T> {
        let answer = cdp::evaluate(self.client, &format!("reader.{what}")).await?;
        serde_json::from_value(answer).with_context(|| format!("reader.{what} returns something else"))
    }

    /// Closes the page.
    pub async fn leave(self) -> Result<()> {
        close_window(self.client, self.before).await
    }
}

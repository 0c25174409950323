//! The browser, with the pages and the servers that they need.

use crate::device::Network;
use crate::engines::{Browser, Engine};
use crate::forms::{Form, LETTER};
use crate::line::Line;
use crate::nginx::Nginx;
use crate::servers::{self, Host, Server};
use crate::visit::{Visit, visit, visit_again};
use crate::visits::Visits;
use crate::{plain, site};
use anyhow::Result;
use tempfile::TempDir;

/// How the files come to the phone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    Http1,
    TlsHttp2,
}

/// The browser and its pages.
pub struct Stage {
    browser: Browser,
    host: Host,
    network: Network,
    _files: Server,
    _plain: TempDir,
    /// What is in front of the two servers.
    _front: Vec<(Nginx, Server)>,
}

impl Stage {
    /// Serves a page in each form.
    pub async fn start(transport: Transport) -> Result<Stage> {
        let site = site::folder();
        let plain = plain::folder()?;
        let files = servers::files(&site, "/plain", plain.path()).await?;
        let line = Line::new();
        let mut front = Vec::new();
        let mut origin = files.origin.clone();
        if transport == Transport::TlsHttp2 {
            origin = secured(&files.origin, &line, &mut front).await?;
        }
        let page = |form: Form| Ok((form.name(), form.page(&origin, &site, LETTER)?));
        let mut host = Host::start(Form::ALL.into_iter().map(page).collect::<Result<_>>()?).await?;
        if transport == Transport::TlsHttp2 {
            host.origin = secured(&host.server.origin, &line, &mut front).await?;
        }
        let network = if transport == Transport::Http1 { Network::Phone } else { Network::Local };
        let browser = Engine::Chromium.start().await?;
        let mut stage = Stage { browser, host, network, _files: files, _plain: plain, _front: front };
        // The first visits start with a cold browser, so they don't count.
        for form in Form::ALL {
            stage.visit(form).await?;
        }
        Ok(stage)
    }

    /// The pages take turns, so that other load on the machine affects all alike.
    pub async fn visits(&mut self, rounds: usize) -> Result<Visits> {
        let mut visits = Visits::default();
        for _ in 0..rounds {
            visits.one_tag.push(self.visit(Form::OneTag).await?);
            visits.plain.push(self.visit(Form::Plain).await?);
            visits.element.push(self.visit(Form::Element).await?);
            visits.snippet.push(self.visit(Form::Snippet).await?);
            visits.page.push(self.visit(Form::Page).await?);
        }
        Ok(visits)
    }

    /// Second visits by the one tag and to the plain widget, with the files of the first in the cache.
    pub async fn visits_again(&mut self, rounds: usize) -> Result<Visits> {
        let mut visits = Visits::default();
        for _ in 0..rounds {
            for (form, visits) in [(Form::OneTag, &mut visits.one_tag), (Form::Plain, &mut visits.plain)] {
                visits.push(visit_again(&self.browser.client, &mut self.host, form.name(), self.network).await?);
            }
        }
        Ok(visits)
    }

    async fn visit(&mut self, form: Form) -> Result<Visit> {
        visit(&self.browser.client, &mut self.host, form.name(), self.network).await
    }
}

/// Puts TLS, HTTP/2 and the phone's line in front of that origin. Returns the new one.
async fn secured(origin: &str, line: &Line, front: &mut Vec<(Nginx, Server)>) -> Result<String> {
    let nginx = Nginx::with_tls(origin).await?;
    let port = line.to(nginx.address).await?;
    let origin = port.origin.clone();
    front.push((nginx, port));
    Ok(origin)
}

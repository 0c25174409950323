//! The three engines: their drivers, and the options they need to run without a screen.

use crate::process::Process;
use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(30);

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// A running browser, alone with its driver: geckodriver and `WebKitWebDriver` serve one session each. Dropping it ends
/// both.
pub struct Browser {
    pub engine: Engine,
    pub client: Client,
    _driver: Process,
    _screen: Option<Screen>,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The prefix of the tests' names.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// Starts a browser. `WebKit` has no headless mode and gets a screen: each its own, so that no window hides
    /// another.
    pub async fn start(self) -> Result<Browser> {
        let capabilities = self.capabilities()?;
        let screen = if self == Engine::WebKit { Some(Screen::start()?) } else { None };
        let (driver, port) = self.driver(screen.as_ref()).await?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.as_object().cloned().unwrap_or_default())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .with_context(|| format!("{} does not start: {}", self.name(), driver.log()))?;
        Ok(Browser { engine: self, client, _driver: driver, _screen: screen })
    }

    async fn driver(self, screen: Option<&Screen>) -> Result<(Process, u16)> {
        let program = match self {
            Engine::Chromium => find(&["chromedriver"])?,
            Engine::Firefox => find(&["geckodriver"])?,
            Engine::WebKit => find(&["WebKitWebDriver"])?,
        };
        loop {
            let port = free_port()?;
            let mut command = Command::new(&program);
            command.arg(format!("--port={port}")).stdout(Stdio::null());
            if self == Engine::Firefox {
                // A test asks the browser's own window about its reader view.
                command.arg("--allow-system-access");
            }
            if let Some(screen) = screen {
                command.env("DISPLAY", &screen.name).env_remove("WAYLAND_DISPLAY");
            }
            let mut driver =
                Process::start(command).with_context(|| format!("{} does not start", program.display()))?;
            let begun = Instant::now();
            loop {
                if TcpStream::connect(SocketAddr::from(([127, 0, 0, 1], port))).await.is_ok() {
                    return Ok((driver, port));
                }
                if begun.elapsed() > START {
                    bail!("{} does not listen after {START:?}: {}", program.display(), driver.log());
                }
                if driver.ended() && driver.log().contains("in use") {
                    // Another process took the port in between: this takes another port.
                    break;
                }
                if driver.ended() {
                    bail!("{} ended at once: {}", program.display(), driver.log());
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }

    fn capabilities(self) -> Result<Value> {
        let own = match self {
            Engine::Chromium => json!({ "goog:chromeOptions": {
                "binary": find(&["chromium", "chromium-browser", "google-chrome"])?,
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--no-first-run", "--window-size=1280,900",
                ],
            } }),
            Engine::Firefox => json!({ "moz:firefoxOptions": {
                "binary": find(&["firefox-esr", "firefox"])?,
                "args": ["-headless", "--width=1280", "--height=900"],
            } }),
            Engine::WebKit => json!({ "webkitgtk:browserOptions": {
                "binary": mini_browser()?,
                "args": ["--automation"],
            } }),
        };
        let mut all = own;
        // The tests wait for pages themselves, because they hold back files that a page's load event waits for.
        // Not `eager` either: with it, WebKitWebDriver 2.50.6 hung in one of three navigations.
        all["pageLoadStrategy"] = json!("none");
        // WebKit's driver uses the page's own timers for this: clock.js recognises it by its length.
        all["timeouts"] = json!({ "script": 31_337 });
        Ok(all)
    }
}

/// A screen in memory, for `WebKit`.
pub struct Screen {
    name: String,
    _server: Process,
}

impl Screen {
    /// Starts the X server, which chooses a free display and reports it.
    pub fn start() -> Result<Screen> {
        let mut command = Command::new(find(&["Xvfb"])?);
        command.args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]).stdout(Stdio::piped());
        let mut server = Process::start(command).context("Xvfb does not start")?;
        let mut number = String::new();
        let stdout = server.child.stdout.take().context("Xvfb has no output")?;
        BufReader::new(stdout).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb does not start: {}", server.log());
        }
        Ok(Screen { name: format!(":{}", number.trim()), _server: server })
    }
}

/// The first of `names` that is on PATH.
pub fn find(names: &[&str]) -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = names.iter().find_map(|name| {
        std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
    });
    found.with_context(|| format!("{} is not on PATH: `make test` installs it", names.join(" or ")))
}

/// `WebKitGTK`'s own small browser, which is in no folder of PATH.
fn mini_browser() -> Result<PathBuf> {
    let folders = |parent: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(parent).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    ["/usr/lib", "/usr/libexec", "/usr/lib64"]
        .into_iter()
        .flat_map(|root| folders(Path::new(root)).into_iter().chain([PathBuf::from(root)]))
        .flat_map(|folder| folders(&folder))
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|program| program.is_file())
        .context("WebKit's MiniBrowser is not under /usr/lib: `make test` installs it (webkit2gtk-driver)")
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

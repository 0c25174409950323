//! A page in a browser, and the tests' questions to it.
//!
//! Questions are JavaScript expressions with the few names in `prelude.js`. Nothing sleeps: a test repeats its question
//! until the answer is right.

use crate::answer::Answer;
use crate::engines::Engine;
use crate::origins::{Files, Host, with_recorder, with_script};
use anyhow::Result;
use fantoccini::Client;
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long an expected event may take, on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long a test watches that nothing happens.
const QUIET: Duration = Duration::from_millis(400);
/// How often it watches again, because the page has asked for something. Some pages never stop.
const MOST_PERIODS: usize = 5;
/// The answers that a page gives at the end of each period.
const TURNS: usize = 5;
/// The pause between two questions.
const PAUSE: Duration = Duration::from_millis(20);
const PRELUDE: &str = include_str!("prelude.js");

/// The published letter, on the files' origin.
pub const CANADA: &str = "/letters/canada-artsakh-2023/letter.json";
/// The published letter that can be signed, and its count: that of a delivered letter is not asked for.
pub const NIGHT_BUS: &str = "/letters/night-bus-2026/letter.json";
/// The count of [`NIGHT_BUS`].
pub const NIGHT_BUS_COUNT: &str = "/letters/night-bus-2026/count.json";
/// A short letter with a French translation, of `tests/letters/`.
pub const SMALL: &str = "/letters/small.json";
/// The document at [`SMALL`], for tests with a similar answer.
pub fn small_letter() -> Value {
    serde_json::from_str(include_str!("../letters/small.json")).unwrap()
}

/// The count of [`SMALL`].
pub const COUNT: &str = "/letters/small.count.json";
/// Another short letter.
pub const OTHER: &str = "/letters/other.json";

/// A browser's page, with origins of its own: no two tests share cache or storage.
#[derive(Clone)]
pub struct Page {
    pub engine: Engine,
    pub client: Client,
    pub files: Arc<Files>,
    pub host: Arc<Host>,
    /// Whether no other test may have the browser.
    spent: Arc<AtomicBool>,
}

impl Page {
    pub async fn new(engine: Engine, client: Client) -> Result<Page> {
        let files = Files::start().await?;
        let host = Host::start(&files).await?;
        Ok(Page { engine, client, files: Arc::new(files), host: Arc::new(host), spent: Arc::default() })
    }

    /// Keeps the browser from other tests: what this one does to its windows lasts.
    pub fn spend(&self) {
        self.spent.store(true, Ordering::Relaxed);
    }

    /// Whether no other test may have the browser.
    pub fn is_spent(&self) -> bool {
        self.spent.load(Ordering::Relaxed)
    }

    /// Gives the window that size, which it keeps.
    pub async fn resize(&self, width: u32, height: u32) {
        self.spend();
        self.client.set_window_size(width, height).await.unwrap();
    }

    /// Opens `tests/pages/<name>.html`.
    pub async fn open(&self, name: &str) {
        self.go(&self.host.url(&format!("/pages/{name}.html"))).await;
    }

    /// Opens a page that includes the widget and has `body`, with `{files}` for the site's folder.
    pub async fn open_body(&self, body: &str) {
        self.open_guarded(body, None).await;
    }

    /// The same with time, visibility and network under the test's control, through `clock`.
    pub async fn open_clocked(&self, body: &str) {
        let page = with_script(&self.host_page(body), &self.files.site(), "clock.js");
        self.host.answer(
            "/ad-hoc.html",
            Answer::text("text/html; charset=utf-8", &with_recorder(&page, &self.files.site())),
        );
        self.go(&self.host.url("/ad-hoc.html")).await;
    }

    /// Opens a page that has `body` and includes nothing else, with `{files}` for the site's folder.
    pub async fn open_bare(&self, body: &str) {
        let page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title></head>\
            <body>{body}</body></html>";
        let page = page.replace("{body}", body).replace("{files}", &self.files.site());
        let page = with_recorder(&page, &self.files.site());
        self.host.answer("/ad-hoc.html", Answer::text("text/html; charset=utf-8", &page));
        self.go(&self.host.url("/ad-hoc.html")).await;
    }

    /// Opens a page of the site's own, at `path` in its folder, that has `body` and includes nothing else.
    pub async fn open_own(&self, path: &str, body: &str) {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Own</title></head><body>{body}</body></html>"
        );
        let page = with_recorder(&page.replace("{files}", &self.files.site()), &self.files.site());
        self.files.answer(path, Answer::text("text/html; charset=utf-8", &page));
        self.go(&self.files.url(path)).await;
    }

    fn host_page(&self, body: &str) -> String {
        let page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
            <script async crossorigin src=\"{files}/open-letter.js\"></script></head><body>{body}</body></html>";
        page.replace("{body}", body).replace("{files}", &self.files.site())
    }

    /// Waits until that number of letters are shown and followed, on a page with a clock.
    pub async fn until_followed(&self, letters: usize) {
        self.until_ready(letters).await;
        self.until("clock.begun > 0 && !clock.busy()").await;
    }

    /// Lets that number of seconds pass on the page's clock, with the answers in between.
    pub async fn pass(&self, seconds: u32) {
        // A few minutes at a time: each has answers to wait for, and the browser may be slow beside other busy ones.
        const STRETCH: u32 = 120;
        for begun in (0..seconds).step_by(STRETCH as usize) {
            let seconds = STRETCH.min(seconds - begun);
            self.run(&format!("window.passed = false; clock.live({seconds}).then(() => (window.passed = true))")).await;
            self.until("window.passed").await;
        }
    }

    /// The same under a `Content-Security-Policy`, with `{origin}` for the origin of the files.
    pub async fn open_guarded(&self, body: &str, policy: Option<&str>) {
        let page = self.host_page(body);
        let mut answer = Answer::text("text/html; charset=utf-8", &with_recorder(&page, &self.files.site()));
        if let Some(policy) = policy {
            answer.headers.push((
                "content-security-policy",
                policy.replace("{files}", &self.files.site()).replace("{origin}", self.files.origin()),
            ));
        }
        self.host.answer("/ad-hoc.html", answer);
        self.go(&self.host.url("/ad-hoc.html")).await;
    }

    /// Opens a page, and waits until its own HTML is parsed.
    pub async fn go(&self, url: &str) {
        self.run("window.left = true").await;
        self.client.goto(url).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
        let begun = Instant::now();
        let there = format!("return !window.left && location.href === '{url}' && document.readyState !== 'loading'");
        // An error means that the question met the old page as it went away.
        while !self.client.execute(&there, Vec::new()).await.is_ok_and(|there| there == true) {
            assert!(begun.elapsed() < PATIENCE, "{url} does not open");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Runs statements.
    pub async fn run(&self, statements: &str) {
        self.execute(statements).await;
    }

    /// The value of an expression.
    pub async fn get(&self, expression: &str) -> Value {
        self.execute(&format!("return {expression};")).await
    }

    /// The number that an expression gives.
    pub async fn number(&self, expression: &str) -> u64 {
        let value = self.get(expression).await;
        value.as_u64().unwrap_or_else(|| panic!("{expression} is {value}, which is no number"))
    }

    /// Whether an expression is true.
    pub async fn is(&self, expression: &str) -> bool {
        self.get(&format!("!!({expression})")).await == true
    }

    /// The texts of all parts with that name.
    pub async fn texts(&self, part: &str) -> Vec<String> {
        let texts = self.get(&format!("parts('{part}').map(text)")).await;
        texts.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_string).collect()
    }

    /// The text of the first part with that name; empty if there is none.
    pub async fn text(&self, part: &str) -> String {
        self.texts(part).await.into_iter().next().unwrap_or_default()
    }

    /// The events `open-letter-<name>` until now.
    pub async fn events(&self, name: &str) -> Vec<Value> {
        self.get(&format!("events('{name}')")).await.as_array().cloned().unwrap_or_default()
    }

    /// Waits until the expression is true.
    pub async fn until(&self, expression: &str) {
        self.until_within(PATIENCE, expression).await;
    }

    /// Waits up to that time until the expression is true.
    pub async fn until_within(&self, patience: Duration, expression: &str) {
        let begun = Instant::now();
        let question = format!("{PRELUDE}return !!({expression});");
        loop {
            let answer = self.client.execute(&question, Vec::new()).await;
            if matches!(answer, Ok(Value::Bool(true))) {
                return;
            }
            // A question that meets a page as it goes away gets an error.
            assert!(begun.elapsed() < patience, "not so after {patience:?}: {expression}: {answer:?}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until the expression has this value.
    pub async fn until_equal(&self, expression: &str, expected: &Value) {
        let begun = Instant::now();
        loop {
            let value = self.get(expression).await;
            if value == *expected {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "not {expected} but {value} after {PATIENCE:?}: {expression}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until the expression is true in the page's first frame, which may be loading and have another origin.
    pub async fn until_inside(&self, expression: &str) {
        let begun = Instant::now();
        while !matches!(self.try_inside(expression).await, Ok(Value::Bool(true))) {
            assert!(begun.elapsed() < PATIENCE, "not so in the frame after {PATIENCE:?}: {expression}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The value of an expression in the page's first frame.
    pub async fn inside(&self, expression: &str) -> Value {
        self.try_inside(expression).await.unwrap_or_else(|error| panic!("{expression}, in the frame: {error}"))
    }

    async fn try_inside(&self, expression: &str) -> Result<Value> {
        let value = async {
            self.client.enter_frame(0).await?;
            Ok(self.client.execute(&format!("{PRELUDE}return {expression};"), Vec::new()).await?)
        };
        let value = value.await;
        // Not through the parent: after the frame has loaded another document, WebKit's driver can't do that.
        self.client.switch_to_window(self.client.window().await?).await?;
        value
    }

    /// Waits until the condition on the servers' requests is true.
    pub async fn until_served(&self, claim: &str, so: impl Fn(&Files) -> bool) {
        let begun = Instant::now();
        while !so(&self.files) {
            assert!(begun.elapsed() < PATIENCE, "not so after {PATIENCE:?}: {claim}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until that number of letters have reported that they are ready.
    pub async fn until_ready(&self, times: usize) {
        self.until(&format!("events('ready').length >= {times}")).await;
    }

    /// Waits for the first `open-letter-error`, and returns its detail.
    pub async fn error(&self) -> Value {
        self.until("events('error').length").await;
        self.get("events('error')[0].detail").await
    }

    /// Lets some time pass, in which a fault would show: until the page has asked for nothing more in that time, and has
    /// answered in between. A busy machine takes longer over it. What should happen is waited for by [`Page::until`].
    pub async fn quiet(&self) {
        for _ in 0..MOST_PERIODS {
            let asked = self.files.requests().len();
            tokio::time::sleep(QUIET).await;
            for _ in 0..TURNS {
                // The answer doesn't matter: a page that moves on to another address gives none.
                let _ = self.client.execute("return true;", Vec::new()).await;
            }
            if self.files.requests().len() == asked {
                return;
            }
        }
    }

    /// Information about the page after a failed test.
    pub async fn state(&self) -> String {
        let state = "return JSON.stringify({ url: location.href, size: [innerWidth, innerHeight],
                visibility: document.visibilityState, focus: document.hasFocus(), ...window.recorded,
                letters: [...document.querySelectorAll('open-letter')].map(element => element.outerHTML.slice(0, 300)),
                shadow: text(root())?.slice(0, 300) }, null, 2);";
        let state = self.client.execute(&format!("{PRELUDE}{state}"), Vec::new()).await;
        let state =
            state.map_or_else(|error| error.to_string(), |state| state.as_str().unwrap_or_default().to_string());
        format!("the page: {state}\nrequests: {:#?}", self.files.requests())
    }

    async fn execute(&self, script: &str) -> Value {
        let done = self.client.execute(&format!("{PRELUDE}{script}"), Vec::new()).await;
        done.unwrap_or_else(|error| panic!("{script}: {error}"))
    }
}

//! The reader view of Firefox, which shows a page's text alone.

use crate::engines::Engine;
use crate::page::Page;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::json;
use std::time::{Duration, Instant};

/// Chooses what scripts reach: `content`, the page, or `chrome`, the browser's own window.
#[derive(Debug)]
struct Context(&'static str);

impl WebDriverCompatibleCommand for Context {
    fn endpoint(&self, driver: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        driver.join(&format!("session/{}/moz/context", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "context": self.0 }).to_string()))
    }
}

/// Whether the browser's window offers the reader view for the page.
async fn is_offered(page: &Page) -> bool {
    page.client.issue_cmd(Context("chrome")).await.expect("geckodriver runs with --allow-system-access");
    let offered = page.client.execute("return !!gBrowser.selectedBrowser.isArticle", Vec::new()).await;
    page.client.issue_cmd(Context("content")).await.unwrap();
    offered.unwrap() == true
}

pub async fn firefox_offers_it_on_a_published_page(page: Page) {
    if page.engine != Engine::Firefox {
        return;
    }
    for path in ["/letters/canada-artsakh-2023/", "/letters/canada-artsakh-2023/fr/"] {
        page.go(&page.files.url(path)).await;
        let begun = Instant::now();
        while !is_offered(&page).await {
            assert!(begun.elapsed() < Duration::from_secs(15), "no reader view for {path}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        // It stays after the widget has taken over.
        page.until("shown(part('title')) && part('title').getRootNode() === root()").await;
        page.quiet().await;
        assert!(is_offered(&page).await, "{path}");
    }
}

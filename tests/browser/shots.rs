//! Pictures of the pages, for people: on a phone and on a desktop, light and dark.

use crate::browsers::Test;
use crate::chromium;
use crate::page::Page;
use std::path::{Path, PathBuf};

/// The test that takes them, in Chromium, which can emulate a phone and dark mode.
pub const TEST: Test = Test { name: "screenshots", run: |page| Box::pin(take(page)) };
/// The test that takes pictures of the gallery, in each engine.
pub const GALLERY: Test = Test { name: "screenshots_of_the_gallery", run: |page| Box::pin(take_gallery(page)) };

/// The folder for the pictures; without it, the test takes none.
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("OPEN_LETTER_SHOTS").map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
}

async fn take(page: Page) {
    let folder = folder().unwrap_or_default();
    std::fs::create_dir_all(&folder).unwrap();
    let host = |name: &str| page.host.url(&format!("/pages/{name}.html"));
    let urls = [
        ("index", page.files.url("/index.html")),
        ("one-tag", host("one-tag")),
        ("several", host("several")),
        ("arabic", host("arabic")),
    ];
    for (name, url) in urls {
        for width in [360, 1280] {
            for scheme in ["light", "dark"] {
                show(&page, &url, width, scheme).await;
                let picture = page.client.screenshot().await.unwrap();
                std::fs::write(folder.join(format!("{name}-{width}-{scheme}.png")), picture).unwrap();
            }
        }
    }
}

async fn take_gallery(page: Page) {
    let folder = folder().unwrap_or_default();
    std::fs::create_dir_all(&folder).unwrap();
    // The first screen.
    page.resize(1280, 1000).await;
    page.open("gallery").await;
    page.until("document.readyState === 'complete'").await;
    page.until_ready(1).await;
    let agent = page.get("navigator.userAgent").await.as_str().unwrap_or_default().to_string();
    let engine = ["Firefox", "Chrome"].into_iter().find(|name| agent.contains(name)).unwrap_or("WebKit");
    let height = page.number("document.documentElement.scrollHeight").await;
    for (index, top) in (0..height).step_by(900).enumerate() {
        page.run(&format!("scrollTo(0, {top})")).await;
        page.quiet().await;
        let picture = page.client.screenshot().await.unwrap();
        std::fs::write(folder.join(format!("gallery-{engine}-{index:02}.png")), picture).unwrap();
    }
}

/// Opens the page at that width, and makes the window as high as the page.
async fn show(page: &Page, url: &str, width: u32, scheme: &str) {
    chromium::media(page, &[("prefers-color-scheme", scheme)]).await;
    chromium::size(page, width, 800).await;
    page.go(url).await;
    let settled = "document.readyState === 'complete' && document.fonts.status === 'loaded'
        && [...document.querySelectorAll('open-letter:not([loading=lazy])')]
            .every(element => element.shadowRoot?.querySelector('[part~=title]'))";
    page.until(settled).await;
    let height = page.number("document.documentElement.scrollHeight").await;
    chromium::size(page, width, height).await;
    page.quiet().await;
}

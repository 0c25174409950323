//! Letters that are too large: each fails alone, and the tab survives.

use crate::answer::Answer;
use crate::heavies::{Fate, Heavy, letters};
use crate::page::Page;
use serde_json::json;

/// The longest time, in milliseconds, for which the page may be blocked.
const STALL: &str = "<script>
    { let last = performance.now(); window.stall = 0;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { const now = performance.now(); window.stall = Math.max(stall, now - last); last = now; setTimeout(() => port2.postMessage(null), 5); };
      port2.postMessage(null); }
    </script>";

pub async fn a_heavy_letter_shows_what_it_may_or_is_refused_in_words(page: Page) {
    for Heavy { kind, document, fate } in letters() {
        let path = format!("/letters/heavy/{}.json", kind.replace([' ', ','], "-"));
        page.files.answer(&path, Answer::text("application/json", &document));
        page.open_body(&format!("{STALL}<open-letter src=\"{{files}}{path}\"></open-letter><button>Mine</button>"))
            .await;
        page.until("events('ready').length + events('error').length").await;
        page.quiet().await;
        if std::env::var_os("OPEN_LETTER_FIGURES").is_some() {
            let memory = page.number("recorded.memories[0].buffer.byteLength").await / 1_000_000;
            eprintln!("{:?}: {kind}: {} ms, {memory} MB", page.engine, page.get("Math.round(stall)").await);
        }
        if fate == Fate::Refused {
            let code = page.get("events('error')[0]?.detail.code").await;
            assert!(code == "too-large" || code == "not-a-letter", "{kind}: {code}");
            assert!(page.is("shown(part('notice'))").await, "{kind}");
        } else {
            assert!(page.is("shown(part('title'))").await, "{kind}");
            let cut = page.number("root().querySelectorAll('.cut').length").await;
            assert_eq!(cut, u64::from(fate != Fate::Shown), "{kind}");
        }
        let rows = page.number("parts('signatory').length").await;
        assert!(rows <= 2_000, "{kind}: {rows} rows");
        let warnings = page.number("recorded.warnings.length").await;
        assert!(warnings <= 21, "{kind}: {warnings} lines in the console");
        assert_eq!(
            page.get("recorded.errors.filter(line => !line.startsWith('open-letter'))").await,
            json!([]),
            "{kind}"
        );
    }
}

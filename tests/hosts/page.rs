//! The page for webmasters, `docs/embedding.md`, and the code in it.

use crate::source;

/// The code in that language under that heading. There must be exactly one.
#[track_caller]
pub fn snippet(heading: &str, language: &str) -> String {
    let found = snippets(heading, language);
    assert_eq!(found.len(), 1, "{language} under {heading}");
    found.into_iter().next().unwrap()
}

/// All code in that language under that heading.
pub fn snippets(heading: &str, language: &str) -> Vec<String> {
    let page = source("docs/embedding.md");
    let (mut under, mut found, mut open) = (String::new(), Vec::new(), None::<(String, String)>);
    for line in page.lines() {
        match (&mut open, line.trim_start().strip_prefix("```")) {
            (None, Some(language)) => open = Some((language.to_string(), String::new())),
            (None, None) => {
                if let Some(heading) = line.strip_prefix("## ") {
                    under = heading.to_string();
                }
            }
            (Some(_), Some(_)) => {
                let (its, code) = open.take().unwrap();
                if under == heading && its == language {
                    found.push(code);
                }
            }
            (Some((_, code)), None) => {
                code.push_str(line);
                code.push('\n');
            }
        }
    }
    found
}

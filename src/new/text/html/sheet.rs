//! What the styles of a page say of the words in its classes. Google Docs writes all marks of words in this way.

use scraper::{ElementRef, Html, Selector};
use std::collections::HashMap;

/// The rules for single classes. Others, and those for some windows only, are not read.
#[derive(Debug, Default)]
pub struct Sheet {
    text: String,
    /// The rules of each class: their place, their element if they have one, their declarations.
    rules: HashMap<String, Vec<(usize, String, String)>>,
}

impl Sheet {
    /// Reads the styles of a page.
    #[must_use]
    pub fn of(html: &Html) -> Sheet {
        let Ok(selector) = Selector::parse("style") else { return Sheet::default() };
        let text: String = html.select(&selector).flat_map(|style| style.text()).collect();
        let mut sheet = Sheet { text: without_comments(&text), rules: HashMap::new() };
        let mut rest = sheet.text.as_str();
        let mut at = 0;
        while let Some((head, after)) = rest.split_once('{') {
            let head = head.rsplit(['}', ';']).next().unwrap_or_default().trim();
            if head.starts_with('@') {
                rest = after_block(after);
                continue;
            }
            let (body, after) = after.split_once('}').unwrap_or((after, ""));
            for selector in head.split(',') {
                if let Some((element, class)) = of_class(selector.trim()) {
                    let rule = (at, element.to_string(), body.to_string());
                    sheet.rules.entry(class.to_string()).or_default().push(rule);
                }
            }
            (rest, at) = (after, at + 1);
        }
        sheet
    }

    /// The declarations for an element, by its classes, in their order.
    #[must_use]
    pub fn declarations(&self, element: ElementRef) -> Vec<(&str, &str)> {
        let classes = element.attr("class").unwrap_or_default().split_ascii_whitespace();
        let mut rules: Vec<_> = classes.filter_map(|class| self.rules.get(class)).flatten().collect();
        rules.retain(|(_, name, _)| name.is_empty() || name == element.value().name());
        rules.sort_by_key(|(at, ..)| *at);
        let all = rules.into_iter().flat_map(|(_, _, body)| body.split(';')).filter_map(|one| one.split_once(':'));
        all.map(|(key, value)| (key.trim(), value.trim())).collect()
    }

    /// The first number of a list of Google Docs, if its numbers are letters: `a`.
    #[must_use]
    pub fn letters(&self, list: &str) -> Option<&'static str> {
        let counter = format!("lst-ctn-{},", list.strip_prefix("lst-")?);
        let (_, rest) = self.text.split_once(&counter)?;
        let kinds = [
            ("lower-latin", "a"),
            ("lower-alpha", "a"),
            ("upper-latin", "A"),
            ("upper-alpha", "A"),
            ("lower-roman", "i"),
            ("upper-roman", "I"),
        ];
        kinds.into_iter().find(|(kind, _)| rest.trim_start().starts_with(kind)).map(|(_, shown)| shown)
    }
}

/// The element and the class of a selector such as `.c1` or `span.c1`.
fn of_class(selector: &str) -> Option<(&str, &str)> {
    let (element, class) = selector.split_once('.')?;
    let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    (is_name(element) && is_name(class) && !class.is_empty()).then_some((element, class))
}

fn without_comments(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        clean.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    clean + rest
}

/// What follows a block of rules, after its first brace.
fn after_block(text: &str) -> &str {
    let mut depth = 1;
    for (at, char) in text.char_indices() {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[at + 1..];
        }
    }
    ""
}

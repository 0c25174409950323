//! What Word means with the classes and styles of pages that it saves.

use super::role::Role;
use super::words::words;
use scraper::ElementRef;

/// What a paragraph is, by Word's class or style.
#[must_use]
pub fn role(element: ElementRef) -> Option<Role> {
    let class = element.attr("class").unwrap_or_default();
    let style = element.attr("style").unwrap_or_default();
    if let Some((_, rest)) = style.split_once("mso-list:")
        && !rest.trim_start().to_lowercase().starts_with("ignore")
    {
        let level =
            rest.split_once("level").map(|(_, rest)| rest.trim_start_matches(|char: char| !char.is_ascii_digit()));
        let level = level.and_then(|rest| rest.chars().next()?.to_digit(10)).unwrap_or(1);
        let mark = element.descendants().filter_map(ElementRef::wrap).find(|element| {
            element.attr("style").is_some_and(|style| style.to_lowercase().replace(' ', "").contains("mso-list:ignore"))
        });
        let label = mark.map(words).unwrap_or_default();
        let digits = label.trim_matches(|char: char| !char.is_ascii_digit());
        return Some(Role::Item((level.max(1) - 1) as usize, digits.parse().ok()));
    }
    match class {
        "MsoTitle" => Some(Role::Heading(0)),
        "MsoQuote" | "MsoIntenseQuote" | "MsoBlockText" => Some(Role::Quote),
        _ => None,
    }
}

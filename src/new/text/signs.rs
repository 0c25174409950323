//! Signs and addresses that documents write in their own ways.

use super::document::{Line, Piece};
use crate::model::link_scheme;

/// Whether a letter may have the address as a link.
#[must_use]
pub fn is_link(address: &str) -> bool {
    matches!(link_scheme(address).as_deref(), Some("http" | "https" | "mailto"))
}

/// The address in a Word field: `HYPERLINK "https://…" \o "…"`.
#[must_use]
pub fn field_link(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK")?;
    let (_, quoted) = rest.split_once('"')?;
    let (address, rest) = quoted.split_once('"')?;
    let is_anchor = rest.trim_start().starts_with("\\l") && !address.is_empty();
    let anchor = if is_anchor { rest.split('"').nth(1).map(|anchor| format!("#{anchor}")) } else { None };
    Some(address.to_string() + &anchor.unwrap_or_default())
}

const DIGITS: &str = "0123456789+-−=()n";
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ";

/// A small number above the line, as signs: `²`.
#[must_use]
pub fn raised(text: &str) -> Option<String> {
    mapped(text, RAISED)
}

/// A small number below the line, as signs: `₂`.
#[must_use]
pub fn lowered(text: &str) -> Option<String> {
    mapped(text, LOWERED)
}

fn mapped(text: &str, signs: &str) -> Option<String> {
    let sign = |char: char| signs.chars().nth(DIGITS.chars().position(|digit| digit == char)?);
    (text.contains(|char: char| char.is_ascii_digit())).then(|| text.chars().map(sign).collect())?
}

/// The character for a sign of the fonts *Symbol* and *Wingdings*.
#[must_use]
pub fn of_font(font: &str, code: u32) -> Option<&'static str> {
    let font = font.to_lowercase();
    Some(match (font.as_str(), code | 0xF000) {
        ("symbol", 0xF0B7) => "•",
        ("symbol", 0xF0AE) | ("wingdings", 0xF0E0 | 0xF0E8) => "→",
        ("symbol", 0xF0A3) => "≤",
        ("symbol", 0xF0B3) => "≥",
        ("symbol", 0xF0B4) => "×",
        ("symbol", 0xF0B0) => "°",
        ("symbol", 0xF0B1) => "±",
        ("symbol", 0xF02D) => "−",
        ("wingdings", 0xF0FC) => "✓",
        ("wingdings", 0xF0FE) => "☑",
        ("wingdings", 0xF0A8 | 0xF06F) => "☐",
        ("wingdings", 0xF0A7) => "▪",
        ("wingdings", 0xF06C) => "●",
        ("wingdings", 0xF02A) => "✉",
        ("wingdings", 0xF028) => "☎",
        ("wingdings", 0xF04A) => "☺",
        _ => return None,
    })
}

/// Whether a line across is drawn with signs: `* * *`.
#[must_use]
pub fn is_drawn(text: &str) -> bool {
    let signs: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    signs.chars().count() > 2 && signs.chars().all(|char| "*-–—_=~⁂".contains(char))
}

/// White space as HTML and `OpenDocument` read it: several are one space, and none begins a line.
#[must_use]
pub fn collapsed(text: &str, line: &Line) -> String {
    let mut is_after_space = match line.0.last() {
        None | Some(Piece::Break) => true,
        Some(Piece::Text(before, _)) => before.ends_with([' ', '\t', '\n']),
        Some(Piece::Note(_)) => false,
    };
    let mut collapsed = String::new();
    for char in text.chars() {
        let is_space = char.is_ascii_whitespace();
        if !(is_space && is_after_space) {
            collapsed.push(if is_space { ' ' } else { char });
        }
        is_after_space = is_space;
    }
    collapsed
}

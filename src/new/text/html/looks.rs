//! What an element's name and style say of its words.

use super::super::document::Style;
use scraper::ElementRef;

/// The looks of an element.
#[derive(Debug, Default)]
pub struct Looks<'h> {
    strong: Option<bool>,
    em: Option<bool>,
    /// `super` or `sub`, if its words are small above or below the line.
    pub position: Option<&'h str>,
    /// Whether nobody sees it.
    pub is_hidden: bool,
    lost: Vec<&'static str>,
}

const COLOUR: &str = "text colour";
const UNDERLINE: &str = "underlining";
const STROKE: &str = "strikethrough (the words are kept: delete them if they should go)";

/// Colours that a page has anyway.
const USUAL: [&str; 7] = ["black", "inherit", "windowtext", "#000", "#000000", "rgb(0, 0, 0)", "rgb(0,0,0)"];
const USUAL_BACKGROUNDS: [&str; 6] = ["white", "transparent", "inherit", "none", "#fff", "#ffffff"];

impl<'h> Looks<'h> {
    /// Reads them.
    #[must_use]
    pub fn of(element: ElementRef<'h>) -> Looks<'h> {
        let name = element.value().name();
        let mut looks = Looks {
            strong: matches!(name, "b" | "strong").then_some(true),
            em: matches!(name, "i" | "em" | "cite" | "dfn" | "var").then_some(true),
            is_hidden: element.attr("hidden").is_some(),
            ..Looks::default()
        };
        match name {
            "u" => looks.lost.push(UNDERLINE),
            "s" | "strike" => looks.lost.push(STROKE),
            "mark" => looks.lost.push(COLOUR),
            "font" if element.attr("color").is_some() => looks.lost.push(COLOUR),
            _ => {}
        }
        for (key, value) in element.attr("style").unwrap_or_default().split(';').filter_map(|one| one.split_once(':')) {
            looks.declare(key.trim(), value.trim());
        }
        looks
    }

    fn declare(&mut self, key: &str, value: &'h str) {
        let is = |words: &[&str]| words.contains(&value);
        match key.to_ascii_lowercase().as_str() {
            "font-weight" => {
                self.strong = Some(is(&["bold", "bolder"]) || value.parse::<u32>().is_ok_and(|weight| weight > 500));
            }
            "font-style" => self.em = Some(is(&["italic", "oblique"])),
            "vertical-align" if is(&["super", "sub"]) => self.position = Some(value),
            "display" | "mso-hide" => self.is_hidden |= is(&["none", "all"]),
            // The marks of a list that Word wrote as words, and comments.
            "mso-list" => self.is_hidden |= value.eq_ignore_ascii_case("ignore"),
            "mso-element" => self.is_hidden |= is(&["comment", "comment-list"]),
            "color" if !is(&USUAL) => self.lost.push(COLOUR),
            "background" | "background-color" if !is(&USUAL_BACKGROUNDS) => self.lost.push(COLOUR),
            "text-decoration" | "text-decoration-line" if value.contains("underline") => self.lost.push(UNDERLINE),
            "text-decoration" | "text-decoration-line" if value.contains("line-through") => self.lost.push(STROKE),
            _ => {}
        }
    }

    /// The style of its words, in words of that style.
    #[must_use]
    pub fn applied(&self, style: &Style) -> Style {
        Style { strong: self.strong.unwrap_or(style.strong), em: self.em.unwrap_or(style.em), link: style.link.clone() }
    }

    /// What a letter does not have of an element of that name. Links are underlined anyway.
    pub fn lost(&self, name: &str) -> impl Iterator<Item = &'static str> {
        let is_link = name == "a";
        self.lost.iter().copied().filter(move |what| !(is_link && *what == UNDERLINE))
    }
}

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
    has_color: bool,
    is_underlined: bool,
    is_struck: bool,
}

impl<'h> Looks<'h> {
    /// Reads them.
    #[must_use]
    pub fn of(element: ElementRef<'h>) -> Looks<'h> {
        let name = element.value().name();
        let mut looks = Looks {
            strong: matches!(name, "b" | "strong").then_some(true),
            em: matches!(name, "i" | "em" | "cite" | "dfn" | "var").then_some(true),
            is_hidden: element.attr("hidden").is_some(),
            is_underlined: name == "u",
            is_struck: matches!(name, "s" | "strike"),
            has_color: name == "font" && element.attr("color").is_some() || name == "mark",
            ..Looks::default()
        };
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
            "color" => {
                self.has_color |=
                    !is(&["black", "inherit", "windowtext", "#000", "#000000", "rgb(0, 0, 0)", "rgb(0,0,0)"])
            }
            "background" | "background-color" => {
                self.has_color |= !is(&["white", "transparent", "inherit", "none", "#fff", "#ffffff"])
            }
            "text-decoration" | "text-decoration-line" => {
                self.is_underlined |= value.contains("underline");
                self.is_struck |= value.contains("line-through");
            }
            _ => {}
        }
    }

    /// The style of its words, in words of that style.
    #[must_use]
    pub fn applied(&self, style: &Style) -> Style {
        Style { strong: self.strong.unwrap_or(style.strong), em: self.em.unwrap_or(style.em), link: style.link.clone() }
    }

    /// What a letter does not have of an element of that name.
    #[must_use]
    pub fn lost(&self, name: &str) -> Vec<&'static str> {
        let looks = [
            (self.has_color, "a colour of words"),
            (self.is_underlined && name != "a", "a line under words"),
            (self.is_struck, "a line through words, which are kept: delete them if they are struck out"),
        ];
        looks.into_iter().filter_map(|(has, what)| has.then_some(what)).collect()
    }
}

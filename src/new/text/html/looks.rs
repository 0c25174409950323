//! What an element's name and style say of its words.

use super::super::document::Style;
use super::sheet::Sheet;
use scraper::ElementRef;

/// The looks of an element.
#[derive(Debug, Default)]
pub struct Looks {
    strong: Option<bool>,
    em: Option<bool>,
    /// `super` or `sub`, if its words are small above or below the line.
    pub position: Option<&'static str>,
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

/// Elements of words, whose classes say how these are marked. Those of blocks say how a page looks.
const IN_LINE: [&str; 13] = ["span", "a", "b", "strong", "i", "em", "u", "s", "sup", "sub", "font", "small", "strike"];

/// Whether a colour such as `#c00` is no grey.
fn is_colourful(value: &str) -> bool {
    const ALIKE: u8 = 24;
    let Some(digits) = value.strip_prefix('#').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
    else {
        return false;
    };
    let part = |text: &str| u8::from_str_radix(&text.repeat(2 / text.len()), 16).unwrap_or_default();
    let step = match digits.len() {
        3 => 1,
        6 => 2,
        _ => return false,
    };
    let parts = [0, 1, 2].map(|at| part(&digits[at * step..(at + 1) * step]));
    parts.iter().max().zip(parts.iter().min()).is_some_and(|(most, least)| most - least > ALIKE)
}

impl Looks {
    /// Reads them, by the element's name, its classes, and its own style.
    #[must_use]
    pub fn of(element: ElementRef, sheet: &Sheet) -> Looks {
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
        if IN_LINE.contains(&name) {
            for (key, value) in sheet.declarations(element) {
                looks.declare_by_class(key, value);
            }
        }
        for (key, value) in element.attr("style").unwrap_or_default().split(';').filter_map(|one| one.split_once(':')) {
            looks.declare(key.trim(), value.trim());
        }
        looks
    }

    /// Of classes, only what marks words counts: the grey of a page is its look.
    fn declare_by_class(&mut self, key: &str, value: &str) {
        match key.to_ascii_lowercase().as_str() {
            "color" | "background" | "background-color" if is_colourful(value) => self.lost.push(COLOUR),
            "font-weight" | "font-style" | "vertical-align" | "text-decoration" | "text-decoration-line" => {
                self.declare(key, value);
            }
            _ => {}
        }
    }

    fn declare(&mut self, key: &str, value: &str) {
        let is = |words: &[&str]| words.contains(&value);
        match key.to_ascii_lowercase().as_str() {
            "font-weight" => {
                self.strong = Some(is(&["bold", "bolder"]) || value.parse::<u32>().is_ok_and(|weight| weight > 500));
            }
            "font-style" => self.em = Some(is(&["italic", "oblique"])),
            "vertical-align" if value == "super" => self.position = Some("super"),
            "vertical-align" if value == "sub" => self.position = Some("sub"),
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

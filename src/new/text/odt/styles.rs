//! The styles of an `OpenDocument` text.

use super::super::xml::{attribute, child};
use roxmltree::Node;
use std::collections::HashMap;

/// What a paragraph of a style is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The title of the document.
    Title,
    /// A quotation.
    Quote,
    /// A line across.
    Rule,
    /// A paragraph.
    #[default]
    Text,
}

/// A style.
#[derive(Clone, Debug, Default)]
pub struct Style {
    /// What its paragraphs are.
    pub role: Role,
    /// Whether its words are strong.
    pub strong: Option<bool>,
    /// Whether they are emphasised.
    pub em: Option<bool>,
    /// Whether they are above (`super`) or below (`sub`) the line.
    pub position: String,
    /// What a letter doesn't have of it.
    pub looks: Vec<&'static str>,
    parent: Option<String>,
}

/// The styles by their names.
#[derive(Debug, Default)]
pub struct Styles {
    named: HashMap<String, Style>,
    lists: HashMap<(String, usize), (String, u64)>,
    /// The language of the text.
    pub lang: Option<String>,
}

impl Styles {
    /// Adds those of a part.
    pub fn add(&mut self, root: Node) {
        for node in root.descendants().filter(Node::is_element) {
            match node.tag_name().name() {
                "style" => self.style(node),
                "list-level-style-number" => {
                    let list = node.parent().and_then(|list| attribute(list, "name")).unwrap_or_default();
                    let level: usize = attribute(node, "level").and_then(|level| level.parse().ok()).unwrap_or(1);
                    let start = attribute(node, "start-value").and_then(|start| start.parse().ok()).unwrap_or(1);
                    let format = attribute(node, "num-format").unwrap_or_default().to_string();
                    self.lists.insert((list.to_string(), level.saturating_sub(1)), (format, start));
                }
                "default-style" if attribute(node, "family") == Some("paragraph") => {
                    let words = child(node, "text-properties");
                    let tag = words.and_then(|words| {
                        let (lang, country) = (attribute(words, "language")?, attribute(words, "country"));
                        let country = country.filter(|country| *country != "none");
                        (lang != "none").then(|| {
                            format!("{lang}{}", country.map(|country| format!("-{country}")).unwrap_or_default())
                        })
                    });
                    self.lang = tag.or(self.lang.take());
                }
                _ => {}
            }
        }
    }

    fn style(&mut self, node: Node) {
        let Some(name) = attribute(node, "name") else { return };
        let shown = attribute(node, "display-name").unwrap_or(name).replace("_20_", " ");
        let role = match shown.as_str() {
            "Title" => Role::Title,
            "Quotations" | "Quote" | "Intense Quote" | "Block Text" => Role::Quote,
            "Horizontal Line" => Role::Rule,
            _ => Role::Text,
        };
        let mut style =
            Style { role, parent: attribute(node, "parent-style-name").map(str::to_string), ..Style::default() };
        // The weight of headings is their look, and no stress.
        let is_of_words = attribute(node, "family") == Some("text") || name.starts_with(['P', 'T']) && shown == name;
        if let Some(words) =
            child(node, "text-properties").filter(|_| is_of_words || matches!(name, "Strong_20_Emphasis" | "Emphasis"))
        {
            let weight = attribute(words, "font-weight");
            style.strong = weight.map(|weight| matches!(weight, "bold" | "600" | "700" | "800" | "900"));
            style.em = attribute(words, "font-style").map(|slant| matches!(slant, "italic" | "oblique"));
            style.position = attribute(words, "text-position").unwrap_or_default().to_string();
            let is_set = |name: &str| attribute(words, name).is_some_and(|value| value != "none");
            if attribute(words, "color").is_some_and(|color| color != "#000000")
                || attribute(words, "background-color").is_some_and(|color| color != "transparent")
            {
                style.looks.push("text colour");
            }
            if is_set("text-underline-style") {
                style.looks.push("underlining");
            }
            if is_set("text-line-through-style") || is_set("text-line-through-type") {
                style.looks.push("strikethrough (the words are kept: delete them if they should go)");
            }
        }
        self.named.insert(name.to_string(), style);
    }

    /// The style of that name, with what it inherits.
    #[must_use]
    pub fn of(&self, name: Option<&str>) -> Style {
        let mut style = Style::default();
        let mut next = name.map(str::to_string);
        for _ in 0..20 {
            let Some(own) = next.as_deref().and_then(|name| self.named.get(name)) else { break };
            if style.role == Role::Text {
                style.role = own.role;
            }
            style.strong = style.strong.or(own.strong);
            style.em = style.em.or(own.em);
            if style.position.is_empty() {
                style.position.clone_from(&own.position);
            }
            style.looks.extend(&own.looks);
            next.clone_from(&own.parent);
        }
        style
    }

    /// The format of the numbers of a list at that depth, and the first; `None` for bullets.
    #[must_use]
    pub fn level(&self, list: &str, depth: usize) -> Option<(&str, u64)> {
        self.lists.get(&(list.to_string(), depth)).map(|(format, start)| (format.as_str(), *start))
    }
}

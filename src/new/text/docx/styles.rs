//! The styles of a Word document: what a paragraph is, and how its words are stressed.

use super::super::xml::{attribute, child, value};
use roxmltree::{Document, Node};
use std::collections::HashMap;

/// What a paragraph of a style is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The title of the document.
    Title,
    /// A heading of that level, from 1.
    Heading(u8),
    /// A quotation.
    Quote,
    /// A line of a table of contents, which the program made.
    Contents,
    /// It continues an item of a list.
    Continued,
    /// A paragraph.
    #[default]
    Text,
}

/// A style, with what it inherits.
#[derive(Clone, Debug, Default)]
pub struct Style {
    /// What its paragraphs are.
    pub role: Role,
    /// Whether its words are strong; `None` if it doesn't say.
    pub strong: Option<bool>,
    /// Whether its words are emphasised.
    pub em: Option<bool>,
    /// The list that its paragraphs are items of, and their level in it.
    pub list: Option<(String, Option<usize>)>,
    /// The depth that its name says: *List Bullet 2*.
    pub depth: usize,
}

/// The styles by their ids.
#[derive(Debug, Default)]
pub struct Styles {
    named: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Style,
    /// The language of the text.
    pub lang: Option<String>,
}

impl Styles {
    /// Reads them.
    #[must_use]
    pub fn read(document: &Document) -> Styles {
        let root = document.root_element();
        let nodes: HashMap<&str, Node> = root
            .children()
            .filter(|node| node.tag_name().name() == "style")
            .filter_map(|node| Some((attribute(node, "styleId")?, node)))
            .collect();
        let styles: HashMap<String, Style> =
            nodes.iter().map(|(id, node)| ((*id).to_string(), style(*node, &nodes, 0))).collect();
        let is_usual = |node: &&Node| {
            attribute(**node, "type") == Some("paragraph") && attribute(**node, "default").is_some_and(is_on)
        };
        let usual = nodes.values().find(is_usual).and_then(|node| styles.get(attribute(*node, "styleId")?)).cloned();
        let defaults = child(root, "docDefaults").and_then(|node| child(node, "rPrDefault"));
        let lang = defaults
            .and_then(|node| child(node, "rPr"))
            .and_then(|node| attribute(child(node, "lang")?, "val"))
            .map(str::to_string);
        Styles { named: styles, usual: usual.unwrap_or_default(), lang }
    }

    /// The style with that id, or the usual one of paragraphs.
    #[must_use]
    pub fn of_paragraph(&self, id: Option<&str>) -> &Style {
        id.and_then(|id| self.named.get(id)).unwrap_or(&self.usual)
    }

    /// The style of words with that id.
    #[must_use]
    pub fn of_words(&self, id: &str) -> Option<&Style> {
        self.named.get(id)
    }
}

/// The longest chain of styles that inherit from each other.
const CHAIN: usize = 20;

fn style(node: Node, nodes: &HashMap<&str, Node>, chain: usize) -> Style {
    let base = value(node, "basedOn").and_then(|id| nodes.get(id)).filter(|_| chain < CHAIN);
    let mut own = base.map_or_else(Style::default, |base| style(*base, nodes, chain + 1));
    let name = value(node, "name").unwrap_or_default().to_lowercase();
    if let Some(role) = role(&name) {
        own.role = role;
    }
    own.depth = name.strip_prefix("list ").map_or(own.depth, |rest| {
        rest.rsplit(' ')
            .next()
            .and_then(|word| word.parse::<usize>().ok())
            .map_or(0, |number| number.saturating_sub(1).min(8))
    });
    if let Some(words) = child(node, "rPr") {
        own.strong = flag(words, "b").or(own.strong);
        own.em = flag(words, "i").or(own.em);
    }
    if let Some(paragraph) = child(node, "pPr") {
        if let Some(level) = value(paragraph, "outlineLvl").and_then(|level| level.parse::<u8>().ok())
            && level < 9
            && own.role == Role::Text
        {
            own.role = Role::Heading(level + 1);
        }
        if let Some(list) = child(paragraph, "numPr") {
            let level = value(list, "ilvl").and_then(|level| level.parse().ok());
            let id = value(list, "numId").map(str::to_string);
            own.list = id.or_else(|| own.list.take().map(|(id, _)| id)).map(|id| (id, level));
        }
    }
    own
}

/// What a style of that name is. The names of Word's own styles are English in each language.
fn role(name: &str) -> Option<Role> {
    let level = |prefix: &str| name.strip_prefix(prefix).and_then(|level| level.parse::<u8>().ok());
    match name {
        "normal" => Some(Role::Text),
        "title" => Some(Role::Title),
        "quote" | "intense quote" | "block text" | "quotations" => Some(Role::Quote),
        "toc heading" => Some(Role::Contents),
        _ if name.starts_with("list continue") => Some(Role::Continued),
        _ if level("toc ").is_some() => Some(Role::Contents),
        _ => level("heading ").map(|level| Role::Heading(level.clamp(1, 9))),
    }
}

/// Whether a property is on, if it is there.
#[must_use]
pub fn flag(properties: Node, name: &str) -> Option<bool> {
    child(properties, name).map(|node| attribute(node, "val").is_none_or(is_on))
}

fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "none")
}

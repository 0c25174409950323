//! The numbers of list items, which Word counts and does not write.

use super::super::xml::{attribute, child, value};
use roxmltree::{Document, Node};
use std::collections::{HashMap, HashSet};

/// The lists, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    /// The levels of each abstract list.
    lists: HashMap<String, HashMap<usize, Level>>,
    /// The abstract list of each list, and the numbers that it starts with at some levels.
    instances: HashMap<String, (String, HashMap<usize, u64>)>,
    counted: HashMap<(String, usize), u64>,
    /// The lists and levels that have begun: only then does a level start with the number that its list gives.
    begun: HashSet<(String, usize)>,
}

#[derive(Clone, Debug)]
struct Level {
    format: String,
    start: u64,
    text: String,
}

/// The mark of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its number, or `None` for a bullet.
    pub number: Option<u64>,
    /// The mark as Word shows it: `a)`.
    pub label: String,
}

impl Mark {
    /// Whether readers see the same number in a letter.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let digits = self.label.trim_matches(|char: char| !char.is_alphanumeric());
        self.number.is_none_or(|number| number.to_string() == digits.trim_start_matches('0'))
    }

    /// Whether it is a bullet without a sign.
    #[must_use]
    pub fn is_invisible(&self) -> bool {
        self.number.is_none() && self.label.trim().is_empty()
    }

    /// Whether it has words: `Article 1`.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.label.split(|char: char| !char.is_alphabetic()).any(|word| word.chars().count() > 3 && !is_roman(word))
    }
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|char| "ivxlcdmIVXLCDM".contains(char))
}

impl Numbering {
    /// Reads the definitions.
    #[must_use]
    pub fn read(document: &Document) -> Numbering {
        let root = document.root_element();
        let mut numbering = Numbering::default();
        let named = |name: &'static str| root.children().filter(move |node| node.tag_name().name() == name);
        let mut linked: Vec<(String, String)> = Vec::new();
        let mut by_style: HashMap<String, String> = HashMap::new();
        for node in named("abstractNum") {
            let Some(id) = attribute(node, "abstractNumId").map(str::to_string) else { continue };
            linked.extend(value(node, "numStyleLink").map(|style| (id.clone(), style.to_string())));
            by_style.extend(value(node, "styleLink").map(|style| (style.to_string(), id.clone())));
            numbering.lists.insert(id, levels(node));
        }
        for (id, style) in linked {
            let levels = by_style.get(&style).and_then(|id| numbering.lists.get(id)).cloned();
            numbering.lists.extend(levels.map(|levels| (id, levels)));
        }
        for node in named("num") {
            let (Some(id), Some(list)) = (attribute(node, "numId"), value(node, "abstractNumId")) else { continue };
            let mut starts = HashMap::new();
            let mut list = list.to_string();
            for change in node.children().filter(|node| node.tag_name().name() == "lvlOverride") {
                let Some(level) = attribute(change, "ilvl").and_then(|level| level.parse().ok()) else { continue };
                starts.extend(value(change, "startOverride").and_then(|start| Some((level, start.parse().ok()?))));
                if let Some(own) = child(change, "lvl") {
                    let mut levels = numbering.lists.get(&list).cloned().unwrap_or_default();
                    levels.insert(level, Level::read(own));
                    list = format!("{list} of {id}");
                    numbering.lists.insert(list.clone(), levels);
                }
            }
            numbering.instances.insert(id.to_string(), (list, starts));
        }
        numbering
    }

    /// Counts an item of that list and level. `None` if its paragraphs have no mark.
    pub fn next(&mut self, id: &str, level: usize) -> Option<Mark> {
        let (list, starts) = self.instances.get(id)?.clone();
        if let (true, Some(start)) = (self.begun.insert((id.to_string(), level)), starts.get(&level)) {
            self.counted.insert((list.clone(), level), start.saturating_sub(1));
        }
        let levels = self.lists.get(&list)?;
        let own = levels.get(&level)?.clone();
        let count = self.counted.get(&(list.clone(), level)).map_or(own.start, |count| count.saturating_add(1));
        self.counted.insert((list.clone(), level), count);
        for deeper in level + 1..9 {
            self.counted.remove(&(list.clone(), deeper));
        }
        let mut label = own.text.clone();
        for (of, other) in levels.iter().filter(|(of, _)| **of <= level) {
            let count = self.counted.get(&(list.clone(), *of)).copied().unwrap_or(other.start);
            label = label.replace(&format!("%{}", of + 1), &written(&other.format, count));
        }
        match own.format.as_str() {
            "none" if label.trim().is_empty() => None,
            "bullet" => Some(Mark { number: None, label }),
            _ => Some(Mark { number: Some(count), label }),
        }
    }
}

fn levels(node: Node) -> HashMap<usize, Level> {
    let levels = node.children().filter(|node| node.tag_name().name() == "lvl");
    levels.filter_map(|node| Some((attribute(node, "ilvl")?.parse().ok()?, Level::read(node)))).collect()
}

impl Level {
    fn read(node: Node) -> Level {
        let text = |name| value(node, name).unwrap_or_default().to_string();
        let start = value(node, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
        Level { format: text("numFmt"), start, text: text("lvlText") }
    }
}

/// A number in that format.
fn written(format: &str, number: u64) -> String {
    let letter = |first: u8| {
        let (times, at) =
            ((number.saturating_sub(1) / 26) + 1, u8::try_from(number.saturating_sub(1) % 26).unwrap_or_default());
        char::from(first + at).to_string().repeat(usize::try_from(times.min(9)).unwrap_or(1))
    };
    match format {
        "lowerLetter" => letter(b'a'),
        "upperLetter" => letter(b'A'),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        _ => number.to_string(),
    }
}

fn roman(mut number: u64) -> String {
    const SIGNS: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 4000 {
        return number.to_string();
    }
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while number >= worth {
            text.push_str(sign);
            number -= worth;
        }
    }
    text
}

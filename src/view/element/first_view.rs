//! Prints elements as the tree of a first view (natively): see `docs/reference.md`.

use super::{Attribute, Child, Element};
use serde_json::{Map, Value, json};

/// The most names of a list in a first view. The engine adds the others.
const NAMES: usize = 40;

/// The attribute that names the part of the letter to which an element belongs: the builder reads it, and leaves the
/// element out if the page does not show that part.
const SHOW: &str = "show";

/// Attributes that the builder sets on each link, whatever the file says.
const OF_LINKS: [&str; 2] = ["rel", "referrerpolicy"];

impl Element {
    /// The element in its current state, for a first view: tag, attributes, then children. A string is a text. A page can
    /// have several letters, so no element has an id.
    #[must_use]
    pub fn first_view(self) -> Value {
        self.print(true)
    }

    /// The same with ids and links within, for what stands in a shadow root of its own.
    #[must_use]
    pub fn tree(self) -> Value {
        self.print(false)
    }

    fn print(self, in_first_view: bool) -> Value {
        let Element { tag, attributes, children, belongs_to, .. } = self;
        let mut named = Map::new();
        if let Some(part) = belongs_to {
            named.insert(SHOW.into(), part.as_str().into());
        }
        // A link within the letter needs the engine: until then, it is its text.
        let is_within = |one: &Attribute| matches!(one, Attribute::Fixed("href", to) if to.starts_with('#'));
        let is_left_out = in_first_view && attributes.iter().any(is_within);
        let attributes = if is_left_out { Vec::new() } else { attributes };
        for attribute in attributes {
            let (name, value) = match attribute {
                Attribute::Fixed(name, value) => (name, value),
                Attribute::Live(name, mut value) => (name, value()),
                Attribute::On(..) => continue,
            };
            if !(in_first_view && name == "id") && (tag != "a" || !OF_LINKS.contains(&name)) {
                named.insert(name.into(), value.into());
            }
        }
        let mut tree = vec![json!(tag), Value::Object(named)];
        for child in children {
            match child {
                Child::Element(element) => tree.push(element.print(in_first_view)),
                Child::Text(text) => tree.push(text.into()),
                Child::Live(mut text) => tree.push(text().into()),
                Child::List(list) => {
                    let mut count = 0;
                    let is_first = |item: &Element| {
                        count += usize::from(item.is_name());
                        count <= NAMES
                    };
                    let first = list.items().into_iter().take_while(is_first);
                    tree.extend(first.map(|item| item.print(in_first_view)));
                }
            }
        }
        Value::Array(tree)
    }

    /// Whether it is a name; else it is a heading among them.
    fn is_name(&self) -> bool {
        self.attributes.iter().any(|attribute| matches!(attribute, Attribute::Fixed("part", _)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::element;
    use crate::model::Part;
    use serde_json::json;

    #[test]
    fn a_tree_is_tag_attributes_and_children() {
        let link = element("a").attr("href", "https://a.example/").attr("rel", "noopener").text("b");
        let tree = element("p").part("date").belonging_to(Part::Date).text("x < y").child(link).tree();
        let expected =
            json!(["p", {"show": "date", "part": "date"}, "x < y", ["a", {"href": "https://a.example/"}, "b"]]);
        assert_eq!(tree, expected);
    }

    #[test]
    fn a_first_view_has_neither_ids_nor_links_within() {
        let notes = || element("div").child(element("a").attr("href", "#note").text("1")).attr("id", "notes");
        assert_eq!(notes().first_view(), json!(["div", {}, ["a", {}, "1"]]));
        assert_eq!(notes().tree(), json!(["div", {"id": "notes"}, ["a", {"href": "#note"}, "1"]]));
    }
}

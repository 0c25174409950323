//! Links and stress without text, which the model drops silently: readers never see them.

use crate::check::note::Note;
use crate::model::{Json, Node};

/// Finds them in the body of a document.
#[must_use]
pub fn check(document: &Json) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(body) = Node::root(document).get("body") {
        within(&body, &mut notes);
    }
    notes
}

fn within(node: &Node, notes: &mut Vec<Note>) {
    for item in node.items() {
        within(&item, notes);
    }
    // The words of other objects are for readers that don't know those.
    let is_link = node.get("footnote").is_none() && node.get("item").is_none();
    for (key, what) in [("strong", "stress"), ("em", "stress"), ("text", "a link")] {
        if key == "text" && !is_link {
            continue;
        }
        if node.get(key).is_some_and(|inner| is_empty(inner.json)) {
            let message = format!("has {what} without words, which is dropped: write its words, or leave it out");
            notes.push(Note::warning(node.path_of(key), "empty", message));
        }
    }
    for key in ["heading", "quote", "list", "item", "strong", "em", "text"] {
        if let Some(inner) = node.get(key).filter(|_| key != "text" || is_link) {
            within(&inner, notes);
        }
    }
}

fn is_empty(json: &Json) -> bool {
    match json {
        Json::Text(text) => text.is_empty(),
        Json::List(items) => items.iter().all(is_empty),
        _ => false,
    }
}

//! What Chromium reports of a letter to assistive technology, in lines for people to review: role, name, level, state.

use super::state::{self, PLAIN, State};
use crate::answer::Answer;
use crate::chromium;
use crate::page::{Page, SMALL, small_letter};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write;

/// Roles without meaning; their content is listed.
const SILENT: [&str; 4] = ["generic", "none", "RootWebArea", "LabelText"];
/// Roles whose content is their name.
const NAMED: [&str; 7] = ["heading", "link", "button", "image", "progressbar", "searchbox", "combobox"];
/// How many characters of a text are enough to recognise it.
const ENOUGH: usize = 70;

/// A line of the tree, or a text in it.
struct Line {
    depth: usize,
    text: String,
    is_text: bool,
}

/// The accessibility tree of the page.
async fn tree(page: &Page) -> String {
    let answer = chromium::command(page, "Accessibility.getFullAXTree", json!({})).await;
    let nodes: HashMap<&str, &Value> =
        answer["nodes"].as_array().unwrap().iter().map(|node| (node["nodeId"].as_str().unwrap(), node)).collect();
    let root = nodes.values().find(|node| node["parentId"].is_null()).unwrap();
    let mut lines = Vec::new();
    add(root, 0, &nodes, &mut lines);
    written(&lines)
}

fn add(node: &Value, depth: usize, nodes: &HashMap<&str, &Value>, lines: &mut Vec<Line>) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let mut inner = depth;
    match role {
        "InlineTextBox" | "LineBreak" => return,
        _ if node["ignored"] == true || SILENT.contains(&role) => {}
        "StaticText" | "ListMarker" => return add_text(name, depth, lines),
        _ => {
            lines.push(Line { depth, text: line(role, name, node), is_text: false });
            inner += 1;
        }
    }
    if inner == depth || !NAMED.contains(&role) {
        for child in node["childIds"].as_array().into_iter().flatten().filter_map(|id| nodes.get(id.as_str()?)) {
            add(child, inner, nodes, lines);
        }
    }
}

/// A text continues in its line; a space alone is no line.
fn add_text(text: &str, depth: usize, lines: &mut Vec<Line>) {
    match lines.last_mut() {
        Some(last) if last.is_text && last.depth == depth => last.text.push_str(text),
        _ if text.trim().is_empty() => {}
        _ => lines.push(Line { depth, text: text.to_string(), is_text: true }),
    }
}

fn line(role: &str, name: &str, node: &Value) -> String {
    let property = |wanted: &str| {
        let properties = node["properties"].as_array().into_iter().flatten();
        properties.filter(|property| property["name"] == wanted).map(|property| &property["value"]["value"]).next()
    };
    let mut line = role.to_string();
    if let Some(level) = property("level").filter(|_| role == "heading") {
        write!(line, " {level}").unwrap();
    }
    if !name.is_empty() {
        write!(line, " “{}”", beginning(name)).unwrap();
    }
    if let Some(value) = node["value"].get("value").filter(|value| **value != "") {
        write!(line, " = {}", value.as_str().map_or_else(|| value.to_string(), str::to_string)).unwrap();
    }
    if let Some(why) = node["description"]["value"].as_str().filter(|why| !why.is_empty()) {
        write!(line, " ({})", beginning(why)).unwrap();
    }
    for state in ["pressed", "expanded", "disabled"] {
        if property(state).is_some_and(|value| *value == true || value == "true") {
            write!(line, ", {state}").unwrap();
        }
    }
    if let Some(live) = property("live").and_then(Value::as_str) {
        write!(line, ", {live}").unwrap();
    }
    line
}

/// A line each; a text goes to the line of its parent, if it is the only child.
fn written(lines: &[Line]) -> String {
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        let is_alone = line.is_text
            && at > 0
            && lines[at - 1].depth + 1 == line.depth
            && lines.get(at + 1).is_none_or(|next| next.depth < line.depth);
        match (line.is_text, is_alone) {
            (_, true) => write!(text, ": {}", beginning(line.text.trim())).unwrap(),
            (true, _) => write!(text, "\n{:1$}{2}", "", 2 * line.depth, beginning(line.text.trim())).unwrap(),
            _ => write!(text, "\n{:1$}{2}", "", 2 * line.depth, line.text).unwrap(),
        }
    }
    text.trim_start().to_string()
}

fn beginning(text: &str) -> String {
    let beginning: String = text.chars().take(ENOUGH).collect();
    if beginning.len() == text.len() { beginning } else { beginning + "…" }
}

async fn is_as_reviewed(page: &Page, name: &str) {
    let tree = tree(page).await;
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, tree));
}

pub async fn of_the_whole_letter(page: Page) {
    state::open(&page, State::Whole, &[PLAIN]).await;
    is_as_reviewed(&page, "whole").await;
}

pub async fn of_a_letter_from_right_to_left(page: Page) {
    state::open(&page, State::RightToLeft, &[PLAIN]).await;
    is_as_reviewed(&page, "right-to-left").await;
}

pub async fn of_a_letter_that_was_delivered(page: Page) {
    state::open(&page, State::Delivered, &[PLAIN]).await;
    is_as_reviewed(&page, "delivered").await;
}

pub async fn of_a_badge(page: Page) {
    state::open(&page, State::Badge, &[PLAIN]).await;
    is_as_reviewed(&page, "badge").await;
}

pub async fn of_notices(page: Page) {
    let gate = state::open(&page, State::Loading, &[PLAIN]).await;
    is_as_reviewed(&page, "loading").await;
    drop(gate);
    state::open(&page, State::Failed, &[PLAIN]).await;
    is_as_reviewed(&page, "failed").await;
}

pub async fn of_a_long_roll_and_what_was_found_in_it(page: Page) {
    let mut letter = small_letter();
    let kind = |number| if number % 9 == 0 { "organisation" } else { "person" };
    let rows = (1..=45).map(|number| json!({ "name": format!("Name {number}"), "kind": kind(number) }));
    letter["signatories"] = rows.collect();
    letter["signatures"] = json!({ "count": 45 });
    page.files.answer(SMALL, Answer::json(&letter));
    page.open_body(&format!("<open-letter src=\"{{files}}{SMALL}\" show=roll></open-letter>")).await;
    page.until("canFind()").await;
    page.run("part('find').value = 'name 4'; part('find').dispatchEvent(new InputEvent('input', { bubbles: true }))")
        .await;
    page.until("text(root().querySelector('.status-text')).includes('found')").await;
    is_as_reviewed(&page, "found").await;
}

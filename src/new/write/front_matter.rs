//! The front matter of a letter whose text was written elsewhere: the starter's explanations, with what was recognised
//! in place of its examples, and the other keys as comments.

use crate::new::recognise::{Addressees, Recognised, Taken};

/// Lines of a file.
pub struct Lines(pub Vec<String>);

/// Fills the starter's front matter.
#[must_use]
pub fn fill(starter: &str, today: &str, found: &Recognised) -> Lines {
    let mut lines = Vec::new();
    let front = starter.trim_start_matches("---\n").split("\n---\n").next().unwrap_or_default();
    lines.push("---".to_string());
    let mut source = front.lines().peekable();
    while let Some(line) = source.next() {
        let Some(key) = key(line) else {
            lines.push(line.replace("DATE", today));
            continue;
        };
        // The lines of its value, and explanations among them.
        let mut example = vec![line.to_string()];
        while let Some(line) = source.next_if(|line| line.starts_with("  ") || line.starts_with("#  ")) {
            example.push(line.to_string());
        }
        match value(key, found) {
            Some(Taken::Plain(value)) => lines.extend(value),
            Some(Taken::Suggested(value)) => lines.extend(value.iter().map(|line| format!("#{line}"))),
            None => lines.extend(example.iter().map(|line| {
                let line = line.replace("DATE", today);
                if line.starts_with('#') { line } else { format!("#{line}") }
            })),
        }
    }
    lines.push("---".to_string());
    Lines(lines)
}

/// The key that a line gives at the left margin.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(':')?;
    (!key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(key)
}

/// The lines for a key.
fn value(key: &str, found: &Recognised) -> Option<Taken<Vec<String>>> {
    let line =
        |taken: &Option<Taken<String>>| Some(taken.as_ref()?.map(|text| vec![format!("{key}: {}", quoted(text))]));
    match key {
        "lang" => Some(Taken::Plain(vec![format!("lang: {}", found.lang)])),
        "title" => line(&found.title),
        "date" => Some(found.date.as_ref()?.map(|date| vec![format!("date: {date}")])),
        "salutation" => line(&found.salutation),
        "closing" => line(&found.closing),
        "addressees" => Some(found.addressees.as_ref()?.map(addressees)),
        _ => None,
    }
}

fn addressees(found: &Addressees) -> Vec<String> {
    let mut lines = vec!["addressees:".to_string()];
    let mut indent = "  ";
    if let Some(heading) = &found.heading {
        lines.push(format!("  - heading: {}", quoted(heading)));
        lines.push("    members:".to_string());
        indent = "      ";
    }
    for (name, office) in &found.members {
        lines.push(format!("{indent}- name: {}", quoted(name)));
        lines.extend(office.as_ref().map(|office| format!("{indent}  office: {}", quoted(office))));
    }
    lines
}

/// A text in quotation marks, as YAML has them.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

impl Lines {
    /// The line of the file with that key, also if it is a comment.
    #[must_use]
    pub fn of(&self, key: &str) -> usize {
        let is =
            |line: &String| line.trim_start_matches('#').strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
        1 + self.0.iter().position(is).unwrap_or_default()
    }
}

//! What a writer probably mistyped in front matter that can't be read, and the line to write instead.
//!
//! The parser stops where it is lost, in terms of YAML, and often a line too late. So this looks at that line and at the
//! one before it.

use super::excerpt::beginning;

/// Something that was mistyped.
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// The line, from 1.
    pub line: usize,
    /// What it is, and the remedy.
    pub message: String,
}

/// What keeps a text from being read. The parser has stopped at that line, counted from 1.
#[must_use]
pub fn slip(yaml: &str, at: usize) -> Slip {
    let lines: Vec<&str> = yaml.lines().take(at).collect();
    let is_written = |line: &&&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let own = lines.get(at.saturating_sub(1)).filter(is_written);
    let before = lines.iter().enumerate().take(at.saturating_sub(1)).rfind(|(_, line)| is_written(line));
    let before = before.map(|(index, line)| (index + 1, *line));
    let found = own.and_then(|line| mistyped(line)).map(|message| (at, message));
    let found = found.or_else(|| before.and_then(|(line, text)| Some((line, mistyped(text)?))));
    let found = found.or_else(|| own.zip(before).and_then(|(own, (_, before))| Some((at, shifted(own, before)?))));
    let (line, message) = found.unwrap_or_else(|| {
        let nearest = own.map(|line| (at, *line)).or(before);
        nearest.map_or_else(|| (at, unknown(None)), |(line, text)| (line, unknown(Some(text))))
    });
    Slip { line, message: format!("can't be read{message}") }
}

fn unknown(line: Option<&str>) -> String {
    let place = line.map_or(String::new(), |line| format!(" at “{}”", beginning(line)));
    format!(
        "{place}: indent with spaces alone, and put a text that begins with a mark or has a colon in it in quotation marks"
    )
}

/// What is wrong with a line by itself.
fn mistyped(line: &str) -> Option<String> {
    let indent = &line[..line.len() - line.trim_start().len()];
    let shown = beginning(line);
    if indent.contains('\t') {
        return Some(format!(" at “{shown}”, because it begins with a tab: begin it with spaces"));
    }
    let mut text = line.trim();
    while let Some(item) = text.strip_prefix("- ") {
        text = item.trim_start();
    }
    let (key, value) = match text.split_once(':') {
        Some((key, value)) if is_key(key) && (value.is_empty() || value.starts_with(' ')) => (key, value.trim()),
        Some((key, value)) if is_key(key) && !value.starts_with('/') => {
            return Some(format!(", because no space follows the colon: write {key}: {}", beginning(value)));
        }
        _ => return in_item(text, line),
    };
    of_value(value).map(|fault| match fault {
        Fault::Plain(fault) => fault,
        Fault::Quote(fault) => format!("{fault}: write {key}: {}", quoted(value)),
    })
}

/// What is wrong with a line that has no key.
fn in_item(text: &str, line: &str) -> Option<String> {
    if let Some((key, value)) = text.split_once('=').filter(|(key, _)| is_key(key.trim())) {
        return Some(format!(", because it has = in place of the colon: write {}: {}", key.trim(), beginning(value)));
    }
    if text.len() < line.trim().len() {
        return of_value(text).map(|fault| match fault {
            Fault::Plain(fault) => fault,
            Fault::Quote(fault) => format!("{fault}: write - {}", quoted(text)),
        });
    }
    // What is not indented has to be a key.
    let is_loose = !line.starts_with(' ') && !text.is_empty() && !text.contains(": ") && !text.ends_with(':');
    is_loose.then(|| {
        let shown = beginning(text);
        format!(
            ", because “{shown}” has no key: begin it with two spaces if it goes on from the line before, or with # if it is a remark"
        )
    })
}

/// What is wrong with a value.
enum Fault {
    Plain(String),
    /// Quotation marks around it are the remedy.
    Quote(String),
}

fn of_value(value: &str) -> Option<Fault> {
    let first = value.chars().next()?;
    let shown = beginning(value);
    let begins = || Some(Fault::Quote(format!(", because the text begins with {first}")));
    match first {
        '"' | '\'' => {
            let rest = &value[1..];
            match rest.rfind(first) {
                None => Some(Fault::Plain(format!(
                    ", because the quotation mark of {shown} is not closed: write {first} at the end of the text too"
                ))),
                Some(end) if end + 1 < rest.trim_end().len() && !rest[end + 1..].trim_start().starts_with('#') => {
                    begins()
                }
                Some(_) => None,
            }
        }
        '[' | '{' => {
            let close = if first == '[' { ']' } else { '}' };
            if !value.contains(close) {
                return Some(Fault::Plain(format!(
                    ", because {first} is not closed in {shown}: write {close} at its end"
                )));
            }
            if !value.ends_with(close) {
                return begins();
            }
            let is_empty = value.split(',').skip(1).any(|part| part.trim().is_empty());
            is_empty.then(|| {
                Fault::Plain(format!(", because {shown} has nothing between two commas: leave one of them out"))
            })
        }
        '*' | '&' | '!' | '%' | '@' | '`' | ',' | ']' | '}' => begins(),
        _ if value.contains(": ") || value.ends_with(':') => {
            Some(Fault::Quote(", because the text has a colon in it".to_string()))
        }
        _ => None,
    }
}

/// The text in quotation marks. Those of a word processor are no marks of YAML, so they go.
fn quoted(value: &str) -> String {
    let text = beginning(value.trim_matches(['“', '”', '„']));
    let mark = if text.contains('"') { '\'' } else { '"' };
    format!("{mark}{text}{mark}")
}

/// Lines of one list, or keys of one object, that do not begin at the same place.
fn shifted(own: &str, before: &str) -> Option<String> {
    let place = |line: &str| line.len() - line.trim_start().len();
    (place(own) != place(before)).then(|| {
        format!(
            " at “{}”, because it does not begin where the lines like it do: begin lines of one list at the same place, with spaces",
            beginning(own)
        )
    })
}

fn is_key(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|char| char.is_ascii_alphanumeric() || char == '-' || char == '_')
}

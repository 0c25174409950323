//! Reads values from JSON, and collects problems without stopping.

use super::json::{Json, Node};
use super::limits::{PROBLEMS, TEXT_BYTES, TURNS};
use super::link::{Link, Resolve};
use super::problem::Problem;
use super::text;

/// The state of reading a document.
pub struct Reader<'r> {
    /// The first problems found so far.
    problems: Vec<Problem>,
    /// The number of all problems.
    found: usize,
    /// How much more of the current section may be read.
    room: Room,
    resolve: Resolve<'r>,
}

/// How much more may be read.
#[derive(Clone, Copy)]
struct Room {
    parts: usize,
    /// 0 once any other limit is reached.
    bytes: usize,
    turns: usize,
}

impl Room {
    fn new(parts: usize) -> Room {
        Room { parts, bytes: TEXT_BYTES, turns: TURNS }
    }

    /// Counts a text.
    fn take(&mut self, text: &str) {
        self.bytes = self.bytes.saturating_sub(text.len());
        self.turns = self.turns.saturating_sub(text::turns(text));
        if self.turns == 0 {
            self.bytes = 0;
        }
    }
}

impl<'r> Reader<'r> {
    /// A reader that resolves links with `resolve`.
    #[must_use]
    pub fn new(resolve: Resolve<'r>) -> Self {
        Reader { problems: Vec::new(), found: 0, room: Room::new(usize::MAX), resolve }
    }

    /// Reads a section of the document, with a limit on its parts. Also returns whether the section was cut; only its
    /// end is ever cut off.
    pub fn section<T>(&mut self, parts: usize, read: impl FnOnce(&mut Self) -> T) -> (T, bool) {
        let around = std::mem::replace(&mut self.room, Room::new(parts));
        let read = read(self);
        let within = std::mem::replace(&mut self.room, around);
        (read, within.bytes == 0)
    }

    /// Counts a part of the section. Once the limit is reached, the rest of the section is left out.
    pub fn part(&mut self) -> bool {
        match self.room.parts.checked_sub(1) {
            Some(left) if self.room.bytes > 0 => self.room.parts = left,
            _ => self.room.bytes = 0,
        }
        self.room.bytes > 0
    }

    /// Notes a problem of the value itself.
    pub fn problem(&mut self, node: &Node, fault: impl Into<String>, remedy: &'static str) {
        self.note(|| node.path(), fault, remedy);
    }

    /// Notes a problem of a missing member.
    pub fn problem_at(&mut self, node: &Node, key: &str, fault: &str, remedy: &'static str) {
        self.note(|| node.path_of(key), fault, remedy);
    }

    /// Notes a problem at a path. A document may have millions: the first are kept, the others only counted.
    pub fn note(&mut self, path: impl FnOnce() -> String, fault: impl Into<String>, remedy: &'static str) {
        self.found += 1;
        // The letter's author has the command for remedies. In the widget they would be 1 kB for every reader.
        let remedy =
            if cfg!(target_arch = "wasm32") { "`open-letter check` says what to write instead" } else { remedy };
        if self.found <= PROBLEMS {
            self.problems.push(Problem { path: path(), fault: fault.into(), remedy });
        }
    }

    /// The number of problems found so far.
    #[must_use]
    pub fn found(&self) -> usize {
        self.found
    }

    /// The first problems found, and the number of the others.
    #[must_use]
    pub fn take_problems(&mut self) -> Vec<Problem> {
        let mut problems = std::mem::take(&mut self.problems);
        if let more @ 1.. = self.found - problems.len() {
            let fault = ["has ", &more.to_string(), " more faults"].concat();
            problems.push(Problem { path: String::new(), fault, remedy: "fix those listed first" });
        }
        problems
    }

    /// Notes that the value is not of the kind `wanted`.
    pub fn wrong_kind(&mut self, node: &Node, wanted: &str, remedy: &'static str) {
        let found = node.json.kind();
        self.problem(node, ["is ", found, ", not ", wanted].concat(), remedy);
    }

    /// The value as a text: exactly as written, but without forbidden characters.
    pub fn text(&mut self, node: &Node, remedy: &'static str) -> Option<String> {
        self.string(node, remedy, text::is_control, "contains control characters")
    }

    /// The value as a line, such as a name: also without characters that change the direction of the text around it.
    pub fn line(&mut self, node: &Node, remedy: &'static str) -> Option<String> {
        let refused = |char| text::is_control(char) || text::is_line_break(char) || text::is_bidi_control(char);
        self.string(node, remedy, refused, "contains control characters or bidirectional overrides")
    }

    fn string(
        &mut self,
        node: &Node,
        remedy: &'static str,
        refused: impl Fn(char) -> bool + Copy,
        fault: &str,
    ) -> Option<String> {
        let Json::Text(text) = node.json else {
            self.wrong_kind(node, "a string", remedy);
            return None;
        };
        self.room.take(text);
        if self.room.bytes == 0 {
            self.problem(node, "does not fit into a letter any more, and is left out", "write less");
            return None;
        }
        if !text.contains(refused) {
            return Some(text.clone());
        }
        let (fault, remedy) = if cfg!(target_arch = "wasm32") { (fault, "") } else { refusal(text, refused, fault) };
        self.problem(node, fault, remedy);
        Some(text::without(text, refused))
    }

    /// The line of a member; `None` if it is absent or empty.
    pub fn optional_line(&mut self, node: &Node, key: &str, remedy: &'static str) -> Option<String> {
        let line = self.line(&node.get(key)?, remedy)?;
        (!line.trim().is_empty()).then_some(line)
    }

    /// The text of a member; `None` if it is absent or empty.
    pub fn optional_text(&mut self, node: &Node, key: &str, remedy: &'static str) -> Option<String> {
        let text = self.text(&node.get(key)?, remedy)?;
        (!text.trim().is_empty()).then_some(text)
    }

    /// The line of a required member.
    pub fn required_line(&mut self, node: &Node, key: &str, remedy: &'static str) -> Option<String> {
        let Some(value) = node.get(key) else {
            self.problem_at(node, key, "is missing", remedy);
            return None;
        };
        let line = self.line(&value, remedy)?;
        if line.trim().is_empty() {
            self.problem(&value, "is empty", remedy);
            return None;
        }
        Some(line)
    }

    /// The `true` or `false` of a member; `None` if it is absent.
    pub fn flag(&mut self, node: &Node, key: &str) -> Option<bool> {
        let value = node.get(key)?;
        if let Json::Bool(flag) = value.json {
            return Some(*flag);
        }
        self.wrong_kind(&value, "a boolean", "write true or false, without quotation marks");
        None
    }

    /// The whole number of a member, from 0 to 2^53 - 1, where JSON numbers are exact (RFC 8259, section 6).
    pub fn whole(&mut self, node: &Node, key: &str) -> Option<u64> {
        self.whole_of(&node.get(key)?)
    }

    /// The value as a whole number in that range.
    pub fn whole_of(&mut self, value: &Node) -> Option<u64> {
        let fault = match value.json {
            Json::Number(number) => match whole(*number) {
                Some(number) => return Some(number),
                None if *number < 0.0 => "is negative",
                None if number.fract() == 0.0 => "is too large to be exact",
                None => "is not a whole number",
            },
            other => &["is ", other.kind(), ", not a number"].concat(),
        };
        self.problem(value, fault, "write a whole number from 0, without quotation marks or separators");
        None
    }

    /// The link of a member, resolved; a link that fails the check is noted and left out.
    pub fn link(&mut self, node: &Node, key: &str) -> Option<Link> {
        const REMEDY: &str = "give a URL that begins with https:, http: or mailto:, or one relative to the letter";
        let value = node.get(key)?;
        let text = self.line(&value, REMEDY)?;
        if text.trim().is_empty() {
            return None;
        }
        match Link::of(&text, self.resolve) {
            Ok(link) => Some(link),
            Err(fault) => {
                self.problem(&value, fault, REMEDY);
                None
            }
        }
    }

    /// The list of a member; `read` reads each item, and items that it refuses are left out.
    pub fn list<T>(
        &mut self,
        node: &Node,
        key: &str,
        remedy: &'static str,
        read: impl FnMut(&Node, &mut Self) -> Option<T>,
    ) -> Vec<T> {
        node.get(key).map_or_else(Vec::new, |value| self.items(&value, remedy, read))
    }

    /// The items of a list; `read` reads each, and items that it refuses are left out.
    pub fn items<T>(
        &mut self,
        node: &Node,
        remedy: &'static str,
        mut read: impl FnMut(&Node, &mut Self) -> Option<T>,
    ) -> Vec<T> {
        if !matches!(node.json, Json::List(_)) {
            self.wrong_kind(node, "a list", remedy);
        }
        let mut items = Vec::new();
        for item in node.items() {
            if !self.part() {
                break;
            }
            items.extend(read(&item, self));
        }
        items
    }
}

/// The fault of a text with refused characters, and the remedy. Not compiled for readers.
fn refusal<'f>(text: &str, refused: impl Fn(char) -> bool, fault: &'f str) -> (&'f str, &'static str) {
    match text.chars().find(|char| refused(*char)) {
        Some('\t') => ("has a tab in it", "leave it out, or write a space"),
        Some(char) if text::is_line_break(char) => ("has a line break in it", "write it in one line"),
        _ => (fault, "remove them"),
    }
}

/// The number as an integer, if it is exact and not negative.
pub(super) fn whole(number: f64) -> Option<u64> {
    const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;
    let exact = (0.0..=MAX_SAFE_INTEGER).contains(&number) && number.fract() == 0.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was just checked")]
    exact.then_some(number as u64)
}

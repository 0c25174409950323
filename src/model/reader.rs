//! Reads values out of JSON, notes each problem, and goes on.

use super::json::{Json, Node};
use super::link::{self, Link};
use super::problem::Problem;
use super::text;

/// Resolves a URL reference against the address of the document that is read; `None` if it is no URL.
pub type Resolve<'r> = &'r dyn Fn(&str) -> Option<String>;

/// What reading a document needs and what it finds.
pub struct Reader<'r> {
    /// The problems found so far.
    pub problems: Vec<Problem>,
    resolve: Resolve<'r>,
}

impl<'r> Reader<'r> {
    /// A reader that resolves links by `resolve`.
    #[must_use]
    pub fn new(resolve: Resolve<'r>) -> Self {
        Reader { problems: Vec::new(), resolve }
    }

    /// Notes a fault of the value itself.
    pub fn problem(&mut self, node: &Node, fault: impl Into<String>, remedy: &'static str) {
        self.problems.push(Problem { path: node.path(), fault: fault.into(), remedy });
    }

    /// Notes a fault of a member that is not there.
    pub fn problem_at(&mut self, node: &Node, key: &str, fault: &str, remedy: &'static str) {
        self.problems.push(Problem { path: node.path_of(key), fault: fault.into(), remedy });
    }

    /// Notes that the value is of another kind than `wanted`.
    pub fn wrong_kind(&mut self, node: &Node, wanted: &str, remedy: &'static str) {
        let found = node.json.kind();
        self.problem(node, ["is ", found, ", not ", wanted].concat(), remedy);
    }

    /// The value as a text: its words exactly, without characters that no text may hold.
    pub fn text(&mut self, node: &Node, remedy: &'static str) -> Option<String> {
        self.string(node, remedy, text::is_control, "contains control characters")
    }

    /// The value as a line, such as a name: also without what would turn the direction of the text around it.
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
        if !text.contains(refused) {
            return Some(text.clone());
        }
        self.problem(node, fault, "remove them");
        Some(text::without(text, refused))
    }

    /// A member's line; an empty one is as good as absent.
    pub fn optional_line(&mut self, node: &Node, key: &str, remedy: &'static str) -> Option<String> {
        let line = self.line(&node.get(key)?, remedy)?;
        (!line.trim().is_empty()).then_some(line)
    }

    /// A member's text; an empty one is as good as absent.
    pub fn optional_text(&mut self, node: &Node, key: &str, remedy: &'static str) -> Option<String> {
        let text = self.text(&node.get(key)?, remedy)?;
        (!text.trim().is_empty()).then_some(text)
    }

    /// A member's line, which must be there.
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

    /// A member's `true` or `false`; `None` where absent.
    pub fn flag(&mut self, node: &Node, key: &str) -> Option<bool> {
        let value = node.get(key)?;
        if let Json::Bool(flag) = value.json {
            return Some(*flag);
        }
        self.wrong_kind(&value, "a boolean", "write true or false, without quotation marks");
        None
    }

    /// A member's whole number from 0 to 2^53 - 1, as far as JSON numbers are exact (RFC 8259, section 6).
    pub fn whole(&mut self, node: &Node, key: &str) -> Option<u64> {
        self.whole_of(&node.get(key)?)
    }

    /// The value as such a number.
    pub fn whole_of(&mut self, value: &Node) -> Option<u64> {
        let fault = match value.json {
            Json::Number(number) => match whole(*number) {
                Some(number) => return Some(number),
                None if *number < 0.0 => "is negative",
                None if number.fract() == 0.0 => "is too large to be exact",
                None => "is no whole number",
            },
            other => &["is ", other.kind(), ", not a number"].concat(),
        };
        self.problem(value, fault, "write a whole number from 0, without quotation marks or separators");
        None
    }

    /// A member's link, resolved; one that may not be followed is dropped and noted.
    pub fn link(&mut self, node: &Node, key: &str) -> Option<Link> {
        const REMEDY: &str = "give a URL that begins with https:, http: or mailto:, or one relative to the letter";
        let value = node.get(key)?;
        let text = self.line(&value, REMEDY)?;
        if text.trim().is_empty() {
            return None;
        }
        match link::scheme(&text) {
            Some(scheme) if !link::is_allowed(&scheme) => {
                self.problem(&value, ["is a ", &scheme, ": link, which is dropped"].concat(), REMEDY);
                None
            }
            _ => {
                let resolved = (self.resolve)(text.trim());
                if resolved.is_none() {
                    self.problem(&value, "is no URL", REMEDY);
                }
                resolved.map(Link::new)
            }
        }
    }

    /// A member's list, each item read by `read`, those that it refuses left out.
    pub fn list<T>(
        &mut self,
        node: &Node,
        key: &str,
        remedy: &'static str,
        read: impl FnMut(&Node, &mut Self) -> Option<T>,
    ) -> Vec<T> {
        node.get(key).map_or_else(Vec::new, |value| self.items(&value, remedy, read))
    }

    /// The items of a list, each read by `read`, those that it refuses left out.
    pub fn items<T>(
        &mut self,
        node: &Node,
        remedy: &'static str,
        mut read: impl FnMut(&Node, &mut Self) -> Option<T>,
    ) -> Vec<T> {
        if !matches!(node.json, Json::List(_)) {
            self.wrong_kind(node, "a list", remedy);
        }
        node.items().filter_map(|item| read(&item, self)).collect()
    }
}

/// The number as a whole one, if it is exact and not negative.
pub(super) fn whole(number: f64) -> Option<u64> {
    const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;
    let exact = (0.0..=MAX_SAFE_INTEGER).contains(&number) && number.fract() == 0.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was just checked")]
    exact.then_some(number as u64)
}

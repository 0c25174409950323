//! What a letter has no place for, with its place in the words of the text: nothing is lost silently.

use crate::source::excerpt::beginning;

/// One loss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What it is: `a table of 3 rows`.
    pub what: String,
    /// Its place: `after “We ask the city”`.
    pub place: String,
    /// Its words, which the letter doesn't have.
    pub words: Vec<String>,
}

/// The losses of a text, in its order.
#[derive(Debug, Default)]
pub struct Losses {
    list: Vec<Loss>,
    /// How many of them concern the whole text. They come first.
    overall: usize,
    /// How many of them have their place.
    placed: usize,
    /// The last words before.
    last: String,
}

impl Losses {
    /// Notes a loss within the paragraph that is read.
    pub fn add(&mut self, what: impl Into<String>, words: Vec<String>) {
        self.list.push(Loss { what: what.into(), place: String::new(), words });
    }

    /// Notes a loss between paragraphs.
    pub fn add_between(&mut self, what: impl Into<String>, words: Vec<String>) {
        self.add(what, words);
        self.end("");
    }

    /// Notes a loss that concerns the whole text.
    pub fn add_overall(&mut self, what: impl Into<String>, words: Vec<String>) {
        let loss = Loss { what: what.into(), place: String::new(), words };
        self.list.insert(self.overall, loss);
        (self.overall, self.placed) = (self.overall + 1, self.placed + 1);
    }

    /// Notes tracked changes and comments, of which the text has what was accepted last.
    pub fn of_changes(&mut self, inserted: usize, deleted: usize, comments: usize) {
        let number = |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
        if inserted > 0 {
            let what = number(inserted, "tracked insertion");
            self.add_overall(format!("the marks of {what}: the inserted words are kept"), vec![]);
        }
        if deleted > 0 {
            self.add_overall(format!("the words of {}", number(deleted, "tracked deletion")), vec![]);
        }
        if comments > 0 {
            self.add_overall(number(comments, "comment"), vec![]);
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Loss> {
        self.list.iter()
    }

    /// Ends a paragraph with these words, which are the place of what was noted in it.
    pub fn end(&mut self, words: &str) {
        let words = beginning(words);
        let place = match (words.is_empty(), self.last.is_empty()) {
            (false, _) => format!("in “{words}”"),
            (true, false) => format!("after “{}”", self.last),
            (true, true) => "at the beginning".to_string(),
        };
        for loss in &mut self.list[self.placed..] {
            loss.place.clone_from(&place);
        }
        self.placed = self.list.len();
        if !words.is_empty() {
            self.last = words;
        }
    }

    /// The losses, one line for each kind and one for each text: `a table of 2 rows after “We ask”: Bridge | 3`.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut told: Vec<&str> = Vec::new();
        for loss in &self.list {
            let place = if loss.place.is_empty() { String::new() } else { format!(" {}", loss.place) };
            if !loss.words.is_empty() {
                lines.push(format!("{}{place}: {}", loss.what, loss.words.join("\n")));
            } else if !told.contains(&loss.what.as_str()) {
                told.push(&loss.what);
                let more =
                    self.list.iter().filter(|other| other.what == loss.what && other.words.is_empty()).count() - 1;
                let more = match more {
                    0 => String::new(),
                    more => format!(", and in {more} more {}", if more == 1 { "place" } else { "places" }),
                };
                lines.push(format!("{}{place}{more}", loss.what));
            }
        }
        lines
    }
}

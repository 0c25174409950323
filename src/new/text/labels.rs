//! The labels of notes that are typed: `[1]`, `¹`, `(1)`.

/// The form of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `[1]`
    Square,
    /// `[^1]`, or `[^1]:` before the note.
    Caret,
    /// `¹`
    Raised,
    /// `(1)`
    Round,
    /// `[a]`, with which Google Docs writes comments into a text.
    Letter,
}

/// All of them.
pub const FORMS: [Form; 5] = [Form::Letter, Form::Square, Form::Caret, Form::Raised, Form::Round];

/// The most digits of a label.
const MOST: usize = 3;

/// The label at the beginning of a text: its number, and its length in bytes.
#[must_use]
pub fn at_head(text: &str, form: Form) -> Option<(u32, usize)> {
    let bracketed = |open: &str, close: &str| {
        let inner = text.strip_prefix(open)?;
        let digits = inner.bytes().take(MOST + 1).take_while(u8::is_ascii_digit).count();
        let is_label = (1..=MOST).contains(&digits) && inner[digits..].starts_with(close);
        let number = inner[..digits].parse().ok().filter(|_| is_label)?;
        Some((number, open.len() + digits + close.len()))
    };
    match form {
        Form::Square => bracketed("[", "]"),
        Form::Caret => bracketed("[^", "]"),
        Form::Round => bracketed("(", ")"),
        Form::Raised => {
            const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
            let digit = |char: char| RAISED.chars().position(|sign| sign == char);
            let digits: Vec<usize> = text.chars().take(MOST + 1).map_while(digit).collect();
            let number =
                digits.iter().fold(0u32, |number, digit| number * 10 + u32::try_from(*digit).unwrap_or_default());
            let length = text.chars().take(digits.len()).map(char::len_utf8).sum();
            (1..=MOST).contains(&digits.len()).then_some((number, length))
        }
        Form::Letter => {
            let mut chars = text.strip_prefix('[')?.chars();
            let letter = chars.next().filter(char::is_ascii_lowercase)?;
            (chars.next() == Some(']')).then(|| (u32::from(letter) - u32::from('a') + 1, 3))
        }
    }
}

/// The labels within a text: their places and numbers. A raised number after a sign may be a power.
#[must_use]
pub fn within(text: &str, form: Form) -> Vec<(std::ops::Range<usize>, u32)> {
    let mut found = Vec::new();
    let mut end = 0;
    for (at, _) in text.char_indices() {
        if at < end {
            continue;
        }
        if let Some((number, length)) = at_head(&text[at..], form) {
            found.push((at..at + length, number));
            end = at + length;
        }
    }
    found
}

/// Which labels a text without marks may use.
#[derive(Debug, Default)]
pub struct Labels {
    has_round: bool,
}

impl Labels {
    /// Looks for them in the lines of a text: round brackets at the head of a line are a list's, unless the text refers
    /// to them.
    #[must_use]
    pub fn of(lines: &[&str]) -> Labels {
        let refers = |line: &&str| within(line.trim(), Form::Round).iter().any(|(range, _)| range.start > 0);
        Labels { has_round: lines.iter().any(refers) }
    }

    /// Whether a line begins with one.
    #[must_use]
    pub fn begins(&self, line: &str) -> bool {
        let line = line.trim_start();
        FORMS
            .iter()
            .filter(|form| **form != Form::Round || self.has_round)
            .any(|form| at_head(line, *form).is_some_and(|(_, length)| !line[length..].trim().is_empty()))
    }
}

//! Marks that people type at the start of a line as if for a list item, and that Markdown doesn't recognise.

/// The kind of mark at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sign that word processors insert: `•`.
    Bullet,
    /// A dash: `– `, or `-` right before a word.
    Dash,
    /// A number or a letter: `a)`, `(1)`, `1.First`.
    Number,
}

/// The mark of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark<'l> {
    /// Its kind.
    pub kind: Kind,
    /// The mark itself.
    pub text: &'l str,
    /// Whether a tab follows it, as in a list copied from a word processor.
    pub tab: bool,
}

/// Signs that word processors insert before list items.
pub const BULLETS: [char; 20] =
    ['•', '▪', '◦', '‣', '●', '■', '○', '➢', '➤', '\u{F0B7}', '\u{F0A7}', '·', '∙', '⁃', '✓', '✔', '➔', '►', '▶', '・'];

/// The mark at the start of a line, unless it is Markdown's own.
#[must_use]
pub fn mark(line: &str) -> Option<Mark<'_>> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    let after = &line[first.len_utf8()..];
    let is_apart = after.starts_with(char::is_whitespace);
    let begins_word = after.starts_with(char::is_alphabetic);
    let one = |kind| Some(made(kind, line, first.len_utf8()));
    match first {
        _ if BULLETS.contains(&first) && (is_apart || begins_word) => one(Kind::Bullet),
        // The second level of a word processor's list: its sign came from a font that is lost.
        'o' | '§' if after.starts_with('\t') => one(Kind::Bullet),
        '–' | '—' | '―' | '−' if is_apart => one(Kind::Dash),
        '-' | '*' if begins_word => one(Kind::Dash),
        '①'..='⑳' => one(Kind::Number),
        _ => number(line).map(|length| made(Kind::Number, line, length)),
    }
}

fn made(kind: Kind, line: &str, length: usize) -> Mark<'_> {
    Mark { kind, text: &line[..length], tab: line[length..].starts_with('\t') }
}

/// The length of a number or letter, including what follows it.
fn number(line: &str) -> Option<usize> {
    let open = line.chars().next().filter(|char| matches!(char, '(' | '[' | '（')).map_or(0, char::len_utf8);
    let rest = &line[open..];
    let end = rest.find(|char: char| !char.is_alphanumeric()).unwrap_or(rest.len());
    let (token, after) = rest.split_at(end);
    let letters = token.chars().count();
    let is_digits = (1..=3).contains(&letters) && token.chars().all(char::is_numeric);
    let is_roman = (1..=4).contains(&letters) && token.chars().all(|char| "ivxIVX".contains(char));
    let is_letter = letters == 1 && token.chars().all(char::is_alphabetic);
    let is_counted = letters > 0 && token.chars().all(|char| "一二三四五六七八九十".contains(char));
    if !(is_digits || is_roman || is_letter || is_counted) {
        return None;
    }
    let close = after.chars().next()?;
    let behind = &after[close.len_utf8()..];
    let is_apart = behind.starts_with(char::is_whitespace);
    let fits = match close {
        ')' | ']' | '）' => is_apart || behind.starts_with(char::is_alphabetic),
        '、' => is_counted || is_digits,
        _ if open > 0 => false,
        '/' | '°' | 'º' | '-' | '–' => is_digits && is_apart,
        // With a space after it, a number is Markdown's own.
        '.' => {
            is_digits && behind.starts_with(char::is_alphabetic)
                || token.starts_with(|char: char| char.is_ascii_lowercase()) && is_apart
        }
        _ => false,
    };
    fits.then_some(open + end + close.len_utf8())
}

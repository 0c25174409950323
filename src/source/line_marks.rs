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
    /// A letter that may be the initial of a name: `A. First`. Only [`any_mark`] finds it.
    Letter,
    /// An arrow, a star, a picture: `→`. Only [`any_mark`] finds it.
    Sign,
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

/// The mark at the start of a line, also one that stands elsewhere too: two such lines make a list, one does not.
#[must_use]
pub fn any_mark(line: &str) -> Option<Mark<'_>> {
    mark(line).or_else(|| {
        let line = line.trim_start();
        let (kind, length) = sign(line).or_else(|| other_number(line)).or_else(|| letter(line))?;
        Some(made(kind, line, length))
    })
}

/// Whether two marks of letters begin an alphabet.
#[must_use]
pub fn are_first_letters(one: &str, other: &str) -> bool {
    const FIRST: [(&str, &str); 19] = [
        ("a", "b"),
        ("i", "ii"),
        ("α", "β"),
        ("а", "б"),
        ("ա", "բ"),
        ("א", "ב"),
        ("أ", "ب"),
        ("ا", "ب"),
        ("الف", "ب"),
        ("가", "나"),
        ("ア", "イ"),
        ("あ", "い"),
        ("イ", "ロ"),
        ("い", "ろ"),
        ("甲", "乙"),
        ("ა", "ბ"),
        ("क", "ख"),
        ("ক", "খ"),
        ("ก", "ข"),
    ];
    let bare = |mark: &str| mark.trim_end_matches(|char: char| !char.is_alphanumeric()).to_lowercase();
    let (one, other) = (bare(one), bare(other));
    FIRST.contains(&(one.as_str(), other.as_str()))
}

/// The form of a character that a selector chooses: `✔️`.
const SELECTOR: char = '\u{FE0F}';

/// A sign or picture, or a number in a circle or on a key.
fn sign(line: &str) -> Option<(Kind, usize)> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let rest = rest.strip_prefix(SELECTOR).unwrap_or(rest);
    if let Some(rest) = rest.strip_prefix('\u{20E3}').filter(|_| first.is_ascii_digit()) {
        return Some((Kind::Number, line.len() - rest.len()));
    }
    let kind = match first {
        '\u{2460}'..='\u{24FF}' | '❶'..='➓' | '㈠'..='㈩' | '㉑'..='㉟' | '㊀'..='㊉' | '㋐'..='㋾' => {
            Kind::Number
        }
        '←'..='⇿' | '■'..='➿' | '⟰'..='⟿' | '⤀'..='⥿' | '⬀'..='⯿' | '※' | '\u{1F000}'..='\u{1FAFF}' => {
            Kind::Sign
        }
        _ => return None,
    };
    let is_mark = kind == Kind::Number || rest.starts_with(|char: char| char.is_whitespace() || char.is_alphabetic());
    is_mark.then_some((kind, line.len() - rest.len()))
}

/// A number as Markdown does not have it: `١. `, `１．`, `#1 `, `1: `, `1.- `, `一. `.
fn other_number(line: &str) -> Option<(Kind, usize)> {
    let sign = line.chars().next().filter(|char| matches!(char, '#' | '№')).map_or(0, char::len_utf8);
    let number = if sign == '№'.len_utf8() { line[sign..].trim_start() } else { &line[sign..] };
    let token = token(number);
    let is_counted = !token.is_empty() && token.chars().all(|char| "一二三四五六七八九十".contains(char));
    let is_digits = token.chars().all(char::is_numeric);
    if token.is_empty() || token.chars().count() > 3 || !(is_counted || is_digits) {
        return None;
    }
    let rest = &number[token.len()..];
    let is_own = token.is_ascii();
    let close = if sign > 0 { [".", ":", ")", ""].as_slice() } else { &[".-", ".–", "．", ":", "："] };
    let close = close.iter().copied().chain((!is_own).then_some(".")).find(|close| rest.starts_with(*close))?;
    let after = &rest[close.len()..];
    let is_apart = after.starts_with(char::is_whitespace) || close == "．" && after.starts_with(char::is_alphabetic);
    is_apart.then(|| (Kind::Number, line.len() - after.len()))
}

/// A letter or a Roman number: `A. `, `II. `, `أ- `.
fn letter(line: &str) -> Option<(Kind, usize)> {
    let token = token(line);
    let letters = token.chars().count();
    let is_roman = (1..=4).contains(&letters) && token.chars().all(|char| "IVX".contains(char));
    let is_one = letters == 1 && token.chars().all(char::is_alphabetic);
    let rest = &line[token.len()..];
    let close = [".", "．", ":", "：", "、", "-", "–", " -", " –"].into_iter().find(|close| rest.starts_with(close))?;
    let after = &rest[close.len()..];
    let is_apart = after.starts_with(char::is_whitespace) || matches!(close, "．" | "、");
    ((is_one || is_roman || token == "الف") && is_apart).then(|| (Kind::Letter, line.len() - after.len()))
}

/// The letters and digits at the start of a line.
fn token(line: &str) -> &str {
    &line[..line.find(|char: char| !char.is_alphanumeric()).unwrap_or(line.len())]
}

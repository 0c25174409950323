//! Signs of wikis, forums, note-taking and typesetting, which no letter reads.

/// Pairs of signs around words: `==vital==`, `++new++`, `'''vital'''`, `[b]vital[/b]`.
pub fn pairs(line: &str) -> Vec<&str> {
    let mut found: Vec<&str> = ["==", "++", "'''"].into_iter().flat_map(|sign| between(line, sign)).collect();
    found.extend(tags(line));
    found.sort_by_key(|sign| sign.as_ptr().addr());
    found
}

fn between<'l>(line: &'l str, sign: &str) -> Vec<&'l str> {
    let mut found = Vec::new();
    let mut end = 0;
    let mut word = Word::default();
    for (at, _) in line.match_indices(sign) {
        let is_address = word.is_address_at(line, at);
        let begin = at + sign.len();
        let Some(length) = line[begin..].find(sign).filter(|_| at >= end) else { continue };
        let inner = &line[begin..begin + length];
        let after = &line[begin + length + sign.len()..];
        // C++ and ==== are no signs around words.
        let is_open = !line[..at].ends_with(|char: char| char == '\\' || is_word(char)) && !is_address;
        let is_around = inner.trim() == inner && inner.contains(char::is_alphanumeric) && !after.starts_with(is_word);
        if is_open && is_around {
            end = begin + length + sign.len();
            found.push(&line[at..end]);
        }
    }
    found
}

/// A letter or digit of a script that has spaces between words.
fn is_word(char: char) -> bool {
    char.is_alphanumeric() && !crate::source::wide::is_east_asian(char)
}

/// The word before a place in a line. Places are asked for in their order, and nothing is read twice.
#[derive(Default)]
struct Word {
    read: usize,
    is_address: bool,
}

impl Word {
    fn is_address_at(&mut self, line: &str, at: usize) -> bool {
        let mut words = line[self.read..at].rsplit(char::is_whitespace);
        let last = words.next().unwrap_or_default();
        let is_same = words.next().is_none();
        self.read = at;
        self.is_address = self.is_address && is_same || last.contains("://") || last.contains("www.");
        self.is_address
    }
}

/// Tags of forums: `[b]vital[/b]`, `[url=https://a.org]the report[/url]`.
fn tags(line: &str) -> Vec<&str> {
    const NAMES: [&str; 12] = ["b", "i", "u", "s", "url", "quote", "size", "color", "center", "img", "list", "code"];
    let tag = |name: &str| {
        let end = format!("[/{name}]");
        let (begin, _) = line.match_indices('[').find(|(at, _)| {
            let rest = &line[at + 1..];
            let is_name = rest.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name));
            is_name && rest[name.len()..].starts_with([']', '=']) && !line[..*at].ends_with('\\')
        })?;
        let length = line[begin..].to_ascii_lowercase().find(&end)?;
        Some(&line[begin..begin + length + end.len()])
    };
    NAMES.iter().filter_map(|name| tag(name)).collect()
}

/// Formulas of typesetting: `$x^2$`. A price has none of the signs of a formula.
pub fn formulas(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut end = 0;
    for (at, _) in line.match_indices('$') {
        let begin = at + line[at..].len() - line[at..].trim_start_matches('$').len();
        let Some(length) = line[begin..].find('$').filter(|length| at >= end && *length > 0) else { continue };
        let inner = &line[begin..begin + length];
        let after = line[begin + length..].trim_start_matches('$');
        let is_formula = inner.trim() == inner && inner.contains(['^', '_', '\\', '{']);
        if is_formula
            && !line[..at].ends_with(|char: char| char == '\\' || is_word(char))
            && !after.starts_with(is_word)
        {
            end = line.len() - after.len();
            found.push(&line[at..end]);
        }
    }
    found
}

/// Commands to the program that makes pages: `[TOC]`, `\newpage`, `{#part}`, `{{name}}`, `:::note`.
pub fn commands(line: &str) -> Vec<&str> {
    const WHOLE: [&str; 8] = ["[toc]", "[[toc]]", "[[_toc_]]", "@[toc]", "{:toc}", "${toc}", "__toc__", "{{toc}}"];
    const TYPESET: [&str; 6] =
        ["\\newpage", "\\pagebreak", "\\clearpage", "\\tableofcontents", "\\maketitle", "\\vspace"];
    let whole = line.trim();
    let is_box = whole.starts_with(":::");
    let is_typeset = TYPESET.iter().any(|command| whole.starts_with(command));
    if WHOLE.contains(&whole.to_lowercase().as_str()) || is_box || is_typeset {
        return vec![whole];
    }
    line.match_indices('{').filter_map(|(at, _)| braces(line, at)).collect()
}

/// `{#part}`, `{.wide}`, `{{name}}`
fn braces(line: &str, at: usize) -> Option<&str> {
    let rest = &line[at..];
    // A name has no brace in it.
    let begin = if rest.starts_with("{{") { 2 } else { 1 };
    let end = begin + rest[begin..].find(['{', '}'])?;
    if rest[end..].starts_with('{') {
        return None;
    }
    let inner = &rest[1..end];
    let is_name = |name: &str| {
        name.starts_with(char::is_alphabetic)
            && name.chars().all(|char| char.is_alphanumeric() || "_-. ".contains(char))
    };
    let is_mark = inner.strip_prefix(['#', '.']).is_some_and(is_name);
    let is_field = rest[end + 1..].starts_with('}') && inner.strip_prefix('{').is_some_and(|name| is_name(name.trim()));
    let end = if is_field { end + 2 } else { end + 1 };
    ((is_mark || is_field) && !line[..at].ends_with(['\\', '{'])).then(|| &rest[..end])
}

/// Names of pictures: `:smile:`.
pub fn pictures(line: &str) -> Vec<&str> {
    let is_one = |word: &&str| {
        let name = word.strip_prefix(':').and_then(|rest| rest.strip_suffix(':'));
        name.is_some_and(|name| {
            name.len() > 2
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
                && name.starts_with(|char: char| char.is_ascii_lowercase())
        })
    };
    line.split_whitespace().map(|word| word.trim_end_matches(['.', ',', '!', '?', ')'])).filter(is_one).collect()
}

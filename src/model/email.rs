//! E-mail addresses in public texts.
//!
//! Signatories give an address to identify themselves, not to receive mail from strangers. So each way by which a text
//! reaches a published file checks it here, and nowhere else.

/// The first e-mail address in a text, as written: `kim@example.org`, also with spaces (`kim @ example.org`), with
/// other forms of its marks (`kim＠example.org`, `kim%40example.org`), with a slip (`kim@ example.org`), or spelled out (`kim (at) example (dot) org`, `kim
/// at example dot org`).
///
/// The domain of an address has a dot. A handle is no address (`@kim`, `@kim@social.example`), nor is a name such as
/// *Women@Work* or a file name (`logo@2x.png`).
#[must_use]
pub fn email_in(text: &str) -> Option<&str> {
    text.char_indices().find_map(|(at, char)| match char {
        '@' | '＠' | '﹫' => around(text, at, at + char.len_utf8(), Dots::Any),
        '%' | '&' => coded(&text[at..]).and_then(|length| around(text, at, at + length, Dots::Any)),
        '(' | '[' | '{' | '<' | '（' => {
            if let Some(length) = bracketed(&text[at..], AT) {
                return around(text, at, at + length, Dots::Any);
            }
            // Between two words, `(a)` is an ending: *amig(a)s*.
            let end = at + bracketed(&text[at..], A)?;
            let is_tight =
                text[..at].ends_with(char::is_alphanumeric) && text[end..].starts_with(char::is_alphanumeric);
            is_tight.then(|| around(text, at, end, Dots::Short)).flatten()
        }
        ' ' => {
            let length = word(&text[at..], "at")?;
            around(text, at, at + length, Dots::Spelled)
        }
        _ => None,
    })
}

/// The text without its e-mail addresses and the brackets around them; `None` if no word is left, or if it has more
/// addresses than any name.
#[must_use]
pub fn without_emails(text: &str) -> Option<String> {
    /// The most addresses that are removed from one text.
    const MOST: usize = 20;
    let mut rest = without_tags(text);
    for _ in 0..MOST {
        let Some(address) = email_in(&rest) else { break };
        let start = address.as_ptr().addr() - rest.as_ptr().addr();
        let before = without_label(rest[..start].trim_end_matches("mailto:").trim_end_matches(is_enclosing));
        let after = rest[start + address.len()..].trim_start_matches(is_enclosing);
        rest = [before, after].join(" ");
    }
    let rest = rest.trim_matches(is_enclosing);
    (email_in(rest).is_none() && rest.contains(char::is_alphabetic)).then(|| rest.to_string())
}

/// The text with three dots in place of each e-mail address; empty if it has more of them than any message.
#[must_use]
pub fn masked(text: &str) -> String {
    /// The most addresses in one message: a cell is in it three times.
    const MOST: usize = 60;
    let mut rest = text.to_string();
    for _ in 0..MOST {
        let Some(address) = email_in(&rest) else { return rest };
        let start = address.as_ptr().addr() - rest.as_ptr().addr();
        let end = start + address.len();
        rest.replace_range(start..end, "…");
    }
    String::new()
}

/// The text without its HTML tags. An address in angle brackets is none.
fn without_tags(text: &str) -> String {
    let (mut rest, mut plain) = (text, String::new());
    while let Some((before, after)) = rest.split_once('<') {
        let Some((tag, next)) = after.split_once('>') else { break };
        let is_tag = tag.starts_with(|char: char| char.is_ascii_alphabetic() || char == '/')
            && (email_in(tag).is_none() || tag.contains('='));
        plain.push_str(before);
        if !is_tag {
            plain.push('<');
            rest = after;
            continue;
        }
        rest = next;
    }
    plain.push_str(rest);
    plain
}

/// The text without the word that announces an address at its end: *Society (e-mail:*.
fn without_label(text: &str) -> &str {
    const LABELS: [&str; 6] = ["e-mail", "email", "mail", "courriel", "correo", "contact"];
    for label in LABELS {
        let at = text.len().saturating_sub(label.len());
        let (Some(before), Some(end)) = (text.get(..at), text.get(at..)) else { continue };
        if end.eq_ignore_ascii_case(label) && (before.is_empty() || before.ends_with(is_enclosing)) {
            return before.trim_end_matches(is_enclosing);
        }
    }
    text
}

fn is_enclosing(char: char) -> bool {
    char.is_whitespace() || "<>()[]{}（）\"'“”«»,;:|/–—-".contains(char)
}

/// The kind of dots that a domain must have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dots {
    Any,
    /// At least one is spelled out: *at* alone is an ordinary word.
    Spelled,
    /// The last label is short, as those of mail hosts are: what stands between is an ordinary sign.
    Short,
}

/// Words for the at sign, in brackets, as people write it in several languages.
const AT: &[&str] =
    &["at", "@", "ät", "arroba", "arobase", "chez", "chiocciola", "małpa", "собака", "собачка", "apenstaartje"];

/// An at sign that some write in brackets, without spaces: `kim(a)example.org`.
const A: &[&str] = &["a"];

/// Words for the dot.
const DOT: &[&str] = &["dot", ".", "punkt", "point", "punto", "ponto", "kropka", "точка", "punt", "nokta"];

/// The address around the at sign in that range. Spaces must be on both sides or on neither.
fn around(text: &str, start: usize, end: usize, dots: Dots) -> Option<&str> {
    let (before, after) = (&text[..start], &text[end..]);
    let (tight, local) = (before.trim_end().len() == before.len(), before.trim_end());
    let is_apart = after.starts_with(char::is_whitespace);
    let from = local_part(local)?;
    let is_sign = !text[start..end].contains(['(', '[', '{', '<', '（', ' ']);
    // With a space before it only, it may begin a handle: “write to @kim.example now”.
    let dots = if is_sign && !tight && !is_apart { is_mailbox(&local[from..]).then_some(Dots::Short)? } else { dots };
    let spaces = after.len() - after.trim_start().len();
    let length = domain(after.trim_start(), dots)?;
    Some(&text[from..end + spaces + length])
}

/// Where the local part begins, before the at sign.
fn local_part(before: &str) -> Option<usize> {
    if let Some(quoted) = before.strip_suffix('"') {
        return quoted.rfind('"').filter(|start| start + 1 < quoted.len());
    }
    let is_local = |char: char| char.is_alphanumeric() || "._%+-'’!#$*=?^`{|}~".contains(char);
    let run = before.trim_end_matches(is_local);
    let word = before[run.len()..].trim_start_matches(|char: char| !char.is_alphanumeric());
    // What follows an at sign is a handle.
    let is_handle = run.ends_with(['@', '＠', '﹫']);
    (before.ends_with(|char: char| char.is_alphanumeric() || "_-+".contains(char)) && !word.is_empty() && !is_handle)
        .then(|| before.len() - word.len())
}

/// Whether a word before a space and an at sign is a part of an address, and no word before a handle.
fn is_mailbox(word: &str) -> bool {
    /// Words before a handle in a sentence, in several languages.
    const BEFORE_HANDLES: &str = "to at on via by from and or with follow see ask is as the me us also contact twitter \
        bluesky mastodon instagram auf bei von an mit und oder unter als folgt siehe sur et par chez avec ou de en à por con \
        y o e su da di na em com no van bij door aan på av och i og til fra przez od в на у и от по";
    let has_marks = word.contains(|char: char| "._%+-".contains(char) || char.is_ascii_digit());
    let is_word = BEFORE_HANDLES.split_whitespace().any(|before| before == word);
    has_marks || word.chars().all(|char| char.is_ascii_lowercase()) && !is_word
}

/// The length of a domain with a dot in it.
fn domain(text: &str, dots: Dots) -> Option<usize> {
    if let Some(literal) = text.strip_prefix('[') {
        let end = literal.find(']')?;
        let is_address = literal[..end].contains(['.', ':']) && !literal[..end].contains(char::is_whitespace);
        return is_address.then_some(end + 2);
    }
    let (mut at, mut labels, mut spelled) = (0, Vec::new(), false);
    loop {
        let rest = &text[at..];
        let label = &rest[..rest.find(|char: char| !char.is_alphanumeric() && char != '-').unwrap_or(rest.len())];
        if label.is_empty() {
            break;
        }
        labels.push((label, at + label.len()));
        let rest = &rest[label.len()..];
        let Some((length, is_spelled)) = dot(rest) else { break };
        spelled |= is_spelled;
        at += label.len() + length;
    }
    // A file name is no domain, nor is a number: the last label must have letters.
    let is_top = |label: &str| {
        label.chars().count() >= 2 && (label.chars().all(char::is_alphabetic) || label.starts_with("xn--"))
    };
    while labels.last().is_some_and(|(label, _)| !is_top(label)) {
        labels.pop();
    }
    let [(first, _), .., (last, end)] = labels.as_slice() else { return None };
    let is_short = last.chars().count() <= 3;
    let is_scale = |scale: &str| !scale.is_empty() && scale.bytes().all(|byte| byte.is_ascii_digit());
    let is_picture = first.strip_suffix('x').is_some_and(is_scale);
    let fits = match dots {
        Dots::Any => true,
        Dots::Spelled => spelled && is_short,
        Dots::Short => is_short,
    };
    (fits && !is_picture).then_some(*end)
}

/// The length of a dot, and whether it is spelled out.
fn dot(text: &str) -> Option<(usize, bool)> {
    if let Some(char) = text.chars().next().filter(|char| ".．。｡".contains(*char)) {
        return Some((char.len_utf8(), false));
    }
    let spaces = text.len() - text.trim_start().len();
    let spelled = bracketed(&text[spaces..], DOT).map(|length| spaces + length).or_else(|| word(text, "dot"))?;
    Some((spelled + text[spelled..].len() - text[spelled..].trim_start().len(), true))
}

/// The length of an encoded at sign (in an address or in HTML).
fn coded(text: &str) -> Option<usize> {
    let codes = ["%40", "&#64;", "&#x40;", "&commat;"];
    codes.into_iter().find(|code| starts_with(text, code)).map(str::len)
}

/// The length of one of these words with its brackets.
fn bracketed(text: &str, words: &[&str]) -> Option<usize> {
    let inner = &text[text.chars().next().filter(|char| "([{<（".contains(*char))?.len_utf8()..];
    let end = inner.char_indices().take(24).find(|(_, char)| ")]}>）".contains(*char))?;
    let word = inner[..end.0].trim().to_lowercase();
    words.contains(&word.as_str()).then(|| text.len() - inner.len() + end.0 + end.1.len_utf8())
}

/// The length of a word between spaces.
fn word(text: &str, word: &str) -> Option<usize> {
    let rest = text.strip_prefix(' ')?;
    let after = starts_with(rest, word).then(|| &rest[word.len()..])?;
    after.starts_with(' ').then(|| text.len() - after.len())
}

/// Whether the text begins with `beginning` (ASCII), ignoring case.
fn starts_with(text: &str, beginning: &str) -> bool {
    text.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
}

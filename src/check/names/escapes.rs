//! Finds what programs write in place of a character, and readers see: `O\'Brien`, `Bo%20Example`, `Jos\u00e9`.

/// The fault of a text with such a code.
#[must_use]
pub fn fault(text: &str) -> Option<String> {
    if !text.contains(['\\', '%', '\'', '=']) {
        return None;
    }
    let (code, meant) =
        slashed(text).or_else(|| percent(text)).or_else(|| printable(text)).or_else(|| doubled(text))?;
    Some(format!("shows {code}, which a program put there: write {meant}"))
}

/// `\'`, `\"`, `\\`, `\n`, `\u00e9`, `\x27`
fn slashed(text: &str) -> Option<(String, String)> {
    let at = text.find('\\')?;
    let mut first = None;
    let mut meant = text[..at].to_string();
    let mut rest = &text[at..];
    while let Some(after) = rest.strip_prefix('\\') {
        let (char, length) = escaped(after)?;
        first = first.or_else(|| Some(format!("\\{}", &after[..length])));
        meant.push(char);
        rest = &after[length..];
        let next = rest.find('\\').unwrap_or(rest.len());
        meant.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Some((first?, meant))
}

/// The character that is meant after a backslash, and the length of its code.
fn escaped(text: &str) -> Option<(char, usize)> {
    let coded = |digits: usize| {
        let code = u32::from_str_radix(text.get(1..=digits)?, 16).ok()?;
        Some((char::from_u32(code)?, digits + 1))
    };
    match text.chars().next()? {
        mark @ ('\'' | '"' | '’' | '\\' | '/' | '&' | ',' | ';' | '-' | '.' | '(' | ')') => {
            Some((mark, mark.len_utf8()))
        }
        'u' => coded(4),
        'x' => coded(2),
        'n' | 'r' | 't' => {
            let length = if text.starts_with(r"r\n") { 3 } else { 1 };
            // A path or a word has a small letter behind it.
            (!text[length..].starts_with(char::is_lowercase)).then_some((' ', length))
        }
        _ => None,
    }
}

/// `%20`, `%27`, `%C3%A9`
fn percent(text: &str) -> Option<(String, String)> {
    // No program writes a letter or a digit so, and a share may stand before one: 50%50.
    decoded(text, '%', |byte| !byte.is_ascii_alphanumeric())
}

/// Quoted-printable, as in mails: `Ren=C3=A9e`
fn printable(text: &str) -> Option<(String, String)> {
    decoded(text, '=', |byte| !byte.is_ascii())
}

fn decoded(text: &str, mark: char, is_coded: impl Fn(&u8) -> bool) -> Option<(String, String)> {
    let mut bytes: Vec<u8> = Vec::with_capacity(text.len());
    let mut first = None;
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let code = rest.strip_prefix(mark).and_then(|after| after.get(..2));
        // 5 %, 20%er: a code has two digits of which no letter is small.
        let is_code = |code: &&str| code.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte));
        if let Some(byte) = code.filter(is_code).and_then(|code| u8::from_str_radix(code, 16).ok()).filter(&is_coded) {
            first = first.or_else(|| Some(rest[..3].to_string()));
            bytes.push(byte);
            rest = &rest[3..];
        } else {
            bytes.extend(rest[..char.len_utf8()].bytes());
            rest = &rest[char.len_utf8()..];
        }
    }
    let meant = String::from_utf8(bytes).ok()?;
    (!meant.contains(char::is_control)).then_some((first?, meant))
}

/// An apostrophe written twice, as databases do: `O''Brien`.
fn doubled(text: &str) -> Option<(String, String)> {
    let at = text.find("''")?;
    let is_letter = |char: Option<char>| char.is_some_and(char::is_alphabetic);
    let is_within = is_letter(text[..at].chars().next_back()) && is_letter(text[at + 2..].chars().next());
    is_within.then(|| ("''".to_string(), text.replace("''", "'")))
}

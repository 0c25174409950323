//! Finds words that mix scripts as nobody writes them: one of the letters only looks right.

use unicode_script::{Script, UnicodeScript};
use unicode_security::mixed_script::AugmentedScriptSet;

/// The first word whose letters no single writing system contains (Unicode Technical Standard #39, 5.1). Latin letters
/// beside Chinese, Japanese or Korean ones are allowed.
#[must_use]
pub fn fault(words: &str) -> Option<String> {
    let word = words.split(|char: char| !char.is_alphanumeric() && !is_mark(char)).find(|word| is_mixed(word))?;
    let mut scripts: Vec<&str> = Vec::new();
    for script in word.chars().map(|char| char.script()).filter(|script| !is_shared(*script)) {
        if !scripts.contains(&script.full_name()) {
            scripts.push(script.full_name());
        }
    }
    let scripts = scripts.join(" and ");
    Some(format!("mixes {scripts} letters in “{word}”: type the word again in one script"))
}

fn is_mixed(word: &str) -> bool {
    if word.is_ascii() || !AugmentedScriptSet::for_str(word).is_empty() {
        return false;
    }
    let without_latin: String = word.chars().filter(|char| char.script() != Script::Latin).collect();
    let rest = AugmentedScriptSet::for_str(&without_latin);
    !(rest.hanb || rest.jpan || rest.kore)
}

/// Combining marks and joiners, which don't separate words.
fn is_mark(char: char) -> bool {
    char.script() == Script::Inherited || unicode_normalization::char::is_combining_mark(char)
}

fn is_shared(script: Script) -> bool {
    matches!(script, Script::Common | Script::Inherited | Script::Unknown)
}

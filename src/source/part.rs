//! Names the parts of a letter in words: somebody who writes `letter.md` doesn't know `body[3]`, but sees the line.

/// A part of the letter in words, by its path in `letter.json`. Keys of front matter stay as they are: the writer reads
/// them there.
#[must_use]
pub fn in_words(path: &str) -> String {
    let last = path.rsplit(['.', ']']).find(|part| part.starts_with(char::is_alphabetic)).unwrap_or_default();
    let last = last.split('[').next().unwrap_or_default();
    let of = |what: &str| if path.ends_with(']') { what.to_string() } else { format!("the {last} of {what}") };
    if path.starts_with("body[") {
        return match last {
            "link" => "a link",
            "text" => "a link's words",
            "heading" => "a heading",
            "quote" => "a quotation",
            "list" | "item" => "an item of a list",
            "footnote" => "the mark of a footnote",
            "strong" | "em" => "stress",
            _ => "a paragraph",
        }
        .to_string();
    }
    match path.split('[').next().unwrap_or_default() {
        "addressees" if path.contains("].members[") => of("an addressee"),
        "addressees" if path.contains('[') => of("a group of addressees"),
        "groups" if path.contains('[') => of("a group"),
        "updates" if path.contains('[') => of("an update"),
        "sign.form.ask" if path.contains('[') => of("a question in ask"),
        _ => without_numbers(path),
    }
}

fn without_numbers(path: &str) -> String {
    let mut parts = path.split('[');
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |path, part| path + part.split_once(']').map_or(part, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn paths_are_said_in_words() {
        for (path, words) in [
            ("body[103]", "a paragraph"),
            ("body[3].list[0][1].link", "a link"),
            ("addressees", "addressees"),
            ("addressees[0].heading", "the heading of a group of addressees"),
            ("addressees[0].members[2]", "an addressee"),
            ("addressees[0].members[2].name", "the name of an addressee"),
            ("updates[1]", "an update"),
            ("updates[1].text", "the text of an update"),
            ("sign.form.ask[2].field", "the field of a question in ask"),
            ("sign.url", "sign.url"),
            ("translations[1].lang", "translations.lang"),
        ] {
            assert_eq!(in_words(path), words, "{path}");
        }
    }
}

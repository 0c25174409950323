//! HTML that keeps its meaning wherever it is pasted: in Markdown of each kind, in MDX, in templates, and in editors
//! that make paragraphs by themselves.
//!
//! - On one line: a converter takes a block of HTML as it is until its first empty line, and no line break becomes a
//!   `<br>` or a paragraph.
//! - Elements without an end tag end with a slash, as MDX demands.
//! - In texts, characters that Markdown, MDX, shortcodes or templates read are written as references.

/// Elements without an end tag that a letter may have (HTML, 13.1.2).
const VOID: [&str; 3] = ["<br", "<hr", "<img"];

/// Characters of a text that some converter reads: emphasis, code, links, shortcodes, templates, blocks
/// (`@` in Angular), formulas.
const READ_IN_TEXT: &[char] = &['*', '_', '`', '~', '$', '\\', '[', ']', '{', '}', '@'];
/// Characters of an attribute's value that a shortcode or a template starts or ends with.
const READ_IN_TAGS: &[char] = &['[', ']', '{', '}'];

/// The same HTML on one line. Line breaks of a text stay, as `<br/>`.
pub fn one_line(html: &str) -> String {
    let mut line = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        push(&mut line, &text.replace('\n', "\u{0}"), READ_IN_TEXT);
        let (tag, after) = tag.split_at(end_of_tag(tag));
        let inner = tag.strip_suffix('>').unwrap_or(tag);
        push(&mut line, &inner.replace('\n', " "), READ_IN_TAGS);
        let name = inner.split([' ', '>']).next().unwrap_or_default();
        line.push_str(if VOID.contains(&name) { "/>" } else { ">" });
        rest = after;
    }
    push(&mut line, &rest.replace('\n', "\u{0}"), READ_IN_TEXT);
    line.replace('\u{0}', "<br/>")
}

/// The length of the tag at the beginning: attributes may have a `>` in their values.
fn end_of_tag(tag: &str) -> usize {
    let mut in_value = false;
    let end = tag.find(|char| {
        in_value ^= char == '"';
        char == '>' && !in_value
    });
    end.map_or(tag.len(), |end| end + 1)
}

/// Appends the text, with references for these characters.
fn push(line: &mut String, text: &str, read: &[char]) {
    for char in text.chars() {
        if read.contains(&char) {
            line.extend(["&#", &u32::from(char).to_string(), ";"]);
        } else {
            line.push(char);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn what_converters_read_is_written_as_references() {
        let html = "<p title=\"a > [b] _c_\">*x* [y]\n{{z}}<br>&lt;a@b</p>";
        let line = "<p title=\"a > &#91;b&#93; _c_\">&#42;x&#42; &#91;y&#93;<br/>&#123;&#123;z&#125;&#125;<br/>&lt;a&#64;b</p>";
        assert_eq!(one_line(html), line);
    }

    #[test]
    fn elements_without_an_end_tag_end_with_a_slash() {
        assert_eq!(one_line("<img src=\"a\" alt=\"\">b<bdi>c</bdi>"), "<img src=\"a\" alt=\"\"/>b<bdi>c</bdi>");
    }
}

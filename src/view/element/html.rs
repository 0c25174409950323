//! Prints elements as HTML (natively).

use super::{Attribute, Child, Element};

/// Elements without an end tag (HTML, 13.1.2).
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

impl Element {
    /// The element as HTML, in its current state. `wanted` selects attributes by tag, name and value.
    #[must_use]
    pub fn html(self, wanted: &dyn Fn(&str, &str, &str) -> bool) -> String {
        let mut html = String::new();
        self.write(&mut html, wanted);
        html
    }

    fn write(self, html: &mut String, wanted: &dyn Fn(&str, &str, &str) -> bool) {
        let Element { tag, attributes, children, .. } = self;
        html.extend(["<", tag]);
        for attribute in attributes {
            let (name, value) = match attribute {
                Attribute::Fixed(name, value) => (name, value),
                Attribute::Live(name, mut value) => (name, value()),
                Attribute::On(..) => continue,
            };
            if wanted(tag, name, &value) {
                html.extend([" ", name, "=\""]);
                escape(&value, html);
                html.push('"');
            }
        }
        html.push('>');
        for child in children {
            match child {
                Child::Element(element) => element.write(html, wanted),
                Child::Text(text) => escape(&text, html),
                Child::Live(mut text) => escape(&text(), html),
                Child::List(list) => list.items().into_iter().for_each(|item| item.write(html, wanted)),
            }
        }
        if !VOID.contains(&tag) {
            html.extend(["</", tag, ">"]);
        }
    }
}

/// Writes a text or an attribute's value, escaped.
fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::super::element;

    #[test]
    fn attributes_are_kept_as_far_as_they_are_wanted() {
        let line_break = element("br").class("d");
        let paragraph = element("p").class("a").attr("title", "b > \"c\"").child(line_break).text("x < y");
        let html = paragraph.html(&|_, name, _| name == "title");
        assert_eq!(html, "<p title=\"b &gt; &quot;c&quot;\"><br>x &lt; y</p>");
    }

    #[test]
    fn an_empty_text_is_nothing() {
        let empty = element("p").live_text(Box::new(String::new));
        assert_eq!(empty.child(element("em").text(" ")).html(&|_, _, _| true), "<p><em> </em></p>");
    }
}

//! The HTML of the views.

use leptos::prelude::RenderHtml;
use leptos::reactive::owner::Owner;

/// What the view is in HTML, its attributes as far as they are wanted, by tag, name and value.
///
/// What Leptos leaves there for hydration is taken out: the marks between views, and the space that it writes for an
/// empty text, which no `:empty` matches. So is the end of images and fields, which HTML has not.
pub fn html<V: RenderHtml>(view: impl FnOnce() -> V, wanted: impl Fn(&str, &str, &str) -> bool) -> String {
    let rendered =
        Owner::new().with(|| view().to_html()).replace("<!>", "").replace("</img>", "").replace("</input>", "");
    let mut html = String::with_capacity(rendered.len());
    let mut rest = rendered.as_str();
    while let Some((text, tag)) = rest.split_once('<') {
        html.push_str(text);
        let end = end_of_tag(tag);
        let name = write_tag(&tag[..end], &wanted, &mut html);
        rest = &tag[end..];
        // The elements of texts that follow signals. In others a space is one. No paragraph begins with one.
        if matches!(name, "p" | "span" | "bdi") && rest.starts_with("> </") || name == "p" && rest.starts_with("> <") {
            html.push('>');
            rest = &rest[2..];
        }
    }
    html.push_str(rest);
    html
}

/// Where the tag's `>` is, which is none within quotation marks.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    let end = tag.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.unwrap_or(tag.len())
}

/// Writes a tag up to its `>`; its name.
fn write_tag<'t>(tag: &'t str, wanted: &impl Fn(&str, &str, &str) -> bool, html: &mut String) -> &'t str {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    html.push('<');
    html.push_str(name);
    while let Some((attribute, after)) = rest.trim_start().split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        if wanted(name, attribute, value) {
            html.extend([" ", attribute, "=\"", value, "\""]);
        }
        rest = after;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::html;
    use leptos::prelude::*;

    #[test]
    fn attributes_are_kept_as_far_as_they_are_wanted() {
        let view = || view! { <p class="a" title="b > \"c\""><br class="d"/>"x < y"</p> }.into_any();
        assert_eq!(html(view, |_, name, _| name == "title"), "<p title=\"b &gt; &quot;c&quot;\"><br>x &lt; y</p>");
    }

    #[test]
    fn an_empty_text_is_none() {
        let empty = String::new;
        let view = move || view! { <p>{empty()}</p><p>{empty()}<em>" "</em></p> }.into_any();
        assert_eq!(html(view, |_, _, _| true), "<p></p><p><em> </em></p>");
    }
}

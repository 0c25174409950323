//! The remedy for each kind of Markdown that a letter can't represent.

use pulldown_cmark::{CodeBlockKind, Event, Tag};

/// The message about this element. `html` is the first line of a block of HTML.
pub fn message(event: &Event, html: &str) -> String {
    match event {
        Event::Html(html) | Event::InlineHtml(html) => of_html(html),
        Event::Start(Tag::HtmlBlock) => of_html(html),
        Event::Code(code) => format!("has `{code}` as code: leave out the backticks"),
        other => of_markdown(other).to_string(),
    }
}

fn of_markdown(event: &Event) -> &'static str {
    match event {
        Event::Start(Tag::Image { .. }) => {
            "has an image: leave it out, or give one for previews as image: at the top of the file"
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            "has a paragraph indented by four spaces or more, which Markdown takes for code: begin it at the margin"
        }
        Event::Start(Tag::CodeBlock(_)) => {
            "has a code block: write a paragraph, or a quotation with > before each line"
        }
        Event::Start(Tag::Table(_)) => "has a table: write a list, or sentences",
        _ => "has Markdown that a letter has no place for: write paragraphs, headings, quotations or lists",
    }
}

fn of_html(html: &str) -> String {
    let html = html.lines().next().unwrap_or_default().trim();
    format!("has the HTML {html}: write Markdown, or \\< where the sign itself is meant")
}

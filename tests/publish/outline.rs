//! The content of a letter, as lines for people to review and for tests to compare.

use open_letter::model::{Block, Date, Item, Letter, Link, List, Signatory, Span, Spans};

/// How many characters identify a text.
const ENOUGH: usize = 80;

/// The letter in reading order, one line per text.
pub fn outline(letter: &Letter) -> String {
    let signatures = &letter.signatures;
    let mut lines = vec![format!("{}, in {}", letter.title, letter.lang.as_str())];
    lines.extend(field("summary", letter.summary.as_deref()));
    lines.extend(field("date", letter.date.map(Date::to_iso).as_deref()));
    lines.extend(field("url", letter.url.as_ref().map(Link::as_str)));
    lines.push(format!("status: {:?}", letter.status));
    lines.extend(letter.updates.iter().filter_map(|update| field("update", Some(&update.text))));
    for group in &letter.addressees {
        lines.push(format!("to: {}", group.heading.as_deref().unwrap_or("(without a heading)")));
        lines.extend(group.members.iter().map(|one| {
            let parts = [Some(&one.name), one.office.as_ref(), one.organisation.as_ref()];
            format!("  {}", beginning(&joined(&parts)))
        }));
    }
    lines.extend(field("salutation", letter.salutation.as_deref()));
    for block in &letter.body {
        lines.extend(parts(block).iter().map(|(mark, spans)| format!("  {mark}{}", beginning(&marked(spans)))));
    }
    lines.extend(field("closing", letter.closing.as_deref()));
    lines.push(format!("count: {:?}, goal: {:?}", signatures.count, signatures.goal));
    lines.extend(field("sign", letter.sign.as_ref().and_then(|sign| sign.label.as_deref())));
    lines.extend(field("roll", letter.roll.as_ref().map(Link::as_str)));
    lines.push(format!("{} signatories, the first of them:", letter.signatories.len()));
    lines.extend(letter.signatories.iter().take(4).map(signatory));
    lines.extend(letter.translations.iter().map(|one| format!("in {}: {}", one.lang.as_str(), one.src.as_str())));
    lines.join("\n")
}

/// Each block's kind, number of parts, and links: the same in all languages.
pub fn shape(letter: &Letter) -> Vec<String> {
    let shape = |block: &Block| {
        let parts = parts(block);
        let links: Vec<String> = parts.iter().flat_map(|(_, spans)| links(spans)).collect();
        let marks: Vec<&str> = parts.iter().map(|(mark, _)| mark.trim_end()).collect();
        format!("{} with links to [{}]", marks.join(" "), links.join(" "))
    };
    letter.body.iter().map(shape).collect()
}

/// The text with its marks, in Markdown.
pub fn marked(spans: &Spans) -> String {
    let one = |span: &Span| match span {
        Span::Text(text) => text.clone(),
        Span::Strong { strong } => format!("**{}**", marked(strong)),
        Span::Em { em } => format!("*{}*", marked(em)),
        Span::Link { link, text } => format!("[{}]({})", marked(text), link.as_str()),
        Span::Footnote { footnote, .. } => format!("[^{footnote}]"),
    };
    spans.0.iter().map(one).collect()
}

/// The targets of the text's links.
pub fn links(spans: &Spans) -> Vec<String> {
    let one = |span: &Span| match span {
        Span::Text(_) | Span::Footnote { .. } => Vec::new(),
        Span::Strong { strong: spans } | Span::Em { em: spans } => links(spans),
        Span::Link { link, text } => std::iter::once(link.as_str().to_string()).chain(links(text)).collect(),
    };
    spans.0.iter().flat_map(one).collect()
}

/// The texts of a block, each with its mark in Markdown. What is within an item is indented.
fn parts(block: &Block) -> Vec<(String, Spans)> {
    let one = |mark: &str, spans: &Spans| (mark.to_string(), spans.clone());
    match block {
        Block::Heading { heading } => vec![one("## ", heading)],
        Block::Paragraph(spans) => vec![one("", spans)],
        Block::Quote { quote } => quote.iter().map(|spans| one("> ", spans)).collect(),
        Block::List(list) => items(list),
        Block::Rule { .. } => vec![one("---", &Spans::default())],
        Block::Signatories { .. } => vec![one("[signatories]", &Spans::default())],
    }
}

fn items(List { list, ordered, start, footnotes }: &List) -> Vec<(String, Spans)> {
    let mut parts = Vec::new();
    for (item, number) in list.iter().zip(start.unwrap_or(1)..) {
        let mark = match (footnotes, ordered) {
            (true, _) => format!("[^{number}]: "),
            (_, true) => format!("{number}. "),
            _ => "- ".to_string(),
        };
        match item {
            Item::Spans(spans) => parts.push((mark, spans.clone())),
            Item::Blocks { item } => {
                let inner = item.iter().flat_map(self::parts).enumerate();
                let mark = |at| if at == 0 { mark.clone() } else { "   ".to_string() };
                parts.extend(inner.map(|(at, (inner, spans))| (mark(at) + &inner, spans)));
            }
        }
    }
    parts
}

fn signatory(one: &Signatory) -> String {
    let text = joined(&[Some(&one.name), one.role.as_ref(), one.organisation.as_ref(), one.note.as_ref()]);
    format!("  {text} ({})", one.kind.map_or("of no kind", |kind| kind.as_str()))
}

fn joined(parts: &[Option<&String>]) -> String {
    parts.iter().copied().flatten().cloned().collect::<Vec<_>>().join(", ")
}

fn field(name: &str, text: Option<&str>) -> Option<String> {
    text.map(|text| format!("{name}: {}", beginning(text)))
}

/// The first words of a long text, with its length.
fn beginning(text: &str) -> String {
    let length = text.chars().count();
    if length <= ENOUGH {
        return text.to_string();
    }
    let beginning: String = text.chars().take(ENOUGH).collect();
    let words = beginning.rsplit_once(' ').map_or(beginning.as_str(), |(words, _)| words);
    format!("{words} … ({length} characters)")
}

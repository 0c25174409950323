//! Text with emphasis, links and marks of footnotes.

use super::json::{Json, Node};
use super::link::Link;
use super::reader::Reader;

/// How deep spans can be nested; deeper ones are shown as plain text.
pub const MAX_SPAN_DEPTH: usize = 8;

/// A piece of text, plain or marked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema), serde(untagged))]
pub enum Span {
    /// Plain text. White space and typographic marks stay exactly as written.
    Text(String),
    /// Text of strong importance.
    Strong {
        /// The text.
        strong: Spans,
    },
    /// Text with stress emphasis.
    Em {
        /// The text.
        em: Spans,
    },
    /// A link.
    Link {
        /// The address.
        link: Link,
        /// The text of the link.
        text: Spans,
    },
    /// The mark of a footnote.
    Footnote {
        /// The number of the note, from 1.
        footnote: u64,
        /// What is shown where there is no such note: `[1]`.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        text: String,
    },
}

/// Spans in their order. In JSON, a single span may be written without a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(pub Vec<Span>);

impl Spans {
    /// Reads a string, a span, or a list of those.
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<Spans> {
        let mut spans = Vec::new();
        collect(node, reader, 0, &mut spans);
        let blank = spans.iter().all(|span| matches!(span, Span::Text(text) if text.trim().is_empty()));
        (!blank).then_some(Spans(spans))
    }

    /// The text without marks, also those of footnotes.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        self.write_plain(&mut plain);
        plain
    }

    fn write_plain(&self, plain: &mut String) {
        for span in &self.0 {
            match span {
                Span::Text(text) => plain.push_str(text),
                Span::Strong { strong: spans } | Span::Em { em: spans } | Span::Link { text: spans, .. } => {
                    spans.write_plain(plain);
                }
                Span::Footnote { .. } => {}
            }
        }
    }
}

const REMEDY: &str =
    r#"write a text, {"strong": …}, {"em": …}, {"link": …, "text": …}, {"footnote": …}, or a list of those"#;

fn collect(node: &Node, reader: &mut Reader, depth: usize, spans: &mut Vec<Span>) {
    match node.json {
        Json::Text(_) => {
            spans.extend(reader.text(node, REMEDY).filter(|text| !text.is_empty()).map(Span::Text));
        }
        Json::List(_) => {
            for item in node.items() {
                if !reader.part() {
                    break;
                }
                collect(&item, reader, depth, spans);
            }
        }
        Json::Object(_) => {
            if node.get("footnote").is_some() {
                match reader.whole(node, "footnote") {
                    Some(0) => reader.problem_at(node, "footnote", "is 0", "count the notes from 1"),
                    Some(footnote) => {
                        let text = ["[", &footnote.to_string(), "]"].concat();
                        return spans.push(Span::Footnote { footnote, text });
                    }
                    None => {}
                }
            }
            let Some((kind, inner)) = ["strong", "em", "text"].into_iter().find_map(|key| Some((key, node.get(key)?)))
            else {
                return reader.problem(node, "is not a span", REMEDY);
            };
            if depth == MAX_SPAN_DEPTH {
                reader.problem(node, "is nested too deeply", "nest spans at most 8 deep");
            }
            if depth >= MAX_SPAN_DEPTH {
                return collect(&inner, reader, depth + 1, spans);
            }
            let mut within = Vec::new();
            collect(&inner, reader, depth + 1, &mut within);
            // Marks without text are dropped, and nobody can follow a link without words.
            if within.is_empty() {
                return;
            }
            let within = Spans(within);
            match kind {
                "strong" => spans.push(Span::Strong { strong: within }),
                "em" => spans.push(Span::Em { em: within }),
                _ => match reader.link(node, "link") {
                    Some(link) => spans.push(Span::Link { link, text: within }),
                    None => spans.extend(within.0),
                },
            }
        }
        _ => reader.wrong_kind(node, "a span", REMEDY),
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{Span, Spans};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde::{Serialize, Serializer};
    use std::borrow::Cow;

    impl Serialize for Spans {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self.0.as_slice() {
                [span] => span.serialize(serializer),
                spans => spans.serialize(serializer),
            }
        }
    }

    impl JsonSchema for Spans {
        fn schema_name() -> Cow<'static, str> {
            "Spans".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let span = generator.subschema_for::<Span>();
            let spans = generator.subschema_for::<Spans>();
            json_schema!({
                "description": "A text, a span, or a list of those, to a depth of 8",
                "anyOf": [span, { "type": "array", "items": spans }]
            })
        }
    }
}

//! How to sign.

#[cfg(not(target_arch = "wasm32"))]
use super::json::Json;
use super::json::Node;
use super::link::Link;
use super::reader::Reader;

/// How to sign.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct Sign {
    /// The page with the form.
    pub url: Link,
    /// The text of the link; without it, the interface's default.
    pub label: Option<String>,
    /// The form in place of the link, as written. The widget reads it from the document when somebody is about to sign.
    #[cfg(not(target_arch = "wasm32"))]
    #[schemars(with = "Option<super::sign_form::SignForm>")]
    pub form: Option<Json>,
    /// What happens next, in the letter's own words: the form says it to those who have signed. The form's script reads
    /// it from the document.
    #[cfg(not(target_arch = "wasm32"))]
    pub next: Option<String>,
}

impl Sign {
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<Sign> {
        if node.get("url").is_none() {
            reader.problem_at(node, "url", "is missing", "give the URL of the page where one signs");
        }
        let label = reader.optional_line(node, "label", "give the link's words as a text");
        #[cfg(not(target_arch = "wasm32"))]
        let form = node.get("form").map(|form| {
            // Only for its problems.
            super::sign_form::SignForm::read(&form, reader);
            form.json.clone()
        });
        #[cfg(not(target_arch = "wasm32"))]
        let next = reader.optional_text(node, "next", "say in a text what happens after signing");
        Some(Sign {
            url: reader.link(node, "url")?,
            label,
            #[cfg(not(target_arch = "wasm32"))]
            form,
            #[cfg(not(target_arch = "wasm32"))]
            next,
        })
    }
}

//! The kinds of elements.

/// Whether a paragraph ends where the element begins.
#[must_use]
pub fn is_block(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "body"
            | "p"
            | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "aside"
            | "address"
            | "center"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "pre"
            | "figure"
            | "figcaption"
            | "details"
            | "summary"
            | "form"
            | "fieldset"
            | "legend"
            | "hgroup"
            | "dialog"
            | "menu"
            | "tr"
            | "td"
            | "th"
    )
}

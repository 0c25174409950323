//! Margin comments of a page. Word processors write them into the page, and they are no words of the letter.

use scraper::{ElementRef, Html, Selector};

/// The elements of comments: their marks in the text, and their words.
pub struct Comments<'h> {
    parts: Vec<ElementRef<'h>>,
    /// How many there are.
    pub count: usize,
}

/// The words of a comment: in Google Docs, in Word, and in what `LibreOffice` and Pandoc make.
const WORDS: &str = "a[id^='cmnt']:not([id^='cmnt_ref']), .msocomtxt, [style*='mso-element:comment'], \
                     [style*='mso-element: comment'], [class*='annotation_style'], .comment-start";

/// The marks of comments in the text.
const MARKS: &str = "a[id^='cmnt_ref'], a[href^='#cmnt']:not([href^='#cmnt_ref']), a.msocomanchor, a[href^='#_msocom'], \
                     [style*='mso-special-character:comment'], .comment-end, .msocomoff";

impl<'h> Comments<'h> {
    /// Finds them.
    #[must_use]
    pub fn of(html: &'h Html) -> Comments<'h> {
        let select = |selector: &str| -> Vec<ElementRef<'h>> {
            Selector::parse(selector).map(|selector| html.select(&selector).collect()).unwrap_or_default()
        };
        let marks = select(MARKS);
        let words = select(WORDS);
        let boxes: Vec<ElementRef> = words.iter().map(|words| box_of(*words, &marks)).collect();
        let outer = |element: &&ElementRef| element.attr("style").is_none_or(|style| !style.contains("comment-list"));
        let is_inner = |element: &ElementRef| {
            words.iter().any(|other| {
                other != element && element.ancestors().any(|node| node.id() == other.id()) && outer(&other)
            })
        };
        let told = words.iter().filter(outer).filter(|element| !is_inner(element)).count();
        let count = if told > 0 { told } else { marks.iter().filter(|mark| mark.value().name() == "a").count() };
        Comments { parts: [marks, boxes].concat(), count }
    }

    /// Whether the element is a comment, or its mark.
    #[must_use]
    pub fn has(&self, element: ElementRef) -> bool {
        self.parts.contains(&element)
    }

    /// Whether it is within one.
    #[must_use]
    pub fn hold(&self, element: ElementRef) -> bool {
        self.has(element) || element.ancestors().filter_map(ElementRef::wrap).any(|around| self.has(around))
    }
}

/// The element with all paragraphs of a comment. A label alone is not: *[a]* stands at the head of its first paragraph,
/// in a box.
fn box_of<'h>(words: ElementRef<'h>, marks: &[ElementRef]) -> ElementRef<'h> {
    if words.value().name() != "a" {
        return words;
    }
    let around: Vec<ElementRef> = words.ancestors().filter_map(ElementRef::wrap).collect();
    let begins = |element: &ElementRef| {
        element.text().find(|text| !text.trim().is_empty()) == words.text().find(|text| !text.trim().is_empty())
            && element.descendants().filter_map(ElementRef::wrap).all(|inner| !marks.contains(&inner))
    };
    let whole = around.iter().find(|element| element.value().name() == "div").filter(|element| begins(element));
    let paragraph = around.iter().find(|element| matches!(element.value().name(), "p" | "li" | "td" | "dd"));
    whole.or(paragraph).copied().unwrap_or(words)
}

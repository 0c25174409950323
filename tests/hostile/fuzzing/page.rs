//! Checks what a document puts on the page.

use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use open_letter::model::{
    Code, Count, CountSource, Failure, Json, Letter, Problem, RollFile, RollIndex, Settings, State, to_json,
};
use open_letter::view::{Changing, Now, OnMessage, OpenLetter};
use scraper::{Html, Node};
use std::sync::Arc;
use url::Url;

/// The letter's address.
const HOME: &str = "https://letters.example/letters/x/letter.json";
/// Our elements, and the two that the parser adds around a fragment.
const ELEMENTS: &[&str] = &[
    "html",
    "body",
    "article",
    "header",
    "details",
    "div",
    "section",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "strong",
    "summary",
    "em",
    "a",
    "bdi",
    "span",
    "small",
    "sup",
    "hr",
    "q",
    "time",
    "img",
    "button",
    "progress",
    "label",
    "input",
];
/// Our attributes. A name that ends with a hyphen is a prefix.
const ATTRIBUTES: &[&str] = &[
    "id",
    "part",
    "class",
    "lang",
    "dir",
    "translate",
    "readonly",
    "href",
    "rel",
    "referrerpolicy",
    "src",
    "alt",
    "loading",
    "decoding",
    "datetime",
    "type",
    "title",
    "role",
    "start",
    "value",
    "max",
    "data-",
    "aria-",
];
/// The names of our parts.
const PARTS: &[&str] = &[
    "letter",
    "title",
    "summary",
    "date",
    "addressees",
    "addressee-group",
    "addressee",
    "salutation",
    "body",
    "heading",
    "paragraph",
    "quote",
    "list",
    "closing",
    "count",
    "progress",
    "latest",
    "sign",
    "roll",
    "filters",
    "find",
    "signatory",
    "more",
    "share",
    "languages",
    "notice",
    "footnotes",
    "organisation",
    "person",
    "initiator",
    "new",
];

/// What the page shows.
pub enum Shown {
    /// A letter.
    Letter,
    /// A notice that there is no letter.
    Notice,
}

/// Reads and renders a document, and checks the result.
///
/// # Errors
///
/// What must not be there.
pub fn inspect(document: &str) -> Result<Shown, String> {
    let home = Url::parse(HOME).map_err(|error| error.to_string())?;
    let resolve = |reference: &str| home.join(reference).ok().map(String::from);
    let json = Json::parse(document).ok();
    json.iter().try_for_each(|json| as_another(json, &resolve))?;
    let reading = json.and_then(|json| Letter::read(&json, &resolve).ok());
    let shown = if reading.is_some() { Shown::Letter } else { Shown::Notice };
    let html = match reading {
        None => render(State::Failed(failure()), Now::default()),
        Some(reading) => {
            // A problem names its path, which contains text of the document.
            for problem in &reading.problems {
                fault_in_text(&problem.to_string())?;
            }
            let letter = reading.letter;
            again(&letter, &resolve)?;
            render_letter(letter)
        }
    };
    // A row of the roll is the longest output that a few bytes can cause.
    let most = 100 * document.len() + 20_000;
    if html.len() > most {
        return Err(format!("{} bytes have become {}", document.len(), html.len()));
    }
    fault_of(&html).map_or(Ok(shown), |fault| Err(format!("{fault}:\n{html}")))
}

/// Reads the document as a count, a roll's index and a roll's file.
fn as_another(json: &Json, resolve: &dyn Fn(&str) -> Option<String>) -> Result<(), String> {
    let check = |problems: &[Problem]| problems.iter().try_for_each(|problem| fault_in_text(&problem.to_string()));
    for source in sources() {
        match Count::read(json, &source, resolve) {
            Ok((count, _)) if count.count > 9_007_199_254_740_991 => return Err(format!("counts {}", count.count)),
            Ok((_, problems)) => check(&problems)?,
            Err(problem) => check(&[problem])?,
        }
    }
    // Both are read completely or not at all.
    let _ = (RollIndex::read(json), RollFile::read(json, resolve));
    Ok(())
}

/// A count document of ours, and one of another system.
fn sources() -> [CountSource; 2] {
    [r#""count.json""#, r#"{"url": "a.json", "pointer": "/signatures/count"}"#].map(|src| {
        let letter = format!(r#"{{"version":1,"lang":"en","title":"a","body":["a"],"signatures":{{"src":{src}}}}}"#);
        let json = Json::parse(&letter).expect("JSON");
        let reading = Letter::read(&json, &|reference| Some(format!("https://letters.example/{reference}")));
        reading.expect("a letter").letter.signatures.src.expect("a source")
    })
}

/// A read letter is already checked: written and read again, it has no problems and no changes.
fn again(letter: &Letter, resolve: &dyn Fn(&str) -> Option<String>) -> Result<(), String> {
    let written = to_json(letter).to_string();
    let json = Json::parse(&written).map_err(|error| format!("{error}: {written}"))?;
    let reading = Letter::read(&json, resolve).map_err(|error| format!("{error:?}: {written}"))?;
    // A letter without any text is shown too, with a problem each time.
    match reading.problems.iter().find(|problem| !(problem.path == "body" && letter.body.is_empty())) {
        Some(problem) => Err(format!("read again, {problem}: {written}")),
        // Parts that were left out are not written.
        None if (Letter { left_out: letter.left_out, ..reading.letter }) == *letter => Ok(()),
        None => Err(format!("read again, it is another letter: {written}")),
    }
}

/// The letter as the widget shows it.
pub fn render_letter(letter: Letter) -> String {
    let now = Now::of(&letter);
    render(State::Shown(Arc::new(letter)), now)
}

/// The targets of everything that could lead to or load something, as the HTML standard's parser reads them.
pub fn hrefs(html: &str) -> Vec<String> {
    let tree = Html::parse_fragment(html);
    let elements = tree.tree.nodes().filter_map(|node| node.value().as_element());
    let attributes = elements.flat_map(|element| element.attrs());
    let leads = |name: &str| matches!(name, "href" | "src" | "action" | "formaction" | "srcset" | "ping" | "data");
    attributes.filter(|(name, _)| leads(name)).map(|(_, value)| value.to_string()).collect()
}

fn failure() -> Failure {
    Failure {
        code: Code::NotALetter,
        message: String::new(),
        url: String::new(),
        page: None,
        status: None,
        retry_after: None,
    }
}

fn render(state: State, now: Now) -> String {
    let partner = |name: &str| (name == "partner").then(|| "\"><script>pwned()</script>".to_string());
    let (settings, _) = Settings::read(partner);
    Owner::new().with(|| {
        let (reader, changing, on) = (Vec::new(), Changing::new(now), OnMessage::new(|_| true));
        view! { <OpenLetter state settings reader changing on /> }.to_html()
    })
}

/// The first foreign part in the HTML, as the HTML standard's parser reads it.
pub fn fault_of(html: &str) -> Option<String> {
    let tree = Html::parse_fragment(html);
    tree.tree.nodes().find_map(|node| match node.value() {
        Node::Element(element) => {
            let name = element.name();
            if !ELEMENTS.contains(&name) {
                return Some(format!("has an element {name}"));
            }
            element.attrs().find_map(|(attribute, value)| fault_of_attribute(name, attribute, value))
        }
        Node::Comment(comment) if !comment.is_empty() => Some(format!("has a comment {:?}", &comment[..])),
        Node::Text(text) => fault_in_text(text).err(),
        _ => None,
    })
}

fn fault_of_attribute(element: &str, name: &str, value: &str) -> Option<String> {
    let known = |known: &&str| name == *known || (known.ends_with('-') && name.starts_with(known));
    if !ATTRIBUTES.iter().any(known) {
        return Some(format!("has an attribute {name} on {element}"));
    }
    match name {
        "href" if value.strip_prefix('#').is_some_and(is_of_footnote) => None,
        "href" | "src" => {
            let scheme = Url::parse(value).ok().map(|url| url.scheme().to_string());
            let runs_nothing = matches!(scheme.as_deref(), Some("http" | "https" | "mailto"));
            (!runs_nothing).then(|| format!("leads to {value}"))
        }
        // The id of the notice, which describes its button.
        "id" => (value != "why" && !is_of_footnote(value)).then(|| format!("has the id {value}")),
        "part" => {
            let ours = value.split(' ').all(|part| PARTS.contains(&part));
            (!ours).then(|| format!("has a part {value}"))
        }
        _ => None,
    }
}

/// Whether an id is that of a footnote or of its mark.
fn is_of_footnote(id: &str) -> bool {
    let is_ours = |char: char| char.is_ascii_alphanumeric() || char == '-';
    (id.starts_with("note-") || id.starts_with("mark-")) && id.chars().all(is_ours)
}

/// Control characters other than line breaks must not reach a page or a terminal.
fn fault_in_text(text: &str) -> Result<(), String> {
    let control = |char: &char| char.is_control() && !matches!(char, '\n' | '\t' | '\r');
    text.chars().find(control).map_or(Ok(()), |char| Err(format!("has the control character {char:?} in {text:?}")))
}

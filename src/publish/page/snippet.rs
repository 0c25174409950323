//! What partners paste into their own websites: the letter in each form that editors accept.

use super::facts::LOADER;
use super::one_line::one_line;
use super::page::Page;
use super::place::partners_folder;
use super::sign;
use crate::files::site::File;
use crate::language::Language;
use crate::model::Link;
use crate::source::partners::Partner;
use crate::view::letter_text;
use maud::{Markup, PreEscaped, html};

/// The words in the file names of all forms but the whole text.
pub const FORMS: [&str; 5] = ["element", "tag", "pinned", "iframe", "badge"];

/// A snippet of a text.
pub struct Snippet {
    /// One of [`FORMS`], or empty for the whole text.
    pub form: &'static str,
    /// What it is, in the text's language.
    pub about: &'static str,
    /// What is pasted: one line of HTML.
    pub code: String,
}

/// The name of a snippet's file in the letter's folder: `snippet.html`, `snippet.tag.fr.html`.
#[must_use]
pub fn file(page: &Page, form: &str) -> String {
    let tag = page.place.folder.trim_end_matches('/');
    let words = ["snippet", form, tag, "html"].into_iter().filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(".")
}

/// All snippets of a text, and those of each partner in a folder of its own.
#[must_use]
pub fn files(page: &Page) -> Vec<File> {
    let mut files = forms(page, None);
    for partner in &page.facts.partners {
        let folder = partners_folder(Some(partner));
        let within = |file: File| File { path: [&folder, file.path.as_str()].concat(), ..file };
        files.extend(forms(page, Some(partner)).into_iter().map(within));
    }
    files
}

/// The files of a text's snippets.
fn forms(page: &Page, partner: Option<&Partner>) -> Vec<File> {
    let file = |snippet: Snippet| {
        let text = format!("{}{}\n", warning(page), snippet.code);
        File { path: file(page, snippet.form), bytes: text.into_bytes() }
    };
    snippets(page, partner).into_iter().map(file).collect()
}

/// The snippets of a text. The first has the whole text.
pub fn snippets(page: &Page, partner: Option<&Partner>) -> Vec<Snippet> {
    let of = partner.map(|partner| partner.id.as_str());
    let texts = Language::new(&page.letter.lang).pages();
    let [form_element, form_tag, form_pinned, form_iframe, form_badge] = FORMS;
    let forms = [
        ("", texts.snippet, Some(whole(page, partner))),
        (form_element, texts.snippet_element, Some(element(page, of))),
        (form_tag, texts.snippet_tag, Some(tag(page, of))),
        (form_pinned, texts.snippet_pinned, pinned(page, of)),
        (form_iframe, texts.snippet_iframe, Some(iframe(page, of))),
        (form_badge, texts.snippet_badge, Some(badge(page, of))),
    ];
    let snippet = |(form, about, code): (&'static str, &'static str, Option<Markup>)| {
        Some(Snippet { form, about, code: one_line(&code?.into_string()) })
    };
    forms.into_iter().filter_map(snippet).collect()
}

/// A comment before a snippet that can't be used yet. Other snippets have none: all of the file is pasted, and editors
/// make paragraphs of comments.
fn warning(page: &Page) -> &'static str {
    match page.facts.base {
        Some(_) => "",
        None => {
            "<!-- NOT YET TO BE USED: the site's address is not known. Publish again with its address as --base-url. -->\n"
        }
    }
}

/// The letter with its text in a `div`, which every converter keeps: around an unknown element, editors make a paragraph
/// that ends at the first block in it, and the element with it.
fn whole(page: &Page, partner: Option<&Partner>) -> Markup {
    let mut letter = page.letter_anywhere();
    // The partner's own page that signs knows the partner without a script.
    let sign_page = |partner| page.place.whole(&sign::folder(page, partner));
    let ours = letter.sign.as_mut().filter(|sign| sign.url.as_str() == sign_page(None));
    let own = partner.and_then(|partner| Link::of(&sign_page(Some(partner)), &|url| Some(url.to_string())).ok());
    if let (Some(sign), Some(own)) = (ours, own) {
        sign.url = own;
    }
    let partner = partner.map(|partner| partner.id.as_str());
    // Leaves out whatever a host's stylesheet or scripts could affect.
    let kept = [
        "href",
        "rel",
        "referrerpolicy",
        "lang",
        "dir",
        "translate",
        "datetime",
        "src",
        "alt",
        "loading",
        "decoding",
        "start",
    ];
    let text = letter_text(&letter, 2, &own_page(page), partner).html(&|_, name, _| kept.contains(&name));
    html! {
        div data-open-letter=(source(page)) data-lang=(page.letter.lang.as_str()) data-partner=[partner] {
            (loader(page)) (PreEscaped(text.replace("<span>", "").replace("</span>", "")))
        }
    }
}

// The script comes last: after one, Python-Markdown loses the references of an inline element.
fn element(page: &Page, partner: Option<&str>) -> Markup {
    html! {
        open-letter src=(source(page)) lang=[lang(page)] partner=[partner] {
            a href=(own_page(page)) lang=(page.letter.lang.as_str()) dir=(page.letter.lang.direction().as_str()) {
                (page.letter.title)
            }
        }
        (loader(page))
    }
}

fn tag(page: &Page, partner: Option<&str>) -> Markup {
    html! { script async crossorigin src=(page.place.whole_of_site(LOADER)) data-letter=(source(page)) data-lang=[lang(page)] data-partner=[partner] {} }
}

fn pinned(page: &Page, partner: Option<&str>) -> Option<Markup> {
    let (name, integrity) = page.facts.pinned.as_ref()?;
    let src = page.place.whole_of_site(name);
    Some(html! {
        script async src=(src) integrity=(integrity) crossorigin="anonymous" data-letter=(source(page))
            data-lang=[lang(page)] data-partner=[partner] {}
    })
}

fn iframe(page: &Page, partner: Option<&str>) -> Markup {
    // The letter's *Share* button needs these.
    let allow = "clipboard-write; web-share";
    html! {
        iframe src=(frame_address(page, partner)) title=(page.letter.title) width="100%" height="600" loading="lazy" allow=(allow) {}
    }
}

/// The address of the page that shows the letter in a frame.
pub fn frame_address(page: &Page, partner: Option<&str>) -> String {
    let letter = format!("letters/{}/{}", page.place.id, page.file);
    let lang = lang(page).map(|lang| format!("&lang={lang}")).unwrap_or_default();
    let partner = partner.map(|partner| format!("&partner={partner}")).unwrap_or_default();
    format!("{}?letter={letter}{lang}{partner}", page.place.whole_of_site("embed.html"))
}

fn badge(page: &Page, partner: Option<&str>) -> Markup {
    let language = Language::new(&page.letter.lang);
    let (count, foreign) = (page.letter.count().unwrap_or_default(), language.foreign());
    html! {
        open-letter src=(source(page)) show="count" lang=[lang(page)] partner=[partner] {
            a href=(own_page(page)) lang=[foreign.map(|(lang, _)| lang)] dir=[foreign.map(|(_, dir)| dir)] {
                (language.plural(&language.texts.signatures, count))
            }
        }
        (loader(page))
    }
}

/// The script that every form but the tag loads.
fn loader(page: &Page) -> Markup {
    html! { script async crossorigin src=(page.place.whole_of_site(LOADER)) {} }
}

/// The address of the text's `letter.json`.
fn source(page: &Page) -> String {
    page.place.whole(page.file)
}

/// The language, if the element must name it: by default it follows the host page, if the letter has that language.
fn lang<'p>(page: &'p Page) -> Option<&'p str> {
    (!page.place.folder.is_empty()).then(|| page.letter.lang.as_str())
}

/// The full address of the letter's own page.
fn own_page(page: &Page) -> String {
    page.address().unwrap_or_else(|| page.place.to(&page.place.folder))
}

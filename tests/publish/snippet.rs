//! The snippets for partners.

use crate::folder::Folder;
use crate::html::{attribute, between, tags};
use open_letter::files::Site;
use open_letter::publish::Publisher;
use std::path::Path;

fn published() -> Folder {
    let folder = Folder::new()
        .letter(
            "lang: en\ntitle: A letter\nsalutation: |\n  Dear one,\n  dear all,\naddressees:\n  - members: [\"Ada, Minister\"]",
            "Text with a [link](https://a.example/).\n\n## What we ask\n\n> Quoted.\n\n1. One\n2. Two",
        )
        .file("letter.fr.md", "---\ntitle: Une lettre\n---\n\nTexte.\n")
        .signatories("name,initiator,kind\nFounder,true,organisation\nOther,,person\n");
    folder.publish();
    folder
}

/// The snippet: all of its file is pasted.
#[track_caller]
fn code(folder: &Folder, name: &str) -> String {
    folder.site_text(&format!("letters/x/{name}"))
}

#[test]
fn the_whole_text_is_in_a_div_on_one_line() {
    let html = code(&published(), "snippet.html");
    assert_eq!(
        html.replace("><", ">\n<"),
        "<div data-open-letter=\"https://letters.example/letters/x/letter.json\" data-lang=\"en\">\n\
         <script async crossorigin src=\"https://letters.example/open-letter.js\">\n</script>\n\
         <article lang=\"en\" dir=\"ltr\">\n<h2>A letter</h2>\n\
         <div>\n<div>\n<ul>\n<li>\n<bdi translate=\"no\">Ada</bdi>, Minister</li>\n</ul>\n</div>\n</div>\n\
         <p>Dear one,<br/>dear all,</p>\n\
         <div>\n<p>Text with a <a href=\"https://a.example/\" rel=\"noopener\" \
         referrerpolicy=\"strict-origin-when-cross-origin\">link</a>.</p>\n\
         <h3>What we ask</h3>\n<blockquote>\n<p>Quoted.</p>\n</blockquote>\n<ol>\n<li>One</li>\n<li>Two</li>\n</ol>\n</div>\n\
         <p>\n<strong>2 signatures</strong>\n</p>\n\
         <ul>\n<li>\n<bdi translate=\"no\">Founder</bdi> <small>Initiator</small>\n</li>\n</ul>\n\
         <p>\n<a href=\"https://letters.example/letters/x/\" rel=\"noopener\" \
         referrerpolicy=\"strict-origin-when-cross-origin\">Open the letter’s own page</a>\n</p>\n\
         </article>\n</div>\n"
    );
    assert_eq!(html.lines().count(), 1, "{html}");
}

#[test]
fn each_form_is_a_file_of_its_own() {
    let folder = published();
    assert_eq!(
        code(&folder, "snippet.tag.html"),
        "<script async crossorigin src=\"https://letters.example/open-letter.js\" \
         data-letter=\"https://letters.example/letters/x/letter.json\"></script>\n"
    );
    assert_eq!(
        code(&folder, "snippet.element.html"),
        "<open-letter src=\"https://letters.example/letters/x/letter.json\">\
         <a href=\"https://letters.example/letters/x/\" lang=\"en\" dir=\"ltr\">A letter</a></open-letter>\
         <script async crossorigin src=\"https://letters.example/open-letter.js\"></script>\n"
    );
    assert_eq!(
        code(&folder, "snippet.iframe.html"),
        "<iframe src=\"https://letters.example/embed.html?letter=letters/x/letter.json\" title=\"A letter\" \
         width=\"100%\" height=\"600\" loading=\"lazy\" allow=\"clipboard-write; web-share\"></iframe>\n"
    );
    assert_eq!(
        code(&folder, "snippet.badge.html"),
        "<open-letter src=\"https://letters.example/letters/x/letter.json\" show=\"count\">\
         <a href=\"https://letters.example/letters/x/\">2 signatures</a></open-letter>\
         <script async crossorigin src=\"https://letters.example/open-letter.js\"></script>\n"
    );
}

#[test]
fn a_translation_stays_in_its_language_on_any_page() {
    let folder = published();
    let language = |name: &str, tag: &str, attribute_name: &str| {
        let code = code(&folder, name);
        let tag = tags(&code, tag).find(|tag| attribute(tag, attribute_name).is_some()).map(str::to_string);
        tag.and_then(|tag| attribute(&tag, attribute_name).map(str::to_string))
    };
    assert_eq!(language("snippet.fr.html", "div", "data-lang").as_deref(), Some("fr"));
    assert_eq!(language("snippet.tag.fr.html", "script", "data-lang").as_deref(), Some("fr"));
    assert_eq!(language("snippet.badge.fr.html", "open-letter", "lang").as_deref(), Some("fr"));
    assert!(code(&folder, "snippet.iframe.fr.html").contains("?letter=letters/x/letter.fr.json&amp;lang=fr\""));
    // The letter itself appears in the page's language, if it has that.
    assert_eq!(language("snippet.tag.html", "script", "data-lang"), None);
}

#[test]
fn the_pinned_line_has_the_integrity_of_the_script_in_the_site() {
    let folder = published();
    assert!(!folder.out().join("letters/x/snippet.pinned.html").exists());
    let integrity = r#"{"open-letter-0123456789abcdef.js": "sha384-A", "open-letter-embed-0123456789abcdef.js": "sha384-B",
        "open-letter-1.2.3.js": "sha384-C", "open-letter.js": "sha384-D"}"#;
    std::fs::write(folder.out().join("integrity.json"), integrity).unwrap();
    folder.publish();
    assert_eq!(
        code(&folder, "snippet.pinned.html"),
        "<script async src=\"https://letters.example/open-letter-1.2.3.js\" integrity=\"sha384-C\" \
         crossorigin=\"anonymous\" data-letter=\"https://letters.example/letters/x/letter.json\"></script>\n"
    );
}

#[test]
fn nothing_meets_the_styles_of_the_host() {
    let html = code(&published(), "snippet.html");
    let text = between(&html, "<article", "</article>");
    for attribute in [" part=", " class=", " style=", " id=", " data-", " role="] {
        assert!(!text.contains(attribute), "{attribute} in {text}");
    }
}

#[test]
fn without_the_sites_address_a_snippet_says_what_it_lacks() {
    let folder = Folder::new();
    folder.publish_without_address();
    for name in
        ["snippet.html", "snippet.element.html", "snippet.tag.html", "snippet.iframe.html", "snippet.badge.html"]
    {
        let text = folder.site_text(&format!("letters/x/{name}"));
        assert!(text.contains("NOT YET TO BE USED: the site's address is not known."), "{text}");
    }
    assert!(code(&folder, "snippet.tag.html").ends_with("</script>\n"));
    assert!(code(&folder, "snippet.tag.html").contains("src=\"../../open-letter.js\" data-letter=\"letter.json\""));
}

#[test]
fn links_of_the_text_are_whole() {
    let folder = Folder::new().letter("lang: en\ntitle: A letter", "[Text](more.pdf).");
    folder.publish();
    assert!(code(&folder, "snippet.html").contains("href=\"https://letters.example/letters/x/more.pdf\""));
}

/// The names of a tag's attributes, in order.
fn names(tag: &str) -> Vec<&str> {
    let words = tag.split('"').step_by(2).flat_map(str::split_whitespace);
    words.map(|word| word.trim_end_matches('=')).filter(|word| !word.starts_with(['<', '>'])).collect()
}

#[test]
fn the_documentation_gives_partners_what_publishing_gives_them() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let temp = tempfile::tempdir().unwrap();
    let integrity = r#"{"open-letter-1.2.3.js": "sha384-C", "open-letter.js": "sha384-D"}"#;
    std::fs::write(temp.path().join("integrity.json"), integrity).unwrap();
    let site = Site::open(temp.path()).unwrap();
    let mut publisher = Publisher::new(&site, Some("https://letters.example/")).unwrap();
    publisher.publish(&top.join("letters/canada-artsakh-2023")).unwrap();
    let code = |form: &str| {
        let path = temp.path().join(format!("letters/canada-artsakh-2023/snippet{form}.html"));
        let text = std::fs::read_to_string(path).unwrap();
        text.trim_end().to_string()
    };
    let page = |name: &str| std::fs::read_to_string(top.join(name)).unwrap();
    let embedding = page("docs/embedding.md");
    for (name, page) in [("README.md", page("README.md")), ("docs/embedding.md", embedding.clone())] {
        assert!(page.contains(&code(".tag")), "{name} lacks {}", code(".tag"));
    }
    let badge = code(".badge");
    let (_, loader) = badge.split_once("</open-letter>").unwrap();
    assert!(embedding.contains(&format!("{loader}\n<open-letter ")), "{loader}");
    for form in [".iframe", ".pinned"] {
        let code = code(form);
        let element = names(&code).join(" ");
        let there = embedding.lines().map(str::trim).filter(|line| line.starts_with('<'));
        let mut there = there.filter_map(|line| line.split_once('>')).map(|(tag, _)| names(tag).join(" "));
        assert!(there.any(|names| names == element), "docs/embedding.md has no tag with exactly {element}");
    }
    // Places where the tag is broken into lines for readability.
    for name in ["src/lib.rs", "index.html"] {
        let text = page(name).replace("//!", " ").replace("&lt;", "<").replace("&gt;", ">");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&code(".tag")), "{name} lacks {}", code(".tag"));
    }
}

//! What editors get that ask a letter's page for something to show.

use crate::folder::Folder;
use crate::html::{attribute, tags};

fn discovered(page: &str) -> Option<String> {
    let link = tags(page, "link").find(|link| attribute(link, "type") == Some("application/json+oembed"))?;
    attribute(link, "href").map(str::to_string)
}

#[test]
fn the_page_leads_to_a_frame_with_the_letter() {
    let folder = Folder::new().letter("lang: en\ntitle: A \u{201c}letter\u{201d} & more", "Text.");
    let folder = folder.file("letter.fr.md", "---\ntitle: Une lettre\n---\n\nTexte.\n");
    folder.publish();
    let page = folder.site_text("letters/x/index.html");
    assert_eq!(discovered(&page).as_deref(), Some("https://letters.example/letters/x/oembed.json"));
    let answer = folder.site_json("letters/x/oembed.json");
    assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
    assert_eq!(answer["title"], "A \u{201c}letter\u{201d} & more");
    assert_eq!(answer["provider_name"], "letters.example");
    assert_eq!(
        answer["html"],
        "<blockquote><a href=\"https://letters.example/letters/x/\">A \u{201c}letter\u{201d} &amp; more</a></blockquote>\
         <iframe src=\"https://letters.example/embed.html?letter=letters/x/letter.json\" \
         title=\"A \u{201c}letter\u{201d} &amp; more\" width=\"600\" height=\"1000\"></iframe>"
    );
    let french = folder.site_text("letters/x/fr/index.html");
    assert_eq!(discovered(&french).as_deref(), Some("https://letters.example/letters/x/oembed.fr.json"));
    let html = folder.site_json("letters/x/oembed.fr.json")["html"].to_string();
    assert!(html.contains("letters/x/letter.fr.json&amp;lang=fr"), "{html}");
}

#[test]
fn without_the_sites_address_there_is_none() {
    let folder = Folder::new();
    folder.publish_without_address();
    assert_eq!(discovered(&folder.site_text("letters/x/index.html")), None);
    assert!(!folder.out().join("letters/x/oembed.json").exists());
}

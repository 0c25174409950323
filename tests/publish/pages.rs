//! The letter's own page, as it is served.

use crate::folder::Folder;
use crate::html::{attribute, between, plain, tags};
use open_letter::files::Site;
use open_letter::model::{Json, Letter};
use open_letter::publish::Publisher;
use serde_json::{Value, json};
use std::path::Path;

const PAGE: &str = "letters/x/index.html";
const FRENCH: &str = "letters/x/fr/index.html";

/// The page of a letter with that front matter and text.
fn page(front_matter: &str, body: &str) -> String {
    let folder = Folder::new().letter(front_matter, body);
    folder.publish();
    folder.site_text(PAGE)
}

fn bilingual(front_matter: &str, french: &str) -> Folder {
    let folder = Folder::new().letter(&["lang: en\ntitle: A letter\n", front_matter].concat(), "Text.");
    let folder = folder.file("letter.fr.md", format!("---\ntitle: Une lettre\n{french}\n---\n\nTexte.\n"));
    folder.publish();
    folder
}

#[track_caller]
fn holds(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "lacks {part}:\n{html}");
    }
}

/// The addresses in the page's head, in order.
fn addresses(html: &str) -> Vec<(String, String)> {
    let links = tags(html, "link").filter(|link| matches!(attribute(link, "rel"), Some("canonical" | "alternate")));
    let what = |link: &&str| attribute(link, "hreflang").or(attribute(link, "type")).unwrap_or("canonical").to_string();
    links.map(|link| (what(&link), attribute(link, "href").unwrap().to_string())).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(a, b)| ((*a).to_string(), (*b).to_string())).collect()
}

#[test]
fn the_first_answer_has_every_word_of_the_real_letter() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("letters/canada-artsakh-2023");
    let temp = tempfile::tempdir().unwrap();
    let site = Site::open(temp.path()).unwrap();
    Publisher::new(&site, None).unwrap().publish(&source).unwrap();
    let read = |name: &str| {
        String::from_utf8(site.read(&format!("letters/canada-artsakh-2023/{name}")).unwrap().unwrap()).unwrap()
    };
    let letter =
        Letter::read(&Json::parse(&read("letter.json")).unwrap(), &|url| Some(url.to_string())).unwrap().letter;
    for text in [plain(&read("index.html")), plain(&read("snippet.html"))] {
        let has = |words: &str| assert!(text.contains(words), "lacks {words}:\n{text}");
        has(&letter.title);
        has(letter.summary.as_ref().unwrap());
        has(letter.salutation.as_ref().unwrap());
        has("September 7, 2023");
        has(letter.closing.as_ref().unwrap());
        for group in &letter.addressees {
            group.heading.iter().for_each(|heading| has(heading));
            group.members.iter().for_each(|one| has(&format!("{}, {}", one.name, one.office.as_ref().unwrap())));
        }
        for block in &letter.body {
            let open_letter::model::Block::Paragraph(spans) = block else { panic!("{block:?}") };
            has(&spans.plain());
        }
    }
    let text = plain(&read("index.html"));
    assert!(letter.signatories.iter().all(|one| text.contains(&one.name)));
}

#[test]
fn the_letter_is_plain_html_inside_the_element() {
    let html = page("lang: en\ntitle: A letter", "Text.");
    let element = between(&html, "<main>", "</main>");
    assert!(
        element.starts_with(
            "<open-letter src=\"letter.json\" lang=\"en\" heading-level=\"1\" data-page><div data-page><div><article part=\"letter\""
        ),
        "{element}"
    );
    holds(element, &["<h1 part=\"title\">A letter</h1>"]);
    assert!(element.ends_with("</article></div></div></open-letter>"), "{element}");
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">"), "{html}");
}

#[test]
fn a_script_is_named_where_the_site_has_it() {
    let folder = bilingual("", "");
    assert_eq!(tags(&folder.site_text(PAGE), "script").count(), 1, "the description for search engines alone");
    holds(&folder.site_text(PAGE), &["data-static=\"alone\""]);
    std::fs::write(folder.out().join("open-letter.js"), "loader").unwrap();
    folder.publish();
    let ends = |path: &str, script: &str| {
        let end = format!("<script async crossorigin src=\"{script}\"></script></body></html>\n");
        let html = folder.site_text(path);
        assert!(html.ends_with(&end), "{html}");
        holds(&html, &["data-static=\"awaited\""]);
    };
    ends(PAGE, "../../open-letter.js");
    ends(FRENCH, "../../../open-letter.js");
}

#[test]
fn search_engines_learn_where_the_letter_is_in_each_language() {
    let folder = bilingual("", "");
    let expected = |json: &str| {
        let oembed = json.trim_start_matches("../").replace("letter", "oembed");
        pairs(&[
            ("en", "https://letters.example/letters/x/"),
            ("fr", "https://letters.example/letters/x/fr/"),
            ("x-default", "https://letters.example/letters/x/"),
            ("application/json", json),
            ("application/json+oembed", &format!("https://letters.example/letters/x/{oembed}")),
        ])
    };
    let (canonical, rest) =
        addresses(&folder.site_text(PAGE)).split_first().map(|(a, b)| (a.1.clone(), b.to_vec())).unwrap();
    assert_eq!((canonical.as_str(), rest), ("https://letters.example/letters/x/", expected("letter.json")));
    let (canonical, rest) =
        addresses(&folder.site_text(FRENCH)).split_first().map(|(a, b)| (a.1.clone(), b.to_vec())).unwrap();
    assert_eq!((canonical.as_str(), rest), ("https://letters.example/letters/x/fr/", expected("../letter.fr.json")));
}

#[test]
fn without_the_sites_address_languages_are_found_from_the_page() {
    let folder = bilingual("", "");
    std::fs::remove_dir_all(folder.out()).unwrap();
    folder.publish_without_address();
    let html = folder.site_text(FRENCH);
    assert_eq!(addresses(&html)[..3], pairs(&[("en", "../"), ("fr", "./"), ("x-default", "../")]));
    assert!(!html.contains("canonical") && !html.contains("og:url"), "{html}");
}

#[test]
fn a_letter_with_a_page_of_its_own_names_that() {
    let folder = bilingual("url: https://campaign.example/letter", "");
    assert_eq!(addresses(&folder.site_text(PAGE))[0].1, "https://campaign.example/letter");
    // It is not a page in French.
    assert_eq!(addresses(&folder.site_text(FRENCH))[0].1, "https://letters.example/letters/x/fr/");
    let folder = bilingual("url: https://campaign.example/letter", "url: https://campaign.example/lettre");
    assert_eq!(addresses(&folder.site_text(FRENCH))[0].1, "https://campaign.example/lettre");
}

#[test]
fn readers_without_scripts_have_links_to_the_other_languages() {
    let folder = bilingual("", "");
    let languages = |path: &str| {
        let html = folder.site_text(path);
        between(&html, "part=\"languages\"", "</div>").to_string()
    };
    holds(
        &languages(PAGE),
        &[
            "<a href=\"./\" hreflang=\"en\" rel=\"alternate\" lang=\"en\" dir=\"ltr\" title=\"A letter\" aria-current=\"page\">\
             English</a>",
            "<a href=\"fr/\" hreflang=\"fr\" rel=\"alternate\" lang=\"fr\" dir=\"ltr\" title=\"Une lettre\">français</a>",
        ],
    );
    holds(&languages(FRENCH), &["<a href=\"../\" hreflang=\"en\"", "<a href=\"./\" hreflang=\"fr\""]);
}

#[test]
fn previews_have_title_text_and_image() {
    let html = page(
        "lang: fr-CA\ntitle: Une lettre\nsummary: \"De quoi il s’agit, & pourquoi.\"\ndate: 2026-03-01\nimage: photo.jpg",
        "Texte.",
    );
    let property = |name: &str| {
        let meta = |tag: &&str| attribute(tag, "property").or(attribute(tag, "name")) == Some(name);
        tags(&html, "meta").find(meta).and_then(|tag| attribute(tag, "content")).map(str::to_string)
    };
    for (name, content) in [
        ("description", "De quoi il s’agit, &amp; pourquoi."),
        ("og:type", "article"),
        ("og:title", "Une lettre"),
        ("og:description", "De quoi il s’agit, &amp; pourquoi."),
        ("og:url", "https://letters.example/letters/x/"),
        ("og:image", "https://letters.example/letters/x/photo.jpg"),
        ("og:locale", "fr_CA"),
        ("article:published_time", "2026-03-01"),
        ("twitter:card", "summary_large_image"),
    ] {
        assert_eq!(property(name).as_deref(), Some(content), "{name}");
    }
}

#[test]
fn a_description_ends_at_a_word_or_where_there_are_none() {
    let describe = |body: &str| {
        let html = page("lang: en\ntitle: A letter", body);
        between(&html, "<meta name=\"description\" content=\"", "\"").to_string()
    };
    assert_eq!(describe("## A heading\n\nWhat we *ask*\nfor."), "What we ask for.");
    let words = describe(&"word ".repeat(100));
    assert!(words.ends_with("word…") && words.chars().count() <= 301, "{words}");
    let characters = describe(&"字".repeat(1000));
    assert_eq!(characters, format!("{}…", "字".repeat(300)));
}

/// The page's JSON-LD for search engines.
fn json_ld(html: &str) -> Value {
    serde_json::from_str(between(html, "<script type=\"application/ld+json\">", "</script>")).unwrap()
}

#[test]
fn json_ld_describes_an_article_by_its_initiators() {
    let folder = Folder::new().letter("lang: en\ntitle: A letter\ndate: 2026-03-01", "Text.").signatories(
        "name,kind,initiator,url\nA,organisation,true,https://a.example/\nB,person,true,\nC,,true,\nD,person,,\n",
    );
    folder.publish();
    assert_eq!(
        json_ld(&folder.site_text(PAGE)),
        json!({
            "@context": "https://schema.org", "@type": "Article", "headline": "A letter", "description": "Text.",
            "inLanguage": "en", "datePublished": "2026-03-01", "isAccessibleForFree": true,
            "author": [{ "@type": "Organization", "name": "A", "url": "https://a.example/" },
                { "@type": "Person", "name": "B" }, "C"],
            "url": "https://letters.example/letters/x/", "mainEntityOfPage": "https://letters.example/letters/x/",
            "interactionStatistic": { "@type": "InteractionCounter",
                "interactionType": { "@type": "EndorseAction" }, "userInteractionCount": 4 },
        })
    );
}

#[test]
fn nothing_that_anybody_wrote_is_markup() {
    const EVIL: &str = "</script></style></template><script>alert(1)</script><!-- \" ' &";
    let quoted = serde_json::to_string(EVIL).unwrap();
    let folder = Folder::new()
        .letter(&format!("lang: en\ntitle: {quoted}\nsummary: {quoted}\nsalutation: {quoted}"), "Text \\<script>.")
        .signatories(&format!("name,initiator,note\n\"{0}\",true,\"{0}\"\n", EVIL.replace('"', "\"\"")));
    folder.publish();
    let html = folder.site_text(PAGE);
    assert_eq!(json_ld(&html)["headline"], EVIL);
    assert_eq!(tags(&html, "script").count(), 1, "{html}");
    assert_eq!(html.matches("</style>").count(), 1, "{html}");
    assert_eq!(html.matches("<!--").count(), 0, "{html}");
    let snippet = folder.site_text("letters/x/snippet.html");
    assert_eq!((tags(&snippet, "script").count(), snippet.matches("-->").count()), (1, 0), "{snippet}");
}

#[test]
fn links_lead_to_the_same_places_from_every_page() {
    let folder = Folder::new()
        .letter("lang: en\ntitle: A letter\nsign:\n  url: sign.html", "[Text](more.pdf) and [more](/top).")
        .file("letter.fr.md", "---\ntitle: Une lettre\n---\n\n[Texte](more.pdf) et [plus](/top).\n")
        .signatories("name,logo,url\nA,logo.svg,https://a.example/\n");
    folder.publish();
    holds(
        &folder.site_text(PAGE),
        &[
            "href=\"more.pdf\"",
            "href=\"/top\"",
            "href=\"sign.html\"",
            "src=\"logo.svg\"",
            "href=\"https://a.example/\"",
        ],
    );
    holds(
        &folder.site_text(FRENCH),
        &["href=\"../more.pdf\"", "href=\"/top\"", "href=\"../sign.html\"", "src=\"../logo.svg\""],
    );
}

#[test]
fn what_needs_a_script_is_not_seen_where_there_is_none() {
    let folder = Folder::new().signatories("name,kind\nA,organisation\nB,person\n");
    folder.publish();
    let html = folder.site_text(PAGE);
    let style = between(&html, "<style>", "</style>");
    holds(style, &["open-letter>div [data-static] :is(button,select)", "visibility:hidden", "(scripting:none)"]);
    let count = |html: &str| html.matches("<button").count();
    let seen = between(&html, "<article", "</article>");
    let hidden: usize =
        ["part=\"filters\"", "part=\"share\""].map(|part| count(between(seen, part, "</div>"))).iter().sum();
    assert_eq!((count(seen), hidden), (4, 4), "all buttons are among what is left out");
}

#[test]
fn progress_that_is_not_known_has_no_value() {
    let html = page("lang: en\ntitle: A letter", "Text.");
    holds(&html, &["<progress part=\"progress\"></progress>"]);
    let html = page("lang: en\ntitle: A letter\nsignatures:\n  goal: 10", "Text.");
    holds(&html, &["<progress part=\"progress\" value=\"1\" max=\"10\" aria-label=\"1 of 10\"></progress>"]);
}

#[test]
fn a_page_of_somebody_elses_is_not_written_over() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.out().join("letters/x")).unwrap();
    std::fs::write(folder.out().join(PAGE), "theirs").unwrap();
    let site = Site::open(&folder.out()).unwrap();
    let error = Publisher::new(&site, None).unwrap().publish(&folder.path()).unwrap_err().to_string();
    assert_eq!(
        error,
        "letters/x/index.html was not written by open-letter, and would be written over: move it out of the site"
    );
    assert_eq!(folder.site_files(), [(PAGE.to_string(), b"theirs".to_vec())]);
}

#[test]
fn each_page_has_its_language_and_its_direction() {
    let folder = Folder::new().file("letter.ar.md", "---\ntitle: رسالة\n---\n\nنص\n");
    folder.publish();
    let html = folder.site_text("letters/x/ar/index.html");
    holds(&html, &["<html lang=\"ar\" dir=\"rtl\">", "heading-level=\"1\"", "lang=\"ar\" dir=\"rtl\" data-theme"]);
    holds(&html, &["<meta property=\"og:locale\" content=\"ar_EG\">", ">العربية</a>"]);
}

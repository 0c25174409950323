//! Snippets for each partner, by which signatures are known to come from there.

use crate::command::{prints, run};
use crate::folder::Folder;
use crate::html::{attribute, tags};

fn folder(table: &str) -> Folder {
    let front = "lang: en\ntitle: A letter\nsign:\n  form: collect https://letters.example/collect";
    let folder = Folder::new().letter(front, "Text.").file("letter.fr.md", "---\ntitle: Une lettre\n---\n\nTexte.\n");
    std::fs::write(folder.beside("partners.csv"), table).unwrap();
    folder
}

const PUBLISH: [&str; 9] = [
    "publish",
    "x",
    "--without-collected",
    "--out",
    "site",
    "--base-url",
    "https://letters.example",
    "--partners",
    "partners.csv",
];

#[test]
fn each_partner_gets_snippets_with_its_id() {
    let folder = folder("name;id;mail\nThe “Choir” -- <b>;choir;a\nRiver;river-2;b\n");
    assert_eq!(run(&folder, &PUBLISH).status.code(), Some(0));
    let text = |name: &str| folder.site_text(&format!("letters/x/partners/choir/{name}"));
    assert!(text("snippet.tag.html").contains(" data-partner=\"choir\">"));
    assert!(text("snippet.badge.html").contains(" show=\"count\" partner=\"choir\">"));
    assert!(text("snippet.iframe.html").contains("letter.json&amp;partner=choir\""));
    let there = "https://letters.example/letters/x/partners/choir/fr/sign/";
    assert!(text("snippet.fr.html").contains(&format!("href=\"{there}?partner=choir\"")));
    assert!(text("snippet.html").contains(" data-lang=\"en\" data-partner=\"choir\">"));
    assert!(folder.site_text("letters/x/partners/river-2/snippet.html").contains(" data-partner=\"river-2\""));
    let own = folder.site_text("letters/x/snippet.html");
    assert!(!own.contains("partner"), "{own}");
}

#[test]
fn each_partner_gets_a_page_that_signs_which_sends_its_id_without_a_script() {
    let folder = folder("name;id\nThe “Choir” -- <b>;choir\n");
    assert_eq!(run(&folder, &PUBLISH).status.code(), Some(0));
    for (path, letter) in [("sign", "../../../"), ("fr/sign", "../../../../fr/")] {
        let page = folder.site_text(&format!("letters/x/partners/choir/{path}/index.html"));
        let fields: Vec<_> = tags(&page, "input").filter(|tag| tag.contains("name=\"partner\"")).collect();
        assert_eq!(fields.len(), 1, "{fields:?}");
        assert_eq!(attribute(fields[0], "value"), Some("choir"));
        assert!(!fields[0].contains("disabled"));
        assert!(page.contains(&format!("<p class=\"letter\"><a href=\"{letter}\">")), "{page}");
        assert!(page.contains("action=\"https://letters.example/collect/v1/letters/x/signatures\""));
    }
}

#[test]
fn a_form_that_is_gone_leaves_pages_of_partners_that_are_reported() {
    let folder = folder("name;id\nA;choir\n");
    assert_eq!(run(&folder, &PUBLISH).status.code(), Some(0));
    let path = folder.beside("x/letter.md");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("  form: collect https://letters.example/collect", "  url: https://a.example/"))
        .unwrap();
    let out = run(&folder, &PUBLISH);
    let said = [out.stdout, out.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(said.contains("files that no longer came from x, such as letters/x/"), "{said}");
    assert!(!folder.out().join("letters/x/partners/choir/sign").exists());
}

#[test]
fn a_partners_files_are_kept_true_without_the_table() {
    let folder = folder("name;id\nThe Choir;choir\n");
    let read = |name: &str| folder.site_text(&format!("letters/x/partners/choir/{name}"));
    let table = folder.beside("x/signatories.csv");
    std::fs::write(&table, "name,initiator\nUnmistakable Person,true\nAda,\n").unwrap();
    assert_eq!(run(&folder, &PUBLISH).status.code(), Some(0));
    assert!(read("snippet.html").contains("Unmistakable") && read("index.html").contains("The Choir"));
    std::fs::write(&table, "name,initiator\nAda,\n").unwrap();
    assert_eq!(run(&folder, &["publish", "x", "--out", "site", "--without-collected"]).status.code(), Some(0));
    for name in ["snippet.html", "index.html"] {
        assert!(!read(name).contains("Unmistakable"), "{name}: who withdraws is in no file");
    }
    assert!(read("index.html").contains("The Choir"), "its name is remembered");
}

#[test]
fn each_letter_has_a_page_for_partners_and_each_partner_its_own() {
    let folder = folder("name;id\nThe “Choir” -- <b>;choir\n");
    assert_eq!(run(&folder, &PUBLISH).status.code(), Some(0));
    let all = folder.site_text("letters/x/partners/index.html");
    let own = folder.site_text("letters/x/partners/choir/index.html");
    // Every snippet is on the page, in each language.
    for form in ["", ".element", ".tag", ".iframe", ".badge"] {
        for tag in ["", ".fr"] {
            let name = format!("snippet{form}{tag}.html");
            let escaped = |code: String| {
                code.trim_end().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
            };
            assert!(all.contains(&escaped(folder.site_text(&format!("letters/x/{name}")))), "{name}");
            assert!(own.contains(&escaped(folder.site_text(&format!("letters/x/partners/choir/{name}")))), "{name}");
        }
    }
    assert!(own.contains("The “Choir” -- &lt;b&gt;"));
    for (page, up) in [(&all, "../../../"), (&own, "../../../../")] {
        // One script of the page and no other, under a policy that allows the site's own alone.
        let scripts: Vec<String> =
            tags(page, "script").filter_map(|tag| attribute(tag, "src").map(str::to_string)).collect();
        assert_eq!(scripts.len(), 1, "{scripts:?}");
        let path = scripts[0].strip_prefix(up).unwrap();
        let text = folder.site_text(path);
        assert!(
            ["location", "search", "hash", "cookie", "Storage", "innerHTML"].iter().all(|name| !text.contains(name))
        );
        let hash = path.rsplit('-').next().unwrap().trim_end_matches(".js");
        assert_eq!(hash, open_letter::files::hash::name_hash(text.as_bytes()));
        assert!(page.contains("script-src 'self' 'wasm-unsafe-eval';"), "{page}");
        assert!(!page.contains(" style=") && !page.contains(" onclick="), "nothing that the policy refuses");
    }
}

#[test]
fn a_table_that_names_nobody_is_refused() {
    for (table, error) in [
        ("", "partners.csv is empty: write a heading row with id and name"),
        ("name\nA\n", "partners.csv:1 has no columns id and name: write a heading row with both"),
        ("id,name\nA B,A\n", "partners.csv:2 has the id “A B”: use small letters a to z, digits and hyphens"),
        ("id,name\na,A\n\n../x,B\n", "partners.csv:4 has the id “../x”: use small letters a to z, digits and hyphens"),
        ("id,name\na,A\na,B\n", "partners.csv:3 has the id a a second time: give each partner another"),
    ] {
        prints(&run(&folder(table), &PUBLISH), 1, "", &format!("error: {error}\n"));
    }
}

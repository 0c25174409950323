//! Links.

use super::{FRONT, has_findings, text};
use crate::folder::Folder;
use open_letter::source::Source;

/// Asserts the finding about a link in the text; an empty message means none.
#[track_caller]
fn reports(link: &str, message: &str) {
    let message = message.replace("LINK", link);
    let expected = if message.is_empty() { vec![] } else { vec![format!("letter.md:8: {message}")] };
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    has_findings(&text("en", &format!("See [this](<{link}>).")), &expected);
}

#[test]
fn whole_addresses_are_left_alone() {
    for link in [
        "https://hayren.org/",
        "https://hayren.org:8443/a/b_(c)?d=e&f=%20#g",
        "https://հայրեն.հայ/բառ",
        "https://hayren.org/?a=b|c&d=100%",
        "https://fr.wikipedia.org/wiki/Accord_(droit)",
        "mailto:letter@hayren.org",
        "mailto:a@hayren.org,b@hayren.org?subject=Hello",
        "mailto:?subject=Read%20this",
    ] {
        reports(link, "");
    }
}

#[test]
fn what_leads_nowhere_is_reported() {
    let which = "warning: has the link LINK, which";
    for (link, message) in [
        ("https://hayren.org/a b", "has white space in it: leave it out, or write %20 for a space"),
        (
            "https:/hayren.org/",
            "is not written as a URL is (expected //): write it as the browser's address bar has it",
        ),
        (
            "https://https://hayren.org/",
            "has the host https, which is not a whole name: write it with its end, such as .org",
        ),
        ("https://hayren/", "has the host hayren, which is not a whole name: write it with its end, such as .org"),
        ("https://localhost:8080/", "leads to localhost, which readers can't reach: write a public address"),
        ("http://192.168.1.7/", "leads to 192.168.1.7, which readers can't reach: write a public address"),
        ("https://hayren.org/.", "ends with ., which belongs to the sentence: leave it out"),
        ("https://hayren.org/)", "ends with ), which belongs to the sentence: leave it out"),
        ("#note", "leads into the letter's own file, where nothing has that name: write a whole address"),
        ("mailto:", "has no e-mail address: write mailto:name@domain"),
        ("mailto:hayren.org", "has no e-mail address: write mailto:name@domain"),
    ] {
        reports(link, &format!("{which} {message}"));
    }
    reports(
        "www.hayren.org/a",
        &format!("{which} has no https: and so leads into the letter's own folder: write https://LINK"),
    );
    reports(
        "hayren.org",
        &format!("{which} has no https: and so leads into the letter's own folder: write https://LINK"),
    );
}

#[test]
fn what_is_no_address_keeps_the_letter_from_being_published() {
    let remedy = "give a URL that begins with https:, http: or mailto:, or one relative to the letter";
    for (link, fault) in [
        ("https://", "is not a URL"),
        ("https://hayren.org:port/", "is not a URL"),
        ("&nbsp;javascript:x", "is a javascript: link, which is dropped"),
        ("javascript&#x3a;x", "is a javascript: link, which is dropped"),
        ("java&shy;script:x", "is not a URL"),
        ("https://hayren.org@elsewhere.org/", "has a user's name in it, which is dropped"),
    ] {
        let folder = text("en", &format!("See [this](<{link}>)."));
        has_findings(&folder, &[&format!("letter.md:8: a link {fault}: {remedy}")]);
        let (source, _) = Source::read(&folder.path(), None);
        assert!(source.is_none(), "{link} would be published");
    }
}

#[test]
fn what_may_be_meant_is_a_hint() {
    let which = "hint: has the link LINK, which";
    reports("http://hayren.org/", &format!("{which} goes by http: write https:, if that page is there too"));
    reports(
        "report.pdf",
        &format!(
            "{which} is relative to the letter's folder in the site, into which publish puts no such file: write a whole \
             address, or put it there"
        ),
    );
    let placeholder = "an example address: write your own address";
    reports("https://example.org/", &format!("{which} leads to example.org, {placeholder}"));
    reports("https://www.example.com/", &format!("{which} leads to www.example.com, {placeholder}"));
    reports("https://sign.example/", &format!("{which} leads to sign.example, {placeholder}"));
}

#[test]
fn mail_needs_its_scheme_and_a_domain() {
    let folder = Folder::new().letter(
        &format!("{FRONT}\ncontact: letter@hayren.org\nwithdraw: mailto:letter@hayren\nprivacy: mailto:a@example.org"),
        "Text.",
    );
    has_findings(
        &folder,
        &[
            "letter.md:6: warning: contact is an e-mail address without its scheme: write mailto:letter@hayren.org",
            "letter.md:7: warning: withdraw has letter@hayren, which is not an e-mail address: write mailto:name@domain",
            "letter.md:8: hint: privacy leads to example.org, an example address: write your own address",
        ],
    );
}

#[test]
fn what_a_page_loads_comes_by_https() {
    let folder = Folder::new().letter(
        &format!("{FRONT}\nimage: http://hayren.org/a.jpg\nsignatures:\n  src: http://hayren.org/c.json\nsign:\n  url: http://hayren.org/"),
        "Text.",
    );
    let refused = "is loaded by http, which pages that came by https refuse: write https:";
    has_findings(
        &folder,
        &[
            &format!("letter.md:6: warning: image {refused}"),
            &format!("letter.md:8: warning: signatures.src {refused}"),
            "letter.md:10: hint: sign.url goes by http: write https:, if that page is there too",
        ],
    );
}

#[test]
fn the_line_is_that_of_the_link() {
    has_findings(
        &text("en", "One\n*two [three](<#a>)*\nand **[four](<#b>)**."),
        &[
            "letter.md:9: warning: has the link #a, which leads into the letter's own file, where nothing has that name: \
             write a whole address",
            "letter.md:10: warning: has the link #b, which leads into the letter's own file, where nothing has that name: \
             write a whole address",
        ],
    );
}

#[test]
fn words_that_show_another_address_are_reported() {
    has_findings(&text("en", "[https://hayren.org/](https://www.hayren.org/a) and <https://hayren.org/>"), &[]);
    has_findings(
        &text("en", "[www.hayren.org](https://elsewhere.org/)"),
        &["letter.md:8: warning: shows the address of www.hayren.org and leads to elsewhere.org: write where it leads"],
    );
}

#[test]
fn addresses_in_the_table_are_reported_where_they_lead_nowhere() {
    let csv = "name,url,logo\nHART,http://hart-uk.org,\nIDC,www.idc.org,idc.svg\nGW,,https://gw\n";
    has_findings(
        &Folder::new().letter(FRONT, "Text.").signatories(csv),
        &[
            "signatories.csv:3: warning: url has no https: and so leads into the letter's own folder: write https://www.idc.org",
            "signatories.csv:4: warning: logo has the host gw, which is not a whole name: write it with its end, such as .org",
        ],
    );
}

#[test]
fn an_e_mail_address_in_the_table_is_one_finding() {
    let finding = "has an e-mail address in it, which everybody could read: give the address of a page, or leave the cell \
                   empty";
    has_findings(
        &Folder::new()
            .letter(FRONT, "Text.")
            .signatories("name,url,logo\nAda,ada@hayren.org,\nBob,,mailto:bob@x.org\n"),
        &[&format!("signatories.csv:2: url {finding}"), &format!("signatories.csv:3: logo {finding}")],
    );
}

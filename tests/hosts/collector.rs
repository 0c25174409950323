//! Validates the HTML of the collector's pages and mails (<https://html-validate.org>).

#[path = "../collect/samples/mod.rs"]
#[expect(dead_code, reason = "its other half is for the collector's own tests")]
mod samples;

use crate::project::Project;
use open_letter::collect::post::compose;
use samples::{mails, pages};

const RULES: &str = r#"{ "root": true, "extends": ["html-validate:standard"] }"#;

#[test]
fn every_page_and_mail_is_valid() {
    let project = Project::new("collector");
    project.write(".htmlvalidate.json", RULES);
    let mut files = Vec::new();
    for lang in ["en", "ar"].map(mails::tag) {
        let pages = pages::all(&lang).into_iter();
        let mails = mails::kinds(&lang).into_iter().map(|says| {
            let name = says.kind();
            (format!("mail {name}"), compose(&mails::message(says)).html())
        });
        for (name, html) in pages.chain(mails) {
            let file = format!("{}-{}.html", lang.as_str(), name.replace(' ', "-"));
            project.write(&file, &html);
            files.push(file);
        }
    }
    assert!(files.len() > 100, "{}", files.len());
    project.run("html-validate", &files.iter().map(String::as_str).collect::<Vec<_>>()).unwrap();
}

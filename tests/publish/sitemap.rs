//! The sitemap of all letters.

use crate::folder::Folder;
use crate::html::between;
use open_letter::files::Site;
use open_letter::publish::Publisher;

const MAP: &str = "sitemap.xml";

/// The addresses in it, each with its time.
fn entries(folder: &Folder) -> Vec<(String, Option<String>)> {
    let text = folder.site_text(MAP);
    let entry = |url: &str| {
        let time = url.contains("<lastmod>").then(|| between(url, "<lastmod>", "</lastmod>").to_string());
        (between(url, "<loc>", "</loc>").to_string(), time)
    };
    text.split("<url>").skip(1).map(entry).collect()
}

fn addresses(folder: &Folder) -> Vec<String> {
    entries(folder).into_iter().map(|(address, _)| address).collect()
}

/// Publishes another letter into the same site.
fn publish_beside(folder: &Folder, id: &str) {
    let other = Folder::new().letter(&format!("id: {id}\nlang: en\ntitle: Another"), "Text.");
    let site = Site::open(&folder.out()).unwrap();
    Publisher::new(&site, Some("https://letters.example")).unwrap().publish(&other.path()).unwrap();
}

#[test]
fn it_has_all_letters_of_the_site_whoever_published_them_last() {
    let folder = Folder::new().file("letter.fr.md", "---\ntitle: Une lettre\n---\n\nTexte.\n");
    folder.publish();
    publish_beside(&folder, "a");
    let all = ["a/", "x/", "x/fr/"].map(|path| format!("https://letters.example/letters/{path}"));
    assert_eq!(addresses(&folder), all);
    folder.publish();
    assert_eq!(addresses(&folder), all);
    std::fs::remove_dir_all(folder.out().join("letters/a")).unwrap();
    folder.publish();
    assert_eq!(addresses(&folder), all[1..]);
}

#[test]
fn a_page_keeps_its_time_until_it_changes() {
    let folder = Folder::new();
    folder.publish();
    publish_beside(&folder, "a");
    // The two may have been published in different seconds.
    let times = entries(&folder).into_iter().map(|(_, time)| time.unwrap());
    let text = times.fold(folder.site_text(MAP), |text, time| text.replace(&time, "2020-01-01T00:00:00Z"));
    std::fs::write(folder.out().join(MAP), text).unwrap();
    let old = |folder: &Folder| {
        entries(folder).into_iter().map(|(_, time)| time.unwrap().starts_with("2020")).collect::<Vec<_>>()
    };
    let published = folder.publish();
    assert!(published.files.iter().all(|file| !file.written), "{:?}", published.files);
    assert_eq!(old(&folder), [true, true]);
    let folder = folder.signatories("name\nAda\nBob\n");
    folder.publish();
    assert_eq!(old(&folder), [true, false]);
}

#[test]
fn lists_of_names_are_not_in_it() {
    let folder = Folder::new().signatories(&crate::generated::table(1, 600));
    folder.publish();
    assert_eq!(addresses(&folder), ["https://letters.example/letters/x/"]);
}

#[test]
fn a_letter_that_lives_elsewhere_is_not_in_it() {
    let folder = Folder::new().letter("lang: en\ntitle: A letter\nurl: https://campaign.example/", "Text.");
    folder.publish();
    assert_eq!(addresses(&folder), [""; 0]);
}

#[test]
fn somebody_elses_stays() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.out()).unwrap();
    std::fs::write(folder.out().join(MAP), "<urlset/>").unwrap();
    let published = folder.publish();
    assert_eq!(folder.site_text(MAP), "<urlset/>");
    assert!(published.files.iter().all(|file| file.path != MAP));
}

#[test]
fn without_an_address_there_is_none() {
    let folder = Folder::new();
    folder.publish_without_address();
    assert!(!folder.out().join(MAP).exists());
}

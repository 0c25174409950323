//! The pages with all names of a long roll.

use crate::folder::Folder;
use crate::generated;
use crate::html::{attribute, between, plain, tags};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use open_letter::model::{Letter, Settings, State};
use open_letter::publish::Published;
use open_letter::view::{Changing, Now, OnMessage, OpenLetter};
use std::collections::BTreeMap;
use std::sync::Arc;

const FOLDER: &str = "letters/x/signatories/";

/// The page with all names.
const ALL: &str = "all.html";

fn published(csv: &str) -> Folder {
    let folder = Folder::new().signatories(csv);
    folder.publish();
    folder
}

/// The pages by name, without the one that has all names.
fn pages(folder: &Folder) -> BTreeMap<String, String> {
    let files = folder.site_files().into_iter();
    let page = |(path, bytes): (String, Vec<u8>)| {
        let name = path.strip_prefix(FOLDER).filter(|name| *name != ALL)?.to_string();
        Some((name, String::from_utf8(bytes).unwrap()))
    };
    files.filter_map(page).collect()
}

/// The pages in reading order.
fn walk(folder: &Folder) -> Vec<String> {
    let pages = pages(folder);
    let mut name = "index.html".to_string();
    let mut walked: Vec<String> = Vec::new();
    loop {
        let page = &pages[&name];
        let way = |to: &str| tags(page, "a").find(|tag| attribute(tag, "rel") == Some(to)).map(str::to_string);
        assert_eq!(way("prev").is_some(), !walked.is_empty());
        walked.push(page.clone());
        match way("next") {
            Some(tag) => name = attribute(&tag, "href").unwrap().to_string(),
            None => break,
        }
    }
    assert_eq!(walked.len(), pages.len(), "each page is come to");
    walked
}

/// The rows of a page, as written.
fn rows(page: &str) -> Vec<&str> {
    between(page, "<ol>", "</ol>").split('\n').filter(|row| !row.is_empty()).collect()
}

/// The rows of a letter, as the view renders them.
fn rows_of_view(letter: Letter) -> Vec<String> {
    let html: String = Owner::new().with(|| {
        let reader = Vec::new();
        let changing = Changing::new(Now::of(&letter));
        let (state, settings) = (State::Shown(Arc::new(letter)), Settings::default());
        let on = OnMessage::new(|_| true);
        view! { <OpenLetter state settings reader changing on /> }.to_html()
    });
    // An empty text is rendered as a space, and an image with an end tag.
    let html = html.replace("<!>", "").replace("> </span>", "></span>").replace("</img>", "");
    let (_, rows) = html.split_once("<li part=\"signatory").unwrap();
    let rows = rows.split_once("</ol>").unwrap().0.split("<li part=\"signatory");
    rows.map(|row| ["<li part=\"signatory", row].concat()).collect()
}

#[test]
fn everybody_is_on_one_page_in_the_order_of_the_roll() {
    for count in [501, 3000] {
        let csv = generated::table(1, count);
        let folder = published(&csv);
        let walked = walk(&folder);
        let rows: Vec<&str> = walked.iter().flat_map(|page| rows(page)).collect();
        assert_eq!(rows.len(), count);
        let names = csv.lines().skip(1).map(|line| line.split('"').nth(1).unwrap().trim());
        assert!(rows.iter().zip(names).all(|(row, name)| plain(row).starts_with(name)));
        assert!(walked.iter().all(|page| self::rows(page).len() <= 500));
        let letter = folder.site_text("letters/x/index.html");
        assert!(letter.contains("<a part=\"more\" href=\"signatories/\">All names, page by page</a>"), "{letter}");
    }
}

#[test]
fn rows_are_as_the_view_has_them() {
    let csv = [
        generated::HEADING.replace('\n', ",note,url,logo,lang\n"),
        generated::rows(3, 0, 900).replace('\n', ",,,,\n"),
        "a,\"Ann \"\"A\"\" <b> & O’Co\",,R,O,C,2023-09-30,\"“<q>” & 'more'\",,true,\"n < \"\"o\"\"\",https://a.example/?a=1&b=2,logo.svg,hy\n"
            .into(),
    ]
    .concat();
    let folder = published(&csv);
    let walked = walk(&folder);
    let whole: Vec<&str> = walked.iter().flat_map(|page| rows(page)).collect();
    let mut letter = folder.letter_of_site();
    letter.roll = None;
    letter.signatories = crate::reader::Reader::open(&folder.out().join("letters/x/roll")).walk(false);
    letter.signatories.last_mut().unwrap().logo = logo_from_pages();
    let view = rows_of_view(letter);
    assert_eq!(whole.len(), 901);
    for (row, expected) in whole.iter().zip(&view) {
        // Both ways of writing a quotation mark in a text are equivalent.
        assert_eq!(row.replace("&quot;", "\""), expected.replace("&quot;", "\""));
    }
}

/// The pages are in a folder below the letter's.
fn logo_from_pages() -> Option<open_letter::model::Link> {
    let json = r#"{"version": 1, "lang": "en", "title": "T", "body": ["B"], "image": "../logo.svg"}"#;
    let json = open_letter::model::Json::parse(json).unwrap();
    Letter::read(&json, &|url| Some(url.to_string())).unwrap().letter.image
}

fn without(csv: &str, line: usize) -> String {
    csv.lines().enumerate().filter(|(at, _)| *at != line).map(|(_, line)| [line, "\n"].concat()).collect()
}

/// Publishes another table. Returns the numbers of changed, added and deleted pages.
fn change(folder: Folder, csv: &str) -> (Folder, Published, [usize; 3]) {
    let before = pages(&folder);
    let folder = folder.signatories(csv);
    let published = folder.publish();
    let after = pages(&folder);
    let changed = after.iter().filter(|(name, page)| before.get(*name).is_some_and(|old| old != *page)).count();
    let came = after.keys().filter(|name| !before.contains_key(*name)).count();
    let went = before.keys().filter(|name| !after.contains_key(*name)).count();
    let counted = published.pages.unwrap();
    // The page with all names is one more.
    let all = usize::from(counted.written > 0 && folder.out().join(FOLDER).join(ALL).exists());
    assert_eq!((counted.written, counted.deleted), (changed + came + all, went));
    (folder, published, [changed, came, went])
}

#[test]
fn one_more_rewrites_the_last_page_alone() {
    let csv = generated::table(1, 3000);
    let (folder, published, changes) = change(published(&csv), &(csv.clone() + "x,Zo Zu,,,,,,,,\n"));
    assert_eq!((changes, published.whole), ([1, 0, 0], false));
    assert!(walk(&folder).last().unwrap().contains("Zo Zu"));
}

#[test]
fn who_withdraws_is_gone_and_no_other_page_moves() {
    let csv = generated::table(1, 6000);
    let mut folder = published(&csv);
    let mut moved = 0;
    for line in [700, 2500, 5990] {
        let name = csv.lines().nth(line).unwrap().split('"').nth(1).unwrap().trim().to_string();
        let held = |folder: &Folder| pages(folder).values().filter(|page| page.contains(&name)).count();
        let before = held(&folder);
        let (after, _, [changed, came, went]) = change(folder, &without(&csv, line));
        assert!(changed + came <= 4 && went <= 2, "{changed} changed, {came} came, {went} went");
        moved += came;
        assert!(held(&after) <= before);
        assert_eq!(walk(&after).iter().flat_map(|page| rows(page)).count(), 5999);
        (folder, _, _) = change(after, &csv);
    }
    assert!(moved <= 1, "pages keep their addresses");
}

#[test]
fn pages_after_one_that_is_gone_keep_their_addresses() {
    let csv = generated::table(1, 6000);
    let folder = published(&csv);
    let second = walk(&folder)[1].clone();
    let gone: Vec<String> = rows(&second).iter().map(|row| plain(row).split(',').next().unwrap().to_string()).collect();
    let first = csv.lines().position(|line| line.contains(&format!("\"{}\"", gone[0]))).unwrap();
    let kept = csv.lines().enumerate().filter(|(at, _)| !(first..first + gone.len()).contains(at));
    let (folder, _, [changed, came, went]) =
        change(folder, &kept.map(|(_, line)| [line, "\n"].concat()).collect::<String>());
    assert!(changed + came <= 4 && went >= 1, "{changed} changed, {came} came, {went} went");
    assert_eq!(walk(&folder).iter().flat_map(|page| rows(page)).count(), 6000 - gone.len());
}

#[test]
fn a_changed_title_is_on_every_page_without_reading_the_table() {
    let folder = published(&generated::table(1, 1500));
    let folder = folder.letter("lang: fr\ntitle: Un autre titre", "Texte.");
    let again = folder.publish();
    assert!(!again.whole);
    for page in walk(&folder) {
        assert!(page.contains("<html lang=\"fr\"") && page.contains("<a href=\"../\">Un autre titre</a>"), "{page}");
    }
    assert_eq!(folder.publish().pages.unwrap().written, 0);
}

#[test]
fn a_page_that_was_lost_or_changed_is_written_again() {
    for content in [None, Some("<meta name=\"generator\" content=\"open-letter publish\">")] {
        let folder = published(&generated::table(1, 1500));
        let before = pages(&folder);
        let page = folder.out().join(FOLDER).join(before.keys().next().unwrap());
        match content {
            None => std::fs::remove_file(page).unwrap(),
            Some(content) => std::fs::write(page, content).unwrap(),
        }
        let again = folder.publish();
        assert!(!again.whole);
        assert_eq!(again.pages.unwrap().written, 1);
        assert_eq!(pages(&folder), before);
    }
}

#[test]
fn a_roll_that_has_become_short_has_no_pages() {
    let folder = published(&generated::table(1, 600));
    std::fs::write(folder.out().join(FOLDER).join("photo.jpg"), "theirs").unwrap();
    std::fs::write(folder.out().join(FOLDER).join("0123456789abcdef.html"), "theirs").unwrap();
    let folder = folder.signatories(&generated::table(1, 300));
    let published = folder.publish();
    assert!(published.pages.unwrap().deleted >= 2);
    let left: Vec<String> = pages(&folder).into_keys().collect();
    assert_eq!(left, ["0123456789abcdef.html", "photo.jpg"], "what somebody else put there stays");
    assert!(!folder.site_text("letters/x/index.html").contains("signatories/"));
}

#[test]
fn a_page_of_somebody_elses_is_not_written_over() {
    let folder = Folder::new().signatories(&generated::table(1, 600));
    std::fs::create_dir_all(folder.out().join(FOLDER)).unwrap();
    std::fs::write(folder.out().join(FOLDER).join("index.html"), "theirs").unwrap();
    let site = open_letter::files::Site::open(&folder.out()).unwrap();
    let error = open_letter::publish::Publisher::new(&site, None).unwrap().publish(&folder.path()).unwrap_err();
    assert!(error.to_string().ends_with(
        "signatories/index.html was not written by open-letter, and would be written over: move it out of the site"
    ));
    assert!(!folder.out().join("letters/x/letter.json").exists());
    assert!(!folder.out().join("letters/x/roll/index.json").exists());
    assert_eq!(pages(&folder)["index.html"], "theirs");
}

#[test]
fn pages_that_begin_alike_have_different_names() {
    // Many identical rows without an id, which begin several pages.
    let csv = ["name,kind\n".to_string(), "Anonymous,person\n".repeat(2500)].concat();
    let folder = published(&csv);
    let walked = walk(&folder);
    assert!(walked.len() >= 5, "{}", walked.len());
    assert_eq!(walked.iter().flat_map(|page| rows(page)).count(), 2500);
}

#[test]
fn who_signed_last_is_listed_as_long_as_the_letter_is_open() {
    let folder = published(&generated::table(1, 600));
    let latest = |folder: &Folder| {
        let html = folder.site_text("letters/x/index.html");
        between(&html, "<p part=\"latest\"", "</p>").to_string()
    };
    let last = folder.site_json("letters/x/count.json")["latest"][0]["name"].as_str().unwrap().to_string();
    assert!(latest(&folder).contains(&last));
    let folder = folder.letter("lang: en\ntitle: A letter\nstatus: delivered", "Text.");
    folder.publish();
    assert!(!latest(&folder).contains(&last), "{}", latest(&folder));
}

#[test]
fn search_engines_are_asked_to_keep_no_list_of_names() {
    let folder = published(&generated::table(1, 600));
    for page in walk(&folder) {
        assert!(page.contains("<meta name=\"robots\" content=\"noindex, follow\">"), "{page}");
    }
}

#[test]
fn the_days_of_signing_lead_to_ones_own_name() {
    let rows = (0..600).map(|number| format!("N{number},2026-03-{:02}\n", 1 + number / 60));
    let folder = published(&["name,signed\n".to_string(), rows.collect()].concat());
    let days = between(&walk(&folder)[0], "<p class=\"days\">", "</p>").to_string();
    assert!(days.starts_with("<time datetime=\"2026-03-01\">March 1, 2026</time> – <time"), "{days}");
}

#[test]
fn translations_lead_to_the_same_pages() {
    let folder = Folder::new().file("letter.fr.md", "---\ntitle: Une lettre\n---\nTexte.\n");
    let folder = folder.signatories(&generated::table(1, 600));
    folder.publish();
    let french = folder.site_text("letters/x/fr/index.html");
    assert!(french.contains("<a part=\"more\" href=\"../signatories/\">Tous les noms, page par page</a>"), "{french}");
}

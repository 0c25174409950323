//! The files that publishing writes, and those that it does not touch.

use crate::folder::Folder;
use open_letter::files::Site;
use open_letter::publish::{Published, Publisher};
use serde_json::json;
use std::path::Path;

/// The written files of the letter's folder.
fn written(published: &Published) -> Vec<&str> {
    let written = published.files.iter().filter(|file| file.written);
    written.filter_map(|file| file.path.strip_prefix("letters/x/")).collect()
}

/// All files of a letter in one language, in writing order.
const FILES: [&str; 12] = [
    "letter.json",
    "letter.view.json",
    "snippet.html",
    "snippet.element.html",
    "snippet.tag.html",
    "snippet.iframe.html",
    "snippet.badge.html",
    "oembed.json",
    "feed.xml",
    "partners/index.html",
    "index.html",
    "count.json",
];

#[test]
fn the_publisher_slows_readers_down() {
    let folder = Folder::new().letter("lang: en\ntitle: A letter\nsignatures:\n  refresh: 300", "Text.");
    folder.publish();
    assert_eq!(folder.site_json("letters/x/count.json")["refresh"], 300);
    assert_eq!(folder.letter_of_site().signatures.refresh, Some(300));
}

#[test]
fn persons_are_marked_where_not_all_others_are() {
    for (rows, organisations, persons) in [
        ("A,organisation\nB,person\n", Some(1), None),
        ("A,organisation\nB,\nC,person\nD,person\n", Some(1), Some(2)),
        ("A,\nB,\n", None, None),
    ] {
        let folder = Folder::new().signatories(&format!("name,kind\n{rows}"));
        folder.publish();
        let count = folder.site_json("letters/x/count.json");
        let number = |name| count.get(name).and_then(serde_json::Value::as_u64);
        assert_eq!((number("organisations"), number("persons")), (organisations, persons), "{rows}");
    }
}

/// Signatories of the same name without an id are distinguished by affiliation. Initiators are not among the latest.
#[test]
fn the_latest_are_listed_by_what_distinguishes_them() {
    let folder = Folder::new().signatories(
        "id,name,organisation,initiator,signed\n,Ani,Union,,2026-03-01\n,Ani,Society,,2026-03-01\n\
             4,Garo,Union,,2026-03-01\n,Zabel,,true,2026-03-01\n",
    );
    folder.publish();
    assert_eq!(
        folder.site_json("letters/x/count.json")["latest"],
        json!([
            { "id": "4", "name": "Garo" }, { "name": "Ani", "organisation": "Society" },
            { "name": "Ani", "organisation": "Union" }
        ])
    );
}

#[test]
fn the_count_shows_that_a_letter_is_closed() {
    for (status, expected) in [("", None), ("status: open\n", None), ("status: answered\n", Some("answered"))] {
        let folder = Folder::new().letter(&format!("lang: en\ntitle: A letter\n{status}"), "Text.");
        folder.publish();
        let count = folder.site_json("letters/x/count.json");
        assert_eq!(count.get("status").and_then(serde_json::Value::as_str), expected);
    }
}

/// The widget needs them for the filters before it fetches the count, and where it never does.
#[test]
fn a_letter_with_a_part_of_the_roll_has_the_kinds_of_all() {
    let kind = |number: usize| ["organisation", "person", "person", ""][number % 4];
    let rows: Vec<String> = (0..600).map(|number| format!("N{number},{}\n", kind(number))).collect();
    let folder = Folder::new().letter("lang: en\ntitle: A letter\nstatus: delivered", "Text.");
    let folder = folder.signatories(&["name,kind\n".to_string(), rows.concat()].concat());
    folder.publish();
    let signatures = &folder.site_json("letters/x/letter.json")["signatures"];
    assert_eq!((&signatures["organisations"], &signatures["persons"]), (&json!(150), &json!(300)));
    let whole = Folder::new().signatories("name,kind\nA,person\n");
    whole.publish();
    assert!(whole.site_json("letters/x/letter.json")["signatures"].get("organisations").is_none());
}

#[test]
fn a_letter_and_its_count_are_written() {
    let folder = Folder::new().signatories(
        "id,name,kind,initiator,hidden,signed\n1,A,person,,,2026-03-01\n2,B,organisation,true,,2026-03-01\n\
         3,C,person,,true,2026-03-01\n4,D,person,,,2026-03-01\n5,E,organisation,,,2026-03-01\n\
         6,F,organisation,,true,2026-03-01\n7,G,person,,,2026-03-01\n8,H,person,,,2026-03-01\n,I,person,,,2026-03-01\n",
    );
    let published = folder.publish();
    assert_eq!(written(&published), FILES);
    assert_eq!(published.files.last().unwrap().path, "sitemap.xml");
    let count = folder.site_json("letters/x/count.json");
    assert_eq!(count["count"], 9, "the hidden count");
    assert_eq!(count["organisations"], 3);
    assert_eq!(
        count["latest"],
        json!([
            { "name": "I", "kind": "person" }, { "id": "8", "name": "H", "kind": "person" },
            { "id": "7", "name": "G", "kind": "person" }, { "id": "5", "name": "E", "kind": "organisation" },
            { "id": "4", "name": "D", "kind": "person" }
        ])
    );
    let order: Vec<&str> = count.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(order, ["count", "updated", "organisations", "latest"]);
    let letter = folder.letter_of_site();
    assert_eq!(letter.signatories.iter().map(|one| one.name.as_str()).collect::<String>(), "BADEGHI");
    assert_eq!(letter.count(), Some(9));
    assert_eq!(letter.url.unwrap().as_str(), "https://letters.example/letters/x/");
}

#[test]
fn the_hidden_are_named_in_no_file() {
    let folder = Folder::new().signatories("id,name,hidden,comment\n1,Ada,,\n2,Grace Hopper,true,secret\n");
    folder.publish();
    for (path, bytes) in folder.site_files() {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("Grace") && !text.contains("secret"), "{path}");
    }
}

#[test]
fn a_second_run_writes_nothing() {
    let folder = Folder::new();
    folder.publish();
    let before = folder.site_files();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let published = folder.publish();
    assert_eq!((published.files.len(), written(&published)), (14, vec![]));
    assert_eq!(folder.site_files(), before, "`updated` too stays as it was");
}

#[test]
fn a_new_site_says_the_same_time_of_the_same_count() {
    let folder = Folder::new().signatories("name\nAda\n");
    folder.publish();
    let path = folder.out().join("letters/x/count.json");
    let mut count = folder.site_json("letters/x/count.json");
    count["updated"] = json!("2026-05-04T10:00:00Z");
    std::fs::write(path, count.to_string()).unwrap();
    folder.publish();
    std::fs::remove_dir_all(folder.out()).unwrap();
    folder.publish();
    assert_eq!(folder.site_json("letters/x/count.json")["updated"], "2026-05-04T10:00:00Z");
    let folder = folder.signatories("name\nAda\nBo\n");
    std::fs::remove_dir_all(folder.out()).unwrap();
    folder.publish();
    assert_ne!(folder.site_json("letters/x/count.json")["updated"], "2026-05-04T10:00:00Z");
}

#[test]
fn only_what_changed_is_written() {
    let folder = Folder::new();
    folder.publish();
    let folder = folder.letter("lang: en\ntitle: A letter", "Another text.");
    let published = folder.publish();
    assert_eq!(
        written(&published),
        ["letter.json", "letter.view.json", "snippet.html", "partners/index.html", "index.html"]
    );
    let folder = folder.signatories("name\nAda\nGrace\n");
    let published = folder.publish();
    let changed = [
        "letter.json",
        "letter.view.json",
        "snippet.html",
        "snippet.badge.html",
        "partners/index.html",
        "index.html",
        "count.json",
    ];
    assert_eq!(written(&published), changed);
}

#[test]
fn with_an_error_nothing_is_written_and_the_old_stays() {
    let folder = Folder::new();
    folder.publish();
    let before = folder.site_files();
    let folder = folder.letter("lang: en\ntitle: Changed\ndate: soon", "Text.");
    let published = folder.publish();
    assert_eq!(folder.shorten(&published.findings), ["x/letter.md:4: date is “soon”: write the day as 2023-09-07"]);
    assert!(published.files.is_empty());
    assert_eq!(folder.site_files(), before);
}

#[test]
fn a_warning_does_not_keep_from_publishing() {
    let folder = Folder::new().signatories("name\nAda\nAda\n");
    let published = folder.publish();
    assert_eq!(published.findings.len(), 1);
    assert_eq!(folder.site_json("letters/x/count.json")["count"], 2);
}

#[test]
fn what_others_put_into_the_site_stays() {
    let folder = Folder::new();
    for path in ["index.html", "letters/x/photo.jpg", "letters/other/letter.json"] {
        let path = folder.out().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, "theirs").unwrap();
    }
    folder.publish();
    for path in ["index.html", "letters/x/photo.jpg", "letters/other/letter.json"] {
        assert_eq!(folder.site_text(path), "theirs");
    }
}

#[test]
fn no_traces_of_writing_are_left_and_the_files_can_be_served() {
    let folder = Folder::new();
    folder.publish();
    let names: Vec<String> = folder.site_files().into_iter().map(|(path, _)| path).collect();
    // The script of the page for partners has a hash in its name.
    let (scripts, names): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|name| name.starts_with("open-letter-partners-"));
    assert_eq!(scripts.len(), 1);
    let mut expected: Vec<String> = FILES.iter().map(|name| format!("letters/x/{name}")).collect();
    expected.push("sitemap.xml".into());
    expected.sort();
    assert_eq!(names, expected);
    #[cfg(unix)]
    for name in names.into_iter().chain(scripts) {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(folder.out().join(&name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o444, 0o444, "{name} can be read by the server");
    }
}

#[test]
fn a_damaged_count_is_replaced() {
    let folder = Folder::new();
    folder.publish();
    for damaged in ["", "{", "[]", r#"{"count": 1, "updated": "yesterday", "organisations": 0, "latest": []}"#] {
        std::fs::write(folder.out().join("letters/x/count.json"), damaged).unwrap();
        // The first view says when the count changed.
        let published = folder.publish();
        let written: Vec<_> = written(&published).into_iter().filter(|name| *name != "letter.view.json").collect();
        assert_eq!(written, ["count.json"]);
        assert_eq!(folder.site_json("letters/x/count.json")["count"], 1);
    }
}

#[test]
fn the_letter_keeps_its_own_address() {
    let folder = Folder::new().letter("lang: en\ntitle: A letter\nurl: https://campaign.example/letter", "Text.");
    folder.publish();
    assert_eq!(folder.site_json("letters/x/letter.json")["url"], "https://campaign.example/letter");
}

#[test]
fn a_base_url_is_an_address() {
    let folder = Folder::new();
    let site = Site::open(&folder.out()).unwrap();
    for (url, fits) in [
        ("https://letters.example", true),
        ("http://127.0.0.1:8080/sub/", true),
        ("letters.example", false),
        ("https://", false),
        ("ftp://a.example/", false),
        ("https://a.example/?b", false),
        ("", false),
    ] {
        let error = Publisher::new(&site, Some(url)).err().map(|error| error.to_string());
        let message = format!("--base-url is “{url}”: give the site's address, such as https://letters.example/");
        assert_eq!(error, (!fits).then_some(message));
    }
}

#[test]
fn two_folders_of_one_id_are_refused() {
    let (one, two) = (Folder::new(), Folder::new());
    let site = Site::open(&one.out()).unwrap();
    let mut publisher = Publisher::new(&site, None).unwrap();
    publisher.publish(&one.path()).unwrap();
    let error = publisher.publish(&two.path()).unwrap_err().to_string();
    assert!(
        error.ends_with("both have the id x: give one of them another, by its folder's name or by id: in letter.md"),
        "{error}"
    );
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_symbolic_link() {
    for link in ["letters", "letters/x", "letters/x/letter.json", "letters/x/index.html", "letters/x/count.json"] {
        let folder = Folder::new();
        let elsewhere = folder.beside("elsewhere");
        std::fs::create_dir(&elsewhere).unwrap();
        let path = folder.out().join(link);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
        let site = Site::open(&folder.out()).unwrap();
        let error = Publisher::new(&site, None).unwrap().publish(&folder.path()).unwrap_err().to_string();
        assert_eq!(
            error,
            format!(
                "{} is a symbolic link, which may lead out of the site: put a folder or file in its place",
                site.root().join(link).display()
            )
        );
        assert_eq!(std::fs::read_dir(&elsewhere).unwrap().count(), 0);
        assert!(!Path::new(&folder.out().join("letters/x/letter.json")).is_file(), "nothing at all is written");
    }
}

#[test]
fn a_site_refuses_paths_that_lead_out_of_it() {
    let folder = Folder::new();
    let site = Site::open(&folder.out()).unwrap();
    for path in ["../a", "/tmp/a", "letters/../../a", "./a/../../b"] {
        let error = site.read(path).unwrap_err().to_string();
        assert_eq!(error, format!("{path} leads out of {}", site.root().display()));
    }
}

/// The clock of a publishing machine was once ahead.
#[test]
fn a_count_from_the_future_is_reported_and_written_anew() {
    let folder = Folder::new();
    folder.publish();
    let path = folder.out().join("letters/x/count.json");
    let mut count = folder.site_json("letters/x/count.json");
    count["updated"] = json!("2099-01-01T00:00:00Z");
    std::fs::write(&path, serde_json::to_vec_pretty(&count).unwrap()).unwrap();
    let reported = folder.shorten(&folder.publish().findings);
    assert_eq!(
        reported,
        ["x: warning: count.json in the site said that it is from 2099-01-01T00:00:00Z, which is in the future, and \
          is corrected: set the clock of the machine that published it"]
    );
    assert_ne!(folder.site_json("letters/x/count.json")["updated"], "2099-01-01T00:00:00Z");
    assert_eq!(folder.publish().findings, []);
}

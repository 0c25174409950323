//! Letters that would replace others.

use crate::command::{prints, run};
use crate::folder::Folder;
use std::path::Path;

/// Writes a letter with the id `same` into a folder beside `x`.
fn letter(folder: &Folder, name: &str, title: &str, table: &str) {
    let path = folder.beside(name);
    std::fs::create_dir_all(&path).unwrap();
    std::fs::write(path.join("letter.md"), format!("---\nlang: en\nid: same\ntitle: {title}\n---\n\nText.\n")).unwrap();
    std::fs::write(path.join("signatories.csv"), table).unwrap();
}

fn title(folder: &Folder) -> String {
    folder.site_json("letters/same/letter.json")["title"].as_str().unwrap().to_string()
}

fn publish(folder: &Folder, name: &str, more: &[&str]) -> bool {
    run(folder, &[&["publish", name, "--out", "site"], more].concat()).status.success()
}

#[test]
fn another_letter_of_the_same_id_is_refused_until_it_is_said_to_replace() {
    let folder = Folder::new();
    letter(&folder, "one", "To Canada", "id,name\n1,Ada\n");
    letter(&folder, "other", "To the Library", "id,name\n1,Grace\n");
    assert!(publish(&folder, "one", &[]));
    let before = folder.site_files();
    let output = run(&folder, &["publish", "other", "--out", "site"]);
    let expected = "other/letter.md:3: id is “same”, and letters/same in the site is another letter, “To Canada”: \
                write another id: here, or replace that letter with --replace same\n\
                other was not published, for the reasons above\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
    assert_eq!(output.status.code(), Some(1));
    assert!(folder.site_files() == before);
    assert!(!publish(&folder, "other", &["--replace", "another"]));
    assert!(publish(&folder, "other", &["--replace", "same"]));
    assert_eq!(title(&folder), "To the Library");
    // From now on it is this folder's letter.
    assert!(publish(&folder, "other", &[]));
    assert!(!publish(&folder, "one", &[]), "and no longer of that one");
}

#[test]
fn a_letter_may_change_its_title() {
    // Signatories are recognised by id and name.
    for (one, other, fits) in [
        ("id,name\n1,Ada\n2,Bob\n", "id,name\n3,Cleo\n2,BOB\n", true),
        ("id,name\n1,Ada\n", "id,name\n1,Grace\n", false),
        ("id,name\n1,Ada\n", "id,name\n2,Ada\n", false),
        ("name\nAda\n", "name\nAda\n", false),
    ] {
        let folder = Folder::new();
        letter(&folder, "one", "A letter", one);
        letter(&folder, "other", "Another letter", other);
        assert!(publish(&folder, "one", &[]));
        assert_eq!(publish(&folder, "other", &[]), fits, "{one}, then {other}");
        // The folder's own letter needs no signatory for recognition.
        letter(&folder, "one", "A third title", "name\n");
        let again = ["--replace", "same"];
        assert!(publish(&folder, "one", if fits { &again } else { &[] }));
        letter(&folder, "one", "A fourth title", "name\nZoë\n");
        assert!(publish(&folder, "one", &[]));
    }
}

#[test]
fn a_copy_of_a_folder_is_another_one() {
    let folder = Folder::new();
    letter(&folder, "one", "A letter", "name\nAda\n");
    assert!(publish(&folder, "one", &[]));
    letter(&folder, "copy", "A new letter", "name\n");
    let (from, to) = (folder.beside("one/.open-letter"), folder.beside("copy/.open-letter"));
    std::fs::create_dir(&to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    assert!(!publish(&folder, "copy", &[]));
    assert_eq!(title(&folder), "A letter");
}

#[test]
fn a_long_roll_knows_its_signatories_too() {
    let rows = |from: usize| (from..from + 700).map(|row| format!("{row},Name {row}\n")).collect::<Vec<_>>().concat();
    let folder = Folder::new();
    letter(&folder, "one", "A letter", &format!("id,name\n{}", rows(1)));
    assert!(publish(&folder, "one", &[]));
    letter(&folder, "other", "Another letter", &format!("id,name\n{}", rows(2000)));
    assert!(!publish(&folder, "other", &[]));
    letter(&folder, "other", "Another letter", &format!("id,name\n{}{}", rows(2000), rows(1)));
    assert!(publish(&folder, "other", &[]));
}

#[test]
fn two_folders_of_one_id_in_one_call_publish_nothing() {
    let folder = Folder::new();
    letter(&folder, "one", "A letter", "name\nAda\n");
    letter(&folder, "other", "A letter", "name\nAda\n");
    prints(
        &run(&folder, &["publish", "x", "one", "other", "--out", "site"]),
        1,
        "",
        "error: one and other both have the id same: give one of them another, by its folder's name or by id: in \
         letter.md\n",
    );
    assert!(!Path::new(&folder.out().join("letters")).exists());
}

#[test]
fn an_id_is_a_folder_on_every_system() {
    for (id, fits) in [
        ("con", false),
        ("com1", false),
        ("lpt9", false),
        ("nul", false),
        ("..", false),
        ("a/b", false),
        ("A", false),
        ("company", true),
        ("com12", true),
        ("con-1", true),
    ] {
        let folder = Folder::new().letter(&format!("lang: en\nid: {id}\ntitle: A letter"), "Text.");
        assert_eq!(folder.findings().is_empty(), fits, "{id}");
    }
    let folder = Folder::new().letter(&format!("lang: en\nid: {}\ntitle: A letter", "a".repeat(101)), "Text.");
    assert_eq!(folder.findings().len(), 1);
}

#[test]
fn a_letter_within_the_site_is_not_published() {
    let folder = Folder::new();
    for out in ["x", ".", "x/../."] {
        let output = run(&folder, &["publish", "x", "--out", out]);
        let reported = String::from_utf8(output.stderr).unwrap();
        assert!(
            reported.contains(", where everybody could read signatories.csv: name another folder by --out"),
            "{reported}"
        );
        assert_eq!(output.status.code(), Some(1));
    }
    assert!(!folder.path().join("letters").exists());
    assert!(publish(&folder, "x", &[]));
    // A site inside the letter's folder does not expose the letter's own files.
    assert!(run(&folder, &["publish", "x", "--out", "x/site"]).status.success());
}

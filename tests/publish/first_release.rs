//! What release 0.1.0 wrote, and this one takes over: tables, the memory of imports, and published sites.

use crate::folder::Folder;
use open_letter::files::hash::name_hash;
use open_letter::import::{Options, Report, import};

const KEY: &[u8] = include_bytes!("../letters/first-release/key");
/// Three signatories of the source `form`, and one who was withdrawn: the next id is 5.
const IMPORTED: &str = include_str!("../letters/first-release/imported");
const LETTER: &str = include_str!("../letters/first-release/letter.json");
const PAGE: &str = include_str!("../letters/first-release/index.html");
const TABLE: &str = "id,name,kind,role,organisation\n1,Ada Lovelace,,Fellow,Royal Society\n2,Grace Hopper,,Admiral,\n\
                     3,Zoe Odegard,,,Evening School\n";

/// A letter's folder as 0.1.0 left it.
fn folder() -> Folder {
    let folder = Folder::new().letter("lang: en\ntitle: Keep the library open", "Text.").signatories(TABLE);
    let own = folder.path().join(".open-letter");
    std::fs::create_dir(&own).unwrap();
    for (name, bytes) in [("key", KEY), ("imported", IMPORTED.as_bytes()), (".gitignore", b"*\n")] {
        std::fs::write(own.join(name), bytes).unwrap();
    }
    folder
}

fn imports(folder: &Folder, export: &str) -> Report {
    let file = folder.beside("export.csv");
    std::fs::write(&file, export).unwrap();
    let map = vec!["key=Number,email=Mail,name=Name,organisation=Body,role=Role".into()];
    let options = Options { file, into: folder.path(), map, source: Some("form".into()), ..Options::default() };
    import(&options).unwrap()
}

fn table(folder: &Folder) -> String {
    std::fs::read_to_string(folder.path().join("signatories.csv")).unwrap()
}

#[test]
fn a_memory_of_imports_finds_everybody_again_and_gives_no_id_twice() {
    let folder = folder();
    let export = "Number,Mail,Name,Body,Role\nA-17,ada@example.org,Ada Lovelace,Royal Society,Fellow\n\
                  A-18,,Grace Hopper,,Rear Admiral\nA-99,ZOE@example.org,Zoë Ødegård,Evening School,\n\
                  A-20,bo@example.org,Bo Example,,\n";
    let report = imports(&folder, export);
    assert_eq!((report.added, report.updated, report.unchanged, report.refused), (1, 2, 1, 0), "{report}");
    assert_eq!(
        table(&folder),
        "id,name,kind,role,organisation\n1,Ada Lovelace,,Fellow,Royal Society\n2,Grace Hopper,,Rear Admiral,\n\
         3,Zoë Ødegård,,,Evening School\n5,Bo Example,,,\n"
    );
    let again = imports(&folder, export);
    assert_eq!((again.added, again.updated, again.unchanged), (0, 0, 4), "{again}");
}

/// 0.1.0 wrote cells as they came, also those that a spreadsheet takes for a formula.
#[test]
fn a_table_with_cells_that_a_spreadsheet_could_run_is_published_and_written_safely() {
    let folder = folder().signatories("id,name,role\n1,Ada,=1+1\n2,Bo,-\n3,'t Hooft,+\n");
    let before = table(&folder);
    let roles = |folder: &Folder| {
        let letter = folder.published();
        letter["signatories"].as_array().unwrap().iter().map(|one| one["role"].clone()).collect::<Vec<_>>()
    };
    let published = roles(&folder);
    assert_eq!(published, ["=1+1", "-", "+"]);
    imports(&folder, "Number,Mail,Name,Body,Role\nA-20,bo@example.org,Cleo,,\n");
    assert_ne!(table(&folder), before);
    assert_eq!(roles(&folder)[..3], published);
}

/// The letter in the site is known as this folder's by its title or by a signatory, since 0.1.0 kept no record.
#[test]
fn a_published_site_is_published_over() {
    for title in ["Keep the library open", "Another title"] {
        let folder = folder().letter(&format!("lang: en\ntitle: {title}"), "Text.");
        let site = folder.out().join("letters/x");
        std::fs::create_dir_all(&site).unwrap();
        for (name, text) in [
            ("letter.json", LETTER),
            ("index.html", PAGE),
            ("count.json", r#"{ "count": 2, "updated": "2026-05-04T10:00:00Z" }"#),
            (
                "snippet.html",
                "<!-- Paste this. -->\n<script src=\"https://letters.example/open-letter.js\"></script>\n",
            ),
        ] {
            std::fs::write(site.join(name), text).unwrap();
        }
        folder.publish();
        let letter = folder.site_json("letters/x/letter.json");
        assert_eq!((letter["title"].as_str(), &letter["signatures"]["count"]), (Some(title), &3.into()));
        assert_eq!(folder.site_json("letters/x/count.json")["count"], 3);
        let page = folder.site_text("letters/x/index.html");
        assert!(page.contains("data-static") && !page.contains("shadowrootmode"), "{page}");
        assert!(!folder.site_text("letters/x/snippet.html").contains("<!--"));
        assert!(site.join("letter.view.json").exists());
        // A second time changes nothing.
        let before = folder.site_files_but_for_times();
        folder.publish();
        assert_eq!(folder.site_files_but_for_times(), before);
    }
}

/// 0.1.0 remembered one table where this release remembers two.
#[test]
fn a_memory_of_a_long_roll_is_read_anew() {
    let rows: Vec<String> = (0..700).map(|row| format!("{row},Name {row}\n")).collect();
    let folder = folder().signatories(&format!("id,name\n{}", rows.concat()));
    let rest = concat!(
        r#"{"release":"0.1.0","table":{"length":9,"hash":1},"site":1,"count":9,"kinds":{"organisations":0,"persons":0},"#,
        r#""first":[],"latest":[],"pages":{"sizes":[],"rows":0}}"#,
        "\n\0\0\0\0\0\0\0\0"
    );
    let path = folder.path().join(".open-letter/published");
    std::fs::write(&path, [name_hash(rest.as_bytes()).as_str(), rest].concat()).unwrap();
    folder.publish();
    assert_eq!(folder.site_json("letters/x/count.json")["count"], 700);
    assert!(!std::fs::read_to_string(&path).unwrap_or_default().contains("\"table\":"));
}

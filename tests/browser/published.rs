//! Letters with long rolls, published by the coordinator's command.

use crate::generated;
use open_letter::files::Site;
use open_letter::files::lock::Patience;
use open_letter::publish::Publisher;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

const LETTER: &str = "---\nlang: en\ntitle: A letter with a long roll\n---\n\nWe ask for examples.\n";

const FRENCH: &str = "---\nlang: fr\ntitle: Une lettre\n---\n\nNous demandons des exemples.\n";

/// The folder of the site for these letters.
pub fn site() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("published")
}

/// The folder of a letter's sources.
fn folder(id: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters").join(id)
}

/// Publishes a letter with that text as its table, and returns the path of its `letter.json`.
pub fn publish(id: &str, table: &str) -> String {
    let folder = folder(id);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("letter.md"), LETTER).unwrap();
    publish_folder(&folder, table);
    format!("/letters/{id}/letter.json")
}

fn publish_folder(folder: &Path, table: &str) {
    std::fs::write(folder.join("signatories.csv"), table).unwrap();
    let site = Site::open(&site()).unwrap();
    // Other tests publish into the same site.
    let mut patient = Publisher::new(&site, None).unwrap().with_patience(Patience::Endless(|_| ()));
    let published = patient.publish(folder).unwrap();
    assert!(!published.files.is_empty(), "{}: {:?}", folder.display(), published.findings.first());
}

/// The path of the page of a letter in two languages, published once for all tests.
pub fn in_two_languages() -> &'static str {
    static PUBLISHED: OnceLock<()> = OnceLock::new();
    PUBLISHED.get_or_init(|| {
        let folder = folder("two-languages");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("letter.fr.md"), FRENCH).unwrap();
        publish("two-languages", "name,kind,initiator\nFriends of Examples,organisation,true\nAni Ararat,person,\n");
    });
    "/letters/two-languages/"
}

/// The paths of the pages of letters in `tests/letters/folders/`, published once for all tests.
pub fn folders() -> &'static [String] {
    static PUBLISHED: OnceLock<Vec<String>> = OnceLock::new();
    PUBLISHED.get_or_init(|| {
        ["river-arabic", "school-armenian", "harbour-lamps"]
            .map(|id| {
                let (source, copy) =
                    (Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters/folders").join(id), folder(id));
                std::fs::create_dir_all(&copy).unwrap();
                for file in std::fs::read_dir(source).unwrap().flatten().filter(|file| file.path().is_file()) {
                    std::fs::copy(file.path(), copy.join(file.file_name())).unwrap();
                }
                let table = std::fs::read_to_string(copy.join("signatories.csv")).unwrap();
                publish_folder(&copy, &table);
                format!("/letters/{id}/")
            })
            .into()
    })
}

/// All kinds of languages: those of the interface and others, with countries and scripts, with digits and calendars of
/// their own, some that a browser does not know, and tags that are no language.
#[rustfmt::skip]
pub const LANGUAGES: &[&str] = &[
    "en", "en-GB", "en-IN", "en-CH", "ar", "ar-SA", "ar-EG", "ar-MA", "de", "de-AT", "de-CH", "es", "es-MX", "fr",
    "fr-CA", "fr-CH", "he", "hy", "it", "it-CH", "pt", "pt-PT", "ru", "tr", "uk", "zh-Hans", "zh-Hant", "am", "az",
    "be", "bg", "bn", "bs", "ca", "ckb", "cs", "cy", "da", "dz", "el", "et", "eu", "fa", "fi", "fil", "ga", "gsw",
    "gu", "hi", "hr", "hu", "id", "is", "ja", "ka", "kk", "km", "kmr", "kn", "ko", "ky", "lo", "lt", "lv", "mk", "ml",
    "mn", "mr", "ms", "my", "nb", "ne", "nl", "pa", "pl", "ps", "ro", "sd", "si", "sk", "sl", "sq", "sr", "sr-Latn",
    "sv", "sw", "ta", "te", "th", "ur", "uz", "vi", "yi", "zu", "en-a", "tlh", "qaa", "art-x-own", "de-1996",
    "hy-arevmda", "fr-a", "hy-x-own", "hyw", "sh", "no", "xx", "iw", "root", "und",
];

/// The paths of the pages of a letter in each of these languages, with dates, numbers and a translation. Published once
/// for all tests.
pub fn in_each_language() -> impl Iterator<Item = (&'static str, String)> {
    static PUBLISHED: OnceLock<()> = OnceLock::new();
    let id = |lang: &str| format!("in-{}", lang.to_ascii_lowercase());
    PUBLISHED.get_or_init(|| LANGUAGES.iter().for_each(|lang| publish_in(lang, &id(lang))));
    LANGUAGES.iter().map(move |lang| (*lang, format!("/letters/{}/", id(lang))))
}

fn publish_in(lang: &str, id: &str) {
    let folder = folder(id);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let letter = format!("---\nlang: {lang}\n{}", include_str!("letter.md"));
    std::fs::write(folder.join("letter.md"), letter).unwrap();
    let other = if lang == "nl" { "pl" } else { "nl" };
    let translation = format!("---\nlang: {other}\ntitle: Another\n---\n\nText.\n");
    std::fs::write(folder.join(format!("letter.{other}.md")), translation).unwrap();
    publish_folder(&folder, "name,kind\nFriends of Examples,organisation\nAni Ararat,person\n");
}

/// The table of an invented roll: initiators, then persons and organisations.
pub fn table(rows: usize) -> String {
    generated::table(7, rows)
}

/// The next rows of a longer roll.
pub fn rows(first: usize, count: usize) -> String {
    generated::rows(7, first, count)
}

/// The letter with an invented roll of that length, published once for all tests.
pub fn of_length(rows: usize) -> String {
    static PUBLISHED: LazyLock<Mutex<HashMap<usize, Arc<OnceLock<String>>>>> = LazyLock::new(Mutex::default);
    let cell = PUBLISHED.lock().unwrap_or_else(PoisonError::into_inner).entry(rows).or_default().clone();
    let publish = || {
        let id = format!("roll-{rows}");
        // The remains of an earlier run may come from another build.
        let _ = std::fs::remove_dir_all(folder(&id));
        publish(&id, &table(rows))
    };
    cell.get_or_init(publish).clone()
}

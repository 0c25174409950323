//! A letter of the repository, published for one test.

use open_letter::files::Site;
use open_letter::model::{Json, Letter};
use open_letter::publish::Publisher;
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A site with one letter. Deleted after the test.
pub struct Publication {
    temp: TempDir,
    id: String,
}

impl Publication {
    /// The folder at that path in the repository.
    pub fn source(folder: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
    }

    /// Publishes a copy of the folder, because publishing writes its memory of a long roll into the folder itself.
    #[track_caller]
    pub fn of(folder: &str) -> Publication {
        let source = Self::source(folder);
        let temp = tempfile::tempdir().unwrap();
        let id = source.file_name().unwrap().to_str().unwrap().to_string();
        let copy = temp.path().join(&id);
        std::fs::create_dir(&copy).unwrap();
        for file in std::fs::read_dir(&source).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
            std::fs::copy(file.path(), copy.join(file.file_name())).unwrap();
        }
        let site = Site::open(&temp.path().join("site")).unwrap();
        let published = Publisher::new(&site, Some("https://letters.example"))
            .unwrap()
            .without_collected(true)
            .publish(&copy)
            .unwrap();
        assert_eq!(published.findings, [], "{folder}");
        Publication { temp, id }
    }

    /// The letter's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The path of a file of the letter.
    pub fn path(&self, name: &str) -> PathBuf {
        self.temp.path().join("site/letters").join(&self.id).join(name)
    }

    /// A file of the letter.
    #[track_caller]
    pub fn json(&self, name: &str) -> Value {
        serde_json::from_str(&std::fs::read_to_string(self.path(name)).unwrap()).unwrap()
    }

    /// The letter in all languages, the original first, found as a widget finds them.
    #[track_caller]
    pub fn letters(&self) -> Vec<Letter> {
        let original = self.letter("letter.json");
        let others = original.translations.iter().map(|translation| translation.src.as_str());
        let others: Vec<Letter> =
            others.filter(|src| *src != "letter.json").map(|translation| self.letter(translation)).collect();
        std::iter::once(original.clone()).chain(others).collect()
    }

    /// The letter, read by the model without any refusal.
    #[track_caller]
    fn letter(&self, name: &str) -> Letter {
        let json = Json::parse(&std::fs::read_to_string(self.path(name)).unwrap()).unwrap();
        let reading = Letter::read(&json, &|url| Some(url.to_string())).unwrap();
        assert_eq!(reading.problems, [], "{name}");
        reading.letter
    }
}

//! A letter as its folder says it, for the collector.

use super::settings::LetterSettings;
use crate::model::{self, By, Json, LanguageTag, SignForm};
use crate::source::{self, any_error, letter_folder};
use anyhow::{Result, bail};

/// A letter that is collected for.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its id.
    pub id: String,
    /// Its folder and its partners.
    pub settings: LetterSettings,
    /// Its texts, the original first.
    pub texts: Vec<Text>,
    /// Whether it says that it is open.
    pub open: bool,
    /// Where readers find what becomes of their data.
    pub privacy: Option<String>,
    /// How readers reach the coordinator.
    pub contact: Option<String>,
}

/// One text of a letter.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its language.
    pub lang: LanguageTag,
    /// Its title.
    pub title: String,
    /// The address of its page.
    pub url: String,
    /// The hash of its title and body.
    pub hash: String,
    /// The form.
    pub form: SignForm,
    /// The text itself, with whole links.
    pub letter: model::Letter,
}

impl Letter {
    /// Reads a letter. `base_url` is the address of the site, with a slash at its end.
    ///
    /// # Errors
    /// If it can't be published: with the first fault.
    pub fn read(settings: &LetterSettings, base_url: &str) -> Result<Letter> {
        let (id, texts, findings) = letter_folder::texts(&settings.folder, Some(base_url), 0, true);
        let first = findings.iter().find(|finding| any_error(std::slice::from_ref(finding)));
        if let Some(first) = first {
            bail!("{first}");
        }
        let read = |text: &source::Text| -> Result<Text> {
            let form = text.letter.sign.as_ref().and_then(|sign| sign.form.as_ref());
            let base = format!("{base_url}letters/{id}/letter.json");
            let resolve = |reference: &str| url::Url::parse(&base).ok()?.join(reference).ok().map(String::from);
            let form = form.and_then(|form| SignForm::of(form, &resolve).0).filter(|form| form.by == By::Collect);
            let Some(form) = form else {
                let folder = settings.folder.display();
                bail!(
                    "{folder}: {} has no form for the collector: write form: collect https://… under sign:",
                    text.file
                )
            };
            Ok(Text {
                lang: text.letter.lang.clone(),
                title: text.letter.title.clone(),
                url: format!("{base_url}letters/{id}/{}", text.folder()),
                hash: text.signed_hash(),
                form,
                letter: with_links(&text.letter, &resolve),
            })
        };
        let link = |link: &Option<model::Link>| link.as_ref().map(|link| link.as_str().to_string());
        let texts = texts.iter().map(read).collect::<Result<Vec<Text>>>()?;
        let Some(original) = texts.first().map(|text| &text.letter) else {
            bail!("{} has no text", settings.folder.display())
        };
        Ok(Letter {
            settings: settings.clone(),
            open: original.is_open(),
            privacy: link(&original.privacy),
            contact: link(&original.contact),
            id,
            texts,
        })
    }

    /// The text in a language, or the nearest one that the letter has.
    #[must_use]
    pub fn text(&self, lang: &str) -> &Text {
        let wanted = LanguageTag::parse(lang);
        let place = wanted.and_then(|wanted| wanted.lookup(self.texts.iter().map(|text| &text.lang)));
        &self.texts[place.unwrap_or_default()]
    }
}

/// The letter with its links resolved.
fn with_links(letter: &model::Letter, resolve: model::Resolve) -> model::Letter {
    let json = Json::parse(&model::to_json(letter).to_string()).ok();
    let read = json.and_then(|json| model::Letter::read(&json, resolve).ok());
    read.map_or_else(|| letter.clone(), |reading| reading.letter)
}

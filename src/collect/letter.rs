//! A letter as its folder says it, for the collector.

use super::settings::LetterSettings;
use crate::model::{self, By, LanguageTag, Link, SignForm};
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
    /// The letter, with whole addresses and without signatories.
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
            let whole = |link: &Option<Link>| link.as_ref().and_then(|link| Link::of(link.as_str(), &resolve).ok());
            let mut letter = text.letter.clone();
            (letter.privacy, letter.contact) = (whole(&letter.privacy), whole(&letter.contact));
            Ok(Text {
                lang: letter.lang.clone(),
                title: letter.title.clone(),
                url: format!("{base_url}letters/{id}/{}", text.folder()),
                hash: text.signed_hash(),
                form,
                letter,
            })
        };
        let texts: Vec<Text> = texts.iter().map(read).collect::<Result<_>>()?;
        let Some(original) = texts.first().map(|text| &text.letter) else {
            bail!("{} has no text", settings.folder.display())
        };
        let link = |link: &Option<Link>| link.as_ref().map(|link| link.as_str().to_string());
        Ok(Letter {
            settings: settings.clone(),
            open: original.is_open(),
            privacy: link(&original.privacy),
            contact: link(&original.contact),
            texts,
            id,
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

//! A text of a letter, and the data that its page needs.

use super::facts::Facts;
use super::place::Place;
use crate::model::{self, Json, Letter, SignForm};
use crate::signing::receiver;
use crate::source::letter_folder::Source;
use crate::source::text::Text;
use url::Url;

/// The page of one text.
#[derive(Clone, Debug)]
pub struct Page<'s> {
    /// The text.
    pub letter: &'s Letter,
    /// The name of its file: `letter.fr.json`.
    pub file: &'s str,
    /// Where the page is.
    pub place: Place<'s>,
    /// The letter in all its languages.
    pub source: &'s Source,
    /// The site around it.
    pub facts: &'s Facts,
}

impl<'s> Page<'s> {
    /// The page of that text.
    #[must_use]
    pub fn new(text: &'s Text, source: &'s Source, facts: &'s Facts) -> Page<'s> {
        let place = Place { base: facts.base.as_deref(), id: &source.id, folder: text.folder().into() };
        Page { letter: &text.letter, file: &text.file, place, source, facts }
    }

    /// The page of another text of the letter.
    #[must_use]
    pub fn of<'t>(&'t self, text: &'t Text) -> Page<'t> {
        Page::new(text, self.source, self.facts)
    }

    /// The full address of the text's page, if known: this page's, or one that front matter names.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        let ours = self.place.absolute(&self.place.folder);
        let given = self.letter.url.as_ref().map(|url| self.place.whole_link(url.as_str()));
        let given = given.filter(|url| url.starts_with("http"));
        // A translation that inherits the letter's own address has no page in its language there.
        let original = self.source.texts.first().and_then(|text| text.letter.url.as_ref());
        let taken_over = !self.place.folder.is_empty() && original == self.letter.url.as_ref();
        if taken_over { ours } else { given.or(ours) }
    }

    /// The letter with links as they must be on this page.
    #[must_use]
    pub fn letter_here(&self) -> Letter {
        self.with_links(|link| self.place.link(link))
    }

    /// The letter with links as they must be anywhere else.
    #[must_use]
    pub fn letter_anywhere(&self) -> Letter {
        self.with_links(|link| self.place.whole_link(link))
    }

    /// The letter with links as they must be on that page.
    #[must_use]
    pub fn letter_at(&self, place: &Place) -> Letter {
        self.with_links(|link| place.link(link))
    }

    /// The host that receives what the form sends, if it is not the site's own. Without the site's address, only an
    /// address within the site is its own.
    #[must_use]
    pub fn receiver(&self, form: &SignForm) -> Option<String> {
        let base = self.facts.base.as_deref().and_then(|base| Url::parse(base).ok());
        let action = Url::parse(form.action.as_str()).ok()?;
        receiver(base.as_ref().map_or("", Url::as_str), action.as_str())
    }

    fn with_links(&self, link: impl Fn(&str) -> String) -> Letter {
        let json = model::to_json(self.letter).to_string();
        let letter = Json::parse(&json).ok().and_then(|json| Letter::read(&json, &|url| Some(link(url))).ok());
        letter.map_or_else(|| self.letter.clone(), |reading| reading.letter)
    }
}

//! The data that all views of a letter share.

use super::changing::{Changing, Now};
use super::element::LiveText;
use super::message::OnMessage;
use crate::language::Language;
use crate::model::{Letter, Part, Settings};

/// A letter, and the way to show it.
#[derive(Clone, Copy)]
pub(super) struct Context<'l> {
    /// The letter.
    pub letter: &'l Letter,
    /// The settings of the host page.
    pub settings: &'l Settings,
    /// The language of the letter, with the interface's texts.
    pub language: &'l Language,
    /// What changes while the letter is shown.
    pub changing: &'l Changing,
    /// Receives the reader's actions.
    pub on: OnMessage,
}

impl Context<'_> {
    /// Whether the host page asks for that part.
    pub fn shows(&self, part: Part) -> bool {
        self.settings.show.has(part)
    }

    /// The level of the headings below the title.
    pub fn inner_level(&self) -> u8 {
        self.settings.inner_level()
    }

    /// A text that follows changes, in the language of the letter.
    pub fn follow(&self, text: impl Fn(&Now, &Language) -> Option<String> + Send + 'static) -> LiveText {
        let (changing, language) = (self.changing.clone(), self.language.clone());
        Box::new(move || changing.read(|now| text(now, &language)).unwrap_or_default())
    }

    /// The value of an attribute that follows changes.
    pub fn follow_flag(&self, flag: fn(&Now) -> bool) -> LiveText {
        let changing = self.changing.clone();
        Box::new(move || changing.read(flag).to_string())
    }
}

//! The signer's own number and row, until the publisher has them.

use super::Session;
use crate::model::{Kind, Signatory};
use crate::signing::{Signed, Stage};
use crate::view::Own;
use leptos::prelude::WithUntracked;

impl Session {
    /// Shows them where the letter is shown now. The count is at least the signer's number: what is known, and no more.
    pub fn show_own(&self) {
        let Stage::Signed(signed) = self.course.with_untracked(|course| course.stage.clone()) else { return };
        let Signed { held: false, id, number, name } = signed else { return };
        let now = self.now.borrow();
        let texts = self.texts.get();
        let own = name.filter(|_| now.of.arrived.letter.roll.is_none()).map(|name| Signatory {
            id,
            name,
            kind: Some(Kind::Person),
            note: texts.map(|texts| texts.shortly.to_string()),
            ..Signatory::default()
        });
        let own = Own { number: number.unwrap_or_default(), signatory: own };
        now.of.changing.change(|now| now.sign(own));
    }
}

//! Shows the state of a long roll.

use super::LongRoll;
use crate::model::{Code, Failure};
use crate::roll::Place;
use crate::view::{Beyond, Sheet, group_after};
use leptos::task::{spawn_local, tick};
use std::rc::Rc;

/// The number of the sheet with the names found; other sheets start at 1.
const FOUND: u32 = 0;

impl LongRoll {
    /// Shows the current state.
    pub fn show(self: &Rc<Self>) {
        self.show_then(|_| {});
    }

    /// Shows the current state, and continues once it is on the page.
    pub fn show_then(self: &Rc<Self>, go_on: impl FnOnce(&Rc<LongRoll>) + 'static) {
        let mut sheets = self.sheets();
        let mut more = self.changing.now().has_more() || self.files.is_some() && self.scroll.has_more();
        let mut status = String::new();
        let mut shows = if self.reads_newest_first() { "newest" } else { "list" };
        if let Some(found) = self.find.found(&self.language) {
            sheets.push(Sheet { number: FOUND, found: true, before: None, rows: Some(found.rows) });
            (more, status, shows) = (found.more, found.status, "found");
        }
        // Not between the new heights and the change of the sheets.
        let steady = self.page.hold();
        self.page.set_heights(&self.scroll.places());
        self.page.show(shows, Beyond { sheets, more, status });
        self.then(move |roll| {
            roll.page.is_shown(steady);
            go_on(roll);
        });
    }

    /// The sheets, each with the group of the row before it.
    fn sheets(&self) -> Vec<Sheet> {
        let now = self.changing.now();
        let mut before = group_after(now.admitted().last().map(|row| &row.signatory));
        let sheet = |place: &Place| {
            let own = self.is_grouped.then(|| before.clone());
            if let Some([_, last]) = place.ends() {
                before = Some(last);
            }
            Sheet { number: place.number, found: false, before: own, rows: place.rows.clone() }
        };
        self.scroll.places().iter().map(sheet).collect()
    }

    /// Calls `act` once the page shows the current state.
    pub fn then(self: &Rc<Self>, act: impl FnOnce(&Rc<LongRoll>) + 'static) {
        let own = Rc::downgrade(self);
        spawn_local(async move {
            tick().await;
            if let Some(roll) = own.upgrade() {
                act(&roll);
            }
        });
    }

    /// Shows the reader that names failed to load, and reports the failure.
    pub fn fail(&self, failure: Failure) {
        self.page.show_failure(self.language.texts.names_failed.to_string());
        self.report(failure);
    }

    /// Reports a failure to the host page only.
    pub fn report(&self, failure: Failure) {
        (self.failed)(Failure { code: Code::Roll, ..failure });
    }
}

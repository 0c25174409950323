//! The keyboard focus at the end of a roll, and on the button there.

use super::Page;
use leptos::prelude::GetUntracked;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, NodeList};

impl Page {
    /// Whether the keyboard has moved the focus to the button or past it. New rows would push the focused element out
    /// of view (WCAG 2.2, 2.4.11): from here on, they load only when the reader asks.
    pub fn is_passed(&self) -> bool {
        let (Some(active), Some(more)) = (self.root.active_element(), self.more()) else { return false };
        let past = more.compare_document_position(&active) & Node::DOCUMENT_POSITION_FOLLOWING != 0;
        (past || active == more) && active.matches(":focus-visible").unwrap_or(false)
    }

    /// The reader pressed the button: notes where the rows end.
    pub fn note_end(&self) {
        let end = |rows: NodeList| Some((rows.get(rows.length().checked_sub(1)?)?, rows.length()));
        self.end_was.replace(self.rows().and_then(end));
    }

    /// Whether the button was pressed and no new row has come since.
    pub fn is_awaited(&self) -> bool {
        self.end_was.borrow().is_some()
    }

    /// Moves the focus from the pressed button to the first of the new rows, where reading continues; or to the last
    /// row, if the button goes because there are no more.
    pub(super) fn lead_focus(&self) {
        let at_button = self.more().is_some_and(|more| self.root.active_element() == Some(more));
        let Some(rows) = self.rows().filter(|_| at_button) else {
            self.end_was.take();
            return;
        };
        let end = self.end_was.borrow().clone();
        let joined = end.is_some_and(|(last, count)| {
            // Sheets before it may have been emptied; the row itself may have been replaced.
            let at = (0..rows.length()).find(|at| rows.get(*at).as_ref() == Some(&last));
            (at.map_or(count, |at| at + 1)..rows.length()).any(|at| self.focus(rows.get(at)))
        });
        if joined {
            self.end_was.take();
        } else if !self.beyond.get_untracked().more {
            let _ = (0..rows.length()).rev().any(|at| self.focus(rows.get(at)));
        }
    }

    fn rows(&self) -> Option<NodeList> {
        self.section.query_selector_all("[part~=signatory]").ok()
    }

    /// Focuses a row. False if it is not shown, and so can't have the focus.
    fn focus(&self, row: Option<Node>) -> bool {
        let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) else { return false };
        // Only this row: what was read before is no stop on the way. Not -1: where nothing follows in the shadow root,
        // Tab would lead to its start in Chromium.
        if let Ok(Some(before)) = self.section.query_selector("[part~=signatory][tabindex]") {
            let _ = before.remove_attribute("tabindex");
        }
        let _ = row.set_attribute("tabindex", "0");
        let _ = row.focus();
        self.root.active_element().as_ref() == Some(row.unchecked_ref::<Element>())
    }
}

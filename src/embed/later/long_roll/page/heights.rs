//! The heights of empty sheets: they keep the page's length.

use crate::roll::Place;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

/// A stylesheet in the shadow root until this is dropped: this sets no `style` attribute.
pub(super) struct Heights {
    root: ShadowRoot,
    sheet: Option<CssStyleSheet>,
    /// The number and the height in each of its rules, ordered by number.
    rules: Vec<(u32, u32)>,
}

impl Heights {
    /// Adds the stylesheet to the shadow root's.
    pub fn adopted_by(root: &ShadowRoot) -> Heights {
        let heights = Heights { root: root.clone(), sheet: CssStyleSheet::new().ok(), rules: Vec::new() };
        if let Some(sheet) = &heights.sheet {
            heights.change_adopted(|sheets| {
                sheets.push(sheet);
            });
        }
        heights
    }

    fn change_adopted(&self, change: impl FnOnce(&Array)) {
        let name = JsValue::from("adoptedStyleSheets");
        if let Ok(adopted) = Reflect::get(&self.root, &name) {
            let sheets = Array::from(&adopted);
            change(&sheets);
            let _ = Reflect::set(&self.root, &name, &sheets);
        }
    }

    /// Sets the heights of the empty sheets. It writes only rules that change: otherwise the browser would keep a
    /// megabyte for every thousand rows read.
    pub fn set(&mut self, places: &[Place]) {
        let empty = places.iter().filter(|place| place.rows.is_none());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "CSS pixels of an element")]
        let mut wanted: Vec<(u32, u32)> = empty.map(|place| (place.number, place.height.round() as u32)).collect();
        // New sheets may be before older ones.
        wanted.sort_unstable();
        let mut index = 0;
        for wanted in wanted {
            while self.rules.get(index).is_some_and(|rule| *rule < wanted) {
                self.delete(index);
            }
            if self.rules.get(index) != Some(&wanted) {
                self.insert(index, wanted);
            }
            index += 1;
        }
        while index < self.rules.len() {
            self.delete(index);
        }
    }

    fn insert(&mut self, index: usize, (number, height): (u32, u32)) {
        let rule = ["[data-number=\"", &number.to_string(), "\"]{block-size:", &height.to_string(), "px}"].concat();
        if let Some(sheet) = &self.sheet {
            let _ = sheet.insert_rule_with_index(&rule, at(index));
        }
        self.rules.insert(index, (number, height));
    }

    fn delete(&mut self, index: usize) {
        if let Some(sheet) = &self.sheet {
            let _ = sheet.delete_rule(at(index));
        }
        self.rules.remove(index);
    }
}

fn at(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl Drop for Heights {
    fn drop(&mut self) {
        let Some(sheet) = &self.sheet else { return };
        self.change_adopted(|sheets| {
            if let Ok(at) = u32::try_from(sheets.index_of(sheet, 0)) {
                sheets.splice(at, 1, &JsValue::UNDEFINED);
            }
        });
    }
}

//! The heights of sheets that are empty, so that the page stays as long as it was.

use super::reading::Place;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

/// A stylesheet of the shadow root, for as long as this is held: no `style` attribute is set.
pub(super) struct Heights {
    root: ShadowRoot,
    sheet: Option<CssStyleSheet>,
    rules: String,
}

impl Heights {
    /// Adds the stylesheet to those that the shadow root has.
    pub fn adopted_by(root: &ShadowRoot) -> Heights {
        let heights = Heights { root: root.clone(), sheet: CssStyleSheet::new().ok(), rules: String::new() };
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

    /// Sets the heights of the sheets that are empty.
    pub fn set(&mut self, places: &[Place]) {
        let mut rules = String::new();
        for place in places.iter().filter(|place| place.sheet.rows.is_none()) {
            let number = place.sheet.number.to_string();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "CSS pixels of an element")]
            let height = (place.height.round() as u32).to_string();
            rules.push_str(&["[data-number=\"", &number, "\"]{block-size:", &height, "px}"].concat());
        }
        if let Some(sheet) = self.sheet.as_ref().filter(|_| rules != self.rules) {
            let _ = sheet.replace_sync(&rules);
            self.rules = rules;
        }
    }
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

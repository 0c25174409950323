//! Converts the browser's own reading of JSON to the tree from which the model is read.

use crate::model::{Json, limits};
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// Why a document is rejected: no letter is like this.
pub(super) enum Unread {
    /// It is nested too deeply.
    Deep,
    /// It has too many values. Each costs a call between the module and the browser, and memory on both sides.
    Many,
}

/// The value as a tree.
pub(super) fn tree(value: &JsValue) -> Result<Json, Unread> {
    read(value, limits::DEPTH, &mut { limits::VALUES })
}

fn read(value: &JsValue, levels: usize, left: &mut usize) -> Result<Json, Unread> {
    *left = left.checked_sub(1).ok_or(Unread::Many)?;
    if let Some(text) = value.as_string() {
        return Ok(Json::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Ok(Json::Number(number));
    }
    if let Some(flag) = value.as_bool() {
        return Ok(Json::Bool(flag));
    }
    if value.is_null() {
        return Ok(Json::Null);
    }
    let levels = levels.checked_sub(1).ok_or(Unread::Deep)?;
    if let Some(items) = value.dyn_ref::<Array>() {
        return items.iter().map(|item| read(&item, levels, left)).collect::<Result<_, _>>().map(Json::List);
    }
    let member = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Ok((entry.get(0).as_string().unwrap_or_default(), read(&entry.get(1), levels, left)?))
    };
    Object::entries(value.unchecked_ref()).iter().map(member).collect::<Result<_, _>>().map(Json::Object)
}

//! From the browser's own reading of JSON to the tree that the model is read from.

use crate::model::{Json, MAX_DEPTH};
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// The value as a tree. `None`, if it is nested deeper than any letter.
pub(super) fn tree(value: &JsValue) -> Option<Json> {
    read(value, MAX_DEPTH)
}

fn read(value: &JsValue, levels: usize) -> Option<Json> {
    if let Some(text) = value.as_string() {
        return Some(Json::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Some(Json::Number(number));
    }
    if let Some(flag) = value.as_bool() {
        return Some(Json::Bool(flag));
    }
    if value.is_null() {
        return Some(Json::Null);
    }
    let levels = levels.checked_sub(1)?;
    if let Some(items) = value.dyn_ref::<Array>() {
        return items.iter().map(|item| read(&item, levels)).collect::<Option<_>>().map(Json::List);
    }
    let member = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, read(&entry.get(1), levels)?))
    };
    Object::entries(value.unchecked_ref()).iter().map(member).collect::<Option<_>>().map(Json::Object)
}

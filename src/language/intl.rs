//! Numbers, dates and plurals by the browser's `Intl` (ECMA-402). If `Intl` refuses a tag or does not support its
//! language, the plain form is used: `Intl` would silently fall back to the browser's own language.
//!
//! The constructors are declared here, not taken from js-sys: they throw on a well-formed but invalid tag, and js-sys
//! would not catch that exception.

use crate::model::{Date, LanguageTag, Timestamp};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;
    #[wasm_bindgen(static_method_of = NumberFormat, js_namespace = Intl, js_name = supportedLocalesOf, catch)]
    fn supported(tag: &str) -> Result<Array, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> Result<String, JsValue>;
    #[wasm_bindgen(static_method_of = DateTimeFormat, js_namespace = Intl, js_name = supportedLocalesOf, catch)]
    fn supported(tag: &str) -> Result<Array, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type RelativeTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &Object) -> Result<RelativeTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &RelativeTimeFormat, number: f64, unit: &str) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, tag: &str) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(static_method_of = DisplayNames, js_namespace = Intl, js_name = supportedLocalesOf, catch)]
    fn supported(tag: &str) -> Result<Array, JsValue>;
}

/// The language whose numbers and times replace those of an unsupported one. Swedish, which every browser supports,
/// writes them as in ISO 80000 and ISO 8601.
const PLAIN: &str = "sv";

fn is_known(supported: Result<Array, JsValue>) -> bool {
    supported.is_ok_and(|tags| tags.length() > 0)
}

/// Whether the browser has dates in the language. Chromium has none in Armenian.
fn has_dates(tag: &str) -> bool {
    is_known(DateTimeFormat::supported(tag))
}

#[expect(clippy::cast_precision_loss, reason = "counts are whole numbers below 2^53")]
pub(super) fn number(tag: &str, number: u64) -> String {
    let tag = if is_known(NumberFormat::supported(tag)) { tag } else { PLAIN };
    NumberFormat::new(tag).map_or_else(|_| number.to_string(), |format| format.format(number as f64))
}

/// The day at midnight UTC, formatted in UTC, so that it is the same day everywhere. For some languages Chromium has no
/// names of months and writes *M03*.
pub(super) fn date(tag: &str, date: Date) -> String {
    let iso = date.to_iso();
    if !has_dates(tag) {
        return iso;
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    let _ = Reflect::set(&options, &"timeZone".into(), &"UTC".into());
    let midnight = js_sys::Date::parse(&iso);
    let written = DateTimeFormat::new(tag, &options).and_then(|format| format.format(midnight));
    let is_nameless =
        |text: &str| text.split('M').skip(1).any(|rest| iso.get(5..7).is_some_and(|month| rest.starts_with(month)));
    written.ok().filter(|text| !is_nameless(text)).unwrap_or(iso)
}

/// Date and time in the reader's time zone.
#[expect(clippy::cast_precision_loss, reason = "milliseconds of our time are below 2^53")]
pub(super) fn moment(tag: &str, moment: Timestamp) -> String {
    let options = Object::new();
    let (tag, style) = if has_dates(tag) { (tag, "medium") } else { (PLAIN, "short") };
    let _ = Reflect::set(&options, &"dateStyle".into(), &style.into());
    let _ = Reflect::set(&options, &"timeStyle".into(), &"short".into());
    let formatted = DateTimeFormat::new(tag, &options).and_then(|format| format.format(moment.0 as f64));
    formatted.unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "counts are whole numbers below 2^53")]
pub(super) fn plural_category(tag: &str, number: u64) -> String {
    PluralRules::new(tag).map_or_else(|_| "other".into(), |rules| rules.select(number as f64))
}

/// How many units ago; empty if `Intl` refuses, because no plain form exists.
pub(super) fn ago(tag: &str, number: u32, unit: &str) -> String {
    if !has_dates(tag) {
        return String::new();
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"numeric".into(), &"auto".into());
    let formatted = RelativeTimeFormat::new(tag, &options).map(|format| format.format(-f64::from(number), unit));
    formatted.unwrap_or_default()
}

pub(super) fn language_name(tag: &LanguageTag) -> String {
    let tag = tag.as_str();
    if !is_known(DisplayNames::supported(tag)) {
        return tag.to_string();
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    let name = DisplayNames::new(tag, &options).and_then(|names| names.of(tag));
    name.ok().flatten().unwrap_or_else(|| tag.to_string())
}

//! Numbers, dates and plurals by ICU4X, with the data of CLDR compiled in. What ICU4X can't do is written plainly.

use crate::model::Date;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date as IcuDate;
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

pub(super) fn number(tag: &str, number: u64) -> String {
    match DecimalFormatter::try_new(locale(tag).into(), icu_decimal::options::DecimalFormatterOptions::default()) {
        Ok(formatter) => formatter.format(&number.into()).to_string(),
        Err(_) => number.to_string(),
    }
}

pub(super) fn date(tag: &str, date: Date) -> String {
    let formatter = DateTimeFormatter::try_new(locale(tag).into(), YMD::long());
    let day = IcuDate::try_new_iso(date.year.into(), date.month, date.day);
    match (formatter, day) {
        (Ok(formatter), Ok(day)) => formatter.format(&day).to_string(),
        _ => date.to_iso(),
    }
}

pub(super) fn plural_category(tag: &str, number: u64) -> String {
    let category = PluralRules::try_new_cardinal(locale(tag).into())
        .map_or(PluralCategory::Other, |rules| rules.category_for(number));
    format!("{category:?}").to_ascii_lowercase()
}

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

/// ICU4X has no names of languages yet that are not experimental; the tag stands for itself.
pub(super) fn language_name(tag: &str) -> String {
    tag.to_string()
}

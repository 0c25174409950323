//! Numbers, dates and plurals by ICU4X, with the data of CLDR compiled in. What ICU4X can't do is written plainly.

use super::names::NAMES;
use crate::model::{Date, Timestamp};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::input::{Date as IcuDate, DateTime, Time};
use icu_datetime::options::TimePrecision;
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

/// Date and time in UTC: natively there is no reader whose clock it could be.
pub(super) fn moment(tag: &str, moment: Timestamp) -> String {
    let Ok(time) = jiff::Timestamp::from_millisecond(moment.0) else { return String::new() };
    let time = time.to_zoned(jiff::tz::TimeZone::UTC);
    let day = IcuDate::try_new_iso(time.year().into(), time.month().cast_unsigned(), time.day().cast_unsigned());
    let clock = Time::try_new(time.hour().cast_unsigned(), time.minute().cast_unsigned(), 0, 0);
    let formatter =
        DateTimeFormatter::try_new(locale(tag).into(), YMDT::medium().with_time_precision(TimePrecision::Minute));
    match (formatter, day, clock) {
        (Ok(formatter), Ok(date), Ok(time)) => formatter.format(&DateTime { date, time }).to_string(),
        _ => time.to_string(),
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

/// The language's own name, whatever the region; of few languages only the tag is known.
pub(super) fn language_name(tag: &str) -> String {
    let language = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let found = NAMES.binary_search_by_key(&language.as_str(), |(known, _)| known);
    found.map_or(tag, |at| NAMES[at].1).to_string()
}

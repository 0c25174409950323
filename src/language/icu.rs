//! Numbers, dates and plurals by ICU4X, with the data of CLDR compiled in. If ICU4X does not support a format or a
//! language, the plain form is used, as in `intl.rs`.

use crate::model::{Date, LanguageTag, Timestamp};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::input::{Date as IcuDate, DateTime, Time};
use icu_datetime::options::TimePrecision;
use icu_decimal::DecimalFormatter;
use icu_locale::LocaleCanonicalizer;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// See `intl.rs`.
const PLAIN: &str = "sv";

pub(super) fn number(tag: &str, number: u64) -> String {
    let tag = if is_known(tag) { tag } else { PLAIN };
    match DecimalFormatter::try_new(locale(tag).into(), icu_decimal::options::DecimalFormatterOptions::default()) {
        Ok(formatter) => formatter.format(&number.into()).to_string(),
        Err(_) => number.to_string(),
    }
}

pub(super) fn date(tag: &str, date: Date) -> String {
    let formatter = DateTimeFormatter::try_new(locale(tag).into(), YMD::long());
    let day = IcuDate::try_new_iso(date.year.into(), date.month, date.day);
    let written = formatter.ok().zip(day.ok()).map(|(formatter, day)| formatter.format(&day).to_string());
    // ICU4X writes *M03* if it has no names of months.
    let is_nameless = |text: &String| text.contains(&format!("M{:02}", date.month));
    written.filter(|text| !is_nameless(text)).unwrap_or_else(|| date.to_iso())
}

/// Whether ICU4X has data for the language; without data it writes days in a neutral form.
fn is_known(tag: &str) -> bool {
    let day = Date { year: 2000, month: 1, day: 1 };
    date(tag, day) != day.to_iso()
}

/// Date and time in UTC: published pages don't know the reader's time zone.
pub(super) fn moment(tag: &str, moment: Timestamp) -> String {
    let Ok(time) = jiff::Timestamp::from_millisecond(moment.0) else { return String::new() };
    let time = time.to_zoned(jiff::tz::TimeZone::UTC);
    let day = IcuDate::try_new_iso(time.year().into(), time.month().cast_unsigned(), time.day().cast_unsigned());
    let clock = Time::try_new(time.hour().cast_unsigned(), time.minute().cast_unsigned(), 0, 0);
    let formatter =
        DateTimeFormatter::try_new(locale(tag).into(), YMDT::medium().with_time_precision(TimePrecision::Minute));
    match (formatter, day, clock) {
        (Ok(formatter), Ok(date), Ok(time)) if is_known(tag) => formatter.format(&DateTime { date, time }).to_string(),
        _ => time.strftime("%Y-%m-%d %H:%M").to_string(),
    }
}

pub(super) fn plural_category(tag: &str, number: u64) -> String {
    let category = PluralRules::try_new_cardinal(locale(tag).into())
        .map_or(PluralCategory::Other, |rules| rules.category_for(number));
    format!("{category:?}").to_ascii_lowercase()
}

/// Replaces obsolete codes by their successors, as browsers do: `iw` by `he`.
fn locale(tag: &str) -> Locale {
    let mut locale = tag.parse().unwrap_or(Locale::UNKNOWN);
    LocaleCanonicalizer::new_common().canonicalize(&mut locale);
    locale
}

/// ICU4X has names of languages only as an experiment, so the names come from our own files or from ISO 639's table.
/// The other subtags follow in brackets, as written.
pub(super) fn language_name(tag: &LanguageTag) -> String {
    let (own, language) = (super::texts(tag), tag.language());
    let listed = || isolang::Language::from_639_1(&language).or_else(|| isolang::Language::from_639_3(&language));
    let Some(name) = own.map(|own| own.name).or_else(|| listed()?.to_autonym()) else {
        return tag.as_str().to_string();
    };
    let is_named =
        |subtag: &&str| own.is_some_and(|own| own.lang.split('-').any(|known| known.eq_ignore_ascii_case(subtag)));
    let rest: Vec<&str> = tag.as_str().split('-').skip(1).filter(|subtag| !is_named(subtag)).collect();
    if rest.is_empty() { name.to_string() } else { format!("{name} ({})", rest.join("-")) }
}

/// ICU4X has relative times only as an experiment, and on a published page they would soon be wrong.
pub(super) fn ago(_tag: &str, _number: u32, _unit: &str) -> String {
    String::new()
}

//! A point in time.

use super::date::Date;

/// A point in time, in milliseconds since 1970-01-01T00:00:00Z; negative before that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

impl Timestamp {
    /// Parses a date-time (RFC 3339), such as `2026-11-23T12:00:00Z` or `2026-11-23T13:00:00.5+01:00`. `None` for any
    /// other form. A leap second is read as the second before it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Timestamp> {
        let (date, time) = text.split_once(['T', 't', ' '])?;
        let date = Date::parse(date)?;
        let (time, offset) = split_offset(time)?;
        let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let [hour, minute, second] = *time.split(':').collect::<Vec<_>>() else { return None };
        let minutes = two_digits(hour, 23)? * 60 + two_digits(minute, 59)? - offset;
        let seconds = two_digits(second, 60)?.min(59);
        Some(Timestamp(days(date) * DAY + minutes * MINUTE + seconds * 1000 + milliseconds(fraction)?))
    }
}

impl Timestamp {
    /// How long before `now` it is, in the largest fitting unit of `Intl.RelativeTimeFormat` (ECMA-402). Almost a whole
    /// unit is rounded up to it, as people do. A time in the future counts as now.
    #[must_use]
    pub fn before(self, now: Timestamp) -> (u32, &'static str) {
        const HOUR: i64 = 60 * MINUTE;
        const UNITS: [(i64, i64, &str); 5] = [
            (11 * 30 * DAY, 365 * DAY, "year"),
            (26 * DAY, 30 * DAY, "month"),
            (22 * HOUR, DAY, "day"),
            (45 * MINUTE, HOUR, "hour"),
            (45_000, MINUTE, "minute"),
        ];
        let passed = now.0.saturating_sub(self.0);
        let (number, unit) = UNITS
            .into_iter()
            .find(|(least, ..)| passed >= *least)
            .map_or((0, "second"), |(_, length, unit)| ((passed + length / 2) / length, unit));
        (u32::try_from(number.max(i64::from(unit != "second"))).unwrap_or(u32::MAX), unit)
    }
}

/// The time of day, and its zone's minutes ahead of UTC.
fn split_offset(time: &str) -> Option<(&str, i64)> {
    if let Some(time) = time.strip_suffix(['Z', 'z']) {
        return Some((time, 0));
    }
    let (time, zone) = time.split_at(time.rfind(['+', '-'])?);
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let minutes = two_digits(hours, 23)? * 60 + two_digits(minutes, 59)?;
    Some((time, if zone.starts_with('-') { -minutes } else { minutes }))
}

fn two_digits(text: &str, most: i64) -> Option<i64> {
    let fits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| fits && *number <= most)
}

fn milliseconds(fraction: &str) -> Option<i64> {
    let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let first = fraction.bytes().chain(*b"00").take(3);
    digits.then(|| first.fold(0, |number, digit| number * 10 + i64::from(digit - b'0')))
}

/// Days since 1970-01-01: whole years of 365 days, their leap days, and the days of this year.
fn days(date: Date) -> i64 {
    const BEFORE_MONTH: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let year = i64::from(date.year);
    // This year's leap day counts once February is over.
    let leaps = |year: i64| year / 4 - year / 100 + year / 400;
    let leap_days = leaps(if date.month > 2 { year } else { year - 1 }) - leaps(1969);
    let before = BEFORE_MONTH.get(usize::from(date.month) - 1).copied().unwrap_or_default();
    (year - 1970) * 365 + leap_days + before + i64::from(date.day) - 1
}

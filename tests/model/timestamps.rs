//! Points in time.

use open_letter::model::Timestamp;

fn milliseconds(text: &str) -> Option<i64> {
    Timestamp::parse(text).map(|Timestamp(milliseconds)| milliseconds)
}

#[test]
fn moments_are_read_in_every_form_of_the_rule() {
    for (text, expected) in [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01T00:00:01z", 1_000),
        ("1969-12-31T23:59:59Z", -1_000),
        ("2000-02-29T00:00:00Z", 951_782_400_000),
        ("2000-03-01T00:00:00Z", 951_868_800_000),
        ("2026-11-23T12:00:00Z", 1_795_435_200_000),
        ("2026-11-23t12:00:00.25Z", 1_795_435_200_250),
        ("2026-11-23T12:00:00.123456Z", 1_795_435_200_123),
        ("2026-11-23T14:30:00+02:30", 1_795_435_200_000),
        ("2026-11-23 06:00:00-06:00", 1_795_435_200_000),
        ("2016-12-31T23:59:60Z", 1_483_228_799_000),
    ] {
        assert_eq!(milliseconds(text), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_moment_is_none() {
    for text in [
        "",
        "2026-11-23",
        "2026-11-23T12:00:00",
        "2026-11-23T12:00Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T12:60:00Z",
        "2026-11-23T12:00:61Z",
        "2026-11-23T12:00:00.Z",
        "2026-11-23T12:00:00,5Z",
        "2026-11-23T12:00:00+2:00",
        "2026-11-23T1a:00:00Z",
        "2026-02-30T12:00:00Z",
        "23 Nov 2026 12:00:00 GMT",
    ] {
        assert_eq!(milliseconds(text), None, "{text}");
    }
}

/// Every hundredth day of four centuries, checked against another library.
#[test]
fn days_are_counted_as_the_calendar_does() {
    let first = jiff::civil::date(1801, 1, 1);
    for number in 0..1_500 {
        let day = first.checked_add(jiff::Span::new().days(number * 100)).unwrap();
        let expected = day.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp().as_millisecond();
        assert_eq!(milliseconds(&format!("{day}T00:00:00Z")), Some(expected), "{day}");
    }
}

#[test]
fn how_long_ago_is_given_in_the_unit_that_people_would_take() {
    const HOUR: i64 = 3600;
    const DAY: i64 = 24 * HOUR;
    let ago = |seconds: i64| Timestamp(0).before(Timestamp(seconds * 1000));
    for (seconds, expected) in [
        (-HOUR, (0, "second")),
        (44, (0, "second")),
        (45, (1, "minute")),
        (44 * 60, (44, "minute")),
        (50 * 60, (1, "hour")),
        (21 * HOUR, (21, "hour")),
        (22 * HOUR, (1, "day")),
        (25 * DAY, (25, "day")),
        (27 * DAY, (1, "month")),
        (300 * DAY, (10, "month")),
        (340 * DAY, (1, "year")),
        (2000 * DAY, (5, "year")),
    ] {
        assert_eq!(ago(seconds), expected, "{seconds} seconds");
    }
}

//! Calendar days.

use open_letter::model::Date;

#[test]
fn days_are_read_and_written_in_one_form() {
    for day in ["2023-09-07", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "2400-02-29"] {
        assert_eq!(Date::parse(day).map(Date::to_iso).as_deref(), Some(day));
    }
}

#[test]
fn what_is_no_day_is_none() {
    for text in [
        "",
        "2023",
        "2023-09",
        "2023-9-7",
        "07-09-2023",
        "2023/09/07",
        "2023-09-07T12:00",
        " 2023-09-07",
        "2023-09-31",
        "2023-02-29",
        "1900-02-29",
        "2100-02-29",
        "2023-13-01",
        "2023-00-10",
        "2023-01-00",
        "0000-01-01",
        "+023-09-07",
        "-2023-09-07",
        "２０２３-09-07",
        "September 7th, 2023",
    ] {
        assert_eq!(Date::parse(text), None, "{text}");
    }
}

#[test]
fn days_are_ordered_as_in_the_calendar() {
    let day = |text| Date::parse(text).unwrap();
    assert!(day("2022-12-31") < day("2023-01-01") && day("2023-01-31") < day("2023-02-01"));
}

//! A calendar day.

/// A day of the Gregorian calendar, without time or zone: the letter's date, the same wherever it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads `2023-09-07` (RFC 3339, full-date). `None` for any other form, and for days that don't exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Date> {
        let bytes: [u8; 10] = text.as_bytes().try_into().ok()?;
        let [y1, y2, y3, y4, '-', m1, m2, '-', d1, d2] = bytes.map(char::from) else { return None };
        let number =
            |digits: &[char]| digits.iter().try_fold(0, |number, digit| Some(number * 10 + digit.to_digit(10)?));
        let [month, day] = [number(&[m1, m2])?, number(&[d1, d2])?].map(u8::try_from);
        let date = Date { year: u16::try_from(number(&[y1, y2, y3, y4])?).ok()?, month: month.ok()?, day: day.ok()? };
        (date.year > 0 && (1..=date.days_in_month()).contains(&date.day)).then_some(date)
    }

    fn days_in_month(self) -> u8 {
        let leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        }
    }

    /// The form that [`Date::parse`] reads; the `datetime` attribute uses the same (HTML, 2.3.5.2).
    #[must_use]
    pub fn to_iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::Date;
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde::{Serialize, Serializer};
    use std::borrow::Cow;

    impl Serialize for Date {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(&self.to_iso())
        }
    }

    impl JsonSchema for Date {
        fn schema_name() -> Cow<'static, str> {
            "Date".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "format": "date", "description": "A calendar day, such as 2023-09-07" })
        }
    }
}

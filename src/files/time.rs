//! The time of publishing.

use anyhow::{Context, Result};
use jiff::Timestamp;

/// The time of publishing in whole seconds, or the fixed time of a reproducible build
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is set and is not a time.
pub fn now() -> Result<Timestamp> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(epoch) => epoch
            .parse()
            .with_context(|| format!("SOURCE_DATE_EPOCH is “{epoch}”: give seconds since 1970, or unset it"))?,
        Err(_) => Timestamp::now().as_second(),
    };
    Timestamp::from_second(seconds).with_context(|| format!("SOURCE_DATE_EPOCH is {seconds}, which is out of range"))
}

/// A time in this machine's time zone: `2026-11-30 13:05:00`.
#[must_use]
pub fn local(time: Timestamp) -> String {
    time.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

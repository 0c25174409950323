//! The table of delays until the next request for the count.

use open_letter::live::{History, Page, quiet_before_speaking};

const SEEN: Page = Page { visible: true, online: true };
const HIDDEN: Page = Page { visible: false, online: true };
const OFFLINE: Page = Page { visible: true, online: false };

/// An element with `refresh="60"`, and nothing unusual.
fn usual() -> History {
    History { refresh: Some(60), ..History::default() }
}

/// Asserts the shortest and the longest delay, in seconds.
#[track_caller]
fn waits(history: &History, shortest: f64, longest: f64) {
    for (chance, expected) in [(0.0, shortest), (1.0, longest)] {
        let delay = history.delay(SEEN, chance).expect("a delay");
        assert!((delay - expected).abs() < 0.001, "{history:?} waits {delay} s, not {expected}");
    }
}

#[test]
fn the_schedule() {
    let refresh = |seconds| History { refresh: Some(seconds), ..usual() };
    let unchanged = |times| History { unchanged: times, ..usual() };
    let failed = |times| History { failed: times, ..usual() };
    let after = |seconds| History { retry_after: Some(seconds), ..failed(1) };

    // The element's own delay, spread over a fifth of it.
    waits(&usual(), 54.0, 66.0);
    waits(&refresh(300), 270.0, 330.0);
    // Never less than ten seconds.
    waits(&refresh(10), 10.0, 11.0);
    // The publisher can slow everybody down but cannot speed anybody up.
    waits(&History { slowed_to: Some(600), ..usual() }, 600.0, 720.0);
    waits(&History { slowed_to: Some(5), ..usual() }, 54.0, 66.0);
    // The longer the count stays the same, the longer the delay: four times at most.
    waits(&unchanged(9), 54.0, 66.0);
    waits(&unchanged(10), 108.0, 132.0);
    waits(&unchanged(19), 108.0, 132.0);
    waits(&unchanged(20), 216.0, 240.0);
    waits(&unchanged(u32::MAX), 216.0, 240.0);
    // While a stream reports changes, requests are only a fallback.
    waits(&History { streaming: true, ..usual() }, 216.0, 240.0);
    // Failures double the delay, up to a quarter of an hour, with a wider spread: all failed at the same time.
    waits(&failed(1), 45.0, 75.0);
    waits(&failed(2), 90.0, 150.0);
    waits(&failed(4), 360.0, 600.0);
    waits(&failed(5), 675.0, 1125.0);
    waits(&failed(u32::MAX), 675.0, 1125.0);
    waits(&History { refresh: Some(10), failed: 1, ..usual() }, 10.0, 12.5);
    waits(&History { slowed_to: Some(3600), ..failed(3) }, 3600.0, 5400.0);
    // If a host says when to come again, no request is sent earlier.
    waits(&after(300), 300.0, 375.0);
    waits(&after(5), 45.0, 75.0);
    waits(&after(86_400 * 365), 86_400.0, 108_000.0);
}

#[test]
fn nobody_asks_while_nobody_sees_or_the_network_is_off() {
    let asks = |history: &History, page| history.delay(page, 0.5).is_some();
    assert!(asks(&usual(), SEEN));
    assert!(!asks(&usual(), HIDDEN));
    assert!(!asks(&usual(), OFFLINE));
    assert!(!asks(&usual(), Page { visible: false, online: false }));
    // `refresh="off"` on every element.
    assert!(!asks(&History::default(), SEEN));
    assert!(!asks(&History { slowed_to: Some(60), ..History::default() }, SEEN));
}

#[test]
fn a_count_is_old_after_five_requests_time_and_two_minutes_at_least() {
    let stale = |refresh| History { refresh: Some(refresh), ..usual() }.stale_after();
    assert_eq!([10, 60, 600].map(|refresh| format!("{}", stale(refresh))), ["120", "300", "3000"]);
    assert!(History::default().stale_after().is_infinite(), "who asks for none gets none late");
}

#[test]
fn screen_readers_get_it_once_in_half_a_minute() {
    let quiet = |since| format!("{}", quiet_before_speaking(since));
    assert_eq!([0.0, 12.0, 30.0, 4000.0].map(quiet), ["30", "18", "0", "0"]);
}

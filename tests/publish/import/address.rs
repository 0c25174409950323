//! Which addresses may be asked, and how often.

use open_letter::import::remote::{Address, Pace, is_public};
use std::time::Duration;

#[test]
fn numbers_that_not_everybody_reaches_are_not_public() {
    let private = "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.9.9.9 169.254.0.1 \
                   169.254.169.254 168.63.129.16 172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 \
                   198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 \
                   ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 \
                   2002:a00:1::1 2002:7f00:1::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1";
    for ip in private.split_whitespace() {
        assert!(!is_public(ip.parse().unwrap()), "{ip}");
    }
    let public = "1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.0.1.1 198.17.0.1 198.20.0.1 \
                  223.255.255.255 2606:4700::1111 2a00:1450::1 ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1 2001:200::1";
    for ip in public.split_whitespace() {
        assert!(is_public(ip.parse().unwrap()), "{ip}");
    }
}

#[test]
fn addresses_are_https_and_name_no_user() {
    let fails = |text: &str, allows: bool, reason: &str| assert_eq!(Address::parse(text, allows).unwrap_err(), reason);
    let http = |host: &str| {
        format!(
            "the address of {host} begins with http: others could change the table on its way, so give it with https:"
        )
    };
    fails("http://sheets.example/", false, &http("sheets.example"));
    fails("http://sheets.example/", true, &http("sheets.example"));
    fails("http://127.0.0.1/", false, &http("127.0.0.1"));
    fails(
        "https://kim:hush@sheets.example/",
        false,
        "the address of sheets.example has a user's name or a password in it: give one that needs none",
    );
    fails("https://", false, "the address is not a URL (empty host): copy it again");
    assert!(Address::is_meant("https://a.example/x") && Address::is_meant("ftp://a.example/"));
    assert!(!Address::is_meant("export.csv") && !Address::is_meant("C:\\export.csv"));
    let shown = format!("{:?}", Address::parse("https://sheets.example/hush?token=hush", false).unwrap());
    assert!(!shown.contains("hush"), "{shown}");
}

#[test]
fn failures_are_told_once_and_asked_for_less_and_less_often() {
    let every = Duration::from_mins(15);
    let mut pace = Pace::of(every);
    assert_eq!(pace.succeed(), (every, false));
    assert_eq!(pace.fail("a", None), (every, true));
    assert_eq!(pace.fail("a", None), (every * 2, false));
    assert_eq!(pace.fail("b", None), (every * 4, true));
    let longest = Duration::from_hours(6);
    for _ in 0..100 {
        assert!(pace.fail("b", None).0 <= longest);
    }
    assert_eq!(pace.fail("b", None), (longest, false));
    assert_eq!(pace.succeed(), (every, true));
    assert_eq!(pace.succeed(), (every, false));
    assert_eq!(pace.fail("b", Some(Duration::from_hours(1))), (Duration::from_hours(1), true));
    assert_eq!(Pace::of(longest * 2).fail("a", None).0, longest * 2);
}

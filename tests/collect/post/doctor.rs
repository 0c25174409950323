//! What the doctor says about records, from a server of names that the test runs.

use super::sink::Sink;
use crate::samples::mails::sender;
use open_letter::collect::post::Way;
use open_letter::collect::post::doctor::{Grade, examine, records, relay};
use std::net::{SocketAddr, UdpSocket};
use std::thread;

/// Starts a server of names with these TXT records. Other names don't exist.
fn names(zone: &'static [(&'static str, &'static str)]) -> SocketAddr {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap();
    thread::spawn(move || {
        let mut question = [0; 512];
        while let Ok((length, client)) = socket.recv_from(&mut question) {
            let _ = socket.send_to(&answer(&question[..length], zone), client);
        }
    });
    address
}

/// The answer to a question for TXT records.
fn answer(question: &[u8], zone: &[(&str, &str)]) -> Vec<u8> {
    let (mut name, mut at) = (Vec::new(), 12);
    while question[at] != 0 {
        let end = at + 1 + usize::from(question[at]);
        name.push(String::from_utf8_lossy(&question[at + 1..end]).into_owned());
        at = end;
    }
    let name = name.join(".");
    let texts: Vec<&str> = zone.iter().filter(|(of, _)| *of == name).map(|(_, text)| *text).collect();
    let mut bytes = question[..2].to_vec();
    bytes.extend([0x81, if texts.is_empty() { 0x83 } else { 0x80 }, 0, 1, 0]);
    bytes.push(u8::try_from(texts.len()).unwrap());
    bytes.extend([0, 0, 0, 0]);
    bytes.extend(&question[12..at + 5]);
    for text in texts {
        let length = u8::try_from(text.len()).unwrap();
        bytes.extend([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, length + 1, length]);
        bytes.extend(text.as_bytes());
    }
    bytes
}

#[tokio::test]
async fn good_records_are_found() {
    let server = names(&[
        ("letters.example.org", "v=spf1 include:relay.example ~all"),
        ("letters.example.org", "something else"),
        ("s7._domainkey.letters.example.org", "v=DKIM1; k=rsa; p=MIIB"),
        ("_dmarc.example.org", "v=DMARC1; p=none"),
    ]);
    let found = records("letters.example.org", &[server], Some("s7")).await;
    assert!(found.iter().all(|found| found.grade == Grade::Good), "{found:?}");
    // Without the selector, the key can't be found.
    let found = records("letters.example.org", &[server], None).await;
    assert_eq!(found[1].grade, Grade::Doubtful);
    assert!(found[1].says.contains("mail.dkim-selector"), "{}", found[1].says);
}

#[tokio::test]
async fn missing_and_wrong_records_are_told_with_what_to_write() {
    let found = records("example.org", &[names(&[])], Some("s7")).await;
    let said: Vec<&str> = found.iter().map(|found| found.says.as_str()).collect();
    assert!(found.iter().all(|found| found.grade == Grade::Fault), "{found:?}");
    assert!(said[0].contains("\"v=spf1 include:relay.example ~all\""), "{}", said[0]);
    assert!(said[1].contains("no key at s7._domainkey.example.org"), "{}", said[1]);
    assert!(said[2].contains("_dmarc.example.org: \"v=DMARC1; p=none;"), "{}", said[2]);

    let server = names(&[
        ("example.org", "v=spf1 a ~all"),
        ("example.org", "v=spf1 mx ~all"),
        ("s7._domainkey.example.org", "v=DKIM1; p="),
        ("_dmarc.example.org", "v=DMARC1; p=none"),
        ("_dmarc.example.org", "v=DMARC1; p=reject"),
    ]);
    let found = records("example.org", &[server], Some("s7")).await;
    let said: Vec<&str> = found.iter().map(|found| found.says.as_str()).collect();
    assert!(found.iter().all(|found| found.grade == Grade::Fault), "{found:?}");
    assert!(said[0].contains("2 SPF records") && said[2].contains("2 policies"), "{said:?}");
}

#[tokio::test]
async fn a_server_that_is_not_there_is_no_fault_of_the_records() {
    let nobody = UdpSocket::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let found = records("example.org", &[nobody], Some("s7")).await;
    assert!(found.iter().all(|found| found.grade == Grade::Doubtful), "{found:?}");
}

#[tokio::test]
async fn the_relay_is_tried() {
    let sink = Sink::start(&[]);
    let way = Way::relay(&sink.address(), None).unwrap();
    assert_eq!(relay(&way).await.grade, Grade::Good);
    let gone = Way::relay(&"smtp://127.0.0.1:1".parse().unwrap(), None).unwrap();
    let found = relay(&gone).await;
    assert_eq!(found.grade, Grade::Fault);
    assert!(found.says.contains("127.0.0.1:1 can't be reached"), "{}", found.says);
    let found = examine(&sender(), &Way::Folder("outbox".into()), None).await;
    assert!(found.len() == 1 && found[0].says.contains("sent nowhere"), "{found:?}");
}

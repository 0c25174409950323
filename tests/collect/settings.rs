use crate::place::Place;
use open_letter::collect::settings::{Persons, Settings, Way};
use std::fs;

/// The file with one text replaced by another, and the error about it.
fn error(from: &str, to: &str) -> String {
    let place = Place::new();
    let text = fs::read_to_string(place.config()).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(place.config(), text.replacen(from, to, 1)).unwrap();
    let error = Settings::read(&place.config()).expect_err(to);
    format!("{error:#}").replace(&place.path().display().to_string(), "PLACE")
}

#[track_caller]
fn refuses(from: &str, to: &str, expected: &str) {
    let error = error(from, to);
    assert!(error.contains(expected), "{error}");
}

#[test]
fn a_file_is_read_whole() {
    let place = Place::new();
    let settings = place.settings();
    assert_eq!(settings.database, place.path().join("signatures.db"));
    assert_eq!(settings.mail.way, Way::Outbox(place.path().join("outbox")));
    assert_eq!(settings.moderate.persons, Persons::After);
    assert_eq!(settings.url.as_str(), "https://letters.example/collect/");
    assert_eq!(settings.letters.keys().collect::<Vec<_>>(), ["reading-room"]);
    assert_eq!(settings.keep.pending.0.as_secs(), 7 * 86_400);
}

#[test]
fn unknown_keys_are_refused_with_their_line() {
    refuses("every = \"1s\"", "evry = \"1s\"", "collect.toml:10: evry is not a setting there: did you mean every?");
    refuses("[moderate]", "[moderat]", "moderat is not a setting there: did you mean moderate?");
    refuses("sqlite = ", "postgres = ", "postgres is not a setting there: there are sqlite");
}

/// Who sets up a server need not know the terms of TOML.
#[test]
fn a_mistyped_line_is_shown_as_it_should_be() {
    let listen = "listen = \"127.0.0.1:0\"";
    let address = "write listen = \"127.0.0.1:8400\"";
    refuses(listen, "listen = 8400", &format!("collect.toml:2: listen can't be 8400: {address}"));
    refuses(listen, "listen = \"localhost:8400\"", &format!("listen can't be \"localhost:8400\": {address}"));
    refuses(listen, "listen = 127.0.0.1:8400", "listen needs quotation marks: write listen = \"127.0.0.1:8400\"");
    refuses(listen, "listen: \"127.0.0.1:8400\"", "has a colon in place of =: write listen = \"127.0.0.1:8400\"");
    refuses(
        listen,
        "listen = “127.0.0.1:8400”",
        "has the quotation marks of a word processor: write the straight mark",
    );
    let number = "streams can't be \"5\": write a whole number from 0, without quotation marks";
    refuses(listen, &format!("{listen}\nstreams = \"5\""), number);
    refuses(listen, "// mine", "begins with //: write # before a remark");
    refuses(listen, "my settings", "“my settings” is not a setting: write a line such as listen =");
    refuses(
        "url = \"https://letters.example/collect/\"",
        "",
        "url is missing: write url = \"https://letters.example/collect/\"",
    );
    refuses("[[letter]]", "[letter]", "write [[letter]], and folder below it: two brackets");
    refuses("[\"kim@example.org\"]", "\"kim@example.org\"", "mails can't be \"kim@example.org\": write mails = [");
    refuses("every = \"1s\"", "every = 10", "every can't be 10: write every = \"10s\"");
    refuses("persons = \"after\"", "persons = \"never\"", "persons is “never”: write \"before\" or \"after\"");
    refuses("persons = \"after\"", "comments = \"yes\"", "comments can't be \"yes\": write true or false");
    refuses("\"signatures.db\"", "\"C:\\Users\\kim.db\"", "sqlite has a \\, which means something else there: write /");
    refuses("\"signatures.db\"", "\"signatures.db", "sqlite has a quotation mark that is not closed");
    refuses("[store]", "[store", "[store is not closed: write ] at its end");
    refuses("[store]", "[site]\n[store]", "has a setting or a section that is there already");
    refuses("[\"127.0.0.1\"]", "[\"localhost\"]", "proxies can't be [\"localhost\"]: write proxies = [\"127.0.0.1\"]");
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    refuses("every = \"1s\"", "every = \"soon\"", "“soon” is not a span of time: write it as \"10s\"");
    refuses("every = \"1s\"", "every = \"0s\"", "site.every is 0");
    refuses("url = \"https://", "url = \"ftp://", "url is “ftp://");
    refuses("url = \"https://", "url = \"http://", "so use https");
    refuses("outbox = \"outbox\"", "", "[mail] needs either smtp, the relay, or outbox");
    refuses("outbox = \"outbox\"", "smtp = \"relay.example\"", "mail.smtp is “relay.example”: write it as");
    refuses("outbox = \"outbox\"", "smtp = \"smtps://kim:secret@relay.example\"", "has a user or a password in it");
    refuses("outbox = \"outbox\"", "smtp = \"smtps://relay.example\"\nuser = \"kim\"", "go together");
    refuses("from = \"Letters <letters@example.org>\"", "from = \"Letters\"", "mail.from is “Letters”");
    refuses("[\"kim@example.org\"]", "[\"kim\"]", "admin.mails has “kim”, which is not a mail address");
    refuses("folder = \"letters/reading-room\"", "folder = \"letters/none\"", "which does not exist");
    refuses(
        "address-per-day = 1000",
        "address-per-day = 0",
        "collect.toml:19: address-per-day can't be 0: write a whole number from 1",
    );
}

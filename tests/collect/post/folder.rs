//! Mails as files, and the page that shows them.

use super::shelf::Shelf;
use crate::samples::mails::{CODE, LINK, kinds, message, sender, tag};
use open_letter::collect::pages::outbox;
use open_letter::collect::post::{Way, Worker};
use scraper::{Html, Selector};
use std::fs;

#[tokio::test]
async fn mails_are_written_as_files_and_shown() {
    let folder = tempfile::tempdir().unwrap();
    let outbox_folder = folder.path().join("outbox");
    assert_eq!(outbox::read(&outbox_folder).unwrap(), []);
    let shelf = Shelf::of(kinds(&tag("ar")).into_iter().map(message));
    let worker = Worker::new(shelf, sender(), Way::Folder(outbox_folder.clone()), None);
    assert_eq!(worker.run_once().await.unwrap(), 8);

    let letters = outbox::read(&outbox_folder).unwrap();
    assert_eq!(letters.len(), 8);
    let confirm = letters.iter().find(|letter| letter.file.contains("-confirm-")).unwrap();
    assert_eq!(confirm.to, "kim@example.org");
    assert!(confirm.text.contains(CODE) && confirm.text.contains(LINK), "{}", confirm.text);
    assert!(confirm.file.contains("-kim@example.org-confirm-1-test.eml"), "{}", confirm.file);
    let bytes = fs::read(outbox_folder.join(&confirm.file)).unwrap();
    assert!(bytes.starts_with(b"Return-Path: <letters+1-test@example.org>\r\n"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(outbox_folder.join(&confirm.file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "others can read it: {mode:o}");
    }

    let list = Html::parse_document(&outbox::list(&letters).into_string());
    let link = Selector::parse("li a").unwrap();
    assert_eq!(list.select(&link).count(), 8);
    let page = Html::parse_document(&outbox::letter(confirm).into_string());
    let leads_to = |link: scraper::ElementRef| link.attr("href") == Some(LINK);
    assert!(page.select(&Selector::parse("pre a").unwrap()).any(leads_to));
}

#[test]
fn no_other_file_can_be_read_through_the_outbox() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("secret.eml"), "Subject: a\r\n\r\nb").unwrap();
    let inner = folder.path().join("outbox");
    fs::create_dir(&inner).unwrap();
    for name in ["../secret.eml", "/etc/passwd", "..\\secret.eml", ".hidden.eml", "secret", "none.eml"] {
        assert_eq!(outbox::one(&inner, name), None, "{name}");
    }
}

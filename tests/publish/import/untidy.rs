//! 10,000 rows as untidy as real exports: every number of the report is right.

#[path = "../../generated/untidy.rs"]
mod generated_untidy;

use super::{Import, counts, days};
use generated_untidy::{MAP, untidy};
use open_letter::import::{Duplicates, WithoutConsent};
use open_letter::source::any_error;

#[test]
fn each_row_of_an_untidy_export_is_counted_once_and_rightly() {
    let export = untidy(1, 10_000);
    let import = Import::new().map(MAP).with(|options| {
        options.encoding = Some("windows-1252".into());
        options.date_format = Some(days("d.m.Y"));
    });
    let report = import.import(&export.bytes);
    assert_eq!(report.rows, export.rows);
    let (added, duplicates, refused) = (export.added, export.duplicates, export.refused);
    counts(&report, [added, 0, 0, duplicates, 0, 0, refused, export.hidden, 0]);
    let (_, findings) = open_letter::source::Source::read(&import.folder.path(), None);
    assert!(!any_error(&findings), "what import writes can be published");
    let table = import.table();
    let again = import.import(&export.bytes);
    assert!(import.table() == table);
    counts(&again, [0, 0, added, duplicates, 0, 0, refused, export.hidden, 0]);
}

#[test]
fn the_numbers_add_up_whatever_is_asked_for() {
    let without_consent = [WithoutConsent::Hide, WithoutConsent::Skip];
    let duplicates = [Duplicates::Skip, Duplicates::Add, Duplicates::Merge];
    for (seed, policies) in (0..6).zip(without_consent.into_iter().flat_map(|one| duplicates.map(|two| (one, two)))) {
        let export = untidy(seed, 400);
        let import = Import::new().map(MAP).with(|options| {
            options.encoding = Some("windows-1252".into());
            options.date_format = Some(days("d.m.Y"));
            (options.without_consent, options.duplicates) = policies;
            options.complete = true;
            options.source = Some("form".into());
        });
        // Each import also asserts that the numbers add up.
        let first = import.import(&export.bytes);
        assert_eq!((first.refused, first.withdrawn), (export.refused, 0));
        let table = import.table();
        let second = import.import(&export.bytes);
        assert!(import.table() == table);
        assert_eq!((second.added, second.updated, second.withdrawn), (0, 0, 0), "{second}");
    }
}

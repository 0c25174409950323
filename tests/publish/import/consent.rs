//! Consent to be named.

use super::{Import, counts};
use open_letter::import::{NO, WithoutConsent, YES};

const HEADING: &str = "id,name,hidden\n";

fn asks() -> Import {
    Import::into_table(HEADING).map("name=Name,email=Mail,consent=Show")
}

#[test]
fn who_does_not_consent_is_counted_and_not_named() {
    let report = asks()
        .gives("Name,Mail,Show\nAda,,Yes\nBob,,nein\nCleo,,\n", "id,name,hidden\n1,Ada,\n2,Bob,true\n3,Cleo,true\n");
    counts(&report, [3, 0, 0, 0, 0, 0, 0, 2, 0]);
}

#[test]
fn who_does_not_consent_may_be_left_out() {
    let import = asks().with(|options| options.without_consent = WithoutConsent::Skip);
    let report = import.gives("Name,Mail,Show\nAda,,x\nBob,,0\n", "id,name,hidden\n1,Ada,\n");
    counts(&report, [1, 0, 0, 0, 0, 1, 0, 0, 0]);
}

#[test]
fn a_word_that_is_not_known_is_never_guessed() {
    let reason = "consent is “Perhaps”, which may mean yes or no: say which by --yes \"Perhaps\" or --no \"Perhaps\"";
    asks().refuses("Name,Mail,Show\nAda,,Perhaps\n", reason);
    asks()
        .with(|options| options.yes = vec!["I agree to be named".into()])
        .gives("Name,Mail,Show\nAda,,i agree TO be named \n", "id,name,hidden\n1,Ada,\n");
    asks()
        .with(|options| options.no = vec!["x".into()])
        .gives("Name,Mail,Show\nAda,,x\n", "id,name,hidden\n1,Ada,true\n");
}

#[test]
fn no_word_means_both() {
    for word in YES.split_whitespace() {
        assert!(!NO.split_whitespace().any(|other| other == word), "{word}");
        assert_eq!(word.to_lowercase(), word);
    }
    assert!(NO.split_whitespace().all(|word| word.to_lowercase() == word));
}

#[test]
fn who_asks_to_stay_anonymous_is_not_named() {
    let import = Import::into_table(HEADING).map("name=Name,anonymous=Anonymous,consent=Show");
    import.gives(
        "Name,Anonymous,Show\nAda,no,yes\nBob,yes,yes\nCleo,,yes\nDan,,no\n",
        "id,name,hidden\n1,Ada,\n2,Bob,true\n3,Cleo,\n4,Dan,true\n",
    );
    let reason = "has 1 cell, and the heading row has 2, so nothing says whether the signatory stays anonymous: add the \
                  cell";
    Import::new().map("name=Name,anonymous=Anonymous").refuses("Name,Anonymous\nAda\n", reason);
}

#[test]
fn consent_that_is_taken_back_hides_the_name() {
    for policy in [WithoutConsent::Hide, WithoutConsent::Skip] {
        let import = asks().with(|options| options.without_consent = policy);
        import.import("Name,Mail,Show\nAda,a@b.example,yes\n");
        import.edit("1,Ada,", "1,Ada,false");
        let report = import.gives("Name,Mail,Show\nAda,a@b.example,no\n", "id,name,hidden\n1,Ada,true\n");
        counts(&report, [0, 1, 0, 0, 0, 0, 0, 1, 0]);
        import.gives("Name,Mail,Show\nAda,a@b.example,yes\n", "id,name,hidden\n1,Ada,\n");
    }
}

#[test]
fn whom_the_coordinator_hid_stays_hidden() {
    let import = asks();
    import.import("Name,Mail,Show\nAda,a@b.example,yes\n");
    import.edit("1,Ada,", "1,Ada,true");
    let report = import.gives("Name,Mail,Show\nAda,a@b.example,yes\n", "id,name,hidden\n1,Ada,true\n");
    counts(&report, [0, 0, 1, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn whom_the_coordinator_named_after_all_stays_named() {
    let import = asks();
    let export = "Name,Mail,Show\nAda,a@b.example,no\n";
    import.gives(export, "id,name,hidden\n1,Ada,true\n");
    import.edit("1,Ada,true", "1,Ada,");
    import.gives(export, "id,name,hidden\n1,Ada,\n");
}

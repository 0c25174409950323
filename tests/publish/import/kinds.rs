//! The words of forms for persons, organisations and consent.

use super::Import;
use open_letter::import::{NO_PHRASES, ORGANISATION_PHRASES, PERSON_PHRASES, YES_PHRASES};

fn kinds() -> Import {
    Import::into_table("id,name,kind\n").map("name=Name,kind=I sign as")
}

#[test]
fn the_words_of_a_form_can_be_given() {
    let export = "Name,I sign as\nAda,Supporter\nSociety,Partner\n";
    kinds().refuses(
        "Name,I sign as\nAda,Supporter\n",
        "kind is “Supporter”: say which by --person \"Supporter\" or --organisation \"Supporter\"",
    );
    let given = kinds().with(|options| {
        options.person = vec!["supporter".into(), "friend".into()];
        options.organisation = vec!["PARTNER".into()];
    });
    given.gives(export, "id,name,kind\n1,Ada,person\n2,Society,organisation\n");
}

#[test]
fn phrases_of_forms_are_known() {
    for (phrases, kind) in [(PERSON_PHRASES, "person"), (ORGANISATION_PHRASES, "organisation")] {
        for phrase in phrases.split(',').map(str::trim) {
            kinds().gives(format!("Name,I sign as\nAda,{phrase}\n"), &format!("id,name,kind\n1,Ada,{kind}\n"));
        }
    }
    for (word, kind) in [("Individual(s)", "person"), ("Particulier(ère)", "person"), ("Verein(e)", "organisation")] {
        kinds().gives(format!("Name,I sign as\nAda,{word}\n"), &format!("id,name,kind\n1,Ada,{kind}\n"));
    }
}

#[test]
fn no_phrase_means_both() {
    let phrases = |text: &'static str| text.split(',').map(str::trim);
    assert!(phrases(PERSON_PHRASES).all(|phrase| phrases(ORGANISATION_PHRASES).all(|other| other != phrase)));
    assert!(phrases(YES_PHRASES).all(|phrase| phrases(NO_PHRASES).all(|other| other != phrase)));
}

#[test]
fn what_forms_say_for_consent_is_known() {
    let asks = || Import::into_table("id,name,hidden\n").map("name=Name,consent=Show");
    for phrase in YES_PHRASES.split(',').map(str::trim) {
        asks().gives(format!("Name,Show\nAda,{phrase}\n"), "id,name,hidden\n1,Ada,\n");
    }
    for phrase in NO_PHRASES.split(',').map(str::trim) {
        asks().gives(format!("Name,Show\nAda,{phrase}\n"), "id,name,hidden\n1,Ada,true\n");
    }
}

//! Unedited exports from known systems.

use super::{Import, counts, notes};
use open_letter::import::Preset;

fn from(name: &str) -> Import {
    let preset = Preset::named(name);
    assert!(preset.is_some());
    Import::new().with(|options| {
        options.map = Vec::new();
        options.preset = preset;
    })
}

#[test]
fn action_network_is_read() {
    let export = "first_name,last_name,email,zip_code,can2_user_city,can2_user_tags,can2_subscription_status,uuid\n\
                  Ada,Lovelace,a@b.example,00001,London,\"a, b\",subscribed,7f3c\n";
    from("action-network").gives(export, "id,name,organisation\n1,Ada Lovelace,\n");
    // The columns of reports depend on their settings.
    let report = from("action-network")
        .gives("last_name,first_name,email\nLovelace,Ada,a@b.example\n", "id,name,organisation\n1,Ada Lovelace,\n");
    assert_eq!(notes(&report), ["has no heading “uuid”: key is not imported"]);
}

const SPEAKOUT: &str = "id,name,organisation,country,signed\n1,Ada Lovelace,,Canada,2023-09-07\n";

#[test]
fn speakout_is_read_in_all_its_forms() {
    let recent = "\u{feff}ID,\"Petition ID\",Honorific,\"First Name\",\"Last Name\",\"Email Address\",Address,City,State,\
                  \"Postal Code\",Country,,,,,,,,\"Email Opt-in\",\"Date Signed\",\"Confirmation code\",Confirmed,\
                  \"Custom Message\",Language,\"IP Address\",Anonymise\n\
                  12,1,Dr,Ada,Lovelace,a@b.example,,,,,Canada,,,,,,,,1,\"2023-09-07 12:30:00\",c,1,,en,,0\n\
                  11,1,,Bob,B,b@b.example,,,,,,,,,,,,,1,\"2023-09-06 12:30:00\",c,1,,en,,1\n";
    let report = from("wordpress-speakout").gives(
        recent,
        "id,name,organisation,country,signed,hidden\n1,Ada Lovelace,,Canada,2023-09-07,\n2,Bob B,,,2023-09-06,true\n",
    );
    counts(&report, [2, 0, 0, 0, 0, 0, 0, 1, 0]);
    let early = "First Name\tLast Name\tEmail Address\tStreet Address\tCity\tState\tPostal Code\tCountry\tCustom Field\tDate \
                 Signed\tConfirmed\tPetition Title\tPetition ID\tEmail Opt-in\tCustom Message\tLanguage\tIP Address\n\
                 \"Ada\"\t\"Lovelace\"\t\"a@b.example\"\t\"\"\t\"\"\t\"\"\t\"\"\t\"Canada\"\t\"\"\t\"2023-09-07 12:30:00\"\t\
                 \"unconfirmed\"\t\"T\"\t\"1\"\t\"yes\"\t\"\"\t\"en\"\t\"\"\n";
    let utf_16: Vec<u8> = "\u{feff}".encode_utf16().chain(early.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let report = from("wordpress-speakout").gives(utf_16, SPEAKOUT);
    assert_eq!(
        notes(&report),
        [
            "has no heading “Anonymise” or “Anonymous”: anonymous is not imported",
            "has no heading “Signature ID” or “ID”: key is not imported",
            "has columns that are not imported: “Confirmed”, “Petition Title”, “Petition ID”, “Email Opt-in”, “Language”"
        ]
    );
    let between = "Signature ID,Petition ID,Honorific,First Name,Last Name,Email Address,Anonymous,Country,Date Signed\n\
                   \"12\",\"1\",\"\",\"Ada\",\"Lovelace\",\"a@b.example\",\"*\",\"Canada\",\"2023-09-07 12:30:00\"\n";
    from("wordpress-speakout")
        .gives(between, "id,name,organisation,country,signed,hidden\n1,Ada Lovelace,,Canada,2023-09-07,true\n");
}

#[test]
fn a_release_of_speakout_whose_rows_are_short_is_refused() {
    let report = from("wordpress-speakout").import(
        "Signature ID,First Name,Last Name,Country,Date Signed,Anonymise\n1,Ada,LovelaceAnonymise,,2023-09-07\n",
    );
    counts(&report, [0, 0, 0, 0, 0, 0, 1, 0, 0]);
}

#[test]
fn single_columns_of_a_system_can_be_mapped_otherwise() {
    let export = "first_name,last_name,email,Org\nAda,Lovelace,a@b.example,HART\n";
    let map = |map: &str| from("action-network").map(map);
    map("organisation=Org").gives(export, "id,name,organisation\n1,Ada Lovelace,HART\n");
    map("name=Org").gives(export, "id,name,organisation\n1,HART,\n");
    map("last-name=Org").gives(export, "id,name,organisation\n1,Ada HART,\n");
    map("last-name=").gives(export, "id,name,organisation\n1,Ada,\n");
}

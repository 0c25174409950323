//! Columns that nobody mapped: they are listed, and one that asks whether a name may be shown stops the import.

use super::{Import, notes};

fn seems(headings: &str, options: &str, none: &str) -> String {
    let (seem, they) = if headings.contains(',') { ("seem", "they are") } else { ("seems", "it is") };
    format!(
        "export.csv: {headings} {seem} to say whether a name may be shown, and nothing is imported before you say so: add \
         {options}; if {they} about something else, add {none}"
    )
}

const NONE: &str = "--map consent= --map anonymous=";

#[test]
fn a_column_that_asks_whether_a_name_may_be_shown_stops_the_import() {
    let export = "Full name,I want my name to be shown,Stay anonymous,Mail\nAda Example,yes,,a@x.org\nBo Example,no,yes,b@x.org\n";
    let import = || Import::new().map("name=Full name");
    let options = "--map \"consent=I want my name to be shown\" (yes: the name may be shown) and --map \"anonymous=Stay \
                   anonymous\" (yes: the name stays hidden)";
    import().fails(export, &seems("“I want my name to be shown”, “Stay anonymous”", options, NONE));
    // As the message says.
    let mapped = Import::into_table("id,name,hidden\n")
        .map("name=Full name,consent=I want my name to be shown,anonymous=Stay anonymous");
    mapped.gives(export, "id,name,hidden\n1,Ada Example,\n2,Bo Example,true\n");
    Import::new()
        .map("name=Full name,consent=,anonymous=")
        .gives(export, "id,name,organisation\n1,Ada Example,\n2,Bo Example,\n");
    // One of the two is not enough.
    let option = "--map \"anonymous=Stay anonymous\" (yes: the name stays hidden)";
    Import::new()
        .map("name=Full name,consent=I want my name to be shown")
        .fails(export, &seems("“Stay anonymous”", option, "--map anonymous="));
    let option = "--map \"consent=I want my name to be shown\" (yes: the name may be shown)";
    Import::new()
        .map("name=Full name,anonymous=Stay anonymous")
        .fails(export, &seems("“I want my name to be shown”", option, "--map consent="));
    // Where something else is mapped as consent.
    let terms = "Name,Terms,Show my name?\nAda,yes,no\n";
    let option = "--map \"consent=Show my name?\" in place of the other one (yes: the name may be shown)";
    Import::new().map("name=Name,consent=Terms").fails(terms, &seems("“Show my name?”", option, "--map anonymous="));
}

/// Each with answers of which one is a no.
#[test]
fn the_question_is_recognised_in_many_languages_and_systems() {
    let mut missed = Vec::new();
    for (heading, answers) in [
        ("May we publish your name?", "yes/no"),
        ("Publish name", "TRUE/FALSE"),
        ("Public", "1/0"),
        ("is_public", "true/false"),
        ("showMyName", "true/false"),
        ("person.isAnonymous", "false/true"),
        ("Anonymous?", "/x"),
        ("Hide my name", "/yes"),
        ("Display my name publicly", "You may/Rather not"),
        ("Should your name appear on the website?", "Sure/Please don't"),
        ("Consent", "yes/no"),
        ("I agree to the processing of my data", "x/"),
        ("GDPR", "yes/"),
        ("Keep my name confidential", "no/yes"),
        ("Permissions", "You may publish my name/Do not publish my name"),
        ("Options", "/Please keep me anonymous"),
        ("Afficher mon nom", "oui/non"),
        ("Acceptez-vous que votre nom soit publié ?", "oui/non"),
        ("Souhaitez-vous rester anonyme ?", "non/oui"),
        ("Darf Ihr Name veröffentlicht werden?", "ja/nein"),
        ("Name zeigen?", "Ja/Nein"),
        ("Namensnennung", "ja/nein"),
        ("Einwilligung zur Veröffentlichung", "ja/nein"),
        ("Mostrar mi nombre", "sí/no"),
        ("Quiero que mi nombre sea público", "sí/no"),
        ("Il mio nome può essere pubblicato", "sì/no"),
        ("Pode mostrar o meu nome", "sim/não"),
        ("Mag uw naam gepubliceerd worden?", "ja/nee"),
        ("Czy można opublikować imię i nazwisko?", "tak/nie"),
        ("Можно ли публиковать ваше имя?", "да/нет"),
        ("Анонимно", "нет/да"),
        ("Чи можна показувати ваше ім'я?", "так/ні"),
        ("İsmim yayınlansın mı?", "evet/hayır"),
        ("Να δημοσιευτεί το όνομά μου;", "ναι/όχι"),
        ("Կարելի՞ է հրապարակել անունը", "այո/ոչ"),
        ("هل يمكن نشر اسمك؟", "نعم/لا"),
        ("آیا نام شما منتشر شود؟", "بله/نه"),
        ("האם אפשר לפרסם את שמך?", "כן/לא"),
        ("是否公开姓名", "是/否"),
        ("匿名", "否/是"),
        ("お名前の公開", "はい/いいえ"),
        ("이름 공개", "예/아니오"),
        ("Får vi visa ditt namn?", "ja/nej"),
        ("Saako nimeni julkaista?", "kyllä/ei"),
        ("Souhlas se zveřejněním jména", "ano/ne"),
    ] {
        let (one, other) = answers.split_once('/').unwrap();
        let export = format!("Name,\"{heading}\"\nAda,{one}\nBo,{other}\n");
        let reported = Import::new().try_import(&export);
        let reported = reported.err().unwrap_or_default();
        let target = if reported.contains("--map \"consent=") { "consent" } else { "anonymous" };
        let says = reported.contains("to say whether a name may be shown")
            && reported.contains(&format!("--map \"{target}={heading}\""))
            // Which is what it says.
            && Import::new().map(&format!("name=Name,{target}={heading}")).try_import(&export).is_ok();
        missed.extend((!says).then(|| format!("{heading}: {reported}")));
    }
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn other_columns_stop_nothing() {
    for (heading, answers) in [
        ("Newsletter", "yes/no"),
        ("Email Opt-in", "1/0"),
        ("Do you agree to receive our newsletter?", "yes/no"),
        ("Display name", "ada/bo"),
        ("Username", "ada/bo"),
        ("Age", "36/41"),
        ("Member", "yes/no"),
        ("Status", "spam/ok"),
        ("Deleted", "0/1"),
        ("I agree to the terms", "yes/yes"),
        ("Prénom", "Ada/Bo"),
        ("Published", "2026-05-03/2026-05-04"),
        ("Publications", "A book/Two books"),
        ("Comment", "Stop hiding the truth/Publish the plans"),
        ("Comment", "Show us your face/What a shame"),
        ("Public transport user", "yes/no"),
        ("Adresse", "1 rue A/2 rue B"),
        ("Country name", "Lund/Lyon"),
        ("Name of your company", "A/B"),
        ("Anonymous", "/"),
    ] {
        let (one, other) = answers.split_once('/').unwrap();
        Import::new().import(format!("Name,\"{heading}\"\nAda,{one}\nBo,{other}\n"));
    }
}

#[test]
fn every_kind_of_file_is_asked_about() {
    let import = |map: &str| Import::new().map(map);
    let asks = |import: Import, export: &[u8]| {
        assert!(import.try_import(export).unwrap_err().contains("may be shown"));
    };
    asks(import("name=Name"), b"Name\tPublish my name\nAda\tno\n");
    asks(import("name=name"), br#"[{"name": "Ada", "consent": {"publish_name": false}}]"#);
    asks(import("name=Name").with(|options| options.hold = true), b"Name,Publish my name\nAda,no\n");
    asks(import("name=Name").with(|options| options.dry_run = true), b"Name,Publish my name\nAda,no\n");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Name").unwrap().write(0, 1, "Publish my name").unwrap();
    sheet.write(1, 0, "Ada").unwrap().write(1, 1, false).unwrap();
    asks(import("name=Name"), &book.save_to_buffer().unwrap());
}

#[test]
fn columns_that_are_not_imported_are_listed_in_one_line() {
    let export = "Name,Status,Prénom,,Empty\nAda,spam,A,x,\n";
    let report = Import::new().import(export);
    assert_eq!(notes(&report), ["has columns that are not imported: “Status”, “Prénom”, column 4 (no heading)"]);
    let heads: Vec<String> = (0..30).map(|at| format!("H{at}")).collect();
    let cells = vec!["5"; 30].join(",");
    let report = Import::new().import(format!("Name,{}\nAda,{cells}\n", heads.join(",")));
    assert!(notes(&report)[0].ends_with("“H10”, “H11” and 18 more"), "{report}");
}

/// In a language that the command doesn't know.
#[test]
fn a_column_of_yes_and_no_is_named() {
    let export = "Name,Kas tohib?\nAda,yes\nBo,no\n";
    let note = "has answers like yes and no in “Kas tohib?”: if that says whether a name may be shown, add --map \
                \"consent=Kas tohib?\", or --map \"anonymous=Kas tohib?\" if yes hides the name";
    assert_eq!(notes(&Import::new().import(export))[1], note);
    assert_eq!(notes(&Import::new().map("name=Name,consent=").import(export)).len(), 1);
}

//! Tables saved by spreadsheets, as exports and as `signatories.csv`.

use super::{Import, counts};

#[test]
fn headings_with_line_breaks_and_unbroken_spaces_can_be_mapped() {
    let export = "\"Name\n(as it should appear)\",Your\u{a0}organisation\nAda,HART\n";
    for map in [
        "name=Name (as it should appear),organisation=Your organisation",
        "name=\"Name (as it should appear)\",organisation=your organisation",
    ] {
        Import::new().map(map).gives(export, "id,name,organisation\n1,Ada,HART\n");
    }
}

#[test]
fn of_several_columns_with_one_heading_a_row_fills_one() {
    let import = Import::new().map("name=Name,organisation=Organisation");
    let export = "Name,Organisation,Organisation\nAda,Soc,\nBo,,Club\nCe,Same,Same\nDe,,\nEf,One,Other\n";
    let report = import.gives(export, "id,name,organisation\n1,Ada,Soc\n2,Bo,Club\n3,Ce,Same\n4,De,\n");
    counts(&report, [4, 0, 0, 0, 0, 0, 1, 0, 0]);
    assert_eq!(
        report.left_out[0].why,
        "has “One” and “Other” in two columns of one heading, both for organisation: leave one of the two"
    );
}

#[test]
fn persons_and_organisations_are_known_by_the_words_of_forms() {
    let import = Import::into_table("id,name,kind\n").map("name=Name,kind=Type");
    let export = "Name,Type\nA,an individual\nB,Individuals\nC,Organisations\nD,On behalf of an organisation\n\
                  E,Particulier·ère\nF,Eine Organisation\nG,организация\nH,birey\nI,منظمة\nJ,团体\n";
    let kinds = "A,person B,person C,organisation D,organisation E,person F,organisation G,organisation H,person \
                 I,organisation J,organisation";
    let row = |(id, row): (usize, &str)| format!("{id},{row}\n");
    let rows: String = (1..).zip(kinds.split_whitespace()).map(row).collect();
    import.gives(export, &format!("id,name,kind\n{rows}"));
}

#[test]
fn words_for_a_kind_may_have_an_article_or_explain_each_other() {
    let import = Import::into_table("id,name,kind\n").map("name=Name,kind=Type");
    let words = [
        ("As a private person", "person"),
        ("For my association", "organisation"),
        ("Person (private)", "person"),
        ("Organisation (NGO)", "organisation"),
        ("Einzelperson / individual", "person"),
        ("Au nom de l’organisation", "organisation"),
        ("On behalf of our institution", "organisation"),
        ("Company", "organisation"),
    ];
    let (mut export, mut table) = ("Name,Type\n".to_string(), "id,name,kind\n".to_string());
    for (at, (word, kind)) in words.iter().enumerate() {
        export += &["N", &at.to_string(), ",", word, "\n"].concat();
        table += &[&(at + 1).to_string(), ",N", &at.to_string(), ",", kind, "\n"].concat();
    }
    import.gives(export, &table);
    for word in ["Person (for an organisation)", "Organisation / other", "Supporter"] {
        Import::into_table("id,name,kind\n").map("name=Name,kind=Type").refuses(
            &format!("Name,Type\nA,{word}\n"),
            &format!("kind is “{word}”: say which by --person \"{word}\" or --organisation \"{word}\""),
        );
    }
}

#[test]
fn an_apostrophe_in_a_heading_may_be_typed_in_any_way() {
    for map in ["name=Nom (tel qu'il est)", "name=nom (tel qu’il est)", "name=Nom (tel quil est)"] {
        Import::new().map(map).gives("\"Nom\n(tel qu’il est)\"\nAda\n", "id,name,organisation\n1,Ada,\n");
    }
}

#[test]
fn days_with_dots_need_no_format_and_others_do() {
    let import = || Import::into_table("id,name,signed\n").map("name=Name,signed=Day");
    import().gives("Name,Day\nAda,07.09.2023\n", "id,name,signed\n1,Ada,2023-09-07\n");
    import().gives("Name,Day\nAda,2023/9/7\n", "id,name,signed\n1,Ada,2023-09-07\n");
    import().refuses(
        "Name,Day\nAda,31/12/2023\n",
        "signed is “31/12/2023”: say how days are written, such as --date-format d/m/Y, or write it as 2023-09-07",
    );
}

#[test]
fn a_table_that_a_spreadsheet_saved_takes_rows_as_it_is_written() {
    let before = "\u{feff}id;name;hidden;signed;\r\n1;\"A; B\";WAHR;01.03.2024;\r\n";
    let import = Import::into_table(before).map("name=Name,role=Role");
    import.gives(
        "Name,Role\nZoë,\"a; b\"\n",
        "\u{feff}id;name;hidden;signed;;role\r\n1;\"A; B\";WAHR;01.03.2024;;\r\n2;Zoë;;;;\"a; b\"\r\n",
    );
    Import::into_table("sep=;\nid;name\n1;A\n").gives("Name\nZoë\n", "sep=;\nid;name\n1;A\n2;Zoë\n");
    Import::into_table("id\tname\n1\tA\n").gives("Name\nZoë\n", "id\tname\n1\tA\n2\tZoë\n");
}

#[test]
fn a_table_in_utf_16_stays_in_utf_16() {
    let utf16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let import = Import::new();
    let import = Import {
        folder: import.folder.file("signatories.csv", utf16("\u{feff}id\tname\r\n1\tRenée\r\n")),
        options: import.options,
    };
    import.import("Name\nZoë\n");
    let after = std::fs::read(import.folder.path().join("signatories.csv")).unwrap();
    assert_eq!(after, utf16("\u{feff}id\tname\r\n1\tRenée\r\n2\tZoë\r\n"));
}

#[test]
fn a_spreadsheet_that_writes_days_and_flags_its_own_way_changes_nothing() {
    let import = Import::into_table("id,name,signed,verified\n").map("name=Name,signed=Day,verified=Ok,email=Mail");
    let export = |day: &str| format!("Name,Day,Ok,Mail\nAda,{day},yes,a@b.example\n");
    import.gives(export("2023-09-07"), "id,name,signed,verified\n1,Ada,2023-09-07,true\n");
    import.edit("2023-09-07,true", "07.09.2023,WAHR");
    counts(
        &import.gives(export("2023-09-07"), "id,name,signed,verified\n1,Ada,07.09.2023,WAHR\n"),
        [0, 0, 1, 0, 0, 0, 0, 0, 0],
    );
    counts(
        &import.gives(export("2023-09-08"), "id,name,signed,verified\n1,Ada,2023-09-08,WAHR\n"),
        [0, 1, 0, 0, 0, 0, 0, 0, 0],
    );
}

//! The cells of a row: cleaned, understood, or refused.

use super::{Import, days, notes};

#[test]
fn all_columns_can_be_imported() {
    let columns = "id name kind role organisation note url country lang signed comment initiator hidden verified logo";
    let map: Vec<String> = columns.split(' ').map(|column| format!("{column}={column}")).collect();
    let row = "x7,Ada,person,Fellow,HART,n,https://a.example/,AM,hy,2023-09-07,Yes!,true,,true,l.svg\n";
    let heading = columns.replace(' ', ",") + "\n";
    let import = Import::into_table(&heading).map(&map.join(","));
    import.gives([&heading, row].concat(), &[&heading, row].concat());
    import.folder.reports(&[]);
}

#[test]
fn spaces_and_line_breaks_are_cleaned_and_nothing_else() {
    let import = Import::new().map("name=Name,organisation=Org");
    import.gives(
        "Name,Org\n\"  Ada  \n\r\n Lovelace\u{a0}\",\"A  \"\"B\"\",\tc\"\n",
        "id,name,organisation\n1,Ada Lovelace,\"A  \"\"B\"\", c\"\n",
    );
}

#[test]
fn a_dash_in_a_field_that_had_to_be_filled_in_is_nothing() {
    let import = Import::into_table("id,name,title,role,organisation,note\n")
        .map("name=Name,title=T,role=R,organisation=O,note=N");
    let report = import.gives(
        "Name,T,R,O,N\nAda,-,–,---,-\nBo,—,.,/,\nCe,C,C++,-1-,\n",
        "id,name,title,role,organisation,note\n1,Ada,,,,'-\n2,Bo,,,,\n3,Ce,C,C++,'-1-,\n",
    );
    assert_eq!(notes(&report).iter().filter(|note| note.contains("organisation")).count(), 1, "{report}");
}

#[test]
fn what_the_letter_could_not_have_is_refused_with_its_reason() {
    let all = Import::new().map("name=Name,url=Url,lang=Lang,id=Id");
    let refuses = |row: &str, reason: &str| all.refuses(&format!("Name,Url,Lang,Id\n{row}\n"), reason);
    refuses(",,,1", "name is empty: give the signatory's name");
    refuses("A\u{7}da,,,", "name contains control characters or bidirectional overrides: remove them");
    refuses(
        "Ada,javascript:x,,",
        "url is a javascript: link, which is dropped: give a URL that begins with https:, http: or mailto:, or one \
         relative to the letter",
    );
    refuses("Ada,,x y,", "lang is “x y”: write a language tag such as en or fr-CA");
    refuses("Ada,,,a@b.example", "id is an e-mail address, and ids are public: give a number or a word");
    refuses(
        "ada@b.example,,,",
        "name has an e-mail address in it, which everybody could read: write the signatory's name",
    );
}

#[test]
fn a_row_that_is_refused_keeps_no_other_out() {
    let report = Import::new().import("Name\nAda\n\"\u{202e}\"\nBob\n");
    assert_eq!((report.added, report.refused), (2, 1));
}

#[test]
fn days_are_never_guessed() {
    let import = |format: Option<&str>| {
        Import::into_table("id,name,signed\n")
            .map("name=Name,signed=Day")
            .with(|options| options.date_format = format.map(days))
    };
    let gives = |format: Option<&str>, day: &str, iso: &str| {
        import(format).gives(format!("Name,Day\nAda,\"{day}\"\n"), &format!("id,name,signed\n1,Ada,{iso}\n"))
    };
    for iso in ["2023-09-07", "2023-09-07 23:59:59", "2023-09-07T23:59:59Z"] {
        gives(None, iso, "2023-09-07");
        gives(Some("m/d/Y"), iso, "2023-09-07");
    }
    gives(None, "", "");
    gives(Some("d/m/Y"), "7/9/2023", "2023-09-07");
    gives(Some("m/d/Y"), "9/7/2023 4:05 PM", "2023-09-07");
    gives(Some("d/m/Y"), "7/9/23", "2023-09-07");
    gives(Some("d.m.y"), "07.09.23, 16:05", "2023-09-07");
    gives(Some("B d, Y"), "September 7, 2023", "2023-09-07");
    gives(Some("%d/%m/%Y"), "07/09/2023", "2023-09-07");
    let refuses = |format: Option<&str>, day: &str, reason: &str| {
        import(format).refuses(&format!("Name,Day\nAda,{day}\n"), reason);
    };
    refuses(
        None,
        "7/9/2023",
        "signed is “7/9/2023”: say how days are written, such as --date-format d/m/Y, or write it as 2023-09-07",
    );
    for day in ["7/13/2023", "7/9/99", "7/9/20233", "7.9.2023"] {
        let reason = format!("signed is “{day}”, and not as --date-format says: write it as 2023-09-07");
        refuses(Some("d/m/Y"), day, &reason);
    }
}

#[test]
fn what_is_no_day_is_said_to_be_none_with_a_format_or_without() {
    let no_day = "and there is no such day: correct it in the export";
    let nothing = "which is not a day: clear the cell in the export, or leave signed out of --map";
    let number = "which is a number: format the cells as dates in the spreadsheet, and export it again";
    let month = "and import reads names of months only in English: write it as 2023-09-07";
    for (day, fault) in [
        ("2026-02-30", no_day),
        ("2026-13-01", no_day),
        ("2026-13-01T10:00:00Z", no_day),
        ("31.04.2026", no_day),
        ("31/2/2023", no_day),
        ("0000-00-00 00:00:00", nothing),
        ("00.00.0000", nothing),
        ("-", nothing),
        ("unknown", nothing),
        ("46085", number),
        ("46085.55", number),
        ("1788000000", number),
        ("3. Mai 2026", month),
        ("4 mars 2026", month),
        ("lundi 4 mai 2026", month),
        ("٣ أيار ٢٠٢٦", month),
    ] {
        for format in [None, Some("d/m/Y")] {
            let import = Import::into_table("id,name,signed\n")
                .map("name=Name,signed=Day")
                .with(|options| options.date_format = format.map(super::days));
            import.refuses(&format!("Name,Day\nAda,{day}\n"), &format!("signed is “{day}”, {fault}"));
        }
    }
}

#[test]
fn the_format_that_is_named_reads_the_day() {
    for (day, format, iso) in [
        ("1/13/2026", "m/d/Y", "2026-01-13"),
        ("13/1/2026", "d/m/Y", "2026-01-13"),
        ("4 May 2026", "d b Y", "2026-05-04"),
        ("May 4, 2026", "b d, Y", "2026-05-04"),
        ("20260504", "Ymd", "2026-05-04"),
        ("2026年5月4日", "Y年m月d日", "2026-05-04"),
    ] {
        let import = || Import::into_table("id,name,signed\n").map("name=Name,signed=Day");
        let export = format!("Name,Day\nAda,\"{day}\"\n");
        let shown =
            if format.is_ascii() && !format.contains(' ') { format.to_string() } else { format!("\"{format}\"") };
        let asks = format!(
            "signed is “{day}”: say how days are written, such as --date-format {shown}, or write it as 2023-09-07"
        );
        import().refuses(&export, &asks);
        import()
            .with(|options| options.date_format = Some(super::days(format)))
            .gives(&export, &format!("id,name,signed\n1,Ada,{iso}\n"));
    }
}

#[test]
fn names_of_months_are_read_short_and_long() {
    for format in ["b d, Y", "B d, Y"] {
        let import = Import::into_table("id,name,signed\n")
            .map("name=Name,signed=Day")
            .with(|options| options.date_format = Some(super::days(format)));
        let days =
            ["June 13, 2026 1:12 pm", "May 13, 2026", "Jun 13, 2026", "Sept. 13, 2026", "Sept 13, 2026 at 9:00 AM"];
        let report =
            import.import(format!("Day,Name\n{}", days.map(|day| format!("\"{day}\",\"N {day}\"\n")).concat()));
        assert_eq!(report.refused, 0, "{report}");
        let months: Vec<String> =
            import.table().lines().skip(1).map(|line| line[line.len() - 10..].to_string()).collect();
        assert_eq!(months, ["2026-06-13", "2026-05-13", "2026-06-13", "2026-09-13", "2026-09-13"]);
    }
}

#[test]
fn a_form_of_days_says_which_day_is_meant() {
    use open_letter::import::DateFormat;
    for format in ["d/m", "Y", "x", "", "m/Y", "%H"] {
        let reported = DateFormat::parse(format).unwrap_err();
        assert_eq!(reported, "write the day as d, the month as m and the year as Y, such as d/m/Y", "{format}");
    }
}

#[test]
fn persons_and_organisations_are_distinguished_by_a_column_or_a_flag_alone() {
    use open_letter::model::Kind;
    let import = Import::into_table("id,name,kind\n").map("name=Name,kind=Type");
    let export = "Name,Type\nAda, Individual\nHART,NGO\nGenocide Watch,\n";
    import.gives(export, "id,name,kind\n1,Ada,person\n2,HART,organisation\n3,Genocide Watch,\n");
    let import = Import::into_table("id,name,kind\n")
        .map("name=Name,kind=Type")
        .with(|options| options.kind = Some(Kind::Organisation));
    import.gives(export, "id,name,kind\n1,Ada,person\n2,HART,organisation\n3,Genocide Watch,organisation\n");
    import
        .refuses("Name,Type\nAda,Gold\n", "kind is “Gold”: say which by --person \"Gold\" or --organisation \"Gold\"");
}

#[test]
fn what_looks_like_a_formula_is_reported_and_stays_a_text() {
    let report = Import::new()
        .map("name=Name,comment=Why")
        .gives("Name,Why\n=HYPERLINK(1),- because\n", "id,name,organisation,comment\n1,'=HYPERLINK(1),,'- because\n");
    assert_eq!(
        notes(&report),
        [
            "2: name is “=HYPERLINK(1)”, which a spreadsheet could run: in the table an apostrophe is written before it",
            "2: comment is “- because”, which a spreadsheet could run: in the table an apostrophe is written before it"
        ]
    );
}

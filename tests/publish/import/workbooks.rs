//! Workbooks as spreadsheets save them.

use super::zips::{cell, ods, row, xlsx};
use super::{Import, counts, notes};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

const TABLE: &str = "id,name,organisation\n1,Ada,HART\n";

/// A workbook with one sheet.
fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn headings(sheet: &mut Worksheet, headings: &[&str]) {
    for (column, heading) in (0..).zip(headings) {
        sheet.write(0, column, *heading).unwrap();
    }
}

fn maps() -> Import {
    Import::new().map("name=Name,organisation=Org")
}

#[test]
fn both_kinds_are_known_by_their_content() {
    let report = maps().gives(
        workbook(|sheet| {
            headings(sheet, &["Name", "Org"]);
            sheet.write(1, 0, "Ada").unwrap().write(1, 1, "HART").unwrap();
        }),
        TABLE,
    );
    assert!(
        report.to_string().starts_with("export.csv: 1 row, in the sheet “Sheet1”\n")
            || report.form.shown() == "in the sheet “Sheet1”"
    );
    let rows = [["Name", "Org"], ["Ada", "HART"]]
        .map(|row| format!("<table:table-row>{}</table:table-row>", row.map(cell).concat()));
    maps().gives(ods("", &format!(r#"<table:table table:name="T">{}</table:table>"#, rows.concat())), TABLE);
    maps().gives(
        xlsx(&format!(
            "<sheetData>{}{}</sheetData>",
            row(1, &[("A", "Name"), ("B", "Org")]),
            row(2, &[("A", "Ada"), ("B", "HART")])
        )),
        TABLE,
    );
}

#[test]
fn values_become_what_csv_would_have() {
    let import = Import::into_table("id,name,signed,verified,note,role\n")
        .map("id=Id,name=Name,signed=Day,verified=Checked,note=Sum,role=Share");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let time = Format::new().set_num_format("d mmm yyyy hh:mm");
    let book = workbook(|sheet| {
        headings(sheet, &["Id", "Name", "Day", "Checked", "Sum", "Share"]);
        sheet.write(1, 0, 12_345_678_901.0).unwrap();
        sheet.write(1, 1, "Ada\nExample").unwrap();
        sheet.write_datetime_with_format(1, 2, ExcelDateTime::from_ymd(2025, 4, 3).unwrap(), &day).unwrap();
        sheet.write(1, 3, true).unwrap();
        sheet.write_formula(1, 4, Formula::new("=1+1").set_result("2")).unwrap();
        sheet.write(1, 5, 0.5).unwrap();
        let late = ExcelDateTime::from_ymd(2025, 12, 31).unwrap().and_hms(23, 59, 30.0).unwrap();
        sheet.write(2, 0, 7).unwrap().write(2, 1, "Bo").unwrap().write(2, 3, false).unwrap();
        sheet.write_datetime_with_format(2, 2, &late, &time).unwrap();
    });
    import.gives(
        book,
        "id,name,signed,verified,note,role\n12345678901,Ada Example,2025-04-03,true,2,0.5\n7,Bo,2025-12-31,,,\n",
    );
}

#[test]
fn values_of_the_other_kind_too() {
    let import = Import::into_table("id,name,signed,verified,note,role\n")
        .map("id=Id,name=Name,signed=Day,verified=Checked,note=Sum,role=Share");
    let head: String = ["Id", "Name", "Day", "Checked", "Sum", "Share"].map(cell).concat();
    let values = r#"<table:table-cell office:value-type="float" office:value="12345678901"><text:p>12.345.678.901</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>Ada <text:span>K.</text:span><text:s/>&amp; Co</text:p><text:p>Example</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2025-04-03T00:00:00"><text:p>3.4.25</text:p></table:table-cell>
        <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>
        <table:table-cell office:value-type="percentage" office:value="0.50"><text:p>50 %</text:p></table:table-cell>"#;
    let table = format!(
        r#"<table:table table:name="T"><table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows><table:table-row>{values}</table:table-row></table:table>"#
    );
    import.gives(
        ods("", &table),
        "id,name,signed,verified,note,role\n12345678901,Ada K. & Co Example,2025-04-03,true,2,0.5\n",
    );
}

#[test]
fn a_fault_of_a_formula_is_refused() {
    let book = xlsx(&format!(
        r#"<sheetData>{}<row r="2"><c r="A2" t="e"><f>VLOOKUP(1,B:C,2)</f><v>#N/A</v></c><c r="B2" t="str"><f>"HART"</f><v>HART</v></c></row></sheetData>"#,
        row(1, &[("A", "Name"), ("B", "Org")])
    ));
    let report = maps().import(book);
    assert_eq!(notes(&report), ["2: name is “#N/A”, the fault of a formula: correct it in the spreadsheet"]);
    maps().refuses("Name,Org\n#NAME?,x\n", "name is “#NAME?”, the fault of a formula: correct it in the spreadsheet");
    maps().gives("Name,Org\n#EndFossil,#1\n", "id,name,organisation\n1,#EndFossil,#1\n");
}

#[test]
fn of_several_sheets_with_content_one_is_named() {
    let book = |hide: bool| {
        let mut book = Workbook::new();
        for (name, who) in [("Answers", "Ada"), ("Notes", "x")] {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            headings(sheet, &["Name", "Org"]);
            sheet.write(1, 0, who).unwrap().write(1, 1, "HART").unwrap();
            sheet.set_hidden(hide && name == "Notes");
        }
        book.add_worksheet().set_name("Empty").unwrap();
        book.save_to_buffer().unwrap()
    };
    maps().fails(
        book(false),
        "export.csv: has several sheets with content: say which by --sheet NAME; there are “Answers”, “Notes”",
    );
    let named = |name: &str| maps().with(|options| options.sheet = Some(name.into()));
    named("answers").gives(book(false), TABLE);
    named("x").fails(book(false), "export.csv: has no sheet “x”: there are “Answers”, “Notes”, “Empty”");
    named("Empty").fails(book(false), "export.csv: is empty: export it again, with its heading row");
    assert_eq!(notes(&maps().gives(book(true), TABLE)), ["has the hidden sheet “Notes”, which is not read"]);
    named("x").fails("Name\nAda\n", "export.csv: is CSV, which has no sheets: leave --sheet out");
    let table = |name: &str, style: &str, who: &str| {
        let rows = [["Name", "Org"], [who, "HART"]]
            .map(|row| format!("<table:table-row>{}</table:table-row>", row.map(cell).concat()));
        format!(r#"<table:table table:name="{name}" table:style-name="{style}">{}</table:table>"#, rows.concat())
    };
    let hidden = r#"<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>"#;
    let report = maps().gives(ods(hidden, &[table("A", "v", "Ada"), table("B", "h", "Bo")].concat()), TABLE);
    assert_eq!(notes(&report), ["has the hidden sheet “B”, which is not read"]);
}

#[test]
fn hidden_rows_and_merged_cells_are_reported() {
    let book = workbook(|sheet| {
        headings(sheet, &["Name", "Org"]);
        for (line, name) in (1..).zip(["Ada", "Bo", "Ce"]) {
            sheet.write(line, 0, name).unwrap();
        }
        sheet.merge_range(1, 1, 2, 1, "HART", &Format::new()).unwrap();
        sheet.set_row_hidden(2).unwrap().set_row_hidden(3).unwrap().set_row_hidden(7).unwrap();
    });
    let expected = [
        "has 2 rows that are hidden, the first of them row 3: they are imported too, so delete those that are not meant",
        "has merged cells in row 2: their text counts for the first cell only, the others are empty",
    ];
    let report = maps().gives(book, "id,name,organisation\n1,Ada,HART\n2,Bo,\n3,Ce,\n");
    assert_eq!(notes(&report), expected);
    let [ada, bo, ce] = ["Ada", "Bo", "Ce"].map(cell);
    let table = format!(
        r#"<table:table table:name="T"><table:table-row>{}{}</table:table-row>
        <table:table-row>{ada}<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>HART</text:p></table:table-cell></table:table-row>
        <table:table-row table:visibility="filter">{bo}<table:covered-table-cell/></table:table-row>
        <table:table-row table:visibility="collapse">{ce}</table:table-row>
        <table:table-row table:visibility="collapse" table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#,
        cell("Name"),
        cell("Org")
    );
    let report = maps().gives(ods("", &table), "id,name,organisation\n1,Ada,HART\n2,Bo,\n3,Ce,\n");
    assert_eq!(notes(&report), expected);
}

#[test]
fn a_formula_without_a_value_is_reported() {
    let book = xlsx(&format!(
        r#"<sheetData>{}<row r="2"><c r="A2" t="inlineStr"><is><t>Ada</t></is></c><c r="B2"><f>C2</f></c></row></sheetData>"#,
        row(1, &[("A", "Name"), ("B", "Org")])
    ));
    let report = maps().gives(book, "id,name,organisation\n1,Ada,\n");
    assert_eq!(
        notes(&report),
        [
            "has formulas without a value in row 2, which are taken for empty: open it in a spreadsheet, and save it again"
        ]
    );
}

/// What openpyxl and other libraries write: a formula, and an empty value.
#[test]
fn a_name_that_is_a_formula_without_a_value_is_refused() {
    let head = row(1, &[("A", "Name"), ("B", "Org"), ("C", "Show")]);
    let formula = |cell: &str, value: &str| format!(r#"<c r="{cell}"><f>PROPER("bo")</f>{value}</c>"#);
    let text = |cell: &str, text: &str| format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    for value in ["", "<v></v>", "<v/>"] {
        let rows = [
            head.clone(),
            format!(r#"<row r="2">{}</row>"#, text("A2", "Ada")),
            format!(r#"<row r="3">{}</row>"#, formula("A3", value)),
            // Filled down below the last row, in a column that is no name.
            format!(r#"<row r="4">{}</row>"#, formula("B4", value)),
        ];
        let report =
            maps().gives(xlsx(&format!("<sheetData>{}</sheetData>", rows.concat())), "id,name,organisation\n1,Ada,\n");
        let fault = "3: name is a formula without a value: open the workbook in a spreadsheet, and save it again";
        assert_eq!(notes(&report)[1..], [fault]);
        assert_eq!((report.rows, report.added, report.refused), (2, 1, 1));
    }
    // Without its value, nothing says whether Bo may be shown.
    for target in ["anonymous", "consent", "hidden"] {
        let rows = [head.clone(), format!(r#"<row r="2">{}{}</row>"#, text("A2", "Bo"), formula("C2", "<v></v>"))];
        let map = format!("name=Name,{target}=Show");
        let report = Import::new().map(&map).import(xlsx(&format!("<sheetData>{}</sheetData>", rows.concat())));
        assert_eq!((report.added, report.refused), (0, 1), "{report}");
    }
}

#[test]
fn an_empty_text_that_a_formula_gives_is_a_value() {
    let rows = format!(
        r#"{}<row r="2"><c r="A2" t="inlineStr"><is><t>Ada</t></is></c><c r="B2" t="str"><f>""</f><v></v></c></row>"#,
        row(1, &[("A", "Name"), ("B", "Org")])
    );
    let report = maps().gives(xlsx(&format!("<sheetData>{rows}</sheetData>")), "id,name,organisation\n1,Ada,\n");
    assert_eq!(notes(&report), [""; 0]);
}

#[test]
fn a_formula_without_a_value_in_the_other_kind_too() {
    let head: String = ["Name", "Org"].map(cell).concat();
    let table = format!(
        r#"<table:table table:name="T"><table:table-row>{head}</table:table-row><table:table-row>{}{}</table:table-row><table:table-row><table:table-cell table:formula="of:=PROPER(&quot;bo&quot;)"/></table:table-row><table:table-row>{}<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/></table:table-row></table:table>"#,
        cell("Ada"),
        cell("HART"),
        cell("Ce"),
    );
    let report = maps().gives(ods("", &table), "id,name,organisation\n1,Ada,HART\n2,Ce,\n");
    assert_eq!(
        notes(&report)[1..],
        ["3: name is a formula without a value: open the workbook in a spreadsheet, and save it again"]
    );
}

#[test]
fn lines_are_the_numbers_of_rows_and_empty_ones_count() {
    let book = workbook(|sheet| {
        sheet.write(0, 0, "Signatures of May").unwrap();
        sheet.write(3, 1, "Name").unwrap().write(3, 2, "Your\norganisation").unwrap();
        sheet.write(6, 1, "Ada").unwrap().write(6, 2, "HART").unwrap();
        sheet.write(8, 2, "nobody").unwrap();
    });
    let import = || Import::new().map("name=Name,organisation=Your organisation");
    import().fails(
        &book,
        "export.csv: has no heading “Name” for name: there are “Signatures of May”; row 4 has what you look for, so add \
         --heading-row 4",
    );
    let report = import().with(|options| options.heading_row = Some(4)).gives(&book, TABLE);
    assert_eq!(notes(&report), ["9: name is empty: give the signatory's name"]);
}

#[test]
fn empty_cells_at_the_end_are_empty_and_not_missing() {
    let book = workbook(|sheet| {
        headings(sheet, &["Name", "Org", "Anonymous"]);
        sheet.write(1, 0, "Ada").unwrap();
    });
    let report = maps().map("name=Name,organisation=Org,anonymous=Anonymous").import(book);
    counts(&report, [1, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(notes(&report), [""; 0]);
}

#[test]
fn options_of_csv_are_refused() {
    let book = workbook(|sheet| headings(sheet, &["Name"]));
    let import = maps().with(|options| options.encoding = Some("utf-8".into()));
    import.fails(
        book,
        "export.csv: is not CSV, so it has neither a delimiter nor an encoding: leave --delimiter and --encoding out",
    );
}

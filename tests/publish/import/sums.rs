//! The sum below a table is no signatory.

use super::Import;

#[test]
fn the_sum_below_a_table_is_refused() {
    for (row, word) in [
        ("Total,,", "Total"),
        ("Total: 2,,", "Total: 2"),
        ("Summe,2,", "Summe"),
        ("2,Gesamt,", "Gesamt"),
        (",Итого,2", "Итого"),
        ("合計,,2", "合計"),
        ("\"סה\"\"כ\",,2", "סה\"כ"),
        ("TOTAL GÉNÉRAL,,1 234", "TOTAL GÉNÉRAL"),
    ] {
        let import = Import::new().map("name=Name,organisation=Org");
        let report = import
            .gives(format!("Name,Org,n\nAda,HART,1\nBo,,1\n{row}\n"), "id,name,organisation\n1,Ada,HART\n2,Bo,\n");
        let why = format!(
            "has “{word}” and otherwise only numbers, like the total below a table: delete the row in the export"
        );
        assert_eq!(report.left_out[0].why, why);
    }
}

/// With an empty cell in the column of consent, the row would count as somebody who may not be named.
#[test]
fn nor_is_it_somebody_without_a_name() {
    let import = Import::into_table("id,name,hidden\n").map("name=Name,consent=Show");
    let report = import.gives("No,Name,Show\n1,Ada,yes\nTotal,,\n", "id,name,hidden\n1,Ada,\n");
    assert_eq!(report.refused, 1);
}

#[test]
fn names_with_such_words_are_names() {
    let rows = "Total Change,,\nTotal,Energy Watch,\nAda Sum,,3\n350,,\nSumma Cum,,\nTotal,,Lyon\n";
    let report = Import::new().map("name=Name,organisation=Org").import(format!("Name,Org,City\n{rows}"));
    assert_eq!((report.added, report.refused), (6, 0), "{report}");
}

#[test]
fn it_withdraws_nobody_and_prevents_no_withdrawal() {
    let import = Import::new().with(|options| {
        options.complete = true;
        options.source = Some("form".into());
    });
    import.import("Name\nAda\nBo\nCe\nTotal\n");
    let report = import.gives("Name\nAda\nBo\nTotal\n", "id,name,organisation\n1,Ada,\n2,Bo,\n");
    assert_eq!(report.withdrawn, 1, "{report}");
}

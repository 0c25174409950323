//! Several fields in one column.

use super::{Import, counts};

/// An import of a column that is composed so.
fn composed(patterns: &[&str]) -> Import {
    Import::into_table("id,name,role,organisation\n")
        .map("name=Signatory")
        .with(|options| options.split = patterns.iter().map(ToString::to_string).collect())
}

#[track_caller]
fn gives(pattern: &str, cell: &str, row: &str) {
    composed(&[pattern]).gives(format!("Signatory\n\"{cell}\"\n"), &format!("id,name,role,organisation\n1,{row}\n"));
}

#[test]
fn a_column_is_taken_apart_by_its_pattern() {
    gives("name (organisation)", "Ada Example (Example Society)", "Ada Example,,Example Society");
    gives("Name (Organisation)", "Ada Example(Example Society)", "Ada Example,,Example Society");
    gives("name, role, organisation", "Ada Example, Fellow ,Example Society", "Ada Example,Fellow,Example Society");
    gives("name – organisation", "Ada Day-Example - Example Society", "Ada Day-Example,,Example Society");
    gives("organisation — name", "Example Society – Ada", "Ada,,Example Society");
    gives("name=Name (Organisation)", "Ada (Society)", "Ada,,Society");
    gives("name, organisation", "王小明，河流协会", "王小明,,河流协会");
}

#[test]
fn the_usual_ways_have_a_short_name() {
    gives("name", "Ada Example", "Ada Example,,");
    gives("name", "Ada Example (Example Society)", "Ada Example,,Example Society");
    gives("name", "Ada Example, Fellow, Example Society", "Ada Example,Fellow,Example Society");
    let reason = "name is “Ada Example, Fellow”, which is not composed as “name” or “name (organisation)” or “name, role, \
                  organisation”: change it in the export, or add --split with how it is";
    composed(&["name"]).refuses("Signatory\n\"Ada Example, Fellow\"\n", reason);
}

#[test]
fn a_cell_that_does_not_fit_is_refused_in_its_line() {
    let refuses = |pattern: &str, cell: &str| {
        let reason = format!(
            "name is “{cell}”, which is not composed as “{pattern}”: change it in the export, or add --split with how it is"
        );
        composed(&[pattern]).refuses(&format!("Signatory\n\"{cell}\"\n"), &reason);
    };
    refuses("name (organisation)", "Ada Example");
    refuses("name (organisation)", "Ada (the first) Example (Society)");
    refuses("name (organisation)", "(Society)");
    refuses("name (organisation)", "Ada (Society) and others");
    refuses("name, organisation", "King, Martin Luther, Jr.");
    refuses("name – organisation", "Ada Day-Example");
    composed(&["name (organisation)"]).refuses("Signatory,x\n,1\n", "name is empty: give the signatory's name");
}

#[test]
fn what_follows_a_name_is_neither_role_nor_organisation() {
    for cell in ["King, Martin Luther, Jr.", "Ada Example, Nurse, Ph.D.", "Ada Example, III, Society"] {
        let reason = format!(
            "name is “{cell}”, which is not composed as “name” or “name (organisation)” or “name, role, organisation”: change it \
             in the export, or add --split with how it is"
        );
        composed(&["name"]).refuses(&format!("Signatory\n\"{cell}\"\n"), &reason);
    }
    let import = Import::into_table("id,name,suffix\n").map("last-name=Signatory");
    let import = import.with(|options| options.split = vec!["last-name, first-name, suffix".into()]);
    import.gives("Signatory\n\"King, Martin Luther, Jr.\"\n", "id,name,suffix\n1,Martin Luther King,Jr.\n");
}

#[test]
fn a_column_of_last_names_first_is_noticed() {
    let import = || Import::new().map("name=Full name");
    let note = "has names like “Example, Ada”: if the last name comes first, import with --map \"last-name=Full name\" --split \
                \"last-name, first-name\" in place of --map \"name=Full name\", and correct the names that are in the table \
                already";
    let rows = "\"Example, Ada\"\n\"Sample, Bo\"\n\"de la Cruz, Ce María\"\n";
    let report = import().import(format!("Full name\n{rows}"));
    assert_eq!(super::notes(&report), [note]);
    // As the note says.
    let turned = Import::new().map("last-name=Full name").with(|options| {
        options.split = vec!["last-name, first-name".into()];
    });
    turned.gives(
        format!("Full name\n{rows}"),
        "id,name,organisation\n1,Ada Example,\n2,Bo Sample,\n3,Ce María de la Cruz,\n",
    );
    for others in [
        "\"Ada Example, Nurse\"\n\"Bo Sample, Fellow\"\n\"Ce Trial, Chair\"\n",
        "\"King, Jr.\"\n\"Luther, PhD\"\n\"Day, III\"\n",
        "Ada Example\nBo Sample\n\"Trial, Ce\"\nDe Other\n",
        "\"Example, Ada\"\n\"Sample, Bo\"\n",
    ] {
        assert_eq!(super::notes(&import().import(format!("Full name\n{others}"))), [""; 0], "{others}");
    }
}

#[test]
fn a_row_fits_exactly_one_of_several_patterns() {
    let import = composed(&["name (organisation)", "name, role", "name"]);
    let report = import.gives(
        "Signatory\nAda (Society)\n\"Bo, Fellow\"\nCe\n\"De, Fellow (Society)\"\n",
        "id,name,role,organisation\n1,Ada,,Society\n2,Bo,Fellow,\n3,Ce,,\n",
    );
    counts(&report, [3, 0, 0, 0, 0, 0, 1, 0, 0]);
    assert_eq!(report.left_out[0].who[0], "De, Fellow (Society)");
}

#[test]
fn what_is_no_pattern_is_reported() {
    let fails = |pattern: &str, message: &str| composed(&[pattern]).fails("Signatory\nAda\n", message);
    fails("nom", "--split has “nom”: write it with the names of targets, such as \"name (organisation)\"");
    fails(
        "name organisation",
        "--split has “name organisation”: write a mark between two targets, one of , ( ) – ; | /",
    );
    fails(
        "name-organisation",
        "--split has “name-organisation”: write it with the names of targets, such as \"name (organisation)\"",
    );
    fails("name+role", "--split has “name+role”: write one mark between two targets, one of , ( ) – ; | /");
    fails("name, name", "--split has name twice");
    fails(
        "role (organisation)",
        "--split says how a column is composed, and --map doesn't say which: add --map \"role=HEADING\"",
    );
    composed(&["name (organisation)"]).map("name=Signatory,organisation=Org").fails(
        "Signatory,Org\nAda,x\n",
        "--map gives a column of its own to name and to organisation: leave one of them out",
    );
}

#[test]
fn a_column_may_be_mapped_to_any_of_its_fields() {
    let import = composed(&["name (organisation)"]).map("organisation=Signatory");
    import.gives("Signatory\nAda (Society)\n", "id,name,role,organisation\n1,Ada,,Society\n");
}

//! Signatories without a name: each counts as one, and none is named.

use super::{Import, counts};

fn import() -> Import {
    Import::into_table("id,name,role,hidden\n").map("name=Name,role=Role")
}

const EXPORT: &str = "Name,Role\nAnonymous,Nurse\nAnonymous,\nAnonymous,\nAnonymous,\nName withheld,Professor\nAda,\n";

const TABLE: &str = "id,name,role,hidden\n1,Anonymous,Nurse,true\n2,Anonymous,,true\n3,Anonymous,,true\n\
                     4,Anonymous,,true\n5,Name withheld,Professor,true\n6,Ada,,\n";

#[test]
fn each_of_them_counts_and_none_is_named() {
    let import = import();
    let report = import.gives(EXPORT, TABLE);
    counts(&report, [6, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!((report.nameless, report.left_out.len()), (5, 0));
    import.folder.reports(&[]);
    let letter = import.folder.published();
    assert_eq!((letter["signatures"]["count"].clone(), letter["signatories"].as_array().unwrap().len()), (6.into(), 1));
}

#[test]
fn the_next_export_finds_each_of_them_again_in_any_order() {
    let import = import();
    import.import(EXPORT);
    counts(&import.gives(EXPORT, TABLE), [0, 0, 6, 0, 0, 0, 0, 0, 0]);
    let mut rows: Vec<&str> = EXPORT.lines().skip(1).collect();
    rows.reverse();
    let reversed = format!("Name,Role\n{}\n", rows.join("\n"));
    counts(&import.gives(reversed, TABLE), [0, 0, 6, 0, 0, 0, 0, 0, 0]);
    // One more row adds one more signatory.
    let report = import.import([EXPORT, "Anonymous,\n"].concat());
    counts(&report, [1, 0, 6, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn who_was_deleted_keeps_one_out_and_not_all() {
    let import = import();
    import.import(EXPORT);
    import.edit("3,Anonymous,,true\n", "");
    counts(&import.import([EXPORT, "Anonymous,\n"].concat()), [1, 0, 5, 0, 1, 0, 0, 0, 0]);
}

#[test]
fn whom_the_coordinator_names_stays_named() {
    let import = import();
    import.import(EXPORT);
    import.edit("1,Anonymous,Nurse,true", "1,Anonymous,Nurse,");
    let before = import.table();
    import.gives(EXPORT, &before);
}

#[test]
fn they_are_known_in_many_languages() {
    for name in [
        "anonymous",
        "ANON.",
        "Anonymous 2",
        "(anonymous)",
        "Name withheld by request",
        "N.N.",
        "—",
        "Anonyme",
        "Nom masqué",
        "Anonym",
        "Name der Redaktion bekannt",
        "Anonimo",
        "Nome omesso",
        "Anónima",
        "Nombre reservado",
        "Anônimo",
        "Nome não divulgado",
        "Аноним",
        "Имя скрыто",
        "Анонімно",
        "Ім’я приховано",
        "İsimsiz",
        "ANONİM",
        "مجهول",
        "فاعل خير",
        "Անանուն",
        "אנונימית",
        "בעילום שם",
        "匿名",
        "佚名",
        "Anoniem",
        "Naam bekend bij de redactie",
        "Anonimowy",
        "Nazwisko zastrzeżone",
        "ΑΝΏΝΥΜΟΣ",
        "ناشناس",
        "بی‌نام",
        "匿名希望",
        "名前非公開",
        "익명",
        "이름 비공개",
    ] {
        let report = import().import(format!("Name,Role\n\"{name}\",\n\"{name}\",\n"));
        assert_eq!((report.added, report.nameless), (2, 2), "{name}");
    }
}

#[test]
fn a_description_that_many_have_merges_nobody_and_is_shown() {
    let report =
        import().import("Name,Role\nAnonymous student,\nAnonymous student,\nAnonyme Lehrerin,\nAnonyme Lehrerin,\n");
    assert_eq!((report.added, report.nameless), (4, 0));
}

#[test]
fn names_that_resemble_them_are_names() {
    let names = "Alcoholics Anonymous,Société Anonyme,Anton Anonymou,Noname Jones,350,Anonda Bell";
    let row = |name: &str| format!("{name},\n");
    let export: String = names.split(',').map(row).collect();
    let report = import().import(format!("Name,Role\n{export}"));
    assert_eq!((report.added, report.nameless), (6, 0), "{report}");
}

#[test]
fn who_asks_not_to_be_named_may_leave_the_name_out() {
    let import = Import::into_table("id,name,hidden\n").map("name=Name,anonymous=Anonymous");
    let report =
        import.gives("Name,Anonymous\n,yes\n,yes\n,no\n", "id,name,hidden\n1,Anonymous,true\n2,Anonymous,true\n");
    assert_eq!((report.added, report.hidden, report.refused), (2, 2, 1));
}

#[test]
fn with_addresses_they_are_distinguished_and_found_again() {
    let import = Import::into_table("id,name,role,hidden\n").map("name=Name,email=Mail");
    let export = "Name,Mail\nAnonymous,a@b.example\nAnonymous,c@b.example\nAnonymous,a@b.example\n";
    counts(&import.import(export), [2, 0, 0, 1, 0, 0, 0, 0, 0]);
    counts(&import.import(export), [0, 0, 2, 1, 0, 0, 0, 0, 0]);
}

#[test]
fn check_takes_none_of_them_for_another() {
    let folder = crate::folder::Folder::new()
        .signatories("name,role\nAnonymous,\nAnonymous,\nAnonymous nurse,\nAnonymous nurse,\n匿名,\n匿名,\n");
    assert_eq!(folder.findings(), Vec::<String>::new());
}

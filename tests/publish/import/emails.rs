//! E-mail addresses stay out of the table and out of every published byte.

use super::Import;
use crate::folder::Folder;
use open_letter::check::check;
use open_letter::model::email_in;
use std::fmt::Write;

const ROWS: [(&str, &str, &str); 9] = [
    ("name", "Kim Example <kim@example.org>", "write “Kim Example”"),
    ("name", "kim@example.org", "write the signatory's name"),
    ("name", "Kim (at) example (dot) org", "write the signatory's name"),
    ("role", "Chair, chair@example.org", "write “Chair”"),
    ("organisation", "info@example.org", "leave the cell empty"),
    ("organisation", "River Trust (E-Mail: info@example.org)", "write “River Trust”"),
    ("note", "write to kim @ example.org", "write “write to”"),
    ("comment", "Ask kim@example.org!", "write “Ask !”"),
    ("url", "mailto:kim@example.org", "give the address of a page, or leave the cell empty"),
];

fn finding(column: &str, remedy: &str) -> String {
    format!("{column} has an e-mail address in it, which everybody could read: {remedy}")
}

#[test]
fn import_refuses_them_by_row() {
    let import = Import::into_table("id,name,role,organisation,note,url,comment\n")
        .map("name=name,role=role,organisation=organisation,note=note,url=url,comment=comment");
    for (column, cell, remedy) in ROWS {
        let name = if column == "name" { cell } else { "Kim" };
        let heading = if column == "name" { "name,role".to_string() } else { format!("name,{column}") };
        let columns = heading.clone() + ",role,organisation,note,url,comment";
        let export = format!("{columns}\n{name},\"{}\"\n", if column == "name" { "" } else { cell });
        let report = import.import(export);
        assert_eq!(report.refused, 1, "{cell}");
        assert_eq!(report.left_out[0].why, finding(column, remedy));
    }
    let list = std::fs::read_to_string(import.folder.path().join("left-out.csv")).unwrap();
    assert_eq!(email_in(&list), None, "{list}");
}

#[test]
fn check_and_publish_refuse_them_by_row() {
    for (column, cell, remedy) in ROWS {
        let csv = match column {
            "name" => format!("name\nAda\n\"{cell}\"\n"),
            _ => format!("name,{column}\nAda,\nKim,\"{cell}\"\n"),
        };
        let folder = Folder::new().signatories(&csv);
        let expected = format!("x/signatories.csv:3: {}", finding(column, remedy));
        assert!(folder.shorten(&check(&folder.path()).findings).contains(&expected), "{csv}");
        let published = folder.publish();
        assert_eq!((published.id, folder.shorten(&published.findings)), (None, vec![expected]));
    }
}

#[test]
fn handles_and_names_with_the_sign_in_them_are_published() {
    let csv = "name,note,url\nWomen@Work,@women,https://social.example/@women\nKim,@kim@social.example,\n";
    assert_eq!(Folder::new().signatories(csv).findings(), Vec::<String>::new());
}

#[test]
fn no_published_byte_is_part_of_an_address_that_the_export_had() {
    let addresses: Vec<String> = (0..600).map(|number| format!("person.{number}@mail{number}.example")).collect();
    let mut export = String::from("Name,Mail,Role\n");
    for (number, address) in addresses.iter().enumerate() {
        let name = match number % 5 {
            0 => format!("\"Person {number} <{address}>\""),
            1 => format!("\"{} (Person {number})\"", address.replace('@', " (at) ")),
            _ => format!("Person {number}"),
        };
        let role = if number % 7 == 0 { address.clone() } else { String::new() };
        let _ = writeln!(export, "{name},{address},{role}");
    }
    let import = Import::new().map("name=Name,email=Mail,role=Role");
    let report = import.import(export);
    assert!(report.added > 300 && report.refused > 240, "{report}");
    import.folder.publish();
    let site = import.folder.site_files();
    assert!(site.len() > 5);
    for (path, bytes) in site {
        let text = String::from_utf8_lossy(&bytes);
        for number in 0..600 {
            assert!(!text.contains(&format!("mail{number}.example")), "{path} has the address of person {number}");
        }
    }
}

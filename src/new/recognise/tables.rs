//! Tables that were left out, and may have had the names.

use super::Recognised;
use super::person::is_person;
use crate::new::text::document::Document;
use crate::roll::fold;

/// Headings of columns with names.
const HEADINGS: &str = "name names nom nombre nome nomi имя фио ім'я піб اسم الاسم שם անուն isim ad soyad 姓名 氏名 이름 naam nazwisko signatory \
                        signature unterschrift firma unterzeichner signataire firmante";

/// Says of which tables.
pub fn report(document: &mut Document, found: &mut Recognised) {
    for loss in document.losses.iter().filter(|loss| loss.what.starts_with("a table")) {
        let cells: Vec<Vec<&str>> = loss.words.iter().map(|row| row.split('|').map(str::trim).collect()).collect();
        let has_heading = cells.first().is_some_and(|row| {
            row.iter()
                .flat_map(|cell| cell.split_whitespace())
                .any(|word| HEADINGS.split_whitespace().any(|heading| fold(heading) == fold(word)))
        });
        let has_person =
            |row: &&Vec<&str>| row.iter().any(|cell| is_person(cell.split([',', '(', '–']).next().unwrap_or_default()));
        let people = cells.iter().filter(has_person).count();
        if has_heading && cells.len() > 1 && people > 0 || people * 2 >= cells.len() && people > 0 {
            let place = if loss.place.is_empty() { String::new() } else { format!(" {}", loss.place) };
            found.doubts.push(format!(
                "the table{place}, which was left out, may have names: write those who sign into signatories.csv"
            ));
        }
    }
}

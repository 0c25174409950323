//! What a sheet of an `.xlsx` hides from who looks at it, or shows otherwise: hidden rows, merged cells, formulas whose
//! value is missing.

use super::sheets::Sheet;
use super::xml::{Element, Piece, read as pieces};
use crate::files::archive::Archive;
use anyhow::Result;

/// Notes it in the sheet. A workbook whose parts are elsewhere is in order too; then nothing is noted.
///
/// # Errors
/// If a part is damaged.
pub fn about(archive: &mut Archive, sheet: &mut Sheet) -> Result<()> {
    let Some(part) = part(archive, &sheet.name)? else { return Ok(()) };
    let Some(document) = archive.text(&part)? else { return Ok(()) };
    let (mut row, mut column, mut cell) = (0, 0, Cell::default());
    pieces(&document, |piece| {
        match piece {
            Piece::Start(element) => match element.local() {
                "row" => {
                    row = element.get("r").and_then(|number| number.parse().ok()).unwrap_or(row + 1);
                    if is_true(&element, "hidden") {
                        sheet.hidden_rows.push((row, 1));
                    }
                }
                "c" => {
                    column = element.get("r").and_then(|range| self::column(&range)).unwrap_or(column + 1);
                    // The empty text that a formula gives is a value too.
                    let is_text = element.get("t").as_deref() == Some("str");
                    cell = Cell { has_value: is_text, ..Cell::default() };
                }
                "f" => cell.is_formula = true,
                "v" => cell.in_value = true,
                "is" => cell.has_value = true,
                "mergeCell" => sheet.merged.extend(element.get("ref").and_then(|range| first_row(&range))),
                _ => {}
            },
            Piece::Text(text) => cell.has_value |= cell.in_value && !text.is_empty(),
            Piece::End(name) => match name.rsplit(':').next() {
                Some("v") => cell.in_value = false,
                Some("row") => column = 0,
                Some("c") if cell.is_formula && !cell.has_value => sheet.without_value.push((row, column)),
                _ => {}
            },
        }
        Ok(())
    })
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    is_formula: bool,
    in_value: bool,
    has_value: bool,
}

/// The number of a cell's column, from 1: 28 of `AB3`.
fn column(range: &str) -> Option<usize> {
    let letters = range.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number = letters.fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    (number > 0).then_some(number)
}

fn is_true(element: &Element, name: &str) -> bool {
    matches!(element.get(name).as_deref(), Some("1" | "true"))
}

/// The row of the first cell of a range: 2 of `B2:B4`.
fn first_row(range: &str) -> Option<usize> {
    range.split(':').next()?.trim_start_matches(|char: char| !char.is_ascii_digit()).parse().ok()
}

/// The name of a sheet's part, by way of the workbook and its relationships (ECMA-376, part 2, section 9.3).
fn part(archive: &mut Archive, name: &str) -> Result<Option<String>> {
    let (Some(book), Some(relations)) = (archive.text("xl/workbook.xml")?, archive.text("xl/_rels/workbook.xml.rels")?)
    else {
        return Ok(None);
    };
    let mut id = None;
    pieces(&book, |piece| {
        if let Piece::Start(element) = piece
            && element.local() == "sheet"
            && element.get("name").as_deref() == Some(name)
        {
            id = element.get("r:id");
        }
        Ok(())
    })?;
    let mut target = None;
    pieces(&relations, |piece| {
        if let Piece::Start(element) = piece
            && element.local() == "Relationship"
            && element.get("Id") == id
        {
            target = element.get("Target");
        }
        Ok(())
    })?;
    Ok(target.map(|target| match target.strip_prefix('/') {
        Some(whole) => whole.to_string(),
        None => format!("xl/{target}"),
    }))
}

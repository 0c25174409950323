//! Workbooks of Office Open XML (ECMA-376), as Excel and most other spreadsheets save them.

use super::Rows;
use super::about::about;
use super::limits::Growing;
use super::sheets::{Sheet, choose};
use crate::files::archive::Archive;
use anyhow::{Context, Result, ensure};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use memchr::memmem;
use std::borrow::Cow;
use std::io::Cursor;

const DAMAGED: &str = "can't be read as a workbook: open it in a spreadsheet, and save it again as .xlsx";

/// Reads the sheet of that name, or the only one with content. `archive`: the same bytes, within the limits.
///
/// # Errors
/// If the file is damaged or over a limit, or several sheets have content.
pub fn read(bytes: &[u8], mut archive: Archive, wanted: Option<&str>) -> Result<Rows> {
    refuse_lies(&mut archive)?;
    let mut book: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).context(DAMAGED)?;
    let mut sheets = Vec::new();
    for listed in book.sheets_metadata().to_vec() {
        if listed.typ == SheetType::WorkSheet {
            let (rows, is_hidden) = (rows(&mut book, &listed.name)?, listed.visible != SheetVisible::Visible);
            sheets.push(Sheet { name: listed.name, is_hidden, rows, ..Sheet::default() });
        }
    }
    let mut sheet = choose(sheets, wanted)?;
    about(&mut archive, &mut sheet)?;
    Ok(sheet.into_rows())
}

/// The library makes room for as many texts as their list says to have. No list has more texts than bytes.
fn refuse_lies(archive: &mut Archive) -> Result<()> {
    const COUNT: &[u8] = b"uniqueCount";
    let is_list = |name: &String| name.to_ascii_lowercase().ends_with("sharedstrings.xml");
    let lists: Vec<String> = archive.names().map(Cow::into_owned).filter(is_list).collect();
    for list in lists {
        let bytes = archive.read(&list)?.unwrap_or_default();
        for at in memmem::find_iter(&bytes, COUNT) {
            let after = bytes[at + COUNT.len()..].trim_ascii_start().strip_prefix(b"=").unwrap_or_default();
            let value = after.trim_ascii_start().get(1..).unwrap_or_default().trim_ascii_start();
            let digits = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let is_true = str::from_utf8(&value[..digits]).is_ok_and(|number| {
                number.is_empty() || number.parse::<usize>().is_ok_and(|number| number <= bytes.len())
            });
            ensure!(is_true, "{DAMAGED} ({list} says that it has more texts than it can)");
        }
    }
    Ok(())
}

/// The rows of a sheet, cell by cell: what the sheet says about its size is never believed.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<super::Row>> {
    let mut cells = book.worksheet_cells_reader(name).context(DAMAGED)?;
    let mut growing = Growing::default();
    while let Some(cell) = cells.next_cell().context(DAMAGED)? {
        let ((row, column), text) = (cell.get_position(), text(cell.get_value()));
        growing.add(row as usize, column as usize, text)?;
    }
    Ok(growing.rows)
}

/// A value as CSV would have it: days as `2023-09-07`, whole numbers without a point, `true` and `false`.
fn text(value: &DataRef) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::SharedString(text) => (*text).to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(is) => is.to_string(),
        DataRef::DateTime(time) => time_text(*time),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A day, with the time after it if there is one; of a time without a day, the number.
fn time_text(time: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    if !time.is_datetime() || time.as_f64() < 1.0 {
        return time.as_f64().to_string();
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => day,
        _ => format!("{day} {hour:02}:{minute:02}:{second:02}"),
    }
}

//! A row of a table of signatories, as `letter.json` has it.

use super::columns::{self, Cell, SIGNED_TEXT};
use super::finding::Findings;
use super::layout::Layout;
use super::signed::{Days, Order};
use super::words;
use crate::model::{Json, Link, as_written, email_in, without_emails};

/// The message about a row with more or fewer cells than columns: its texts are in the wrong columns.
#[must_use]
pub(super) fn misfit(Layout { columns, delimiter }: &Layout, cells: &[&str]) -> Option<String> {
    // Empty cells at the end of a row are ignored if they have no column.
    let (least, most) = (1 + columns.iter().rposition(Option::is_some).unwrap_or_default(), columns.len());
    if cells.len() >= least && cells.iter().skip(most).all(|cell| cell.is_empty()) {
        return None;
    }
    let mark = delimiter.one();
    let remedy = if cells.len() < least {
        format!("write a {mark} for each empty cell too")
    } else {
        format!("put a text with a {mark} in it in quotation marks")
    };
    Some(format!("{}: {remedy}", width(cells.len(), most)))
}

/// How many cells a row has, and how many it should have.
#[must_use]
pub fn width(cells: usize, headings: usize) -> String {
    let plural = if cells == 1 { "" } else { "s" };
    format!("has {cells} cell{plural}, and the heading row has {headings}")
}

/// The signatory as `letter.json` has it, and whether it counts without being named.
pub(super) fn row(
    layout: &Layout,
    cells: &[&str],
    (line, order): (usize, Option<Order>),
    (findings, days): (&mut Findings, &mut Days),
) -> (Json, bool) {
    let (mut members, mut addresses) = (Vec::new(), Vec::new());
    let mut hidden = false;
    for (column, cell) in layout.columns.iter().zip(cells) {
        let Some(column) = *column else {
            if !cell.is_empty() {
                let remedy = "write a heading above it in the first row, or clear the cell";
                findings.error(line, format!("has “{cell}” in a column without a heading: {remedy}"));
            }
            continue;
        };
        match columns::cell(column) {
            _ if column == SIGNED_TEXT => {}
            // The model reports this one if it is empty.
            _ if cell.is_empty() && column != "name" => {}
            Cell::Hidden => hidden = flag(column, cell, line, findings),
            Cell::Flag => {
                members.push((column.to_string(), Json::Bool(flag(column, cell, line, findings))));
            }
            Cell::Id if cell.contains('@') => {
                findings.error(line, "id is an e-mail address, and ids are public: give a number or a word");
            }
            _ => {
                addresses.extend(address(cell, column).map(|message| format!("{column} {message}")));
                members.push((column.to_string(), Json::Text(text(column, cell, (line, order), days))));
            }
        }
    }
    // Nothing about a hidden signatory is published.
    addresses.into_iter().filter(|_| !hidden).for_each(|message| findings.error(line, message));
    (Json::Object(members), hidden)
}

/// The text of a cell as `letter.json` has it.
fn text(column: &str, cell: &str, (line, order): (usize, Option<Order>), days: &mut Days) -> String {
    match columns::cell(column) {
        Cell::Kind => words::kind(cell).ok().flatten().map_or(cell.to_string(), |kind| kind.as_str().to_string()),
        Cell::Day => days.read(cell, line, order),
        _ => cell.to_string(),
    }
}

/// The message about an e-mail address in a signatory's text, to follow the column's name: all texts are published.
#[must_use]
pub fn address(cell: &str, column: &str) -> Option<String> {
    email_in(cell)?;
    let kind = columns::cell(column);
    // The model reports `https://ada@example.org/`, which is not a link.
    if kind == Cell::Link && Link::of(cell, &as_written).is_err() {
        return None;
    }
    let remedy = match (kind, without_emails(cell)) {
        (Cell::Link, _) => "give the address of a page, or leave the cell empty".to_string(),
        (_, Some(rest)) => format!("write “{rest}”"),
        _ if column == "name" => "write the signatory's name".to_string(),
        (_, None) => "leave the cell empty".to_string(),
    };
    Some(format!("has an e-mail address in it, which everybody could read: {remedy}"))
}

/// Spreadsheets write these words in capitals, and in their own language.
fn flag(column: &str, cell: &str, line: usize, findings: &mut Findings) -> bool {
    words::truth(cell).unwrap_or_else(|| {
        findings.error(line, format!("{column} is “{cell}”: write true or false"));
        false
    })
}

//! A cell of a CSV file that people open: the one door by which texts get into one, and out again.
//!
//! Spreadsheets run a cell that begins like a formula, whether or not it stands in quotation marks. Such a text is
//! written behind an apostrophe, by which they take it for a text (OWASP, *CSV Injection*), and read back without.

/// What begins a formula: in East Asian spreadsheets the wide forms do too. A tab and a carriage return lead to the
/// next cell.
const TRIGGERS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// What shields a text that begins like a formula.
const SHIELD: char = '\'';

/// Whether a spreadsheet could run the text, or would once marks around it are taken off.
#[must_use]
pub fn is_like_formula(text: &str) -> bool {
    text.trim_start_matches(['\'', '"', ' ', '\u{a0}']).starts_with(TRIGGERS)
}

/// The text as it stands in a CSV file: shielded if it is like a formula, and in quotation marks where it needs them
/// (RFC 4180, section 2). Whatever parts the columns of any table needs them too.
#[must_use]
pub fn written(text: &str) -> String {
    let shield = if is_like_formula(text) { "'" } else { "" };
    if text.contains([',', ';', '\t', '|', '"', '\r', '\n']) {
        format!("\"{shield}{}\"", text.replace('"', "\"\""))
    } else {
        [shield, text].concat()
    }
}

/// The text of a cell, without the shield. Undoes [`written`] for every text; a formula that somebody wrote bare stays
/// as it is.
#[must_use]
pub fn text(cell: &str) -> &str {
    cell.strip_prefix(SHIELD).filter(|rest| is_like_formula(rest)).unwrap_or(cell)
}

//! A cell of a CSV file that people open: every text enters and leaves such a file here.
//!
//! Spreadsheets run a cell that begins like a formula, even in quotation marks. An apostrophe before such a text makes
//! them read it as text (OWASP, *CSV Injection*); reading removes it again.

/// Characters that begin a formula; East Asian spreadsheets also accept the wide forms. A tab and a carriage return
/// start the next cell.
const TRIGGERS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The character that shields a text that begins like a formula.
const SHIELD: char = '\'';

/// Whether a spreadsheet could run the text, as it is or after removing the marks around it.
#[must_use]
pub fn is_like_formula(text: &str) -> bool {
    text.trim_start_matches(['\'', '"', ' ', '\u{a0}']).starts_with(TRIGGERS)
}

/// The text as a CSV file has it: shielded if it looks like a formula, and quoted if needed (RFC 4180, section 2). The
/// delimiter of any kind of table also needs quoting.
#[must_use]
pub fn written(text: &str) -> String {
    let shield = if is_like_formula(text) { "'" } else { "" };
    if text.contains([',', ';', '\t', '|', '"', '\r', '\n']) {
        format!("\"{shield}{}\"", text.replace('"', "\"\""))
    } else {
        [shield, text].concat()
    }
}

/// The text of a cell, without the shield. Reverses [`written`] for every text; a formula that somebody wrote without a
/// shield is unchanged.
#[must_use]
pub fn text(cell: &str) -> &str {
    cell.strip_prefix(SHIELD).filter(|rest| is_like_formula(rest)).unwrap_or(cell)
}

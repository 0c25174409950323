//! Texts that a mail program quotes as a whole: it puts `>` before each line.

use crate::source::{mail_lines, pasted};

/// The lines without the sign of a quotation, if a mail program put it before all lines of the letter: only what such
/// programs write stands around them. And the lines that said who wrote it, which are left out.
#[must_use]
pub fn unquoted(mut lines: Vec<&str>) -> (Vec<&str>, Vec<&str>) {
    let is_quoted = |line: &&str| line.starts_with('>');
    let mut who = Vec::new();
    while let (Some(first), Some(last)) = (lines.iter().position(is_quoted), lines.iter().rposition(is_quoted)) {
        let is_whole = lines[first..=last].iter().all(|line| is_quoted(line) || line.trim().is_empty());
        if !is_whole || !is_of_mail(&lines[..first]) || !is_end_of_mail(&lines[last + 1..]) {
            break;
        }
        for line in &mut lines[first..=last] {
            *line = pasted::unquoted(line).trim_end();
        }
        for at in 0..first {
            let next = lines[at + 1];
            if mail_lines::says_who(lines[at]) {
                who.push(std::mem::take(&mut lines[at]));
            } else if !lines[at].is_empty() && mail_lines::says_who(&format!("{} {next}", lines[at])) {
                who.extend([std::mem::take(&mut lines[at]), std::mem::take(&mut lines[at + 1])]);
            }
        }
    }
    (lines, who)
}

/// Whether lines are no more than what a mail program writes before a mail that it quotes.
fn is_of_mail(lines: &[&str]) -> bool {
    let lines: Vec<&str> = lines.iter().copied().filter(|line| !line.trim().is_empty()).collect();
    let is_one = |at: usize| {
        let next = lines.get(at + 1).copied().unwrap_or_default();
        let before = at.checked_sub(1).map(|before| lines[before]).unwrap_or_default();
        mail_lines::head(lines[at]).is_some()
            || lines[at].starts_with([' ', '\t']) && mail_lines::head(before).is_some()
            || mail_lines::passes_on(lines[at])
            || [lines[at].to_string(), format!("{} {next}", lines[at]), format!("{before} {}", lines[at])]
                .iter()
                .any(|line| mail_lines::says_who(line))
    };
    (0..lines.len()).all(is_one)
}

/// Whether lines are no more than the end of a mail.
fn is_end_of_mail(lines: &[&str]) -> bool {
    let end = lines.iter().position(|line| *line == "--").unwrap_or(lines.len());
    lines[..end].iter().all(|line| line.trim().is_empty() || mail_lines::is_of_program(line))
}

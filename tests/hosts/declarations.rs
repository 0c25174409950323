//! Reads the declarations of `open-letter.d.ts` line by line: each member is on its own line.

use crate::source;

/// A member of an interface.
#[derive(Debug)]
pub struct Member {
    pub name: String,
    pub optional: bool,
    /// The type after the colon; for a method, its signature.
    pub kind: String,
}

/// The members of an interface.
#[track_caller]
pub fn members(interface: &str) -> Vec<Member> {
    let text = source("integrations/typescript/open-letter.d.ts");
    let head = format!("export interface {interface} ");
    let (_, rest) = text.split_once(&head).unwrap_or_else(|| panic!("no interface {interface}"));
    let (_, rest) = rest.split_once("{\n").unwrap();
    let (body, _) = rest.split_once("\n}\n").unwrap();
    body.lines().filter_map(member).collect()
}

fn member(line: &str) -> Option<Member> {
    let line = line.strip_prefix("  ").filter(|line| !line.starts_with([' ', '/', '*', ')']))?;
    let line = line.strip_prefix("readonly ").unwrap_or(line);
    let end = line.find(['?', ':', '(', '<', ' '])?;
    let (name, rest) = line.split_at(end);
    let (optional, rest) = rest.strip_prefix('?').map_or((false, rest), |rest| (true, rest));
    let kind = rest.strip_prefix(':').unwrap_or(rest).trim().trim_end_matches(';');
    Some(Member { name: name.trim_matches('"').to_string(), optional, kind: kind.to_string() })
}

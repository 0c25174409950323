//! The addressees at the head of a letter.

use super::line::read;
use super::part::{LINE, Part};
use super::reading::Reading;
use super::{Addressees, Recognised, Taken, contacts, named, plain};
use crate::new::text::document::Line;
use crate::source::formulas::addressed;

/// Lines of the form *Name, office*, after *To:* or alone before the salutation.
pub fn addressees(parts: &mut [Vec<Part>], found: &mut Recognised, has_salutation: bool) {
    let mut rest: Vec<&mut Part> = parts.iter_mut().flatten().filter(|part| !part.is_taken).collect();
    let start = rest.iter().position(|part| addressed(&part.line.plain()).is_some());
    let mut list = Addressees::default();
    let from = start.unwrap_or_default();
    if let Some(at) = start {
        let words = rest[at].line.plain();
        let (heading, first) = addressed(&words).unwrap_or_default();
        list.heading = Some(heading.to_string());
        if first.is_empty() {
            rest[at].is_taken = true;
        } else {
            rest[at].line = Line::of(first);
        }
    }
    let members: Vec<&mut Part> = rest.into_iter().skip(from).filter(|part| !part.is_taken).collect();
    let lines: Vec<Option<String>> =
        members.iter().map(|part| plain(&part.line).filter(|_| !part.is_heading)).collect();
    let is_member = |line: &Option<String>| {
        line.as_ref().is_some_and(|line| line.chars().count() <= LINE && !line.ends_with(['.', ':', '!', '?']))
    };
    if members.is_empty() || !has_salutation && start.is_none() {
        return;
    }
    let (mut contacts, mut is_clear) = (Vec::new(), true);
    for line in lines.iter().flatten().filter(|line| line.chars().count() <= LINE) {
        let (bare, mut taken) = contacts::without(line);
        contacts.append(&mut taken);
        for part in bare.split([';', '；']).map(str::trim).filter(|part| !part.is_empty()) {
            match read(&Line::of(part)) {
                Reading::Several(people) => list
                    .members
                    .extend(people.into_iter().map(|one| (one.name, Some(one.role).filter(|role| !role.is_empty())))),
                other => {
                    is_clear &= other != Reading::Unclear;
                    list.members.push(named(part));
                }
            }
        }
    }
    // After To:, one line is one addressee. Otherwise only lines with an office are plain; others may be an address.
    let is_plain = is_clear
        && lines.iter().all(is_member)
        && (start.is_some() && members.len() == 1 || list.members.iter().all(|(_, office)| office.is_some()));
    if list.members.is_empty() || start.is_none() && list.members.iter().all(|(_, office)| office.is_none()) {
        return;
    }
    if is_plain {
        for part in members {
            part.is_taken = true;
        }
        if !contacts.is_empty() {
            let what = contacts.join(", ");
            found.left_out.push(format!("notes beside the addressees, which are not for readers: {what}"));
        }
        found.addressees = Some(Taken::Plain(list));
    } else {
        found.addressees = Some(Taken::Suggested(list));
    }
}

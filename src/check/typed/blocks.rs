//! Finds lines that Markdown reads in another way than intended: as a quotation, a heading, a list, an address.

use super::{Remark, Typed};
use crate::check::note::beginning;
use crate::source::finding::Weight;
use crate::source::markdown::parser;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::collections::HashSet;
use std::ops::Range;

/// Finds them.
pub fn check(typed: &Typed) -> Vec<Remark> {
    let mut events = parser(typed.text).into_offset_iter();
    let mut remarks = Vec::new();
    let mut used: HashSet<String> = HashSet::new();
    let mut lists: Vec<List> = Vec::new();
    // The number that the last numbered list ends with.
    let mut counted = 0;
    for (event, range) in events.by_ref() {
        let found = match event {
            Event::Start(Tag::BlockQuote(_)) => of_quote(typed, &range),
            Event::Start(Tag::Heading { .. }) => of_heading(typed, &range),
            Event::Start(Tag::List(_)) => {
                lists.push(List { range, items: Vec::new() });
                None
            }
            Event::Start(Tag::Item) => {
                if let Some(list) = lists.last_mut() {
                    list.items.push(range.start);
                }
                None
            }
            Event::End(TagEnd::List(_)) => lists.pop().and_then(|list| of_list(typed, &list, &mut counted)),
            Event::Start(Tag::Link { link_type, id, .. }) => {
                if matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut) {
                    used.insert(id.to_lowercase());
                }
                None
            }
            _ => None,
        };
        remarks.extend(found);
    }
    let unseen = events
        .reference_definitions()
        .iter()
        .filter(|(label, _)| !label.starts_with('^') && !used.contains(&label.to_lowercase()));
    remarks.extend(unseen.map(|(label, definition)| {
        let message = format!(
            "has [{label}]: and an address, which nobody sees, since the text has no [{label}]: write [{label}] where it \
             belongs, or \\[{label}]: if the line is to be read"
        );
        typed.remark(definition.span.start, Weight::Warning, message)
    }));
    remarks
}

/// A list, and the beginnings of its items.
struct List {
    range: Range<usize>,
    items: Vec<usize>,
}

/// A greater-than sign: `> 50 % of us agree`.
fn of_quote(typed: &Typed, range: &Range<usize>) -> Option<Remark> {
    let text = typed.slice(range);
    let marked = text.lines().filter(|line| line.trim_start().starts_with('>')).count();
    let inner = text.trim_start_matches('>').trim_start();
    let number = inner.trim_start_matches(['€', '$', '£', '¥', '₽', '₺', '֏', '≈', '~']).trim_start();
    (marked == 1 && number.starts_with(char::is_numeric)).then(|| {
        let shown = beginning(inner.lines().next().unwrap_or_default());
        let message = format!("makes a quotation of {shown}: write \\> if the sign means more than");
        typed.remark(range.start, Weight::Hint, message)
    })
}

fn of_heading(typed: &Typed, range: &Range<usize>) -> Option<Remark> {
    let text = typed.slice(range);
    if let Some(rest) = text.trim_start().strip_prefix('#') {
        let is_number = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_numeric);
        let message = || format!("makes a heading of {}: write \\# if the sign means number", beginning(text));
        return is_number.then(|| typed.remark(range.start, Weight::Hint, message()));
    }
    // An intended heading has a rule as long as its words, or begins with ##.
    let (words, rule) = text.rsplit_once('\n')?;
    let long = words.trim().chars().count();
    let is_sentence = words.trim_end().ends_with(['.', '!', ',', ';', '。', '։', '۔', '।']);
    let short = rule.trim().chars().count() * 2 < long;
    (short || is_sentence || words.contains('\n')).then(|| {
        let (shown, sign) = (beginning(words), rule.trim().chars().next().unwrap_or('-'));
        let message = format!(
            "makes a heading of {shown} by the line of {sign} below it: write ## and a space before it if that is meant, else \
             leave the line out"
        );
        typed.remark(range.start, Weight::Hint, message)
    })
}

fn of_list(typed: &Typed, list: &List, counted: &mut u64) -> Option<Remark> {
    let items: Vec<&str> =
        list.items.iter().map(|at| typed.text[*at..].lines().next().unwrap_or_default().trim_start()).collect();
    let first = *items.first()?;
    let at = list.range.start;
    let Some(sign) = first.chars().next().filter(|char| "-+*".contains(*char)) else {
        return of_numbers(typed, &items, at, counted);
    };
    let inner = first[1..].trim_start();
    let is_number = inner.starts_with(char::is_numeric);
    if is_number && (sign == '+' || sign == '-' && items.len() == 1) {
        let message = format!(
            "makes an item of a list of {}: write \\{sign} if the sign belongs to the number",
            beginning(first)
        );
        return Some(typed.remark(at, Weight::Hint, message));
    }
    let before = typed.text[..at].trim_end_matches([' ', '\t']).strip_suffix('\n').unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default().trim();
    let is_glued = !line.is_empty() && !line.ends_with([':', '：', ';', '.']) && !line.starts_with(['#', '>']);
    (items.len() == 1 && is_glued && sign != '*').then(|| {
        let message = format!(
            "makes a list of {}: write \\{sign} if the line goes on, or leave an empty line before it if that is meant",
            beginning(first)
        );
        typed.remark(at, Weight::Hint, message)
    })
}

/// Readers see numbers in order from the first, whatever the others are. Somebody who writes 1, 1, 1 knows that. A
/// single item with another number than the next may be a date, or a year: `3. Mai`.
fn of_numbers(typed: &Typed, items: &[&str], at: usize, counted: &mut u64) -> Option<Remark> {
    let number = |item: &&str| item.split(['.', ')']).next().unwrap_or_default().trim().parse::<u64>().ok();
    let numbers: Vec<u64> = items.iter().map(number).collect::<Option<_>>()?;
    let first = *numbers.first()?;
    let goes_on = first == *counted + 1;
    *counted = first.saturating_add(items.len() as u64 - 1);
    if let ([item], 2.., false) = (items, first, goes_on) {
        let message = format!(
            "makes a list that begins with {first} of {}: write {first}\\. if it is not a list",
            beginning(item)
        );
        return Some(typed.remark(at, Weight::Hint, message));
    }
    let counts = numbers.iter().zip(first..).all(|(number, counted)| *number == counted);
    (!counts && !numbers.iter().all(|number| *number == first)).then(|| {
        let written: Vec<String> = numbers.iter().take(5).map(u64::to_string).collect();
        let shown: Vec<String> = (first..).take(numbers.len().min(5)).map(|number| number.to_string()).collect();
        let message = format!(
            "numbers its items {}, and readers see {}: write the numbers in order",
            written.join(", "),
            shown.join(", ")
        );
        typed.remark(at, Weight::Hint, message)
    })
}

//! Notes that are typed as words: `[1]` in the text, and paragraphs that begin with `[1]` below it.

use super::Recognised;
use crate::new::text::document::{Block, Document, Line, Piece, Style};
use crate::new::text::labels::{FORMS, Form, at_head, within};
use crate::source::excerpt::beginning;
use crate::source::formulas::is_annex;

/// Makes notes of them, if each has its place in the text. Says so otherwise.
pub fn take(document: &mut Document, found: &mut Recognised) {
    in_place(document);
    for form in FORMS {
        let blocks = &document.blocks;
        let heads = blocks.iter().position(|block| starts(block, form).is_some());
        let Some(run) = run(blocks, form) else {
            if let Some(at) = heads.filter(|_| !matches!(form, Form::Round | Form::Letter)) {
                doubt(&blocks[at], found);
            } else if heads.is_none() && matches!(form, Form::Square | Form::Caret) && !labels(blocks, form).is_empty()
            {
                doubt_about_reference(blocks, form, found);
            }
            continue;
        };
        let last = u32::try_from(run.notes.len()).unwrap_or(u32::MAX);
        let referred = labels(&blocks[..run.start], form);
        let is_whole = (1..=last).all(|number| referred.contains(&number))
            && referred.iter().all(|number| (1..=last).contains(number))
            && blocks[run.end..].iter().all(|block| FORMS.iter().any(|other| starts(block, *other).is_some()))
            && (form != Form::Round || referred.len() == run.notes.len());
        let is_comment = form == Form::Letter && run.notes.iter().all(|note| !note.is_apart);
        if !is_whole || form == Form::Letter && !is_comment || form != Form::Letter && !document.notes.is_empty() {
            if form != Form::Round || is_whole {
                doubt(&blocks[run.start], found);
            }
            continue;
        }
        take_run(document, form, run, found);
    }
}

/// A note that is typed.
struct Note {
    blocks: Vec<Block>,
    /// Whether a space stands after its label.
    is_apart: bool,
}

/// Paragraphs with notes, one after the other.
struct Run {
    start: usize,
    end: usize,
    notes: Vec<Note>,
}

/// The label of a paragraph.
fn starts(block: &Block, form: Form) -> Option<u32> {
    let Block::Paragraph(line) = block else { return None };
    let words = line.plain();
    at_head(&words, form).filter(|(_, length)| !words[*length..].trim().is_empty()).map(|(number, _)| number)
}

/// The last paragraphs with the labels 1, 2 and so on, with those between them.
fn run(blocks: &[Block], form: Form) -> Option<Run> {
    let start = blocks.iter().rposition(|block| starts(block, form) == Some(1))?;
    let mut run = Run { start, end: start, notes: Vec::new() };
    let mut between = Vec::new();
    for (at, block) in blocks.iter().enumerate().skip(start) {
        let Block::Paragraph(line) = block else { break };
        if starts(block, form).is_none() {
            between.push(block.clone());
            continue;
        }
        if let Some(note) = run.notes.last_mut() {
            note.blocks.append(&mut between);
        }
        for row in line.rows() {
            let label = at_head(&row.plain(), form);
            let next = u32::try_from(run.notes.len() + 1).unwrap_or(u32::MAX);
            match label {
                Some((number, length)) if number == next => run.notes.push(note(row, length)),
                Some(_) => return None,
                None => {
                    let Some(Block::Paragraph(line)) = run.notes.last_mut()?.blocks.last_mut() else { return None };
                    line.push(" ", &Style::default());
                    line.append(row);
                }
            }
        }
        run.end = at + 1;
    }
    (!run.notes.is_empty()).then_some(run)
}

/// A note without its label.
fn note(row: Line, length: usize) -> Note {
    let mut row = row.trimmed();
    let mut is_apart = true;
    if let Some(Piece::Text(text, _)) = row.0.first_mut() {
        let rest = text.get(length..).unwrap_or_default();
        let rest = rest.strip_prefix(':').unwrap_or(rest);
        is_apart = rest.starts_with(char::is_whitespace) || rest.is_empty();
        *text = rest.trim_start().to_string();
    }
    Note { blocks: vec![Block::Paragraph(row.trimmed())], is_apart }
}

/// The labels in the text of blocks.
fn labels(blocks: &[Block], form: Form) -> Vec<u32> {
    let mut found = Vec::new();
    for mut block in blocks.iter().cloned() {
        block.each_line(&mut |line| {
            for piece in &line.0 {
                if let Piece::Text(text, _) = piece {
                    found.extend(within(text, form).into_iter().map(|(_, number)| number));
                }
            }
        });
    }
    found
}

fn take_run(document: &mut Document, form: Form, run: Run, found: &mut Recognised) {
    let rest = document.blocks.split_off(run.end);
    document.blocks.truncate(run.start);
    // A heading of nothing.
    if rest.is_empty() {
        while let Some(last) = document.blocks.last() {
            let words = last.plain();
            if *last != Block::Rule && !(is_annex(&words) && words.split_whitespace().count() < 4) {
                break;
            }
            if !words.is_empty() {
                found.left_out.push(format!("“{words}” before the notes"));
            }
            document.blocks.pop();
        }
    }
    let first = document.notes.len();
    let mut order: Vec<u32> = Vec::new();
    for block in &mut document.blocks {
        block.each_line(&mut |line| refer(line, form, first, &mut order));
    }
    document.blocks.extend(rest);
    let mut notes: Vec<Option<Note>> = run.notes.into_iter().map(Some).collect();
    let ordered = order.iter().filter_map(|number| notes.get_mut(*number as usize - 1)?.take()).collect::<Vec<_>>();
    if form == Form::Letter {
        let words = |note: &Note| note.blocks.iter().map(Block::plain).collect::<Vec<_>>().join(" ");
        found.left_out.extend(ordered.iter().map(|note| format!("a comment: {}", words(note))));
    } else {
        document.notes.extend(ordered.into_iter().map(|note| note.blocks));
    }
}

/// Makes references of the labels in a line, numbered in the order of the text. A comment has none.
fn refer(line: &mut Line, form: Form, first: usize, order: &mut Vec<u32>) {
    let mut referring = Line::default();
    for piece in line.0.drain(..) {
        let Piece::Text(text, style) = piece else {
            referring.append(Line(vec![piece]));
            continue;
        };
        let mut from = 0;
        for (range, number) in within(&text, form) {
            referring.append(Line(vec![Piece::Text(text[from..range.start].to_string(), style.clone())]));
            let place = order.iter().position(|other| *other == number).unwrap_or_else(|| {
                order.push(number);
                order.len() - 1
            });
            if form != Form::Letter {
                referring.0.push(Piece::Note(first + place));
            }
            from = range.end;
        }
        referring.append(Line(vec![Piece::Text(text[from..].to_string(), style)]));
    }
    *line = referring;
}

/// Makes notes of those that stand in the text: `^[Minutes, p. 4.]`.
fn in_place(document: &mut Document) {
    if !document.notes.is_empty() {
        return;
    }
    let mut notes = Vec::new();
    for block in &mut document.blocks {
        block.each_line(&mut |line| {
            let mut kept = Line::default();
            for piece in line.0.drain(..) {
                let Piece::Text(mut text, style) = piece else {
                    kept.append(Line(vec![piece]));
                    continue;
                };
                while let Some((start, length)) = inner_note(&text) {
                    kept.append(Line(vec![Piece::Text(text[..start].to_string(), style.clone())]));
                    kept.0.push(Piece::Note(notes.len()));
                    notes.push(vec![Block::Paragraph(Line::of(text[start + 2..start + length - 1].trim()))]);
                    text.drain(..start + length);
                }
                kept.append(Line(vec![Piece::Text(text, style)]));
            }
            *line = kept;
        });
    }
    document.notes = notes;
}

/// The place and the length of a note within a text.
fn inner_note(text: &str) -> Option<(usize, usize)> {
    let start = text.find("^[")?;
    let mut depth = 0;
    for (at, char) in text[start..].char_indices() {
        match char {
            '[' => depth += 1,
            ']' if depth == 1 => return (at > 3).then_some((start, at + 1)),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn doubt(block: &Block, found: &mut Recognised) {
    let words = beginning(&block.plain());
    found.doubts.push(format!(
        "what begins with “{words}” may be a note: if it is, begin it with [^1]: and write [^1] where the text refers to it"
    ));
}

fn doubt_about_reference(blocks: &[Block], form: Form, found: &mut Recognised) {
    let has = |block: &&Block| !labels(std::slice::from_ref(*block), form).is_empty();
    let Some(block) = blocks.iter().find(has) else { return };
    let words = block.plain();
    let Some((range, _)) = within(&words, form).into_iter().next() else { return };
    let label = &words[range];
    found.doubts.push(format!(
        "{label} in “{}” may refer to a note: if it does, write [^1] in its place, and the note below the text as [^1]: …",
        beginning(&words)
    ));
}

//! Matches the blocks of a translation with those of the letter.
//!
//! A translated sentence is about as long as its original (Gale and Church, *A program for aligning sentences in
//! bilingual corpora*, 1993). Of all ways to pair the blocks in order, the program takes the one in which kinds and
//! lengths agree best.

use super::passages::parts;
use crate::model::{Block, List};

/// The match of blocks of the letter (first index) and of the translation (second index).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One block translates the other.
    Pair(usize, usize),
    /// The translation lacks this block; its own block of that index comes next.
    Missing(usize, usize),
    /// The letter has no original of the translation's block.
    Added(usize),
    /// One block of the translation joins two paragraphs of the letter.
    Joined(usize, usize),
    /// The translation splits one paragraph of the letter into two.
    Parted(usize, usize),
}

/// Aligns the blocks of a translation with those of the letter.
#[must_use]
pub fn align(original: &[Block], translation: &[Block]) -> Vec<Step> {
    let (from, to) = (shapes(original), shapes(translation));
    let tables = RATIOS.into_iter().map(|ratio| Table::of(&from, &to, ratio));
    let Some(best) = tables.min_by(|a, b| a.cost().total_cmp(&b.cost())) else { return Vec::new() };
    let path = best.path();
    match usual_ratio(&path, &from, &to) {
        Some(ratio) => Table::of(&from, &to, ratio).path(),
        None => path,
    }
}

/// Possible length ratios of a translation to its original, from English in Chinese to Chinese in English. The total
/// lengths don't show the ratio, since they include what the other side lacks.
const RATIOS: [f64; 9] = [0.3, 0.4, 0.55, 0.75, 1.0, 1.33, 1.8, 2.4, 3.2];

/// The kind of a block, with its article.
#[must_use]
pub fn kind(block: &Block) -> &'static str {
    match block {
        Block::Heading { .. } => "a heading",
        Block::Quote { .. } => "a quotation",
        Block::List(List { footnotes: true, .. }) => "a list of footnotes",
        Block::List(List { ordered: false, .. }) => "a list",
        Block::List(List { ordered: true, .. }) => "a numbered list",
        Block::Rule { .. } => "a line across",
        Block::Signatories { .. } => "the place of the names",
        Block::Paragraph(_) => "a paragraph",
    }
}

/// The words of a block.
#[must_use]
pub fn text(block: &Block) -> String {
    parts(block, 0).iter().map(|(_, spans)| spans.plain()).collect::<Vec<_>>().join(" ")
}

/// The length ratio of translated blocks to their originals: the median of the pairs.
fn usual_ratio(path: &[Step], from: &[Shape], to: &[Shape]) -> Option<f64> {
    let ratio = |step: &Step| match *step {
        // A line across has no words.
        Step::Pair(a, b) => Some(to.get(b)?.length / from.get(a).filter(|shape| shape.length > 0.0)?.length),
        _ => None,
    };
    let mut ratios: Vec<f64> = path.iter().filter_map(ratio).collect();
    ratios.sort_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied()
}

struct Shape {
    kind: &'static str,
    length: f64,
}

fn shapes(blocks: &[Block]) -> Vec<Shape> {
    #[expect(clippy::cast_precision_loss, reason = "no text is that long")]
    let shape = |block: &Block| Shape { kind: kind(block), length: text(block).chars().count() as f64 };
    blocks.iter().map(shape).collect()
}

/// The cost of an unmatched block. A pair with lengths as 1 to 1.65 costs as much; no pair costs more than twice that.
const ALONE: f64 = 1.5;
/// The extra cost of two blocks matched with one: less than an unmatched block, if the lengths fit.
const TWO_FOR_ONE: f64 = 1.2;
/// The extra cost of different kinds: if the lengths differ too, it is cheaper to leave both blocks unmatched.
const OTHER_KIND: f64 = 2.0;

/// The steps that can end at these positions, and the cost of each.
fn steps(from: &[Shape], to: &[Shape], ratio: f64) -> impl Iterator<Item = (Step, f64)> {
    let (a, b) = (from.len(), to.len());
    // The 10 characters reduce the weight of short blocks, whose lengths say less.
    let unlike = |from: f64, to: f64| (6.0 * ((to + 10.0) / (from * ratio + 10.0)).ln().powi(2)).min(2.0 * ALONE);
    let paragraphs = |shapes: &[&Shape]| shapes.iter().all(|shape| shape.kind == "a paragraph");
    let pair = match (from, to) {
        ([.., one], [.., other]) => {
            let kinds = if one.kind == other.kind { 0.0 } else { OTHER_KIND };
            Some((Step::Pair(a - 1, b - 1), unlike(one.length, other.length) + kinds))
        }
        _ => None,
    };
    let joined = match (from, to) {
        ([.., one, two], [.., other]) if paragraphs(&[one, two, other]) => {
            Some((Step::Joined(a - 2, b - 1), unlike(one.length + two.length, other.length) + TWO_FOR_ONE))
        }
        _ => None,
    };
    let parted = match (from, to) {
        ([.., one], [.., other, another]) if paragraphs(&[one, other, another]) => {
            Some((Step::Parted(a - 1, b - 2), unlike(one.length, other.length + another.length) + TWO_FOR_ONE))
        }
        _ => None,
    };
    let missing = (a > 0).then(|| (Step::Missing(a - 1, b), ALONE));
    let added = (b > 0).then(|| (Step::Added(b - 1), ALONE));
    [pair, missing, added, joined, parted].into_iter().flatten()
}

/// How far an alignment may leave the diagonal: so many blocks can be missing in a row. Without this limit, texts of
/// 10,000 blocks would take gigabytes.
const BAND: usize = 100;

/// The cheapest alignment up to each pair of ends near the diagonal.
struct Table {
    rows: Vec<Row>,
}

/// The alignments that end after a given block of the letter, starting at one block of the translation.
struct Row {
    begin: usize,
    cells: Vec<(f64, Option<Step>)>,
}

impl Table {
    fn new(from: usize, to: usize) -> Table {
        // Wide enough that the rows overlap and the last one contains the end.
        let band = BAND.max(to / from.max(1) + 1);
        let row = |a: usize| {
            let straight = a * to / from.max(1);
            let begin = straight.saturating_sub(band);
            let end = (straight + band).min(to);
            Row { begin, cells: vec![(f64::INFINITY, None); end + 1 - begin] }
        };
        let mut rows: Vec<Row> = (0..=from).map(row).collect();
        rows[0].cells[0].0 = 0.0;
        Table { rows }
    }

    fn of(from: &[Shape], to: &[Shape], ratio: f64) -> Table {
        let mut table = Table::new(from.len(), to.len());
        for a in 0..=from.len() {
            let begin = table.rows[a].begin;
            for b in begin..begin + table.rows[a].cells.len() {
                for (step, cost) in steps(&from[..a], &to[..b], ratio) {
                    table.offer(a, b, step, cost);
                }
            }
        }
        table
    }

    /// The cost of the whole alignment.
    fn cost(&self) -> f64 {
        self.rows.last().and_then(|row| row.cells.last()).map_or(0.0, |(cost, _)| *cost)
    }

    fn offer(&mut self, a: usize, b: usize, step: Step, cost: f64) {
        let (from, to) = step.lengths();
        let Some((before, _)) = self.cell(a - from, b - to) else { return };
        let total = before + cost;
        let row = &mut self.rows[a];
        let cell = &mut row.cells[b - row.begin];
        if total < cell.0 {
            *cell = (total, Some(step));
        }
    }

    fn cell(&self, a: usize, b: usize) -> Option<(f64, Option<Step>)> {
        let row = self.rows.get(a)?;
        row.cells.get(b.checked_sub(row.begin)?).copied()
    }

    fn path(&self) -> Vec<Step> {
        let last = self.rows.last().map_or(0, |row| row.begin + row.cells.len() - 1);
        let (mut a, mut b) = (self.rows.len() - 1, last);
        let mut path = Vec::new();
        while let Some((_, Some(step))) = self.cell(a, b) {
            let (from, to) = step.lengths();
            (a, b) = (a - from, b - to);
            path.push(step);
        }
        path.reverse();
        path
    }
}

impl Step {
    /// The number of blocks of the letter and of the translation that it takes.
    fn lengths(self) -> (usize, usize) {
        match self {
            Step::Pair(..) => (1, 1),
            Step::Missing(..) => (1, 0),
            Step::Added(..) => (0, 1),
            Step::Joined(..) => (2, 1),
            Step::Parted(..) => (1, 2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(lengths: impl IntoIterator<Item = usize>) -> Vec<Shape> {
        #[expect(clippy::cast_precision_loss, reason = "no text is that long")]
        let shape = |length| Shape { kind: "a paragraph", length: length as f64 };
        lengths.into_iter().map(shape).collect()
    }

    #[test]
    fn the_work_grows_with_the_number_of_blocks_and_not_with_its_square() {
        for (from, to) in [(4000, 4000), (8000, 8000), (4000, 4), (4, 4000), (0, 4000), (4000, 0)] {
            let work: usize = Table::new(from, to).rows.iter().map(|row| row.cells.len()).sum();
            assert!(work <= (2 * BAND + 3) * (from + 1) + 4 * (to + 1), "{from} and {to} blocks: {work}");
        }
    }

    #[test]
    fn long_texts_of_any_lengths_are_aligned_to_their_ends() {
        for (from, to) in [(1, 900), (900, 1), (900, 900), (0, 900), (900, 0), (300, 901)] {
            let (one, other) = (paragraphs((0..from).map(|at| at % 7)), paragraphs((0..to).map(|at| at % 5)));
            let path = Table::of(&one, &other, 1.0).path();
            let sum = path.iter().fold((0, 0), |(a, b), step| (a + step.lengths().0, b + step.lengths().1));
            assert_eq!(sum, (from, to));
        }
    }

    #[test]
    fn a_block_that_is_missing_far_down_is_found() {
        let lengths = |at: usize| 20 + at * 37 % 400;
        let (one, other) =
            (paragraphs((0..1500).map(lengths)), paragraphs((0..1500).filter(|at| *at != 777).map(lengths)));
        let path = Table::of(&one, &other, 1.0).path();
        let missing = path.iter().filter(|step| !matches!(step, Step::Pair(..)));
        assert_eq!(missing.collect::<Vec<_>>(), [&Step::Missing(777, 777)]);
    }
}

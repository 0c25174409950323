//! Which blocks of a translation stand for which of the letter.
//!
//! Translations of sentences are about as long as what they translate (Gale and Church, *A program for aligning
//! sentences in bilingual corpora*, 1993); of all ways to pair the blocks in their order, the one is taken in which
//! kinds and lengths agree best.

use super::passages::parts;
use crate::model::Block;

/// How blocks of the letter, at the first index, and of the translation, at the second, belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One stands for the other.
    Pair(usize, usize),
    /// The translation has nothing for the block, where its own block of that index comes next.
    Missing(usize, usize),
    /// The letter has nothing for the translation's block.
    Added(usize),
    /// Two paragraphs of the letter are one of the translation.
    Joined(usize, usize),
    /// One paragraph of the letter is two of the translation.
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

/// How long translations may be beside what they translate, from English in Chinese to Chinese in English. The totals
/// don't tell it: what is missing on one side is in them too.
const RATIOS: [f64; 9] = [0.3, 0.4, 0.55, 0.75, 1.0, 1.33, 1.8, 2.4, 3.2];

/// The kind of a block, with its article.
#[must_use]
pub fn kind(block: &Block) -> &'static str {
    match block {
        Block::Heading { .. } => "a heading",
        Block::Quote { .. } => "a quotation",
        Block::List { ordered: false, .. } => "a list",
        Block::List { ordered: true, .. } => "a numbered list",
        Block::Paragraph(_) => "a paragraph",
    }
}

/// The words of a block.
#[must_use]
pub fn text(block: &Block) -> String {
    parts(block, 0).iter().map(|(_, spans)| spans.plain()).collect::<Vec<_>>().join(" ")
}

/// How long a translated block is beside its original: the middle one of the pairs.
fn usual_ratio(path: &[Step], from: &[Shape], to: &[Shape]) -> Option<f64> {
    let ratio = |step: &Step| match *step {
        Step::Pair(a, b) => Some(to.get(b)?.length / from.get(a)?.length.max(1.0)),
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

/// What a block costs that stands alone. A pair costs as much whose lengths are as 1 to 1.65, twice as much at most.
const ALONE: f64 = 1.5;
/// What is added where two stand for one: less than for one that stands alone, if their lengths are as they should be.
const TWO_FOR_ONE: f64 = 1.2;
/// What is added where kinds differ: with unlike lengths, a block on either side stands alone.
const OTHER_KIND: f64 = 2.0;

/// The steps that can end there, and what each costs.
fn steps(from: &[Shape], to: &[Shape], ratio: f64) -> impl Iterator<Item = (Step, f64)> {
    let (a, b) = (from.len(), to.len());
    // Lengths of short blocks say less: the 10 characters are for that.
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

/// So far from the straight way a pair of ends may be: as many blocks as that can be missing in a row. Without such a
/// limit, texts of 10,000 blocks would take gigabytes.
const BAND: usize = 100;

/// The cheapest way to each pair of ends, as far as they are near the straight way from the beginning to the end.
struct Table {
    rows: Vec<Row>,
}

/// The ways that end after so many blocks of the letter: from which block of the translation on, and each.
struct Row {
    begin: usize,
    cells: Vec<(f64, Option<Step>)>,
}

impl Table {
    fn new(from: usize, to: usize) -> Table {
        // Wide enough that the rows are joined, and that the last one has the end.
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

    /// What the whole way costs.
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
    /// How many blocks of the letter and of the translation it takes.
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

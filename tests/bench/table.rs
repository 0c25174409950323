//! Figures as a table for people.

use crate::figure::{Budget, Figure};

const HEAD: [&str; 5] = ["figure", "median", "from - to", "budget", ""];

/// One line per figure.
pub fn of(figures: &[Figure]) -> String {
    let rows: Vec<[String; 5]> = std::iter::once(HEAD.map(str::to_string)).chain(figures.iter().map(row)).collect();
    let widths = [0, 1, 2, 3, 4].map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0));
    let lines = rows.iter().map(|[name, median, range, budget, verdict]| {
        let [first, second, third, fourth, _] = widths;
        let line = format!("{name:first$}  {median:>second$}  {range:>third$}  {budget:>fourth$}  {verdict}");
        line.trim_end().to_string()
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn row(figure: &Figure) -> [String; 5] {
    let Figure { name, runs, unit, budget } = figure;
    let show = |value| unit.show(value);
    let budget = match budget {
        None => String::new(),
        Some(Budget { first, then: None }) => show(*first),
        Some(Budget { first, then: Some(then) }) => format!("{}, then {}", show(*first), show(*then)),
    };
    let range = format!("{} - {}", show(runs.least()), show(runs.most()));
    [name.clone(), show(runs.median()), range, budget, figure.verdict()]
}

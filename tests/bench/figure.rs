//! A figure: a measured value and its budget.

use crate::runs::Runs;

/// A figure with its budget.
pub struct Figure {
    pub name: String,
    pub runs: Runs,
    pub unit: Unit,
    pub budget: Option<Budget>,
}

/// The unit of a number, which decides how it is printed.
#[derive(Clone, Copy)]
pub enum Unit {
    Milliseconds,
    /// The longest task. Browsers report none below 50 ms (Long Tasks API); 0 means none reported.
    LongestTask,
    /// One duration divided by another.
    Times,
    /// A layout shift score (Layout Instability API).
    Shift,
    /// A number of the things in the figure's name.
    Count,
    Megabytes,
    Bytes,
}

/// The upper limits of a figure.
#[derive(Clone, Copy)]
pub struct Budget {
    /// The present limit.
    pub first: f64,
    /// The limit to reach later.
    pub then: Option<f64>,
}

impl Figure {
    /// A figure without a budget, such as one for comparison.
    pub fn new(name: impl Into<String>, unit: Unit, runs: Runs) -> Figure {
        Figure { name: name.into(), runs, unit, budget: None }
    }

    /// The same figure with a budget.
    pub fn within(self, first: f64) -> Figure {
        Figure { budget: Some(Budget { first, then: None }), ..self }
    }

    /// The same figure with a budget and a later one.
    pub fn within_then(self, first: f64, then: f64) -> Figure {
        Figure { budget: Some(Budget { first, then: Some(then) }), ..self }
    }

    /// The result: `ok`, `ok, not yet …`, or `over`. Empty without a budget.
    pub fn verdict(&self) -> String {
        let median = self.runs.median();
        match self.budget {
            None => String::new(),
            Some(Budget { first, .. }) if median > first => "OVER".into(),
            Some(Budget { then: Some(then), .. }) if median > then => {
                format!("ok, not yet {}", self.unit.show(then))
            }
            Some(_) => "ok".into(),
        }
    }
}

impl Unit {
    /// The number with its unit.
    pub fn show(self, value: f64) -> String {
        match self {
            Unit::LongestTask if value == 0.0 => "< 50 ms".into(),
            Unit::Milliseconds | Unit::LongestTask => format!("{value:.0} ms"),
            Unit::Times => format!("{value:.2} x"),
            Unit::Shift => format!("{value:.3}"),
            Unit::Count => format!("{value:.0}"),
            Unit::Megabytes => format!("{value:.1} MB"),
            Unit::Bytes => format!("{value:.0} B"),
        }
    }
}

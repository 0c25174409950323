//! The results of several runs.

/// The values of some runs, in ascending order; at least one.
pub struct Runs(Vec<f64>);

impl Runs {
    /// The values of the runs.
    pub fn new(values: impl IntoIterator<Item = f64>) -> Runs {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        assert!(!values.is_empty(), "a figure needs a run");
        Runs(values)
    }

    /// The median, which a single disturbed run does not change.
    pub fn median(&self) -> f64 {
        self.0[self.0.len() / 2]
    }

    pub fn least(&self) -> f64 {
        self.0[0]
    }

    pub fn most(&self) -> f64 {
        self.0[self.0.len() - 1]
    }
}

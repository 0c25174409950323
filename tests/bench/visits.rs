//! The visits to all pages, and their figures.

use crate::runs::Runs;
use crate::visit::Visit;
use anyhow::Result;

/// The visits to each page, in order.
#[derive(Default)]
pub struct Visits {
    pub one_tag: Vec<Visit>,
    pub plain: Vec<Visit>,
    pub element: Vec<Visit>,
    pub snippet: Vec<Visit>,
    pub page: Vec<Visit>,
}

impl Visits {
    /// The visits to the pages that have the text from the beginning, with the name of each.
    pub fn with_text(&self) -> [(&'static str, &[Visit]); 3] {
        [("text in the element", &self.element), ("snippet", &self.snippet), ("published page", &self.page)]
    }
}

/// One value per visit.
pub fn each(visits: &[Visit], value: impl Fn(&Visit) -> f64) -> Runs {
    Runs::new(visits.iter().map(value))
}

/// One value per visit, which may be missing.
pub fn try_each(visits: &[Visit], value: impl Fn(&Visit) -> Result<f64>) -> Result<Runs> {
    Ok(Runs::new(visits.iter().map(value).collect::<Result<Vec<f64>>>()?))
}

/// One value per visit, divided by that of the other page's visit in the same round. The two are close in time, so a
/// slow minute of the machine affects both.
pub fn ratios(visits: &[Visit], others: &[Visit], value: impl Fn(&Visit) -> f64) -> Runs {
    Runs::new(visits.iter().zip(others).map(|(visit, other)| value(visit) / value(other)))
}

/// One value per visit, which may be missing, divided by another one of the other page's visit in the same round.
pub fn try_ratios(
    visits: &[Visit],
    others: &[Visit],
    value: impl Fn(&Visit) -> Result<f64>,
    other: impl Fn(&Visit) -> f64,
) -> Result<Runs> {
    let ratios = visits.iter().zip(others).map(|(visit, beside)| Ok(value(visit)? / other(beside)));
    Ok(Runs::new(ratios.collect::<Result<Vec<f64>>>()?))
}

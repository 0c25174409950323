//! The visits to all pages, and what they come to.

use crate::runs::Runs;
use crate::visit::Visit;
use anyhow::Result;

/// The visits to each page, in their order.
#[derive(Default)]
pub struct Visits {
    pub one_tag: Vec<Visit>,
    pub plain: Vec<Visit>,
    pub element: Vec<Visit>,
    pub page: Vec<Visit>,
}

/// A number of each visit.
pub fn each(visits: &[Visit], value: impl Fn(&Visit) -> f64) -> Runs {
    Runs::new(visits.iter().map(value))
}

/// A number of each visit that one may lack.
pub fn try_each(visits: &[Visit], value: impl Fn(&Visit) -> Result<f64>) -> Result<Runs> {
    Ok(Runs::new(visits.iter().map(value).collect::<Result<Vec<f64>>>()?))
}

/// A number of each visit, as so many times that of the other page's visit in the same round: neighbours in time, of
/// which a slow minute of the machine changes both.
pub fn ratios(visits: &[Visit], others: &[Visit], value: impl Fn(&Visit) -> f64) -> Runs {
    Runs::new(visits.iter().zip(others).map(|(visit, other)| value(visit) / value(other)))
}

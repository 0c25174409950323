//! In JSON, a group of values where other entries have one: `{"name": {"first": "Ada"}}`.

/// An imported column whose value is a group of values in some entries.
#[derive(Debug)]
pub struct Group {
    target: &'static str,
    heading: String,
    place: usize,
    /// The places and the names of the values.
    values: Vec<(usize, String)>,
}

impl Group {
    /// The group at that place; `None` if no heading names a value in it.
    #[must_use]
    pub fn of(target: &'static str, place: usize, headings: &[String]) -> Option<Group> {
        let heading = headings[place].clone();
        let begins = format!("{heading}.");
        let is_in = |at: &usize| headings[*at].starts_with(&begins);
        let values: Vec<(usize, String)> =
            (0..headings.len()).filter(is_in).map(|at| (at, headings[at].clone())).collect();
        (!values.is_empty()).then_some(Group { target, heading, place, values })
    }

    /// The fault of a row that has the group in place of a value.
    #[must_use]
    pub fn fault(&self, cells: &[String]) -> Option<String> {
        let is_filled = |place: usize| cells.get(place).is_some_and(|cell| !cell.trim().is_empty());
        if is_filled(self.place) {
            return None;
        }
        let names: Vec<&str> =
            self.values.iter().filter(|(place, _)| is_filled(*place)).map(|(_, name)| name.as_str()).collect();
        let Group { target, heading, .. } = self;
        let first = names.first()?;
        Some(format!(
            "{target} is a group of values ({}): write “{heading}” as one text in the export, or map one of the values, such \
             as --map \"{target}={first}\"",
            names.join(", ")
        ))
    }
}

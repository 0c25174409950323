//! The quotations that are open at a place.

/// The marks that open a quotation in some language.
const OPENING: [char; 8] = ['“', '”', '„', '«', '»', '‹', '›', '‚'];

/// The open marks, in order and also by character, so that finding a partner needs no search.
#[derive(Default)]
pub struct Open {
    /// Each with its place.
    pub marks: Vec<(char, usize)>,
    places: [Vec<usize>; OPENING.len()],
}

impl Open {
    /// Opens one.
    pub fn push(&mut self, mark: char, at: usize) {
        if let Some(kind) = OPENING.iter().position(|opening| *opening == mark) {
            self.places[kind].push(self.marks.len());
        }
        self.marks.push((mark, at));
    }

    /// Closes the last.
    pub fn pop(&mut self) {
        let Some((mark, _)) = self.marks.pop() else { return };
        if let Some(kind) = OPENING.iter().position(|opening| *opening == mark) {
            self.places[kind].pop();
        }
    }

    /// The position of the last mark that this one can close.
    pub fn partner(&self, mark: char) -> Option<usize> {
        let kinds = OPENING.iter().zip(&self.places).filter(|(opened, _)| closes(mark, **opened));
        kinds.filter_map(|(_, places)| places.last().copied()).max()
    }
}

/// Whether the mark can close a quotation that `opened` began.
fn closes(mark: char, opened: char) -> bool {
    match opened {
        '“' | '”' => mark == '”',
        '„' => matches!(mark, '“' | '”'),
        '«' => mark == '»',
        '»' => matches!(mark, '«' | '»'),
        '‹' => mark == '›',
        '›' => matches!(mark, '‹' | '›'),
        '‚' => matches!(mark, '‘' | '’'),
        _ => mark == opened,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All sequences of that many marks: the partner equals the last one that a search from the end finds.
    #[test]
    fn a_partner_is_the_last_mark_that_can_be_closed() {
        let kinds = OPENING.len();
        for number in 0..kinds.pow(4) {
            let mut open = Open::default();
            let marks: Vec<char> = (0..4).map(|at| OPENING[number / kinds.pow(at) % kinds]).collect();
            for (at, mark) in marks.iter().enumerate() {
                open.push(*mark, at);
                if *mark == '‚' {
                    open.pop();
                }
                for mark in ['“', '”', '„', '«', '»', '‹', '›', '‚', '‘', '’'] {
                    let searched = open.marks.iter().rposition(|(opened, _)| closes(mark, *opened));
                    assert_eq!(open.partner(mark), searched, "{marks:?}, then {mark}");
                }
            }
        }
    }
}

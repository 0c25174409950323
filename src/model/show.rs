//! Which parts of the letter an element shows.

/// A part of the letter that the attribute `show` can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The title.
    Title,
    /// The summary, with status and updates.
    Summary,
    /// The date of the letter.
    Date,
    /// The addressees.
    Addressees,
    /// Salutation, body and closing.
    Body,
    /// The count, with progress and the latest signatories.
    Count,
    /// The link to sign.
    Sign,
    /// The roll, with filters and search.
    Roll,
    /// The share button.
    Share,
    /// The translations.
    Languages,
}

impl Part {
    const ALL: [(Part, &str); 10] = [
        (Part::Title, "title"),
        (Part::Summary, "summary"),
        (Part::Date, "date"),
        (Part::Addressees, "addressees"),
        (Part::Body, "body"),
        (Part::Count, "count"),
        (Part::Sign, "sign"),
        (Part::Roll, "roll"),
        (Part::Share, "share"),
        (Part::Languages, "languages"),
    ];

    /// The word in the attribute.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Part::ALL[self as usize].1
    }
}

/// A set of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Show(u16);

impl Show {
    /// Every part.
    pub const ALL: Show = Show((1 << Part::ALL.len()) - 1);

    /// Reads the attribute: words separated by white space. Also returns the unknown words. If no known word is left,
    /// all parts are shown.
    #[must_use]
    pub fn read(words: &str) -> (Show, Vec<&str>) {
        let mut bits = 0;
        let mut unknown = Vec::new();
        for word in words.split_ascii_whitespace() {
            match Part::ALL.iter().find(|(_, name)| *name == word) {
                Some((part, _)) => bits |= 1 << *part as u16,
                None => unknown.push(word),
            }
        }
        (if bits == 0 { Show::ALL } else { Show(bits) }, unknown)
    }

    /// Whether the part is shown.
    #[must_use]
    pub fn has(self, part: Part) -> bool {
        self.0 & (1 << part as u16) != 0
    }
}

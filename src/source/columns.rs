//! The columns of `signatories.csv` in one table: it defines what cells mean, what `import` can fill, and the
//! documentation.
//!
//! CONTRIBUTING.md lists what else a new field of a signatory needs.

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its heading, which is also the member of a signatory in `letter.json`.
    pub name: &'static str,
    /// What a cell means.
    pub cell: Cell,
    /// Its purpose, in the words of the documentation (Markdown).
    pub about: &'static str,
}

/// What a cell means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text, published as it is.
    Text,
    /// The address of a page or of an image.
    Link,
    /// The id. It is public, so it can't be an e-mail address.
    Id,
    /// A word for a person or an organisation.
    Kind,
    /// A day.
    Day,
    /// Yes or no.
    Flag,
    /// Yes or no; if yes, the signature counts and the name is never shown.
    Hidden,
}

const fn column(name: &'static str, cell: Cell, about: &'static str) -> Column {
    Column { name, cell, about }
}

/// All columns, in the order of the documentation.
pub const TABLE: &[Column] = &[
    column("id", Cell::Id, "A short public text, unique in the letter. Never an e-mail address."),
    column("name", Cell::Text, "The name as the signatory writes it. Required."),
    column("title", Cell::Text, "A title before the name: *Prof. Dr.* Sorting ignores it."),
    column("suffix", Cell::Text, "A title after the name: *PhD*, *MP*."),
    column("withheld", Cell::Flag, "`true` if `name` describes somebody without giving the name: *A nurse*."),
    column("kind", Cell::Kind, "`person` or `organisation`."),
    column("role", Cell::Text, "What a person does: *Fellow*."),
    column("organisation", Cell::Text, "The organisation that a person belongs to."),
    column("behalf", Cell::Flag, "`true` for a person who signs on behalf of the organisation."),
    column("group", Cell::Text, "The heading above the name in the list: *Professors*."),
    column("note", Cell::Text, "A remark in brackets: *letter author & coordinator*."),
    column("url", Cell::Link, "The signatory's own website."),
    column("country", Cell::Text, "A country code or a name."),
    column("lang", Cell::Text, "The language of the name: `fr`."),
    column("signed", Cell::Day, "The day of signing: `2026-03-01`."),
    column("comment", Cell::Text, "The signatory's own words."),
    column("initiator", Cell::Flag, "`true` for those who began the letter. They come first."),
    column("hidden", Cell::Hidden, "`true` for a signature that counts, with a name that is shown nowhere."),
    column("verified", Cell::Flag, "`true` if you have checked who signed."),
    column("logo", Cell::Link, "The address of an organisation's logo."),
];

/// The column of the collector's table for the hash of the text that was signed. Nobody publishes it.
pub const SIGNED_TEXT: &str = "text";

/// The headings of all columns.
pub const COLUMNS: [&str; TABLE.len()] = {
    let mut names = [""; TABLE.len()];
    let mut at = 0;
    while at < TABLE.len() {
        names[at] = TABLE[at].name;
        at += 1;
    }
    names
};

/// The meaning of a cell in that column.
#[must_use]
pub fn cell(column: &str) -> Cell {
    TABLE.iter().find(|known| known.name == column).map_or(Cell::Text, |known| known.cell)
}

/// Whether the cells of that column mean yes or no.
#[must_use]
pub fn is_flag(column: &str) -> bool {
    matches!(cell(column), Cell::Flag | Cell::Hidden)
}

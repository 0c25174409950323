//! Recognises the parts of a letter that front matter and the table of signatories have. What is plain is taken out of
//! the text; what isn't stays there, and is suggested.

mod days;
mod foot;
mod head;
mod language;

use super::text::document::{Block, Document, Line};
use crate::model::LanguageTag;

/// Something recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken<T> {
    /// It is plain, and no longer in the text.
    Plain(T),
    /// It isn't plain, and still in the text.
    Suggested(T),
}

impl<T> Taken<T> {
    /// The same of another value.
    #[must_use]
    pub fn map<U>(&self, to: impl FnOnce(&T) -> U) -> Taken<U> {
        match self {
            Taken::Plain(value) => Taken::Plain(to(value)),
            Taken::Suggested(value) => Taken::Suggested(to(value)),
        }
    }
}

/// The addressees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addressees {
    /// The words before them: *To:*.
    pub heading: Option<String>,
    /// The name and the office of each.
    pub members: Vec<(String, Option<String>)>,
}

/// A signatory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// The name.
    pub name: String,
    /// What follows the name after a comma.
    pub role: String,
    /// The heading under which the name stands.
    pub group: Option<String>,
}

/// What was recognised.
#[derive(Debug, Default)]
pub struct Recognised {
    /// The language of the text.
    pub lang: String,
    /// Whether its words say so, or only the file.
    pub lang_is_certain: bool,
    /// The title.
    pub title: Option<Taken<String>>,
    /// The day, such as `2026-05-11`.
    pub date: Option<Taken<String>>,
    /// The addressees.
    pub addressees: Option<Taken<Addressees>>,
    /// The salutation.
    pub salutation: Option<Taken<String>>,
    /// The closing.
    pub closing: Option<Taken<String>>,
    /// The signatories.
    pub signatories: Vec<Signatory>,
    /// What was left out because front matter says it, each a line: `“To:” before the addressees`.
    pub left_out: Vec<String>,
    /// What somebody should look at, each a line.
    pub doubts: Vec<String>,
}

/// Recognises the parts, and takes what is plain out of the document. `lang`: the language, if it is given.
#[must_use]
pub fn recognise(document: &mut Document, lang: Option<&LanguageTag>) -> Recognised {
    let (lang, lang_is_certain) = match lang {
        Some(lang) => (lang.as_str().to_string(), true),
        None => language::of(document),
    };
    let mut found = Recognised { lang, lang_is_certain, ..Recognised::default() };
    head::take(document, &mut found);
    foot::take(document, &mut found);
    let blocks = document.blocks.iter();
    let fake = blocks.filter(|block| matches!(block, Block::Paragraph(line) if is_like_heading(line)));
    found.doubts.extend(fake.map(|block| {
        format!("“{}” is a line in bold: write ## and a space before it, without **, if it is a heading", block.plain())
    }));
    found
}

/// Whether a paragraph looks as headings do that are made without a style.
fn is_like_heading(line: &Line) -> bool {
    let words = line.plain();
    line.is_strong() && words.chars().count() < 80 && !words.ends_with(['.', ',', ';', '。', '։', '।'])
}

/// Letters after names. Other capitals may be an organisation: CNRS, MIT.
const LETTERS: &str = "MP MEP MPP MLA MSP MNA PC KC QC SC OBE MBE CBE KBE CH OM CM OC OQ AM AO OAM PHD MD DPHIL JD LLM LLB \
                       MA BA MSC BSC MBA MPH MED EDD DD SJ OP OSB FRS FRSC FBA FRCP RN RSW CPA PENG DDS DVM ESQ JR SR II III IV";

/// A line as a name and what follows it after a comma. Letters after a name belong to it: *Maud Pell, PC, MP, Minister*.
fn named(line: &str) -> (String, Option<String>) {
    let parts: Vec<&str> = line.split([',', '،', '，']).map(str::trim).collect();
    let is_of_name = |part: &&&str| {
        let bare: String =
            part.chars().filter(|char| !matches!(char, '.' | ' ')).flat_map(char::to_uppercase).collect();
        LETTERS.split_whitespace().any(|letters| letters == bare)
    };
    let letters = parts[1..].iter().take_while(is_of_name).count();
    let rest = parts[1 + letters..].join(", ").trim_end_matches([',', ';', ' ']).to_string();
    (parts[..=letters].join(", "), (!rest.is_empty()).then_some(rest))
}

/// The words of a line that can be front matter: without notes, which a plain text can't have.
fn plain(line: &Line) -> Option<String> {
    let words = line.plain();
    (!line.has_note() && !words.is_empty()).then_some(words)
}

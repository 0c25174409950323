//! The meaning of cells: yes or no, person or organisation. A word in no list is never guessed.

use crate::model::Kind;

/// Words for yes, in small letters.
pub const YES: &str = "1 true yes y x on ok ✓ ✔ ☑ ☒ ✅ checked ticked oui vrai ja wahr sí si verdadero sì vero sim \
                       verdadeiro kyllä tak ano áno da igen да так ναι evet այո نعم כן بله بلی آری हाँ 是 はい 예 네";

/// Words for no, in small letters. An empty cell also means no: a box that nobody ticked.
pub const NO: &str = "0 false no n off ☐ unchecked non faux nein falsch falso não nao nee nej nei ei nie ne nu nem нет ні \
                      не όχι hayır ոչ لا לא خیر نه नहीं 否 いいえ 아니요 아니오";

/// Words that spreadsheets in several languages write for true, in small letters.
const TRUE: &str = "true wahr vrai waar vero verdadero verdadeiro prawda doğru истина істина sann sant sand tosi pravda \
                    igaz adevărat αληθησ αληθης αληθής אמת صحيح درست";

/// Words that they write for false, in small letters.
const FALSE: &str = "false falsch faux onwaar falso fałsz yanlış yanliş ложь хибність falskt usann falsk epätosi nepravda \
                     hamis fals ψευδησ ψευδης ψευδής שקר خطأ نادرست";

/// Words for a person, in small letters.
pub const PERSON: &str = "person persons people individual individuals personne personnes particulier particuliers \
                          particulière particulier·e particulier·ère einzelperson einzelpersonen privatperson \
                          privatpersonen personen persona personas persone privato particular particulares pessoa \
                          pessoas persoon osoba osoby физлицо человек гражданин людина фізособа особа kişi birey \
                          bireysel άτομο άτομα ιδιώτης πολίτης անձ անհատ شخص فرد افراد אדם יחיד פרטי 个人 個人 개인";

/// Words for an organisation, in small letters.
pub const ORGANISATION: &str = "organisation organisations organization organizations org association associations ngo \
                                ngos ong verein vereine organisationen organización organizaciones asociación \
                                organização organizações organizzazione organizzazioni associazione organisatie \
                                organisaties vereniging stichting organizacja organizacje stowarzyszenie fundacja \
                                οργάνωση οργανώσεις οργανισμός φορέας σύλλογος σωματείο организация организации \
                                організація організації kuruluş örgüt kurum dernek կազմակերպություն \
                                կազմակերպություններ منظمة جمعية مؤسسة سازمان نهاد انجمن مؤسسه موسسه ארגון עמותה 组织 組織 \
                                机构 機構 团体 團體 団体 法人 단체 기관";

/// The words for yes and no in one export.
#[derive(Debug, Default)]
pub struct Words {
    yes: Vec<String>,
    no: Vec<String>,
}

impl Words {
    /// The lists, and the additional words of this export, which come first.
    #[must_use]
    pub fn with(yes: &[String], no: &[String]) -> Words {
        let simple = |words: &[String]| words.iter().map(|word| simple(word)).collect();
        Words { yes: simple(yes), no: simple(no) }
    }

    /// Whether a cell means yes.
    ///
    /// # Errors
    /// A message, if it means neither yes nor no.
    pub fn says_yes(&self, target: &str, cell: &str) -> Result<bool, String> {
        let word = simple(cell);
        let is = |words: &[String]| words.contains(&word);
        if is(&self.yes) {
            Ok(true)
        } else if is(&self.no) || word.is_empty() {
            Ok(false)
        } else if has(YES, &word) || has(TRUE, &word) {
            Ok(true)
        } else if has(NO, &word) || has(FALSE, &word) {
            Ok(false)
        } else {
            let cell = cell.trim();
            Err(format!(
                "{target} is “{cell}”, which may mean yes or no: say which by --yes \"{cell}\" or --no \"{cell}\""
            ))
        }
    }
}

/// Whether a cell is a spreadsheet's true or false; `None` if it is neither.
#[must_use]
pub fn truth(cell: &str) -> Option<bool> {
    let word = simple(cell);
    if has(TRUE, &word) { Some(true) } else { has(FALSE, &word).then_some(false) }
}

/// Articles that can precede a word for person or organisation.
const ARTICLES: [&str; 14] = [
    "on behalf of ",
    "as ",
    "au nom d'",
    "au nom d’",
    "als ",
    "a ",
    "an ",
    "une ",
    "un ",
    "eine ",
    "ein ",
    "una ",
    "uma ",
    "een ",
];

/// Reads a word for person or organisation, alone or with an article; `None` for an empty cell.
///
/// # Errors
/// A message, if it is another word.
pub fn kind(cell: &str) -> Result<Option<Kind>, String> {
    let word = simple(cell);
    let mut word = word.as_str();
    for article in ARTICLES {
        word = word.strip_prefix(article).unwrap_or(word);
    }
    match word {
        "" => Ok(None),
        word if has(PERSON, word) => Ok(Some(Kind::Person)),
        word if has(ORGANISATION, word) => Ok(Some(Kind::Organisation)),
        _ => Err(format!("kind is “{}”: write person or organisation, or leave kind out of --map", cell.trim())),
    }
}

fn has(words: &str, wanted: &str) -> bool {
    words.split_whitespace().any(|word| word == wanted)
}

/// A word in small letters, without surrounding marks.
fn simple(word: &str) -> String {
    word.trim().to_lowercase()
}

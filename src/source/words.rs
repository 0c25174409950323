//! The meaning of cells: yes or no, person or organisation. A word in no list is never guessed.

use crate::model::Kind;

/// Words for yes, in small letters.
pub const YES: &str = "1 true yes y x on ok ✓ ✔ ☑ ☒ ✅ checked ticked oui vrai ja wahr sí si verdadero sì vero sim \
                       verdadeiro kyllä tak ano áno da igen да так ναι evet այո نعم כן بله بلی آری हाँ 是 はい 예 네";

/// Words for no, in small letters. An empty cell also means no: a box that nobody ticked.
pub const NO: &str = "0 false no n off ☐ unchecked non faux nein falsch falso não nao nee nej nei ei nie ne nu nem нет ні \
                      не όχι hayır ոչ لا לא خیر نه नहीं 否 いいえ 아니요 아니오";

/// What forms say for yes in several words, in small letters, between commas.
pub const YES_PHRASES: &str = "i agree, agree, agreed, i consent, i accept, accept, accepted, show my name, \
    publish my name, yes please, j'accepte, je consens, je suis d'accord, d'accord, accepté, ich stimme zu, \
    ich bin einverstanden, einverstanden, zugestimmt, acepto, estoy de acuerdo, de acuerdo, consiento, accetto, \
    acconsento, sono d'accordo, aceito, concordo, estou de acordo, согласен, согласна, я согласен, \
    я согласна, согласие, згоден, згодна, я згоден, я згодна, погоджуюся, kabul ediyorum, onaylıyorum, onay veriyorum, \
    համաձայն եմ, موافق, أوافق, موافقة, מסכים, מסכימה, אני מסכים, אני מסכימה, 同意, 我同意";

/// What forms say for no in several words, in small letters, between commas.
pub const NO_PHRASES: &str = "i do not agree, i don't agree, do not agree, disagree, i do not consent, i don't consent, \
    i decline, declined, do not show my name, don't show my name, do not publish my name, no thanks, je refuse, \
    je n'accepte pas, je ne suis pas d'accord, pas d'accord, refusé, ich stimme nicht zu, \
    ich bin nicht einverstanden, nicht einverstanden, no acepto, no estoy de acuerdo, no consiento, non accetto, \
    non acconsento, non sono d'accordo, não aceito, não concordo, не согласен, не согласна, я не согласен, \
    я не согласна, не згоден, не згодна, я не згоден, я не згодна, kabul etmiyorum, onaylamıyorum, համաձայն չեմ, \
    غير موافق, لا أوافق, לא מסכים, לא מסכימה, אני לא מסכים, אני לא מסכימה, 不同意, 我不同意";

/// What forms say for a person in several words, in small letters, between commas.
pub const PERSON_PHRASES: &str = "private person, private individual, private citizen, natural person, myself, as myself, \
    on my own behalf, on behalf of myself, for myself, in my own name, in a personal capacity, personally, \
    i sign as an individual, à titre personnel, à titre individuel, en mon nom, en mon nom propre, en mon nom personnel, \
    personne physique, un·e particulier·ère, citoyen·ne, als privatperson, privat, natürliche person, \
    in eigenem namen, im eigenen namen, für mich selbst, a título personal, a título individual, en mi nombre, \
    en nombre propio, persona física, a titolo personale, a titolo individuale, a nome mio, persona fisica, \
    a título pessoal, em meu nome, em nome próprio, pessoa física, pessoa singular, частное лицо, физическое лицо, \
    от себя, от своего имени, от себя лично, приватна особа, фізична особа, від себе, від свого імені, gerçek kişi, \
    kendi adıma, bireysel olarak, şahsım adına, ֆիզիկական անձ, իմ անունից, անձամբ, شخص طبيعي, بصفتي الشخصية, \
    بصفة شخصية, باسمي, אדם פרטי, בשמי, באופן אישי, 以个人名义, 个人名义, 以個人名義, 自然人";

/// What forms say for an organisation in several words, in small letters, between commas.
pub const ORGANISATION_PHRASES: &str = "on behalf of my organisation, on behalf of my organization, \
    on behalf of our organisation, on behalf of our organization, for an organisation, for an organization, \
    for my organisation, for my organization, as an organisation, as an organization, legal person, legal entity, \
    non-governmental organisation, non-governmental organization, non-profit organisation, \
    non-profit organization, civil society organisation, civil society organization, au nom d'une organisation, \
    au nom d'une association, au nom de mon organisation, au nom de mon association, pour une organisation, \
    pour une association, en tant qu'organisation, personne morale, im namen einer organisation, \
    im namen meiner organisation, für eine organisation, für meine organisation, als organisation, \
    juristische person, en nombre de una organización, en nombre de mi organización, persona jurídica, \
    a nome di un'organizzazione, a nome di un'associazione, per conto di un'organizzazione, persona giuridica, \
    em nome de uma organização, em nome da minha organização, pessoa jurídica, pessoa coletiva, \
    от имени организации, юридическое лицо, от организации, від імені організації, юридична особа, \
    від організації, kurum adına, örgüt adına, kuruluş adına, tüzel kişi, կազմակերպության անունից, \
    իրավաբանական անձ, نيابة عن منظمة, باسم منظمة, شخص اعتباري, בשם ארגון, מטעם ארגון, 代表组织, 代表机构, 以组织名义, \
    以機構名義, 代表組織, 法人";

/// Words that spreadsheets in several languages write for true, in small letters.
const TRUE: &str = "true wahr vrai waar vero verdadero verdadeiro prawda doğru истина істина sann sant sand tosi pravda \
                    igaz adevărat αληθησ αληθης αληθής אמת صحيح درست";

/// Words that they write for false, in small letters.
const FALSE: &str = "false falsch faux onwaar falso fałsz yanlış yanliş ложь хибність falskt usann falsk epätosi nepravda \
                     hamis fals ψευδησ ψευδης ψευδής שקר خطأ نادرست";

/// Words for a person, in small letters.
pub const PERSON: &str = "person persons people individual individuals private citizen personne personnes particulier particuliers \
                          particulière particulier·e particulier·ère einzelperson einzelpersonen privatperson \
                          privatpersonen personen persona personas persone privato particular particulares pessoa \
                          pessoas persoon osoba osoby физлицо человек гражданин людина фізособа особа kişi birey \
                          bireysel άτομο άτομα ιδιώτης πολίτης անձ անհատ شخص فرد افراد אדם יחיד פרטי 个人 個人 개인";

/// Words for an organisation, in small letters.
pub const ORGANISATION: &str = "organisation organisations organization organizations org association associations ngo \
                                ngos npo npos charity company companies institution institutions ong verein vereine organisationen organización organizaciones asociación \
                                organização organizações organizzazione organizzazioni associazione organisatie \
                                organisaties vereniging stichting organizacja organizacje stowarzyszenie fundacja \
                                οργάνωση οργανώσεις οργανισμός φορέας σύλλογος σωματείο организация организации \
                                організація організації kuruluş örgüt kurum dernek կազմակերպություն \
                                կազմակերպություններ منظمة جمعية مؤسسة سازمان نهاد انجمن مؤسسه موسسه ארגון עמותה 组织 組織 \
                                机构 機構 团体 團體 団体 法人 단체 기관";

/// The words of one export.
#[derive(Debug, Default)]
pub struct Words {
    yes: Vec<String>,
    no: Vec<String>,
    person: Vec<String>,
    organisation: Vec<String>,
}

impl Words {
    /// The lists, and the additional words of this export for yes and no, which come first.
    #[must_use]
    pub fn with(yes: &[String], no: &[String]) -> Words {
        Words { yes: all_simple(yes), no: all_simple(no), ..Words::default() }
    }

    /// The same, and its additional words for a person and for an organisation.
    #[must_use]
    pub fn with_kinds(self, person: &[String], organisation: &[String]) -> Words {
        Words { person: all_simple(person), organisation: all_simple(organisation), ..self }
    }

    /// Reads a word for person or organisation; `None` for an empty cell.
    ///
    /// # Errors
    /// A message, if it is another word.
    pub fn kind(&self, cell: &str) -> Result<Option<Kind>, String> {
        let word = simple(cell);
        if self.person.contains(&word) {
            return Ok(Some(Kind::Person));
        }
        if self.organisation.contains(&word) {
            return Ok(Some(Kind::Organisation));
        }
        kind(cell).map_err(|_| {
            let cell = cell.trim();
            format!("kind is “{cell}”: say which by --person \"{cell}\" or --organisation \"{cell}\"")
        })
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
        } else if has(YES, &word) || has(TRUE, &word) || is_phrase(YES_PHRASES, &word) {
            Ok(true)
        } else if has(NO, &word) || has(FALSE, &word) || is_phrase(NO_PHRASES, &word) {
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

/// Whether a text of more than one letter is an answer to a question, and is nobody's name: *yes*, *no*, *I agree*.
#[must_use]
pub fn is_answer(text: &str) -> bool {
    const NAMES: [&str; 10] = ["vero", "sim", "tak", "ano", "on", "nu", "ni", "ne", "ei", "da"];
    let word = simple(text);
    let is_known = has(YES, &word) || has(NO, &word) || is_phrase(YES_PHRASES, &word) || is_phrase(NO_PHRASES, &word);
    word.chars().count() > 1 && is_known && !NAMES.contains(&word.as_str())
}

/// What can precede a word for person or organisation, in this order.
const BEFORE: [&str; 29] = [
    "on behalf of ",
    "for ",
    "as ",
    "au nom de l'",
    "au nom de ",
    "au nom d'",
    "pour ",
    "comme ",
    "als ",
    "für ",
    "im namen ",
    "the ",
    "my ",
    "our ",
    "a ",
    "an ",
    "une ",
    "un ",
    "mon ",
    "notre ",
    "l'",
    "eine ",
    "einer ",
    "ein ",
    "unsere ",
    "una ",
    "uma ",
    "een ",
    "mi ",
];

/// Reads a word for person or organisation, alone or with an article, in any number and gender; `None` for an empty cell.
/// Several words in brackets or between strokes must mean the same: *Organisation (NGO)*.
///
/// # Errors
/// A message, if it is another word.
pub fn kind(cell: &str) -> Result<Option<Kind>, String> {
    let whole = simple(cell).replace('’', "'");
    if whole.is_empty() {
        return Ok(None);
    }
    let kind = kind_of(&whole).or_else(|| {
        let parts = whole.split(['(', ')', '/', '|', ';', ',']).map(str::trim).filter(|part| !part.is_empty());
        let kinds: Option<Vec<Kind>> = parts.map(kind_of).collect();
        kinds?.into_iter().try_fold(None, |all: Option<Kind>, kind| match all {
            Some(other) if other != kind => None,
            _ => Some(Some(kind)),
        })?
    });
    match kind {
        Some(kind) => Ok(Some(kind)),
        None => Err(format!("kind is “{}”: write person or organisation, or leave kind out of --map", cell.trim())),
    }
}

fn kind_of(whole: &str) -> Option<Kind> {
    let mut word = whole;
    for before in BEFORE {
        word = word.strip_prefix(before).unwrap_or(word);
    }
    let is = |words: &str, phrases: &str| {
        has(words, word) || has(words, stem(word)) || is_phrase(phrases, whole) || is_phrase(phrases, word)
    };
    if is(PERSON, PERSON_PHRASES) {
        return Some(Kind::Person);
    }
    is(ORGANISATION, ORGANISATION_PHRASES).then_some(Kind::Organisation)
}

/// The word before an ending that is added for another gender or number: *particulier·ère*, *individual(s)*.
fn stem(word: &str) -> &str {
    let end = word.find(['·', '•', '⋅', '‧', '(', '*', ':', '_']).unwrap_or(word.len());
    &word[..end]
}

/// Whether a text is one of the phrases, which commas separate.
fn is_phrase(phrases: &str, wanted: &str) -> bool {
    let wanted = wanted.replace('’', "'");
    phrases.split(',').any(|phrase| phrase.trim() == wanted)
}

fn all_simple(words: &[String]) -> Vec<String> {
    words.iter().map(|word| simple(word)).collect()
}

fn has(words: &str, wanted: &str) -> bool {
    words.split_whitespace().any(|word| word == wanted)
}

/// A word in small letters, without spaces around it, and each space in it once.
fn simple(word: &str) -> String {
    word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

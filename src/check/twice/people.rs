//! Recognises addressees and signatories in the head and the foot of a text.

use crate::model::{Addressee, Signatory};
use crate::roll::fold;
use crate::source::formulas::is_signed;
use crate::source::pasted::ends_sentence;
use crate::source::wide::is_east_asian;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that can precede a name, or follow it, in the languages of the interface.
const FORMS: &str = "to the attention of for an a à au aux la le l de del der die das den and und et y e i \
     mr mrs ms miss mx dr prof professor sir madam dame lord lady rt right hon honourable honorable his her excellency rev \
     herrn herr frau dipl ing m mm mme mmes mlle monsieur madame messieurs mesdames maître me docteur professeur son sa \
     excellence sr sra srta señor señora señores d dª da dña don doña excmo excma ilmo ilma \
     signor signora sig sigra sig.ra dott dottssa dottoressa gentile egregio spett on ing avv \
     senhor senhora exmo exma ilmª dona doutor doutora ao à aos às kime sayın dikkatine bay bayan doç \
     ter attentie van t v aan het mevrouw meneer heer dhr mevr mw drs ir do pan pani państwo szanowny szanowna sz p \
     господину господин госпоже госпожа г н г-ну г-же гну гже д р проф уважаемый уважаемая \
     пану пан пані панові вельмишановний шановний шановна \
     προς τον την το κύριο κύριος κυρία κ κα κον δρ καθ αξιότιμο αξιότιμη \
     به جناب آقای سرکار خانم دکتر مهندس السيد السيدة الأستاذ الأستاذة الدكتور الدكتورة المهندس المهندسة معالي سعادة حضرة \
     فضيلة إلى د أ م لכבוד לכבוד מר גב גברת ד דר פרופ עו אל \
     պարոն տիկին օրիորդ պրն տկն դոկտոր պրոֆեսոր \
     様 殿 氏 先生 御中 귀하 귀중 님 씨 께 박사 致 给 給 先生 女士 教授 博士 尊敬的 敬愛的 敬爱的";

static FORM: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let words = FORMS.split_whitespace().map(fold);
    words.flat_map(|word| word.split(' ').map(str::to_string).collect::<Vec<_>>()).collect()
});

/// What parts a name from what stands behind it.
const PARTS: [char; 14] = [',', '،', '，', '、', ';', '；', '–', '—', '(', '（', ':', '|', '/', '\n'];

/// Whether a line is an addressee, possibly with another description than the letter has.
#[must_use]
pub fn is_addressee(text: &str, member: &Addressee, heading: Option<&str>) -> bool {
    /// The maximum length of such a line, and of words in it that nothing explains.
    const LONGEST: usize = 120;
    const STRANGERS: usize = 6;
    let name = bare(&member.name);
    let description = [member.office.as_deref(), member.organisation.as_deref(), heading];
    let description: String = description.into_iter().flatten().map(|text| fold(text) + " ").collect();
    let is_known = |word: &str| {
        FORM.contains(word)
            || description.split(' ').any(|other| other == word)
            || word.chars().all(is_east_asian) && is_glued(word, &description)
    };
    let folded = fold(text);
    let Some((before, after)) = around(&folded, &name).or_else(|| around_inflected(&folded, &name)) else {
        return false;
    };
    if before.split(' ').chain(after.split(' ')).filter(|word| !word.is_empty()).all(is_known) {
        return true;
    }
    let first = text.split(PARTS).next().map(fold).unwrap_or_default();
    let is_parted =
        first.trim_end().ends_with(&name) || around_inflected(&first, &name).is_some_and(|(_, rest)| rest.is_empty());
    let begins_known =
        after.split_whitespace().next().is_some_and(|word| description.split(' ').any(|own| own == word));
    let is_led = before.split_whitespace().all(is_known);
    let strangers = after.split_whitespace().filter(|word| !is_known(word)).count();
    let is_short = text.chars().count() <= LONGEST && strangers <= STRANGERS && !ends_sentence(text);
    is_led && is_short && (is_parted || begins_known)
}

/// The text before a name and after it. Between words, unless the script has no spaces.
fn around<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    let is_wide = name.chars().all(|char| is_east_asian(char) || char == ' ');
    let (at, _) = text.match_indices(name).find(|(at, _)| {
        let (before, after) = (&text[..*at], &text[at + name.len()..]);
        let is_end = |char: Option<char>| char.is_none_or(|char| char == ' ');
        is_wide || is_end(before.chars().next_back()) && is_end(after.chars().next())
    })?;
    (!name.is_empty()).then(|| (&text[..at], &text[at + name.len()..]))
}

/// The same for a name in another case: *Ивану Примеру*. Each of its words has the same beginning.
fn around_inflected<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    const ENDING: usize = 3;
    const STEM: usize = 3;
    let wanted: Vec<&str> = name.split(' ').collect();
    let words: Vec<&str> = text.split(' ').collect();
    let is_same = |word: &str, own: &str| {
        let (length, own_length) = (word.chars().count(), own.chars().count());
        let shared = word.chars().zip(own.chars()).take_while(|(a, b)| a == b).count();
        word == own || shared >= STEM && length.max(own_length) - shared <= ENDING
    };
    let fits = |words: &&[&str]| words.iter().zip(&wanted).all(|(word, own)| is_same(word, own));
    let found = words.windows(wanted.len()).find(fits).filter(|_| wanted.len() > 1)?;
    let start = found.first()?.as_ptr().addr() - text.as_ptr().addr();
    let last = found.last()?;
    let end = last.as_ptr().addr() - text.as_ptr().addr() + last.len();
    Some((&text[..start], text[end..].trim_start()))
}

/// Whether a word of a script without spaces consists of forms and of a part of the description.
fn is_glued(word: &str, description: &str) -> bool {
    let mut rest = word;
    loop {
        if rest.is_empty() || description.contains(rest) {
            return true;
        }
        let before = rest.len();
        for form in FORM.iter().filter(|form| form.chars().all(is_east_asian)) {
            rest = rest.strip_prefix(form.as_str()).unwrap_or(rest);
            rest = rest.strip_suffix(form.as_str()).unwrap_or(rest);
        }
        if rest.len() == before {
            return false;
        }
    }
}

/// The folded name without the forms before it: *Orla Tidewell* of *Ms Orla Tidewell*. Two words are a whole name: *A.
/// Tidewell*.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let mut rest = folded.as_str();
    while let Some((word, after)) = rest.split_once(' ').filter(|(_, after)| after.contains(' ')) {
        if !FORM.contains(word) {
            break;
        }
        rest = after;
    }
    rest.to_string()
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foot {
    /// Below a closing, where names are signatures.
    Closed,
    /// At the end of a text, where names may belong to a sentence.
    Open,
}

/// Those who have signed.
pub struct Roll(Vec<(String, String)>);

impl Roll {
    /// The names of signatories, and their descriptions.
    pub fn of(signatories: &[Signatory]) -> Roll {
        let entry = |signatory: &Signatory| {
            let texts =
                [&signatory.title, &signatory.suffix, &signatory.role, &signatory.organisation, &signatory.note];
            let description = texts.into_iter().flatten().map(|text| fold(text) + " ").collect();
            (bare(&signatory.name), description)
        };
        Roll(signatories.iter().map(entry).filter(|(name, _)| !name.is_empty()).collect())
    }

    /// Whether a text has only names of signatories, possibly with their descriptions.
    pub fn names(&self, text: &str) -> bool {
        let text = fold(text);
        let mut rest = text.as_str();
        let mut any = false;
        while !rest.is_empty() {
            let named = self.0.iter().find_map(|(name, description)| {
                let after = rest.strip_prefix(name.as_str())?;
                (after.is_empty() || after.starts_with(' ')).then(|| skip_words(after, description))
            });
            match named.or_else(|| without_form(rest)) {
                Some(after) => (rest, any) = (after, any || named.is_some()),
                None => return false,
            }
        }
        any
    }

    /// Whether a line begins with a signatory, and goes on with any description: *Signed: Dr. Bo Example, nurse*.
    pub fn signs(&self, line: &str, foot: Foot) -> bool {
        /// The maximum length of a line whose name no mark ends.
        const SHORT: usize = 60;
        let line = match line.split_once([':', '：']) {
            Some((before, rest)) if is_signed(before) => rest,
            _ => line,
        };
        let line = line
            .trim_start_matches(|char: char| char.is_whitespace() || "–—-•*".contains(char) && foot == Foot::Closed);
        let first = bare(line.split(PARTS).next().unwrap_or_default());
        let is_name = self.0.iter().any(|(name, _)| *name == first);
        if foot == Foot::Open {
            return is_name && !ends_sentence(line);
        }
        let begins =
            |(name, _): &(String, String)| first.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(' '));
        is_name || line.chars().count() <= SHORT && !ends_sentence(line) && self.0.iter().any(begins)
    }
}

/// The text without a form at its beginning.
fn without_form(text: &str) -> Option<&str> {
    let (word, rest) = text.split_once(' ')?;
    FORM.contains(word).then_some(rest)
}

/// The text after the words that are in the description.
fn skip_words<'t>(text: &'t str, description: &str) -> &'t str {
    let mut rest = text.trim_start();
    loop {
        let word = rest.split(' ').next().unwrap_or_default();
        if word.is_empty() || !description.split(' ').any(|other| other == word) {
            return rest;
        }
        rest = rest[word.len()..].trim_start();
    }
}

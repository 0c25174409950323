//! Finds addressees who are persons without a description.

use super::note::Note;
use crate::model::Letter;
use crate::roll::fold;

/// Beginnings of words for bodies and groups, and for offices within names, folded: *Ministry of Health*, *Members of
/// Parliament*, *President Ada Example*.
const WORDS: &str = "member ministr minister government parliament council commi board office agency authorit department \
    city town universit court union assembl senat congress house bank fund federation association society institut \
    company corporation foundation director president prime chancellor mayor governor secretary ambassador judge justice \
    chair rector dean speaker commissioner representative king queen majest excellency people citizen reader friend \
    colleague editor all every public who railway transport service hospital police newspaper press bureau trust \
    ufficio direzion concej direcc chemin ferrovi ferrocarril bahn werke school church party club group network coalition alliance organi centre center \
    mitglied regierung bundes landtag stadt gemeinde rat amt behorde ausschuss kommission burgermeister kanzler prasident \
    verband verein universitat hochschule gericht leitung redaktion fraktion \
    membre gouvernement conseil comite commission ville mairie maire prefet senat depute universite tribunal syndicat \
    association direct chancel rect \
    miembro gobierno consejo comite comision ciudad alcald ayuntamiento diputad senador universidad tribunal sindicato \
    ministerio ministro junta \
    membri governo consiglio comitato commissione citta sindac comune deputat senator universita sindacato \
    membros governo conselho camara prefeit cidade universidade reitor \
    bakan hukumet meclis belediye baskan universite kurul uye \
    правительств министерств министр совет комитет комисси мэр губернатор президент депутат универс суд дума город член \
    уряд міністр рада комітет комісі голов депутат універс міськ \
    وزار وزير حكوم مجلس لجن برلمان رئيس بلدي جامع محكم اعضاء السادة \
    ממשל משרד שר כנסת ועד עיר ראש נשיא חבר אוניברסיט \
    կառավար նախարար խորհուրդ հանձնաժողով ազգային քաղաք նախագահ պատգամավոր համալսարան անդամ";

/// Finds persons with neither office nor organisation. A name may be that of a body all the same, so it is a hint.
#[must_use]
pub fn check(letter: &Letter) -> Vec<Note> {
    let groups = letter.addressees.iter().enumerate();
    let members =
        groups.flat_map(|(at, group)| group.members.iter().enumerate().map(move |(of, member)| (at, of, member)));
    let without = members
        .filter(|(_, _, member)| member.office.is_none() && member.organisation.is_none() && is_person(&member.name));
    let note = |(at, of, member): (usize, usize, &crate::model::Addressee)| {
        let message =
            format!("has no office: write it after the name, as in {}, Minister, unless it is a body", member.name);
        Note::hint(format!("addressees[{at}].members[{of}]"), "office", message)
    };
    without.map(note).collect()
}

/// Whether a name looks like that of a person: two to five words, none of them that of a body, a group or an office.
fn is_person(name: &str) -> bool {
    let folded = fold(name);
    let is_known = |word: &str| WORDS.split_whitespace().any(|known| word.starts_with(known));
    let count = name.split_whitespace().count();
    let has_link = folded
        .split(' ')
        .any(|word| matches!(word, "of" | "for" | "and" | "the" | "und" | "fur" | "et" | "les" | "y" | "e" | "и"));
    let is_short = name.chars().any(|char| char > '\u{2E80}');
    (2..=5).contains(&count) && !is_short && !has_link && !folded.split(' ').any(is_known)
}

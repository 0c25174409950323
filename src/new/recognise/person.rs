//! What looks like the name of a person, and what says that words are none: offices, bodies, places.

use crate::roll::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Offices and what people are, also before names.
const ROLES: &str = "professor prof lecturer reader fellow teacher student researcher scientist engineer doctor physician nurse midwife \
    surgeon psychologist therapist chair chairman chairwoman chairperson vice deputy president director manager officer head founder cofounder \
    member secretary treasurer mayor councillor counsellor senator minister ambassador judge attorney lawyer solicitor barrister writer author \
    poet novelist editor journalist reporter artist painter musician composer singer conductor actor actress filmmaker photographer architect \
    designer farmer fisher worker driver guard baker cook retired pensioner emeritus emerita resident citizen neighbour neighbor activist \
    campaigner organiser organizer coordinator consultant analyst advisor adviser economist historian sociologist philosopher theologian \
    linguist biologist chemist physicist mathematician geologist pastor priest rabbi imam bishop dean rector provost speaker spokesperson chief \
    executive senior junior assistant associate adjunct honorary former acting graduate undergraduate parent mother father grandmother librarian \
    gardener volunteer developer programmer ceo cto professorin dozent dozentin lehrer lehrerin studentin studierende \
    forscher forscherin arzt ärztin pfleger pflegerin krankenschwester hebamme vorsitzender vorsitzende vorstand vorständin geschäftsführer \
    geschäftsführerin leiter leiterin direktor direktorin mitglied bürgermeister bürgermeisterin oberbürgermeister stadtrat stadträtin \
    abgeordneter abgeordnete ministerin richter richterin anwalt anwältin rechtsanwalt rechtsanwältin schriftsteller schriftstellerin autor \
    autorin künstler künstlerin musiker musikerin journalistin ingenieur ingenieurin bauer bäuerin landwirt landwirtin förster försterin \
    rentner rentnerin pfarrer pfarrerin bischof bischöfin sprecher sprecherin gründer gründerin ehemaliger ehemalige anwohner anwohnerin \
    professeur professeure enseignant enseignante chercheur chercheuse maître étudiant étudiante médecin infirmier infirmière président \
    présidente directeur directrice secrétaire trésorier trésorière maire adjoint adjointe conseiller conseillère député députée sénateur \
    sénatrice avocat avocate écrivain écrivaine auteur autrice journaliste artiste retraité retraitée ingénieur ingénieure agriculteur \
    agricultrice habitant habitante riverain riveraine membre responsable citoyen citoyenne \
    profesor profesora catedrático catedrática investigador investigadora médico médica enfermero enfermera abogado abogada presidente \
    presidenta directora alcalde alcaldesa concejal concejala diputado diputada senador senadora escritor escritora poeta periodista \
    artista jubilado jubilada ingeniero ingeniera estudiante secretario secretaria miembro portavoz vecino vecina maestro maestra \
    professore professoressa ricercatore ricercatrice infermiere infermiera avvocato avvocata sindaco sindaca direttore direttrice \
    scrittore scrittrice giornalista pensionato pensionata studente studentessa segretario segretaria membro portavoce \
    pesquisador pesquisadora advogado advogada prefeito prefeita vereador vereadora jornalista aposentado aposentada diretor diretora \
    deputado deputada enfermeiro enfermeira \
    профессор доцент доктор кандидат врач учитель учительница преподаватель преподавательница студент студентка журналист журналистка \
    писатель писательница поэт художник художница инженер юрист адвокат депутат депутатка мэр директор председатель президент член \
    заведующий заведующая сотрудник сотрудница пенсионер пенсионерка житель жительница министр лікар лікарка вчитель вчителька викладач \
    викладачка письменник письменниця голова пенсіонер мер міністр професор професорка \
    أستاذ أستاذة الأستاذ الأستاذة دكتور دكتورة الدكتور الدكتورة طبيب طبيبة معلم معلمة محام محامي محامية رئيس رئيسة مدير مديرة عضو وزير نائب \
    كاتب كاتبة صحفي صحفية مهندس مهندسة باحث باحثة طالب طالبة ناشط ناشطة شاعر شاعرة فنان فنانة قاض قاضي \
    פרופסור פרופ מרצה רופא רופאה מורה עורך עורכת עו״ד ראש יושב יו״ר מנהל מנהלת חבר חברת סופר סופרת עיתונאי עיתונאית מהנדס מהנדסת סטודנט \
    պրոֆեսոր բժիշկ ուսուցիչ նախագահ տնօրեն անդամ լրագրող գրող փաստաբան \
    hoogleraar docent arts burgemeester voorzitter lid schrijver student onderzoeker lekarz lekarka nauczyciel nauczycielka burmistrz \
    dyrektor członek pisarz profesör doktor öğretmen avukat başkan üye gazeteci yazar mühendis öğrenci";

/// Bodies, by the beginnings of words.
const BODIES: &str = "universi institut associa organi federa föderat confeder committ coordinat minist parl foundation stiftung fondation fundaci \
    fundaç fondazion societ gesellschaft verein verband bündnis alliance allianz alianza coalition coalición network netzwerk gewerkschaft \
    syndicat sindicat initiativ iniciativ collecti colectivo kollektiv movement bewegung mouvement movimiento campaign kampagne ministry \
    академи университет институт союз партия фонд организац ассоциац общество комитет движени універс товариств спілк громад комітет \
    جامعة جمعية منظمة مركز حزب اتحاد نقابة معهد كلية مؤسسة لجنة חברה אוניברסיט עמות ארגון מכון מכללת מפלגת ועד համալսարան միություն կազմակերպություն \
    üniversite dernek derneği vakfı sendika";

/// Bodies, as whole words.
const BODY: &str = "college school faculty department département laboratory lab academy akademie academia académie trust society union party partei parti \
    partido partito council rat conseil consejo consiglio group gruppe groupe grupo gruppo club center centre zentrum centro church kirche \
    église iglesia chiesa hospital klinik klinikum hôpital press verlag news times post radio tv museum theater theatre library bank company \
    inc ltd gmbh llc ag ev eu un uk us usa ngo ong watch friends amis freunde amigos amici workers teachers nurses doctors mothers parents women youth \
    students citizens residents neighbours volunteers international national world global europe european democratic green greens grüne labour \
    left socialist liberal conservative christian chamber kammer chambre senate bundestag office agency authority board bureau service \
    services project projekt projet action aktion rights droits derechos peace frieden paix paz justice climate klima climat environment umwelt \
    nature earth river rivers forest wald city stadt ville ciudad town gemeinde commune county district region province state republic kingdom \
    states bund réseau red rete team forum house haus maison casa law arts science sciences history physics chemistry biology medicine \
    economics philosophy literature linguistics studies engineering research policy health education communications media";

/// How the names of places begin.
const PLACES: &str = "new united south north east west northern southern eastern western central san santa santo los las saint st sankt costa \
    sri saudi puerto hong great greater mount fort port cape rio buenos são nova upper lower bad sierra czech great";

/// Small words within names.
const PARTICLES: &str = "de da do dos das del della delle degli di du des van von vom zu zur zum der den ten ter la le el al bin ibn bint abu \
                         ben y e af av dela lo i in 't d' freiherr graf";

/// Chinese words for offices and bodies, and what stands at the end of letters.
const HAN: [&str; 40] = [
    "教授",
    "老师",
    "老師",
    "博士",
    "医生",
    "醫生",
    "律师",
    "律師",
    "记者",
    "記者",
    "主任",
    "主席",
    "会长",
    "會長",
    "校长",
    "校長",
    "院长",
    "院長",
    "部长",
    "部長",
    "书记",
    "大学",
    "大學",
    "学院",
    "學院",
    "协会",
    "協會",
    "学会",
    "公司",
    "委员会",
    "委員會",
    "基金会",
    "中心",
    "联盟",
    "聯盟",
    "组织",
    "組織",
    "先生",
    "女士",
    "代表",
];

static ROLE_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| ROLES.split_whitespace().map(fold).collect());
static BODY_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| BODY.split_whitespace().map(fold).collect());
static BODY_BEGINNINGS: LazyLock<Vec<String>> = LazyLock::new(|| BODIES.split_whitespace().map(fold).collect());
static PLACE_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| PLACES.split_whitespace().map(fold).collect());

/// Whether a text looks like the name of one person, and not like an office, a body or a place: two words or more, with
/// capitals if the script has them.
#[must_use]
pub fn is_person(text: &str) -> bool {
    let text = text.trim();
    if text.chars().all(|char| is_han(char) || char == '·') {
        let length = text.chars().filter(|char| *char != '·').count();
        return (2..=4).contains(&length) && !HAN.iter().any(|word| text.contains(word));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let titles = words.iter().take_while(|word| is_title(word)).count();
    let words = &words[titles..];
    let is_cased = text.chars().any(|char| char.is_lowercase() || char.is_uppercase());
    let is_name_like = |word: &&&str| is_capitalised(word) || !is_cased;
    let whole = words.iter().filter(|word| word.chars().filter(|char| char.is_alphabetic()).count() > 1);
    (2..=6).contains(&words.len())
        && whole.filter(is_name_like).count() >= 1
        && words.iter().all(|word| is_of_name(word, is_cased))
        && words.iter().filter(is_name_like).count() > 1
        && !words.first().is_some_and(|word| PLACE_WORDS.contains(&fold(word)))
}

/// Whether a text has a word for an office or a body, or begins as the names of places do.
#[must_use]
pub fn is_no_person(text: &str) -> bool {
    let begins_as_place = text.split_whitespace().next().is_some_and(|word| PLACE_WORDS.contains(&fold(word)));
    begins_as_place || HAN.iter().any(|word| text.contains(word)) || text.split_whitespace().any(is_office_or_body)
}

/// Whether a whole line says what somebody is, and so stands below a name: *Professor of Law*, *Vice Chair*.
#[must_use]
pub fn is_office(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_role = |word: &&&str| ROLE_WORDS.contains(&folded(word));
    let roles = words.iter().take_while(is_role).count();
    let is_cased = text.chars().any(|char| char.is_lowercase() || char.is_uppercase());
    let goes_on = words.get(roles).is_some_and(|word| word.starts_with(char::is_lowercase));
    roles > 0 && (roles == words.len() || goes_on || !is_cased && words.len() - roles < 2)
}

/// Whether a character is of the Chinese script.
#[must_use]
pub fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn folded(word: &str) -> String {
    fold(word.trim_matches(|char: char| !char.is_alphanumeric()))
}

fn is_office_or_body(word: &str) -> bool {
    let is_acronym = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.');
    fold(word).split(' ').chain([folded(word).as_str()]).any(|part| {
        ROLE_WORDS.contains(part)
            || BODY_WORDS.contains(part)
            || BODY_BEGINNINGS.iter().any(|beginning| part.starts_with(beginning.as_str()))
    }) || is_acronym && word.contains(['&', '/'])
}

/// A title before a name: `Dr.`, `Prof.`, `Mme`.
fn is_title(word: &str) -> bool {
    const TITLES: &str = "dr prof mr mrs ms mx sir dame lady lord rev herr frau fr m mme mlle mm dott dott.ssa ing dipl sr sra srta don doña d dª \
                          mag lic univ pd hon amb gen col capt sen rep bishop professor professorin professeur professora profesor profesora \
                          senator доктор проф д-р د أ م ד״ר פרופ׳ гр";
    let bare = word.trim_end_matches(['.', ',']).to_lowercase();
    let is_short = word.ends_with('.') && (2..=12).contains(&bare.chars().count()) && word.chars().count() > 2;
    TITLES.split_whitespace().any(|title| title == bare)
        || is_short && bare.split(['-', '.']).any(|part| TITLES.split_whitespace().any(|title| title == part))
}

fn is_capitalised(word: &str) -> bool {
    let word = word.trim_start_matches(['\'', '’', '‘', '“', '"', '„', '«']);
    let word = word.strip_prefix("d’").or_else(|| word.strip_prefix("d'")).unwrap_or(word);
    let word = word.strip_prefix("al-").or_else(|| word.strip_prefix("el-")).unwrap_or(word);
    word.starts_with(char::is_uppercase)
}

fn is_of_name(word: &str, is_cased: bool) -> bool {
    let is_sign = |char: char| char.is_alphabetic() || "'’‘.-‐‑·".contains(char) || is_mark(char);
    let is_small = PARTICLES.split_whitespace().any(|particle| particle == word);
    word.chars().all(is_sign) && (is_small || !is_cased || is_capitalised(word)) && !is_office_or_body(word)
}

/// Marks on letters, which are no letters themselves.
fn is_mark(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{5F3}' | '\u{5F4}' | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{94F}')
}

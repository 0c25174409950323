//! Finds what people say in place of their name, or behind it: *I support this*.

use crate::model::Kind;
use crate::roll::fold;
use crate::source::excerpt::beginning;
use crate::source::words;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What people say, alone or before more, between commas.
const BEGIN: &str = "i support, i fully support, i strongly support, i wholeheartedly support, i also support, i totally support, \
    i completely support, i agree, i fully agree, i strongly agree, i endorse, i sign, i am signing, im signing, i stand with, \
    i am in favour, i am in favor, i am for, i am against, i am with you, im with you, i oppose, i object, i want, i wish, i think, \
    i believe, i hope, i love, i join, i would like, i have been, i am a, we fully support, we support this, count me in, \
    sign me up, add me, add my name, please add, please sign, please stop, please help, please keep, please do, please save, \
    thank you for, thanks for, fully support, support this, strongly support, in full support, happy to sign, happy to support, \
    ich unterstütze, ich bin dafür, ich bin dagegen, ich stimme, ich unterschreibe, ich unterzeichne, ich schließe mich, \
    ich möchte, ich fordere, ich finde, ich bin für, ich bin gegen, ich will, wir unterstützen diesen, bin dafür, danke für, \
    vielen dank, volle unterstützung, bitte unterstützen, \
    je soutiens, je signe, je suis pour, je suis contre, je suis d'accord, je suis favorable, je vous soutiens, je m'associe, \
    je partage, je demande, j'approuve, j'adhère, j'apporte mon soutien, je voudrais, je veux, nous soutenons cette, merci pour, \
    merci de, tout mon soutien, oui je, entièrement d'accord, tout à fait d'accord, bravo pour, \
    yo apoyo, apoyo esta, apoyo la, apoyo a, apoyo el, apoyo total, estoy de acuerdo, estoy a favor, estoy en contra, yo firmo, \
    me adhiero, me sumo, exijo que, gracias por, totalmente de acuerdo, todo mi apoyo, \
    io sostengo, sostengo questa, sostengo la, sostengo l'appello, sono d'accordo, sono favorevole, sono contro, io firmo, \
    condivido la, condivido l'appello, condivido questa, aderisco a, grazie per, pieno sostegno, pienamente d'accordo, \
    eu apoio, apoio esta, apoio a, apoio o, apoio total, estou de acordo, concordo com, eu assino, subscrevo esta, eu concordo, \
    obrigado por, obrigada por, \
    destekliyorum, sonuna kadar destekliyorum, katılıyorum, imzalıyorum, imza atıyorum, bu mektubu, bu çağrıyı, teşekkür ederim, \
    я поддерживаю, поддерживаю это, поддерживаю письмо, полностью поддерживаю, я за, я против, я согласен, я согласна, \
    полностью согласен, полностью согласна, я подписываю, подписываю это, присоединяюсь, спасибо за, прошу, требую, я хочу, \
    я підтримую, підтримую цей, підтримую лист, повністю підтримую, я згоден, я згодна, я підписую, приєднуюся, дякую за, \
    я проти, вимагаю, \
    أنا أؤيد, أؤيد هذا, أؤيد هذه, أنا أدعم, أدعم هذا, أدعم هذه, أنا أوافق, أوافق على, أنا مع, أنا ضد, أضم صوتي, شكرا لكم, شكرا على, \
    אני תומך, אני תומכת, אני מסכים, אני מסכימה, אני בעד, אני נגד, אני חותם, אני חותמת, אני מצטרף, אני מצטרפת, תודה על, \
    ես աջակցում եմ, աջակցում եմ, ես համաձայն եմ, ես ստորագրում եմ, ստորագրում եմ, միանում եմ, ես դեմ եմ, շնորհակալություն, \
    ik steun, ik ben het eens, ik ben het er, ik ben voor, ik ben tegen, ik teken, ik onderteken, ik ondersteun, mee eens, \
    helemaal mee eens, bedankt voor, ik wil, \
    popieram, w pełni popieram, zgadzam się, jestem za, jestem przeciw, podpisuję się, podpisuję, dziękuję za, żądam, \
    υποστηρίζω, στηρίζω, συμφωνώ, υπογράφω, είμαι υπέρ, είμαι κατά, προσυπογράφω, ευχαριστώ για, \
    من حمایت, حمایت می‌کنم, من موافقم, موافقم, من امضا, امضا می‌کنم, با تشکر, \
    我支持, 我们支持, 我們支持, 我同意, 我赞成, 我贊成, 我反对, 我反對, 我签名, 我簽名, 坚决支持, 堅決支持, 完全支持, 强烈支持, \
    賛同します, 賛成します, 支持します, 応援します, 応援してい, 同意します, 署名します, 私は, ありがとうござい, \
    지지합니다, 적극 지지, 동의합니다, 찬성합니다, 응원합니다, 서명합니다, 저는, 감사합니다";

/// What people say alone, between commas.
const WHOLE: &str = "me, just me, only me, its me, myself, me again, support, i do, agreed, signed, thanks, thank you, thanks a lot, \
    great initiative, well done, good luck, please, hello, yes i do, of course, \
    see above, as above, ditto, not applicable, ich, ich auch, danke, bitte, dafür, unterstützung, siehe oben, moi, moi aussi, \
    moi-même, c'est moi, merci, soutien, voir ci-dessus, yo mismo, yo misma, soy yo, gracias, apoyo, firmo, adhiero, apoyamos, \
    io stesso, io stessa, sono io, grazie, sostengo, aderisco, condivido, firmo anch'io, eu mesmo, eu mesma, sou eu, obrigado, \
    obrigada, concordo, assino, subscrevo, kendim, teşekkürler, я, это я, спасибо, поддерживаю, за, подписываю, це я, дякую, \
    підтримую, підписую, أنا, شكرا, أؤيد, أدعم, أوافق, אני, תודה, בעד, תומך, תומכת, ես, ik, ik ook, ikzelf, bedankt, steun, ja, \
    ja sam, ja sama, dziękuję, εγώ, ευχαριστώ, من, خودم, متشکرم, ممنون, 我, 本人, 支持, 赞成, 贊成, 谢谢, 謝謝, 加油, 私, 自分, \
    賛同, 賛成, 応援, ありがとう, 나, 저, 본인, 지지, 찬성, 응원, 감사";

/// What a table is headed with in place of a name.
const HEADS: &str = "signatory, signatories, name and surname, first name, last name, surname, given name, family name";

/// What is no name as a whole: an answer, a sum, a sentence.
#[must_use]
pub fn is_whole(name: &str) -> bool {
    static KNOWN: LazyLock<HashSet<String>> =
        LazyLock::new(|| WHOLE.split(',').chain(HEADS.split(',')).map(fold).collect());
    let folded = fold(name);
    KNOWN.contains(&folded) || begins(&folded) || words::is_answer(name.trim_end_matches(['!', '.', ' ']))
}

/// The fault of a name with a sentence behind it.
#[must_use]
pub fn fault(name: &str, kind: Option<Kind>) -> Option<String> {
    const PARTS: [char; 17] = [',', ';', ':', '-', '–', '—', '(', '[', '.', '!', '|', '/', '،', '，', '、', '。', '！'];
    if kind == Some(Kind::Organisation) {
        return None;
    }
    let (at, part) = name.match_indices(PARTS).find(|(at, part)| begins(&fold(&name[at + part.len()..])))?;
    let said = name[at + part.len()..].trim().trim_matches(PARTS).trim_end_matches([')', ']']);
    let own = name[..at].trim_end_matches(PARTS).trim_end();
    let said = beginning(said);
    (!own.is_empty())
        .then(|| format!("has more than a name, “{said}”: write {own}, and the rest into the column comment"))
}

/// Whether a folded text begins with such a phrase.
fn begins(text: &str) -> bool {
    static KNOWN: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
        let mut known: HashMap<String, Vec<String>> = HashMap::new();
        for phrase in BEGIN.split(',').map(fold) {
            known.entry(key(&phrase)).or_default().push(phrase);
        }
        known
    });
    let fits = |phrase: &String| {
        let rest = text.strip_prefix(phrase.as_str());
        // Chinese and Japanese have no spaces, and Korean has endings.
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(' ') || phrase.chars().all(|char| char > '\u{2E7F}')
        })
    };
    KNOWN.get(&key(text)).is_some_and(|phrases| phrases.iter().any(fits))
}

/// The first two characters of a text, by which phrases are found.
fn key(text: &str) -> String {
    text.chars().take(2).collect()
}

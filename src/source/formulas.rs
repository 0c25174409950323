//! The words with which letters begin and end, in the languages of the interface.

use crate::roll::fold;

/// The formulas of a language.
pub struct Formulas {
    /// The language.
    pub lang: &'static str,
    /// How salutations begin.
    salutations: &'static [&'static str],
    /// How closings begin.
    closings: &'static [&'static str],
    /// Words before addressees.
    to: &'static [&'static str],
    /// Words before the title, with a colon.
    subject: &'static [&'static str],
    /// How titles of open letters begin.
    open_letter: &'static [&'static str],
    /// Words before the names of those who sign.
    signed: &'static [&'static str],
    /// Frequent short words, to know the language by.
    pub words: &'static str,
}

/// All of them. English is first.
pub const FORMULAS: [Formulas; 13] = [
    Formulas {
        lang: "en",
        salutations: &[
            "dear",
            "to whom it may concern",
            "honourable",
            "your excellency",
            "excellencies",
            "your excellencies",
        ],
        closings: &[
            "sincerely",
            "yours",
            "yours sincerely",
            "yours faithfully",
            "yours truly",
            "kind regards",
            "best regards",
            "with kind regards",
            "with best regards",
            "with regards",
            "regards",
            "respectfully",
            "respectfully yours",
            "with respect",
            "with hope",
            "in solidarity",
            "in hope",
            "with thanks",
            "warm regards",
            "we remain",
            "cordially",
            "with great respect",
            "with our regards",
        ],
        to: &["to", "to the attention of", "for the attention of", "attn", "attention", "addressed to", "cc"],
        subject: &["subject", "re", "regarding"],
        open_letter: &["open letter", "an open letter", "public letter"],
        signed: &[
            "signed",
            "signatories",
            "signed by",
            "signatures",
            "the undersigned",
            "first signatories",
            "initial signatories",
            "co signatories",
            "list of signatories",
            "initiators",
            "endorsed by",
            "supporting organisations",
            "supporting organizations",
        ],
        words: "the and of to that is we for are with this have not our",
    },
    Formulas {
        lang: "de",
        salutations: &[
            "sehr geehrte",
            "sehr geehrter",
            "sehr verehrte",
            "liebe",
            "lieber",
            "guten tag",
            "werte",
            "hochverehrte",
        ],
        closings: &[
            "mit freundlichen grüßen",
            "mit freundlichem gruß",
            "freundliche grüße",
            "mit besten grüßen",
            "beste grüße",
            "hochachtungsvoll",
            "mit vorzüglicher hochachtung",
            "mit solidarischen grüßen",
            "herzliche grüße",
            "mit herzlichen grüßen",
            "viele grüße",
        ],
        to: &["an", "an den", "an die", "an das", "zu händen", "z hd"],
        subject: &["betreff", "betr", "betrifft"],
        open_letter: &["offener brief"],
        signed: &[
            "unterzeichner",
            "unterzeichnende",
            "unterzeichnet",
            "unterzeichnet von",
            "erstunterzeichner",
            "erstunterzeichnende",
            "unterschriften",
            "gezeichnet",
            "die unterzeichnenden",
            "unterzeichnerinnen und unterzeichner",
            "erstunterzeichnerinnen und erstunterzeichner",
        ],
        words: "der die und das ist nicht wir für mit von den eine auf werden dass",
    },
    Formulas {
        lang: "fr",
        salutations: &[
            "monsieur",
            "madame",
            "mesdames",
            "messieurs",
            "cher",
            "chère",
            "chers",
            "chères",
            "excellence",
            "excellences",
        ],
        closings: &[
            "cordialement",
            "bien cordialement",
            "respectueusement",
            "sincèrement",
            "avec nos salutations",
            "salutations distinguées",
            "veuillez agréer",
            "veuillez recevoir",
            "nous vous prions d’agréer",
            "je vous prie d’agréer",
            "dans l’attente de votre réponse",
            "solidairement",
            "avec toute notre considération",
            "recevez",
        ],
        to: &[
            "à",
            "à l’attention de",
            "à l’attention du",
            "à l’attention des",
            "au",
            "aux",
            "destinataire",
            "destinataires",
        ],
        subject: &["objet", "sujet"],
        open_letter: &["lettre ouverte"],
        signed: &[
            "signataires",
            "les signataires",
            "premiers signataires",
            "signé",
            "signé par",
            "ont signé",
            "liste des signataires",
            "signatures",
            "les soussignés",
        ],
        words: "le la les des et est que nous pour dans une qui pas sur avec vous",
    },
    Formulas {
        lang: "es",
        salutations: &[
            "estimado",
            "estimada",
            "estimados",
            "estimadas",
            "querido",
            "querida",
            "señor",
            "señora",
            "señores",
            "excelentísimo",
            "excelentísima",
            "muy señor",
            "muy señores",
            "a quien corresponda",
            "distinguido",
            "distinguida",
        ],
        closings: &[
            "atentamente",
            "cordialmente",
            "un cordial saludo",
            "saludos cordiales",
            "con un cordial saludo",
            "respetuosamente",
            "sin otro particular",
            "le saludan",
            "les saludan",
            "reciba un cordial saludo",
            "saludos",
            "con respeto",
        ],
        to: &["a", "al", "a la", "a la atención de", "para", "destinatario"],
        subject: &["asunto", "ref"],
        open_letter: &["carta abierta"],
        signed: &[
            "firmantes",
            "firmado",
            "firmado por",
            "firman",
            "los firmantes",
            "primeros firmantes",
            "firmas",
            "los abajo firmantes",
        ],
        words: "el la los de y es que no para con una por las del nuestro como",
    },
    Formulas {
        lang: "it",
        salutations: &[
            "gentile",
            "gentili",
            "egregio",
            "egregi",
            "caro",
            "cara",
            "cari",
            "spettabile",
            "onorevole",
            "onorevoli",
            "signor",
            "illustrissimo",
            "illustre",
            "stimato",
        ],
        closings: &[
            "cordiali saluti",
            "distinti saluti",
            "con i migliori saluti",
            "in fede",
            "cordialmente",
            "con osservanza",
            "con rispetto",
            "un cordiale saluto",
            "rispettosamente",
            "porgiamo",
        ],
        to: &["a", "al", "alla", "all’attenzione di", "alla cortese attenzione", "ai", "alle"],
        subject: &["oggetto"],
        open_letter: &["lettera aperta"],
        signed: &["firmatari", "i firmatari", "firmato", "firmato da", "primi firmatari", "firme", "i sottoscritti"],
        words: "il di che e la per non con una sono del della gli nostro questo",
    },
    Formulas {
        lang: "pt",
        salutations: &[
            "prezado",
            "prezada",
            "prezados",
            "prezadas",
            "caro",
            "cara",
            "caros",
            "exmo",
            "exma",
            "exmos",
            "excelentíssimo",
            "excelentíssima",
            "senhor",
            "senhora",
            "ilustríssimo",
            "estimado",
            "estimada",
        ],
        closings: &[
            "atenciosamente",
            "cordialmente",
            "com os melhores cumprimentos",
            "respeitosamente",
            "melhores cumprimentos",
            "com respeito",
            "saudações",
            "com os nossos cumprimentos",
        ],
        to: &["a", "ao", "à", "aos", "às", "à atenção de", "para"],
        subject: &["assunto"],
        open_letter: &["carta aberta"],
        signed: &[
            "signatários",
            "assinam",
            "assinado",
            "assinado por",
            "subscritores",
            "primeiros signatários",
            "assinaturas",
            "os abaixo assinados",
        ],
        words: "o de que e não para com uma os do da em nosso por mais são",
    },
    Formulas {
        lang: "tr",
        salutations: &["sayın", "değerli", "sevgili"],
        closings: &["saygılarımızla", "saygılarımla", "saygılar", "saygıyla", "en içten saygılarımızla"],
        to: &["dikkatine", "kime"],
        subject: &["konu"],
        open_letter: &["açık mektup"],
        signed: &["imzacılar", "imzalayanlar", "imza", "imzalar", "ilk imzacılar"],
        words: "ve bir bu için ile olarak da de çok daha olan biz değil gibi",
    },
    Formulas {
        lang: "ru",
        salutations: &[
            "уважаемый",
            "уважаемая",
            "уважаемые",
            "многоуважаемый",
            "многоуважаемая",
            "глубокоуважаемый",
            "дорогие",
            "дорогой",
            "дорогая",
        ],
        closings: &[
            "с уважением",
            "с глубоким уважением",
            "с наилучшими пожеланиями",
            "искренне ваши",
            "с почтением",
            "с надеждой",
        ],
        to: &["кому", "вниманию"],
        subject: &["тема", "касательно"],
        open_letter: &["открытое письмо"],
        signed: &["подписи", "подписали", "подписавшиеся", "первые подписавшие", "подписанты", "нижеподписавшиеся"],
        words: "и в не на что мы с это как по из для от",
    },
    Formulas {
        lang: "uk",
        salutations: &["шановний", "шановна", "шановні", "вельмишановний", "вельмишановні", "дорогі", "високоповажний"],
        closings: &[
            "з повагою",
            "з глибокою повагою",
            "з найкращими побажаннями",
            "щиро ваші",
            "із повагою",
            "з пошаною",
        ],
        to: &["кому", "до уваги"],
        subject: &["тема", "щодо"],
        open_letter: &["відкритий лист"],
        signed: &["підписи", "підписали", "підписанти", "перші підписанти", "нижчепідписані"],
        words: "і в не на що ми з це як та для від є до",
    },
    Formulas {
        lang: "ar",
        salutations: &[
            "السيد",
            "السيدة",
            "السادة",
            "حضرة",
            "معالي",
            "سعادة",
            "عزيزي",
            "عزيزتي",
            "أصحاب",
            "فخامة",
            "دولة",
            "إلى من يهمه الأمر",
        ],
        closings: &[
            "مع خالص التحية",
            "مع خالص التقدير",
            "وتفضلوا بقبول",
            "تفضلوا بقبول",
            "مع فائق الاحترام",
            "مع التحية",
            "مع أطيب التحيات",
            "مع الاحترام",
            "والسلام عليكم",
        ],
        to: &["إلى", "عناية"],
        subject: &["الموضوع"],
        open_letter: &["رسالة مفتوحة", "خطاب مفتوح"],
        signed: &["الموقعون", "الموقعين", "التوقيعات", "التواقيع", "الموقعون أدناه"],
        words: "في من على إلى أن هذا التي عن مع ما لا هذه",
    },
    Formulas {
        lang: "he",
        salutations: &["לכבוד", "שלום רב", "שלום", "נכבדי", "אדוני", "גברתי", "יקרים", "מר", "לכל המעוניין", "הנכבד"],
        closings: &["בכבוד רב", "בברכה", "בברכת שלום", "בתודה", "בכבוד", "שלכם"],
        to: &["אל", "לידי", "לכבוד"],
        subject: &["הנדון", "נושא"],
        open_letter: &["מכתב גלוי", "מכתב פתוח"],
        signed: &["החתומים", "החותמים", "על החתום", "חתומים", "חתימות", "חותמים"],
        words: "את של על לא כי הוא זה אנחנו עם אל",
    },
    Formulas {
        lang: "hy",
        salutations: &["հարգելի", "մեծարգո", "սիրելի", "հարգարժան", "ձերդ գերազանցություն"],
        closings: &["հարգանքով", "լավագույն մաղթանքներով", "անկեղծորեն", "խորին հարգանքով", "երախտագիտությամբ"],
        to: &["ում"],
        subject: &["թեմա", "առարկա"],
        open_letter: &["բաց նամակ"],
        signed: &["ստորագրողներ", "ստորագրել են", "ստորագրություններ", "ներքոստորագրյալներ"],
        words: "և է որ են մեր համար մենք այս չի ու եւ",
    },
    Formulas {
        lang: "zh",
        salutations: &["尊敬的", "亲爱的", "親愛的", "敬爱的", "敬愛的", "致"],
        closings: &["此致", "敬礼", "敬禮", "谨启", "謹啟", "敬上", "谨上", "謹上", "顺颂", "順頌", "敬具"],
        to: &["致", "收件人"],
        subject: &["主题", "主題", "主旨", "事由"],
        open_letter: &["公开信", "公開信", "公開書簡", "公開状", "联名信", "聯名信"],
        signed: &[
            "签名人",
            "簽名人",
            "签署人",
            "簽署人",
            "联署人",
            "聯署人",
            "签名",
            "簽名",
            "联署",
            "聯署",
            "联名",
            "聯名",
        ],
        words: "的 我们 是 在 和 不",
    },
];

fn begins(text: &str, formulas: &[&str]) -> bool {
    let text = fold(text);
    formulas.iter().map(|formula| fold(formula)).any(|formula| {
        let rest = text.strip_prefix(formula.as_str());
        // Chinese has no spaces between words.
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(' ') || formula.chars().all(|char| char > '\u{2E7F}')
        })
    })
}

/// Whether a line begins as salutations do, in any language.
#[must_use]
pub fn is_salutation(text: &str) -> bool {
    FORMULAS.iter().any(|formulas| begins(text, formulas.salutations))
}

/// What stands within closings that are whole sentences: *Nous vous prions d’agréer, Madame, …*
const WITHIN_CLOSINGS: [&str; 11] = [
    "prions d’agréer",
    "prie d’agréer",
    "prions de croire",
    "prie de croire",
    "prions de recevoir",
    "prie de recevoir",
    "l’expression de notre",
    "l’expression de nos",
    "verbleiben wir",
    "nos despedimos",
    "subscrevemo nos",
];

/// Whether a line begins as closings do, or is a sentence that closes a letter.
#[must_use]
pub fn is_closing(text: &str) -> bool {
    let folded = [" ", &fold(text), " "].concat();
    let closes = |formula: &&str| folded.contains(&[" ", &fold(formula), " "].concat());
    FORMULAS.iter().any(|formulas| begins(text, formulas.closings)) || WITHIN_CLOSINGS.iter().any(closes)
}

/// Whether a line begins as titles of open letters do: *Open letter to the Mayor*. In Chinese and Japanese, these words
/// stand at the end.
#[must_use]
pub fn is_open_letter(text: &str) -> bool {
    let ends = |formula: &str| formula.chars().all(|char| char > '\u{2E7F}') && text.trim().ends_with(formula);
    FORMULAS
        .iter()
        .any(|formulas| begins(text, formulas.open_letter) || formulas.open_letter.iter().any(|one| ends(one)))
}

/// The title after its heading: `Re: the river`.
#[must_use]
pub fn subject(text: &str) -> Option<(&str, &str)> {
    let (before, rest) = text.split_once([':', '：'])?;
    let is_known = FORMULAS.iter().any(|formulas| is_one_of(before, formulas.subject));
    (is_known && !rest.trim().is_empty()).then(|| (heading(text, rest), rest.trim()))
}

/// Whether a line is the words before names of signatories, and no more.
#[must_use]
pub fn is_signed(text: &str) -> bool {
    let text = text.trim_end_matches([':', '：']);
    FORMULAS.iter().any(|formulas| is_one_of(text, formulas.signed))
}

/// Whether such a line names only some of those who sign.
#[must_use]
pub fn is_group(text: &str) -> bool {
    const GROUPS: [&str; 3] = ["initiators", "supporting organisations", "supporting organizations"];
    is_one_of(text.trim_end_matches([':', '：']), &GROUPS)
}

/// Whether a line is the heading of what follows the names.
#[must_use]
pub fn is_annex(text: &str) -> bool {
    const ANNEX: [&str; 33] = [
        "appendix",
        "appendices",
        "annex",
        "annexes",
        "annexe",
        "attachment",
        "attachments",
        "references",
        "sources",
        "notes",
        "endnotes",
        "contact",
        "enclosure",
        "anhang",
        "anlage",
        "anlagen",
        "quellen",
        "pièces jointes",
        "références",
        "anexo",
        "anexos",
        "fuentes",
        "allegato",
        "allegati",
        "ek",
        "ekler",
        "приложение",
        "додаток",
        "ملحق",
        "المراجع",
        "נספח",
        "הערות",
        "附录",
    ];
    begins(text, &ANNEX)
}

/// The words before an addressee as they are written, and the rest: `To: the Mayor`. The words may have a line of their
/// own, with a colon or without.
#[must_use]
pub fn addressed(text: &str) -> Option<(&str, &str)> {
    let (before, rest) = text.split_once([':', '：']).unwrap_or((text, ""));
    let is_known = |word: &str| FORMULAS.iter().any(|formulas| is_one_of(word, formulas.to));
    let is_whole = before.len() < text.len() || fold(text).chars().count() > 1;
    (is_whole && is_known(before)).then(|| (heading(text, rest), rest.trim()))
}

fn is_one_of(text: &str, formulas: &[&str]) -> bool {
    let text = fold(text);
    formulas.iter().any(|formula| fold(formula) == text)
}

/// What stands before the rest, with its colon.
fn heading<'t>(text: &'t str, rest: &str) -> &'t str {
    text[..text.len() - rest.len()].trim()
}

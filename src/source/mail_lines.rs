//! The lines that mail programs put around a text, in the languages of the interface and others.

use crate::model::email_in;
use crate::roll::fold;
use std::sync::LazyLock;

/// What a line at the head of a mail says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// What the mail is about.
    Subject,
    /// When it was sent.
    Sent,
    /// Who wrote it.
    From,
    /// Who got it, and anything else.
    Other,
}

const SUBJECT: &str = "subject betreff objet asunto oggetto assunto konu тема onderwerp temat ämne emne aihe موضوع الموضوع נושא \
                       թեմա 主题 主旨 主題 件名 제목 θέμα předmět tárgy subiect";

const SENT: &str = "date sent datum gesendet envoyé envoyée date fecha enviado data inviato enviada em tarih gönderilme дата отправлено \
                    надіслано verzonden wysłano skickat sendt lähetetty تاريخ التاريخ أرسل تاريخ الإرسال נשלח תאריך ամսաթիվ 日期 发送时间 \
                    寄件日期 日時 送信日時 날짜 보낸날짜 ημερομηνία odesláno dátum";

const FROM: &str = "from von de da kimden от від van od från fra lähettäjä من מאת ումից 发件人 寄件者 差出人 보낸사람 από expéditeur remitente \
                    mittente remetente absender";

const OTHER: &str = "to cc bcc reply-to replyto an kopie antwort antwortan à a cci copie répondreà para cco responder ccn rispondia kime \
                     bilgi кому копия копія aan do dw till til إلى نسخة אל עותק ում \
                     收件人 抄送 收件者 副本 宛先 받는사람 참조 προς organization message-id mime-version \
                     content-type content-transfer-encoding x-mailer user-agent importance priority attachments anhänge anlagen list-id delivered-to \
                     return-path received in-reply-to references";

/// What a line of a mail's head says: `From: Ada Example <ada@example.org>`.
#[must_use]
pub fn head(line: &str) -> Option<Head> {
    let line = line.trim_matches(['*', '_', ' ', '\u{200e}', '\u{200f}']);
    let (key, rest) = line.split_once([':', '：'])?;
    let key: String = key.trim_matches(['*', '_', ' ', '\u{a0}']).to_lowercase().split_whitespace().collect();
    let is = |words: &str| words.split_whitespace().any(|word| word == key);
    match () {
        () if key.is_empty() || rest.starts_with("//") => None,
        () if is(SUBJECT) => Some(Head::Subject),
        () if is(SENT) => Some(Head::Sent),
        () if is(FROM) => Some(Head::From),
        () if is(OTHER) => Some(Head::Other),
        () => None,
    }
}

/// Whether lines are the head of a mail, and not of a letter or a memorandum: one has an address, or the time of day.
#[must_use]
pub fn is_head(lines: &[String]) -> bool {
    let has_time = |line: &String| {
        line.split([' ', '\u{202f}', '\u{a0}', ',']).any(|word| {
            let mut parts = word.split([':', '.']);
            let is_part = |part: Option<&str>| {
                part.is_some_and(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
            };
            let hour = parts
                .next()
                .is_some_and(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
            hour && is_part(parts.next()) && word.contains(':')
        })
    };
    let heads = lines.iter().filter(|line| head(line).is_some()).count();
    let is_sent = |line: &String| head(line) == Some(Head::Sent) && has_time(line);
    let is_from = lines.iter().any(|line| head(line) == Some(Head::From));
    heads > 1 && (is_from && lines.iter().any(|line| email_in(line).is_some()) || lines.iter().any(is_sent))
}

/// The subject of a mail without the signs that it is an answer or was passed on: `Fwd: Open letter`.
#[must_use]
pub fn bare_subject(subject: &str) -> &str {
    const SIGNS: [&str; 18] = [
        "re", "fw", "fwd", "aw", "wg", "tr", "rv", "enc", "i", "r", "sv", "vs", "vb", "antw", "pd", "odp", "ynt",
        "回复",
    ];
    let mut rest = subject.trim();
    while let Some((sign, after)) = rest.split_once([':', '：']) {
        if !SIGNS.contains(&sign.trim().to_lowercase().as_str()) {
            break;
        }
        rest = after.trim();
    }
    rest
}

/// Whether a line says that a mail follows: `-----Original Message-----`, `Begin forwarded message:`.
#[must_use]
pub fn passes_on(line: &str) -> bool {
    const WORDS: [&str; 12] = [
        "forwarded message",
        "weitergeleiteten",
        "weitergeleitete",
        "message transfere",
        "mensaje reenviado",
        "messaggio inoltrato",
        "mensagem encaminhada",
        "doorgestuurde",
        "пересланное",
        "пересылаемое",
        "переслане",
        "iletilen",
    ];
    static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| WORDS.into_iter().map(fold).collect());
    let line = line.trim();
    let inner = line.trim_matches(['-', '_', ' ', '—', '–']);
    let is_drawn = line.starts_with("---") && line.ends_with("---") || line.starts_with("___");
    let has_word = || {
        let folded = fold(line);
        FOLDED.iter().any(|word| folded.contains(word.as_str()))
    };
    is_drawn && inner.chars().count() < 60 || line.ends_with([':', '：']) && line.chars().count() < 60 && has_word()
}

/// Whether a line says who wrote what is quoted below it: `On 4 May 2026, Ada Example wrote:`.
#[must_use]
pub fn says_who(line: &str) -> bool {
    const WROTE: &str = "wrote schrieb écrit escribió escribio scritto escreveu yazdı yazmış пише написал написала написав пишет \
                         schreef napisał napisała skrev kirjoitti كتب كتبت כתב כתבה גרה գրել 写道 寫道 書きました 작성 έγραψε";
    static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| WROTE.split_whitespace().map(fold).collect());
    let folded = || [" ", &fold(line), " "].concat();
    line.trim_end().ends_with([':', '：'])
        && line.contains(|char: char| char.is_numeric())
        && line.chars().count() < 250
        && has_one_of(&folded(), &FOLDED)
}

/// Whether a line says with which program or device a mail was sent: `Sent from my iPhone`.
#[must_use]
pub fn is_of_program(line: &str) -> bool {
    const PROGRAMS: [&str; 22] = [
        "iphone",
        "ipad",
        "outlook",
        "samsung",
        "android",
        "galaxy",
        "blackberry",
        "huawei",
        "xiaomi",
        "yahoo mail",
        "proton mail",
        "protonmail",
        "k 9 mail",
        "thunderbird",
        "gmx mail",
        "web de mail",
        "mail app",
        "mobile",
        "smartphone",
        "handy",
        "windows mail",
        "courrier pour windows",
    ];
    const SENT: &str = "sent gesendet envoyé envoyée enviado enviada inviato inviata отправлено отправлен надіслано gönderildi إرسال الإرسال إرسالها \
                        أرسل نשלח נשלח 发自 發自 verstuurd verzonden wysłane wysłano skickat skickades sendt lähetetty get télécharger \
                        obtenir holen scarica obtener obter poslano 送信 から送信 보냄";
    static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| SENT.split_whitespace().map(fold).collect());
    if line.chars().count() >= 120 || line.split_whitespace().count() >= 16 {
        return false;
    }
    let folded = [" ", &fold(line), " "].concat();
    PROGRAMS.iter().any(|program| folded.contains(program)) && has_one_of(&folded, &FOLDED)
}

/// Whether a folded line between two spaces has one of these words.
fn has_one_of(folded: &str, words: &[String]) -> bool {
    words.iter().any(|word| {
        // Chinese and Japanese have no spaces between words.
        let is_joined = word.chars().any(|char| char > '\u{2E7F}');
        if is_joined { folded.contains(word.as_str()) } else { folded.contains(&[" ", word, " "].concat()) }
    })
}
